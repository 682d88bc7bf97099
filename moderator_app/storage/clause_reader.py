"""Clauses, signs and ladders from the tree of a rulebook file; every refusal names its line."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Context, Kind, Message, Role, Speaker
from moderator_app.core.roster.ladder import Family, Ladder, LadderStep
from moderator_app.core.rules.past import Checked, Outcome, Past
from moderator_app.core.rules.rulebook import (
    Clause,
    ClauseLevel,
    Example,
    Examples,
    Excuse,
    NoticeIds,
    Option,
    Period,
    Row,
    Sign,
    Term,
)
from moderator_app.core.rules.verdict import Action
from moderator_app.core.wording import Wording
from moderator_app.storage.strict_yaml import Tree

Word = TypeVar("Word", bound=StrEnum)

_TERM = re.compile(r"^(?P<absent>not\s+)?(?P<sign>[\w.-]+)(?:\s+x(?P<times>\d{1,2}))?$")
_SIGN_KEYS = {"title", "words", "pattern", "detector", "model", "with", "any", "allow"}
_CLAUSE_KEYS = {
    "id", "number", "title", "text", "level", "enabled", "consequence", "needs", "weigh", "signs", "words",
    "violation", "unsure", "allow", "excuses", "exempt", "general", "examples",
}  # fmt: skip


def wording(tree: Tree | None) -> Wording:
    """A text in Chinese alone, or `{zh: …, en: …}`."""
    if tree is None:
        return Wording("")
    if isinstance(tree.value, str):
        return Wording(tree.value)
    return Wording(text(tree, "zh"), text(tree, "en"))


def text(tree: Tree, key: str, default: str = "") -> str:
    """The scalar under a key."""
    found = tree.get(key)
    return default if found is None else found.text()


def words(tree: Tree | None) -> tuple[str, ...]:
    """A list, or one text whose words are parted by blanks; nothing is an empty list."""
    if tree is None:
        return ()
    if isinstance(tree.value, str):
        return tuple(dict.fromkeys(tree.value.split()))
    return tuple(dict.fromkeys(word for item in tree.list() if (word := item.text().strip())))


def number(tree: Tree | None, default: float) -> float:
    """A finite number."""
    if tree is None:
        return default
    try:
        found = float(tree.text())
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise BadInput("yaml.not-number", line=tree.line, value=str(tree.value))
    return found


def count(tree: Tree | None, default: int) -> int:
    """A whole number that is not negative."""
    if tree is None:
        return default
    if not re.fullmatch(r"\d{1,6}", tree.text()):
        raise BadInput("yaml.not-count", line=tree.line, value=tree.text())
    return int(tree.text())


def choice(kind: type[Word], tree: Tree) -> Word:
    """One of the words that an enumeration knows."""
    try:
        return kind(tree.text())
    except ValueError as error:
        raise BadInput(
            "yaml.unknown-value", line=tree.line, value=tree.text(), allowed="、".join(kind)
        ) from error


def choices(kind: type[Word], tree: Tree | None) -> frozenset[Word]:
    """A list of such words."""
    return frozenset(choice(kind, item) for item in tree.list()) if tree is not None else frozenset()


def only(tree: Tree, known: Iterable[str]) -> None:
    """Refuses keys that nobody reads: a slip in a name must not pass in silence."""
    allowed = set(known)
    for key, value in tree.items():
        if key not in allowed:
            raise BadInput("yaml.unknown-key", line=value.line, key=key)


def sign(name: str, tree: Tree) -> Sign:
    """One sign of a lexicon or of a rulebook."""
    only(tree, _SIGN_KEYS)
    return Sign(
        id=name,
        title=wording(tree.get("title")),
        words=words(tree.get("words")),
        pattern=text(tree, "pattern"),
        detector=text(tree, "detector"),
        model=text(tree, "model"),
        options=_options(tree.get("with")),
        any=words(tree.get("any")),
        allow=words(tree.get("allow")),
    )


def _options(tree: Tree | None) -> dict[str, Option]:
    if tree is None:
        return {}
    return {
        key: value.value if isinstance(value.value, str) else tuple(item.text() for item in value.list())
        for key, value in tree.items()
    }


def clause(tree: Tree, place: int) -> tuple[Clause, dict[str, Sign]]:
    """A clause, and the signs that it defines for itself."""
    only(tree, _CLAUSE_KEYS)
    name = text(tree, "id")
    if not name:
        raise BadInput("clause.no-id", line=tree.line)
    violation = number(tree.get("violation"), 1.0)
    enabled, watched = _mode(tree.get("enabled"))
    consequence = tree.get("consequence")
    rows, own = _rows(name, tree, violation)
    return (
        Clause(
            id=name,
            number=int(number(tree.get("number"), place)),
            title=wording(tree.get("title")),
            text=wording(tree.get("text")),
            level=_optional(ClauseLevel, tree.get("level"), ClauseLevel.VIOLATION),
            enabled=enabled,
            watched=watched,
            consequence=_step(consequence) if consequence else None,
            rows=tuple(rows),
            needs=words(tree.get("needs")),
            violation=violation,
            unsure=number(tree.get("unsure"), violation),
            allow=words(tree.get("allow")),
            excuses=choices(Excuse, tree.get("excuses")),
            exempt_roles=choices(Role, tree.get("exempt")),
            general=switch(tree.get("general"), default=False),
            examples=_examples(tree.get("examples")),
        ),
        own,
    )


def _rows(name: str, tree: Tree, violation: float) -> tuple[list[Row], dict[str, Sign]]:
    rows: list[Row] = []
    own: dict[str, Sign] = {}
    if (weigh := tree.get("weigh")) is not None:
        rows += [Row(terms=_terms(key, value.line), points=number(value, 0)) for key, value in weigh.items()]
    for item in (tree.get("signs") or Tree([], tree.line)).list():
        parts = dict(item.items())
        points = parts.pop("points", None)
        made = sign(f"{name}.{parts.pop('id', item).text()}", Tree(parts, item.line))
        own[made.id] = made
        rows.append(Row(terms=(Term(sign=made.id),), points=number(points, violation)))
    if literal := words(tree.get("words")):
        own[f"{name}.words"] = Sign(id=f"{name}.words", title=wording(tree.get("title")), words=literal)
        rows.append(Row(terms=(Term(sign=f"{name}.words"),), points=violation))
    return rows, own


def _terms(key: str, line: int) -> tuple[Term, ...]:
    """`stock + price x2 + not question` as terms."""
    found = []
    for part in key.split("+"):
        match = _TERM.match(part.strip())
        if match is None:
            raise BadInput("clause.row", line=line, row=key)
        times = int(match["times"] or 1)
        found.append(Term(sign=match["sign"], times=max(1, times), absent=bool(match["absent"])))
    return tuple(found)


def _examples(tree: Tree | None) -> Examples:
    if tree is None:
        return Examples()
    only(tree, ("hit", "miss"))
    hit, miss = tree.get("hit"), tree.get("miss")
    return Examples(
        hit=tuple(_example(item) for item in hit.list()) if hit else (),
        miss=tuple(_example(item) for item in miss.list()) if miss else (),
    )


def _example(tree: Tree) -> Example:
    """A text, or a mapping that also tells who says it, when, and after what."""
    if isinstance(tree.value, str):
        return Example(message=Message(text=tree.value))
    only(
        tree,
        ("text", "kind", "sender", "card", "role", "at", "assumed", "codes", "decided", "before", "past"),
    )
    sender, card, before = text(tree, "sender"), text(tree, "card"), tree.get("before")
    speaker = Speaker(name=sender, card=card, role=_optional(Role, tree.get("role"), Role.MEMBER))
    at = _moment(tree.get("at"))
    kind = _optional(Kind, tree.get("kind"), Kind.TEXT)
    return Example(
        message=Message(
            text=text(tree, "text"),
            sender=sender,
            at=at,
            kind=kind,
            codes=words(tree.get("codes")),
            assumed=switch(tree.get("assumed"), default=False),
        ),
        context=Context(
            now=at,
            speaker=speaker,
            before=tuple(_earlier(item) for item in before.list()) if before else (),
            past=_past(tree.get("past")),
        ),
        decided=switch(tree.get("decided"), default=False),
    )


def _past(tree: Tree | None) -> Past | None:
    """What the group's history holds in an example; its outcome is open where none is told."""
    if tree is None:
        return None
    return Past(_checked(item, str(place)) for place, item in enumerate(tree.list()))


