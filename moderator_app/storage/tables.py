"""Tables that come from and go to spreadsheets: CSV in the encodings that Excel writes, and XLSX.

What begins like a formula is guarded when it is written, and the guard is taken off again when it is
read: no spreadsheet computes what a member wrote, and nothing is lost on the way and back.
"""

from __future__ import annotations

import csv
import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice, product, repeat
from pathlib import Path
from string import ascii_uppercase
from typing import Protocol, cast
from xml.sax.saxutils import escape

from moderator_app.core.errors import BadInput
from moderator_app.storage.codec import whole_text
from moderator_app.storage.durable import write_file
from moderator_app.storage.work import Work

Rows = tuple[tuple[str, ...], ...]
Pulse = Callable[[int], None]
"""Told, now and then, how many rows were read; it may raise to end the reading."""

MOST_ROWS = 20_000
MOST_COLUMNS = 100
_LONGEST_CELL = 10_000
_LARGEST_FILE = 20_000_000
_LARGEST_UNPACKED = 150_000_000
_MOST_PARTS = 2_000
_PULSE_EVERY = 200

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\n]")
_NO_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XLSX file can hold; they show nothing anyway."""

_DELIMITERS = "\t,;|"
"""The last also stands in name cards: only what is surely a table is divided by it."""
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_LAST_ROW = 5 * MOST_ROWS
_SEPARATOR_LINE = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
_SAMPLE = 50
_WRITTEN, _PACKED = 0.8, 0.95
"""The shares of writing a table."""
_LETTERS = (*ascii_uppercase, *map("".join, product(ascii_uppercase, repeat=2)))
_LONGEST_TEXT = 32_767
"""Characters that a cell of a workbook can hold."""
_NO_ROWS = re.compile(rb"<sheetData\s*(?:/>|></sheetData>)")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError),
    *(SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error, struct.error),
)
"""What a large library makes of a damaged file; a syntax error is one in its XML."""


# ---- reading


def read_table(path: Path, pulse: Pulse = lambda _: None) -> Rows | str:
    """The rows of a spreadsheet, or the text of a file that is no table; told by what the file holds.

    Empty rows at the end are left out, and lines of a text end with a line feed alone. BadInput says
    what is wrong with the file and what to do.
    """
    data = _bytes(path)
    if data.startswith(_OLE):
        raise BadInput("table.encrypted" if _ENCRYPTED in data else "table.old-excel", file=path.name)
    if data.startswith(_ZIP):
        return _tidy(_workbook_rows(data, path.name, pulse))
    text = decoded(data, path.name)
    if re.match(r"\s*<(?:!doctype|html|table|\?xml)", text, re.IGNORECASE):
        raise BadInput("table.web-page", file=path.name)
    rows = text_rows(text, surely=path.suffix.lower() in (".csv", ".tsv"))
    return text.replace("\r\n", "\n") if rows is None else rows


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise BadInput("table.too-large", file=path.name, most=_LARGEST_FILE // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        detail = error.strerror or str(error)
        raise BadInput("table.unreadable", file=path.name, detail=detail) from error


def decoded(data: bytes, name: str) -> str:
    """The text of a file in whichever of the usual encodings it is written; BadInput where in none."""
    encodings = ["utf-8-sig", "gb18030"]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data[:1000]:
        little = data[1::2].count(0) > data[::2].count(0)  # commas and line ends tell which half is empty
        encodings = ["utf-16-le" if little else "utf-16-be"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and not (encoding.startswith("utf-16") and _NO_CELL.search(text)):
            return text
    raise BadInput("table.not-text", file=name)


def text_rows(text: str, *, surely: bool = False) -> Rows | None:
    """The rows of a table that was written or pasted as text; None where the text is no table.

    `surely` takes it for a table whatever it looks like, as a file called .csv is one.
    """
    named = _SEPARATOR_LINE.match(text)
    body = text[named.end() :] if named else text
    delimiter = named[1] if named else _delimiter(body, _DELIMITERS if surely else _DELIMITERS[:-1])
    if delimiter is None and not surely:
        return None
    rows = _parsed(body, delimiter or ",")
    if sum(1 for row in rows if any(row)) > MOST_ROWS:
        raise BadInput("table.too-many-rows", most=f"{MOST_ROWS:,}")
    return _tidy(rows)


def _delimiter(text: str, signs: str) -> str | None:
    """The sign that divides most of the first lines into the same number of cells."""
    lines = [line for line in islice(text.splitlines(), 4 * _SAMPLE) if line.strip()][:_SAMPLE]
    best, most = None, 0.5
    for sign in signs:
        counts = [len(_outside_quotes(line).split(sign)) for line in lines]
        usual = max(set(counts), key=counts.count, default=1)
        share = counts.count(usual) / len(counts) if counts else 0.0
        # A comma in one line is a comma; a tab is never typed in a name.
        if usual > 1 and share > most and (sign == "\t" or len(lines) > 1):
            best, most = sign, share
    return best


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    """The cells; where a quote that never ends would swallow rows, quotes are signs like others."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        rows = []
    if rows and not (text.count('"') % 2 and any("\n" in cell for cell in rows[-1])):
        return rows
    return [line.split(delimiter) for line in text.splitlines()]


