"""The judge: one message against one rulebook, the same answer for the same question."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.excuses import EXCUSE_SIGNS, Excuses
from moderator_app.core.rules.reading import LIMIT, Reading, Sighting
from moderator_app.core.rules.rulebook import Clause, ClauseLevel, Row, Rulebook, Sign
from moderator_app.core.rules.scanner import Scanner, Seen, needed, uncovered
from moderator_app.core.rules.verdict import Finding, Hit, Level, Verdict
from moderator_app.core.wording import Reason, Value

_COMPILED_AT_ONCE = 32


def judge(message: Message, rulebook: Rulebook, context: Context | None = None) -> Verdict:
    """What the message breaks, what is doubtful, and what was let through, each with its places."""
    return _judge_for(rulebook).judge(message, context or Context())


class Judge:
    """A rulebook made ready: its words in one matcher, its detectors built."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.clauses = tuple(rulebook.active)
        self.general = frozenset(clause.id for clause in self.clauses if clause.general)
        wanted = [term.sign for clause in self.clauses for row in clause.rows for term in row.terms]
        wanted += [name for clause in self.clauses for name in clause.needs]
        relaxing = [name for period in rulebook.periods for name in period.signs]
        signs = needed(rulebook.signs, [*wanted, *relaxing, *EXCUSE_SIGNS])
        self.signs: dict[str, Sign] = {sign.id: sign for sign in signs}
        self.scanner = Scanner(
            signs, self._phrases(), self._gates({*relaxing, *EXCUSE_SIGNS}), rulebook.models
        )
        self.excuses = Excuses(rulebook)

    def _phrases(self) -> set[str]:
        return {phrase for clause in self.clauses for phrase in clause.allow}

    def _gates(self, always: set[str]) -> dict[str, frozenset[str]]:
        """For each sign what must be seen before it can matter; absent where it always may.

        That is: signs asked for `always`, those that clauses need or know no need of, and the
        parts of other signs.
        """
        gates: dict[str, frozenset[str]] = {}
        free = always.union(*(sign.any for sign in self.signs.values()))
        free = free.union(*(clause.needs for clause in self.clauses))
        for clause in self.clauses:
            for name in (term.sign for row in clause.rows for term in row.terms):
                gates[name] = gates.get(name, frozenset()) | frozenset(clause.needs)
                if not clause.needs:
                    free.add(name)
        return {name: gate for name, gate in gates.items() if name not in free}

    def judge(self, message: Message, context: Context) -> Verdict:
        """The verdict on one message."""
        reading = Reading(message, context)
        if not reading.original.strip():
            return Verdict(level=Level.OK, unread=max(0, len(message.text) - LIMIT))
        seen, findings = self._findings(reading)
        kept, passed = self.excuses.sort(findings, reading, seen, self.clauses)
        if reading.quoted:
            passed += self._passed_as_quoted(message, context, {finding.rule for finding in findings})
        return Verdict(
            level=max((finding.level for finding in kept), key=lambda level: level.rank, default=Level.OK),
            findings=tuple(kept),
            passed=tuple(passed),
            counter_signs=self._counter_signs(seen, findings),
            unread=max(0, len(message.text) - LIMIT),
            answers_need=not kept and self.excuses.answers(reading, seen),
        )

    def _findings(self, reading: Reading) -> tuple[Seen, list[Finding]]:
        seen, allowed = self.scanner.scan(reading)
        found = []
        for clause in self.clauses:
            covers = [place for phrase in clause.allow for place in allowed.get(phrase, ())]
            finding = self._weigh(clause, seen, covers, reading)
            if finding is not None:
                found.append(finding)
        return seen, sorted(found, key=self._order)

    def _order(self, finding: Finding) -> tuple[int, bool, float]:
        """Worst first; of one level the particular before the general, then the clearest."""
        share = finding.score / (finding.threshold or 1)
        return -finding.level.rank, finding.rule in self.general, -share

    def _weigh(self, clause: Clause, seen: Seen, covers: list[Sighting], reading: Reading) -> Finding | None:
        if clause.needs and seen.keys().isdisjoint(clause.needs):
            return None
        if covers:
            left = {name: uncovered(places, covers) for name, places in seen.items()}
            seen = {name: places for name, places in left.items() if places}
            if clause.needs and seen.keys().isdisjoint(clause.needs):
                return None
        rows = [row for row in clause.rows if row_holds(row, seen)]
        score = round(sum(row.points for row in rows), 3)
        level = _level(clause, score)
        if level is Level.OK:
            return None
        speaking = sorted((row for row in rows if row.points > 0), key=lambda row: -row.points)
        threshold = clause.violation if level is Level.VIOLATION else clause.unsure
        hits = _hits(clause, speaking, seen, reading)
        return Finding(
            rule=clause.id,
            level=level,
            hits=hits,
            reason=self._reason(speaking, seen, reading, len(hits)),
            score=score,
            threshold=threshold,
        )

    def _reason(self, rows: list[Row], seen: Seen, reading: Reading, places: int) -> Reason:
        """What was seen, shortly: the two strongest signs by name, and in how many places."""
        names = list(dict.fromkeys(name for row in rows for name in row.signs))
        for name in names:
            if (note := seen[name][0].note) is not None:
                return note
        telling = [name for name in names if self._is_telling(name, seen, reading)] or names
        values: dict[str, Value] = {
            "zh": "、".join(self._titles(telling[:2], "zh_CN")),
            "en": ", ".join(self._titles(telling[:2], "en")),
            "count": places,
        }
        return Reason("seen.together" if places > 2 else "seen.sign", values)

    def _titles(self, names: list[str], language: str) -> list[str]:
        return list(dict.fromkeys(self.signs[name].title.get(language) or name for name in names))

    def _is_telling(self, name: str, seen: Seen, reading: Reading) -> bool:
        """Whether the sign says something of its own: no summary of others, no trait of the whole text."""
        sign = self.signs[name]
        return not (sign.any or sign.model) and not _is_whole(seen[name][0], reading)

    def _counter_signs(self, seen: Seen, findings: list[Finding]) -> tuple[Reason, ...]:
        weighed = {finding.rule for finding in findings}
        against = dict.fromkeys(
            name
            for clause in self.clauses
            if clause.id in weighed
            for row in clause.rows
            if row.points < 0 and row_holds(row, seen)
            for name in row.signs
        )
        return tuple(
            Reason(
                "against.sign",
                {"zh": self.signs[name].title.get("zh_CN"), "en": self.signs[name].title.get("en")},
            )
            for name in against
        )

    def _passed_as_quoted(self, message: Message, context: Context, charged: set[str]) -> list[Finding]:
        """What the quoted words alone would have broken: named, and not charged to who quotes them."""
        _, findings = self._findings(Reading(message, context, masked=False))
        return [
            Finding(
                rule=f.rule,
                level=Level.OK,
                hits=f.hits,
                reason=Reason("passed.quoted"),
                score=f.score,
                threshold=f.threshold,
            )
            for f in findings
            if f.rule not in charged
        ]


