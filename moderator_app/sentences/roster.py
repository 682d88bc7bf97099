"""The sentences of the roster."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences

ROSTER: Sentences = {
    "roster.already-undone": lambda v: translate("Roster", "这一步已经撤销过了。", **v),
    "roster.already-voided": lambda v: translate("Roster", "{member}的这一次已经作废，不再计数。", **v),
    "roster.no-such-strike": lambda v: translate("Roster", "没有编号为 {id} 的违规记录。", **v),
    "roster.nothing-to-undo": lambda v: translate("Roster", "没有可以撤销的操作。", **v),
    "roster.strike-undone": lambda v: translate("Roster", "{member}的这一次已经撤销，不用再作废。", **v),
}
