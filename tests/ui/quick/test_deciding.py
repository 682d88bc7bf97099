"""Ctrl+D: misjudged, and a violation after all; each told, shown before, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from moderator_app.core.errors import Refused
from moderator_app.core.rules.verdict import Level
from moderator_app.session.rules import Backtest, Flagged, Was
from moderator_app.ui.quick.ruling import also_text, found_in
from moderator_app.ui.quick.telling import sample
from moderator_app.ui.widgets import Candidate
from tests.ui.quick.conftest import Hand
from tests.ui.quick.fakes import AD, SOFT

CTRL = Qt.KeyboardModifier.ControlModifier
QUESTION = "请问内镜清洗登记怎么做电子化？"


def also(*was: Was) -> Backtest:
    flagged = tuple(Flagged(text=f"第 {n} 条", level=Level.VIOLATION, was=each) for n, each in enumerate(was))
    return Backtest(total=600, flagged=flagged, newly=flagged)


def test_one_finding_is_misjudged_at_once_and_the_window_goes(hand: Hand):
    hand.copy(SOFT)
    hand.press(Qt.Key.Key_D, CTRL)
    assert hand.recorded == [("misjudged", "ads")]
    assert not hand.window.isVisible()
    assert hand.toast() == ("已记为例子", "这句话不会再算「软广告」")
    hand.toasts.shown[-1].action.click()
    assert hand.recorded[-1] == ("undo",)


def test_of_several_findings_it_is_asked_which(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_D, CTRL)
    assert hand.recorded == []
    ruling = hand.window.body.ruling
    assert [row.title for row in ruling.list.rows] == ["都判错了", "叫卖", "二维码"]
    assert hand.window.footer.hints() == ["Esc", "↑↓"]
    assert hand.window.footer.primary.text() == "记为误判"
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("misjudged", "qr")]
    assert hand.window.isVisible()
    assert [row.title for row in hand.window.findings.rows()] == ["叫卖"]


def test_all_findings_of_a_message_are_misjudged_by_one_more_enter(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_D, CTRL)
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("misjudged", "")]
    assert not hand.window.isVisible()
    assert hand.toast() == ("已记为例子", "这句话不会再算「叫卖、二维码」")
    hand.toasts.shown[-1].action.click()
    assert hand.recorded[-1] == ("undo",)


def test_ctrl_z_in_the_window_takes_the_decision_back(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_D, CTRL)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Z, CTRL)
    assert hand.recorded == [("misjudged", "hawking"), ("undo",)]
    assert hand.toast()[0] == "已撤销，这句话照旧判断"


def test_escape_leads_back_and_decides_nothing(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_D, CTRL)
    hand.press(Qt.Key.Key_1)
    hand.press(Qt.Key.Key_Escape)
    assert hand.window.isVisible() and hand.window.offers.isVisible()
    assert not hand.window.body.ruling.isVisible()
    assert hand.recorded == []


def test_a_violation_after_all_shows_first_what_else_it_would_flag(hand: Hand):
    hand.session.rules.also = also(Was.PASSED, Was.OPEN)
    hand.copy(QUESTION)
    hand.press(Qt.Key.Key_D, CTRL)
    hand.press(Qt.Key.Key_Down)
    assert hand.window.footer.primary.text() == "看看影响"
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("also_flags", "hawking")]
    told = hand.window.body.ruling.also.text()
    assert told.startswith("对照了历史里的 600 条消息，还会多判中 2 条，其中 1 条您放行过：")
    assert hand.window.footer.primary.text() == "记为违规"
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded[-1] == ("violation", "hawking")
    assert hand.window.header.word.text() == "违规"
    assert hand.toast() == ("已记为例子", "这样的话以后都算「叫卖」")


def test_another_clause_must_be_looked_at_anew(hand: Hand):
    hand.copy(QUESTION)
    hand.press(Qt.Key.Key_D, CTRL)
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Down)
    assert hand.window.body.ruling.also.text() == ""
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("also_flags", "ads"), ("also_flags", "hawking")]


def test_a_decision_that_is_refused_is_said_in_place(hand: Hand):
    def refuse(*_: object) -> None:
        raise Refused("rule.already-decided")

    hand.session.rules.misjudged = refuse  # type: ignore[method-assign, assignment]
    hand.copy(SOFT)
    hand.press(Qt.Key.Key_D, CTRL)
    assert hand.window.isVisible()
    assert hand.window.inline.text()
    assert hand.toasts.shown == ()


def test_on_the_sample_nothing_can_be_decided_and_nothing_is_kept(hand: Hand):
    hand.window.sample_wanted.emit()
    assert "Ctrl+D" not in hand.window.footer.hints()
    hand.press(Qt.Key.Key_D, CTRL)
    hand.press(Qt.Key.Key_Escape)
    assert hand.recorded == []
    assert hand.session.remembered == []


def test_the_sample_is_the_same_when_it_comes_by_the_clipboard(hand: Hand):
    hand.copy(sample())
    assert hand.window.round is not None and hand.window.round.trial
    hand.press(Qt.Key.Key_Escape)
    assert hand.session.remembered == []


def test_without_a_history_that_is_said():
    assert also_text(Backtest()) == "历史里还没有别的消息可以对照。"
    assert also_text(Backtest(total=1200)) == "对照了历史里的 1,200 条消息，不会多判中别的。"


def test_a_word_that_no_clause_has_is_said_and_enter_does_nothing(hand: Hand):
    hand.copy(QUESTION)
    hand.press(Qt.Key.Key_D, CTRL)
    hand.window.body.ruling.field.setText("没有这个词")
    assert hand.window.body.ruling.also.text() == "没有这样的条款。"
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == []
    hand.window.body.ruling.field.setText("二维")
    assert hand.window.body.ruling.marked == "qr"


ROWS = [
    Candidate(id="ads", title="广告", detail="凡是读起来像广告的，一律禁止。", trailing="第 1 条"),
    Candidate(id="hawking", title="叫卖", detail="没有人提出需求，不叫卖。", trailing="第 2 条"),
    Candidate(id="qr", title="二维码", detail="任何形式的都不要发。", trailing="第 12 条"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["ads", "hawking", "qr"]),
        ("叫", ["hawking"]),
        ("jm", ["hawking"]),
        ("jiaom", ["hawking"]),
        ("GG", ["ads"]),
        ("2", ["hawking"]),
        ("12", ["qr"]),
        ("禁止", ["ads"]),
        ("zzz", []),
    ],
)
def test_a_clause_is_found_by_number_title_sound_or_text(typed: str, found: list[str]):
    assert [row.id for row in found_in(ROWS, typed)] == found
