"""The history of checks on the disk: added by lines, read back whatever befell the file, forgotten."""

from __future__ import annotations

import json
import tracemalloc
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderator_app.core.errors import NotSaved
from moderator_app.core.rules.past import Checked, Outcome, Past
from moderator_app.core.rules.verdict import Level
from moderator_app.storage.backups import Backups, names_in
from moderator_app.storage.history import History
from moderator_app.storage.layout import Layout

NOON = datetime(2026, 5, 12, 12, 0)
LONG_AGO = datetime(2000, 1, 1)


def said(id: str, text: str = "大量现货医用口罩", **more: object) -> Checked:
    return Checked.of(text, id=id, **{"at": NOON, "name": "李四", **more})  # type: ignore[arg-type]


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history")


def only_file(history: History) -> Path:
    (path,) = history._all()
    return path


ANY = st.text(st.characters(), max_size=30)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.tuples(ANY, ANY, st.sampled_from(Level), st.sampled_from(Outcome)), max_size=5))
def test_what_was_added_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str, Level, Outcome]]
) -> None:
    history = History(tmp_path_factory.mktemp("h") / "history")
    items = [
        said(f"{place}", text, name=name, level=level, outcome=outcome, rules=("ads",), watched=("qr",))
        for place, (name, text, level, outcome) in enumerate(texts)
        if _whole(text) and _whole(name)
    ]
    history.add("g", NOON, items[:2])
    history.add("g", NOON, items[2:])
    assert history.read("g", LONG_AGO) == items
    assert History(history._folder).read("g", LONG_AGO) == items


def _whole(text: str) -> bool:
    """Split surrogate pairs become the character that they spell."""
    return text == text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def test_what_became_of_a_message_is_a_line_of_its_own(history: History) -> None:
    history.add("g", NOON, [said("1"), said("2")])
    history.settle("g", NOON + timedelta(days=40), ["1", "unknown"], Outcome.CONFIRMED)
    assert [item.outcome for item in history.read("g", LONG_AGO)] == [Outcome.CONFIRMED, Outcome.OPEN]
    history.settle("g", NOON + timedelta(days=41), ["1"], Outcome.OPEN)
    assert [item.outcome for item in history.read("g", LONG_AGO)] == [Outcome.OPEN] * 2
    assert [path.name for path in history._all()] == ["2026-05.jsonl", "2026-06.jsonl"]


def test_a_newer_version_takes_the_place_of_the_old_one(history: History) -> None:
    history.add("g", NOON, [said("1"), said("2")])
    history.add("g", NOON, [said("1", member="m")])
    assert [(item.id, item.member) for item in history.read("g", LONG_AGO)] == [("1", "m"), ("2", "")]


def test_groups_are_kept_apart_whatever_they_are_called(history: History) -> None:
    for group in ("g", "医工", "con", "../x", "G"):
        history.add(group, NOON, [said(group)])
    for group in ("g", "医工", "con", "../x", "G"):
        assert [item.id for item in history.read(group, LONG_AGO)] == [group]
    assert all(path.is_relative_to(history._folder) for path in history._all())


@pytest.mark.parametrize(
    "damage",
    [
        b'{"id":"torn","at":"2026-05-1',
        b"\x00\x00\x00\n",
        b"[]\n{}\n3\nnull\n",
        b'{"id":"x","at":"yesterday"}\n',
        b'{"id":"x","at":"2026-05-12T12:00:00","level":"worst"}\n',
        b'{"id":"x","at":"2026-05-12T12:00:00","pieces":"?"}\n',
        b'{"id":"x","at":"2026-05-12T12:00:00","name":[1]}\n',
        b'{"of":["1"],"outcome":"open"}\n{"of":"1","outcome":"lost"}\n',
        b"[" * 5000,
        b'{"a":1},{"b":2}\n',
        b'{"id":"x","at":"9999-12-31T23:59:59-14:00"}\n{"id":"x","at":"0001-01-01T00:00:00+14:00"}\n',
    ],
)
def test_a_torn_or_foreign_line_costs_only_itself(history: History, damage: bytes) -> None:
    history.add("g", NOON, [said("1")])
    path = only_file(history)
    path.write_bytes(path.read_bytes() + damage)
    history.add("g", NOON, [said("2")])
    assert [item.id for item in history.read("g", LONG_AGO)] == ["1", "2"]


