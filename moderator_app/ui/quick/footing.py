"""What the foot says in each state: the keys that work, and the one action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.ui.quick import next_acts, words

if TYPE_CHECKING:
    from moderator_app.ui.quick.choosing import Choosing

Hints = list[tuple[str, str]]


def hints_of(shown: Choosing) -> Hints:
    """The keys with what they do, from left to right; the last are the first to be left out."""
    return [hint for hint in _hints(shown) if shown.with_sheet or hint != _all_keys()]


def _hints(shown: Choosing) -> Hints:
    round_ = shown.round
    if shown.filing:
        return [("Esc", translate("QuickCheck", "返回")), ("↑↓", translate("QuickCheck", "选择"))]
    if shown.ruling:
        return [("Esc", translate("QuickCheck", "返回")), ("↑↓", translate("QuickCheck", "选条款"))]
    if shown.case is not None and shown.who.is_choosing:
        return [
            ("Esc", translate("QuickCheck", "关闭")),
            ("↑↓", translate("QuickCheck", "选人")),
            _all_keys(),
        ]
    if round_ is not None and round_.listed:
        together = len(round_.accused) > 1
        return [
            ("↑↓", translate("QuickCheck", "换人")),
            *([("Ctrl+Enter", translate("QuickCheck", "合并告知"))] if together else []),
            ("Esc", translate("QuickCheck", "关闭")),
            *([] if together else [_all_keys()]),
        ]
    return _alone(shown)


def _all_keys() -> tuple[str, str]:
    return "F1", translate("QuickCheck", "全部按键")


def _alone(shown: Choosing) -> Hints:
    case = shown.case
    if case is None or case.again is not None or shown.done:
        return [("Esc", translate("QuickCheck", "关闭")), _all_keys()]
    clean = case.verdict.level is Level.OK
    ruling = translate("QuickCheck", "其实违规") if clean else translate("QuickCheck", "误判")
    rule = [("Ctrl+D", ruling)] if shown.can_rule else []
    if clean and shown.offer is None:
        return [*rule, _all_keys()]
    return [("Esc", translate("QuickCheck", "没问题")), *rule, _all_keys()]


def primary_of(shown: Choosing) -> tuple[str, bool]:
    """The verb on the primary button, and whether it does more than close."""
    if shown.ruling and shown.case is not None:
        return _ruling_text(shown), True
    if shown.filing:
        return _filing_text(shown), True
    if shown.next_act is not None:
        return next_acts.primary_text(shown.next_act), True
    if shown.done:
        left = shown.round is not None and shown.round.left
        return translate("QuickCheck", "看下一人") if left else translate("QuickCheck", "关闭"), bool(left)
    return _welcome_text(shown) if shown.joining else _case_text(shown)


def _case_text(shown: Choosing) -> tuple[str, bool]:
    case = shown.case
    if case is None:
        return translate("QuickCheck", "关闭"), False
    if shown.who.is_choosing and shown.who.people.current >= 0:
        return translate("QuickCheck", "选人"), True
    acting = shown.record_only or shown.offer is not None
    return words.primary_text(case, shown.offer, record_only=shown.record_only), acting


def _filing_text(shown: Choosing) -> str:
    report = shown.body.filing.is_report
    return translate("Filing", "记为举报") if report else translate("Filing", "记为申诉")


def _ruling_text(shown: Choosing) -> str:
    chooser = shown.body.ruling
    if shown.case is not None and shown.case.verdict.level is not Level.OK:
        return translate("QuickCheck", "记为误判")
    if chooser.also_for and chooser.also_for == chooser.marked:
        return translate("QuickCheck", "记为违规")
    return translate("QuickCheck", "看看影响")


def _welcome_text(shown: Choosing) -> tuple[str, bool]:
    section = shown.body.newcomers
    if section.offer is None:
        new = bool(section.preview.new)
        return (translate("QuickCheck", "加入名单") if new else translate("QuickCheck", "关闭")), new
    if section.preview.new:
        return translate("QuickCheck", "复制告知并加入名单"), True
    return translate("QuickCheck", "复制告知"), True
