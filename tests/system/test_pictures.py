"""Pictures are taken from wherever they are copied, opened with care, and what cannot be opened is told."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from threading import current_thread

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QSize, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from moderator_app.system import picture_reader, pictures
from moderator_app.system.picture_reader import MOST_PICTURES, Looked, PictureReader, look_at
from moderator_app.system.pictures import Picture, Source, open_picture, pictures_in
from moderator_app.system.trouble import Trouble
from tests.system.drawn_codes import GROUP, LINK, chat, encoded, put, qr

pytestmark = pytest.mark.usefixtures("qapp")


def png(image: QImage | None = None) -> bytes:
    return bytes(encoded(image or qr(GROUP, 6)).data())


def opened(source: Source) -> Picture:
    picture = open_picture(source)
    assert isinstance(picture, Picture)
    return picture


def refused(source: Source) -> str:
    trouble = open_picture(source)
    assert isinstance(trouble, Trouble)
    return trouble.code


# ---- what was copied


def test_pixels_are_taken_where_there_is_nothing_better():
    data = QMimeData()
    data.setImageData(qr(GROUP, 6))
    (source,) = pictures_in(data)
    assert source.image is not None
    assert opened(source).size == qr(GROUP, 6).size()


@pytest.mark.parametrize(("platform", "bytes_first"), [("linux", True), ("win32", False), ("darwin", False)])
def test_the_form_is_taken_that_costs_the_window_least(
    monkeypatch: pytest.MonkeyPatch, platform: str, bytes_first: bool
):
    monkeypatch.setattr(pictures.sys, "platform", platform)
    data = QMimeData()
    data.setData("image/png", png())
    assert [source.data for source in pictures_in(data)] == [png()]
    data.setImageData(qr(GROUP, 6))
    (source,) = pictures_in(data)
    assert (bool(source.data), source.image is None) == (bytes_first, bytes_first)


def test_files_of_pictures_are_taken_each_once_and_others_left(tmp_path: Path):
    names = ["a.png", "b.JPG", "c.docx", "微信图片.dat", "d.heic", "a.png"]
    data = QMimeData()
    data.setUrls([*(QUrl.fromLocalFile(str(tmp_path / name)) for name in names), QUrl("https://x.cn/e.png")])
    data.setImageData(qr(GROUP, 6))
    assert [source.name for source in pictures_in(data)] == ["a.png", "b.JPG", "微信图片.dat", "d.heic"]


def test_pictures_between_words_are_taken_from_html_and_never_from_the_net(tmp_path: Path):
    file = tmp_path / "图 片.png"
    inline = b64encode(png()).decode()
    data = QMimeData()
    data.setHtml(
        f"<p>看<img alt='x' src=\"{QUrl.fromLocalFile(str(file)).toString()}\">"
        f"<IMG src='data:image/png;base64,{inline}'><img src=https://example.com/x.png>"
        "<img src='data:image/png;base64,???'><img src=relative.png><img></p>"
    )
    first, second, *rest = pictures_in(data)
    assert (Path(first.path), second.data) == (file, png())
    assert [source.data for source in rest if source.data] == []


@pytest.mark.parametrize("wrap", [lambda paths: paths, lambda paths: {"files": [{"path": paths}]}])
def test_what_wechat_copies_as_a_list_is_taken(tmp_path: Path, wrap: Callable[[list[str]], object]):
    paths = [
        str(tmp_path / "a.jpg"),
        QUrl.fromLocalFile(str(tmp_path / "b.png")).toString(),
        "报告.docx",
        "c.png",
    ]
    data = QMimeData()
    data.setData("x-xwechat-multiselect-copy", QByteArray(json.dumps(wrap(paths)).encode()))
    assert [source.name for source in pictures_in(data)] == ["a.jpg", "b.png"]


@pytest.mark.parametrize("told", [b"", b"[", b"\xff", b"[" * 100_000, b"3"])
def test_a_list_that_cannot_be_read_holds_no_pictures(told: bytes):
    data = QMimeData()
    data.setData("x-xwechat-multiselect-copy", QByteArray(told))
    assert pictures_in(data) == ()


def test_text_alone_is_no_picture():
    data = QMimeData()
    data.setText("C:\\图片\\a.png")
    assert pictures_in(data) == ()


# ---- opening


@pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP", "WEBP"])
def test_the_usual_formats_are_read_whatever_the_name_says(tmp_path: Path, form: str):
    file = tmp_path / "微信图片.dat"
    file.write_bytes(bytes(encoded(qr(GROUP, 6), form, 90).data()))
    picture = opened(Source(path=str(file)))
    assert (picture.size, picture.frames) == (qr(GROUP, 6).size(), 1)


@pytest.mark.parametrize("name", ["a.bmp", "a.png"])
def test_what_a_file_holds_counts_and_not_its_ending(tmp_path: Path, name: str):
    file = tmp_path / name
    file.write_bytes(bytes(encoded(qr(GROUP, 6), "JPEG", 90).data()))
    assert opened(Source(path=str(file))).size == qr(GROUP, 6).size()


@pytest.mark.parametrize("most", [12_000_000, 500])
def test_a_photograph_that_lies_on_its_side_is_set_upright(monkeypatch: pytest.MonkeyPatch, most: int):
    monkeypatch.setattr(pictures, "_KEPT_PIXELS", most)
    photograph = QImage(40, 20, QImage.Format.Format_RGB32)
    photograph.fill(0xFFDDCCBB)
    picture = opened(Source(data=lying(photograph)))
    assert picture.size == QSize(20, 40)
    assert picture.image.height() > picture.image.width()


def lying(photograph: QImage) -> bytes:
    """A JPEG whose Exif says that it must be turned by 90 degrees to be seen as it was taken."""
    jpeg = bytes(encoded(photograph, "JPEG", 90).data())
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    return jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]


def test_of_a_moving_picture_the_first_frame_is_read():
    picture = opened(Source(data=moving_gif()))
    assert (picture.size, picture.frames) == (QSize(2, 1), 2)


def moving_gif() -> bytes:
    """Two frames of two pixels."""
    head = b"GIF89a\x02\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"
    frame = b"\x21\xf9\x04\x04\x0a\x00\x00\x00\x2c\x00\x00\x00\x00\x02\x00\x01\x00\x00\x02\x02\x04\x0a\x00"
    return head + frame * 2 + b";"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00" + bytes(64), "picture.heic"),
        ("b.jpg", b"\x00\x00\x00\x18ftypheix\x00\x00\x00\x00" + bytes(64), "picture.heic"),
        ("c.dat", b"\x83\xb4\x97\x53" * 16, "picture.wechat-file"),
        ("d.png", b"no picture at all", "picture.unknown"),
        ("e.png", b"", "picture.unknown"),
        ("f.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "picture.unknown"),
        (
            "g.png",
            png_head := b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10",
            "picture.broken",
        ),
    ],
)
def test_what_is_no_picture_is_told_by_its_kind(
    tmp_path: Path, name: str, content: bytes, code: str, qtlog: object
):
    (tmp_path / name).write_bytes(content)
    trouble = open_picture(Source(path=str(tmp_path / name)))
    assert isinstance(trouble, Trouble)
    assert (trouble.code, trouble.values["file"]) == (code, name)
    assert refused(Source(data=content)) in (code, "picture.unknown")


def test_a_file_that_is_gone_a_folder_or_closed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert refused(Source(path=str(tmp_path / "gone.png"))) == "picture.gone"
    assert refused(Source(path=str(tmp_path))) == "picture.unknown"  # a folder is there, and no picture
    file = tmp_path / "a.png"
    file.write_bytes(png())

    def closed(*_given: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    assert refused(Source(path=str(file))) == "picture.not-opened"


def test_a_picture_that_vanishes_while_it_is_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "a.png"
    file.write_bytes(png())
    monkeypatch.setattr(pictures, "_opened_file", lambda path: (Path(path).unlink(), b"")[1])
    assert refused(Source(path=str(file))) == "picture.unknown"


def test_half_a_file_is_told_or_read_as_far_as_it_goes(qtlog: object):
    whole = png(chat())
    assert refused(Source(data=whole[: len(whole) // 2])) == "picture.broken"
    photo = bytes(encoded(chat(qr(GROUP, 6)), "JPEG", 80).data())  # the code stands in the upper half
    assert [code.text for code in look_at(Source(data=photo[: len(photo) // 2])).codes] == [GROUP]


def test_limits_hold_for_files_bytes_and_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 10_000)
    monkeypatch.setattr(pictures, "MOST_BYTES", 200_000)
    big = QImage(200, 100, QImage.Format.Format_RGB32)
    big.fill(0)
    assert refused(Source(data=png(big))) == "picture.too-large"
    assert refused(Source(image=big)) == "picture.too-large"
    file = tmp_path / "long.png"
    file.write_bytes(bytes(300_000))
    assert refused(Source(path=str(file))) == "picture.too-long"


def test_fifty_megapixels_are_read_smaller_and_their_code_is_found(tmp_path: Path):
    big = QImage(7000, 7100, QImage.Format.Format_RGB32)
    big.fill(0xFFDDCCBB)
    file = tmp_path / "big.jpg"
    file.write_bytes(bytes(encoded(put(big, qr(GROUP, 14), 3000, 3000), "JPEG", 80).data()))
    picture = opened(Source(path=str(file)))
    assert picture.size == QSize(7000, 7100)
    assert picture.image.width() * picture.image.height() <= 12_000_000
    looked = look_at(Source(path=str(file)))
    assert [code.text for code in looked.codes] == [GROUP]
    assert looked.shown is not None
    assert looked.codes[0].outline.boundingRect().right() < looked.shown.width() <= 1600


# ---- on another thread


def ask(reader: PictureReader, qtbot: QtBot, *sources: Source) -> tuple[Looked, ...]:
    answers: list[tuple[Looked, ...]] = []
    reader.looked.connect(answers.append)
    reader.read(sources)
    assert reader.busy
    qtbot.waitUntil(lambda: bool(answers))
    reader.looked.disconnect(answers.append)
    assert not reader.busy
    assert len(answers) == 1
    return answers[0]


def test_pictures_are_looked_at_in_their_order_and_off_the_windows_thread(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    threads = []
    real = picture_reader.find_codes
    monkeypatch.setattr(
        picture_reader,
        "find_codes",
        lambda image, **kept: (threads.append(current_thread()), real(image, **kept))[1],
    )
    reader = PictureReader()
    gone = Source(path=str(tmp_path / "gone.png"))
    looked = ask(reader, qtbot, Source(data=png()), gone, Source(image=qr(LINK, 6)))
    assert [[code.text for code in each.codes] for each in looked] == [[GROUP], [], [LINK]]
    assert looked[1].trouble is not None
    assert current_thread() not in threads
    reader.end()


def test_only_the_newest_question_is_answered(qtbot: QtBot):
    reader = PictureReader()
    answers: list[tuple[Looked, ...]] = []
    reader.looked.connect(answers.append)
    for text in (GROUP, LINK, GROUP, LINK):
        reader.read([Source(image=qr(text, 6))])
    qtbot.waitUntil(lambda: not reader.busy)
    qtbot.wait(100)
    assert [[code.text for code in each.codes] for answer in answers for each in answer] == [[LINK]]


def test_nobody_is_told_after_a_cancel(qtbot: QtBot):
    reader = PictureReader()
    answers: list[object] = []
    reader.looked.connect(answers.append)
    reader.read([Source(image=chat(qr(GROUP, 6)))])
    reader.cancel()
    reader.cancel()
    assert not reader.busy
    reader.end()
    qtbot.wait(50)
    assert answers == []
    assert [code.text for code in ask(reader, qtbot, Source(image=qr(LINK, 6)))[0].codes] == [LINK]


def test_more_pictures_than_are_looked_at_are_told(qtbot: QtBot):
    tiny = Source(image=qr("1", 1))
    looked = ask(PictureReader(), qtbot, *[tiny] * (MOST_PICTURES + 2))
    assert len(looked) == MOST_PICTURES + 1
    assert looked[-1].trouble == Trouble(
        "picture.too-many", {"count": MOST_PICTURES + 2, "most": MOST_PICTURES}
    )


def test_a_decoder_that_cannot_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch):
    def missing(*_given: object, **_kept: object) -> None:
        raise ImportError("DLL load failed")

    monkeypatch.setattr(picture_reader, "find_codes", missing)
    trouble = look_at(Source(image=qr(GROUP, 6))).trouble
    assert trouble == Trouble("picture.no-decoder", {"error": "DLL load failed"})
