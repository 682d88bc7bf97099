"""The style sheet for Qt's own controls; our own widgets paint themselves from the tokens."""

from __future__ import annotations

from collections.abc import Callable

from moderator_app.ui.theme.tokens import Tokens

_SHEET = """
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {border_strong}; padding: {p4}px; }}

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox, QKeySequenceEdit QLineEdit, QDateEdit {{
  background: {surface}; color: {text}; border: 1px solid {border_strong}; border-radius: {p6}px;
  padding: 0 {p7}px; selection-background-color: {accent_tint}; selection-color: {text};
  placeholder-text-color: {text2};
}}
QLineEdit, QSpinBox, QComboBox, QDateEdit {{ min-height: {p30}px; max-height: {p30}px; }}
QPlainTextEdit, QTextEdit {{ padding: {p7}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus,
QComboBox:focus, QDateEdit:focus {{
  border: 2px solid {accent}; padding: 0 {p6}px;
}}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: {p6}px; }}
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QDateEdit:focus {{
  min-height: {p28}px; max-height: {p28}px;
}}
QTextEdit[plain="true"], QTextEdit[plain="true"]:focus {{
  background: transparent; border: none; border-radius: 0; padding: 0;
}}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{
  background: {raised}; color: {text2}; border: 1px solid {border};
}}
QComboBox::drop-down {{ border: none; width: {p24}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
  background: {surface}; color: {text}; border: 1px solid {border_strong};
  selection-background-color: {accent_tint}; selection-color: {text}; outline: none;
}}

QListView, QTreeView, QTableView {{
  background: {surface}; color: {text}; border: none; outline: none; gridline-color: {border};
  selection-background-color: {accent_tint}; selection-color: {text};
}}
QTableView::item {{ border: none; padding: 0 {p8}px; }}
QTableView::item:selected, QListView::item:selected {{ background: {accent_tint}; color: {text}; }}
QHeaderView {{ background: {raised}; border: none; }}
QHeaderView::section {{
  background: {raised}; color: {text2}; border: none; border-bottom: 1px solid {border};
  padding: 0 {p8}px; height: {p28}px;
}}
QTableCornerButton::section {{ background: {raised}; border: none; }}

QScrollArea, QStackedWidget {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {p10}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {p10}px; margin: 0; }}
QScrollBar::handle {{ background: {border_strong}; border-radius: {p3}px; margin: 2px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:vertical {{ min-height: {p24}px; }}
QScrollBar::handle:horizontal {{ min-width: {p24}px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: none; border: none; width: 0; height: 0;
}}
QSplitter::handle {{ background: {border}; }}
"""


def style_sheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    """The sheet for these colours with every length scaled by `px`."""
    lengths = {f"p{n}": str(px(n)) for n in (3, 4, 6, 7, 8, 10, 24, 28, 30)}
    names = ("surface", "raised", "border", "border_strong", "text", "text2", "accent", "accent_tint")
    colours = {name: getattr(tokens, name).name() for name in names}
    return _SHEET.format(**lengths, **colours)
