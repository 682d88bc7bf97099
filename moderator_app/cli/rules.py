"""`rulebook edit|restore|stats|backtest`, `misjudged` and `violation`: rules changed, tried and decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from moderator_app.cli import shapes
from moderator_app.cli.check import given_text
from moderator_app.cli.command import OK, USAGE, Command, CommandError
from moderator_app.core.rules.examples import ExampleResult
from moderator_app.core.rules.rulebook import ClauseLevel
from moderator_app.core.wording import Wording
from moderator_app.i18n import translate
from moderator_app.sentences import level_text, reason_text
from moderator_app.session import Case, Change
from moderator_app.session.rules import (
    Backtest,
    ClauseDraft,
    FileForm,
    Flagged,
    MessageFile,
    Mode,
    OwnWord,
    Strictness,
    Was,
)

_SHOWN = 20
"""Messages of each kind that a backtest shows to people; JSON has them all."""


# ---- editing


def rulebook_edit(command: Command) -> int:
    """Change a clause: kept where its examples hold, or only tried with --dry-run."""
    rules = command.session.rules
    draft = _edited(rules.draft(command.args.clause, command.args.group), command)
    if command.args.dry_run is not None:
        return _tried(command, draft)
    change = rules.save(draft)
    saved = rules.draft(draft.id, draft.group)
    command.answer({**draft_json(saved), "did": change.label.code}, reason_text(change.label))
    return OK


def _edited(draft: ClauseDraft, command: Command) -> ClauseDraft:
    """The draft with what the options say."""
    args = command.args
    if args.strictness and (args.violation is not None or args.unsure is not None):
        raise CommandError("cli.strictness-or-numbers")
    if args.strictness:
        limits = draft.steps[Strictness(args.strictness)]
        draft = replace(draft, violation=limits.violation, unsure=limits.unsure)
    words = {word.text: word for word in draft.words}
    words |= {text: OwnWord(text=text) for text in args.word}
    words |= {text: OwnWord(text=text, alone=True) for text in args.word_alone}
    return replace(
        draft,
        title=_worded(draft.title, args.title),
        text=_worded(draft.text, args.text),
        level=ClauseLevel(args.level) if args.level else draft.level,
        mode=Mode(args.mode) if args.mode else draft.mode,
        violation=draft.violation if args.violation is None else args.violation,
        unsure=draft.unsure if args.unsure is None else args.unsure,
        words=tuple(word for text, word in words.items() if text not in args.drop_word),
        allow=tuple(each for each in (*draft.allow, *args.allow) if each not in args.drop_allow),
        hit=tuple(each for each in (*draft.hit, *args.hit) if each not in (*args.drop_example, *args.miss)),
        miss=tuple(each for each in (*draft.miss, *args.miss) if each not in (*args.drop_example, *args.hit)),
    )


def _worded(now: Wording, zh: str | None) -> Wording:
    """The new Chinese text; an English one that says something else is of no use to anybody."""
    return now if zh is None else Wording(zh)


def _tried(command: Command, draft: ClauseDraft) -> int:
    results = command.session.rules.try_draft(draft)
    source = _source(command, command.args.dry_run)
    found = command.session.rules.backtest(draft, source.messages if source else None)
    value = {**draft_json(draft), **examples_json(results), "backtest": backtest_json(found, source)}
    failed = [result for result in results if not result.passed]
    command.answer(value, "\n".join([*examples_text(results), backtest_text(found, source)]))
    return USAGE if failed else OK


def rulebook_restore(command: Command) -> int:
    """Take a clause as it was shipped."""
    change = command.session.rules.restore(command.args.clause, command.args.group)
    command.answer({"did": change.label.code}, reason_text(change.label))
    return OK


def draft_json(draft: ClauseDraft) -> dict[str, Any]:
    """A clause as it is edited."""
    return {
        "id": draft.id,
        "title": shapes.titled(draft.title),
        "text": shapes.titled(draft.text),
        "level": draft.level.value,
        "mode": draft.mode.value,
        "strictness": draft.strictness.value if draft.strictness else None,
        "violation": draft.violation,
        "unsure": draft.unsure,
        "words": [{"word": word.text, "alone": word.alone} for word in draft.words],
        "allow": list(draft.allow),
        "hit": list(draft.hit),
        "miss": list(draft.miss),
        "changed": draft.changed,
    }


def examples_json(results: tuple[ExampleResult, ...]) -> dict[str, Any]:
    """How many examples were run, and those that do not do as they should."""
    return {
        "examples": len(results),
        "failed": [
            {"clause": each.clause, "text": each.text, "expected_hit": each.expected_hit}
            for each in results
            if not each.passed
        ],
    }


def examples_text(results: tuple[ExampleResult, ...]) -> list[str]:
    """The same for people, one line for each that fails and one for all."""
    failed = [each for each in results if not each.passed]
    lines = [
        translate("Cli", "{clause}：应当查出而没有：{text}", clause=each.clause, text=each.text)
        if each.expected_hit
        else translate("Cli", "{clause}：不应查出却查出了：{text}", clause=each.clause, text=each.text)
        for each in failed
    ]
    told = translate("Cli", "共 {all} 个例子，{failed} 个不通过。", all=len(results), failed=len(failed))
    return [*lines, told]


# ---- trying


def rulebook_backtest(command: Command) -> int:
    """Say what the rules would flag of a file, or of the group's history."""
    args = command.args
    source = _source(command, args.file)
    found = command.session.rules.backtest(
        args.clause or "", source.messages if source else None, group=args.group
    )
    command.answer(backtest_json(found, source), backtest_text(found, source))
    return OK


