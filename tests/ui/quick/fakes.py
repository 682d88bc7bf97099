"""A session with one group, four members and cases made by hand; a clipboard that can fail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from moderator_app.core.errors import BadInput, NotSaved
from moderator_app.core.message import Kind, Message
from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.ladder import Ladder, LadderStep, Standing, StepView, next_step
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.rulebook import Clause, Rulebook
from moderator_app.core.rules.verdict import Action, Finding, Hit, Level, Verdict
from moderator_app.core.text.system_lines import Join
from moderator_app.core.wording import Reason, Wording
from moderator_app.session.conversation import Steps
from moderator_app.session.process.types import Following, Todo
from moderator_app.session.rules import Backtest, Progress
from moderator_app.session.types import (
    LONGEST,
    Case,
    Change,
    JoinPreview,
    LastNotice,
    MemberRow,
    Offer,
    RecordRow,
    Topic,
)
from moderator_app.system.clipboard import ClipboardContent
from moderator_app.system.pictures import Source

NOW = datetime(2026, 11, 21, 9, 42)
AD = (
    "各位同行好，工厂直供一次性手术衣、隔离衣，大量现货，规格齐全，价格优惠，"
    "V❤：zs_demo，也可以扫码进选品群，欢迎转给有需要的朋友。"
)
SOFT = (
    "上周跟着我们团队的新平台做了三例远程会诊，体验超出预期，感兴趣的可以了解一下。"
    "也想听听各家医院现在怎么排班？"
)
ANSWER = "@王五 红外额温枪我这边有现货，注册证齐全，私聊发您资料。"

GROUPS = (
    Group(id="yigongxie", title=Wording("医工协群", "Med-Ind group"), rulebook="yigongxie"),
    Group(id="second", title=Wording("设备交流群", "Equipment"), rulebook="yigongxie"),
)
LADDER = Ladder(
    steps=(
        LadderStep(action=Action.REMIND, notice="叫卖告知"),
        LadderStep(action=Action.MOVE, notice="叫卖告知 2"),
        LadderStep(action=Action.REMOVE, notice="叫卖告知 2"),
    )
)
RULEBOOK = Rulebook(
    id="yigongxie",
    title=Wording("医工协群规"),
    clauses=(
        Clause(id="ads", number=1, title=Wording("软广告", "Soft ads"), text=Wording("")),
        Clause(id="hawking", number=2, title=Wording("叫卖", "Hawking"), text=Wording("")),
        Clause(id="qr", number=9, title=Wording("二维码", "QR code"), text=Wording("")),
    ),
    ladder=LADDER,
)
MEMBERS = {
    "m1": Member(id="m1", group="yigongxie", name="张三", card="张三-医疗器械-上海"),
    "m2": Member(id="m2", group="yigongxie", name="李四", card="李四-设备科-苏州"),
    "m3": Member(id="m3", group="yigongxie", name="李明", card="李明-检验科-南京"),
    "m4": Member(id="m4", group="yigongxie", name="李明", card="李明-耗材-杭州"),
}
_INITIALS = {"m1": "zs", "m2": "ls", "m3": "lm", "m4": "lm"}
_TEXTS = {
    "叫卖告知 2": "@{name} 您好，这是本群第二次就产品推销提醒您。"
    "没有人提出需求时发布销售信息，会打扰近五百位同仁；"
    "按群规，您将被请到不限广告的自由群，敬请谅解。\n群规全文见群公告，恳请保存并一起维护。",
    "叫卖告知": "@{name} 您好，感谢关注本群。没有人提出需求时，请不要发布销售信息。",
    "群发信息告知": "@{name} 您好，本群约定有事才打扰。",
    "规范化呼吁": "各位老师，产品信息请用五到七行的自然句子。",
    "善意询问": "您好，这条信息我们一时判断不了是交流还是推广。若是经验分享，欢迎展开说说；"
    "若涉及推广，烦请先同管理员说一声，谢谢体谅。",
    "模板表扬": "这样回应很好：有人问，简短答，再私聊。",
}
_COUNTING = ("叫卖告知", "叫卖告知 2", "群发信息告知")


def hits(text: str, rule: str, *words: str) -> tuple[Hit, ...]:
    return tuple(
        Hit(rule=rule, span=(text.index(word), text.index(word) + len(word)), evidence=word, sign=rule)
        for word in words
    )


def verdict_for(text: str) -> Verdict:
    """Decided by which sample it is: the fake judges nothing."""
    plain = Reason("plain", {})
    if "感兴趣" in text:
        finding = Finding(
            rule="ads",
            level=Level.UNSURE,
            reason=plain,
            hits=hits(text, "ads", "我们团队", "感兴趣的可以了解一下"),
        )
        return Verdict(level=Level.UNSURE, findings=(finding,), counter_signs=(plain,))
    if "额温枪" in text:
        passed = Finding(
            rule="hawking", level=Level.OK, reason=plain, hits=hits(text, "hawking", "我这边有现货", "私聊")
        )
        return Verdict(level=Level.OK, passed=(passed,), answers_need=True)
    if "大量现货" not in text:
        return Verdict(level=Level.OK)
    words = [word for word in ("工厂直供", "大量现货", "价格优惠", "V❤：zs_demo") if word in text]
    found = [Finding(rule="hawking", level=Level.VIOLATION, reason=plain, hits=hits(text, "hawking", *words))]
    if "扫码" in text:
        found.append(Finding(rule="qr", level=Level.VIOLATION, reason=plain, hits=hits(text, "qr", "扫码")))
    return Verdict(level=Level.VIOLATION, findings=tuple(found))


class FakeRules:
    """Keeps what was decided in the session's `calls`; `also` is what a violation would flag besides."""

    def __init__(self, session: FakeSession) -> None:
        self._session = session
        self.also = Backtest(total=600)

    def misjudged(self, case: Case, rule: str = "") -> Change:
        return self._decided("misjudged", case, rule)

    def violation(self, case: Case, rule: str) -> Change:
        return self._decided("violation", case, rule)

    def _decided(self, what: str, case: Case, rule: str) -> Change:
        self._session.calls.append((what, rule))
        return self._session.note_ruling(case.message.text, rule)

    def also_flags(self, case: Case, rule: str, *, progress: Progress | None = None) -> Backtest:
        self._session.calls.append(("also_flags", rule))
        if progress is not None:
            progress(20, self.also.total)
        return self.also


