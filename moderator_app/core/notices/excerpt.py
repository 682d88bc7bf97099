"""Quotes just enough of a message to name it, without repeating its advertisement."""

from __future__ import annotations

from moderator_app.core.rules.verdict import Finding, Hit, Verdict

LONGEST = 12
_SHOWN_STARS = 4
# Digits and units in Chinese characters: a telephone number or a price may be written in them.
_NUMBER_SIGNS = frozenset("零〇一二两三四五六七八九十百千万亿幺壹贰叁肆伍陆柒捌玖拾元块毛角折")


def masked_excerpt(verdict: Verdict) -> str:
    """The strongest piece of evidence with its middle hidden: 「大＊＊货」; "" where none is harmless.

    Only its first and last Chinese characters are shown, and never a digit, a Latin letter or
    anything else a contact, a link, a price or a brand could be made of.
    """
    for hit in _strongest_first(verdict.findings):
        shown = _mask(hit.evidence)
        if shown:
            return shown
    return ""


def _strongest_first(findings: tuple[Finding, ...]) -> list[Hit]:
    hits = [(finding.level.rank, hit) for finding in findings for hit in finding.hits]
    return [hit for _, hit in sorted(hits, key=lambda pair: (-pair[0], -pair[1].weight, pair[1].span))]


def _mask(evidence: str) -> str:
    signs = [sign for sign in evidence if sign.isalnum()]
    if len(signs) < 2 or not all(_is_plain_chinese(sign) for sign in signs):
        return ""
    if len(signs) == 2:
        return f"{signs[0]}＊"
    return f"{signs[0]}{'＊' * min(len(signs) - 2, _SHOWN_STARS)}{signs[-1]}"


def _is_plain_chinese(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff" and sign not in _NUMBER_SIGNS
