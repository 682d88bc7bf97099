"""Reading skips secrets and knows files from text; writing makes sure, retries, and never waits."""

# ruff: noqa: N802 - the stand-ins carry the names and arguments of the real thing
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from moderator_app.system.clipboard import RETRIES_MS, Clipboard, ClipboardContent, writable

pytestmark = pytest.mark.usefixtures("qapp")


class Held:
    """A clipboard that another program holds for the next `busy` attempts."""

    def __init__(self, text="", busy=0):
        self.data, self.busy, self.attempts = QMimeData(), busy, 0
        if text:
            self.data.setText(text)

    def mimeData(self):
        return self.data

    def text(self):
        return self.data.text()

    def setText(self, text):
        self.attempts += 1
        if self.attempts > self.busy:
            self.data = QMimeData()
            self.data.setText(text)

    def clear(self):
        self.data = QMimeData()


def written(clipboard, text):
    answers = []
    clipboard.write(text, answers.append)
    return answers


def test_a_free_clipboard_answers_before_write_returns():
    held = Held()
    assert written(Clipboard(held), "叫卖告知") == [True]
    assert (held.text(), held.attempts) == ("叫卖告知", 1)


@pytest.mark.parametrize("busy", [1, 2, 3])
def test_a_busy_clipboard_is_tried_again_while_the_loop_runs(qtbot, busy):
    held = Held(busy=busy)
    clipboard = Clipboard(held)
    answers = written(clipboard, "叫卖告知")
    assert answers == []
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [True]
    assert held.attempts == busy + 1


def test_after_the_last_retry_it_says_that_it_failed(qtbot):
    held = Held(text="别人的", busy=99)
    clipboard = Clipboard(held)
    answers = written(clipboard, "叫卖告知")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [False]
    assert held.attempts == 1 + len(RETRIES_MS)
    assert held.text() == "别人的"


def test_a_newer_write_ends_the_older_one(qtbot):
    held = Held(busy=1)
    clipboard = Clipboard(held)
    first = written(clipboard, "第一")
    second = written(clipboard, "第二")
    assert (first, second) == ([False], [True])
    qtbot.wait(2 * RETRIES_MS[0])
    assert held.text() == "第二"
    assert first == [False]


def test_the_second_write_may_start_inside_the_first_ones_answer():
    held = Held()
    clipboard = Clipboard(held)
    answers = []
    clipboard.write("第一", lambda _: clipboard.write("第二", answers.append))
    assert answers == [True]
    assert held.text() == "第二"


@pytest.mark.parametrize(
    "text",
    ["两行\n文字", "\ud83d\ude00", "半个\ud800字", "\udfff", "空\0字", "x" * 1_000_000, "\u2028\u200b"],
)
def test_every_text_arrives_on_the_real_clipboard(text):
    assert written(Clipboard(), text) == [True]
    assert QGuiApplication.clipboard().text() == writable(text)
    QGuiApplication.clipboard().clear()


@given(st.text(alphabet=st.characters(), max_size=30))
def test_what_is_written_is_whole_and_loses_nothing_else(text):
    whole = writable(text)
    whole.encode("utf-8")
    assert "\0" not in whole
    if text.isascii() and "\0" not in text:
        assert whole == text


def test_windows_line_ends_are_no_failure():
    held = Held()
    held.text = lambda: held.data.text().replace("\n", "\r\n")
    assert written(Clipboard(held), "一\n二") == [True]


def read(data):
    held = Held()
    held.data = data
    return Clipboard(held).read()


def test_text_is_read_as_it_is():
    assert read(Held("大量现货\n加微信").data) == ClipboardContent(text="大量现货\n加微信")


def test_nothing_is_empty():
    assert read(QMimeData()) == read(None) == ClipboardContent()


def test_a_picture_and_copied_files_are_told_apart_from_text():
    picture = QMimeData()
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert read(picture) == ClipboardContent(has_image=True)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/二维码.png"), QUrl("https://example.org/x")])
    content = read(files)
    assert content.has_urls
    assert [name.rsplit("/", 1)[-1] for name in content.files] == ["二维码.png"]


@pytest.mark.parametrize("named", [None, "file:///tmp/a b.png\n/tmp/二维码.png", "file:///tmp/a%20b.png"])
def test_the_names_of_copied_files_are_no_message(named):
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/a b.png"), QUrl.fromLocalFile("/tmp/二维码.png")])
    if named is not None:
        files.setText(named)
    content = read(files)
    assert content.text is None
    assert len(content.files) == 2


def test_a_message_beside_a_file_is_read():
    both = QMimeData()
    both.setUrls([QUrl.fromLocalFile("/tmp/二维码.png")])
    both.setText("大量现货\n加微信")
    assert read(both).text == "大量现货\n加微信"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("x-kde-passwordManagerHint", b"secret"),
        ("x-kde-passwordManagerHint", b"secret\0"),
        ("org.nspasteboard.ConcealedType", b""),
        ("application/x-nspasteboard-concealed-type", b"hunter2"),
        ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"\1"),
    ],
)
def test_what_a_password_manager_marks_is_not_read(kind, value):
    data = QMimeData()
    data.setText("hunter2")
    data.setData(kind, QByteArray(value))
    assert read(data) == ClipboardContent(secret=True)


def test_a_hint_that_says_public_is_no_secret():
    data = QMimeData()
    data.setText("普通文字")
    data.setData("x-kde-passwordManagerHint", QByteArray(b"public"))
    assert read(data).text == "普通文字"


def restored(held, before, notice):
    answers = []
    Clipboard(held).restore(before, notice, answers.append)
    return answers, held.text()


def test_undo_brings_the_text_back():
    assert restored(Held("告知"), ClipboardContent(text="原来的"), "告知") == ([True], "原来的")


def test_undo_leaves_alone_what_the_user_copied_since():
    assert restored(Held("新复制的"), ClipboardContent(text="原来的"), "告知") == ([True], "新复制的")


def test_undo_after_a_picture_takes_the_notice_away():
    assert restored(Held("告知"), ClipboardContent(has_image=True), "告知") == ([True], "")


def test_pictures_are_handed_out_unopened_and_never_secret_ones():
    held = Held()
    assert Clipboard(held).pictures() == ()
    held.data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert len(Clipboard(held).pictures()) == 1
    held.data.setData("x-kde-passwordManagerHint", QByteArray(b"secret"))
    assert Clipboard(held).pictures() == ()
