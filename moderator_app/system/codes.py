"""Finds QR codes and bar codes in a picture: what each says, and where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPolygonF

_ONE_PASS = 2_000_000
"""Pixels that the slower passes are given; a larger picture is made smaller for them."""
_SMALL = 1_000_000
"""Pixels up to which a picture is also looked at twice its size: its codes may be fine or blurred."""
_LEAST_SIDE = 32
"""Pixels of the shorter side of a code that was seen and not read; anything smaller is more likely grain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One code; its four `corners` go round it in pixels of the picture, from its own top left.

    `goods` is true for what stands on packages (EAN, UPC, Code 128, Data Matrix, PDF417): not made
    for people to scan. `read` is false for a QR code that is there and not legible; `text` is "" then.
    """

    text: str
    form: str
    corners: tuple[QPointF, ...]
    goods: bool = False
    read: bool = True

    @property
    def outline(self) -> QPolygonF:
        """The corners as Qt draws them."""
        return QPolygonF(list(self.corners))


@dataclass(frozen=True, slots=True)
class _Pass:
    """One look at the picture: in which size, for which codes, and how black is told from white."""

    scale: float
    formats: tuple[str, ...] = ("QRCode",)
    binarizer: str = "LocalAverage"
    downscale: bool = False


def find_codes(image: QImage, *, stopped: Callable[[], bool] = lambda: False) -> tuple[Found, ...]:
    """Every code in `image`, from top to bottom; nothing once `stopped` says so.

    Takes some 50 ms for a telephone's screen and lets other threads run meanwhile. Raises ImportError
    where the decoder's library cannot be loaded.
    """
    import zxingcpp  # noqa: PLC0415 - a megabyte that only pictures need

    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    sizes = {1.0: grey}
    found: list[Found] = []
    doubtful: list[list[Found]] = []
    for look in _passes(grey.size()) if not grey.isNull() else ():
        if stopped():
            return ()
        if look.scale not in sizes:
            sizes[look.scale] = _scaled(grey, look.scale)
        seen = list(_look(zxingcpp, sizes[look.scale], look, grey.size()))
        for each in seen:
            if each.read and not any(_same_place(each, other) for other in found):
                found.append(each)
        doubtful.append([each for each in seen if not each.read])
    found += _seen_twice(doubtful, found)
    return tuple(sorted(found, key=lambda each: (each.outline.boundingRect().top(), each.corners[0].x())))


def _passes(size: QSize) -> Iterator[_Pass]:
    """From the best to the rarest: each was added for pictures that the ones before it miss.

    The local threshold copes with uneven light, the global one with flat dark surroundings; the
    smaller size with shadows and grain that fall together with the threshold's blocks.
    """
    pixels = size.width() * size.height()
    smaller = min(0.7, (_ONE_PASS / max(pixels, 1)) ** 0.5)
    yield _Pass(1.0, downscale=True)
    yield _Pass(1.0, binarizer="GlobalHistogram", downscale=True)
    yield _Pass(smaller)
    if pixels <= _SMALL:
        yield _Pass(2.0)
    yield _Pass(1.0, formats=("EAN13", "EAN8", "UPCA", "Code128"))
    yield _Pass(1.0 if pixels <= _SMALL else smaller, formats=("DataMatrix", "PDF417"))


def _look(zxing: Any, scaled: QImage, look: _Pass, whole: QSize) -> Iterator[Found]:  # noqa: ANN401 - a module
    """One pass; corners come back in pixels of the whole picture."""
    formats = [zxing.barcode_format_from_str(name) for name in look.formats]
    qr = look.formats == ("QRCode",)
    codes = zxing.read_barcodes(
        scaled,
        formats=formats,
        binarizer=getattr(zxing.Binarizer, look.binarizer),
        try_downscale=look.downscale,
        return_errors=qr,
    )
    across, down = whole.width() / scaled.width(), whole.height() / scaled.height()
    for code in codes:
        place = code.position
        around = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        corners = tuple(QPointF(at.x * across, at.y * down) for at in around)
        read = code.error is None or code.error.type == zxing.ErrorType.NONE
        form = str(code.format)
        made = Found(text=code.text if read else "", form=form, corners=corners, goods=not qr, read=read)
        if read or (form == "QR Code" and _sizable(made)):
            yield made


def _scaled(image: QImage, scale: float) -> QImage:
    return image.scaled(
        max(round(image.width() * scale), 1),
        max(round(image.height() * scale), 1),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _sizable(found: Found) -> bool:
    place = found.outline.boundingRect()
    return min(place.width(), place.height()) >= _LEAST_SIDE


def _same_place(one: Found, other: Found) -> bool:
    """Whether the middle of either lies inside the other."""
    return other.outline.containsPoint(_middle(one), Qt.FillRule.WindingFill) or one.outline.containsPoint(
        _middle(other), Qt.FillRule.WindingFill
    )


def _middle(found: Found) -> QPointF:
    total = sum((QPointF(corner) for corner in found.corners), QPointF())
    return total / len(found.corners)


def _seen_twice(passes: list[list[Found]], read: list[Found]) -> list[Found]:
    """QR codes that two passes see in the same place and none can read: one pass alone sees them in grain."""
    kept: list[Found] = []
    for number, seen in enumerate(passes):
        for each in seen:
            again = any(_same_place(each, other) for later in passes[number + 1 :] for other in later)
            if again and not any(_same_place(each, other) for other in (*read, *kept)):
                kept.append(each)
    return kept
