"""The JSON that commands answer with, as the scripts rely on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from moderator_app import i18n
from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.ladder import StepView
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action, Finding, Level, Verdict
from moderator_app.core.wording import Reason, Wording
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.session import Alarm, Case, JoinPreview, MemberRow, RecordRow

Json = dict[str, Any]


def listed(names: Iterable[str]) -> str:
    """Names one after the other, as the language in force divides them."""
    return translate("Cli", "、").join(names)


def titled(wording: Wording) -> str:
    """A title in the language in force."""
    return wording.get(i18n.language())


def case_json(case: Case, rulebook: Rulebook) -> Json:
    """A verdict; spans count the characters of the text as it was given."""
    judged = verdict_json(case.verdict, rulebook, case.message.start)
    return {
        "level": judged.pop("level"),
        "findings": judged.pop("findings"),
        "suggestion": suggestion_json(case),
        **judged,
        "group": case.group.id,
        "member": case.member.name if case.member else case.sender,
        "strikes": case.standing.active,
        "next_step": step_json(case.step),
        "offers": [offer.notice.id for offer in case.offers],
        **_reminders_json(case),
    }


def verdict_json(verdict: Verdict, rulebook: Rulebook, shift: int = 0) -> Json:
    """A verdict by itself; `watched` are clauses only tried out, `unread` is told where it is not 0."""
    told = {
        "level": verdict.level.value,
        "findings": [finding_json(finding, rulebook, shift) for finding in verdict.findings],
        "passed": [finding_json(finding, rulebook, shift) for finding in verdict.passed],
        "watched": [finding_json(finding, rulebook, shift) for finding in verdict.watched],
        "counter_signs": list(map(reason_text, verdict.counter_signs)),
    }
    return {**told, "unread": verdict.unread} if verdict.unread else told


def _reminders_json(case: Case) -> Json:
    """That the case was just handled, and which earlier message it is like; neither key where not."""
    told: Json = {}
    if case.again:
        again = case.again
        told["again"] = {"minutes": again.minutes, "notice": again.notice, "strikes": again.count}
    if case.alike:
        checked = case.alike.checked
        told["alike"] = {
            "percent": percent(case.alike.share),
            "at": checked.at.isoformat(timespec="minutes"),
            "member": checked.name,
            "rules": list(checked.rules),
            "outcome": checked.outcome.value,
        }
    if case.alarms:
        told["alarms"] = list(map(alarm_text, case.alarms))
    return told


def alarm_text(alarm: Alarm) -> str:
    """Whom on the blocklist a name is, or is like, and why that one is on it."""
    values = {"member": alarm.name, "known": alarm.known, "why": alarm.blocked.why}
    return reason_text(Reason(f"blocked.{alarm.likeness.value}", values))


def percent(share: float) -> int:
    """A share in whole percent; 100 only where it is all."""
    return int(share * 100)


def conversation_json(case: Case, rulebook: Rulebook) -> Json:
    """Every message of a conversation with its verdict, and its offenders, the worst first."""
    told = case.conversation
    places = {id(message): place for place, message in enumerate(told.messages)}
    return {
        "form": told.form,
        "messages": [
            {
                "sender": message.sender,
                "at": message.at.isoformat() if message.at else None,
                "kind": message.kind.value,
                "text": message.text,
                "start": message.start,
                **verdict_json(verdict, rulebook, message.start),
            }
            for message, verdict in zip(told.messages, told.verdicts, strict=True)
        ],
        "offenders": [_offender_json(offender, places) for offender in told.offenders],
    }


def _offender_json(case: Case, places: dict[int, int]) -> Json:
    """One person: the place of their worst message among the messages, and those of their others."""
    return {
        "member": case.member.name if case.member else case.sender,
        "level": case.verdict.level.value,
        "rules": list(case.verdict.rules),
        "message": places[id(case.message)],
        "more": [places[id(other.message)] for other in case.more],
        "suggestion": suggestion_json(case),
        "strikes": case.standing.active,
        "next_step": step_json(case.step),
        **_reminders_json(case),
    }


def join_json(preview: JoinPreview) -> Json:
    """Who came into the group, who of them was known, and the one welcome for all."""
    return {
        "new": [{"name": name, "invited_by": preview.inviters.get(name, "")} for name in preview.new],
        "known": [{"id": member.id, "name": member.name} for member in preview.known],
        "notice": preview.notice,
        "text": preview.text,
        "alarms": list(map(alarm_text, preview.alarms)),
    }


def finding_json(finding: Finding, rulebook: Rulebook, shift: int = 0) -> Json:
    """One clause that was hit; `evidence` is its strongest sign, `steps` are those of normalising."""
    clause = rulebook.clause(finding.rule)
    strongest = max(finding.hits, key=lambda hit: hit.weight, default=None)
    return {
        "rule": finding.rule,
        "title": titled(clause.title) if clause else finding.rule,
        "level": finding.level.value,
        "spans": [[hit.span[0] + shift, hit.span[1] + shift] for hit in finding.hits],
        "evidence": strongest.evidence if strongest else "",
        "words": [hit.evidence for hit in finding.hits],
        "steps": list(dict.fromkeys(step for hit in finding.hits for step in hit.steps)),
        "why": reason_text(finding.reason),
        "score": finding.score,
        "threshold": finding.threshold,
        "parts": [
            {"row": part.row, "points": part.points, "signs": titled(part.titles)} for part in finding.parts
        ],
        "considered": list(map(reason_text, finding.considered)),
    }


def suggestion_json(case: Case) -> Json:
    """What to do: the ladder's step for a violation, a question where it is unsure, else nothing."""
    offer = case.suggested if case.verdict.level is not Level.OK else None
    action = case.step.action if case.verdict.level is Level.VIOLATION else Action.NONE
    return {
        "action": action.value,
        "notice": offer.notice.id if offer else "",
        "text": offer.text if offer else "",
    }


