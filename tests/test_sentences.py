"""Every code that is given anywhere has a sentence, in both languages, with every value in its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from moderator_app import i18n
from moderator_app.core.errors import NotFound
from moderator_app.core.message import Role
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.core.text.codes import Code, CodeKind
from moderator_app.core.wording import Reason
from moderator_app.sentences import (
    action_text,
    error_text,
    level_text,
    reason_text,
    role_text,
    status_text,
)
from moderator_app.sentences.base import EVERY
from moderator_app.sentences.codes import code_detail, code_title
from moderator_app.system.trouble import CODES

PACKAGE = Path(__file__).resolve().parent.parent / "moderator_app"
ROOMS = ("core", "storage", "session", "system", "cli")
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    i18n.set_language("zh_CN")
    yield
    i18n.set_language("zh_CN")


def codes() -> dict[str, str]:
    """Every literal in the sources that is shaped like a code of a family that has sentences."""
    families = {code.split(".")[0] for code in EVERY}
    found: dict[str, str] = {}
    for path in sorted(path for name in ROOMS for path in (PACKAGE / name).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                family, rest = node.value.split(".")
                if family in families and rest not in ("json", "yaml", "lock", "log", "ts", "qm", "md"):
                    found.setdefault(node.value, f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}")
    return found


# Names of commands look like codes and are none.
COMMANDS = re.compile(
    r"(notice|roster|group|rulebook|step|fine|task|setting)\.(list|show|copy|note|edit|restore|add|remove"
    r"|use|test|validate|backtest|stats|join|import|export|remind|warn|apologise|move|suspend|paid|done|set)"
)


def test_every_code_that_is_given_has_a_sentence():
    given = {
        code: place
        for code, place in codes().items()
        if not (place.startswith("cli/") and COMMANDS.fullmatch(code))
    }
    assert len(given) > 100
    assert {code: place for code, place in given.items() if code not in EVERY} == {}
    assert set(CODES) - set(EVERY) == set()


@pytest.mark.parametrize("kind", EntryKind)
def test_every_kind_of_entry_is_named_when_it_is_done_and_when_it_is_undone(kind: EntryKind):
    if kind is not EntryKind.UNDO:
        assert {f"did.{kind.value}", f"undone.{kind.value}"} <= set(EVERY)


def reasons_given() -> Iterator[str]:
    """The first literal of every Reason(…) and of every error that is raised."""
    makers = {"Reason", "NotFound", "Ambiguous", "Refused", "BadInput", "UnknownToken", "NotSaved", "Busy"}
    makers |= {"Trouble", "NoAnswer", "CommandError"}
    for path in (path for name in ROOMS for path in (PACKAGE / name).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in makers and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def test_every_reason_and_error_that_is_made_has_a_sentence():
    given = set(reasons_given())
    assert len(given) > 60
    assert sorted(given - set(EVERY)) == []


@pytest.mark.parametrize("code", sorted(EVERY))
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_sentence_is_whole_and_in_its_language(code: str, language: str):
    i18n.set_language(language)
    try:
        text = EVERY[code](_filled(code))
    finally:
        i18n.set_language("zh_CN")
    assert text.strip() == text != ""
    if code != "notice.unknown-token":  # which names the tokens that there are
        assert not re.search(r"\{\w+\}", text)
    assert "！" not in text
    assert "!" not in text
    if language == "en":
        plain = re.sub(r"“隔离”|\{[^}]*\}|<\w+>", "", text)
        assert not re.search(r"[\u4e00-\u9fff]", plain), text


def _filled(code: str) -> dict[str, object]:
    """Values for every placeholder of a code's Chinese sentence, found by asking for them."""
    values: dict[str, object] = {"why": "notice.no-id", "token": "<token>", "role": "admin", "step": "remove"}
    names = ["member", "notice", "rule", "rule_en", "group", "group_en", "added", "kept", "zh", "en", "words"]
    values |= {name: f"<{name}>" for name in names}
    for _ in range(30):
        try:
            text = EVERY[code](values)  # type: ignore[arg-type]
        except KeyError as missing:
            values[missing.args[0]] = f"<{missing.args[0]}>"
            continue
        left = [name for name in re.findall(r"\{(\w+)\}", text) if name not in values and name.isascii()]
        if not left:
            return values
        values |= {name: f"<{name}>" for name in left}
    raise AssertionError(f"{code} asks for ever more values")


def test_an_unknown_code_is_shown_as_it_is():
    assert reason_text(Reason("new.code", {"a": 1})) == "new.code a=1"


def test_an_error_is_told_by_its_reason():
    assert error_text(NotFound("group.unknown", id="x")) == "没有编号为「x」的群，也没有这个编号的群规。"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_word_of_the_core_is_said(language: str):
    i18n.set_language(language)
    words = [
        *map(level_text, Level),
        *map(action_text, Action),
        *map(role_text, Role),
        *map(status_text, Status),
    ]
    i18n.set_language("zh_CN")
    assert all(words)
    chinese_words = [bool(re.search(r"[\u4e00-\u9fff]", word)) for word in words]
    assert all(chinese_words) if language == "zh_CN" else not any(chinese_words)


def test_only_what_was_named_is_said_of_a_strike():
    values = {"member": "张三", "rule": "叫卖", "rule_en": "Hawking", "notice": ""}
    assert reason_text(Reason("did.strike", values)) == "记张三一次（叫卖）"
    assert reason_text(Reason("did.strike", {**values, "rule": ""})) == "记张三一次"
    assert (
        reason_text(Reason("undone.notice", {"member": "", "notice": "进群告知"}))
        == "已撤销：复制「进群告知」"
    )


@pytest.mark.parametrize(
    ("language", "told"), [("zh_CN", "没有这个文件或文件夹"), ("en", "No such file or directory")]
)
def test_what_the_system_says_is_told_in_the_language_in_force(language: str, told: str) -> None:
    before = i18n.language()
    i18n.set_language(language)
    try:
        values = {"file": "a.txt", "detail": "No such file or directory"}
        assert told in reason_text(Reason("cli.no-file", values))
    finally:
        i18n.set_language(before)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_kind_of_code_is_named(language: str):
    i18n.set_language(language)
    titles = [code_title(Code(kind=kind, text="")) for kind in CodeKind]
    assert len(set(titles)) == len(CodeKind)
    assert all(bool(re.search(r"[\u4e00-\u9fff]", title)) is (language == "zh_CN") for title in titles)


def test_what_a_code_says_is_told_on_one_line():
    assert code_detail(Code(kind=CodeKind.CARD, text="BEGIN:VCARD\r\nFN:张三\n")) == "BEGIN:VCARD FN:张三"
