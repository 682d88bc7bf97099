"""Draws pictures with codes as people send them: screenshots, photographs, posters, badly treated copies."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import segno
import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPolygonF, QRadialGradient, QTransform

GROUP = "https://weixin.qq.com/g/AQYAAJk2m3h5Xo9c"
CONTACT = "https://u.wechat.com/MLk2h_4tQ9xYz0AbCdEfGh"
LINK = "https://example.com/forum/2026/enrol?from=poster&id=31847"
TEXTS = (GROUP, CONTACT, LINK, "测试文字：会议室在三楼", "wxp://f2f0abcdefghijklmnopqrstuvwx")
EAN = "6901234567892"

_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


def qr(
    text: str, module: float = 8, *, level: str = "m", dark: str = "#000000", light: str = "#FFFFFF"
) -> QImage:
    """A QR code with its quiet zone, `module` pixels a module."""
    rows = [list(row) for row in segno.make(text, error=level, micro=False, boost_error=False).matrix]
    side = len(rows) + 8
    image = QImage(round(side * module), round(side * module), QImage.Format.Format_RGB32)
    image.fill(QColor(light))
    painter = QPainter(image)
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if value:
                left, top = round((x + 4) * module), round((y + 4) * module)
                right, bottom = round((x + 5) * module), round((y + 5) * module)
                painter.fillRect(left, top, right - left, bottom - top, QColor(dark))
    painter.end()
    return image


def bars(text: str = EAN, module: int = 3, form: str = "EAN13") -> QImage:
    """A bar code as it is printed on packages."""
    made = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(form))
    drawn = zxingcpp.write_barcode_to_image(made, scale=module)
    height, width = drawn.shape
    return QImage(bytes(drawn), width, height, width, QImage.Format.Format_Grayscale8).convertToFormat(
        QImage.Format.Format_RGB32
    )


def with_logo(image: QImage, share: float = 0.22) -> QImage:
    """The same with a picture in its middle, as every WeChat code has it."""
    result = image.copy()
    side = result.width() * share
    place = QRectF((result.width() - side) / 2, (result.height() - side) / 2, side, side)
    painter = QPainter(result)
    painter.setRenderHints(_SMOOTH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRoundedRect(place, side / 8, side / 8)
    painter.setBrush(QColor("#2C8552"))
    painter.drawEllipse(place.adjusted(side / 10, side / 10, -side / 10, -side / 10))
    painter.end()
    return result


@lru_cache(maxsize=4)  # slow to draw, and the ground of many pictures; nobody paints on it but on copies
def noise(width: int, height: int, seed: int = 1, *, grain: int = 4) -> QImage:
    """What stands for a photograph: patches of light and dark with grain."""
    draw = random.Random(seed)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#8A7F70"))
    painter = QPainter(image)
    painter.setRenderHints(_SMOOTH)
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(300):
        tone = draw.randrange(256)
        painter.setBrush(QColor(tone, max(tone - draw.randrange(60), 0), draw.randrange(256), 140))
        painter.drawEllipse(
            QPointF(draw.random() * width, draw.random() * height),
            draw.random() * width / 5,
            draw.random() * height / 8,
        )
    small = QImage(draw.randbytes(256 * 256), 256, 256, 256, QImage.Format.Format_Grayscale8)
    painter.setOpacity(0.25)
    painter.fillRect(image.rect(), Qt.GlobalColor.transparent)
    for top in range(0, height, 256 * grain):
        for left in range(0, width, 256 * grain):
            painter.drawImage(QRect(left, top, 256 * grain, 256 * grain), small)
    painter.end()
    return image


def put(background: QImage, image: QImage, left: float, top: float) -> QImage:
    """One picture on another."""
    result = background.copy()
    painter = QPainter(result)
    painter.setRenderHints(_SMOOTH)
    painter.drawImage(QPointF(left, top), image)
    painter.end()
    return result


def chat(*pictures: QImage, width: int = 1080, height: int = 2400, dark: bool = False) -> QImage:
    """A telephone's screen with a chat on it, in which `pictures` were sent."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#111111" if dark else "#EDEDED"))
    painter = QPainter(image)
    painter.setRenderHints(_SMOOTH)
    painter.setFont(QFont("Noto Sans CJK SC", 28))
    bubble, ink = QColor("#2C2C2C" if dark else "#FFFFFF"), QColor("#CCCCCC" if dark else "#111111")
    top, waiting = 180, list(pictures)
    texts = (
        "各位老师好，这是今天的会议安排",
        "收到，谢谢王老师",
        "请问内镜清洗登记怎么做电子化",
        "我们科去年就上了系统",
    )
    turn = 0
    while top < height - 200:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromHsv(turn * 47 % 360, 90, 180))
        painter.drawRoundedRect(QRectF(36, top, 96, 96), 12, 12)
        if waiting and turn % 2 == 1:
            sent = waiting.pop(0)
            painter.drawImage(QPointF(160, top), sent)
            top += sent.height() + 48
        else:
            painter.setBrush(bubble)
            painter.drawRoundedRect(QRectF(160, top, 720, 96), 16, 16)
            painter.setPen(ink)
            painter.drawText(QRectF(190, top, 680, 96), Qt.AlignmentFlag.AlignVCenter, texts[turn % 4])
            top += 144
        turn += 1
    painter.end()
    return image


