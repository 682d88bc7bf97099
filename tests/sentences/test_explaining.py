"""Why a clause spoke: words, disguises, the sum that holds, the exceptions."""

from __future__ import annotations

import pytest

from moderator_app.core.rules.verdict import Finding, Hit, Level, Part
from moderator_app.core.text.normalised import Step
from moderator_app.core.wording import Reason, Wording
from moderator_app.sentences.explaining import explanation, step_text


def hit(evidence: str, *steps: str) -> Hit:
    return Hit(rule="hawking", span=(0, len(evidence)), evidence=evidence, sign="stock", steps=steps)


def part(title: str, points: float) -> Part:
    return Part(row=title, points=points, titles=Wording(title))


def finding(level: Level = Level.VIOLATION, **fields: object) -> Finding:
    given = {"hits": (hit("大量现货"),), "reason": Reason("passed.need"), **fields}
    return Finding(rule="hawking", level=level, **given)  # type: ignore[arg-type]


def lines(of: Finding) -> dict[str, str]:
    return dict(explanation(of))


def test_the_words_are_quoted_once_each():
    assert lines(finding(hits=(hit("现货"), hit("现货"), hit("批发"))))["字句"] == "「现货」「批发」"


def test_many_words_are_cut_and_counted():
    many = tuple(hit(f"词{number}") for number in range(11))
    assert lines(finding(hits=many))["字句"].endswith("等 11 处")


def test_disguises_are_named_and_letter_case_is_none():
    told = lines(
        finding(hits=(hit("ＶＸ", "width", "case"), hit("abc", "case"), hit("彳㪚信", "split-characters")))
    )
    assert told["还原"] == "「ＶＸ」按全角或半角还原；「彳㪚信」按拆字还原"


def test_the_points_add_up_to_the_score_and_name_the_limit():
    weighed = finding(
        parts=(part("有货", 1.5), part("批发", 2.0), part("谈话", -0.5)), score=3.0, threshold=2.4
    )
    assert lines(weighed)["迹象"] == "有货 1.5 + 批发 2.0 − 谈话 0.5 = 3.0，满 2.4 分算违规"


def test_one_title_in_several_rows_is_summed_and_the_small_ones_go_together():
    parts = (part("祝福", 1.0), part("祝福", 0.5), *(part(f"迹象{n}", 0.1) for n in range(8)))
    told = lines(finding(parts=parts, score=2.3, threshold=2.0))["迹象"]
    assert told.startswith("祝福 1.5 + 迹象0 0.1")
    assert "其余 4 项 0.4 = 2.3" in told


def test_what_is_unsure_says_from_when_it_is_shown():
    weighed = finding(Level.UNSURE, parts=(part("有货", 1.5),), score=1.5, threshold=1.2)
    assert lines(weighed)["迹象"] == "有货 1.5，满 1.2 分请您看一眼"


def test_exceptions_that_do_not_apply_are_told_and_one_that_does():
    considered = (Reason("considered.need"), Reason("considered.answer"))
    assert lines(finding(considered=considered))["例外"] == (
        "想过，不成立：没有提出自己的需求；前面没有人提出相关的需求"
    )
    assert lines(finding(Level.OK))["例外"] == "成立：在提出自己的需求"


def test_what_is_not_known_has_no_line():
    assert set(lines(finding())) == {"字句"}


@pytest.mark.parametrize("step", list(Step))
def test_every_step_that_disguises_has_a_name(step: Step):
    assert (step_text(step) != step.value) is (step is not Step.CASE)
