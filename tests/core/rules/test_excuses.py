"""What lets a message through: needs and answers, roles, own notices, periods, reactions."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache

import pytest

from moderator_app.core.message import Context, Message, Role, Speaker
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.storage.paths import notices_dir, resources_dir
from moderator_app.storage.rulebooks import load_rulebook

NOW = datetime(2026, 3, 2, 10, 30)
OFFER = "N95 口罩我们有现货，厂家直供，价格优惠，私聊"


@cache
def rulebook() -> Rulebook:
    return load_rulebook(resources_dir() / "rulebooks" / "yigongxie.yaml", examples=False)


def said(text: str, *before: tuple[str, str, int], role: Role = Role.MEMBER, **more: object) -> Verdict:
    """The verdict after messages of (sender, text, minutes ago)."""
    earlier = tuple(
        Message(text=words, sender=sender, at=NOW - timedelta(minutes=ago)) for sender, words, ago in before
    )
    context = Context(now=NOW, speaker=Speaker(name="张三", role=role), before=earlier, **more)  # type: ignore[arg-type]
    return judge(Message(text=text, sender="张三", at=NOW), rulebook(), context)


def reasons(verdict: Verdict) -> set[str]:
    return {finding.reason.code for finding in verdict.passed}


def test_an_offer_out_of_the_blue_is_hawking() -> None:
    assert "hawking" in said(OFFER).rules
    assert said(OFFER).level is Level.VIOLATION


def test_the_same_offer_answers_a_need_and_says_whose() -> None:
    verdict = said(OFFER, ("王五", "哪位老师有 N95 口罩的货源？急用", 18))
    assert verdict.level is Level.OK
    assert verdict.answers_need
    (reason, *_) = [finding.reason for finding in verdict.passed if finding.rule == "hawking"]
    assert (reason.code, reason.values["name"], reason.values["at"]) == ("passed.answer", "王五", "10:12")


@pytest.mark.parametrize(
    "before",
    [
        ("王五", "请问谁有离心机的维修手册？", 18),
        ("王五", "哪位老师有 N95 口罩的货源？", 60 * 25),
        ("张三", "哪位老师有 N95 口罩的货源？", 18),
        ("王五", "今天天气不错", 18),
        ("王五", "谁要口罩？大量现货，厂家直销，欢迎咨询", 18),
    ],
    ids=["another topic", "too long ago", "by the same member", "no need", "an ad dressed as a need"],
)
def test_what_is_no_answer_is_charged(before: tuple[str, str, int]) -> None:
    fillers = [("赵六", "好的", 15), ("钱七", "收到", 12), ("孙八", "谢谢", 10), ("周九", "明白", 5)]
    verdict = said(OFFER, before, *fillers)
    assert verdict.level is Level.VIOLATION
    assert not verdict.answers_need


def test_a_brochure_is_no_answer() -> None:
    brochure = OFFER + "，" + "本产品性能稳定，适用于各级医院，" * 30
    assert said(brochure, ("王五", "谁有 N95 口罩？", 5)).level is not Level.OK


def test_a_need_is_free_and_a_pitch_dressed_as_one_is_not() -> None:
    assert said("求购一批 N95 口罩，现货最好，价格优惠的联系我").level is Level.OK
    assert said("求购二手呼吸机的看过来，我有现货，厂家直销，价格优惠").level is not Level.OK


def test_the_association_may_post_what_members_may_not() -> None:
    verdict = said(OFFER, role=Role.ORGANISATION)
    assert verdict.level is Level.OK
    assert "passed.role" in reasons(verdict)


def test_no_role_may_insult() -> None:
    assert said("你就是个废物，脑残", role=Role.ORGANISATION).level is Level.VIOLATION


def test_paid_members_in_form() -> None:
    form = (
        "联系人：陈立，某某医疗公司，电话 13800138000\n产品：口罩，现货\n"
        "厂家：某某器械厂\n供货期：7 天，价格优惠"
    )
    assert said(form, role=Role.PAID).level is Level.OK
    assert said(form).level is Level.VIOLATION
    assert said("口罩现货，价格优惠，私聊", role=Role.PAID).level is not Level.OK


def test_own_notices_are_never_charged() -> None:
    text = "群里禁止叫卖：大量现货、厂家直销、欢迎来电咨询 13800138000 这样的信息，请不要再发。"
    assert said(text).level is not Level.OK
    verdict = said(f" {text}\n", own_notices=(text,))
    assert verdict.level is Level.OK
    assert "passed.own-notice" in reasons(verdict)


@pytest.mark.parametrize(
    "path", sorted((notices_dir() / "yigongxie").glob("*.md")), ids=lambda path: path.stem
)
def test_the_shipped_notices_accuse_nobody(path: object) -> None:
    text = path.read_text(encoding="utf-8").rpartition("---\n")[2]  # type: ignore[attr-defined]
    assert said(text, own_notices=(text,)).level is Level.OK
    assert said(text, role=Role.OWNER).level is not Level.VIOLATION


def test_one_face_after_others_is_a_reaction_three_are_not() -> None:
    assert said("[强]", ("王五", "设备修好了", 2)).level is Level.OK
    assert said("[强]").level is Level.VIOLATION
    assert said("[强][强][强]", ("王五", "设备修好了", 2)).level is Level.VIOLATION


def test_a_special_period_relaxes_by_one_degree() -> None:
    notice = "【最新消息】疫情通报：昨日新增无症状感染者五例，隔离点扩容，请速转"
    (period,) = rulebook().periods
    during = replace(rulebook(), periods=(replace(period, start=date(2026, 3, 1), end=date(2026, 3, 3)),))
    after = replace(rulebook(), periods=(replace(period, start=date(2026, 2, 1), end=date(2026, 3, 1)),))
    context = Context(now=NOW)
    assert "epidemic" in judge(Message(text=notice), rulebook(), context).rules
    assert "epidemic" in judge(Message(text=notice), after, context).rules
    assert "epidemic" not in judge(Message(text=notice), during, context).rules
    sale = "口罩防护服现货，厂家直销，量大从优"
    assert judge(Message(text=sale), rulebook(), context).level is Level.VIOLATION
    assert judge(Message(text=sale), during, context).level is Level.UNSURE


def test_advice_and_off_topic_never_accuse() -> None:
    assert said("发红包啦，抢红包，红包雨，手气最佳的再发一个").level is Level.UNSURE
    assert said("震惊！明星出轨，转疯了，速看，国足世界杯八卦，砍一刀").findings