@settings(max_examples=80, deadline=None)
@given(cut=st.integers(0, 2000))
def test_whatever_the_last_write_got_to_the_lines_before_it_are_there(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    history = History(tmp_path_factory.mktemp("h") / "history")
    history.add("g", NOON, [said("1"), said("2")])
    path = only_file(history)
    whole = path.read_bytes()
    path.write_bytes(whole[: min(cut, len(whole))])
    lines = whole[: min(cut, len(whole))].count(b"\n")
    found = [item.id for item in history.read("g", LONG_AGO)]
    assert found[:lines] == ["1", "2"][:lines]
    history.add("g", NOON, [said("3")])
    assert [item.id for item in history.read("g", LONG_AGO)] == [*found, "3"]


def test_what_is_too_old_is_not_read_and_is_removed_to_the_day(history: History) -> None:
    for month, ids in ((4, "ab"), (5, "cd")):
        day = datetime(2026, month, 10)
        history.add("g", day, [said(ids[0], at=day), said(ids[1], at=day + timedelta(days=10))])
    since = datetime(2026, 5, 15)
    assert [item.id for item in history.read("g", since)] == ["d"]
    history.prune(since)
    assert [item.id for item in history.read("g", LONG_AGO)] == ["d"]
    assert [path.name for path in history._all()] == ["2026-05.jsonl"]


def test_what_was_checked_long_after_it_was_said_is_removed_to_the_day_too(history: History) -> None:
    said_at, checked = datetime(2026, 3, 1), datetime(2026, 5, 10)
    history.add("g", checked, [said("old", at=said_at), said("new", at=checked)])
    history.prune(datetime(2026, 4, 15))
    assert [item.id for item in history.read("g", LONG_AGO)] == ["new"]


def test_a_file_in_which_nothing_is_old_is_not_written_anew(history: History) -> None:
    history.add("g", NOON, [said("1")])
    before = only_file(history).stat()
    history.prune(NOON - timedelta(days=40))
    assert only_file(history).stat() == before


def test_of_a_very_long_history_the_newest_are_read(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("moderator_app.storage.history._NEWEST", 3)
    for id in "abcde":
        history.add("g", NOON, [said(id)])
    assert [item.id for item in history.read("g", LONG_AGO)] == ["c", "d", "e"]


def test_texts_can_be_forgotten_and_what_they_were_like_stays(history: History) -> None:
    history.add("g", NOON, [said("1")])
    history.forget_texts()
    (item,) = history.read("g", LONG_AGO)
    assert (item.text, item.pieces) == ("", said("1").pieces)
    assert "现货" not in only_file(history).read_text(encoding="utf-8")
    assert sorted(path.name for path in only_file(history).parent.iterdir()) == ["2026-05.jsonl"]


def test_everything_can_be_forgotten(history: History) -> None:
    history.add("g", NOON, [said("1")])
    history.forget()
    history.forget()
    assert (history.read("g", LONG_AGO), history._all()) == ([], [])


def test_a_line_can_be_read_by_people(history: History) -> None:
    history.add("g", NOON, [said("1", level=Level.VIOLATION, rules=("ads",))])
    doc = json.loads(only_file(history).read_text(encoding="utf-8"))
    assert {key: doc[key] for key in ("id", "at", "name", "text", "level", "rules")} == {
        "id": "1",
        "at": "2026-05-12T12:00:00",
        "name": "李四",
        "text": "大量现货医用口罩",
        "level": "violation",
        "rules": ["ads"],
    }


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "history").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(NotSaved):
        History(tmp_path / "history").add("g", NOON, [said("1")])
    assert History(tmp_path / "history").read("g", LONG_AGO) == []


def test_no_backup_holds_it(tmp_path: Path) -> None:
    """What is forgotten, by its age or by the settings, must not live on in a zip."""
    layout = Layout(tmp_path)
    History(layout.history).add("g", NOON, [said("1")])
    made = Backups(layout, lambda: NOON).make("test")
    assert names_in(made) == frozenset()


def test_a_long_history_costs_little_memory(history: History) -> None:
    texts = [
        f"{chr(0x4E00 + n % 999)}{chr(0x5E00 + n)}一次性医用手套刚到一批新货，各位老师有空看看"
        for n in range(2000)
    ]
    history.add("g", NOON, [said(f"abcdefgh{n}", text) for n, text in enumerate(texts)])
    tracemalloc.start()
    past = Past(history.read("g", LONG_AGO))
    assert past.near(texts[7], least=0.8)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(past) == 2000
    assert held / 2000 < 1500
