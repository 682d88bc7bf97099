"""What a code in a picture is for, read from what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.text.codes import CodeKind, read_code, spelt


@pytest.mark.parametrize(
    ("text", "kind", "host"),
    [
        ("https://weixin.qq.com/g/AQYAAJk2m3h5", CodeKind.GROUP, "weixin.qq.com"),
        ("HTTPS://WEIXIN.QQ.COM/g/AQYAAJk2m3h5", CodeKind.GROUP, "weixin.qq.com"),
        ("https://work.weixin.qq.com/gm/5a3c", CodeKind.GROUP, "work.weixin.qq.com"),
        ("https://u.wechat.com/MLk2h_4tQ9x", CodeKind.CONTACT, "u.wechat.com"),
        ("https://work.weixin.qq.com/ca/cawcde1", CodeKind.CONTACT, "work.weixin.qq.com"),
        ("http://weixin.qq.com/r/Qx3aB", CodeKind.OFFICIAL, "weixin.qq.com"),
        ("http://weixin.qq.com/q/02abc", CodeKind.OFFICIAL, "weixin.qq.com"),
        ("https://weixin.qq.com/sph/AxYz", CodeKind.CHANNEL, "weixin.qq.com"),
        ("https://login.weixin.qq.com/l/gYz==", CodeKind.LOGIN, "login.weixin.qq.com"),
        ("https://mp.weixin.qq.com/a/~abc~~", CodeKind.MINI_PROGRAM, "mp.weixin.qq.com"),
        ("weixin://dl/business/?t=abc", CodeKind.MINI_PROGRAM, ""),
        ("wxp://f2f0abcdefg", CodeKind.PAY, ""),
        ("https://qr.alipay.com/fkx1234", CodeKind.PAY, "qr.alipay.com"),
        ("134567890123456789", CodeKind.PAY, ""),
        ("281234567890123456", CodeKind.PAY, ""),
        ("https://qm.qq.com/q/abc", CodeKind.QQ, "qm.qq.com"),
        ("BEGIN:VCARD\nFN:张三\nEND:VCARD", CodeKind.CARD, ""),
        ("WIFI:T:WPA;S:guest;P:12345678;;", CodeKind.WIFI, ""),
        ("https://mp.weixin.qq.com/s/AbCd", CodeKind.LINK, "mp.weixin.qq.com"),
        ("https://www.example.com:8080/报名?id=1", CodeKind.LINK, "example.com"),
        ("example.com/enrol", CodeKind.LINK, "example.com"),
        ("会议室在三楼", CodeKind.TEXT, ""),
        ("6901234567892", CodeKind.TEXT, ""),
        ("see example.com for more", CodeKind.TEXT, ""),
        ("example.com/报名 请带身份证", CodeKind.TEXT, ""),
        ("", CodeKind.UNREAD, ""),
        ("  \n", CodeKind.UNREAD, ""),
    ],
)
def test_a_qr_code_is_known_by_what_it_says(text: str, kind: CodeKind, host: str):
    code = read_code(spelt(text, goods=False))
    assert (code.kind, code.host) == (kind, host)


@pytest.mark.parametrize(
    "host", ["weixin.qq.com.example.net", "notweixin.qq.com.cn", "example.net/weixin.qq.com"]
)
def test_a_host_that_only_looks_like_wechats_is_a_link(host: str):
    assert read_code(f"https://{host}/g/AQYAAJ").kind is CodeKind.LINK


@given(st.text())
def test_a_code_on_goods_is_never_taken_for_one_to_scan(text: str):
    code = read_code(spelt(text, goods=True))
    assert (code.kind, code.text) == (CodeKind.GOODS, text)


@given(st.text())
def test_any_text_is_read(text: str):
    code = read_code(text)
    assert code.text in (text, text.strip(), text.removeprefix("bar:"))
    assert (code.host == "") or (code.host == code.host.lower() and "/" not in code.host)
