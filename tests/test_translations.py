"""The English catalogue: nothing missing, nothing left over, placeholders whole, the .qm up to date."""

from __future__ import annotations

import importlib.util
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from moderator_app import i18n
from moderator_app.storage.paths import resources_dir

FOLDER = resources_dir() / "translations"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Where a folder or word is called so in Chinese whatever the language.
KEPT = ("隔离",)


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_translations", FOLDER / "update.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


update = script()
CATALOGUE = update.translated()


@pytest.fixture(autouse=True)
def back_to_chinese() -> Iterator[None]:
    yield
    i18n.set_language("zh_CN")


def test_nothing_is_missing_unfinished_or_left_over():
    assert update.gaps() == []
    assert len(CATALOGUE) > 300


def test_the_command_line_reads_the_same_catalogue():
    assert i18n.read_catalogue(i18n.catalogue_path("en")) == CATALOGUE


@pytest.mark.parametrize(("message", "english"), CATALOGUE.items(), ids=lambda each: str(each)[:60])
def test_a_translation_is_english_and_names_only_values_that_are_given(
    message: tuple[str, str], english: str
):
    source = message[1]
    assert not CHINESE.search(re.sub("|".join(KEPT), "", english))
    assert "!" not in english
    wanted, used = (set(re.findall(r"\{(\w+)\}", text)) for text in (source, english))
    # A title comes in both languages: the Chinese sentence shows {zh}, the English one {en}.
    assert {"zh" if name == "en" else name for name in used} == wanted


def test_sources_are_courteous_chinese():
    shouting = [source for _, source in CATALOGUE if re.search(r"[！!]|请稍后重试|违规者", source)]
    assert shouting == []


def test_the_compiled_catalogue_is_that_of_the_text(tmp_path: Path):
    pyside = pytest.importorskip("PySide6")
    tool = next(Path(pyside.__file__).parent.glob("lrelease*"))
    fresh = tmp_path / "fresh.qm"
    subprocess.run([tool, "-silent", FOLDER / "moderator_app_en.ts", "-qm", fresh], check=True)
    assert fresh.read_bytes() == (FOLDER / "moderator_app_en.qm").read_bytes()


def test_a_sentence_is_said_in_the_language_in_force():
    assert i18n.translate("Level", "违规") == "违规"
    assert i18n.set_language("en") == "en"
    assert i18n.translate("Level", "违规") == "Violation"
    assert i18n.translate("Level", "没有译文 {x}", x=1) == "没有译文 1"
    assert i18n.set_language("zh_CN") == "zh_CN"


def test_placeholders_are_filled_once():
    assert i18n.translate("X", "{a}{b}{c}", a="{b}", b="B") == "{b}B{c}"
    assert i18n.translate("X", "{a}") == "{a}"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 strikes"), (1, "1 strike"), ("1", "1 strike"), (2, "2 strikes")]
)
def test_a_translation_may_have_a_word_for_one(count: object, said: str):
    i18n.set_language("en")
    assert i18n.translate("Members", "{count} 次", count=count) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [("张三", "记张三一次"), ("Zhang San", "记 Zhang San 一次"), ("小A", "记小A 一次"), ("", "记一次")],
)
def test_a_blank_stands_between_chinese_and_latin(name: str, said: str):
    assert i18n.translate("X", "记{name}一次", name=name) == said


def test_a_number_that_is_not_given_leaves_both_words():
    assert i18n.translate("X", "{a:one|more}") == "{a:one|more}"
    assert i18n.translate("X", "{a:one|more}", b=1) == "{a:one|more}"


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("zh_CN.UTF-8", "zh_CN"),
        ("zh_TW", "zh_CN"),
        ("en_GB.UTF-8", "en"),
        ("de_DE", "en"),
        ("C", "zh_CN"),
        ("C.UTF-8", "zh_CN"),
        ("POSIX", "zh_CN"),
    ],
)
def test_the_systems_language_decides_where_none_is_chosen(
    monkeypatch: pytest.MonkeyPatch, told: str, language: str
):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", told)
    assert i18n.system_language() == language
    assert i18n.set_language("") == language
    assert i18n.language() == language


def test_a_catalogue_that_cannot_be_read_leaves_the_chinese(tmp_path: Path):
    assert i18n.read_catalogue(tmp_path / "none.ts") == {}
    (tmp_path / "bad.ts").write_text("<TS>")
    assert i18n.read_catalogue(tmp_path / "bad.ts") == {}
