"""The sixteen templates: they load, keep their promises row by row, and speak in the words of their group."""

import re
from functools import cache
from itertools import combinations

import pytest

from moderator_app.core.notices.notice import Notice
from moderator_app.core.notices.tokens import Filling, check_tokens, fill
from moderator_app.core.roster.ladder import next_step
from moderator_app.core.rules.examples import run_examples
from moderator_app.core.rules.name_card import card_rule
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action
from moderator_app.storage.notices import load_shelf
from moderator_app.storage.paths import notices_dir, resources_dir
from moderator_app.storage.rulebooks import load_rulebook

REMIND, WARN, APOLOGISE, FINE = Action.REMIND, Action.WARN, Action.APOLOGISE, Action.FINE
REMOVE = Action.REMOVE
GENTLY = (REMIND, WARN, WARN, REMOVE)
BY_THE_THIRD = (WARN, WARN, REMOVE)

LADDERS = {
    "team-publicity": GENTLY,
    "company-work": GENTLY,
    "department": GENTLY,
    "engineering": GENTLY,
    "class-parents": GENTLY,
    "hometown": BY_THE_THIRD,
    "managers": GENTLY,
    "corporate": GENTLY,
    "chamber": (FINE, WARN, WARN, REMOVE),
    "leasing": GENTLY,
    "classmates": BY_THE_THIRD,
    "shareholders": (WARN, APOLOGISE, REMOVE),
    "homeowners": BY_THE_THIRD,
    "holding": GENTLY,
    "referees": GENTLY,
    "free-group": (REMIND, WARN, REMOVE),
}
"""Each template, with the actions of its ladder."""

# What each group bans or asks for, beyond what all share, and the clauses that stand for it.
ROWS = {
    "team-publicity": "unaudited leak repost unverified",
    "company-work": (
        "politics porn violence leak slander insult gambling links pictures negative ads disrespect"
        " leave-without-notice late-answer reshare"
    ),
    "department": (
        "real-name outsiders leave-without-notice politics porn insult ads hawking off-topic interrupting"
        " quiet-hours too-long negative forced disrespect poaching"
    ),
    "engineering": (
        "real-name politics religion porn violence leak gambling links private-chat acknowledge blame"
    ),
    "class-parents": (
        "real-name leak off-topic private-chat slander insult politics religion violence rumour unverified"
        " links ads red-packets negative flooding"
    ),
    "hometown": (
        "real-name insult harassment politics superstition porn ads hawking poaching photo-consent gathering"
        " flooding quarrel introduce silence meet-up"
    ),
    "managers": (
        "real-name portrait politics religion porn violence leak gambling links private-chat pointing"
        " late-answer problems-not-passed-on"
    ),
    "corporate": (
        "real-name leak politics porn gambling links ads slander private-chat late-answer disrespect"
    ),
    "chamber": "real-name leak politics porn gambling links ads voice slander insult outsiders",
    "leasing": "real-name off-topic private-chat greetings festival late-answer",
    "classmates": "real-name outsiders leak politics porn gambling links insult unverified",
    "shareholders": (
        "portrait sharing-time-ads flooding insult poaching links cliques outsiders pictures porn"
        " photo-consent silence"
    ),
    "homeowners": (
        "real-name politics religion porn gambling drugs health-lore rumour links paid-news cash-out"
        " vote-bait flooding slander insult mass-adding quarrel outsiders"
    ),
    "holding": "real-name private-chat off-topic politics insult unverified leak late-answer",
    "referees": (
        "real-name politics religion porn violence private-chat slander gambling links ads sticker-flood"
        " long-dialogue old-news quiet-hours"
    ),
    "free-group": "fraud gambling porn drugs violence politics religion insult harassment rumour flooding",
}
ALLOWED = {
    "free-group": "ads hawking links poaching qr recruitment greetings festival lyrical vote-bait off-topic"
}
"""What a group leaves free that the others forbid."""
ALL_SHARE = "ads hawking insult fraud gambling porn drugs violence links poaching flooding politics"

