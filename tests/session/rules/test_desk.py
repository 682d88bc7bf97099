"""Rules edited, tried and saved as a moderator does it, on an open session."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput, NotFound, NotSaved, Refused
from moderator_app.core.rules.rulebook import ClauseLevel
from moderator_app.core.rules.verdict import Level
from moderator_app.core.wording import Wording
from moderator_app.sentences import reason_text
from moderator_app.session import Change, Session, Topic
from moderator_app.session.rules import ClauseDraft, Mode, OwnWord, Strictness, Was
from moderator_app.storage import rule_changes
from tests.session.conftest import Clock, Reopen


def changes_file(session: Session) -> Path:
    return session.data_dir / "rulebooks" / "changes" / "test.yaml"


def with_words(session: Session, *words: str, alone: bool = False) -> ClauseDraft:
    draft = session.rules.draft("hawking")
    return replace(draft, words=tuple(OwnWord(text=word, alone=alone) for word in words))


def levels(session: Session, *texts: str) -> list[Level]:
    return [session.check(text).verdict.level for text in texts]


def test_a_draft_begins_as_shipped_and_is_found_by_id_or_title(session: Session) -> None:
    draft = session.rules.draft("叫卖")
    assert draft == session.rules.draft("hawking", "g") == session.rules.draft("Hawking", "test")
    assert (draft.title.zh, draft.level, draft.mode) == ("叫卖", ClauseLevel.VIOLATION, Mode.ON)
    assert (draft.violation, draft.unsure, draft.strictness) == (1.0, 0.5, Strictness.NORMAL)
    assert (draft.words, draft.hit, draft.miss, draft.changed) == ((), (), (), False)
    with pytest.raises(NotFound):
        session.rules.draft("nobody")


def test_what_is_saved_judges_at_once_and_after_a_restart(session: Session, reopen: Reopen) -> None:
    told: list[Change] = []
    session.subscribe(told.append)
    assert levels(session, "周末清仓") == [Level.OK]
    change = session.rules.save(with_words(session, "清仓", "甩卖"))
    assert told == [change]
    assert (change.topic, reason_text(change.label)) == (Topic.RULES, "保存条款「叫卖」的改动")
    for current in (session, reopen()):
        assert levels(current, "周末清仓", "清仓甩卖", "清仓，手套大量现货") == [
            Level.UNSURE,
            Level.VIOLATION,
            Level.VIOLATION,
        ]
        draft = current.rules.draft("hawking")
        assert [word.text for word in draft.words] == ["清仓", "甩卖"]
        assert draft.changed


def test_the_users_own_rulebook_with_its_comments_is_never_rewritten(session: Session) -> None:
    own = session.data_dir / "rulebooks" / "test.yaml"
    own.write_text(f"# 我的批注\n{own.read_text(encoding='utf-8')}", encoding="utf-8")
    before = own.read_bytes()
    session.rules.save(with_words(session, "清仓"))
    session.rules.misjudged(session.check("手套大量现货哦"))
    assert own.read_bytes() == before


def test_improvements_of_the_rulebook_still_arrive(session: Session) -> None:
    session.rules.save(with_words(session, "清仓"))
    own = session.data_dir / "rulebooks" / "test.yaml"
    better = own.read_text(encoding="utf-8").replace("工厂直供", "工厂直供 源头厂家")
    own.write_text(better, encoding="utf-8")
    assert levels(session, "源头厂家", "周末清仓") == [Level.VIOLATION, Level.UNSURE]


def test_a_draft_is_tried_without_writing(session: Session) -> None:
    draft = replace(with_words(session, "天气"), hit=("手套大量现货", "天气大量现货"), miss=("工厂直供",))
    results = {(each.text, each.expected_hit): each for each in session.rules.try_draft(draft)}
    assert {key: each.passed for key, each in results.items()} == {
        ("手套大量现货", True): True,
        ("天气大量现货", True): True,
        ("今天天气不错", False): False,
        ("工厂直供", False): False,
    }
    assert [text for (text, _), each in results.items() if each.own] == [
        "手套大量现货",
        "天气大量现货",
        "工厂直供",
    ]
    assert not changes_file(session).exists()
    assert levels(session, "今天天气不错") == [Level.OK]


def test_a_draft_that_is_off_is_tried_all_the_same(session: Session) -> None:
    draft = replace(with_words(session, "天气"), mode=Mode.OFF)
    assert [each.passed for each in session.rules.try_draft(draft)] == [True, False]


def test_saving_is_refused_while_an_example_fails(session: Session) -> None:
    with pytest.raises(BadInput) as caught:
        session.rules.save(with_words(session, "天气"))
    assert caught.value.reason.code == "rule.example-hit"
    assert "今天天气不错" in reason_text(caught.value.reason)
    with pytest.raises(BadInput) as caught:
        session.rules.save(replace(session.rules.draft("hawking"), allow=("大量现货",)))
    assert caught.value.reason.code == "rule.example-not-hit"
    assert not changes_file(session).exists()


def test_a_shipped_example_yields_to_ones_own_of_the_same_words(session: Session) -> None:
    draft = replace(with_words(session, "天气"), hit=("今天天气不错",), miss=())
    session.rules.save(draft)
    assert levels(session, "今天天气不错") == [Level.UNSURE]


def test_nothing_new_is_refused_and_so_is_restoring_what_is_as_shipped(session: Session) -> None:
    with pytest.raises(Refused, match="nothing-changed"):
        session.rules.save(session.rules.draft("hawking"))
    with pytest.raises(Refused, match="not-changed"):
        session.rules.restore("hawking")


def test_restoring_takes_the_shipped_clause_and_leaves_other_changes(session: Session) -> None:
    session.rules.save(with_words(session, "清仓"))
    session.rules.save(replace(session.rules.draft("long"), title=Wording("太啰嗦")))
    change = session.rules.restore("叫卖")
    assert reason_text(change.label) == "恢复随附的条款「叫卖」"
    assert levels(session, "周末清仓") == [Level.OK]
    assert session.rules.draft("太啰嗦").changed
    session.rules.restore("太啰嗦")
    assert not changes_file(session).exists()


def test_edits_are_taken_back_one_after_the_other(session: Session) -> None:
    session.rules.save(with_words(session, "清仓"))
    session.rules.restore("hawking")
    assert reason_text(session.rules.undo_edit().label) == "已撤销：恢复随附的条款「叫卖」"
    assert levels(session, "周末清仓") == [Level.UNSURE]
    undone = session.rules.undo_edit()
    assert (undone.topic, reason_text(undone.label)) == (Topic.RULES, "已撤销：保存条款「叫卖」的改动")
    assert levels(session, "周末清仓") == [Level.OK]
    with pytest.raises(Refused, match=r"undo\.nothing"):
        session.rules.undo_edit()


def test_an_edit_is_not_taken_back_over_a_later_change(session: Session) -> None:
    session.rules.save(with_words(session, "清仓"))
    session.rules.misjudged(session.check("这批手套大量现货"))
    with pytest.raises(Refused, match=r"undo\.changed-since"):
        session.rules.undo_edit()
    session.undo()
    session.rules.undo_edit()
    assert not session.rules.draft("hawking").changed


def test_every_part_of_a_draft_is_kept(session: Session) -> None:
    draft = session.rules.draft("hawking")
    lenient, sharp = draft.steps[Strictness.LENIENT], OwnWord(text="甩卖", alone=True)
    edited = replace(
        draft,
        title=Wording("推销"),
        text=Wording("不推销。", "No selling."),
        level=ClauseLevel.UNSURE,
        mode=Mode.WATCH,
        words=(OwnWord(text=" 清仓 "), sharp, OwnWord(text="清仓"), OwnWord(text=" ")),
        allow=("现货市场", " "),
        hit=("清仓甩卖", ""),
        miss=("到现货市场看看",),
        violation=lenient.violation,
        unsure=lenient.unsure,
    )
    session.rules.save(edited)
    saved = session.rules.draft("hawking")
    assert saved == replace(
        edited,
        words=(OwnWord(text="清仓"), sharp),
        allow=("现货市场",),
        hit=("清仓甩卖",),
        changed=True,
    )
    assert saved.strictness is Strictness.LENIENT
    assert "strictness: lenient" in changes_file(session).read_text(encoding="utf-8")
    session.rules.save(replace(saved, violation=0.9))
    assert session.rules.draft("hawking").strictness is None


def test_a_watched_clause_speaks_in_silence_and_a_clause_that_is_off_not_at_all(session: Session) -> None:
    draft = session.rules.draft("hawking")
    session.rules.save(replace(draft, mode=Mode.WATCH))
    watched = session.check("手套大量现货").verdict
    assert (watched.level, [each.rule for each in watched.watched]) == (Level.OK, ["hawking"])
    session.rules.save(replace(draft, mode=Mode.OFF))
    off = session.check("手套大量现货").verdict
    assert (off.level, off.watched) == (Level.OK, ())


def test_a_failed_write_changes_nothing(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.rules.save(with_words(session, "清仓"))
    before = changes_file(session).read_bytes()

    def full(*_: object, **__: object) -> None:
        raise NotSaved("storage.disk-full")

    monkeypatch.setattr(rule_changes, "write_file", full)
    with pytest.raises(NotSaved):
        session.rules.save(with_words(session, "甩卖"))
    assert changes_file(session).read_bytes() == before
    assert levels(session, "周末清仓", "周末甩卖") == [Level.UNSURE, Level.OK]


def test_a_session_opened_for_reading_writes_no_rules(session: Session) -> None:
    with Session.open(session.data_dir, write=False) as reader:
        draft = replace(reader.rules.draft("hawking", "test"), title=Wording("推销"))
        with pytest.raises(NotSaved, match="opened-for-reading"):
            reader.rules.save(draft)
        with pytest.raises(NotSaved, match="opened-for-reading"):
            reader.rules.misjudged(reader.check("手套大量现货"))
    assert not changes_file(session).exists()


@pytest.mark.parametrize("points", [0.0, -1.0, math.inf, math.nan])
def test_points_that_are_none_are_refused(session: Session, points: float) -> None:
    draft = session.rules.draft("hawking")
    for wrong in (replace(draft, violation=points), replace(draft, unsure=points)):
        with pytest.raises(BadInput, match="bad-points"):
            session.rules.save(wrong)


# ---- a file of changes that is not as it should be


def broken(session: Session, text: str) -> list[str]:
    """The problems told once the file of changes holds this."""
    changes_file(session).parent.mkdir(exist_ok=True)
    changes_file(session).write_text(text, encoding="utf-8")
    session.check("你好")
    return [reason_text(problem) for problem in session.problems]


def test_a_broken_change_is_told_with_file_line_and_mend_and_the_rest_holds(session: Session) -> None:
    told = broken(
        session,
        "for: test\nclauses:\n  - id: gone\n    words: [甲]\n  - id: hawking\n    words: [清仓]\n",
    )
    assert told == [
        "群规 changes/test.yaml 第 3 行：群规里没有「gone」这一条，请改正编号（id），或删去这一段。"
        "这一处没有使用，其余照常。"
    ]
    assert levels(session, "周末清仓", "手套大量现货") == [Level.UNSURE, Level.VIOLATION]


def test_a_file_that_is_no_yaml_leaves_the_rules_as_shipped(session: Session) -> None:
    assert broken(session, "for：test\n") == [
        "群规 changes/test.yaml 第 1 行：冒号是全角，改成半角冒号即可。这一处没有使用，其余照常。"
    ]
    assert levels(session, "手套大量现货") == [Level.VIOLATION]


def test_a_changed_clause_that_fails_its_example_is_off_and_named(session: Session) -> None:
    told = broken(session, "for: test\nclauses:\n  - id: hawking\n    words: [天气]\n")
    assert told == [
        "群规 changes/test.yaml 第 3 行（hawking）：例句「今天天气不错」不该违反这一条，却被判中了。"
        "这一条已停用，其余照常。"
    ]
    assert levels(session, "手套大量现货", "规格型号") == [Level.OK, Level.VIOLATION]
    assert session.rulebook().clause("hawking") is not None


def test_saving_over_a_broken_file_keeps_it_aside(session: Session) -> None:
    broken(session, "for: test\nclauses:\n  - id: gone\n    words: [我写了很久]\n")
    session.rules.save(with_words(session, "清仓"))
    (kept,) = (session.data_dir / "隔离").iterdir()
    assert "我写了很久" in kept.read_text(encoding="utf-8")
    assert "我写了很久" not in changes_file(session).read_text(encoding="utf-8")
    session.check("你好")
    assert session.problems == []


def test_a_change_made_by_hand_holds_at_once(session: Session) -> None:
    session.rules.save(with_words(session, "清仓"))
    text = changes_file(session).read_text(encoding="utf-8")
    changes_file(session).write_text(text.replace("清仓", "甩卖啦"), encoding="utf-8")
    assert levels(session, "周末清仓", "周末甩卖啦") == [Level.OK, Level.UNSURE]


def test_validate_and_the_examples_say_what_the_window_says(session: Session) -> None:
    broken(session, "for: test\nclauses:\n  - id: hawking\n    words: [天气]\n  - id: gone\n")
    _, problems = session.validate(changes_file(session))
    assert list(problems) == session.problems
    failed = [each for each in session.run_examples("test") if not each.passed]
    assert [(each.clause, each.text) for each in failed] == [("hawking", "今天天气不错")]


def test_changes_to_a_rulebook_that_is_not_there_are_refused_by_validate(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("for: nowhere\nclauses: []\n", encoding="utf-8")
    with pytest.raises(NotFound):
        session.validate(tmp_path / "a.yaml")


# ---- trying


def test_a_backtest_on_texts_says_what_is_new(session: Session) -> None:
    texts = ["手套大量现货", "清仓甩卖", "周末清仓", "今天天气不错"]
    found = session.rules.backtest(with_words(session, "清仓", "甩卖"), texts)
    assert found.total == 4
    assert [(each.text, each.level) for each in found.newly] == [
        ("清仓甩卖", Level.VIOLATION),
        ("周末清仓", Level.UNSURE),
    ]
    assert [each.text for each in found.flagged] == texts[:3]
    assert [each.text for each in session.rules.backtest("叫卖", texts).flagged] == texts[:1]
    assert [each.text for each in session.rules.backtest("", [*texts, "规格型号"]).flagged] == [
        texts[0],
        "规格型号",
    ]


def test_a_backtest_on_the_history_knows_what_was_passed(session: Session, clock: Clock) -> None:
    passed, struck = session.check("手套大量现货"), session.check("工厂直供口罩")
    session.remember(passed)
    session.remember(struck)
    clock.go(minutes=5)
    session.remember(session.check("周末清仓"))
    session.pass_(passed)
    session.strike(struck, member="张三")
    found = session.rules.backtest(with_words(session, "清仓"))
    assert found.total == 3
    assert [(each.text, each.was) for each in found.flagged] == [
        ("手套大量现货", Was.PASSED),
        ("工厂直供口罩", Was.CONFIRMED),
        ("周末清仓", Was.OPEN),
    ]
    assert [each.text for each in found.passed_before] == ["手套大量现货"]
    assert [each.text for each in found.newly] == ["周末清仓"]


def test_messages_kept_without_their_text_are_counted_as_unread(session: Session) -> None:
    session.set_setting("history_text", False)
    session.remember(session.check("手套大量现货"))
    found = session.rules.backtest("hawking")
    assert (found.total, found.unread) == (0, 1)


def test_a_conversation_in_a_file_names_who_said_it(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    said = "2026-03-01 09:30:00 张三\n手套大量现货\n\n2026-03-01 09:31:00 李四\n收到\n"
    path.write_text(said, encoding="utf-8")
    read = session.rules.read_messages(path)
    found = session.rules.backtest("hawking", read.messages)
    assert [(each.name, each.text) for each in found.flagged] == [("张三", "手套大量现货")]


def test_trying_writes_nothing_at_all(session: Session, tmp_path: Path) -> None:
    session.rules.save(with_words(session, "清仓"))
    session.remember(session.check("手套大量现货"))
    case = session.check("周末聚餐")
    before = bytes_of(session.data_dir)
    draft = with_words(session, "甩卖")
    session.rules.try_draft(draft)
    session.rules.backtest(draft)
    session.rules.backtest(draft, ["周末甩卖"] * 30, progress=lambda done, total: done < 20)
    session.rules.backtest("")
    session.rules.also_flags(case, "hawking")
    session.rules.clause_stats()
    session.run_examples()
    session.validate(changes_file(session))
    assert bytes_of(session.data_dir) == before


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
