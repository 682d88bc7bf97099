"""A canned notice as it ships or as the user edited it."""

from __future__ import annotations

from dataclasses import dataclass

from moderator_app.core.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice; `id` is its Chinese title and is what a rulebook and the JSON name.

    `text` holds tokens such as {称呼}; `counts` tells whether giving it records a strike.
    `edited` is true where it is read from the user's folder, `own` where no shipped one lies under it.
    """

    id: str
    title: Wording
    when: Wording
    text: str
    order: int = 0
    counts: bool = False
    edited: bool = False
    own: bool = False
