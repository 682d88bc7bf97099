"""The quick check: from the hotkey to the notice on the clipboard, without leaving the keyboard."""

from moderator_app.ui.quick.acting import Acting, Done, Outcome
from moderator_app.ui.quick.controller import QuickCheck

__all__ = ["Acting", "Done", "Outcome", "QuickCheck"]