def turned(image: QImage, degrees: float) -> QImage:
    """Turned about its middle, on white."""
    made = image.transformed(QTransform().rotate(degrees), Qt.TransformationMode.SmoothTransformation)
    result = QImage(made.size(), QImage.Format.Format_RGB32)
    result.fill(QColor("#FFFFFF"))
    return put(result, made, 0, 0)


def slanted(image: QImage, amount: float = 0.18) -> QImage:
    """Photographed from the side."""
    w, h = image.width(), image.height()
    target = QPolygonF(
        [
            QPointF(w * amount, h * amount / 2),
            QPointF(w, 0),
            QPointF(w * (1 - amount / 2), h),
            QPointF(0, h * (1 - amount)),
        ]
    )
    source = QPolygonF([QPointF(0, 0), QPointF(w, 0), QPointF(w, h), QPointF(0, h)])
    transform = QTransform()
    assert QTransform.quadToQuad(source, target, transform)
    result = QImage(image.size(), QImage.Format.Format_RGB32)
    result.fill(QColor("#B8A88F"))
    painter = QPainter(result)
    painter.setRenderHints(_SMOOTH)
    painter.setTransform(transform)
    painter.drawImage(0, 0, image)
    painter.end()
    return result


def blurred(image: QImage, times: float) -> QImage:
    """Made `times` smaller and large again, as forwarding thumbnails does."""
    way = Qt.TransformationMode.SmoothTransformation
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    small = image.scaled(
        max(round(image.width() / times), 1), max(round(image.height() / times), 1), ratio, way
    )
    return small.scaled(image.size(), ratio, way)


def jpeg(image: QImage, quality: int = 30) -> QImage:
    """Through a JPEG file and back."""
    return QImage.fromData(encoded(image, "JPEG", quality))


def encoded(image: QImage, form: str = "PNG", quality: int = -1) -> QByteArray:
    """The bytes of a file in this format."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form, quality)
    return QByteArray(buffer.data())


def pale(image: QImage, low: int = 120, high: int = 165) -> QImage:
    """Between two shades of grey."""
    result = image.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(
        QImage.Format.Format_Indexed8, [QColor(tone, tone, tone).rgb() for tone in range(256)]
    )
    shades = [low + (high - low) * tone // 255 for tone in range(256)]
    result.setColorTable([QColor(shade, shade, shade).rgb() for shade in shades])
    return result.convertToFormat(QImage.Format.Format_RGB32)


def inverted(image: QImage) -> QImage:
    """Light on dark."""
    result = image.copy()
    result.invertPixels()
    return result


def on_photo(image: QImage, seed: int = 1) -> QImage:
    """On a photograph of telephone size."""
    return put(noise(1080, 1440, seed), image, 260 + seed * 17 % 200, 420 + seed * 31 % 300)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One kind of picture: `draw` makes it from a text and a number; `least` of ten must be found."""

    name: str
    draw: Callable[[str, int], QImage]
    least: int = 10


