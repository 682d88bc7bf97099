"""Names what an action did, so that a toast and 撤销 can say it, also after a restart."""

from __future__ import annotations

import json
from collections.abc import Sequence

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.wording import Reason, Value

_WEIGHTIEST = (
    EntryKind.ERASED,
    EntryKind.STRIKE,
    EntryKind.VOID,
    EntryKind.UPHELD,
    EntryKind.RESTORED,
    EntryKind.CARRIED_OUT,
    EntryKind.PROPOSED,
    EntryKind.DECLINED,
    EntryKind.AGREED,
    EntryKind.APPEALED,
    EntryKind.REPORTED,
    EntryKind.REPORT_CLOSED,
    EntryKind.FINE,
    EntryKind.PAID,
    EntryKind.TASK,
    EntryKind.ANSWERED,
    EntryKind.BLOCKED,
    EntryKind.UNBLOCKED,
    EntryKind.SAME,
    EntryKind.LINKED,
    EntryKind.APART,
    EntryKind.SETTLED,
    EntryKind.MEMBER_REMOVED,
    EntryKind.MEMBER_ADDED,
    EntryKind.MEMBER_EDITED,
    EntryKind.NOTICE,
    EntryKind.MISJUDGED,
    EntryKind.BREACH,
    EntryKind.CHANGED,
    EntryKind.UNDO,
)
RULINGS = frozenset({EntryKind.MISJUDGED, EntryKind.BREACH})
"""What the moderator decided of a message."""
IMPORT = "import"
"""The deed of taking over a list of members: some are added, others changed."""
_EXCERPT = 16
_MOST_NAMES = 50

_SEVERAL = {EntryKind.STRIKE: "strikes", EntryKind.MEMBER_ADDED: "welcome"}
"""What one action on several people is called; whoever came with a notice was welcomed."""


def main_entry(entries: Sequence[Entry]) -> Entry:
    """The entry that the action was about: the strike, not the notice given with it."""
    return min(entries, key=lambda entry: _WEIGHTIEST.index(entry.kind))


def label_of(entries: Sequence[Entry], rulebook: Rulebook | None, *, undone: bool = False) -> Reason:
    """The name of the action that these entries are, done or undone."""
    entry = main_entry(entries)
    alike = [other for other in entries if other.kind is entry.kind]
    notice = next((other.notice for other in entries if other.notice), "")
    rules = list(dict.fromkeys(rule for other in alike for rule in other.rules))
    values: dict[str, Value] = {"member": entry.name, "notice": notice, **_titles(rules, rulebook)}
    deed = entry.deed or entry.kind.value
    if entry.thing.startswith("setting/"):
        values["name"] = entry.thing.removeprefix("setting/")
    if entry.kind in RULINGS:
        values["excerpt"] = _excerpt(entry.message)
    several = "" if entry.deed else _SEVERAL.get(entry.kind, "")
    if several and (len(alike) > 1 or (several == "welcome" and notice)):
        deed = several
    count = len({other.member for other in entries}) if entry.deed == IMPORT else len(alike)
    names = dict.fromkeys(other.name for other in alike[:_MOST_NAMES])
    values |= {"count": count, "members": "、".join(names)}
    values |= {"amount": entry.amount, "thing": entry.thing, "step": entry.step.value}
    values |= _group_title(entry) | _of_the_whole(entry)
    if undone:  # who was deleted when something was merged does not come back with it
        values.pop("erased", None)
    if entry.member and not entry.name:
        values["gone"] = True  # the person's data were deleted since
    return Reason(f"{'undone' if undone else 'did'}.{deed}", values)


def belongs_to_group(label: Reason) -> bool:
    """Whether what a label names was done in one group, which it does not name itself."""
    thing = str(label.values.get("thing", ""))
    return not thing or thing.startswith(("notice/", "rule/"))


def concerns(entry: Entry, group: str) -> bool:
    """Whether an entry tells of a group in which it was not made: of that one, or of all of them."""
    thing = entry.thing
    return thing == f"group/{group}" or thing.startswith("setting/") or (thing != "" and "/" not in thing)


def _group_title(entry: Entry) -> dict[str, Value]:
    """What a group that was changed is called since."""
    if entry.kind is not EntryKind.CHANGED or not entry.thing.startswith("group/"):
        return {}
    try:
        group = json.loads(entry.now)
        return {"group": str(group["title"]), "group_en": str(group["title_en"])}
    except (ValueError, KeyError, TypeError):  # emptied, because a person was erased
        return {"group": entry.group, "group_en": ""}


def _of_the_whole(entry: Entry) -> dict[str, Value]:
    """What a step on the whole record kept, as far as its name tells it."""
    if entry.kind is not EntryKind.CHANGED or "/" in entry.thing:
        return {}
    values: dict[str, Value] = {"count": 0, "members": "", "day": "", "erased": 0}
    try:
        facts = json.loads(entry.now)
        return values | {name: facts[name] for name in values if isinstance(facts.get(name), str | int)}
    except (ValueError, AttributeError):  # emptied, because a person was erased
        return values


def _titles(rules: Sequence[str], rulebook: Rulebook | None) -> dict[str, Value]:
    clauses = [(rule, rulebook.clause(rule) if rulebook else None) for rule in rules]
    zh = [clause.title.zh if clause else rule for rule, clause in clauses]
    en = [clause.title.get("en") if clause else rule for rule, clause in clauses]
    return {"rule": "、".join(zh), "rule_en": ", ".join(en)}


def _excerpt(text: str) -> str:
    """The beginning of a message on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _EXCERPT else f"{flat[:_EXCERPT]}…"
