"""What the rows of a conversation say, and what stands in its head."""

from __future__ import annotations

from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences import level_text
from moderator_app.session.types import Case
from moderator_app.ui.quick.acting import Done
from moderator_app.ui.quick.people import PersonLine, Strikes
from moderator_app.ui.quick.round import Person, Round, RowKind, told
from moderator_app.ui.quick.words import clause_title, shown_name, waiting_step


def lines_of(round_: Round, rulebook: Rulebook, latest: Done | None) -> list[PersonLine]:
    """All rows; what was done last, `latest`, shows the key that takes it back."""
    lines = [_person_line(person, rulebook, latest) for person in round_.people]
    if RowKind.JOINS in round_.kinds:
        lines.append(_joins_line(round_, latest))
    if RowKind.REST in round_.kinds:
        lines.append(_rest_line(round_))
    return lines


def _person_line(person: Person, rulebook: Rulebook, latest: Done | None) -> PersonLine:
    case, done = person.case, person.done
    name = shown_name(case) or translate("QuickCheck", "没有发言人")
    if done is not None:
        return PersonLine(
            icon="tick",
            name=name,
            what=offence_text(case, rulebook),
            note=done_note(case, done),
            keys="Ctrl+Z" if done is latest else "",
            quiet=True,
        )
    unknown = _unknown_text(case)
    counts = case.verdict.level is Level.VIOLATION and not unknown
    return PersonLine(
        icon=case.verdict.level.value,
        name=name,
        what=offence_text(case, rulebook),
        note=unknown or (translate("QuickCheck", "第 {count} 次", count=case.step.number) if counts else ""),
        warns=bool(unknown),
        strikes=_strikes(case) if counts else None,
        keys="F2" if unknown else "",
        hint=translate("QuickCheck", "指认") if unknown else "",
    )


def _strikes(case: Case) -> Strikes:
    return Strikes(had=min(case.standing.active, case.step.total_steps), total=case.step.total_steps)


def _unknown_text(case: Case) -> str:
    if case.member is not None:
        return ""
    if case.candidates:
        return translate("QuickCheck", "不知是哪一位")
    return translate("QuickCheck", "名单里没有") if case.sender else translate("QuickCheck", "不知是谁")


def offence_text(case: Case, rulebook: Rulebook) -> str:
    """叫卖，2 条消息; 可能是节日祝福: the worst of what one person wrote, and in how many messages."""
    titles = " · ".join(clause_title(rulebook, rule) for rule in case.verdict.rules)
    if case.verdict.level is Level.UNSURE:
        titles = translate("QuickCheck", "可能是{clauses}", clauses=titles)
    if case.offences < 2:
        return titles
    return translate("QuickCheck", "{clauses}，{count} 条消息", clauses=titles, count=case.offences)


def done_note(case: Case, done: Done) -> str:
    """已告知，第 1 次: what was done with one person."""
    counted = done.change is not None and bool(done.change.count or done.cases)
    if not counted:
        return translate("QuickCheck", "已告知") if done.offer else translate("QuickCheck", "已处理")
    if done.offer is None:
        told = translate("QuickCheck", "已记录，第 {count} 次", count=case.step.number)
    else:
        told = translate("QuickCheck", "已告知，第 {count} 次", count=case.step.number)
    waits = waiting_step(case.step.action)
    return translate("QuickCheck", "{first}，{second}", first=told, second=waits) if waits else told


def _joins_line(round_: Round, latest: Done | None) -> PersonLine:
    names = list(dict.fromkeys(name for join in round_.joins for name in join.names))
    done = round_.joined
    return PersonLine(
        icon="tick" if done else "people",
        name=translate("QuickCheck", "新成员 {count} 人", count=len(names)),
        what=translate("QuickCheck", "、").join(names),
        note=translate("QuickCheck", "已告知") if done else "",
        keys="Ctrl+Z" if done is not None and done is latest else "",
        quiet=done is not None,
    )


def _rest_line(round_: Round) -> PersonLine:
    rest = round_.rest
    people, (talk, answers) = len({said.key for said in rest}), told(rest)
    parts = [
        translate("QuickCheck", "自然对话 {count} 条", count=talk) if talk else "",
        translate("QuickCheck", "回答需求 {count} 条", count=answers) if answers else "",
    ]
    return PersonLine(
        icon=Level.OK.value,
        name=translate("QuickCheck", "其余 {count} 人", count=people),
        what=translate("QuickCheck", "，").join(part for part in parts if part),
        quiet=True,
        folded=True,
    )


def head_of(round_: Round) -> tuple[Level, str, str, str]:
    """The head of a listed conversation: level, word, what else there is, and how far it is done."""
    worst = max(
        (each.case.verdict.level for each in round_.people), key=lambda level: level.rank, default=Level.OK
    )
    accused, unsure = round_.count(Level.VIOLATION), round_.count(Level.UNSURE)
    also = ""
    if worst is Level.VIOLATION:
        word = translate("QuickCheck", "违规 {count} 人", count=accused)
        also = translate("QuickCheck", "拿不准 {count} 人", count=unsure) if unsure else ""
    elif worst is Level.UNSURE:
        word = translate("QuickCheck", "拿不准 {count} 人", count=unsure)
    else:
        word = level_text(Level.OK)
    return worst, word, also, _extent(round_)


def _extent(round_: Round) -> str:
    total = translate("QuickCheck", "共 {count} 条", count=len(round_.said))
    if not round_.handled:
        return total
    handled = translate("QuickCheck", "已处理 {count} 人", count=round_.handled)
    return translate("QuickCheck", "{first}，{second}", first=total, second=handled)


def left_of(round_: Round, rulebook: Rulebook) -> tuple[str, str, str]:
    """Icon, how many are still to handle, and the next of them."""
    people = round_.pending
    if people:
        case = people[0].case
        following = translate(
            "QuickCheck", "{first}，{second}", first=shown_name(case), second=offence_text(case, rulebook)
        )
        title = translate("QuickCheck", "还有 {count} 人未处理", count=len(people))
        return case.verdict.level.value, title, following
    if round_.left:
        line = _joins_line(round_, None)
        return line.icon, translate("QuickCheck", "还没有告知新成员"), line.what
    return "tick", translate("QuickCheck", "{count} 人都处理完了", count=len(round_.people)), ""
