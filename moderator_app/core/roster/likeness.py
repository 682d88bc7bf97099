"""Who may be meant by a name that was copied: the same, part of a card, or a near spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

from moderator_app.core.roster.member import Member
from moderator_app.core.roster.names import folded, han, is_account, letters, names_of, parts, plain
from moderator_app.core.roster.pinyin import sounds
from moderator_app.core.text.cards import name_on
from moderator_app.core.text.person_names import is_name
from moderator_app.core.text.places import is_place

_SHARED = 5
"""A part of a card that more members share (上海, 采购部) is no name."""
_MOST = 8
_LONGEST_SAID = 4
"""Characters of a Chinese name that is compared by its sound: longer ones are no names of people."""

Keys = dict[str, list[Member]]


class Likeness:
    """Finds members by keys that equal names have in common. Never decides that two are one."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._members = tuple(members)
        self._near: Keys | None = None

    @cached_property
    def _same(self) -> Keys:
        found: Keys = {}
        for member in self._members:
            for name in (*names_of(member), *filter(is_account, member.aliases)):
                _add(found, plain(name), member)
        return found

    @cached_property
    def _alike(self) -> Keys:
        return self._by_name(lambda name: (folded(name),))

    @cached_property
    def _parts(self) -> Keys:
        return self._by_name(parts)

    def _by_name(self, keys: Callable[[str], Iterable[str]]) -> Keys:
        """The members by what these make of each of their names."""
        found: Keys = {}
        for member in self._members:
            for name in names_of(member):
                for key in keys(name):
                    _add(found, key, member)
        return found

    def exactly(self, name: str) -> tuple[Member, ...]:
        """The members whose name, card or alias is this; a name or card goes before aliases."""
        found = self._same.get(plain(name), []) if name.strip() else []
        own = tuple(m for m in found if plain(name) in (plain(m.name), plain(m.card)))
        return own or tuple(found)

    def candidates(self, name: str) -> tuple[Member, ...]:
        """The members that `name` may mean, best first: the same name, inside a card, near spelling."""
        if not name.strip():
            return ()
        found: dict[str, Member] = {member.id: member for member in self.exactly(name)}
        for members in (*self._by_parts(name), *([] if found else self._by_nearness(name))):
            found |= {member.id: member for member in members if member.id not in found}
        return tuple(found.values())[:_MOST]

    def _by_parts(self, name: str) -> Iterator[list[Member]]:
        whole = folded(name)
        yield self._alike.get(whole, [])
        yield self._few(whole)
        for part in parts(name):
            yield self._alike.get(part, [])
        for part in parts(name):
            yield self._few(part)

    def _few(self, part: str) -> list[Member]:
        members = self._parts.get(part, [])
        return members if len(members) <= _SHARED else []

    def _by_nearness(self, name: str) -> Iterator[list[Member]]:
        near = self._all_near()
        for key in _near_keys(name):
            members = near.get(key, [])
            yield members if len(members) <= _MOST else []

    def _all_near(self) -> Keys:
        """The members by what near spellings have in common; made at the first need."""
        if self._near is None:
            self._near = {}
            for member in self._members:
                for known in names_of(member):
                    for key in _near_keys(known):
                        _add(self._near, key, member)
        return self._near


class Namesakes:
    """Finds members by the names of persons alone: equal ones in other cards, and near spellings.

    A town or a trade that two cards share makes nobody a namesake.
    """

    def __init__(self, members: Iterable[Member]) -> None:
        self._keys: Keys = {}
        for member in members:
            for key in dict.fromkeys(key for name in names_of(member) for key in _person_keys(name)):
                _add(self._keys, key, member)

    def of(self, names: Iterable[str]) -> tuple[Member, ...]:
        """The members who bear one of these names, or nearly, best first."""
        found: dict[str, Member] = {}
        if not self._keys:
            return ()
        for key in dict.fromkeys(key for name in names for key in _person_keys(name)):
            members = self._keys.get(key, [])
            if len(members) <= _MOST:
                found |= {member.id: member for member in members if member.id not in found}
        return tuple(found.values())[:_MOST]


def _person_keys(name: str) -> Iterator[str]:
    """What equal and near names of persons have in common: of the name, and of the names on a card."""
    cut = (part for part in parts(name) if is_name(part) and not is_place(part))
    for person in dict.fromkeys((folded(name), folded(name_on(name)), *cut)):
        yield f"same {person}"
        yield from _near_keys(person)


def _add(keys: Keys, key: str, member: Member) -> None:
    members = keys.setdefault(key, [])
    if not members or members[-1] is not member:
        members.append(member)


def _near_keys(name: str) -> Iterator[str]:
    """What near spellings have in common, nearest first; each kind is marked so that none mix.

    The letters alone, the Chinese characters alone, the sound, and the name with one character
    left out (two names of which one character differs meet there).
    """
    plain = letters(name)
    if not plain:
        return
    yield f"letters {plain}"
    core = han(name)
    if core:
        yield f"letters {core}"
        if len(core) <= _LONGEST_SAID:
            yield from (f"sound {sound}" for sound in sounds(core))
    if len(plain) >= (3 if core else 5):
        yield f"gap {plain}"
        yield from (f"gap {plain[:i]}{plain[i + 1 :]}" for i in range(len(plain)))


def nearly_the_same(one: str, other: str) -> bool:
    """Whether two names are written nearly alike or sound alike; what is not a letter does not matter.

    Nearly alike: one character is another one, too many or missing, in a name of three or more (of
    five or more where it has no Chinese characters).
    """
    (first, core, said), (second, other_core, said_too) = _read(one), _read(other)
    if not first or not second:
        return False
    if first == second or (core and core == other_core) or said & said_too:
        return True
    least = 3 if core and other_core else 5
    return min(len(first), len(second)) >= least and _one_apart(first, second)


@lru_cache(maxsize=5_000)
def _read(name: str) -> tuple[str, str, frozenset[str]]:
    """The letters of a name, its Chinese characters, and how a short Chinese name may be said."""
    core = han(name)
    return letters(name), core, frozenset(sounds(core) if 0 < len(core) <= _LONGEST_SAID else ())


def _one_apart(one: str, other: str) -> bool:
    """Whether one character makes the whole difference."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]