# What a breach of one rule leads to, the first time and the next ones, where it is not the common ladder.
OWN_STEPS = {
    ("department", "ads"): (WARN, REMOVE),
    ("department", "negative"): (WARN, REMOVE),
    ("engineering", "leak"): (WARN, REMOVE),
    ("managers", "links"): (WARN, REMOVE),
    ("managers", "late-answer"): (FINE, FINE),
    ("chamber", "voice"): (REMIND, FINE, FINE),
    ("corporate", "disrespect"): (WARN, REMOVE),
    ("shareholders", "sharing-time-ads"): (REMIND, REMIND, REMIND, REMOVE),
    ("shareholders", "photo-consent"): (WARN, REMOVE),
    ("holding", "politics"): (WARN, REMOVE),
}
AT_ONCE = {
    ("company-work", "gambling"): WARN,
    ("company-work", "disrespect"): WARN,
    ("department", "forced"): REMOVE,
    ("department", "disrespect"): WARN,
    ("class-parents", "slander"): REMOVE,
    ("class-parents", "rumour"): REMOVE,
    ("hometown", "harassment"): REMOVE,
    ("shareholders", "fraud"): REMOVE,
    ("homeowners", "quarrel"): Action.SUSPEND,
    ("referees", "links"): REMOVE,
    ("free-group", "gambling"): REMOVE,
}
"""The consequence of a grave breach from the first strike on."""

CARDS = {
    "department": ("财务部张三", "张三"),
    "engineering": ("王建国", "大漠孤烟"),
    "class-parents": ("3班刘小爸爸", "小雨妈妈"),
    "hometown": ("李明★木工", "李明"),
    "managers": ("王建国", "大海"),
    "corporate": ("销售部-张三", "张三"),
    "chamber": ("华兴机械公司+销售总监+李明", "李明"),
    "leasing": ("王建国", "风雨无阻"),
    "classmates": ("王建国", "夕阳红"),
    "homeowners": ("g9#101@李明", "李明"),
    "holding": ("运营部-李明", "清风"),
    "referees": ("苏州-李明", "李明"),
}
"""A name card in the group's form, and one that is not."""

EVERY_GROUP_HAS = {
    *("提醒", "警告", "最后警告", "移出告知", "移出说明", "善意询问", "进群告知", "群名片提醒"),
    *("久未发言提醒", "恢复告知"),
}
OWN_NOTICES = {
    "shareholders": "道歉要求",
    "chamber": "红包补偿说明",
    "managers": "罚款记录说明",
    "homeowners": "暂停发言说明",
    "holding": "处理建议",
    "hometown": "劝和",
    "engineering": "表扬",
    "free-group": "回原群说明",
}
NOT_NEEDED = {"free-group": {"最后警告", "群名片提醒", "久未发言提醒"}}
"""The notices of steps and duties that a group does not have."""
templates = pytest.mark.parametrize("name", LADDERS)


@cache
def rulebook(name: str) -> Rulebook:
    return load_rulebook(resources_dir() / "rulebooks" / f"{name}.yaml")


@cache
def notices(name: str) -> dict[str, Notice]:
    shelf = load_shelf(notices_dir() / name, notices_dir() / "none")
    assert shelf.problems == ()
    return {notice.id: notice for notice in shelf.notices}


def test_all_sixteen_ship_and_no_other() -> None:
    shipped = {path.stem for path in (resources_dir() / "rulebooks").glob("*.yaml")}
    assert shipped == {*LADDERS, "yigongxie"} == {path.name for path in notices_dir().iterdir()}


@templates
def test_loads_without_a_problem(name: str) -> None:
    book = rulebook(name)
    assert (book.id, book.problems) == (name, ())
    for text in (book.title, book.summary):
        assert text.zh and text.en


@templates
def test_every_clause_speaks_both_languages_and_proves_itself(name: str) -> None:
    for clause in rulebook(name).clauses:
        assert clause.title.zh and clause.title.en and clause.text.zh and clause.text.en, clause.id
        assert len(clause.examples.hit) >= 2 and len(clause.examples.miss) >= 2, clause.id
    results = run_examples(rulebook(name))
    assert len(results) >= 4 * len(rulebook(name).clauses)
    assert [(result.clause, result.text) for result in results if not result.passed] == []


@templates
def test_every_row_of_the_group_has_its_clause(name: str) -> None:
    ids = {clause.id for clause in rulebook(name).active}
    free = set(ALLOWED.get(name, "").split())
    assert ids & free == set()
    assert {*ROWS[name].split(), *ALL_SHARE.split()} - ids - free == set()


@templates
def test_the_ladder_is_the_groups_own(name: str) -> None:
    ladder = rulebook(name).ladder
    assert tuple(step.action for step in ladder.steps) == LADDERS[name]
    ids = {clause.id for clause in rulebook(name).clauses}
    named = {rule for family in ladder.families for rule in family.rules}
    named |= {rule for step in ladder.every_step for rule in step.notices}
    assert named <= ids