SORTS = (
    Sort(name="plain", draw=lambda t, n: qr(t, 6 + n % 5)),
    Sort(name="logo 22 %, level M", draw=lambda t, n: with_logo(qr(t, 8), 0.18 + n % 3 * 0.02)),
    Sort(name="logo 28 %, level H", draw=lambda t, n: with_logo(qr(t, 7, level="h"), 0.28)),
    Sort(name="turned 7", draw=lambda t, n: turned(with_logo(qr(t, 8)), 7)),
    Sort(name="turned 45", draw=lambda t, n: turned(with_logo(qr(t, 8)), 45)),
    Sort(name="turned 90", draw=lambda t, n: turned(with_logo(qr(t, 8)), 90)),
    Sort(name="turned 180", draw=lambda t, n: turned(with_logo(qr(t, 8)), 180)),
    Sort(name="turned any", draw=lambda t, n: on_photo(turned(qr(t, 7), n * 37), n)),
    Sort(name="3 px a module, screenshot", draw=lambda t, n: chat(qr(t, 3))),
    Sort(name="2 px a module, screenshot", draw=lambda t, n: chat(qr(t, 2))),
    Sort(name="2.5 px, smoothed", draw=lambda t, n: chat(_shrunk(qr(t, 10), 2.5 / 10))),
    Sort(name="1.6 px, smoothed", draw=lambda t, n: chat(_shrunk(qr(t, 10), 1.6 / 10))),
    Sort(name="blurred a module", draw=lambda t, n: blurred(qr(t, 8), 6)),
    Sort(name="blurred 1.4 modules", draw=lambda t, n: blurred(with_logo(qr(t, 8), 0.18), 8)),
    Sort(name="JPEG 30", draw=lambda t, n: jpeg(chat(with_logo(qr(t, 5))), 30)),
    Sort(name="JPEG 10, 3 px", draw=lambda t, n: jpeg(chat(qr(t, 3)), 10)),
    Sort(name="pale", draw=lambda t, n: pale(qr(t, 8))),
    Sort(name="very pale", draw=lambda t, n: pale(qr(t, 8), 150, 170)),
    Sort(name="inverted", draw=lambda t, n: inverted(qr(t, 8))),
    Sort(name="coloured", draw=lambda t, n: qr(t, 8, dark="#C0302A", light="#FFE9A8")),
    Sort(name="dark mode screenshot", draw=lambda t, n: chat(with_logo(qr(t, 6)), dark=True)),
    Sort(name="perspective", draw=lambda t, n: on_photo(slanted(with_logo(qr(t, 9))), n)),
    Sort(name="perspective, steep", draw=lambda t, n: on_photo(slanted(qr(t, 9), 0.34), n)),
    Sort(name="on a photograph", draw=lambda t, n: jpeg(on_photo(with_logo(qr(t, 5)), n), 60)),
    Sort(
        name="small on a large photograph", draw=lambda t, n: put(noise(3000, 4000, n), qr(t, 5), 1400, 2100)
    ),
    Sort(name="fills the screen", draw=lambda t, n: chat(with_logo(_shrunk(qr(t, 24), 0.85)))),
    Sort(name="dots in two colours", draw=lambda t, n: with_logo(dotted(t, 7 + n % 5))),
    Sort(name="grain", draw=lambda t, n: on_photo(speckled(qr(t, 5 + n % 5)), n)),
    Sort(name="glare and dusk", draw=lambda t, n: on_photo(glaring(with_logo(qr(t, 5 + n % 6))), n)),
    Sort(name="off another screen", draw=lambda t, n: on_photo(off_a_screen(qr(t, 5 + n % 5)), n)),
    Sort(name="half in shadow", draw=lambda t, n: shadowed(qr(t, 5 + n % 6))),
    Sort(
        name="no quiet zone",
        draw=lambda t, n: put(noise(700, 700, n), _cropped(qr(t, 5 + n % 6), 5 + n % 6), 150, 140),
        least=0,  # known: cut to its edge on a restless ground it is rarely found
    ),
)


