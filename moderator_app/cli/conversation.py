"""Puts a checked conversation into words for people: each offender with what they broke, and who came."""

from __future__ import annotations

from collections.abc import Iterator

from moderator_app.cli import shapes
from moderator_app.core.rules.past import Likeness, Outcome
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Finding, Level, Verdict
from moderator_app.i18n import translate
from moderator_app.sentences import level_text, reason_text
from moderator_app.session import Case, JoinPreview

_EXCERPT = 40
_PARTS = 5


def conversation_text(case: Case, rulebook: Rulebook) -> Iterator[str]:
    """How many messages there are and how many people are at fault, then each of them."""
    told = case.conversation
    violations = sum(offender.verdict.level is Level.VIOLATION for offender in told.offenders)
    unsure = len(told.offenders) - violations
    yield translate(
        "Cli",
        "共 {messages} 条消息，{violations} 位违规，{unsure} 位拿不准。",
        messages=len(told.messages),
        violations=violations,
        unsure=unsure,
    )
    for offender in told.offenders:
        for each in (offender, *offender.more):
            yield ""
            yield from _message_text(each, rulebook)
    unread = sum(verdict.unread for verdict in told.verdicts)
    if unread:
        yield translate("Cli", "太长的消息后面有 {count} 字没有看。", count=unread)


def _message_text(case: Case, rulebook: Rulebook) -> Iterator[str]:
    """Who said it and when, what they said, and what is wrong with it."""
    name = case.member.name if case.member else case.sender or translate("Cli", "没有指明成员")
    when = f"{case.message.at:%m-%d %H:%M}" if case.message.at else ""
    yield "  ".join(filter(None, (level_text(case.verdict.level), name, when)))
    yield f"  {_excerpt(case.message.text)}"
    yield from (f"  {line}" for line in findings_text(case.verdict, rulebook))
    yield from (f"  {line}" for line in reminders_text(case, rulebook))


def _excerpt(text: str) -> str:
    flat = " ".join(text.split())
    return f"「{flat}」" if len(flat) <= _EXCERPT else f"「{flat[:_EXCERPT]}…」"


def findings_text(verdict: Verdict, rulebook: Rulebook) -> Iterator[str]:
    """What was found, what was let through, what is only watched, and what spoke against."""
    for finding in verdict.findings:
        yield f"- {title(finding, rulebook)}：{reason_text(finding.reason)}"
        yield from (f"    {line}" for line in _sum_text(finding))
    for finding in verdict.passed:
        yield f"- {title(finding, rulebook)}：{reason_text(finding.reason)}"
    for finding in verdict.watched:
        yield translate(
            "Cli",
            "- 只观察，不计：{title}：{why}",
            title=title(finding, rulebook),
            why=reason_text(finding.reason),
        )
    for reason in verdict.counter_signs:
        yield translate("Cli", "- 反面迹象：{why}", why=reason_text(reason))


def title(finding: Finding, rulebook: Rulebook) -> str:
    """What the clause of a finding is called, in the language in force."""
    clause = rulebook.clause(finding.rule)
    return shapes.titled(clause.title) if clause else finding.rule


def _sum_text(finding: Finding) -> Iterator[str]:
    """Which signs add up to how much, where it takes several; and which excuses do not hold."""
    if len(finding.parts) > 1:
        heaviest = [f"{shapes.titled(part.titles)} {part.points:+g}" for part in finding.parts[:_PARTS]]
        left = len(finding.parts) - len(heaviest)
        more = [translate("Cli", "另 {count} 项", count=left)] if left else []
        yield translate(
            "Cli",
            "{parts}；共 {score}，{threshold} 起算",
            parts="，".join([*heaviest, *more]),
            score=f"{finding.score:g}",
            threshold=f"{finding.threshold:g}",
        )
    for reason in finding.considered:
        yield translate("Cli", "考虑过：{why}", why=reason_text(reason))


def reminders_text(case: Case, rulebook: Rulebook) -> Iterator[str]:
    """That the case was just handled, and which earlier message it is nearly the same as."""
    if case.again:
        yield translate(
            "Cli",
            "{minutes} 分钟前已经处理过：{notice}",
            minutes=case.again.minutes,
            notice=case.again.notice or translate("Cli", "记了一次"),
        )
    yield from map(shapes.alarm_text, case.alarms)
    if case.alike:
        yield _alike_text(case.alike, rulebook)


def _alike_text(alike: Likeness, rulebook: Rulebook) -> str:
    checked = alike.checked
    clauses = [clause for rule in checked.rules if (clause := rulebook.clause(rule))]
    values = {
        "percent": shapes.percent(alike.share),
        "at": f"{checked.at:%Y-%m-%d}",
        "name": checked.name or translate("Cli", "没有指明成员"),
        "rule": shapes.listed(shapes.titled(clause.title) for clause in clauses),
    }
    if checked.outcome is Outcome.CONFIRMED and clauses:
        return translate("Cli", "与 {at} {name}的消息 {percent} % 相同，当时按「{rule}」处理", **values)
    if checked.outcome is Outcome.CLEARED:
        return translate("Cli", "与 {at} {name}的消息 {percent} % 相同，当时放过了", **values)
    return translate("Cli", "与 {at} {name}的消息 {percent} % 相同", **values)


def join_text(preview: JoinPreview) -> Iterator[str]:
    """Who is new, by whom, and who is on the list already."""
    if preview.new:
        yield translate("Cli", "新进群：{names}", names=shapes.listed(preview.new))
    by = shapes.listed(dict.fromkeys(filter(None, preview.inviters.values())))
    if by:
        yield translate("Cli", "由{names}带进群", names=by)
    if preview.known:
        known = shapes.listed(member.name for member in preview.known)
        yield translate("Cli", "已在名单里：{names}", names=known)
    yield from map(shapes.alarm_text, preview.alarms)
