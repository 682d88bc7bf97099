"""Names as they are compared: without what differs between two copies of one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from moderator_app.core.roster.member import Member
from moderator_app.core.text.characters import visible
from moderator_app.core.text.simplified import simplified

LONGEST_NAME = 200
"""Characters of the longest name or name card; what is longer is no name."""

_TELLING_HAN, _TELLING = 3, 6
"""Characters from which a name is hardly a word, with Chinese characters in it and without."""
_TABLE = str.maketrans(simplified())
_SEPARATORS = re.compile(r"[-‐-―－_+|·・•/\\,，;；:：()（）\[\]【】<>《》@#~★☆]+")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


@lru_cache(maxsize=50_000)
def plain(name: str) -> str:
    """The name without case, width, blanks and characters that show nothing: what copying may change.

    A name made only of such characters is kept as it is: it is all that tells its bearer apart.
    """
    if name.isascii():
        bare = "".join(name.split()).casefold()
    else:
        bare = "".join(unicodedata.normalize("NFKC", visible(name)).casefold().split())
    return bare or name


def folded(name: str) -> str:
    """The plain name in simplified characters: alike for 張三 and 张三, who may still be two people."""
    return plain(name).translate(_TABLE)


def letters(name: str) -> str:
    """The folded name without digits, emoji and signs: 「张三🌸138」 is 「张三」."""
    return _NOT_LETTERS.sub("", folded(name))


def han(name: str) -> str:
    """Only the Chinese characters of a name that has at least two: 「A张三」 is 「张三」."""
    found = "".join(_HAN.findall(folded(name)))
    return found if len(found) >= 2 else ""


def parts(card: str) -> tuple[str, ...]:
    """What a name card is put together from: 「张三-医疗器械-上海」 gives three."""
    pieces = _SEPARATORS.split("-".join(card.split()))
    found = tuple(folded(piece) for piece in pieces if len(piece) >= 2)
    return found if len(found) > 1 else ()


def names_of(member: Member) -> tuple[str, ...]:
    """All that a member is called: name, name card, aliases; an account's id is no name."""
    aliases = (alias for alias in member.aliases if not is_account(alias))
    return tuple(filter(None, (member.name, member.card, *aliases)))


def is_distinctive(name: str) -> bool:
    """Whether a name hardly ever stands in a sentence that means something else, as 「小雨」 does."""
    return len(name) >= (_TELLING_HAN if _HAN.search(name) else _TELLING)


def is_account(alias: str) -> bool:
    """Whether an alias is the id that WeChat gives an account: it tells people apart, nobody says it."""
    return alias.startswith("wxid_") and alias.isascii()