def step_json(step: StepView) -> Json:
    """Where the next strike leads."""
    return {
        "number": step.number,
        "action": step.action.value,
        "notice": step.notice,
        "following": step.following.value if step.following else None,
        "total_steps": step.total_steps,
        "days": step.days,
        "amount": step.amount,
        "packet": step.packet,
        "last": step.last.at.isoformat(timespec="seconds") if step.last else None,
        "lapses": step.lapses.isoformat() if step.lapses else None,
    }


def notice_json(notice: Notice, text: str | None = None) -> Json:
    """A notice; `text` is it filled in, where it is shown and not only listed."""
    shown: Json = {
        "id": notice.id,
        "title": titled(notice.title),
        "when": titled(notice.when),
        "order": notice.order,
        "counts": notice.counts,
        "edited": notice.edited,
    }
    return shown if text is None else {**shown, "template": notice.text, "text": text}


def member_json(row: MemberRow) -> Json:
    """A member with the strikes that count, that lapsed, that were voided."""
    return {
        **_member(row.member),
        "strikes": row.active,
        "lapsed": row.lapsed,
        "voided": row.voided,
        "cleared": row.cleared,
    }


def _member(member: Member) -> Json:
    return {
        "id": member.id,
        "name": member.name,
        "status": member.status.value,
        "role": member.role.value,
        "card": member.card,
        "aliases": list(member.aliases),
        "group": member.group,
        "joined": member.joined.isoformat() if member.joined else None,
        "leave_until": member.leave_until.isoformat() if member.leave_until else None,
        "suspended_until": member.suspended_until.isoformat() if member.suspended_until else None,
        "met": member.met.isoformat() if member.met else None,
        "notes": member.notes,
        "invited_by": member.invited_by,
    }


def record_json(row: RecordRow) -> Json:
    """One line of a member's record."""
    entry = row.entry
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "at": entry.at.isoformat(timespec="seconds"),
        "state": row.state.value,
        "rules": list(entry.rules),
        "message": entry.message,
        "notice": entry.notice,
        "moderator": entry.moderator,
        "reason": entry.reason or (row.void.reason if row.void else ""),
        "voids": entry.target,
    }


def group_json(group: Group, *, current: bool) -> Json:
    """A group, and whether it is the one in use."""
    return {
        "id": group.id,
        "title": titled(group.title),
        "rulebook": group.rulebook,
        "free_group": group.linked_free_group,
        "owner": group.owner,
        "hours": group.hours,
        "current": current,
    }
