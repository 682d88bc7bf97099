"""Windows: what the user sees and presses; no rules, no files, no storage calls."""
