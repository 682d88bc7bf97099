"""Why a clause spoke, for anyone to read: words, disguises, signs in sum, exceptions."""

from __future__ import annotations

from collections.abc import Iterable

from moderator_app.core.rules.verdict import Finding, Level, Part
from moderator_app.core.text.normalised import Step
from moderator_app.i18n import language, translate
from moderator_app.sentences.base import reason_text

_WORDS = 8
_SIGNS = 5
_PLAIN = frozenset({Step.CASE.value})
"""Steps that nobody would call a disguise."""
_HIDDEN = "hidden"
"""What the finder of contacts says of one that is written otherwise than usual."""

Line = tuple[str, str]
"""A label of one word, and the sentence behind it."""


def explanation(finding: Finding) -> tuple[Line, ...]:
    """All that is known of why a clause spoke, or why it let the message through; empty lines left out."""
    lines = (
        (translate("Explanation", "字句"), _words(finding)),
        (translate("Explanation", "还原"), _disguises(finding)),
        (translate("Explanation", "迹象"), _sum(finding)),
        (translate("Explanation", "例外"), _exceptions(finding)),
    )
    return tuple(line for line in lines if line[1])


def step_text(step: str) -> str:
    """The name of a step of normalising; one without a name by its own."""
    names = {
        Step.WIDTH: translate("Explanation", "全角或半角"),
        Step.DIGITS: translate("Explanation", "特殊数字"),
        Step.KEYCAPS: translate("Explanation", "按键符号"),
        Step.LETTERS: translate("Explanation", "花体字母"),
        Step.LOOKALIKES: translate("Explanation", "形近字"),
        Step.INVISIBLE: translate("Explanation", "看不见的字符"),
        Step.MARKS: translate("Explanation", "附加符号"),
        Step.SIMPLIFIED: translate("Explanation", "繁体"),
        Step.SPLIT_CHARACTERS: translate("Explanation", "拆字"),
        Step.STREWN_FILLERS: translate("Explanation", "夹杂的符号"),
        Step.CONTACT_WORDS: translate("Explanation", "联系方式的别称"),
        Step.SPOKEN_DIGITS: translate("Explanation", "读成汉字的数字"),
    }
    if step == _HIDDEN:
        return translate("Explanation", "改写的联系方式")
    return names.get(Step(step), step) if step in tuple(Step) else step


def _listed(parts: Iterable[str]) -> str:
    return translate("Explanation", "、").join(parts)


def _words(finding: Finding) -> str:
    found = list(
        dict.fromkeys(" ".join(hit.evidence.split()) for hit in finding.hits if hit.evidence.strip())
    )
    shown = "".join(translate("Explanation", "「{word}」", word=word) for word in found[:_WORDS])
    if len(found) <= _WORDS:
        return shown
    return translate("Explanation", "{words}等 {count} 处", words=shown, count=len(found))


def _disguises(finding: Finding) -> str:
    """「薇❤信」：联系方式的别称、夹杂的符号: how each hidden word was hidden."""
    hidden = {hit.evidence: [step for step in hit.steps if step not in _PLAIN] for hit in finding.hits}
    told = [
        translate("Explanation", "「{word}」按{steps}还原", word=word, steps=_listed(map(step_text, steps)))
        for word, steps in hidden.items()
        if steps
    ]
    return translate("Explanation", "；").join(told[:_WORDS])


def _sum(finding: Finding) -> str:
    """让人去扫 3.0 + 二维码 1.5 = 4.5，满 3.6 分算违规."""
    if not finding.parts:
        return ""
    summed = _summed(finding.parts)
    terms = [_term(title, points, first=not place) for place, (title, points) in enumerate(summed)]
    total = f"{' '.join(terms)} = {finding.score:.1f}" if len(terms) > 1 else terms[0]
    limit = f"{finding.threshold:.1f}"
    if finding.level is Level.VIOLATION:
        return translate("Explanation", "{sum}，满 {limit} 分算违规", sum=total, limit=limit)
    if finding.level is Level.UNSURE:
        return translate("Explanation", "{sum}，满 {limit} 分请您看一眼", sum=total, limit=limit)
    return total


def _summed(parts: Iterable[Part]) -> list[tuple[str, float]]:
    """Points by title, the weightiest first, what is left over in one."""
    by_title: dict[str, float] = {}
    for part in parts:
        title = translate("Explanation", "且").join(part.titles.get(language()).split(" + "))
        by_title[title] = by_title.get(title, 0.0) + part.points
    found = list(by_title.items())
    if len(found) <= _SIGNS + 1:
        return found
    rest = sum(points for _, points in found[_SIGNS:])
    return [*found[:_SIGNS], (translate("Explanation", "其余 {count} 项", count=len(found) - _SIGNS), rest)]


def _term(title: str, points: float, *, first: bool) -> str:
    sign = "" if first and points >= 0 else "+ " if points >= 0 else "− "
    return f"{sign}{title} {abs(points):.1f}"


def _exceptions(finding: Finding) -> str:
    if finding.level is Level.OK:
        return translate("Explanation", "成立：{reason}", reason=reason_text(finding.reason))
    reasons = translate("Explanation", "；").join(dict.fromkeys(map(reason_text, finding.considered)))
    return translate("Explanation", "想过，不成立：{reasons}", reasons=reasons) if reasons else ""
