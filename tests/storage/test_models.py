"""Reading n-gram models: the shipped one, and files that are missing or broken."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Message
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.reading import Sighting
from moderator_app.core.rules.rulebook import Clause, Sign
from moderator_app.core.rules.weighing import hold
from moderator_app.storage.models import load_model
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

RULEBOOK = """
id: group
uses: [wording]
clauses:
  - id: ads
    weigh: {worded: 1}
"""
QUESTION = "请问这台监护仪的血氧探头坏了，大家一般怎么处理的？"
LARGEST = 400_000


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("solicitation", "手机就能做的副业，日结不拖欠，想赚零花钱的宝妈学生都来"),
        ("gambling", "信誉台子，上下分秒到，首存送彩金"),
        ("fraud", "手机操作日结，一单一结，想赚米的加我带你"),
        ("insult", "你这种废物真是又蠢又贱，滚远点"),
        ("wish", "祝大家节日快乐，幸福安康，万事如意"),
        ("praise", "精选柔软面料，修身剪裁勾勒身形，尽显优雅气质"),
    ],
)
def test_the_shipped_model_tells_each_kind_from_a_question(kind: str, text: str) -> None:
    model = load_model(resources_dir() / "models" / "wording.json")
    assert model.score(text, kind) >= 1
    assert model.score(QUESTION, kind) < 0.5


def test_the_shipped_model_is_small() -> None:
    path = resources_dir() / "models" / "wording.json"
    assert path.stat().st_size < LARGEST


def test_wording_alone_may_ask_and_never_accuse() -> None:
    rulebook = load_rulebook(resources_dir() / "rulebooks" / "yigongxie.yaml", examples=False)
    reached = {clause.id: _points_of_wording(clause, rulebook.signs) for clause in rulebook.clauses}
    assert any(reached.values())
    assert [clause.id for clause in rulebook.clauses if reached[clause.id] >= clause.violation] == []


def _points_of_wording(clause: Clause, signs: Mapping[str, Sign]) -> float:
    """The most that a clause can reach where nothing but the model speaks."""
    models = sorted({name for row in clause.rows for name in row.signs if signs[name].model})
    whole = (Sighting(0, 1),)
    return max(
        sum(
            row.points
            for row in clause.rows
            if row.points > 0 and hold(row.terms, dict.fromkeys(some, whole))
        )
        for count in range(len(models) + 1)
        for some in combinations(models, count)
    )


@pytest.mark.parametrize(
    "content",
    [
        *("", "[]", "{}", '{"bias": {"a": "x"}, "weights": {}}', '{"bias": {"a": 0}, "weights": [1]}'),
        '{"bias": {"a": 0}, "weights": {"日": 3}}',
        '{"bias": {"a": 0}, "weights": {"日": [3, 4]}}',
    ],
)
def test_a_broken_model_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load_model(path)
    assert (caught.value.reason.code, caught.value.reason.values["file"]) == (
        "model.unreadable",
        "broken.json",
    )


def test_without_its_model_a_sign_is_not_seen_and_the_rest_works(tmp_path: Path) -> None:
    (tmp_path / "lexicons").mkdir()
    lexicon = (resources_dir() / "lexicons" / "wording.yaml").read_text(encoding="utf-8")
    (tmp_path / "lexicons" / "wording.yaml").write_text(lexicon, encoding="utf-8")
    path = tmp_path / "group.yaml"
    path.write_text(RULEBOOK, encoding="utf-8")
    rulebook = load_rulebook(path, resources=tmp_path)
    assert [problem.reason.code for problem in rulebook.problems] == ["model.missing"]
    assert not judge(Message(text="手机就能做的副业，日结不拖欠"), rulebook).findings
