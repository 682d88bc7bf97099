"""One thing said over and over, as long as the quick check takes it: the window must not stand still."""

from functools import cache
from time import perf_counter

import pytest

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.text.clipboard import parse_clipboard
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

LENGTH = 20_000
SECONDS = 1.5
"""Far above what a sound pattern takes, far below what one takes that runs back over all it has read."""


@cache
def rulebook() -> Rulebook:
    return load_rulebook(resources_dir() / "rulebooks" / "yigongxie.yaml", examples=False)


@pytest.mark.parametrize(
    "part",
    ["1", "１", "13800138000", "1.1.", "1-", "1 ", "a", "c   ", "a_", " ", "\n", "@", "/", "一", "微信"],
)
@pytest.mark.parametrize("end", ["", "大量现货 а"])
def test_a_text_of_one_thing_repeated_is_judged_at_once(part: str, end: str) -> None:
    text = ("x" + part * LENGTH)[: LENGTH - len(end)] + end
    book = rulebook()
    start = perf_counter()
    for message in parse_clipboard(text).messages or (Message(text=text),):
        judge(message, book, Context())
    assert perf_counter() - start < SECONDS
