"""After the notice comes the step: one key when the moderator is back, one key to take it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from moderator_app.core.roster.member import Status
from moderator_app.session import Session
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui.quick import QuickCheck
from moderator_app.ui.toast import Toasts
from tests.session.conftest import RULEBOOK

CTRL = Qt.KeyboardModifier.ControlModifier
ADS = (
    "一次性内镜工厂直供，大量现货，量大从优，加我微信详谈。",
    "便携超声现货供应，厂家直销，欢迎批发，私聊报价。",
    "手术衣隔离衣批发，工厂直供，价格优惠，需要的加微信 zs_demo。",
)


class Desk:
    """The quick check over a real session whose group has the wanted rulebook, and a hand on the keys."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self._qtbot, self.toasts = session, qtbot, Toasts()
        self.quick = QuickCheck(session, Clipboard(), self.toasts)
        self.quick.hotkey = lambda: "Ctrl+Alt+M"
        self.quick.prepare()
        self.window = self.quick.window

    def copy(self, name: str, text: str) -> None:
        QApplication.clipboard().setText(f"{name}\n2026年09月23日 16:04\n{text}")
        self.hotkey()

    def hotkey(self) -> None:
        self.quick.check_clipboard()
        self._qtbot.waitUntil(lambda: self.window.isVisible() and not self.window.is_unseen)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def strike(self, name: str, times: int) -> None:
        """As many strikes by Enter, each for another text."""
        for number in range(times):
            self.copy(name, ADS[number])
            self.press(Qt.Key.Key_Return)

    @property
    def rows(self) -> list[str]:
        acts = self.window.body.acts
        return [row.text() for row in acts._rows if row.isVisibleTo(acts)] if acts.isVisible() else []

    @property
    def primary(self) -> str:
        return self.window.footer.primary.text()

    @property
    def acts_label(self) -> str:
        label = self.window.findChild(QLabel, "nextActsLabel")
        assert label is not None
        return label.text()

    def toast(self) -> tuple[str, str]:
        newest = self.toasts.shown[-1]
        return newest.title.text(), newest.detail.text()


@pytest.fixture
def desk(qtbot: QtBot, session: Session) -> Iterator[Desk]:
    made = Desk(session, qtbot)
    yield made
    made.toasts.clear()
    made.window.hide()
    made.window.deleteLater()


def status(session: Session, name: str) -> Status:
    return session.member(name).status


def test_back_from_wechat_one_key_records_the_move_and_copies_the_free_groups_notice(
    desk: Desk, session: Session
):
    desk.strike("张三", 2)
    assert desk.toast()[1] == "张三记第 2 次，待移到自由群；办好后按 Ctrl+Alt+M"
    assert desk.toasts.shown[-1].more.text() == "记下，复制告知"
    desk.hotkey()
    assert desk.rows == ["张三已在微信里移到自由群"]
    assert desk.primary == "记下，复制告知"
    assert desk.acts_label == "在微信里办好之后，记下这一步。「医工协群」还没有自由群，会新建「自由群」"
    desk.press(Qt.Key.Key_Return)
    assert status(session, "张三") is Status.FREE_GROUP
    assert QApplication.clipboard().text() == session.notice_text("自由群里告知", "张三")
    made = "「医工协群」还没有自由群，已新建「自由群」"
    assert desk.toast() == ("张三已记为在自由群", f"{made}；「自由群里告知」已复制，请贴到自由群里")
    assert [group.title.zh for group in session.groups()] == ["医工协群", "自由群"]
    assert not desk.toasts.shown[-1].more.isVisible()


def test_space_shows_the_whole_notice_and_does_nothing_else(desk: Desk, session: Session):
    desk.strike("张三", 2)
    desk.hotkey()
    low = desk.window.body.acts.height()
    desk.press(Qt.Key.Key_Space)
    assert desk.window.isVisible() and desk.window.body.acts.height() > low
    assert status(session, "张三") is Status.ACTIVE


def test_one_undo_takes_back_the_step_and_the_next_the_strike(desk: Desk, session: Session):
    desk.strike("张三", 2)
    notice = QApplication.clipboard().text()
    desk.hotkey()
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    assert desk.rows == []
    desk.press(Qt.Key.Key_Z, CTRL)
    assert status(session, "张三") is Status.ACTIVE
    assert QApplication.clipboard().text() == notice
    desk.hotkey()
    assert desk.rows == ["张三已在微信里移到自由群"]
    desk.press(Qt.Key.Key_Z, CTRL)
    assert session.row(session.member("张三").id).active == 1


def test_the_toast_does_it_with_the_mouse(desk: Desk, session: Session):
    desk.strike("张三", 2)
    desk.toasts.shown[-1].more.click()
    assert status(session, "张三") is Status.FREE_GROUP
    desk.toasts.shown[-1].action.click()
    assert status(session, "张三") is Status.ACTIVE


def test_a_first_strike_is_followed_by_nothing(desk: Desk):
    desk.strike("张三", 1)
    assert desk.toast()[1] == "张三记第 1 次"
    desk.hotkey()
    assert desk.rows == []
    assert desk.primary == "关闭"


def test_escape_leaves_the_step_for_later_and_it_is_still_offered_after_a_restart(
    desk: Desk, session: Session, qtbot: QtBot
):
    desk.strike("张三", 2)
    desk.hotkey()
    desk.press(Qt.Key.Key_Escape)
    assert status(session, "张三") is Status.ACTIVE
    session._desk.copied = None  # as after a restart: only the record knows
    again = Desk(session, qtbot)
    again.hotkey()
    assert again.rows == ["张三已在微信里移到自由群"]
    again.press(Qt.Key.Key_Return)
    assert status(session, "张三") is Status.FREE_GROUP
    again.toasts.clear()