def _shrunk(image: QImage, share: float) -> QImage:
    size = image.size() * share
    return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _cropped(image: QImage, module: int) -> QImage:
    edge = 4 * module
    return image.copy(edge, edge, image.width() - 2 * edge, image.height() - 2 * edge)


def shadowed(image: QImage) -> QImage:
    """Photographed with a hand's shadow across it."""
    result = image.copy()
    painter = QPainter(result)
    painter.setRenderHints(_SMOOTH)
    half = QPolygonF(
        [
            QPointF(0, 0),
            QPointF(image.width() * 0.7, 0),
            QPointF(image.width() * 0.3, image.height()),
            QPointF(0, image.height()),
        ]
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 150))
    painter.drawPolygon(half)
    painter.end()
    return result


def dotted(text: str, module: int = 9) -> QImage:
    """Modules as separate dots in two colours, as styled codes have them; the finder patterns stay."""
    rows = [list(row) for row in segno.make(text, error="h", micro=False).matrix]
    side = len(rows)
    image = QImage((side + 8) * module, (side + 8) * module, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHints(_SMOOTH)
    painter.setPen(Qt.PenStyle.NoPen)
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if not value:
                continue
            painter.setBrush(QColor("#1F4E9E" if (x + y) * 2 > side else "#7A1E63"))
            place = QRectF((x + 4) * module, (y + 4) * module, module, module)
            finder = min(y, side - 1 - y) < 7 and min(x, side - 1 - x) < 7 and not (y > 8 and x > 8)
            painter.drawRect(place) if finder else painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.end()
    return image


def speckled(image: QImage, strength: float = 0.45, seed: int = 3) -> QImage:
    """With the grain of a picture taken in the dark."""
    grain = QImage(random.Random(seed).randbytes(512 * 512), 512, 512, 512, QImage.Format.Format_Grayscale8)
    result = image.copy()
    painter = QPainter(result)
    painter.setOpacity(strength)
    for top in range(0, result.height(), 512):
        for left in range(0, result.width(), 512):
            painter.drawImage(left, top, grain)
    painter.end()
    return result


def glaring(image: QImage) -> QImage:
    """With a lamp's reflection in one corner and dusk in the other."""
    result = image.copy()
    side = result.width()
    painter = QPainter(result)
    light = QRadialGradient(QPointF(side * 0.3, side * 0.35), side * 0.9)
    light.setColorAt(0, QColor(255, 255, 255, 150))
    light.setColorAt(0.35, QColor(255, 255, 255, 0))
    light.setColorAt(0.5, QColor(0, 0, 0, 0))
    light.setColorAt(1, QColor(0, 0, 0, 190))
    painter.fillRect(result.rect(), light)
    painter.end()
    return result


def off_a_screen(image: QImage) -> QImage:
    """Photographed off another screen: the two grids of pixels beat against each other."""
    result = image.scaled(image.size() * 1.37, mode=Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(result)
    for at in range(0, result.height(), 3):
        painter.fillRect(0, at, result.width(), 1, QColor(0, 0, 0, 110))
    for at in range(0, result.width(), 3):
        painter.fillRect(at, 0, 1, result.height(), QColor(40, 0, 60, 70))
    painter.end()
    return jpeg(turned(result, 2), 60)


def several(texts: tuple[str, ...] = TEXTS) -> QImage:
    """A poster with all of them on it, at different sizes."""
    poster = noise(1080, 1920, 7)
    for number, text in enumerate(texts):
        image = with_logo(qr(text, 4 + number, level="h"), 0.2)
        poster = put(poster, image, 60 + number % 2 * 480, 80 + number // 2 * 560)
    return poster
