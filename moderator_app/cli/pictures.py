"""Pictures on the command line: which codes are in them, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from moderator_app.cli.command import CommandError
from moderator_app.core.text.codes import read_code, spelt
from moderator_app.core.wording import Reason
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.codes import code_detail, code_title

if TYPE_CHECKING:
    from moderator_app.system.codes import Found
    from moderator_app.system.picture_reader import Looked

WORDLESS = "[图片]"
"""The message that a picture without words is, as WeChat writes it."""


def look(files: Sequence[str], *, alone: bool) -> tuple[Looked, ...]:
    """Look at these files. Where nothing else is to be judged and none can be opened, that is an error."""
    from moderator_app.system.picture_reader import look_at  # noqa: PLC0415 - Qt, for pictures only
    from moderator_app.system.pictures import Source  # noqa: PLC0415

    looked = tuple(look_at(Source(path=file)) for file in files)
    first = looked[0].trouble
    if alone and first is not None and all(picture.trouble for picture in looked):
        raise CommandError(first.code, **first.values)
    return looked


def codes_in(looked: Sequence[Looked]) -> tuple[str, ...]:
    """What the codes say, as a message keeps it; the same text once."""
    return tuple(dict.fromkeys(map(_said, (code for picture in looked for code in picture.codes))))


def _said(code: Found) -> str:
    return spelt(code.text, goods=code.goods)


def pictures_text(looked: Sequence[Looked]) -> Iterator[str]:
    """Each picture with its codes, or with why it was not looked at."""
    for picture in looked:
        if picture.trouble is not None:
            yield f"- {reason_text(Reason(picture.trouble.code, picture.trouble.values))}"
            continue
        size = f"{picture.size.width()} × {picture.size.height()}"
        count = len(picture.codes)
        if count:
            yield translate(
                "Cli", "- {file}（{size}）：{count} 个码", file=picture.name, size=size, count=count
            )
        else:
            yield translate("Cli", "- {file}（{size}）：没有找到二维码或条码", file=picture.name, size=size)
        for code in map(read_code, map(_said, picture.codes)):
            yield f"    {code_title(code)}  {code_detail(code)}".rstrip()


def pictures_json(looked: Sequence[Looked]) -> list[dict[str, Any]]:
    """Each picture with its codes; `corners` count the picture's own pixels, from the code's top left."""
    return [_picture_json(picture) for picture in looked]


def _picture_json(picture: Looked) -> dict[str, Any]:
    if picture.trouble is not None or picture.shown is None:
        trouble = picture.trouble
        why = reason_text(Reason(trouble.code, trouble.values)) if trouble else ""
        return {"file": picture.name, "error": why, "codes": []}
    share = picture.size.width() / picture.shown.width()
    return {
        "file": picture.name,
        "width": picture.size.width(),
        "height": picture.size.height(),
        "frames": picture.frames,
        "codes": [_code_json(code, share) for code in picture.codes],
    }


def _code_json(code: Found, share: float) -> dict[str, Any]:
    meant = read_code(_said(code))
    return {
        "kind": meant.kind.value,
        "title": code_title(meant),
        "text": code.text,
        "host": meant.host,
        "form": code.form,
        "corners": [[round(corner.x() * share), round(corner.y() * share)] for corner in code.corners],
    }