def test_recorded_without_a_notice_the_message_itself_leads_to_the_step(desk: Desk, session: Session):
    desk.strike("张三", 1)
    desk.copy("张三", ADS[1])
    desk.press(Qt.Key.Key_0)
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    assert desk.window.body.again.isVisible()
    assert desk.rows == ["张三已在微信里移到自由群"]
    desk.press(Qt.Key.Key_1)  # the digits are the notices'
    assert desk.window.next_act is None
    desk.window.body.acts._rows[0].click()
    desk.press(Qt.Key.Key_Return)
    assert status(session, "张三") is Status.FREE_GROUP


@pytest.fixture
def hometown(session: Session) -> Session:
    """Removals there need two moderators."""
    session.add_group("town", "同乡群", "hometown")
    session.choose_group("town")
    session.set_setting("moderator", "王管")
    return session


OPEN_FINE = "  steps:\n    - {action: fine, notice: 叫卖}\n"


@pytest.fixture
def fining(session: Session, tmp_path: Path) -> Session:
    """A group whose rules fine from the first strike on and name no amount."""
    head, rest = RULEBOOK.split("  steps:\n")
    folder = Path(session.data_dir)
    (folder / "rulebooks").mkdir(exist_ok=True)
    text = f"{head}{OPEN_FINE}signs:\n{rest.split('signs:' + chr(10))[1]}"
    (folder / "rulebooks" / "test.yaml").write_text(text, encoding="utf-8")
    notices = folder / "notices" / "test"
    notices.mkdir(parents=True)
    (notices / "叫卖.md").write_text(
        "---\nid: 叫卖\ntitle: 叫卖\ncounts: true\n---\n请勿叫卖。\n", encoding="utf-8"
    )
    session.add_group("f", "罚款群", "test")
    session.choose_group("f")
    return session


def test_a_fine_without_an_amount_asks_for_it_and_offers_the_last_one(desk: Desk, fining: Session):
    desk.strike("张三", 1)
    assert not desk.toasts.shown[-1].more.isVisible()
    desk.hotkey()
    assert desk.rows == ["张三罚款或红包，数额待填"]
    amount = desk.window.body.acts.amount
    assert amount.isVisible() and amount.text() == ""
    desk.press(Qt.Key.Key_Return)
    assert fining.process.fines() == ()
    assert "数额" in desk.window.inline.text()
    for digit in "50":
        QTest.keyClick(desk.window.windowHandle(), digit)
    assert desk.rows == ["张三罚款 50"]
    desk.press(Qt.Key.Key_Return)
    assert [fine.amount for fine in fining.process.fines()] == ["50"]
    desk.copy("李四", ADS[0])
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    assert desk.window.body.acts.amount.text() == "50"
    desk.press(Qt.Key.Key_Return)
    assert [fine.amount for fine in fining.process.fines()] == ["50", "50"]


def struck_out(session: Session, name: str) -> None:
    """One strike short of a removal."""
    for text in ADS[:2]:
        session.strike(session.check(f"{name}\n2026年09月23日 16:04\n{text}"), member=name)


def test_a_removal_by_consent_is_proposed_with_one_key_and_says_whose_word_is_missing(
    desk: Desk, hometown: Session
):
    struck_out(hometown, "李明★木工")
    desk.copy("李明★木工", ADS[2])
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    assert len(desk.rows) == 1
    assert desk.rows[0].startswith("提请移出")
    assert desk.primary == "提请移出"
    copied = QApplication.clipboard().text()
    desk.press(Qt.Key.Key_Return)
    (pending,) = hometown.process.pending()
    assert pending.agreed == ("王管",)
    assert "还要 1 位管理员同意" in desk.toast()[1]
    assert QApplication.clipboard().text() == copied
    desk.hotkey()
    assert desk.rows == []


def test_once_all_agree_the_removal_and_its_account_are_one_key(desk: Desk, hometown: Session):
    struck_out(hometown, "李明★木工")
    desk.copy("李明★木工", ADS[2])
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    desk.press(Qt.Key.Key_Return)
    (pending,) = hometown.process.pending()
    hometown.process.agree(pending.entry.id, "李管")
    desk.hotkey()
    assert desk.rows[0].endswith("已在微信里移出")
    account = hometown.notice_text("移出说明", pending.member.id)
    desk.press(Qt.Key.Key_Return)
    assert hometown.member(pending.member.id).status is Status.REMOVED
    assert QApplication.clipboard().text() == account


TALK = "\n\n".join(
    f"{name}\n2026年09月23日 10:{minute}\n{text}"
    for name, minute, text in (("张三", 12, ADS[0]), ("孙七", 15, ADS[2]))
)


def test_in_a_conversation_enter_leads_on_and_at_the_end_the_steps_of_all_are_there(
    desk: Desk, session: Session
):
    for name in ("张三", "孙七"):
        session.strike(session.check(f"{name}\n2026年09月22日 16:04\n{ADS[1]}"), "叫卖告知", member=name)
    QApplication.clipboard().setText(TALK)
    desk.hotkey()
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    assert desk.window.case is not None  # on to the next person, with the step of the first left open
    desk.press(Qt.Key.Key_Up)
    assert desk.rows == ["张三已在微信里移到自由群"]
    assert desk.primary == "看下一人"
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    assert desk.rows == ["张三已在微信里移到自由群", "孙七已在微信里移到自由群"]
    desk.press(Qt.Key.Key_2)
    desk.press(Qt.Key.Key_Return)
    assert (status(session, "张三"), status(session, "孙七")) == (Status.ACTIVE, Status.FREE_GROUP)
    desk.hotkey()
    assert desk.rows == ["张三已在微信里移到自由群"]
    desk.press(Qt.Key.Key_Return)
    assert status(session, "张三") is Status.FREE_GROUP
