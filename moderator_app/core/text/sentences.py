"""Sentences of a normalised text, and whether one of them asks."""

from __future__ import annotations

import re

from moderator_app.core.rules.verdict import Span
from moderator_app.core.text.normalised import Normalised

_SENTENCE = re.compile(r"[^。!?;\n]+[。!?;]*")
_TAIL = re.compile(
    r"(?:\[[^\[\]\s]{1,6}\]|[\s~…,.@)(》」\"'”\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff])+\Z"
)
_ASKS = re.compile(
    r"\?\s*\Z|(?:吗|么|呢|嘛|没|不)[。!]*\Z"
    r"|(?:有没有|有无|谁有|谁能|谁会|谁知道|哪位|哪里|哪儿|哪家|哪个|怎么|怎样|如何|为什么|为啥|什么时候"
    r"|多少|几点|几时|是否|能否|可否|能不能|会不会|是不是|请问|请教|求助|求推荐)"
)
_STATES = re.compile(
    r"(?:无论|不论|不管|不知|知道|告诉|了解|介绍|说明|教(?:你|您|大家))[^,。]{0,6}"
    r"(?:怎么|怎样|如何|哪|多少|什么|是否)"
)


def sentences(source: Normalised) -> tuple[Span, ...]:
    """Where each sentence stands in the NORMALISED text; `source.span` leads back to the original."""
    return tuple(found.span() for found in _SENTENCE.finditer(source.text) if found[0].strip("。!?; \t"))


def is_question(sentence: str) -> bool:
    """Whether a normalised sentence asks: by its mark, its last word or a question word."""
    plain = _TAIL.sub("", sentence.strip())
    found = _ASKS.search(plain)
    return found is not None and ("?" in plain[-2:] or not _STATES.search(plain))


def ends_in_question(source: Normalised) -> bool:
    """Whether the last sentence asks; names called after it (@张三) and faces aside."""
    spans = sentences(source)
    return bool(spans) and is_question(source.text[slice(*spans[-1])])
