"""The shapes of offers are seen where something is offered, and not in talk about the same things."""

from __future__ import annotations

import pytest

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.detectors import make
from moderator_app.core.rules.reading import Reading


def seen(detector: str, text: str, **options: str | tuple[str, ...]) -> bool:
    return bool(make(detector, options)(Reading(Message(text=text), Context())))


@pytest.mark.parametrize(
    ("kind", "offer", "talk"),
    [
        ("unit-price", "橙子十斤 39.9", "血压 120，走了十公里"),
        ("tag-price", "显示器 1200 包邮", "这批 1200 人参加"),
        ("quantity", "手里有三台离心机", "科里三台离心机都坏了"),
        ("who-wants", "有意的私我", "我要的那份文件呢"),
        ("find-me", "开锁找我", "你明天来找我玩"),
        ("hiring", "急招护士两名", "你们还招护士吗"),
        ("headcount", "护士 2 名", "来了一个人"),
        ("pay", "月薪 8000", "走了 8000 步"),
        ("maxim", "越努力越幸运", "越来越贵了"),
        ("bonus", "注册送 28", "五月送 28 台过去"),
        ("bonus", "首充 100 送 50", "会议室 100 人，送 50 份餐"),
        ("quick-pay", "两个手机，一小时 300，来人", "一小时 300 公里的高铁"),
        ("quick-pay", "158 一小时的来", "12 月 12 日在重庆，主题不变"),
        ("own-affair", "您预约的换证已受理，请携带身份证", "本店新品已到货，欢迎您来选购"),
        ("wishing", "祝各位老师身体健康", "他愿意出院了，身体健康"),
        ("wishing", "May you all be well", "You may go"),
        ("festive", "护士节好！", "护士节好几个活动撞在一起"),
        ("festive", "happy new year", "the new year begins"),
        ("closing", "愿一切美好如约而至，早安！", "早安排早落实"),
        ("salute", "Good morning", "a morning good for work"),
    ],
)
def test_a_shape_is_seen_in_an_offer_and_not_in_talk(kind: str, offer: str, talk: str) -> None:
    assert seen("shape", offer, kinds=(kind,))
    assert not seen("shape", talk, kinds=(kind,))


def test_catalogue_style_has_no_words_of_talk() -> None:
    assert seen("terse", "一次性手套，五百箱，广州发货")
    assert not seen("terse", "我昨天买了一次性手套，广州发货")
    assert seen("curt", "一次性手套，五百箱，广州发货")
    assert not seen("curt", "你觉得呢，我还没想好")


def test_a_price_list_is_three_lines_that_end_in_figures() -> None:
    assert seen("price-list", "口罩 0.5\n面屏 2.8\n帽子 0.3")
    assert not seen("price-list", "口罩 0.5\n面屏 2.8")
