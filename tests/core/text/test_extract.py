"""Links, contacts and money: found where they are, with their spans, and not in ordinary numbers."""

from __future__ import annotations

import pytest
from hypothesis import given

from moderator_app.core.text.contacts import Channel, find_contacts
from moderator_app.core.text.extract import extract
from moderator_app.core.text.links import LinkKind, find_links
from moderator_app.core.text.money import find_money
from moderator_app.core.text.normalise import normalise
from tests.core.text.texts import any_text


@pytest.mark.parametrize(
    ("text", "channel", "value", "written"),
    [
        ("电话13800138000", Channel.MOBILE, "13800138000", "13800138000"),
        ("138-0013-8000 找我", Channel.MOBILE, "13800138000", "138-0013-8000"),
        ("138 0013 8000", Channel.MOBILE, "13800138000", "138 0013 8000"),
        ("+86 13800138000", Channel.MOBILE, "13800138000", "+86 13800138000"),
        ("1 3 8 0 0 1 3 8 0 0 0", Channel.MOBILE, "13800138000", "1 3 8 0 0 1 3 8 0 0 0"),
        ("１３８００１３８０００", Channel.MOBILE, "13800138000", "１３８００１３８０００"),
        ("①③⑧⓪⓪①③⑧⓪⓪⓪", Channel.MOBILE, "13800138000", "①③⑧⓪⓪①③⑧⓪⓪⓪"),
        ("幺三八零零一三八零零零", Channel.MOBILE, "13800138000", "幺三八零零一三八零零零"),
        ("手机:138*001*38000", Channel.MOBILE, "13800138000", "138*001*38000"),
        ("010-62345678", Channel.LANDLINE, "01062345678", "010-62345678"),
        ("(0755)26001234", Channel.LANDLINE, "075526001234", "(0755)26001234"),
        ("拨打400-820-8820", Channel.LANDLINE, "4008208820", "400-820-8820"),
        ("加薇信abc12345", Channel.WECHAT, "abc12345", "薇信abc12345"),
        ("微信号：zhangsan", Channel.WECHAT, "zhangsan", "微信号：zhangsan"),
        ("V：zhangsan_88", Channel.WECHAT, "zhangsan_88", "V：zhangsan_88"),
        ("vx hbzyzbb012", Channel.WECHAT, "hbzyzbb012", "vx hbzyzbb012"),
        ("微信wxid_abcdef123", Channel.WECHAT, "wxid_abcdef123", "微信wxid_abcdef123"),
        ("微信同号13800138000", Channel.WECHAT, "13800138000", "微信同号13800138000"),
        ("扣扣：12 34 56 78", Channel.QQ, "12345678", "扣扣：12 34 56 78"),
        ("QQ群号 123456789", Channel.QQ, "123456789", "QQ群号 123456789"),
        ("伽企鹅1878097423", Channel.QQ, "1878097423", "企鹅1878097423"),
        ("TG：@vip72933", Channel.TELEGRAM, "vip72933", "TG：@vip72933"),
        ("飞机:@abcde", Channel.TELEGRAM, "abcde", "飞机:@abcde"),
        ("https://t.me/abcdefg", Channel.TELEGRAM, "abcdefg", "t.me/abcdefg"),
        ("投稿 zhang.san@example.com。", Channel.MAIL, "zhang.san@example.com", "zhang.san@example.com"),
        ("微信➕abc123", Channel.WECHAT, "abc123", "微信➕abc123"),
        ("加我 kgkg1325", Channel.OTHER, "kgkg1325", "加我 kgkg1325"),
    ],
)
def test_contact_is_found(text: str, channel: Channel, value: str, written: str) -> None:
    found = [
        (contact.channel, contact.value, text[slice(*contact.span)])
        for contact in find_contacts(normalise(text))
    ]
    assert found == [(channel, value, written)]


@pytest.mark.parametrize(
    "text",
    [
        "订单号202609231604138001380001",
        "身份证110101199003071234",
        "2026年9月23日 16:04:05",
        "2026-09-23 到 2026-09-24",
        "微信支付很方便",
        "用微信 video 通话",
        "wechat official account",
        "坐飞机 MU5123 到上海",
        "增加100000元",
        "参加20260923会议",
        "加100000元",
        "编号 12345678",
        "QQ 浏览器 12.5",
        "长度 138.00138 毫米",
        "电话xxxxxxxxxxx",
        "第13800次",
        "https://example.com/13800138000",
        "13 15 18 21 25 30",
    ],
)
def test_ordinary_numbers_are_no_contacts(text: str) -> None:
    assert find_contacts(normalise(text)) == ()


