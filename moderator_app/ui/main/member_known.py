"""Gathers what the session knows of one member: facts, the same person elsewhere, and what is pressing."""

from __future__ import annotations

from collections.abc import Iterator

from moderator_app.core.errors import Ambiguous
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.names import plain
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.sentences import reason_text, status_text
from moderator_app.sentences.ledger import field_text, value_text
from moderator_app.session import Conflict, Session
from moderator_app.ui.main.cards import card_read, card_state
from moderator_app.ui.main.member_alerts import Alert, Choice
from moderator_app.ui.main.member_facts import Elsewhere, Known
from moderator_app.ui.main.member_roll import Roll

OURS, THEIRS = "ours", "theirs"
_MOST_TWINS = 5
_MOST_ON_A_BUTTON = 16  # characters


def known_of(session: Session, member: Member, roll: Roll) -> Known:
    """The facts about a member."""
    rulebook = roll.rulebook
    card, silent = roll.cards.get(member.id), roll.silent.get(member.id)
    reminded = card.reminded if card else silent.reminded if silent else ()
    return Known(
        member=member,
        seen=session.people.last_heard(member.id),
        state=card_state(member, rulebook),
        card=card_read(member, rulebook),
        reminded=reminded,
        elsewhere=[_elsewhere(session, other) for other in session.exchange.linked(member.id)],
    )


def _elsewhere(session: Session, other: Member) -> Elsewhere:
    """「自由群：王五 · 群成员 · 2 次」."""
    group = next((each for each in session.groups() if each.id == other.group), None)
    title = group.title.get(language()) if group else other.group
    parts = [other.name, status_text(other.status, group)]
    count = session.row(other.id).active
    if count:
        parts.append(translate("Members", "{count} 次", count=count))
    return Elsewhere(
        member=other.id,
        text=translate("Members", "{group}：{person}", group=title, person=" · ".join(parts)),
    )


def alerts_of(session: Session, member: Member, conflicts: tuple[Conflict, ...]) -> list[Alert]:
    """What has to be known or decided about a member, the gravest first."""
    return [
        *_blocked(session, member),
        *_pending(session, member),
        *(conflict_alert(each) for each in conflicts if each.member.id == member.id),
        *_twins(session, member),
    ]


def _blocked(session: Session, member: Member) -> Iterator[Alert]:
    listed = {each.member.id: each for each in session.process.blocked()}
    if member.id in listed:
        own = listed[member.id]
        said = translate("Members", "在黑名单里（{day}）：{why}", day=own.at.date().isoformat(), why=own.why)
        choice = Choice(name="unblock", text=translate("Members", "移出黑名单"))
        yield Alert(name="blocked", text=said, level=Level.VIOLATION, choices=(choice,))
        return
    alarm = next(iter(session.process.alarms((member.name, *member.aliases), member.id)), None)
    if alarm is not None:
        said = translate(
            "Members",
            "和黑名单里的「{known}」名字相同或相近：{why}",
            known=alarm.known,
            why=alarm.blocked.why,
        )
        choice = Choice(name=f"apart-{alarm.blocked.member.id}", text=translate("Members", "不是同一人"))
        yield Alert(name="alarm", text=said, choices=(choice,))


def _pending(session: Session, member: Member) -> Iterator[Alert]:
    for each in session.process.pending(member.group):
        if each.member.id == member.id:
            said = translate("Members", "已提请移出。{needs}", needs=reason_text(each.needs))
            choice = Choice(name="todo", text=translate("Members", "去处理"))
            yield Alert(name="pending", text=said, choices=(choice,))


def conflict_alert(conflict: Conflict) -> Alert:
    """「群名片，李管写的是「…」，王管写的是「…」。用哪一个？」."""
    ours, theirs = conflict.ours, conflict.theirs
    unknown = translate("Members", "另一位管理员")
    said = translate(
        "Members",
        "{field}有两种写法：{me}写「{mine}」，{other}写「{their}」。用哪一个？",
        field=field_text(conflict.field),
        me=ours.moderator or translate("Members", "本机"),
        mine=value_text(ours.value),
        other=theirs.moderator or unknown,
        their=value_text(theirs.value),
    )
    choices = (
        Choice(name=OURS, text=_use(value_text(ours.value), translate("Members", "用前一种"))),
        Choice(name=THEIRS, text=_use(value_text(theirs.value), translate("Members", "用后一种"))),
    )
    return Alert(name=f"conflict-{conflict.field}", text=said, choices=choices)


def _use(value: str, place: str) -> str:
    """The button for one of two values: the value itself, or where it stands if it is too long for one."""
    return translate("Members", "用「{value}」", value=value) if len(value) <= _MOST_ON_A_BUTTON else place


def _twins(session: Session, member: Member) -> Iterator[Alert]:
    """Others of exactly the same name in the group: they may be one person."""
    try:
        session.member(member.name, member.group)
    except Ambiguous:
        found = [row.member for row in session.search(member.name, member.group)]
    else:
        return
    for other in found[:_MOST_TWINS]:
        if other.id == member.id or plain(other.name) != plain(member.name):
            continue
        if session.exchange.are_apart(member.id, other.id):
            continue
        told = other.card or translate("Members", "没有名片")
        said = translate("Members", "名单里还有一位「{name}」（{card}）。", name=other.name, card=told)
        choices = (
            Choice(name=f"same-{other.id}", text=translate("Members", "是同一人…")),
            Choice(name=f"apart-{other.id}", text=translate("Members", "不是同一人")),
        )
        yield Alert(name="twin", text=said, choices=choices)