class FakeProcess:
    """Keeps what was asked of it in the session's `calls`; `open` are the steps that are to be taken."""

    def __init__(self, session: FakeSession) -> None:
        self._session = session
        self.open: dict[str, Following] = {}

    def following(self, strike_id: str) -> Following | None:
        return self.open.get(strike_id)

    def take(
        self,
        member_id: str,
        action: Action,
        *,
        reason: str = "",
        strike: str = "",
        days: int | None = None,
        amount: str = "",
        packet: bool = False,
    ) -> Change:
        self._session.calls.append(("take", member_id, action.value, strike))
        self.open.pop(strike, None)
        return self._session.record_plain()

    def about(self, member_id: str) -> Todo:
        return Todo()

    def appeal(self, strike_id: str, text: str) -> Change:
        self._session.calls.append(("appeal", strike_id, text))
        return self._session.record_plain()

    def report(
        self,
        member: str,
        *,
        text: str = "",
        pictures: Sequence[Path | bytes] = (),
        reporter: str = "",
        group: str | None = None,
    ) -> Change:
        self._session.calls.append(("report", member, text, len(pictures), reporter))
        return self._session.record_plain()

    def carry_out(self, proposal_ids: Sequence[str]) -> Change:
        self._session.calls.append(("carry_out", *proposal_ids))
        return self._session.record_plain()


