"""Bytes from a terminal, a pipe or a file become text, whoever wrote them."""

import locale

import pytest

from moderator_app.cli.streams import decode

TEXT = "大量现货，厂家直销 13800138000"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_chinese_programs_are_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("page", "text"), [("cp1252", TEXT), ("cp936", TEXT), ("cp950", "大量現貨，廠家直銷 13800138000")]
)
def test_the_code_page_is_asked_only_where_chinese_is_written_in_it(
    monkeypatch: pytest.MonkeyPatch, page: str, text: str
) -> None:
    monkeypatch.setattr(locale, "getencoding", lambda: page)
    assert decode(text.encode("gb18030" if page == "cp1252" else page)) == text


@pytest.mark.parametrize("cut", [b"\xe5\xa4", b"\xff", b"\xed\xa0\x80"])
def test_utf_8_with_bytes_lost_keeps_all_the_rest(cut: bytes) -> None:
    data = TEXT.encode() + cut
    assert decode(data).startswith(TEXT)
    assert decode(data).encode("utf-8", "surrogateescape") == data


def test_bytes_that_are_no_text_survive() -> None:
    data = b"\xff\xff{}"
    assert decode(data).encode("utf-8", "surrogateescape") == data
