"""Takes copied text apart and judges each message with what was said before it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Context, Kind, Message, Role, Speaker
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.names import plain
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.clipboard import Clipboard, parse_clipboard
from moderator_app.session import checking
from moderator_app.session.checking import Judged, case_of, speaker_of
from moderator_app.session.recall import Recall
from moderator_app.session.types import LONGEST, LONGEST_CONVERSATION, Case, Conversation
from moderator_app.session.who import Who

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


Steps = Generator[tuple[int, int], None, Case]
"""A check under way: how many messages of how many were judged, then the case that it answers with."""


def finished(steps: Steps) -> Case:
    """The case at the end of a check, without a pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            case: Case = end.value
            return case


def check(
    desk: Desk,
    text: str,
    *,
    group: str | None,
    member: str | None,
    role: Role | None,
    strikes: int | None,
    at: datetime | None,
    before: Sequence[Message],
    codes: Sequence[str],
) -> Steps:
    """The case of the worst message in `text`, with all others in its `conversation`.

    `member`, `role`, `strikes` and `at` are of the one message that the text is; the messages of a
    conversation bring their own.
    """
    home = desk.group(group)
    copied = _copied(desk, text, home)
    messages = _with_codes(_said(copied, text), tuple(codes))
    table = _Table(desk, home, before, messages)
    if len(messages) == 1:
        judged = [table.judged(0, member=member, role=role, strikes=strikes, at=at)]
    else:
        judged = []
        for number in range(len(messages)):
            judged.append(table.judged(number))
            yield number + 1, len(messages)
    said = [each for each in judged if each.message.kind is not Kind.SYSTEM]
    offenders = yield from _offenders(desk, home, judged)
    told = Conversation(
        offenders=offenders,
        messages=tuple(each.message for each in said),
        verdicts=tuple(each.verdict for each in said),
        members=tuple(each.who.member.id if each.who.member else "" for each in said),
        joins=copied.joins,
        form=copied.form,
    )
    case = told.offenders[0] if told.offenders else case_of(desk, home, _speaking(judged))
    return replace(case, messages=told.messages, conversation=told)


def for_member(desk: Desk, case: Case, member: str | None) -> Case:
    """The case with another person in it; what was judged stays."""
    other = checking.for_member(desk, case, member)
    return replace(other, again=Recall(desk, case.group).again(other))


def _copied(desk: Desk, text: str, home: Group) -> Clipboard:
    """The text taken apart; one that is too long to be read to its end is refused."""

    def known(name: str) -> bool:
        who = desk.roster.who(name, home)
        return who.member is not None or bool(who.same_name)

    if len(text) <= LONGEST_CONVERSATION:
        copied = parse_clipboard(text, today=desk.now().date(), known=known)
        if len(text) <= LONGEST or len(copied.messages) > 1:
            return copied
    most = LONGEST if len(text) <= LONGEST_CONVERSATION else LONGEST_CONVERSATION
    raise BadInput("check.too-long", length=f"{len(text):,}", most=f"{most:,}")


def _said(copied: Clipboard, text: str) -> tuple[Message, ...]:
    """What members said; system lines alone are one message that nobody is charged with."""
    said = tuple(message for message in copied.messages if message.kind is not Kind.SYSTEM)
    return said or (Message(text=text, kind=Kind.SYSTEM),)


def _with_codes(messages: tuple[Message, ...], codes: tuple[str, ...]) -> tuple[Message, ...]:
    """The messages with what the pictures beside the text say.

    In a conversation they are charged to the one person who sent pictures; where that is not one
    person, to nobody: a guess must not accuse.
    """
    if not codes:
        return messages
    pictures = [number for number, message in enumerate(messages) if message.kind is Kind.PICTURE]
    if len(messages) > 1 and len({messages[number].sender for number in pictures}) != 1:
        end = messages[-1].start + len(messages[-1].text)
        return (*messages, Message(text="[图片]", kind=Kind.PICTURE, codes=codes, start=end))
    place = pictures[0] if pictures else 0
    shown = replace(messages[place], codes=codes)
    if not shown.text.strip():
        shown = replace(shown, kind=Kind.PICTURE)
    return (*messages[:place], shown, *messages[place + 1 :])


class _Table:
    """The messages of one text, each judged with those before it; people are looked up once."""

    def __init__(
        self, desk: Desk, home: Group, before: Sequence[Message], messages: tuple[Message, ...]
    ) -> None:
        self._desk = desk
        self._home = home
        self._rulebook = desk.library.rulebook_of(home)
        self._said = (*before, *messages)
        self._earlier = len(before)
        self._own_notices = desk.own_notices()
        self._past = desk.past(home.id)
        self._now = desk.now()
        self._people: dict[str, tuple[Who, Speaker]] = {}

    def _person(self, name: str) -> tuple[Who, Speaker]:
        """Whom a name means, and what the judge may know of them."""
        if name not in self._people:
            who = self._desk.roster.who(name, self._home)
            self._people[name] = who, speaker_of(who)
        return self._people[name]

    def judged(
        self,
        number: int,
        *,
        member: str | None = None,
        role: Role | None = None,
        strikes: int | None = None,
        at: datetime | None = None,
    ) -> Judged:
        """The message in this place with its verdict."""
        place = self._earlier + number
        message = self._said[place]
        message = replace(message, at=message.at or at)
        if message.at is None:
            message = replace(message, assumed=True)
        who, speaker = self._person(member or message.sender)
        if role is not None:
            speaker = speaker_of(who, role)
        moment = message.at or self._now
        context = Context(
            now=moment,
            speaker=speaker,
            before=self._said[:place],
            own_notices=self._own_notices,
            past=self._past,
        )
        verdict = judge(message, self._rulebook, context)
        return Judged(message=message, verdict=verdict, who=who, at=moment, strikes=strikes)


def _speaking(judged: Sequence[Judged]) -> Judged:
    """Which message speaks for a conversation in which nothing is wrong: a good answer, else the last."""
    return next((each for each in judged if each.verdict.answers_need), judged[-1])


def _offenders(
    desk: Desk, home: Group, judged: Sequence[Judged]
) -> Generator[tuple[int, int], None, tuple[Case, ...]]:
    """One case a person, violations before doubts, each in the order in which they were sent.

    A sender nobody can tell is a person of their own each time. A pause follows each offence.
    """
    offences = [(number, each) for number, each in enumerate(judged) if each.verdict.level is not Level.OK]
    offences.sort(key=lambda numbered: (-numbered[1].verdict.level.rank, numbered[0]))
    people: dict[str | int, list[Case]] = {}
    recall = Recall(desk, home)
    messages = tuple(each.message for each in judged)
    for number, each in offences:
        case = replace(case_of(desk, home, each), messages=messages)
        case = replace(case, again=recall.again(case), alike=recall.alike(case))
        people.setdefault(_person(each.who) or number, []).append(case)
        yield len(judged), len(judged)
    return tuple(replace(worst, more=tuple(others)) for worst, *others in people.values())


def _person(who: Who) -> str:
    return who.member.id if who.member else plain(who.name)
