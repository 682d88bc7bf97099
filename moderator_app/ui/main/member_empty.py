"""What stands where a filter of the page of members shows nobody: a sentence and a way on."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.ui.main.member_filters import Filter
from moderator_app.ui.widgets import EmptyState


def show_nobody(empty: EmptyState, name: str, query: str) -> None:
    """Say why nobody is shown under a filter and a search, and what can be done."""
    keys = "Enter" if query else ""
    if query and name != Filter.ALL:  # perhaps among the others; nobody is added twice from here
        empty.set(
            translate("Members", "这一栏里没有「{query}」", query=query),
            "",
            translate("Members", "在全部成员里找"),
        )
    elif query:
        empty.set(
            translate("Members", "没有找到「{query}」", query=query),
            translate("Members", "可按姓名、别名、群名片或拼音首字母查找。"),
            translate("Members", "添加成员「{query}」", query=query),
        )
    elif name == Filter.ALL:
        keys = "Ctrl+I"
        empty.set(
            translate("Members", "这里还没有人"),
            translate("Members", "把名单文件拖到这里，或在微信里复制名单后按 Ctrl+V。"),
            translate("Members", "导入…"),
        )
    elif name == Filter.TODO:
        empty.set(
            translate("Members", "没有要办的事"),
            translate("Members", "提请、申诉、举报、没有回复的事和到期的暂停都会列在这里。"),
            translate("Members", "看全部成员"),
        )
    else:
        empty.set(translate("Members", "没有人"), "", translate("Members", "看全部成员"))
    empty.button.set_keys(keys)
