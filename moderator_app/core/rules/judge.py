"""The judge: one message against one rulebook, the same answer for the same question."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.decided import Decisions, as_decided
from moderator_app.core.rules.excuses import EXCUSE_SIGNS, Excuses, let
from moderator_app.core.rules.reading import LIMIT, Reading
from moderator_app.core.rules.rulebook import Rulebook, Sign
from moderator_app.core.rules.scanner import Scanner, Seen, needed
from moderator_app.core.rules.verdict import Finding, Level, Verdict
from moderator_app.core.rules.weighing import Weighing
from moderator_app.core.wording import Reason

_COMPILED_AT_ONCE = 32


def judge(message: Message, rulebook: Rulebook, context: Context | None = None) -> Verdict:
    """What the message breaks, what is doubtful, and what was let through, each with its places."""
    return _judge_for(rulebook).judge(message, context or Context())


class Judge:
    """A rulebook made ready: its words in one matcher, its detectors built."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.clauses = tuple(rulebook.active)
        self.by_id = {clause.id: clause for clause in self.clauses}
        self.general = frozenset(clause.id for clause in self.clauses if clause.general)
        wanted = [term.sign for clause in self.clauses for row in clause.rows for term in row.terms]
        wanted += [name for clause in self.clauses for name in clause.needs]
        relaxing = [name for period in rulebook.periods for name in period.signs]
        signs = needed(rulebook.signs, [*wanted, *relaxing, *EXCUSE_SIGNS])
        self.signs: dict[str, Sign] = {sign.id: sign for sign in signs}
        self.scanner = Scanner(
            signs, self._phrases(), self._gates({*relaxing, *EXCUSE_SIGNS}), rulebook.models
        )
        self.weighing = Weighing(self.signs, rulebook.clauses)
        self.excuses = Excuses(rulebook)
        self.decisions = Decisions(self.clauses)

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
            needs = frozenset(clause.needs)
            for name in (term.sign for row in clause.rows for term in row.terms):
                gates[name] = gates[name] | needs if name in gates else needs
                if not clause.needs:
                    free.add(name)
        return {name: gate for name, gate in gates.items() if name not in free}

    def judge(self, message: Message, context: Context) -> Verdict:
        """The verdict on one message."""
        return self.judge_reading(Reading(message, context))

    def judge_reading(self, reading: Reading) -> Verdict:
        """The verdict on a message as it was read; one reading may serve several rulebooks."""
        message, context = reading.message, reading.context
        if not reading.original.strip() and not message.codes:
            return Verdict(level=Level.OK, unread=max(0, len(message.text) - LIMIT))
        decided = self.decisions.on(reading)
        seen, findings = self._findings(reading, decided)
        kept, passed = self.excuses.sort(findings, reading, seen, self.by_id, decided)
        if reading.quoted:
            passed += self._passed_as_quoted(message, context, {finding.rule for finding in findings})
        counted = tuple(finding for finding in kept if not self.by_id[finding.rule].watched)
        return Verdict(
            level=max((finding.level for finding in counted), key=lambda level: level.rank, default=Level.OK),
            findings=counted,
            passed=tuple(finding for finding in passed if not self.by_id[finding.rule].watched),
            watched=tuple(finding for finding in kept if self.by_id[finding.rule].watched),
            counter_signs=self._counter_signs(seen, findings),
            unread=max(0, len(message.text) - LIMIT),
            answers_need=not counted and self.excuses.answers(reading, seen),
        )

    def _findings(self, reading: Reading, decided: Mapping[str, bool]) -> tuple[Seen, list[Finding]]:
        seen, allowed = self.scanner.scan(reading)
        found = []
        for clause in self.clauses:
            covers = [place for phrase in clause.allow for place in allowed.get(phrase, ())]
            finding = self.weighing.weigh(clause, seen, covers, reading)
            if decided.get(clause.id):
                finding = as_decided(clause, finding, reading)
            if finding is not None:
                found.append(finding)
        return seen, sorted(found, key=self._order)

    def _order(self, finding: Finding) -> tuple[int, bool, float]:
        """Worst first; of one level the particular before the general, then the clearest."""
        share = finding.score / (finding.threshold or 1)
        return -finding.level.rank, finding.rule in self.general, -share

    def _counter_signs(self, seen: Seen, findings: list[Finding]) -> tuple[Reason, ...]:
        weighed = {finding.rule for finding in findings}
        against = dict.fromkeys(
            name
            for clause in self.clauses
            if clause.id in weighed
            for row in self.weighing.against(clause, seen)
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
        _, findings = self._findings(Reading(message, context, masked=False), {})
        return [let(f, Reason("passed.quoted")) for f in findings if f.rule not in charged]


@lru_cache(maxsize=_COMPILED_AT_ONCE)
def _judge_for(rulebook: Rulebook) -> Judge:
    return Judge(rulebook)