def _checked(tree: Tree, place: str) -> Checked:
    only(tree, ("sender", "text", "at", "outcome", "rules"))
    at = _moment(tree.get("at"))
    if at is None:
        raise BadInput("yaml.not-date", line=tree.line, value="")
    return Checked.of(
        text(tree, "text"),
        id=place,
        at=at,
        name=text(tree, "sender"),
        rules=words(tree.get("rules")),
        outcome=_optional(Outcome, tree.get("outcome"), Outcome.OPEN),
    )


def _earlier(tree: Tree) -> Message:
    only(tree, ("sender", "text", "kind", "at"))
    return Message(
        text=text(tree, "text"),
        sender=text(tree, "sender"),
        at=_moment(tree.get("at")),
        kind=_optional(Kind, tree.get("kind"), Kind.TEXT),
    )


def _moment(tree: Tree | None) -> datetime | None:
    if tree is None:
        return None
    try:
        return datetime.fromisoformat(tree.text())
    except ValueError as error:
        raise BadInput("yaml.not-date", line=tree.line, value=tree.text()) from error


def _optional(kind: type[Word], tree: Tree | None, default: Word) -> Word:
    return default if tree is None else choice(kind, tree)


def switch(tree: Tree | None, *, default: bool = True) -> bool:
    """`true` or `false`."""
    if tree is None:
        return default
    if tree.text() not in ("true", "false"):
        raise BadInput("yaml.unknown-value", line=tree.line, value=tree.text(), allowed="true、false")
    return tree.text() == "true"


