"""What a code in a picture is, in a few words."""

from __future__ import annotations

from moderator_app.core.text.codes import Code, CodeKind
from moderator_app.i18n import translate


def code_title(code: Code) -> str:
    """The kind of a code: 微信群邀请, 收付款码 …."""
    return {
        CodeKind.GROUP: translate("Codes", "微信群邀请"),
        CodeKind.CONTACT: translate("Codes", "微信好友名片"),
        CodeKind.OFFICIAL: translate("Codes", "微信公众号或个人号"),
        CodeKind.MINI_PROGRAM: translate("Codes", "微信小程序"),
        CodeKind.CHANNEL: translate("Codes", "微信视频号"),
        CodeKind.PAY: translate("Codes", "收付款码"),
        CodeKind.QQ: translate("Codes", "QQ 群或 QQ 好友"),
        CodeKind.LOGIN: translate("Codes", "登录用的码"),
        CodeKind.CARD: translate("Codes", "联系方式"),
        CodeKind.WIFI: translate("Codes", "无线网络"),
        CodeKind.LINK: translate("Codes", "网址"),
        CodeKind.TEXT: translate("Codes", "文字"),
        CodeKind.GOODS: translate("Codes", "商品条码"),
        CodeKind.UNREAD: translate("Codes", "读不出内容的二维码"),
    }[code.kind]


def code_detail(code: Code) -> str:
    """What it says, on one line; "" where nothing could be read."""
    return " ".join(code.text.split())
