"""The JSON that commands answer with, as the scripts rely on it."""

from __future__ import annotations

from typing import Any

from moderator_app import i18n
from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.ladder import StepView
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action, Finding, Level
from moderator_app.core.wording import Wording
from moderator_app.sentences import reason_text
from moderator_app.session import Case, MemberRow, RecordRow

Json = dict[str, Any]


def titled(wording: Wording) -> str:
    """A title in the language in force."""
    return wording.get(i18n.language())


def case_json(case: Case, rulebook: Rulebook) -> Json:
    """A verdict; spans count the characters of the text as it was given."""
    shift = case.message.start
    return {
        "level": case.verdict.level.value,
        "findings": [finding_json(finding, rulebook, shift) for finding in case.verdict.findings],
        "suggestion": suggestion_json(case),
        "passed": [finding_json(finding, rulebook, shift) for finding in case.verdict.passed],
        "group": case.group.id,
        "member": case.member.name if case.member else case.sender,
        "strikes": case.standing.active,
        "next_step": step_json(case.step),
        "offers": [offer.notice.id for offer in case.offers],
    }


def finding_json(finding: Finding, rulebook: Rulebook, shift: int = 0) -> Json:
    """One clause that was hit; `evidence` is its strongest sign."""
    clause = rulebook.clause(finding.rule)
    strongest = max(finding.hits, key=lambda hit: hit.weight, default=None)
    return {
        "rule": finding.rule,
        "title": titled(clause.title) if clause else finding.rule,
        "level": finding.level.value,
        "spans": [[hit.span[0] + shift, hit.span[1] + shift] for hit in finding.hits],
        "evidence": strongest.evidence if strongest else "",
        "why": reason_text(finding.reason),
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
        "notes": member.notes,
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
        "current": current,
    }
