"""The building blocks of every window; they paint themselves from the theme and know no rules."""

from moderator_app.ui.widgets.badge import Badge
from moderator_app.ui.widgets.button import Button
from moderator_app.ui.widgets.candidate import Candidate
from moderator_app.ui.widgets.choice_list import ChoiceList
from moderator_app.ui.widgets.controls import CheckBox, ComboBox
from moderator_app.ui.widgets.empty_state import EmptyState
from moderator_app.ui.widgets.keycap import KeyCap, KeyHint, key_text
from moderator_app.ui.widgets.labels import Divider, Label
from moderator_app.ui.widgets.ladder import Dots, LadderLine
from moderator_app.ui.widgets.marked_text import Mark, MarkedText, marks_of
from moderator_app.ui.widgets.notice_row import NoticeRow
from moderator_app.ui.widgets.search_field import SearchField

__all__ = [
    "Badge",
    "Button",
    "Candidate",
    "CheckBox",
    "ChoiceList",
    "ComboBox",
    "Divider",
    "Dots",
    "EmptyState",
    "KeyCap",
    "KeyHint",
    "Label",
    "LadderLine",
    "Mark",
    "MarkedText",
    "NoticeRow",
    "SearchField",
    "key_text",
    "marks_of",
]
