"""What is told of a person before anybody acts: the step, what waits, who is away, whom a name is like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action
from moderator_app.session import Session
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui.quick import QuickCheck
from moderator_app.ui.toast import Toasts
from tests.core.text.transcripts import full_day

AD = "一次性内镜工厂直供，大量现货，量大从优，加我微信详谈。"
OTHER = "便携超声现货供应，厂家直销，欢迎批发，私聊报价。"
THANKS = "谢谢各位老师，我们再看看现有的系统能不能改。"


class Clock:
    """It moves only when told."""

    def __init__(self) -> None:
        self.at = datetime(2026, 5, 3, 9, 30)

    def __call__(self) -> datetime:
        return self.at


class Desk:
    """The quick check over a real session of a day in May."""

    def __init__(self, session: Session, clock: Clock, qtbot: QtBot) -> None:
        self.session, self.clock, self._qtbot, self.toasts = session, clock, qtbot, Toasts()
        self.quick = QuickCheck(session, Clipboard(), self.toasts)
        self.quick.prepare()
        self.window = self.quick.window
        self.who = self.window.who

    def strike(self, name: str, text: str = AD) -> str:
        """A strike's id."""
        change = self.session.strike(self.session.check(text, member=name), member=name)
        return next(entry.id for entry in change.entries if entry.kind.value == "strike")

    def copy(self, name: str, text: str = OTHER) -> None:
        QApplication.clipboard().setText(f"{name}\n{full_day(self.clock.at)}\n{text}")
        self.quick.check_clipboard()
        self._qtbot.waitUntil(lambda: self.window.isVisible() and not self.window.is_unseen)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)

    @property
    def waiting(self) -> str:
        return self.who.waiting.text() if self.who.waiting.isVisible() else ""

    @property
    def alarm(self) -> str:
        return self.who.alarm.text.text() if self.who.alarm.isVisible() else ""


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    clock = Clock()
    with Session.open(tmp_path / "data", now=clock) as session:
        made = Desk(session, clock, qtbot)
        yield made
        made.toasts.clear()
        made.window.hide()
        made.window.deleteLater()


def test_the_line_tells_last_time_what_follows_and_space_all_of_it(desk: Desk):
    desk.strike("张三")
    desk.clock.at += timedelta(days=17)
    desk.copy("张三")
    told = desk.who.ladder.accessibleName()
    assert told.startswith("第 2 次，上次 5 月 3 日叫卖")
    assert "移到自由群" in told
    low = desk.who.ladder.height()
    narrow = desk.who.ladder.width() // 2
    desk.who.ladder.setFixedWidth(narrow)
    desk.who.ladder.grab()
    assert desk.who.ladder.toolTip() == told
    desk.press(Qt.Key.Key_Space)
    assert desk.who.ladder.height() > low


def test_strikes_of_before_a_return_are_named_and_count_no_longer(desk: Desk):
    desk.strike("张三")
    member = desk.session.member("张三").id
    desk.session.process.take(member, Action.MOVE)
    desk.session.process.bring_back(member, "已说明")
    desk.copy("张三")
    assert desk.who.record.text() == "另有 1 次恢复时已清"
    assert desk.who.ladder.accessibleName().startswith("第 1 次")


def test_a_voided_strike_is_named(desk: Desk):
    desk.session.void(desk.strike("张三"), "看错了人")
    desk.copy("张三", THANKS)
    assert desk.who.record.text() == "没有记录，另有 1 次已作废"


def suspended(desk: Desk, member: str) -> None:
    desk.session.process.take(member, Action.SUSPEND, days=7)


def away(desk: Desk, member: str) -> None:
    desk.session.process.leave(member, date(2026, 5, 20))


def in_the_free_group(desk: Desk, member: str) -> None:
    desk.session.edit_member(member, status=Status.FREE_GROUP)


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (suspended, "暂时移出，到 5 月 10 日"),
        (away, "群成员，请假到 5 月 20 日"),
        (in_the_free_group, "在自由群"),
    ],
)
def test_where_somebody_is_stands_beside_the_name(desk: Desk, do: Callable[[Desk, str], None], told: str):
    desk.strike("张三")
    do(desk, desk.session.member("张三").id)
    desk.copy("张三")
    assert desk.who.status.text() == told


def test_a_suspension_that_is_over_is_told(desk: Desk):
    desk.strike("张三")
    suspended(desk, desk.session.member("张三").id)
    desk.clock.at += timedelta(days=8)
    desk.copy("张三")
    assert desk.who.status.text() == "暂时移出，5 月 10 日已到期"


def test_nothing_waits_nothing_is_said(desk: Desk):
    desk.strike("张三")
    desk.copy("张三", THANKS)
    assert (desk.waiting, desk.alarm) == ("", "")


def test_an_open_appeal_and_a_report_are_told_also_beside_a_clean_message(desk: Desk):
    strike = desk.strike("张三")
    desk.session.process.appeal(strike, "那是在回答王五。")
    desk.session.process.report(desk.session.member("张三").id, text="私下又来推销")
    desk.copy("张三", THANKS)
    assert desk.waiting == "有一件申诉没有处理：5 月 3 日的叫卖、广告\n有 1 件举报没有办结"


def test_a_move_that_was_never_put_on_record_is_told(desk: Desk):
    desk.strike("张三")
    desk.strike("张三", OTHER)
    desk.clock.at += timedelta(days=2)
    desk.copy("张三", "手术衣批发，工厂直供，价格优惠，需要的加微信 zs_demo。")
    assert desk.waiting == "上次要移到自由群，还没有记下"


def test_a_proposed_removal_tells_whose_word_is_missing(desk: Desk):
    desk.session.add_group("town", "同乡群", "hometown")
    desk.session.choose_group("town")
    desk.session.set_setting("moderator", "王管")
    desk.strike("李明★木工")
    desk.session.process.take(desk.session.member("李明★木工").id, Action.REMOVE)
    desk.copy("李明★木工", THANKS)
    assert desk.waiting.startswith("已提请移出。还要 1 位管理员同意")


def test_a_name_like_one_on_the_blocklist_is_a_doubt_and_one_key_shows_the_person(desk: Desk, qtbot: QtBot):
    desk.strike("王老五")
    listed = desk.session.member("王老五").id
    desk.session.process.block(listed, "骗取定金。")
    desk.session.add_group("second", "设备群", "yigongxie")
    desk.session.choose_group("second")
    desk.copy("王老五")
    assert desk.alarm == "王老五与黑名单里的王老五同名（5 月 3 日列入，骗取定金），请核对"
    with qtbot.waitSignal(desk.quick.person_wanted) as asked:
        desk.press(Qt.Key.Key_F3)
    assert asked.args == [listed]


def test_join_lines_warn_as_well(desk: Desk):
    desk.strike("王老五")
    desk.session.process.block(desk.session.member("王老五").id, "骗取定金。")
    desk.session.add_group("second", "设备群", "yigongxie")
    desk.session.choose_group("second")
    QApplication.clipboard().setText('"甲"邀请"王老五、丙"加入了群聊')
    desk.quick.check_clipboard()
    alarm = desk.window.body.newcomers.alarm
    assert alarm.isVisible()
    assert alarm.text.text().startswith("王老五与黑名单里的王老五同名")