def _mode(tree: Tree | None) -> tuple[bool, bool]:
    """Whether a clause is on, and whether it is only watched."""
    if tree is not None and tree.text() == "watch":
        return True, True
    if tree is not None and tree.text() not in ("true", "false"):
        raise BadInput("yaml.unknown-value", line=tree.line, value=tree.text(), allowed="true、false、watch")
    return tree is None or tree.text() == "true", False


def ladder(tree: Tree | None) -> Ladder:
    """The steps of the ladder."""
    if tree is None:
        return Ladder()
    only(tree, ("steps", "lapse_days", "families"))
    steps, families = tree.get("steps"), tree.get("families")
    return Ladder(
        steps=tuple(_step(item) for item in steps.list()) if steps else (),
        lapse_days=count(tree.get("lapse_days"), 0),
        families=tuple(_family(item) for item in families.list()) if families else (),
    )


def _family(tree: Tree) -> Family:
    """Rules that count apart: their ids alone, or with steps of their own."""
    if not isinstance(tree.value, dict):
        return Family(rules=frozenset(words(tree)))
    only(tree, ("rules", "steps"))
    steps = tree.get("steps")
    return Family(
        rules=frozenset(words(tree.get("rules"))),
        steps=tuple(_step(item) for item in steps.list()) if steps else (),
    )


def _step(tree: Tree) -> LadderStep:
    only(tree, ("action", "notice", "notices", "days", "amount", "packet"))
    notices = tree.get("notices")
    action = tree.get("action")
    if action is None:
        raise BadInput("ladder.no-action", line=tree.line)
    return LadderStep(
        action=choice(Action, action),
        notice=text(tree, "notice"),
        notices={key: value.text() for key, value in notices.items()} if notices else {},
        days=count(tree.get("days"), 0),
        amount=text(tree, "amount"),
        packet=switch(tree.get("packet"), default=False),
    )


def notices(tree: Tree | None) -> NoticeIds:
    """Which notice serves where no ladder decides."""
    if tree is None:
        return NoticeIds()
    only(tree, (field.name for field in fields(NoticeIds)))
    return NoticeIds(**{key: value.text() for key, value in tree.items()})


def period(tree: Tree) -> Period:
    """A special period; without a start it is not in force."""
    only(tree, ("id", "title", "clauses", "signs", "start", "end"))
    return Period(
        id=text(tree, "id"),
        title=wording(tree.get("title")),
        clauses=words(tree.get("clauses")),
        signs=words(tree.get("signs")),
        start=_day(tree.get("start")),
        end=_day(tree.get("end")),
    )


def _day(tree: Tree | None) -> date | None:
    if tree is None or not tree.text():
        return None
    try:
        return date.fromisoformat(tree.text())
    except ValueError as error:
        raise BadInput("yaml.not-date", line=tree.line, value=tree.text()) from error