def row_holds(row: Row, seen: Seen) -> bool:
    """Whether all terms of the row hold."""
    for term in row.terms:  # a plain loop: this is asked hundreds of times for every message
        times = len(seen.get(term.sign, ()))
        if times if term.absent else times < term.times:
            return False
    return True


def _level(clause: Clause, score: float) -> Level:
    if score >= clause.violation and clause.level is ClauseLevel.VIOLATION:
        return Level.VIOLATION
    return Level.UNSURE if score >= min(clause.unsure, clause.violation) else Level.OK


def _hits(clause: Clause, rows: list[Row], seen: Seen, reading: Reading) -> tuple[Hit, ...]:
    best: dict[tuple[int, int], Hit] = {}
    for row in rows:
        for name in row.signs:
            for start, end, steps, _ in seen.get(name, ()):
                if (start, end) not in best:
                    best[start, end] = Hit(
                        rule=clause.id,
                        span=(start, end),
                        evidence=reading.original[start:end],
                        sign=name,
                        weight=row.points,
                        steps=steps,
                    )
    places = {span: hit for span, hit in best.items() if span != (reading.whole.start, reading.whole.end)}
    return _longest((places or best).values())


def _longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits in order of place, without those that lie inside another: 优惠 in 价格优惠."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.span[0], -hit.span[1])):
        if not kept or hit.span[1] > kept[-1].span[1]:
            kept.append(hit)
    return tuple(kept)


def _is_whole(place: Sighting, reading: Reading) -> bool:
    """A trait of the whole message marks no place in it."""
    return (place.start, place.end) == (reading.whole.start, reading.whole.end)


@lru_cache(maxsize=_COMPILED_AT_ONCE)
def _judge_for(rulebook: Rulebook) -> Judge:
    return Judge(rulebook)