def _tidy(rows: Iterable[Sequence[str]]) -> Rows:
    """Cells without guards, rows without empty cells at their ends, no empty rows at the end."""
    found = [tuple(unguarded(cell[:_LONGEST_CELL]) for cell in row[:MOST_COLUMNS]) for row in rows]
    width = max((i + 1 for row in found for i, cell in enumerate(row) if cell.strip()), default=0)
    while found and not any(map(str.strip, found[-1])):
        found.pop()
    return tuple(row[:width] for row in found)


# ---- workbooks


class _Sheet(Protocol):
    """What is asked of a sheet that is read in a stream."""

    def reset_dimensions(self) -> None:
        """Forget the size that the sheet claims."""

    def iter_rows(self, *, max_row: int, max_col: int, values_only: bool) -> Iterable[tuple[object, ...]]:
        """The rows from the first one on, gaps filled with empty ones."""


def _workbook_rows(data: bytes, name: str, pulse: Pulse) -> list[tuple[str, ...]]:
    """The first sheet with anything in it, read in a stream."""
    _refuse_bombs(data, name)
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.2 s that only a spreadsheet costs

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and checks that are not carried over
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = sorted(book.worksheets, key=lambda each: each.sheet_state != "visible")
            filled = (list(_sheet_rows(cast(_Sheet, sheet), pulse)) for sheet in sheets)
            return next(filter(None, filled), [])
    except _BROKEN as error:
        raise BadInput("table.damaged", file=name) from error


def _refuse_bombs(data: bytes, name: str) -> None:
    """Look into the zip before anything is unpacked: how much it would be, and that it is a workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
                raise BadInput("table.too-large", file=name, most=_LARGEST_FILE // 1_000_000)
            if not any(part.filename.lower().startswith("xl/") for part in parts):
                raise BadInput("table.no-workbook", file=name)
            for part in parts:
                with archive.open(part) as file:
                    if b"<!DOCTYPE" in file.read(1000).upper():
                        raise BadInput("table.damaged", file=name)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError) as error:
        raise BadInput("table.damaged", file=name) from error


def _sheet_rows(sheet: _Sheet, pulse: Pulse) -> Iterator[tuple[str, ...]]:
    """The rows with something in them; a sheet may claim any size, so only what is there is counted."""
    sheet.reset_dimensions()
    found = 0
    for row in sheet.iter_rows(max_row=_LAST_ROW, max_col=MOST_COLUMNS, values_only=True):
        cells = tuple(map(_text, row)) if any(value is not None for value in row) else ()
        if any(cells):
            found += 1
            if found > MOST_ROWS:
                raise BadInput("table.too-many-rows", most=f"{MOST_ROWS:,}")
            if found % _PULSE_EVERY == 0:
                pulse(found)
            yield cells


def _text(value: object) -> str:
    """A cell as it is read: whole numbers without a fraction, days without a midnight."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        at = value.replace(microsecond=0)
        return at.date().isoformat() if at.time() == time() else at.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    text = str(value)
    return "" if text in _ERRORS else text


# ---- writing


def write_table(path: Path, rows: Iterable[Sequence[str]], work: Work | None = None, total: int = 0) -> Path:
    """Write a table, .xlsx by the name's ending, else .csv as Excel reads it; NotSaved where that fails.

    `total` is how many rows come, for whoever waits.
    """
    work = work or Work()
    work.part("work.writing-down", _WRITTEN)
    cells = ([guarded(_whole(cell)) for cell in row] for row in work.each(rows, total))
    text = _as_sheet(cells) if path.suffix.lower() == ".xlsx" else _as_csv(cells)
    work.part("work.packing", _PACKED)
    form = _as_workbook if path.suffix.lower() == ".xlsx" else _as_text
    data = work.beside(lambda step: form(text))
    work.settle("work.saving", 1.0)
    work.beside(lambda step: write_file(path, data, keep_previous=False))
    return path


def _whole(cell: str) -> str:
    """A text that both kinds of file can hold: its lines end in one way, no half characters."""
    whole = whole_text(cell.replace("\r\n", "\n").replace("\r", "\n"))
    return _NO_CELL.sub("", whole.encode("utf-8", "replace").decode("utf-8"))


def _as_csv(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _as_text(text: str) -> bytes:
    return text.encode("utf-8-sig")


def _as_sheet(rows: Iterable[Sequence[str]]) -> str:
    """The rows in a sheet's own XML: the library takes ten times as long, a text at a time."""
    return "".join(
        f'<row r="{number}">{"".join(map(_cell, map(str.__add__, _LETTERS, repeat(str(number))), row))}</row>'
        for number, row in enumerate(rows, 1)
    )


def _cell(place: str, text: str) -> str:
    if not text:
        return ""
    held = escape(text[:_LONGEST_TEXT])
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{held}</t></is></c>'


def _as_workbook(rows: str) -> bytes:
    """A workbook of one sheet with these rows, the first of which stays in sight."""
    from openpyxl import Workbook  # noqa: PLC0415 - as above

    book = Workbook(write_only=True)
    book.create_sheet().freeze_panes = "A2"
    empty, full = io.BytesIO(), io.BytesIO()
    book.save(empty)
    with zipfile.ZipFile(empty) as source, zipfile.ZipFile(full, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename.startswith("xl/worksheets/"):
                head, tail = _NO_ROWS.split(data)
                data = b"".join((head, b"<sheetData>", rows.encode(), b"</sheetData>", tail))
            target.writestr(info, data, zipfile.ZIP_DEFLATED)
    return full.getvalue()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; `unguarded` gives back what it was."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """A cell as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
