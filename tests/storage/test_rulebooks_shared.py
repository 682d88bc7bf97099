"""The shared clauses, all of them in one small rulebook: sound, readable, and true to their examples."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from moderator_app.core.message import Message
from moderator_app.core.rules.examples import run_examples
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import ClauseLevel, Rulebook, Sign
from moderator_app.core.rules.verdict import Level
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook
from tests.storage.schema_check import violations

SHARED = sorted((resources_dir() / "rulebooks" / "shared").glob("*.yaml"))
MEASURED = {"flood", "echo", "hours", "length", "kind", "many-pictures", "many-stickers", "code", "link"}
"""Detectors that measure: what they see may accuse by itself, because nobody says it by chance."""

EVERYDAY = [
    "我们下午测试新系统，管理后台的账号请找小李",
    "女儿的美术老师说周五交作业",
    "家里装修，想问问大家瓷砖选什么颜色",
    "会议改到三点，请带上报表",
    "王主任，患者的检验结果出来了，请看一下",
    "学校通知周三开家长会，七点到教室",
    "电梯又坏了，物业说下午来修",
    "收到，马上办",
    "生日快乐，晚上回家吃饭吗",
    "这台设备的图纸在共享文件夹，请查收",
    "请各位老师把名单填好，周五前交",
    "昨天的球打得不错，就是腿有点酸",
]


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    path = tmp_path_factory.mktemp("shared") / "all.yaml"
    ids = "".join(f"  - {file.stem}\n" for file in SHARED)
    path.write_text(f"id: all\nuses: [talk, contact]\nshared:\n{ids}", encoding="utf-8")
    return load_rulebook(path, examples=False)


@pytest.mark.parametrize("file", SHARED, ids=lambda file: file.stem)
def test_each_brings_all_that_it_needs(file: Path, tmp_path: Path) -> None:
    """A template names a clause and nothing else; title, signs and examples come with it."""
    path = tmp_path / "one.yaml"
    path.write_text(f"id: one\nshared: [{file.stem}]\n", encoding="utf-8")
    alone = load_rulebook(path, examples=False)
    assert alone.problems == ()
    assert [clause.id for clause in alone.clauses] == [file.stem]


def test_all_load_together(rulebook: Rulebook) -> None:
    assert rulebook.problems == ()
    assert {clause.id for clause in rulebook.clauses} == {file.stem for file in SHARED}


@pytest.mark.parametrize("file", SHARED, ids=lambda file: file.stem)
def test_each_agrees_with_the_schema(file: Path) -> None:
    schema = json.loads((resources_dir() / "schema" / "shared.schema.json").read_text(encoding="utf-8"))
    assert (
        violations(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader), schema, schema) == []
    )


def test_each_reads_in_both_languages_and_carries_examples(rulebook: Rulebook) -> None:
    for clause in rulebook.clauses:
        assert clause.title.zh and clause.title.en and clause.text.zh and clause.text.en, clause.id
        assert len(clause.examples.hit) >= 2 and len(clause.examples.miss) >= 2, clause.id


def test_each_sign_has_a_title_in_both_languages(rulebook: Rulebook) -> None:
    assert [sign.id for sign in rulebook.signs.values() if not (sign.title.zh and sign.title.en)] == []


def test_every_example_does_as_it_says(rulebook: Rulebook) -> None:
    """In the company of all the others, whose signs none of them may bend."""
    results = run_examples(rulebook)
    assert len(results) >= 4 * len(SHARED)
    assert [(result.clause, result.text) for result in results if not result.passed] == []


def test_no_single_sign_accuses_but_what_is_measured(rulebook: Rulebook) -> None:
    alone = [
        (clause.id, row.name)
        for clause in rulebook.clauses
        if clause.level is ClauseLevel.VIOLATION
        for row in clause.rows
        if len(row.terms) == 1
        and row.points >= clause.violation
        and not all(sign.detector in MEASURED for sign in _made_of(rulebook, row.signs[0]))
    ]
    assert alone == [("greetings", "only-greeting")]  # the whole message is a greeting, not a word of it


def _made_of(rulebook: Rulebook, name: str) -> Iterator[Sign]:
    sign = rulebook.signs[name]
    if sign.any:
        for part in sign.any:
            yield from _made_of(rulebook, part)
    else:
        yield sign


def test_what_only_a_person_can_tell_is_only_asked(rulebook: Rulebook) -> None:
    asked = {clause.id for clause in rulebook.clauses if clause.level is not ClauseLevel.VIOLATION}
    assert asked >= {
        *("outsiders", "portrait", "photo-consent", "cliques", "unaudited", "unverified", "late-answer"),
        *("silence", "meet-up", "introduce", "acknowledge", "problems-not-passed-on", "mass-adding"),
    }


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_words_are_let_be(text: str, rulebook: Rulebook) -> None:
    assert judge(Message(text=text), rulebook).level is Level.OK


OWN = ("manner", "beliefs", "harm", "tales", "bait", "conduct", "duties", "measures")


@pytest.mark.parametrize("name", OWN)
def test_words_and_their_exceptions_do_not_cancel_out(name: str) -> None:
    """A word that is allowed as it stands can never be seen; one that is written twice is a slip."""
    signs = yaml.safe_load((resources_dir() / "lexicons" / f"{name}.yaml").read_text(encoding="utf-8"))[
        "signs"
    ]
    for sign, parts in signs.items():
        words, allowed = (str(parts.get(key, "")).split() for key in ("words", "allow"))
        assert sorted(set(words) & set(allowed)) == [], sign
        assert sorted({word for word in words if words.count(word) > 1}) == [], sign
