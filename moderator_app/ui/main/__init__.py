"""The main window: its shell, its pages, and what starts and ends around it."""