class FakeSession:
    """Keeps what was asked of it in `calls`; `fail` makes every recording fail."""

    def __init__(self) -> None:
        self.known_groups = GROUPS
        self.group = GROUPS[0]
        self.calls: list[tuple[object, ...]] = []
        self.strikes = {"m1": 1, "m2": 0, "m3": 0, "m4": 2}
        self.fail = False
        self.blocked: set[str] = set()
        self.last_notice: LastNotice | None = None
        self.sender = ""
        self.people: tuple[Member, ...] = ()
        self.kind = Kind.TEXT
        self._undo: list[Change] = []
        self.remembered: list[str] = []
        self.rules = FakeRules(self)
        self.process = FakeProcess(self)
        self.verdict: Callable[[str], Verdict] = verdict_for

    def groups(self) -> tuple[Group, ...]:
        return self.known_groups

    def choose_group(self, group_id: str) -> Change:
        self.group = next(group for group in self.known_groups if group.id == group_id)
        self.calls.append(("choose_group", group_id))
        return Change(topic=Topic.GROUPS, label=Reason("plain", {}))

    def rulebook(self, group: str | None = None) -> Rulebook:
        return RULEBOOK

    def check(self, text: str, *, codes: Sequence[str] = ()) -> Case:
        self.calls.append(("check", text, *codes))
        if len(text) > LONGEST:
            raise BadInput("check.too-long", length=f"{len(text):,}", most=f"{LONGEST:,}")
        case = Case(
            group=self.group,
            message=Message(text=text, sender=self.sender, kind=self._kind(text), codes=tuple(codes)),
            verdict=self._verdict(text, codes),
            standing=Standing(),
            step=StepView(number=1, action=Action.NONE, notice=""),
            at=NOW,
            sender=self.sender,
            candidates=self.people,
        )
        known = [member for member in MEMBERS.values() if self.sender and member.name == self.sender]
        return self.case_for_member(case, known[0].id if len(known) == 1 else None)

    def check_in_steps(self, text: str, *, codes: Sequence[str] = ()) -> Steps:
        yield from ()
        return self.check(text, codes=codes)

    def _kind(self, text: str) -> Kind:
        return Kind.PICTURE if text == "[图片]" else self.kind

    def _verdict(self, text: str, codes: Sequence[str]) -> Verdict:
        """A code on goods is asked about, any other is a violation; without codes the text decides."""
        if not codes:
            return self.verdict(text)
        level = Level.UNSURE if all(code.startswith("bar:") for code in codes) else Level.VIOLATION
        found = Finding(rule="qr", level=level, reason=Reason("plain", {}), hits=())
        return Verdict(level=level, findings=(found, *self.verdict(text).findings))

    def case_for_member(self, case: Case, member: str | None) -> Case:
        who = MEMBERS.get(member or "")
        sender = case.sender if who is not None or member is None else member
        active = self.strikes.get(who.id, 0) if who else 0
        step = next_step(LADDER, active, case.verdict.rules)
        case = replace(
            case,
            member=who,
            sender=sender,
            candidates=() if who or member else case.candidates,
            standing=Standing(active=active),
            step=step,
        )
        return replace(case, offers=self._offers(case))

    # what the window asks of the session beside checking and recording; the real one is tested elsewhere

    def remember(self, case: Case) -> None:
        self.remembered.append(case.message.text)

    def pass_(self, case: Case) -> None:
        self.calls.append(("pass", case.message.text))

    def join(self, joins: Sequence[Join], group: str | None = None) -> JoinPreview:
        return JoinPreview()

    def welcome(self, joins: Sequence[Join], group: str | None = None) -> Change:
        return self._recorded(None, "", "进群告知", None)

    def notice(self, notice: str, group: str | None = None) -> Notice:
        return Notice(id=notice, title=Wording(notice), when=Wording(""), text=_TEXTS[notice])

    def record_plain(self) -> Change:
        if self.fail:
            raise NotSaved("disk.full")
        change = Change(
            topic=Topic.MEMBERS, label=Reason("plain", {}), action=f"a{len(self.calls)}", undoable=True
        )
        self._undo.append(change)
        return change

    def notice_text(
        self, notice: str, member: str | None = None, *, case: Case | None = None, group: str | None = None
    ) -> str:
        return _TEXTS[notice].format(name=MEMBERS[member or "m1"].name)

    def notice_text_for_all(self, cases: Sequence[Case], notice: str) -> str:
        return _TEXTS[notice].format(name="、".join(case.sender for case in cases))

    def strike_all(self, cases: Sequence[Case], notice: str = "") -> Change:
        self.calls.append(("strike_all", notice, *(case.sender for case in cases)))
        return self._recorded(cases[0], "", notice, None)

    def _offers(self, case: Case) -> tuple[Offer, ...]:
        if case.verdict.level is Level.OK:
            names = ["模板表扬"] if case.verdict.answers_need else []
        elif case.verdict.level is Level.UNSURE:
            names = ["善意询问", "群发信息告知", "规范化呼吁"]
        else:
            names = list(dict.fromkeys([case.step.notice, "叫卖告知", "群发信息告知", "规范化呼吁"]))
        return tuple(self._offer(name, case) for name in names)

    def _offer(self, name: str, case: Case) -> Offer:
        person = case.member.name if case.member else case.sender or "各位"
        text = _TEXTS[name].format(name=person)
        counts = name in _COUNTING
        notice = Notice(id=name, title=Wording(name), when=Wording(""), text=_TEXTS[name], counts=counts)
        if name in self.blocked:
            problem = Reason("notice.unknown-token", {"token": "{时间}", "line": 2})
            return Offer(notice=notice, text="", problem=problem, counts=counts)
        return Offer(notice=notice, text=text, counts=counts)

    def _recorded(self, case: Case | None, name: str, notice: str, count: int | None) -> Change:
        if self.fail:
            raise NotSaved("disk.full")
        change = Change(
            topic=Topic.RECORD,
            label=Reason("plain", {}),
            action=f"a{len(self.calls)}",
            count=count,
            undoable=True,
        )
        self._undo.append(change)
        self.last_notice = LastNotice(
            notice=Notice(id=notice, title=Wording(notice), when=Wording(""), text=""),
            text=next((offer.text for offer in case.offers if offer.notice.id == notice), "") if case else "",
            at=NOW,
            member=name,
            count=count,
            change=change,
        )
        return change

    def strike(self, case: Case, notice: str = "", *, member: str | None = None) -> Change:
        self.calls.append(("strike", notice, member))
        count = self.strikes.get(member or "", 0) + 1
        change = self._recorded(
            case, MEMBERS[member].name if member in MEMBERS else member or "", notice, count
        )
        self.strikes[member or ""] = count
        return change

    def note_notice(self, notice: str, member: str | None = None, *, case: Case | None = None) -> Change:
        self.calls.append(("note_notice", notice, member))
        return self._recorded(case, "", notice, None)

    def note_ruling(self, text: str, rule: str) -> Change:
        """From now on the fake says the contrary of what it said of this text for this clause, "" for all."""
        before = self.verdict(text)
        kept = tuple(finding for finding in before.findings if rule and finding.rule != rule)
        if before.level is Level.OK:
            kept = (Finding(rule=rule, level=Level.VIOLATION, reason=Reason("plain", {}), hits=()),)
        ruled, told = Verdict(level=kept[0].level if kept else Level.OK, findings=kept), self.verdict
        self.verdict = lambda asked: ruled if asked == text else told(asked)
        change = Change(
            topic=Topic.RECORD, label=Reason("plain", {}), action=f"a{len(self.calls)}", undoable=True
        )
        self._undo.append(change)
        return change

    def remember_copied(self, notice: str, text: str, member: str = "", group: str | None = None) -> None:
        self.calls.append(("remember_copied", notice))

    def own_notice(self, text: str) -> LastNotice | None:
        return self.last_notice if self.last_notice and self.last_notice.text == text else None

    def undo(self) -> Change:
        self.calls.append(("undo",))
        undone = self._undo.pop()
        if undone.count is not None:
            self.strikes["m1"] -= 1
        return replace(undone, count=self.strikes["m1"] if undone.count is not None else None)

    def undoable(self) -> Change | None:
        return self._undo[-1] if self._undo else None

    def search(self, query: str) -> list[MemberRow]:
        return [
            self.row(key)
            for key, member in MEMBERS.items()
            if query in member.shown or _INITIALS[key].startswith(query)
        ]

    def row(self, member_id: str) -> MemberRow:
        return MemberRow(member=MEMBERS[member_id], active=self.strikes[member_id])

    def record(self, member_id: str) -> list[RecordRow]:
        return []

    def member(self, member: str) -> Member:
        return MEMBERS[member]


class FakeClipboard:
    """`arrives` False: another program holds it."""

    def __init__(self, content: ClipboardContent | None = None) -> None:
        self.content = content or ClipboardContent(text=AD)
        self.sources: tuple[Source, ...] = ()
        self.arrives = True
        self.later: Callable[[], None] | None = None
        self.delay = False

    def read(self) -> ClipboardContent:
        return self.content

    def pictures(self) -> tuple[Source, ...]:
        return self.sources

    def write(self, text: str, done: Callable[[bool], None]) -> None:
        if self.delay:
            self.later = lambda: done(False)
            return
        if self.arrives:
            self.content = ClipboardContent(text=text)
        done(self.arrives)

    def restore(self, before: ClipboardContent, written: str, done: Callable[[bool], None]) -> None:
        self.content = before
        done(True)
