"""A group of each template in an empty data folder: checked, answered in its words, its ladder climbed."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.session import Session
from tests.session.conftest import Clock

AD = "本店新品上市，全场八折优惠，进店有礼，欢迎光临，咨询热线 13900001234"

GROUPS = {
    "team-publicity": "公益队宣传群",
    "company-work": "公司工作群",
    "department": "财务部群",
    "engineering": "工程部群",
    "class-parents": "三班家长群",
    "hometown": "同乡群",
    "managers": "管理群",
    "corporate": "公司大群",
    "chamber": "商会会员群",
    "leasing": "租赁业务群",
    "classmates": "八五届同学群",
    "shareholders": "基金股东群",
    "homeowners": "九栋业主群",
    "holding": "集团运营群",
    "referees": "裁判交流群",
}
FIRST_NOTICE = {
    **dict.fromkeys(GROUPS, "提醒"),
    "department": "警告",
    "classmates": "警告",
    "homeowners": "警告",
    "hometown": "警告",
    "chamber": "红包补偿说明",
}
"""What an advertisement is answered with the first time."""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    clock = Clock()
    clock.at = datetime(2026, 3, 5, 21, 10)  # a Thursday evening, at which every group talks
    with Session.open(tmp_path / "data", now=clock) as opened:
        yield opened


def add(session: Session, template: str) -> None:
    session.add_group("g1", GROUPS[template], template)
    session.choose_group("g1")


@pytest.mark.parametrize("template", GROUPS)
def test_an_advertisement_is_answered_in_the_groups_own_words(session: Session, template: str) -> None:
    add(session, template)
    case = session.check(AD, member="李四")
    assert case.verdict.level is Level.VIOLATION
    offer = case.offers[0]
    assert (offer.notice.id, offer.counts) == (FIRST_NOTICE[template], True)
    assert offer.text.startswith("@李四") and "{" not in offer.text
    change = session.strike(case, offer.notice.id)
    kinds = [entry.kind for entry in change.entries]
    fined = [EntryKind.FINE] if case.step.action is Action.FINE else []
    assert kinds == [EntryKind.MEMBER_ADDED, EntryKind.STRIKE, *fined, EntryKind.NOTICE]
    assert change.entries[1].step is case.step.action
    assert change.entries[-1].message == offer.text
    assert session.row(session.member("李四").id).active == 1


@pytest.mark.parametrize("template", GROUPS)
def test_who_goes_on_is_asked_to_leave_by_a_notice_of_the_group(session: Session, template: str) -> None:
    add(session, template)
    actions, notices = [], []
    for _ in range(4):
        case = session.check(AD, member="李四")
        actions.append(case.step.action)
        notices.append(case.offers[0].notice.id)
        session.strike(case, case.offers[0].notice.id)
    steps = actions.index(Action.REMOVE) + 1
    assert set(actions[steps:]) <= {Action.REMOVE}
    assert set(notices[steps - 1 :]) == {"移出告知"}
    assert "移出告知" not in notices[: steps - 1]


@pytest.mark.parametrize("template", GROUPS)
def test_plain_talk_of_the_group_is_no_violation(session: Session, template: str) -> None:
    add(session, template)
    for text in ("收到，谢谢", "好的，我看一下", "明天几点？"):
        assert session.check(text, member="李四").verdict.level is Level.OK, text


def test_who_advertises_in_the_free_group_is_left_in_peace_and_who_cheats_is_not(session: Session) -> None:
    session.add_group("g1", "自由群", "free-group")
    session.choose_group("g1")
    for text in (
        AD,
        "大量现货，厂家直销，加微信 abc12345",
        "扫码进群领券",
        "急招销售，底薪六千，电话 13900001234",
    ):
        assert session.check(text, member="李四").verdict.level is Level.OK, text
    for notice in ("提醒", "警告", "移出告知"):
        case = session.check("刷单兼职，垫付秒返，日入三百，加我微信 abc12345", member="李四")
        assert (case.verdict.level, case.offers[0].notice.id) == (Level.VIOLATION, notice)
        session.strike(case, notice)
    case = session.check("百家乐注册送彩金，上分下分秒到，老台子稳", member="王五")
    assert (case.step.action, case.offers[0].notice.id) == (Action.REMOVE, "移出告知")


def test_slander_of_a_teacher_means_removal_at_once(session: Session) -> None:
    add(session, "class-parents")
    case = session.check("这学校就是骗子学校，校长黑心贪污，误人子弟，老师没一个好东西", member="李四")
    assert "slander" in case.verdict.rules
    assert (case.step.action, case.offers[0].notice.id) == (Action.REMOVE, "移出告知")


def test_a_late_answer_among_managers_records_a_fine(session: Session) -> None:
    add(session, "managers")
    talk = "李四 2026/3/5 20:00\n@张三 盘点表今天交\n\n张三 2026/3/5 21:00\n好的，马上发\n"
    case = session.check(talk)
    assert case.verdict.rules == ("late-answer",)
    assert case.offers[0].notice.id == "罚款记录说明"
    assert "一百元" in case.offers[0].text


def test_a_second_warning_of_a_shareholder_asks_for_an_apology(session: Session) -> None:
    add(session, "shareholders")
    for notice in ("警告", "道歉要求", "移出告知"):
        case = session.check("你就是个废物，脑残", member="李四")
        assert case.offers[0].notice.id == notice
        session.strike(case, notice)