def test_hidden_tells_that_something_was_strewn_or_disguised() -> None:
    def hidden(text: str) -> list[bool]:
        return [contact.hidden for contact in find_contacts(normalise(text))]

    assert hidden("电话13800138000") == [False]
    assert hidden("电话 138-0013-8000") == [False]
    assert hidden("微信：zhangsan88") == [False]
    assert hidden("1*3*8*0*0*1*3*8*0*0*0") == [True]
    assert hidden("薇信：zhangsan88") == [True]
    assert hidden("①③⑧⓪⓪①③⑧⓪⓪⓪") == [True]


def test_a_number_is_one_contact_only() -> None:
    assert len(find_contacts(normalise("电话微信同号：13800138000，QQ 12345678"))) == 2


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("看 https://mp.weixin.qq.com/s/abc_1 吧", LinkKind.ARTICLE, "https://mp.weixin.qq.com/s/abc_1"),
        ("mp.weixin.qq.com/s/abc", LinkKind.ARTICLE, "mp.weixin.qq.com/s/abc"),
        ("点t.cn/A6uiL20g。", LinkKind.SHORT, "t.cn/A6uiL20g"),
        ("http://www.example.com/a?b=c，谢谢", LinkKind.FULL, "http://www.example.com/a?b=c"),
        ("www.example.com", LinkKind.FULL, "www.example.com"),
        ("浏览器搜65hws.top", LinkKind.BARE, "65hws.top"),
        ("🅢🅓🅦➑.🅣🅞🅟", LinkKind.BARE, "🅢🅓🅦➑.🅣🅞🅟"),
        ("https://item.taobao.com/item.htm?id=1", LinkKind.SHOP, "https://item.taobao.com/item.htm?id=1"),
        ("https://weixin.qq.com/g/AbC", LinkKind.INVITE, "https://weixin.qq.com/g/AbC"),
        ("t.me/abcdef", LinkKind.INVITE, "t.me/abcdef"),
    ],
)
def test_link_is_found(text: str, kind: LinkKind, written: str) -> None:
    assert [(link.kind, text[slice(*link.span)]) for link in find_links(normalise(text))] == [(kind, written)]


@pytest.mark.parametrize(
    "text",
    ["用 node.js 写", "v1.2.3 版", "zhang@example.com", "2.AI 3.IO", "e.g. this", "No.1", "文件 a.docx"],
)
def test_dots_alone_make_no_link(text: str) -> None:
    assert find_links(normalise(text)) == ()


@pytest.mark.parametrize(
    ("text", "value", "price", "written"),
    [
        ("￥199", 199, False, "￥199"),
        ("199元/盒", 199, True, "199元/盒"),
        ("300元一箱", 300, True, "300元一箱"),
        ("单价0.65", 0.65, True, "0.65"),
        ("0.65/只", 0.65, True, "0.65"),
        ("每只2毛5", 0.25, True, "2毛5"),
        ("仅售9.9元", 9.9, True, "9.9元"),
        ("3块5一斤", 3.5, True, "3块5一斤"),
        ("3.5万元", 35000, False, "3.5万元"),
        ("1,200.50元", 1200.5, False, "1,200.50元"),
        ("三百五十元", 350, False, "三百五十元"),
        ("两万块钱", 20000, False, "两万块钱"),
        ("RMB 200", 200, False, "RMB 200"),
        ("１９９元起", 199, True, "１９９元起"),
        ("100-200元", 100, False, "100-200元"),
    ],
)
def test_money_is_found(text: str, value: float, price: bool, written: str) -> None:
    found = [(money.value, money.price, text[slice(*money.span)]) for money in find_money(normalise(text))]
    assert found == [
        (pytest.approx(value), price, written if written != "0.65" or "/" not in text else "0.65/只")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2026年",
        "地块5个",
        "一元一次方程",
        "这一块很好",
        "3个人",
        "零元购",
        "只要0.3小时",
        "毛毛雨",
        "元旦快乐",
        "第3块砖头路",
    ],
)
def test_ordinary_words_are_no_money(text: str) -> None:
    assert find_money(normalise(text)) == ()


@given(any_text)
def test_spans_lie_inside_any_text(text: str) -> None:
    found = extract(normalise(text))
    spans = [part.span for parts in (found.links, found.contacts, found.money) for part in parts]
    assert all(0 <= start < end <= len(text) for start, end in spans)
