"""The soft shadow under the quick window and the toasts: drawn once, then stretched as nine patches."""

from __future__ import annotations

import math
import sys
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QLibrary, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPixmap

BLUR = 24
DROP = 8
MARGINS = (BLUR, BLUR - DROP, BLUR, BLUR + DROP)
"""Left, top, right, bottom: the room that the shadow needs around the window."""

_CORNER = BLUR * 2
_STEPS = 48


def has_compositor() -> bool:
    """Whether translucent windows are blended; without it corners stay square and nothing is cast."""
    asks = {"xcb": _x11_compositor, "windows": _windows_compositor}
    blending = ("wayland", "cocoa")
    platform = QGuiApplication.platformName()
    return asks[platform]() if platform in asks else platform in blending


def _windows_compositor() -> bool:
    """Ask the desktop window manager; what only stands in for Windows says yes and paints black."""
    import ctypes  # noqa: PLC0415 - on Windows only

    libraries: Any = getattr(ctypes, "windll", None)
    if libraries is None or hasattr(libraries.ntdll, "wine_get_version"):
        return False
    enabled = ctypes.c_int(0)
    failed = libraries.dwmapi.DwmIsCompositionEnabled(ctypes.byref(enabled))
    return not failed and bool(enabled.value)


def _x11_compositor() -> bool:
    """Ask whether somebody owns the selection _NET_WM_CM_S0, as every X11 compositor does."""
    import ctypes  # noqa: PLC0415 - on X11 only

    app = QGuiApplication.instance()
    native: Any = app.nativeInterface() if isinstance(app, QGuiApplication) else None
    if native is None or sys.platform != "linux":
        return False
    library = QLibrary("X11", "6")
    x11 = ctypes.CDLL("libX11.so.6") if library.load() else None
    if x11 is None:
        return False
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    display = native.display()
    return bool(x11.XGetSelectionOwner(display, x11.XInternAtom(display, b"_NET_WM_CM_S0", 0)))


def _rings() -> list[tuple[float, float]]:
    """How far out each of the stacked rectangles reaches, and its share: together a Gaussian edge."""
    reach = [BLUR - 2 * BLUR * (step + 0.5) / _STEPS for step in range(_STEPS)]
    weights = [math.exp(-2 * (spread / BLUR) ** 2) for spread in reach]
    return [(spread, weight / sum(weights)) for spread, weight in zip(reach, weights, strict=True)]


@lru_cache(maxsize=8)
def _patch(colour: int, radius: int, ratio: float) -> QPixmap:
    """A blurred rounded rectangle just big enough to hold four corners and a middle of one pixel."""
    side = round((_CORNER * 2 + 1) * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, share in _rings():
        ring = QColor.fromRgba(colour)
        ring.setAlphaF(ring.alphaF() * share)
        painter.setBrush(ring)
        inset = BLUR - spread
        side_length = _CORNER * 2 + 1 - 2 * inset
        corner = max(radius + spread, 1)
        painter.drawRoundedRect(QRectF(inset, inset, side_length, side_length), corner, corner)
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def paint_shadow(painter: QPainter, window: QRect, colour: QColor, radius: int) -> None:
    """Paint the shadow of `window` (its visible rectangle, in the painter's coordinates)."""
    ratio = painter.device().devicePixelRatioF()
    patch = _patch(colour.rgba(), radius, ratio)
    # the patch's own rectangle lies BLUR inside its edge
    outer = QRect(window).adjusted(-BLUR, -BLUR + DROP, BLUR, BLUR + DROP)
    _nine(painter, patch, outer, ratio)


def _nine(painter: QPainter, patch: QPixmap, outer: QRect, ratio: float) -> None:
    near, far = _CORNER, _CORNER + 1
    columns = (
        (outer.left(), _CORNER, 0, near),
        (outer.left() + _CORNER, outer.width() - 2 * _CORNER, near, 1),
        (outer.right() + 1 - _CORNER, _CORNER, far, near),
    )
    rows = (
        (outer.top(), _CORNER, 0, near),
        (outer.top() + _CORNER, outer.height() - 2 * _CORNER, near, 1),
        (outer.bottom() + 1 - _CORNER, _CORNER, far, near),
    )
    for y, height, sy, sh in rows:
        for x, width, sx, sw in columns:
            source = QRectF(sx * ratio, sy * ratio, sw * ratio, sh * ratio)
            painter.drawPixmap(QRectF(x, y, width, height), patch, source)
