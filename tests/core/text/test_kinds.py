"""Messages that are no text."""

from __future__ import annotations

import pytest
from hypothesis import given

from moderator_app.core.message import Kind
from moderator_app.core.text.kinds import kind_of, only_faces
from tests.core.text.texts import any_text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[图片]", Kind.PICTURE),
        ("[图片] 微信图片_20260923160405.dat", Kind.PICTURE),
        ("[图片]\n[图片]", Kind.PICTURE),
        ("[动画表情]", Kind.STICKER),
        ("[强][强]", Kind.STICKER),
        ("👍🌹❤️", Kind.STICKER),
        ("👨‍👩‍👧", Kind.STICKER),
        ('[语音] 5"', Kind.VOICE),
        ("[视频]", Kind.VIDEO),
        ("[文件] 口罩报价199元.pdf", Kind.FILE),
        ("[链接] 大量现货供应", Kind.LINK),
        ("[小程序] 接龙", Kind.LINK),
        ("[聊天记录]", Kind.LINK),
        ("[位置] 协和医院", Kind.LOCATION),
        ("[转账]", Kind.TRANSFER),
        ("[红包] 恭喜发财", Kind.RED_PACKET),
        ("[名片] 张三", Kind.CARD),
        ("[Photo]", Kind.PICTURE),
        ("[图片] 大量现货", Kind.TEXT),
        ("大量现货[图片]", Kind.TEXT),
        ("好[强]", Kind.TEXT),
        ("[大量现货]", Kind.TEXT),
        ("[Rose][玫瑰] 🌹", Kind.STICKER),
        ("[链接] 标题\n大量现货", Kind.TEXT),
        ("123", Kind.TEXT),
        ("", Kind.TEXT),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


@given(any_text)
def test_every_text_has_a_kind_and_faces_hold_no_letter(text: str) -> None:
    assert kind_of(text) in Kind
    if only_faces(text):
        assert not any(char.isdigit() and char < "\x7f" for char in text)
