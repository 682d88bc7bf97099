"""A clause as a moderator edits it: their own words and sentences beside what was shipped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from moderator_app.core.message import Message
from moderator_app.core.rules.changes import ClauseChange, Mode, OwnWord, mode_of, thresholds
from moderator_app.core.rules.rulebook import Clause, ClauseLevel, Example, Examples
from moderator_app.core.rules.strictness import Strictness, Thresholds, steps
from moderator_app.core.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseDraft:
    """One clause of a group's rulebook, ready to be edited with `dataclasses.replace`.

    `words`, `allow`, `hit` and `miss` are the user's own, added to those of the clause; of the
    sentences, `decided` are those that 误判 and 「这是违规」 put there. `violation` and `unsure` are
    the points from which it accuses and asks; `steps` has them for each named step.
    """

    id: str
    group: str
    title: Wording
    text: Wording
    level: ClauseLevel
    mode: Mode
    violation: float
    unsure: float
    words: tuple[OwnWord, ...] = ()
    allow: tuple[str, ...] = ()
    hit: tuple[str, ...] = ()
    miss: tuple[str, ...] = ()
    decided: frozenset[str] = frozenset()
    changed: bool = False
    steps: Mapping[Strictness, Thresholds] = field(default_factory=dict)

    @property
    def strictness(self) -> Strictness | None:
        """The named step that these points are, the shipped one first; None for numbers of one's own."""
        own = Thresholds(violation=self.violation, unsure=self.unsure)
        order = (Strictness.NORMAL, Strictness.LENIENT, Strictness.STRICT)
        return next((step for step in order if self.steps.get(step) == own), None)


def draft_of(clause: Clause, change: ClauseChange, group: str) -> ClauseDraft:
    """The draft of a clause as shipped, with what the user has changed in it so far."""
    limits = thresholds(clause, change)
    own = (*change.examples.hit, *change.examples.miss)
    return ClauseDraft(
        id=clause.id,
        group=group,
        title=change.title or clause.title,
        text=change.text or clause.text,
        level=change.level or clause.level,
        mode=change.mode or mode_of(clause),
        violation=limits.violation,
        unsure=limits.unsure,
        words=change.words,
        allow=change.allow,
        hit=_texts(change.examples.hit),
        miss=_texts(change.examples.miss),
        decided=frozenset(each.message.text for each in own if each.decided),
        changed=not change.empty,
        steps=steps(clause),
    )


def change_of(draft: ClauseDraft, clause: Clause, known: ClauseChange) -> ClauseChange:
    """What a draft sets otherwise than the clause as shipped; a sentence keeps what is `known` around it."""
    step = draft.strictness
    numbers = step is None
    return ClauseChange(
        id=clause.id,
        title=_other(draft.title, clause.title),
        text=_other(draft.text, clause.text),
        level=draft.level if draft.level is not clause.level else None,
        mode=draft.mode if draft.mode is not mode_of(clause) else None,
        strictness=step if step is not Strictness.NORMAL else None,
        violation=draft.violation if numbers else None,
        unsure=draft.unsure if numbers else None,
        words=_words(draft.words),
        allow=tuple(dict.fromkeys(filter(None, (phrase.strip() for phrase in draft.allow)))),
        examples=Examples(
            hit=_examples(draft.hit, known.examples.hit), miss=_examples(draft.miss, known.examples.miss)
        ),
    )


def _other(mine: Wording, shipped: Wording) -> Wording | None:
    clean = Wording(mine.zh.strip(), mine.en.strip())
    return clean if clean != shipped and clean.zh else None


def _words(words: Iterable[OwnWord]) -> tuple[OwnWord, ...]:
    """Each word once, without blanks around it; the last setting of one counts."""
    found = {text: word.alone for word in words if (text := " ".join(word.text.split()))}
    return tuple(OwnWord(text=text, alone=alone) for text, alone in found.items())


def _texts(examples: Iterable[Example]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.message.text for each in examples))


def _examples(texts: Iterable[str], known: Iterable[Example]) -> tuple[Example, ...]:
    by_text: dict[str, list[Example]] = {}
    for each in known:
        by_text.setdefault(each.message.text, []).append(each)
    found: list[Example] = []
    for text in dict.fromkeys(texts):
        if text.strip():
            found += by_text.get(text) or [Example(message=Message(text=text))]
    return tuple(found)
