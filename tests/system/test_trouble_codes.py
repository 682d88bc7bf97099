"""Every reason this folder can give is listed, used, and has a sentence in both languages' source."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import moderator_app.system
from moderator_app.core.wording import Reason
from moderator_app.sentences import reason_text
from moderator_app.system.trouble import CODES

FOLDER = Path(moderator_app.system.__file__).parent
CODE = re.compile(r"^(autostart|clipboard|hotkey|instance|picture|screen)\.[a-z0-9-]+$")


def codes_in_source():
    """String constants that look like codes, outside the list itself; f-strings are spelled out."""
    found = {"hotkey.everyday", "hotkey.wechat", "hotkey.system", "instance.unreadable"}
    for file in FOLDER.rglob("*.py"):
        if file.name == "trouble.py":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.match(node.value):
                found.add(node.value)
    return found


def test_the_list_is_what_the_source_gives():
    assert codes_in_source() == set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_sentence_that_fills_all_its_values(code):
    values = {name: f"<{name}>" for name in CODES[code]}
    text = reason_text(Reason(code, values))
    assert not text.startswith(code)
    assert "{" not in text
    named = {name for name in CODES[code] if f"<{name}>" in text}
    assert named == set(CODES[code]) - {"limit"}


def test_taken_says_when_the_old_one_still_works():
    values = {"sequence": "Ctrl+Alt+M", "kept": "Ctrl+Alt+K"}
    assert (
        reason_text(Reason("hotkey.taken", values))
        == "Ctrl+Alt+M 已被别的程序占用。原快捷键照旧，请换一个组合。"
    )
    values["kept"] = ""
    assert "照旧" not in reason_text(Reason("hotkey.taken", values))
