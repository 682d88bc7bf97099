"""The sentences of notices and their files."""

from __future__ import annotations

from moderator_app.core.notices.tokens import TOKENS
from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences, joined, why_text

NOTICES: Sentences = {
    "notice.bad-counts": lambda v: translate(
        "Notice", "counts 后面只能写 true 或 false，这里是「{value}」。", **v
    ),
    "notice.bad-order": lambda v: translate("Notice", "order 后面要写一个整数，这里是「{value}」。", **v),
    "notice.empty": lambda v: translate("Notice", "只有开头，没有正文。"),
    "notice.exists": lambda v: translate("Notice", "已经有叫「{notice}」的告知，没有重复添加。", **v),
    "notice.front-matter-open": lambda v: translate("Notice", "开头没有结束，缺少第二行「---」。"),
    "notice.no-front-matter": lambda v: translate("Notice", "第一行应当是「---」，后面写 id 和标题。"),
    "notice.no-id": lambda v: translate("Notice", "开头里没有 id。"),
    "notice.no-text": lambda v: translate("Notice", "告知不能是空的。原来的文字还在。"),
    "notice.not-edited": lambda v: translate("Notice", "「{notice}」就是随附的那一份，没有改动过。", **v),
    "notice.replaced": lambda v: joined(
        translate("Notice", "告知文件 {file} 第 {line} 行读不懂：", **v),
        why_text(v),
        translate("Notice", "已换用随附的那一份，您的文件没有动。"),
    ),
    "notice.twice": lambda v: translate(
        "Notice", "告知文件 {file} 里的「{notice}」已经有了，这一份没有使用。", **v
    ),
    "notice.unknown": lambda v: translate("Notice", "没有叫「{notice}」的告知。", **v),
    "notice.unknown-key": lambda v: translate(
        "Notice", "开头里不认得 {key}，可以写 id、title、title_en、when、when_en、order、counts。", **v
    ),
    "notice.unknown-token": lambda v: translate(
        "Notice",
        "没有复制：第 {line} 行第 {column} 个字的 {braced} 没有内容可填。可以用 {known}。",
        braced=f"{{{v['token']}}}",
        known=" ".join(f"{{{name}}}" for name in TOKENS if not name.isascii()),
        **v,
    ),
    "notice.unreadable": lambda v: translate(
        "Notice", "告知文件 {file} 打不开（{detail}）。已换用随附的那一份，您的文件没有动。", **v
    ),
}
