"""Reading n-gram models: the shipped one, and files that are missing or broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Message
from moderator_app.core.rules.judge import judge
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


def test_the_shipped_model_tells_a_job_lure_from_a_question() -> None:
    model = load_model(resources_dir() / "models" / "wording.json")
    lure = model.score("手机就能做的副业，日结不拖欠，想赚零花钱的宝妈学生都来")
    question = model.score("请问这台监护仪的血氧探头坏了，大家一般怎么处理的？")
    assert lure > 1.5
    assert question < 0


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"bias": "x", "weights": {}}', '{"bias": 0, "weights": [1]}']
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
