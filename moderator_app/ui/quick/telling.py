"""What is told of a deed: in the toast after it, after it was taken back, and where it failed."""

from __future__ import annotations

from moderator_app.core.rules.verdict import Action, Level
from moderator_app.core.wording import Reason
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text, reason_text
from moderator_app.session.types import Change
from moderator_app.ui.quick import next_acts, words
from moderator_app.ui.quick.acting import Done, Outcome
from moderator_app.ui.quick.next_acts import Act


def done_text(
    done: Done, *, left: int = 0, hotkey: str = "", following: Act | None = None
) -> tuple[str, str]:
    """The two lines of the toast after an action.

    `left` people of the conversation are still to handle; `following` is the step that is to follow.
    """
    if done.act is not None:
        title, detail = next_acts.followed_text(done.act)
        return title, with_warnings(detail, done.change)
    if done.filed is not None:
        return _filed_text(done)
    if done.offer is None:
        title = translate("QuickCheck", "已记录，没有复制告知")
    else:
        title = words.copied_title(done.offer.notice.title.get(language()))
    if done.newcomers and done.offer is None:
        title, detail = _joined_text(done), ""
    else:
        detail = _detail(done)
    if not left:
        return title, _with_step(detail, following, hotkey)
    more = translate("QuickCheck", "还有 {count} 人未处理", count=left)
    if hotkey:
        more = translate("QuickCheck", "{more}，按 {keys} 继续", more=more, keys=hotkey)
    return title, translate("QuickCheck", "{first}；{second}", first=detail, second=more) if detail else more


def with_warnings(detail: str, change: Change | None) -> str:
    """The second line of a toast, with what else the moderator should know of what was done."""
    for warning in change.warnings if change is not None else ():
        told = reason_text(warning)
        detail = translate("QuickCheck", "{first}；{second}", first=told, second=detail) if detail else told
    return detail


def _filed_text(done: Done) -> tuple[str, str]:
    """The toast after a report or an appeal was put on record, with what the record warns of."""
    warned = done.change.warnings if done.change is not None else ()
    if warned:
        return translate("Filing", "已记为举报"), reason_text(warned[0])
    waits = translate("Filing", "等您在「成员」里处理")
    if done.filed is not None and done.filed.strike:
        return translate("Filing", "已记为申诉"), waits
    return translate("Filing", "已记为举报"), waits


def _with_step(detail: str, following: Act | None, hotkey: str) -> str:
    """张三记第 2 次，待移到自由群；办好后按 Ctrl+Alt+M."""
    if following is None or not hotkey:
        return detail
    if following.in_wechat:
        key = translate("QuickCheck", "办好后按 {keys}", keys=hotkey)
    else:
        key = translate("QuickCheck", "下一步按 {keys}", keys=hotkey)
    return translate("QuickCheck", "{first}；{second}", first=detail, second=key) if detail else key


def _detail(done: Done) -> str:
    case, change = done.case, done.change
    if done.newcomers:
        return _joined_text(done)
    if done.cases:
        names = translate("QuickCheck", "、").join(words.called_name(each) for each in done.cases)
        return translate("QuickCheck", "{names}各记一次", names=names)
    if case is not None and change is not None and change.count:
        action = case.step.action if case.verdict.level is not Level.OK else Action.NONE
        return words.counted_text(words.called_name(case), change, action)
    return "" if done.offer is None else translate("QuickCheck", "没有记录次数")


def _joined_text(done: Done) -> str:
    return translate("QuickCheck", "新成员 {count} 人已加入名单", count=len(done.newcomers))


def undone_text(done: Done) -> tuple[str, str]:
    """The two lines of the toast after taking back."""
    case, change, clipboard = done.case, done.change, _clipboard_text(done)
    if (done.act is not None or done.filed is not None) and change is not None:
        return reason_text(change.label), clipboard
    if done.newcomers:
        return translate("QuickCheck", "已撤销：新成员不在名单里了"), clipboard
    if done.cases:
        return translate("QuickCheck", "已撤销：{count} 人各退回一次", count=len(done.cases)), clipboard
    if case is None and change is not None:
        return reason_text(_with_title(change.label, done)), clipboard
    if case is None or change is None or not words.short_name(case):
        return translate("QuickCheck", "已撤销"), clipboard
    back = translate(
        "QuickCheck", "已撤销：{name}回到 {count} 次", name=words.called_name(case), count=change.count or 0
    )
    return back, clipboard


def _with_title(label: Reason, done: Done) -> Reason:
    """The name of a deed with the notice's title in the language in force, in place of its id."""
    if done.offer is None or label.values.get("notice") != done.offer.notice.id:
        return label
    return Reason(label.code, {**label.values, "notice": done.offer.notice.title.get(language())})


def _clipboard_text(done: Done) -> str:
    if done.before is None:
        return ""
    if not done.restored:
        return translate("QuickCheck", "剪贴板没能还原，请您重新复制")
    kept = translate("QuickCheck", "剪贴板已还原")
    return kept if done.before.text else translate("QuickCheck", "剪贴板已清空")


def ruled_text(rule: str, *, breach: bool) -> tuple[str, str]:
    """The two lines of the toast after 误判 or 这是违规; `rule` is the clause's title."""
    if breach:
        return (
            translate("QuickCheck", "已记为例子"),
            translate("QuickCheck", "这样的话以后都算「{rule}」", rule=rule),
        )
    return (
        translate("QuickCheck", "已记为例子"),
        translate("QuickCheck", "这句话不会再算「{rule}」", rule=rule),
    )


def failure_text(done: Done) -> str:
    """What went wrong, what was kept, what to do."""
    if done.outcome is Outcome.NOT_COPIED:
        return translate(
            "QuickCheck", "没能复制，剪贴板被别的程序占用。也没有记录；检查结果还在，请再试一次。"
        )
    if done.outcome is Outcome.NOT_LATEST:
        return translate("QuickCheck", "没有撤销：之后又做了别的事。可以到成员的记录里撤销这一次。")
    reason = error_text(done.error) if done.error is not None else ""
    if done.outcome is Outcome.NOT_UNDONE:
        return translate("QuickCheck", "没有撤销。{reason}", reason=reason)
    if done.restored:
        return translate("QuickCheck", "没有记录，剪贴板已还原。{reason}", reason=reason)
    return translate("QuickCheck", "没有记录，剪贴板里还是告知，请不要粘贴。{reason}", reason=reason)


def sample() -> str:
    """A message that anyone can try the program with."""
    return (
        "各位老师好，工厂直供一次性手术衣、隔离衣，大量现货，规格齐全，价格优惠，"
        "V❤：zs_demo，也可以扫码进选品群，欢迎转给有需要的朋友。"
    )
