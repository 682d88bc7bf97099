"""Tables in and out: encodings, delimiters, workbooks, and what must not become a formula."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moderator_app.core.errors import BadInput, NotSaved
from moderator_app.storage import tables
from moderator_app.storage.tables import guarded, read_table, text_rows, unguarded, write_table

TABLE = (("昵称", "群名片"), ("张三", "张三-器械-上海"), ("李四, 小李", "=1+1"), ("ㅤㅤ", "两\n行"))
TEXT = '昵称,群名片\r\n张三,张三-器械-上海\r\n"李四, 小李",\'=1+1\r\nㅤㅤ,"两\n行"\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_table_is_read_in_whichever_encoding_it_is_written(tmp_path: Path, encoding: str):
    path = tmp_path / "名单.csv"
    path.write_bytes(TEXT.encode(encoding))
    assert read_table(path) == TABLE


@pytest.mark.parametrize("sign", [",", "\t", ";", "|"])
@pytest.mark.parametrize("head", ["", "sep={}\r\n"])
def test_the_delimiter_is_found_or_told(tmp_path: Path, sign: str, head: str):
    path = tmp_path / "名单.csv"
    rows = (("昵称", "角色"), ("张三", "群主"), ("李四", "成员"))
    lines = "".join(sign.join(row) + "\r\n" for row in rows)
    path.write_bytes((head.format(sign) + lines).encode("utf-8-sig"))
    assert read_table(path) == rows


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_of_names_is_no_table(tmp_path: Path, end: str):
    path = tmp_path / "名单.txt"
    path.write_text("张三\n李四|小李\n王五、赵六\n", encoding="utf-8", newline=end)
    assert read_table(path) == "张三\n李四|小李\n王五、赵六\n"
    assert text_rows("张三, 李四, 王五") is None
    assert text_rows("张三\t器械\n李四\t医生") == (("张三", "器械"), ("李四", "医生"))


def test_a_quote_that_never_ends_swallows_no_rows():
    text = '昵称,角色\n"开心,群主\n李四,成员\n王五,成员\n'
    assert text_rows(text, surely=True) == (
        ("昵称", "角色"),
        ('"开心', "群主"),
        ("李四", "成员"),
        ("王五", "成员"),
    )


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def kept(tmp_path: Path, data: bytes, name: str = "名单.xlsx") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_the_first_sheet_with_something_in_it_is_read_as_text(tmp_path: Path):
    row = ["张三", 12, 13.0, 2.5, date(2026, 3, 1), datetime(2026, 3, 1, 9, 30), None, 13800138000.0]
    path = kept(tmp_path, workbook(空=[], 成员=[["名单"], row], 别的=[["不要"]]))
    assert read_table(path) == (
        ("名单", "", "", "", "", "", "", ""),
        ("张三", "12", "13", "2.5", "2026-03-01", "2026-03-01 09:30:00", "", "13800138000"),
    )


def test_a_hidden_sheet_comes_last_and_merged_cells_do_no_harm(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.append(["藏着的"])
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("成员")
    shown.append(["医工协名单", None])
    shown.merge_cells("A1:B1")
    shown.append(["张三", "上海"])
    data = io.BytesIO()
    book.save(data)
    assert read_table(kept(tmp_path, data.getvalue())) == (("医工协名单", ""), ("张三", "上海"))


def test_a_workbook_is_known_by_what_it_holds_not_by_its_name(tmp_path: Path):
    assert read_table(kept(tmp_path, workbook(成员=[["张三"]]), "名单.csv")) == (("张三",),)


def code_of(path: Path) -> str:
    with pytest.raises(BadInput) as refused:
        read_table(path)
    return refused.value.reason.code


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE + b"\0" * 600, "table.old-excel"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "table.encrypted"),
        (b"<html><table><tr><td>x</td></tr></table>", "table.web-page"),
        (b"\x00\x01\x02\x80\xff" * 30, "table.not-text"),
        (workbook(成员=[["张三"]])[:800], "table.damaged"),
        (zipped(word__document=b"x"), "table.no-workbook"),
        (zipped(xl__workbook=b"<!DOCTYPE lolz>"), "table.damaged"),
        (zipped(xl__workbook=b"x"), "table.damaged"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(tmp_path: Path, data: bytes, code: str):
    assert code_of(kept(tmp_path, data)) == code


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    assert code_of(tmp_path / "没有.xlsx") == "table.unreadable"


def test_a_zip_that_would_fill_the_memory_is_refused_before_it_is_unpacked(tmp_path: Path):
    bomb = zipped(xl__workbook=b"\0" * 200_000_000)
    assert len(bomb) < 1_000_000
    assert code_of(kept(tmp_path, bomb)) == "table.too-large"


def test_a_list_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 10)
    assert code_of(kept(tmp_path, workbook(成员=[["张三"]] * 11))) == "table.too-many-rows"
    assert code_of(kept(tmp_path, "张三,李四\n".encode() * 11, "名单.csv")) == "table.too-many-rows"
    assert len(read_table(kept(tmp_path, workbook(成员=[["张三"]] * 10)))) == 10


def test_a_sheet_that_claims_a_million_rows_is_read_quickly(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active["A1"] = "张三"
    book.active["XFD1048576"] = "尽头"
    data = io.BytesIO()
    book.save(data)
    assert read_table(kept(tmp_path, data.getvalue())) == (("张三",),)


def test_a_damaged_workbook_is_refused_wherever_it_is_cut(tmp_path: Path):
    whole = workbook(成员=[["张三", "李四"]] * 30)
    for cut in range(4, len(whole) - 1, len(whole) // 20):
        assert code_of(kept(tmp_path, whole[:cut])) == "table.damaged"


CELLS = st.text(
    st.sampled_from("=+-@＝＋'\t\n ,;\"张三ㅤ😀1") | st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")),
    max_size=12,
)


@given(CELLS)
def test_a_guarded_cell_is_no_formula_and_comes_back_as_it_was(cell: str):
    assert guarded(cell)[:1] not in ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("name", ["名单.csv", "名单.xlsx"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_a_written_table_is_read_as_it_was(tmp_path: Path, name: str, rows: list[tuple[str, str]]):
    table = (("名字", "群名片"), ("张三", "x"), *rows, ("末", "末"))
    path = write_table(tmp_path / name, table)
    assert read_table(path) == tuple(row for row in table if name.endswith("csv") or any(row))


def test_no_formula_reaches_a_spreadsheet(tmp_path: Path):
    path = write_table(tmp_path / "名单.xlsx", [['=HYPERLINK("http://x")', "@cmd", "-1", "\r=2"]])
    cells = openpyxl.load_workbook(path).active[1]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.value.startswith("'") for cell in cells)


def test_a_table_that_cannot_be_written_is_told_and_no_half_is_left(tmp_path: Path):
    with pytest.raises(NotSaved):
        write_table(tmp_path / "没有这个文件夹" / "名单.csv", [["张三"]])
    path = write_table(tmp_path / "名单.csv", [["张三"]])
    write_table(path, [["李四"]])
    assert [each.name for each in tmp_path.iterdir()] == ["名单.csv"]
    assert read_table(path) == (("李四",),)