@pytest.mark.parametrize(("name", "rule"), OWN_STEPS)
def test_some_rules_have_steps_of_their_own(name: str, rule: str) -> None:
    ladder = rulebook(name).ladder
    expected = OWN_STEPS[name, rule]
    assert tuple(next_step(ladder, had, [rule]).action for had in range(len(expected))) == expected


@pytest.mark.parametrize(("name", "rule"), AT_ONCE)
def test_a_grave_breach_has_its_consequence_at_once(name: str, rule: str) -> None:
    clause = rulebook(name).clause(rule)
    assert clause is not None and clause.consequence is not None
    step = next_step(rulebook(name).ladder, 0, [rule])
    assert (step.action, step.notice) == (AT_ONCE[name, rule], clause.consequence.notice)


@templates
def test_what_the_ladder_warns_of_is_not_called_a_reminder(name: str) -> None:
    for step in rulebook(name).ladder.every_step:
        if step.action is WARN:
            assert "提醒" not in (step.notice, *step.notices.values())


@pytest.mark.parametrize("name", CARDS)
def test_a_name_card_is_held_against_the_groups_form(name: str) -> None:
    good, bad = CARDS[name]
    rule = card_rule(rulebook(name))
    assert rule is not None
    assert rule.problem(good) is None
    assert rule.problem(bad) is not None


@pytest.mark.parametrize("name", sorted(LADDERS.keys() - CARDS.keys()))
def test_a_group_without_a_form_asks_for_none(name: str) -> None:
    assert card_rule(rulebook(name)) is None


@templates
def test_every_notice_that_the_rulebook_names_exists(name: str) -> None:
    book, shelf = rulebook(name), notices(name)
    for step in book.ladder.every_step:
        assert step.notice, step
        for notice in (step.notice, *step.notices.values()):
            assert notice in shelf
    ids = book.notices
    named = {ids.question, ids.welcome, ids.card, ids.silence, ids.restored, ids.removed}
    without = NOT_NEEDED.get(name, set())
    assert named - ({""} if without else set()) <= shelf.keys()
    assert {*EVERY_GROUP_HAS, OWN_NOTICES.get(name, "提醒")} - without <= shelf.keys()


@templates
def test_what_the_ladder_gives_counts_and_what_only_tells_does_not(name: str) -> None:
    book, shelf = rulebook(name), notices(name)
    assert [step.notice for step in book.ladder.every_step if not shelf[step.notice].counts] == []
    ids = book.notices
    told = (ids.question, ids.welcome, ids.card, ids.silence, ids.restored, ids.removed, ids.praise)
    assert [notice for notice in told if notice and shelf[notice].counts] == []


KNOWN = Filling(
    group="三班家长群",
    member="李四",
    count=2,
    next_step="移出本群",
    rule="广告",
    excerpt="大＊＊货",
    rules_link="http://example.org/rules",
)
NOTHING_KNOWN = Filling(group="三班家长群")


@templates
def test_every_notice_is_short_courteous_and_fills(name: str) -> None:
    for notice in notices(name).values():
        assert notice.title.zh and notice.title.en and notice.when.zh and notice.when.en, notice.id
        assert 60 <= len(re.sub(r"\s", "", notice.text)) <= 220, notice.id
        assert not re.search("[!！]|违规者", notice.text), notice.id
        check_tokens(notice.text)
        for filling in (KNOWN, NOTHING_KNOWN):
            text = fill(notice.text, filling)
            assert len(text) >= 50 and "{" not in text and "@ " not in text, (notice.id, text)


@templates
def test_a_removal_is_told_to_the_group_without_a_name(name: str) -> None:
    text = notices(name)["移出说明"].text
    assert "{称呼}" not in text and "{摘录}" not in text and "{条款}" in text


def test_no_notice_is_another_groups_with_the_name_changed() -> None:
    pieces = {(name, n.id): bigrams(n.text) for name in LADDERS for n in notices(name).values()}
    alike = {
        (one, other): len(pieces[one] & pieces[other]) / len(pieces[one] | pieces[other])
        for one, other in combinations(pieces, 2)
    }
    assert len(pieces) >= 150
    assert {pair: share for pair, share in alike.items() if share > 0.3} == {}


def bigrams(text: str) -> frozenset[str]:
    solid = re.sub(r"\W", "", text)
    return frozenset(solid[i : i + 2] for i in range(len(solid) - 1))
