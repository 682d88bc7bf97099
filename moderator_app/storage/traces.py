"""What is kept of a person, counted before it is deleted, and where their names stand in others' words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.parting import Mention, Traces
from moderator_app.storage.erased_examples import CHANGES
from moderator_app.storage.erasing import Person, person_of
from moderator_app.storage.history import History
from moderator_app.storage.layout import Layout

_SHOWN = 5
_AROUND = 12
_OWN = (("notices", "*.md"), ("rulebooks", "*.yaml"))


def traces_of(
    ids: Collection[str], entries: tuple[Entry, ...], layout: Layout, reporter_of: Callable[[str], str]
) -> Traces:
    """Count what there is of a person with these ids; changes nothing."""
    person = person_of(ids, entries)
    said = [person.checked(doc) for doc in History(layout.history).every()]
    about = [entry for entry in entries if entry.id in person.entries]
    heard = (str(doc.get("text", "")) for doc in said if doc is not None)
    others = list(dict.fromkeys([*_said_by_others(person, entries), *heard]))
    return Traces(
        entries=len(about),
        strikes=sum(entry.kind is EntryKind.STRIKE for entry in about),
        pictures=len(person.pictures),
        checks=said.count(None),
        reports=sum(reporter_of(e.id) in person.names for e in entries if e.kind is EntryKind.REPORTED),
        examples=sum(_examples(person, layout)),
        mentions=tuple(_mentions(person, others)),
        own_texts=tuple(_own_texts(person, layout)),
    )


def _said_by_others(person: Person, entries: tuple[Entry, ...]) -> Iterator[str]:
    """The words of others as the record would keep them: what a deletion masks anyhow is masked."""
    concerned = (
        entry
        for entry in in_order(entries)
        if entry.id not in person.entries and any(name in entry.message for name in person.names)
    )
    return (entry.message for entry in person.taken_out_of(concerned))


def _examples(person: Person, layout: Layout) -> Iterator[int]:
    for path in (layout.root / CHANGES).glob("*.yaml"):
        try:
            yield person.sentences.out_of(path.read_bytes())[1]
        except ValueError:
            continue


def _mentions(person: Person, texts: list[str]) -> Iterator[Mention]:
    """The longest names first; a place that one of them has is not told again of a shorter one."""
    left = texts
    for name in sorted((name for name in person.names if len(name) > 1), key=lambda name: (-len(name), name)):
        found = [(text, rest.index(name)) for text, rest in zip(texts, left, strict=True) if name in rest]
        if found:
            places = tuple(_around(text, at, len(name)) for text, at in found[:_SHOWN])
            yield Mention(name=name, count=len(found), places=places)
        left = [text.replace(name, "\0" * len(name)) for text in left]


def _around(text: str, at: int, length: int) -> str:
    """A name with some words before and after it, on one line."""
    start, end = max(0, at - _AROUND), at + length + _AROUND
    cut = f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
    return " ".join(cut.split())


def _own_texts(person: Person, layout: Layout) -> Iterator[str]:
    names = [name for name in person.names if len(name) > 1]
    for folder, pattern in _OWN:
        for path in sorted((layout.root / folder).rglob(pattern)):
            if path.parent != layout.root / CHANGES and any(name in _text_of(path) for name in names):
                yield path.name


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")
