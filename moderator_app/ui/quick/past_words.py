"""The sentences on what was there before: a message much like this one, and the same case handled already."""

from __future__ import annotations

from datetime import datetime

from moderator_app.core.rules.past import Likeness, Outcome
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences.words import date_text
from moderator_app.session.types import Again, Case
from moderator_app.ui.quick.words import clause_title


def day_text(at: datetime, now: datetime, *, today: bool = True) -> str:
    """今天 09:12, 5 月 12 日; with the year where it is another one.

    Where `now` is the time of an older message rather than of this moment, `today` is false: 当天 09:12.
    """
    if at.date() == now.date():
        time = at.strftime("%H:%M")
        said = translate("QuickCheck", "今天 {time}", time=time)
        return said if today else translate("QuickCheck", "当天 {time}", time=time)
    return date_text(at.date(), now.date())


def alike_text(case: Case, alike: Likeness, rulebook: Rulebook) -> str:
    """与 5 月 12 日李四的一条 92 % 相同，当时是叫卖."""
    checked, percent = alike.checked, min(round(alike.share * 100), 100)
    day = day_text(checked.at, case.at, today=case.message.assumed)
    own = bool(case.member and checked.member == case.member.id) or bool(
        case.sender and checked.name == case.sender
    )
    if own:
        first = translate("QuickCheck", "与本人{day}的一条 {percent} % 相同", day=day, percent=percent)
    elif checked.name:
        first = translate(
            "QuickCheck", "与{day}{name}的一条 {percent} % 相同", day=day, name=checked.name, percent=percent
        )
    else:
        first = translate("QuickCheck", "与{day}的一条 {percent} % 相同", day=day, percent=percent)
    return translate("QuickCheck", "{first}，{second}", first=first, second=_became(alike, rulebook))


def _became(alike: Likeness, rulebook: Rulebook) -> str:
    checked = alike.checked
    titles = translate("QuickCheck", "、").join(clause_title(rulebook, rule) for rule in checked.rules)
    if checked.outcome is Outcome.CLEARED:
        return translate("QuickCheck", "当时您认为没问题")
    if checked.level is Level.OK or not titles:
        return translate("QuickCheck", "当时没问题")
    if checked.level is Level.UNSURE and checked.outcome is Outcome.OPEN:
        return translate("QuickCheck", "当时可能是{clauses}", clauses=titles)
    return translate("QuickCheck", "当时是{clauses}", clauses=titles)


def again_title(again: Again) -> str:
    """3 分钟前已处理过."""
    if again.minutes < 1:
        return translate("QuickCheck", "刚才已处理过")
    return translate("QuickCheck", "{minutes} 分钟前已处理过", minutes=again.minutes)


def again_text(again: Again, notice: str) -> str:
    """What was done then: 叫卖告知，现为第 2 次."""
    given = translate("QuickCheck", "「{notice}」", notice=notice) if notice else ""
    if not again.count:
        return given
    counted = translate("QuickCheck", "现记 {count} 次", count=again.count)
    return translate("QuickCheck", "{first}，{second}", first=given, second=counted) if given else counted
