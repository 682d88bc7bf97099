"""Deleting a person's data: what is left of documents, backups and the history when they are gone.

Of entries about the person stay when, which kind, which clauses and the ids, so that all counts stay
as they are; nothing of it names anybody. In what is about others the person's name is made unreadable
where it stands in a notice, among those whom it was for, in a reason or a note that a moderator wrote,
after an @, or as who invited them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.text.cards import name_on
from moderator_app.storage.codec import entry_from, entry_to_doc
from moderator_app.storage.envelope import ENTRY_SUM, Doc, Tables, as_written, sealed
from moderator_app.storage.erased_examples import LONGEST, Sentences

_STAYS = frozenset(
    {"id", "action", "at", "group", "kind", "member", "rules", "seq", "target"}
    | {"deed", "step", "notice", "moderator"}
)
_TEXTS = ("message", "reason", "was", "now")
_TO_SOMEBODY = frozenset({"notice", "task", "reported"})
"""Kinds of entries whose message is ours, too, and may name several people."""
_RULINGS = frozenset({EntryKind.MISJUDGED, EntryKind.BREACH})
_LONG_ENOUGH = 4
"""Characters of a sentence by which a damaged file is known to hold it."""
_OURS = frozenset({"reason"})
"""What moderators wrote themselves, in entries of every kind."""
_AND = "、"
_MASK = "＊"


class Person:
    """Whom to forget: their ids, and every name under which the entries know them."""

    def __init__(self, ids: Iterable[str], about: Iterable[Entry], mask: Iterable[str] = ()) -> None:
        """`about` are the entries about them; the names in `mask` are made unreadable in all that others
        said, and not only where somebody is called by them.
        """
        about, self._everywhere = tuple(about), frozenset(filter(None, mask))
        self.ids = frozenset(ids)
        self.entries = frozenset(entry.id for entry in about)
        self.pictures = frozenset(name for entry in about for name in entry.evidence)
        states = [state for entry in about for state in (entry.before, entry.after) if state]
        names = {entry.name for entry in about}
        names.update(name for state in states for name in (state.name, state.card, *state.aliases))
        names.update([name_on(state.card) for state in states if state.card])
        self.names = frozenset(name for each in names if (name := each.strip()))
        self._ruled = frozenset(e.message[:LONGEST] for e in about if e.kind in _RULINGS and e.message)

    @cached_property
    def _called(self) -> re.Pattern[str]:
        called = f"(?<=[@＠])(?:{_any_of(self.names)})"
        return re.compile(f"{_any_of(self._everywhere)}|{called}")

    @cached_property
    def _named(self) -> re.Pattern[str]:
        whole = (name for name in self.names if len(name) > 1)
        return re.compile(f"{_any_of(whole)}|{self._called.pattern}")

    @cached_property
    def sentences(self) -> Sentences:
        """What the person said, where it is kept as an example of a rule."""
        return Sentences(
            messages=self._ruled, names=self.names, masked=lambda text: self.masked(text, anywhere=False)
        )

    def masked(self, text: str, *, anywhere: bool) -> str:
        """The text with the person's names unreadable, and every other character in its place.

        A name of one character is everybody's word: it is masked only after an @.
        """
        pattern = self._named if anywhere else self._called
        return pattern.sub(lambda name: _MASK * len(name[0]), text)

    @cached_property
    def _traces(self) -> frozenset[bytes]:
        """What is in every data file that holds the person; a name of one character stands by itself."""
        short = {name for name in self.names if len(name) == 1}
        alone = {f"{before}{name}" for name in short for before in "@＠"} | (self.names - short)
        quoted = {b'"%s"' % as_written(name) for name in short}
        said = {text for text in self._ruled if len(text) >= _LONG_ENOUGH}
        return frozenset(map(as_written, self.ids | alone | said)) | quoted

    def is_traced_in(self, data: bytes) -> bool:
        """Whether the bytes of a data file, also of a damaged one, may hold the person."""
        return any(trace in data for trace in self._traces)

    # ---- documents

    def without(self, tables: Tables) -> Tables:
        """The tables of a data file without the person."""
        return {name: dict(self._rows(name, rows)) for name, rows in tables.items()}

    def _rows(self, table: str, rows: Mapping[str, Doc]) -> Iterator[tuple[str, Doc]]:
        for row, doc in rows.items():
            match table:
                case "entries" | "bonds":
                    yield row, self.entry(doc)
                case "members" if doc.get("id") in self.ids:
                    continue
                case "members":
                    yield row, self._state(doc)
                case "sightings" if doc.get("member") in self.ids:
                    continue
                case "reporters" if doc.get("entry") in self.entries or doc.get("name") in self.names:
                    continue
                case _:
                    yield row, doc

    def taken_out_of(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Entries without the person, as they are kept here from the first."""
        return tuple(entry_from(self.entry(entry_to_doc(entry))) for entry in entries)

    def entry(self, doc: Doc) -> Doc:
        """The document of an entry without the person; the same one where they are not in it."""
        told = {key: value for key, value in doc.items() if key != ENTRY_SUM}
        changed = self._entry(told)
        if changed == told:
            return doc
        return sealed(changed) if ENTRY_SUM in doc else changed

    def _entry(self, doc: Doc) -> Doc:
        if self._is_about(doc):
            return {key: value for key, value in doc.items() if key in _STAYS}
        if doc.get("name") in self.names:  # somebody else of the same name
            return doc
        ours = _OURS | {"message"} if doc.get("kind") in _TO_SOMEBODY else _OURS
        texts: Doc = {key: self.masked(doc[key], anywhere=key in ours) for key in _TEXTS if key in doc}
        if str(doc.get("thing", "")).startswith("rule/"):
            texts |= {key: self._without_examples(doc[key]) for key in ("was", "now") if key in doc}
        states: Doc = {key: self._state(doc[key]) for key in ("before", "after") if key in doc}
        return {**doc, **self._for_several(doc), **texts, **states}

    def _without_examples(self, text: str) -> str:
        try:
            return self.sentences.without(text)[0]
        except ValueError:  # written by hand, and never read by us
            return self.masked(text, anywhere=True)

    def _for_several(self, doc: Doc) -> Doc:
        """Whom a notice to several was for, without the person."""
        if doc.get("member") or "name" not in doc:
            return {}
        each = doc["name"].split(_AND)
        return {"name": _AND.join(_MASK * len(name) if name in self.names else name for name in each)}

    def _is_about(self, doc: Doc) -> bool:
        return doc.get("member") in self.ids or (not doc.get("member") and doc.get("name") in self.names)

    def _state(self, doc: Doc) -> Doc:
        """Another member: not invited by the person, and without their name in what was noted."""
        if "notes" in doc:
            doc = {**doc, "notes": self.masked(doc["notes"], anywhere=True)}
        if doc.get("invited_by") not in self.names:
            return doc
        return {key: value for key, value in doc.items() if key != "invited_by"}

    def checked(self, doc: Doc) -> Doc | None:
        """A line of the history of checks without the person; None where it was theirs."""
        if self._is_about(doc):
            return None
        return {**doc, "text": self.masked(doc["text"], anywhere=False)} if "text" in doc else doc


def person_of(ids: Collection[str], entries: Iterable[Entry], mask: Collection[str] = ()) -> Person:
    """Who has these ids among all entries, with what is only noted under their name."""
    entries = tuple(entries)
    about = [entry for entry in entries if entry.member in ids]
    names = Person(ids, about).names
    about += (entry for entry in entries if not entry.member and entry.name in names)
    return Person(ids, about, mask)


def _any_of(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
