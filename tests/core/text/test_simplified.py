"""The table of simplified characters is OpenCC's, cut down by the rule that its docstring tells."""

from __future__ import annotations

from pathlib import Path

import opencc
import pytest

from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.simplified import simplified

RIGHT_WHEREVER_THEY_STAND = "後於徵夥麽摺"


def in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def from_opencc() -> dict[str, str]:
    table = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    found = {}
    for line in table.read_text(encoding="utf-8-sig").splitlines():
        source, _, candidates = line.partition("\t")
        target = candidates.split(" ")[0]
        shared = in_gb2312(source) and source not in RIGHT_WHEREVER_THEY_STAND
        if max(source, target) <= "\uffff" and source != target and not shared:
            found[source] = target
    return found


def test_the_table_is_opencc_by_the_rule() -> None:
    assert simplified() == from_opencc()


def test_no_character_of_simplified_chinese_changes() -> None:
    changed = [char for char in simplified() if in_gb2312(char)]
    assert sorted(changed) == sorted(RIGHT_WHEREVER_THEY_STAND)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("醫療器械現貨供應", "医疗器械现货供应"),
        ("以後關於這個", "以后关于这个"),
        ("乾坤著作", "乾坤著作"),
        ("皇后", "皇后"),
    ],
)
def test_sentences(written: str, read: str) -> None:
    assert normalise(written).text == read
