"""Pictures from the clipboard, from a dropped file or from the command line, opened with care."""

from __future__ import annotations

import json
import re
import sys
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader

from moderator_app.system.trouble import Trouble

ENDINGS = (
    *(".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".webp", ".dat"),
    *(".heic", ".heif", ".avif", ".tif", ".tiff"),
)
"""Files taken for pictures; of the last line, and of WeChat's own .dat, is told that they cannot be read."""
MOST_BYTES = 64 * 1024 * 1024
MOST_PIXELS = 50_000_000
"""Above these a picture is not opened: 50 million pixels are 200 MB while they are read."""
_KEPT_PIXELS = 12_000_000
"""A larger picture is made smaller while it is read."""

_READ = frozenset({"png", "jpeg", "jpg", "gif", "bmp", "webp", "ico", "ppm", "pbm", "pgm", "xpm", "xbm"})
_FILES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")
_MADE_UP = ("win32", "darwin")
"""Where the clipboard holds pixels, and Qt would first have to pack them into the bytes of a file."""
_WECHAT_FILES = "x-xwechat-multiselect-copy"
_HEIC = re.compile(rb"....ftyp(?:heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif|avis)", re.DOTALL)
_PICTURE_TAG = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_INLINE = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a picture comes from: one of a file's path, the bytes of a file, or pixels."""

    path: str = ""
    data: bytes = b""
    image: QImage | None = None

    @property
    def name(self) -> str:
        """The file's name; "" for a picture that has none."""
        return Path(self.path).name


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An opened picture: `size` is what it measures, `image` may be smaller; one that moves has `frames`."""

    image: QImage
    size: QSize
    frames: int = 1


def open_picture(source: Source) -> Picture | Trouble:
    """The picture, or why it cannot be looked at; takes at most some 250 MB for a moment."""
    if source.image is not None:
        return _pixels(source.image)
    head = source.data[:16]
    if source.path:
        opened = _opened_file(source.path)
        if isinstance(opened, Trouble):
            return opened
        head = opened
    buffer = QBuffer()
    buffer.setData(QByteArray(source.data))  # handed to the constructor it would not be kept alive
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source.path) if source.path else QImageReader(buffer)
    return _decoded(reader, source.name, head)


def _pixels(image: QImage) -> Picture | Trouble:
    size = image.size()
    if image.isNull():
        return Trouble("picture.broken", {"file": ""})
    if _area(size) > MOST_PIXELS:
        return _too_large("", size)
    fitting = _fitting(size)
    if fitting != size:
        image = image.scaled(fitting, mode=Qt.TransformationMode.SmoothTransformation)
    return Picture(image=image, size=size)


def _opened_file(path: str) -> bytes | Trouble:
    """The first bytes of a file that is one and not too long."""
    file, name = Path(path), Path(path).name
    try:
        if not file.is_file():
            return Trouble("picture.unknown" if file.exists() else "picture.gone", {"file": name})
        if file.stat().st_size > MOST_BYTES:
            return Trouble("picture.too-long", {"file": name, "most": MOST_BYTES // (1024 * 1024)})
        with file.open("rb") as opened:
            return opened.read(16)
    except OSError as error:
        return Trouble("picture.not-opened", {"file": name, "error": error.strerror or str(error)})


def _decoded(reader: QImageReader, name: str, head: bytes) -> Picture | Trouble:
    """What is in it, not by its ending: people rename files, and so does WeChat."""
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    form = bytes(reader.format().data()).decode("ascii", "replace")
    if not reader.canRead() or form not in _READ:
        return _unknown(name, head)
    size = reader.size()
    if _area(size) > MOST_PIXELS:
        return _too_large(name, size)
    frames = max(reader.imageCount(), 1) if reader.supportsAnimation() else 1
    if size.isValid() and _fitting(size) != size:
        reader.setScaledSize(_fitting(size))
    image = reader.read()
    if image.isNull():
        return Trouble("picture.broken", {"file": name})
    whole = size if size.isValid() else image.size()
    lies = image.width() > image.height() and whole.width() < whole.height()
    stands = image.width() < image.height() and whole.width() > whole.height()
    return Picture(image=image, size=whole.transposed() if lies or stands else whole, frames=frames)


def _unknown(name: str, head: bytes) -> Trouble:
    if _HEIC.match(head):
        return Trouble("picture.heic", {"file": name})
    if name.lower().endswith(".dat"):
        return Trouble("picture.wechat-file", {"file": name})
    return Trouble("picture.unknown", {"file": name})


def _too_large(name: str, size: QSize) -> Trouble:
    wide, high, most = size.width(), size.height(), MOST_PIXELS // 1_000_000
    return Trouble("picture.too-large", {"file": name, "width": wide, "height": high, "most": most})


def _area(size: QSize) -> int:
    return size.width() * size.height() if size.isValid() else 0


def _fitting(size: QSize) -> QSize:
    """The same shape with no more pixels than are kept."""
    share = (_KEPT_PIXELS / max(_area(size), 1)) ** 0.5
    return QSize(max(int(size.width() * share), 1), max(int(size.height() * share), 1)) if share < 1 else size


# ---- what was copied or dropped


def pictures_in(data: QMimeData) -> tuple[Source, ...]:
    """Every picture that was copied or dropped, each once: as files, inside HTML, else as pixels.

    What a program put there is taken as it is: bytes are opened later, off the window's thread.
    """
    files = tuple(Source(path=path) for path in dict.fromkeys(_paths(data)) if is_picture(path))
    return files or tuple(_in_html(data)) or _as_image(data)


def is_picture(path: str) -> bool:
    """Whether a file's name is that of a picture."""
    return path.lower().endswith(ENDINGS)


def _paths(data: QMimeData) -> Iterator[str]:
    yield from (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    if data.hasFormat(_WECHAT_FILES):
        try:
            told = json.loads(bytes(data.data(_WECHAT_FILES).data()))
        except (ValueError, RecursionError):
            return
        yield from (_local(text) for text in _texts(told))


def _texts(told: object) -> Iterator[str]:
    """Every text in a JSON value, wherever it stands."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, (list, dict)):
        for part in told.values() if isinstance(told, dict) else told:
            yield from _texts(part)


def _local(place: str) -> str:
    """The path that an address or a path means; "" for anything that is not on this machine."""
    if place.lower().startswith("file:"):
        return QUrl(place).toLocalFile()
    return place if Path(place).is_absolute() else ""


def _in_html(data: QMimeData) -> Iterator[Source]:
    """The pictures between the words, as WeChat and browsers copy them; nothing is fetched from the net."""
    for found in _PICTURE_TAG.finditer(data.html()) if data.hasHtml() else ():
        place = unescape(found[1] or found[2] or found[3] or "").strip()
        inline = _INLINE.fullmatch(place)
        if inline:
            try:
                yield Source(data=b64decode(inline["data"]))
            except (NotBase64, ValueError):
                continue
        elif path := _local(place):
            yield Source(path=path)


def _as_image(data: QMimeData) -> tuple[Source, ...]:
    if sys.platform in _MADE_UP:
        return _as_pixels(data) or _as_file(data)
    return _as_file(data) or _as_pixels(data)


def _as_file(data: QMimeData) -> tuple[Source, ...]:
    there = set(data.formats())
    for form in _FILES:
        if form in there and (content := bytes(data.data(form).data())):
            return (Source(data=content),)
    return ()


def _as_pixels(data: QMimeData) -> tuple[Source, ...]:
    image = data.imageData() if data.hasImage() else None
    return (Source(image=image),) if isinstance(image, QImage) and not image.isNull() else ()
