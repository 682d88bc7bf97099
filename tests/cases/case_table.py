"""The table of judged sentences: YAML files beside this one, each a list of cases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from moderator_app.core.message import Context, Kind, Message, Role, Speaker
from moderator_app.core.rules.verdict import Verdict

HERE = Path(__file__).parent
TRANSCRIPTS = HERE / "transcripts.yaml"
"""Whole conversations: a table of another form, with a test of its own."""
NOW = datetime(2026, 3, 2, 10, 0)

KNOWN_MISSES = frozenset((HERE / "known_misses.txt").read_text(encoding="utf-8").split())
"""What is still judged wrongly, by id; one that is judged rightly must leave the list (xfail is strict)."""
MISS = pytest.mark.xfail(reason="known to be judged wrongly", strict=True)

_DURATION = re.compile(
    r"^-P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?$"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence with its surroundings and what is to be said of it."""

    id: str
    group: str
    message: Message
    context: Context
    levels: tuple[str, ...]
    rules: tuple[str, ...]
    rules_any: tuple[str, ...]
    not_rules: tuple[str, ...]

    def wrong(self, verdict: Verdict) -> str:
        """What the verdict gets wrong, or "" where it is right."""
        said = f"{verdict.level} {', '.join(verdict.rules)}"
        if verdict.level not in self.levels:
            return f"{' or '.join(self.levels)} expected, {said} said: {self.message.text!r}"
        if verdict.level == "ok":
            return ""
        missing = [rule for rule in self.rules if rule not in verdict.rules]
        if self.rules_any and not set(self.rules_any) & set(verdict.rules):
            missing.append(" | ".join(self.rules_any))
        extra = [rule for rule in self.not_rules if rule in verdict.rules]
        if missing or extra:
            return f"missing {missing}, unwanted {extra}, {said} said: {self.message.text!r}"
        return ""


def moment(value: str | datetime | None, now: datetime) -> datetime | None:
    """An ISO time, or an ISO-8601 duration before now."""
    if value is None or isinstance(value, datetime):
        return value
    found = _DURATION.match(value)
    if found is None:
        return datetime.fromisoformat(value)
    return now - timedelta(**{unit: int(number or 0) for unit, number in found.groupdict().items()})


def _case(row: Mapping[str, Any]) -> Case:
    now = moment(row.get("at"), NOW) or NOW
    member = row.get("member") or {}
    speaker = Speaker(
        name=member.get("name", ""),
        card=member.get("card", ""),
        role=Role(member.get("role", "member")),
    )
    before = tuple(
        Message(
            text=earlier["text"],
            sender=earlier.get("sender", ""),
            at=moment(earlier.get("at"), now),
            kind=Kind(earlier.get("kind", "text")),
        )
        for earlier in row.get("before") or ()
    )
    return Case(
        id=row["id"],
        group=row.get("group", "yigongxie"),
        message=Message(text=row["text"], sender=speaker.name, at=now, kind=Kind(row.get("kind", "text"))),
        context=Context(now=now, speaker=speaker, before=before),
        levels=(level,) if isinstance(level := row["level"], str) else tuple(level),
        rules=tuple(row.get("rules") or ()),
        rules_any=tuple(row.get("rules_any") or ()),
        not_rules=tuple(row.get("not_rules") or ()),
    )


def load_cases(folder: Path = HERE) -> list[Case]:
    """All cases of all files of a folder, in order."""
    return [
        _case(row)
        for path in sorted(folder.glob("*.yaml"))
        if path.name != TRANSCRIPTS.name
        for row in yaml.safe_load(path.read_text(encoding="utf-8")) or ()
    ]