def _source(command: Command, file: str | None) -> MessageFile | None:
    """The file that is named; None for the history."""
    return command.session.rules.read_messages(Path(file)) if file else None


def backtest_json(found: Backtest, source: MessageFile | None) -> dict[str, Any]:
    """A backtest with every message that it names."""
    return {
        "read_as": source.form.value if source else "history",
        "total": found.total,
        "unread": found.unread,
        "flagged": [_flagged_json(each) for each in found.flagged],
        "newly": [_flagged_json(each) for each in found.newly],
        "no_longer": [_flagged_json(each) for each in found.no_longer],
        "passed_before": [_flagged_json(each) for each in found.passed_before],
    }


def _flagged_json(flagged: Flagged) -> dict[str, Any]:
    return {
        "text": flagged.text,
        "level": flagged.level.value,
        "rules": list(flagged.rules),
        "member": flagged.name,
        "at": flagged.at.isoformat(timespec="seconds") if flagged.at else None,
        "was": flagged.was.value,
    }


def backtest_text(found: Backtest, source: MessageFile | None) -> str:
    """A backtest for people: the sum in a sentence, then the messages, the telling ones first."""
    total = translate(
        "Cli",
        "{read} {total} 条，会查出 {flagged} 条。",
        read=_read_as(source),
        total=found.total,
        flagged=len(found.flagged),
    )
    lines = [total]
    if found.unread:
        lines.append(translate("Cli", "另有 {count} 条没有留下文字，没法试。", count=found.unread))
    headings = (
        (translate("Cli", "其中您放过的 {count} 条：", count=len(found.passed_before)), found.passed_before),
        (translate("Cli", "新查出 {count} 条：", count=len(found.newly)), found.newly),
        (translate("Cli", "不再查出 {count} 条：", count=len(found.no_longer)), found.no_longer),
        (translate("Cli", "会查出：", count=len(found.flagged)), found.flagged),
    )
    for heading, flagged in headings:
        if flagged:
            lines += ["", heading, *map(_flagged_text, flagged[:_SHOWN])]
        if len(flagged) > _SHOWN:
            lines.append(translate("Cli", "……另有 {count} 条", count=len(flagged) - _SHOWN))
    return "\n".join(lines)


def _read_as(source: MessageFile | None) -> str:
    if source is None:
        return translate("Cli", "检查历史")
    return {
        FileForm.LINES: translate("Cli", "按一行一条读出"),
        FileForm.BLOCKS: translate("Cli", "按空行分隔读出"),
        FileForm.CONVERSATION: translate("Cli", "按聊天记录读出"),
        FileForm.JSON: translate("Cli", "按 JSON 读出"),
        FileForm.TABLE: translate("Cli", "按表格读出"),
    }[source.form]


def _flagged_text(flagged: Flagged) -> str:
    was = {
        Was.PASSED: translate("Cli", "您放过了"),
        Was.CONFIRMED: translate("Cli", "您处理过"),
        Was.OPEN: "",
        Was.UNKNOWN: "",
    }[flagged.was]
    at = f"{flagged.at:%Y-%m-%d %H:%M}" if flagged.at else ""
    parts = (level_text(flagged.level), at, flagged.name, " ".join(flagged.text.split())[:60], was)
    return "- " + "  ".join(part for part in parts if part)


def rulebook_stats(command: Command) -> int:
    """How often each clause spoke, and what became of it."""
    stats = command.session.rules.clause_stats(command.args.group)
    rulebook = command.session.rulebook(command.args.group)
    rows = []
    for clause in rulebook.clauses:
        found = stats[clause.id]
        rows.append(
            {
                "clause": clause.id,
                "title": shapes.titled(clause.title),
                "hits": found.hits,
                "confirmed": found.confirmed,
                "passed": found.passed,
                "misjudged": found.misjudged,
                "watched": found.watched,
            }
        )
    lines = [
        translate(
            "Cli",
            "{title}：查出 {hits}，处理 {confirmed}，放过 {passed}，误判 {misjudged}，观察到 {watched}",
            **row,
        )
        for row in rows
    ]
    command.answer(rows, "\n".join(lines))
    return OK


# ---- deciding


def misjudged(command: Command) -> int:
    """Let this message and near-same ones through, by one clause or by all that spoke."""
    case = _case(command)
    return _decided(command, case, command.session.rules.misjudged(case, command.args.rule or ""))


def violation(command: Command) -> int:
    """Take this message and near-same ones as a violation of a clause; says what else that flags."""
    case = _case(command)
    also = command.session.rules.also_flags(case, command.args.rule)
    return _decided(command, case, command.session.rules.violation(case, command.args.rule), also)


def _case(command: Command) -> Case:
    args = command.args
    case = command.session.check(given_text(command), group=args.group, member=args.member)
    if len(case.messages) > 1:
        raise CommandError("cli.one-message", count=len(case.messages))
    return case


def _decided(command: Command, case: Case, change: Change, also: Backtest | None = None) -> int:
    others = also.newly if also else ()
    value: dict[str, Any] = {
        "did": change.label.code,
        "action": change.action,
        "text": case.message.text,
        "rules": [rule for entry in change.entries for rule in entry.rules],
    }
    lines = [reason_text(change.label)]
    if also is not None:
        value["also_flags"] = [_flagged_json(each) for each in others]
    if others:
        lines.append(translate("Cli", "历史里还会查出 {count} 条：", count=len(others)))
        lines += map(_flagged_text, others[:_SHOWN])
    command.answer(value, "\n".join(lines))
    return OK
