"""The sentences that say, before a person is deleted, what goes and what stays."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from moderator_app.core.roster.parting import Mention, Parting
from moderator_app.i18n import language, translate


def parting_text(leaving: Parting, mask: Collection[str]) -> list[str]:
    """Everything about a deletion: whom, what goes, what stays, the names in others' words."""
    return [
        people_text(leaving),
        goes_text(leaving),
        stays_text(leaving),
        *(mention_text(each, masked=each.name in mask) for each in leaving.traces.mentions),
        *own_text(leaving),
        translate(
            "Parting", "管不到：已经导出的文件、发给别的管理员的记录，和微信里的消息。这一步不能撤销。"
        ),
    ]


def people_text(leaving: Parting) -> str:
    """Whom, in each group: the linked ones go as well."""
    told = (
        translate("Parting", "{name}（{group}）", name=name, group=group.title.get(language()))
        for group, name in leaving.people
    )
    return translate("Parting", "要删除的是：{who}", who=translate("Parting", "、").join(told))


def goes_text(leaving: Parting) -> str:
    """What goes, counted; what there is none of is not spoken of."""
    return translate("Parting", "会删除：{what}。", what=translate("Parting", "；").join(_going(leaving)))


def _going(leaving: Parting) -> Iterator[str]:
    traces = leaving.traces
    yield translate("Parting", "名单里的资料")
    yield translate("Parting", "{count} 条记录里的名字、原话和原因", count=traces.entries)
    if traces.pictures:
        yield translate("Parting", "{count} 张截图", count=traces.pictures)
    if traces.checks:
        yield translate("Parting", "检查历史里的 {count} 条消息", count=traces.checks)
    if traces.reports:
        yield translate("Parting", "{count} 次举报别人时留下的名字", count=traces.reports)
    if traces.examples:
        yield translate(
            "Parting", "在群规里判过的 {count} 句原话，以后同样的话重新按群规判断", count=traces.examples
        )
    if leaving.backups:
        yield translate("Parting", "{count} 份备份里的这些内容", count=leaving.backups)


def stays_text(leaving: Parting) -> str:
    """What stays: the counts, without the person."""
    return translate(
        "Parting",
        "会留下：这 {count} 条记录的日期、种类和条款（其中记次 {strikes} 次），不写是谁，"
        "因此统计的总数不变。",
        count=leaving.traces.entries,
        strikes=leaving.traces.strikes,
    )


def mention_text(mention: Mention, *, masked: bool) -> str:
    """Where a name stands in others' words, and what becomes of it."""
    values = {"name": mention.name, "count": mention.count, "places": places_text(mention)}
    if masked:
        return translate("Parting", "别人的话里有「{name}」{count} 处，会涂掉：{places}", **values)
    return translate("Parting", "别人的话里有「{name}」{count} 处，不改动：{places}", **values)


def places_text(mention: Mention) -> str:
    """The places, the first of them in their words."""
    places = translate("Parting", "；").join(mention.places)
    more = mention.count - len(mention.places)
    return places + (translate("Parting", "；另有 {count} 处", count=more) if more else "")


def mask_text(mention: Mention) -> str:
    """What is asked about a name in others' words."""
    return translate(
        "Parting", "别人的话里有「{name}」{count} 处，也涂掉", name=mention.name, count=mention.count
    )


def own_text(leaving: Parting) -> list[str]:
    """The user's own texts that name the person."""
    if not leaving.traces.own_texts:
        return []
    files = translate("Parting", "、").join(leaving.traces.own_texts)
    return [translate("Parting", "您自己写的这些文字里有这个名字，要改请自己改：{files}", files=files)]


def beyond_text() -> str:
    """What nobody here can reach."""
    return translate(
        "Parting", "管不到：已经导出的文件、发给别的管理员的记录，和微信里的消息。这一步不能撤销。"
    )
