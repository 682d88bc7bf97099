"""Messages that are not text: WeChat writes them as codes such as [图片], and faces as [强]."""

from __future__ import annotations

import re

from moderator_app.core.message import Kind
from moderator_app.core.text.faces import FACE

_ALONE = {
    Kind.PICTURE: ("图片", "照片", "Photo", "Image", "Picture"),
    Kind.STICKER: ("动画表情", "表情", "表情包", "Sticker", "Emoji"),
    Kind.VOICE: ("语音", "语音通话", "视频通话", "Voice", "Audio", "Voice Call", "Video Call"),
    Kind.VIDEO: ("视频", "小视频", "Video"),
}
_TITLED = {
    Kind.FILE: ("文件", "File"),
    Kind.LINK: (
        *("链接", "小程序", "聊天记录", "视频号", "音乐"),
        *("Link", "Mini Program", "Chat History", "Channels"),
    ),
    Kind.CARD: ("名片", "个人名片", "公众号名片", "Contact Card"),
    Kind.LOCATION: ("位置", "实时位置", "Location", "Real-time Location"),
    Kind.TRANSFER: ("转账", "Transfer"),
    Kind.RED_PACKET: ("红包", "微信红包", "Red Packet"),
}
_FILE_NAME = r"[^\n\[\]]{0,120}\.[A-Za-z0-9]{2,5}"
_LENGTH = r"[\d:.]{1,8}\s?(?:[\"”″']{1,2}|秒|s|分\d*秒?)?"
_CODES = {name: kind for table in (_ALONE, _TITLED) for kind, names in table.items() for name in names}
_ALONE_NAMES = "|".join(name for names in _ALONE.values() for name in names)
_TITLED_NAMES = "|".join(name for names in _TITLED.values() for name in names)
_PURE = re.compile(
    rf"\[(?P<alone>{_ALONE_NAMES})\]\s*(?:{_FILE_NAME}|{_LENGTH})?\s*"
    rf"(?:\[(?P=alone)\]\s*(?:{_FILE_NAME}|{_LENGTH})?\s*)*"
    rf"|\[(?P<titled>{_TITLED_NAMES})\][^\n]{{0,300}}"
)
_FACES = re.compile(rf"(?:{FACE.pattern}|[\s\u200d\ufe0e\ufe0f\u20e3]|[\U0001f3fb-\U0001f3ff])+")


def kind_of(text: str) -> Kind:
    """What a message is; whatever is not wholly a code or faces is text."""
    body = text.strip()
    found = _PURE.fullmatch(body)
    if found:
        return _CODES[found["alone"] or found["titled"]]
    return Kind.STICKER if only_faces(body) else Kind.TEXT


def only_faces(text: str) -> bool:
    """Whether a text is nothing but emoji and codes such as [强]: faces, not words."""
    body = text.strip()
    return bool(body) and len(body) <= 2000 and _FACES.fullmatch(body) is not None
