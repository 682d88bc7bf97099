"""What follows a strike beside its notice: moved, suspended, removed, fined; in words, with its notice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from moderator_app.core.errors import ModeratorError
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.rules.verdict import Action
from moderator_app.i18n import language, translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.words import date_text
from moderator_app.session.process.types import Following
from moderator_app.session.types import Case, Change, Offer
from moderator_app.ui.quick.ports import CheckSession

IN_WECHAT = (Action.MOVE, Action.REMOVE)
"""Steps that the moderator takes in WeChat before they can be put on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One step that can be put on record with one key; `offer` is the notice that is copied with it."""

    following: Following
    offer: Offer | None = None

    @property
    def proposes(self) -> bool:
        """Whether it only asks others for their consent."""
        return self.following.action is Action.REMOVE and self.following.needs is not None

    @property
    def asks_amount(self) -> bool:
        """Whether the rulebook leaves the amount open, and nobody has said it yet."""
        return self.following.action is Action.FINE and not self.following.amount

    def of(self, amount: str) -> Act:
        """The same step with the amount that was said."""
        return replace(self, following=replace(self.following, amount=" ".join(amount.split())))

    @property
    def in_wechat(self) -> bool:
        """Whether something has to be done in WeChat first."""
        return self.following.action in IN_WECHAT and not self.proposes


def acts_after(session: CheckSession, changes: Iterable[Change | None]) -> tuple[Act, ...]:
    """What the strikes of these deeds ask for and nobody has done; what waits for others is left out."""
    strikes = [
        entry.id
        for change in changes
        if change is not None
        for entry in change.entries
        if entry.kind is EntryKind.STRIKE
    ]
    found = (session.process.following(strike) for strike in dict.fromkeys(strikes))
    return tuple(_with_offer(session, each) for each in found if each is not None and not _waits(each))


def act_of(session: CheckSession, case: Case) -> Act | None:
    """What the last strike of the one whom a case is about still asks for."""
    found = open_step(session, case)
    return _with_offer(session, found) if found is not None and not _waits(found) else None


def open_step(session: CheckSession, case: Case) -> Following | None:
    """The same, also where it waits for others."""
    last = case.standing.last
    return session.process.following(last.id) if case.member is not None and last is not None else None


def _waits(following: Following) -> bool:
    return following.pending is not None and not following.pending.ready


def _with_offer(session: CheckSession, following: Following) -> Act:
    """The notice of the step, where there is one that can be copied."""
    act = Act(following=following)
    if not following.notice or act.proposes:
        return act
    member = following.member
    try:
        notice = session.notice(following.notice, member.group)
        text = session.notice_text(notice.id, member.id, group=member.group)
    except ModeratorError:
        return act  # the step can be put on record all the same
    return Act(following=following, offer=Offer(notice=notice, text=text))


# ---- words


def title_text(act: Act) -> str:
    """What Enter puts on record: 张三已在微信里移到自由群."""
    step, name = act.following, act.following.member.name
    if act.proposes:
        return translate("NextAct", "提请移出{name}", name=name)
    if step.action is Action.SUSPEND and step.until is None:
        return translate("NextAct", "{name}暂停，何时结束再定", name=name)
    if step.action is Action.SUSPEND:
        return translate("NextAct", "{name}暂停到{day}", name=name, day=_until(step))
    if step.action is Action.FINE:
        return _fine_text(act)
    if step.action is Action.MOVE:
        return translate("NextAct", "{name}已在微信里移到自由群", name=name)
    return translate("NextAct", "{name}已在微信里移出", name=name)


def _fine_text(act: Act) -> str:
    name, amount = act.following.member.name, act.following.amount
    if not amount:
        return translate("NextAct", "{name}罚款或红包，数额待填", name=name)
    if act.following.packet:
        return translate("NextAct", "{name}发红包，{amount}", name=name, amount=amount)
    return translate("NextAct", "{name}罚款 {amount}", name=name, amount=amount)


def _until(step: Following) -> str:
    return date_text(step.until, step.strike.at.date()) if step.until is not None else ""


def trailing_text(act: Act) -> str:
    """The notice that is copied with it, or whose consent is missing."""
    return act.offer.notice.title.get(language()) if act.offer else ""


def preview_text(act: Act) -> str:
    """What the notice says, or whose consent is missing."""
    if act.offer is not None:
        return act.offer.text
    return reason_text(act.following.needs) if act.following.needs is not None else ""


def primary_text(act: Act) -> str:
    """The verb on the button."""
    if act.offer is not None:
        return translate("NextAct", "记下，复制告知")
    if act.proposes:
        return translate("NextAct", "提请移出")
    if act.following.packet:
        return translate("NextAct", "记红包")
    return {
        Action.MOVE: translate("NextAct", "记为在自由群"),
        Action.SUSPEND: translate("NextAct", "记为暂停"),
        Action.REMOVE: translate("NextAct", "记为移出"),
        Action.FINE: translate("NextAct", "记罚款"),
    }[act.following.action]


def label_text(acts: Sequence[Act]) -> str:
    """Above the steps: when they are to be put on record, and what that does to the groups."""
    if not any(act.in_wechat for act in acts):
        return translate("NextAct", "接下来")
    said = translate("NextAct", "在微信里办好之后，记下这一步")
    groups = next((act.following.groups for act in acts if act.following.groups is not None), None)
    if groups is None:
        return said
    return translate("NextAct", "{step}。{groups}", step=said, groups=reason_text(groups))


def followed_text(act: Act) -> tuple[str, str]:
    """The two lines of the toast after a step was put on record."""
    step, name = act.following, act.following.member.name
    if act.proposes:
        needs = reason_text(step.needs) if step.needs is not None else ""
        return translate("NextAct", "已提请移出{name}", name=name), needs
    told = {
        Action.MOVE: translate("NextAct", "{name}已记为在自由群", name=name),
        Action.REMOVE: translate("NextAct", "{name}已记为移出", name=name),
        Action.SUSPEND: translate("NextAct", "已记下：{what}", what=title_text(act)),
        Action.FINE: translate("NextAct", "已记下：{what}", what=title_text(act)),
    }[step.action]
    return told, _where_to_paste(act)


def _where_to_paste(act: Act) -> str:
    if act.offer is None:
        return ""
    notice = act.offer.notice.title.get(language())
    if act.following.action is Action.MOVE:
        return translate("NextAct", "「{notice}」已复制，请贴到自由群里", notice=notice)
    return translate("NextAct", "「{notice}」已复制，可以贴到群里", notice=notice)


def waiting_text(step: Following) -> str:
    """A step that is still open, beside a person: 待移到自由群, or whose consent is missing."""
    if step.pending is not None:
        missing = reason_text(step.pending.needs)
        return translate("NextAct", "已提请移出。{missing}", missing=missing)
    return {
        Action.MOVE: translate("NextAct", "上次要移到自由群，还没有记下"),
        Action.REMOVE: translate("NextAct", "上次要移出，还没有记下"),
        Action.SUSPEND: translate("NextAct", "上次要暂停，还没有记下"),
        Action.FINE: translate("NextAct", "上次要罚款或发红包，还没有记下"),
    }[step.action]
