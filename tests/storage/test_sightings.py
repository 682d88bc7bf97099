import json
import shutil
from datetime import UTC, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moderator_app.core.roster.entry import EntryKind
from moderator_app.storage import durable
from moderator_app.storage.record import Record
from tests.core.roster.makers import NOON, entry

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def later():
    return NOON + 30 * DAY


@pytest.fixture
def writes(monkeypatch):
    """The names of the files that are written, in their order."""
    real, names = durable.write_file, []

    def write(path, data, **how):
        names.append(path.name)
        real(path, data, **how)

    monkeypatch.setattr(durable, "write_file", write)
    return names


def test_first_and_last_are_kept_over_a_restart(tmp_path):
    with Record(tmp_path, now=later) as record:
        assert record.sightings.last("m1") is record.sightings.first("m1") is None
        record.sightings.add({"m1": NOON, "m2": NOON - DAY})
        record.sightings.add({"m1": NOON - DAY})
        record.sightings.add({"m1": NOON - 2 * HOUR})
    with Record(tmp_path, now=later) as record:
        assert (record.sightings.first("m1"), record.sightings.last("m1")) == (NOON - DAY, NOON)
        assert record.sightings.all()["m2"] == (NOON - DAY, NOON - DAY)


def test_a_whole_conversation_is_one_write_and_the_same_day_none(tmp_path, writes):
    with Record(tmp_path, now=later) as record:
        record.sightings.add({f"m{i}": NOON for i in range(300)})
        assert writes == ["sightings.json"]
        record.sightings.add({f"m{i}": NOON + HOUR for i in range(300)})
        assert len(writes) == 1
        assert record.sightings.last("m1") == NOON + HOUR
    assert len(writes) == 2, "what was held back is written when the record is closed"
    with Record(tmp_path, now=later) as record:
        assert record.sightings.last("m1") == NOON + HOUR


def test_a_time_with_a_zone_can_be_compared(tmp_path):
    with Record(tmp_path, now=later) as record:
        record.sightings.add({"m1": NOON})
        record.sightings.add({"m1": (NOON + DAY).replace(tzinfo=UTC)})
        assert record.sightings.last("m1") == NOON + DAY


def test_who_is_one_was_seen_as_one(tmp_path):
    with Record(tmp_path, now=later) as record:
        record.sightings.add({"a": NOON, "b": NOON + DAY})
        record.append([entry(EntryKind.SAME, "b", target="a")])
        assert record.sightings.last("a") == record.sightings.last("b") == NOON + DAY
        assert record.sightings.first("b") == NOON


def test_a_transaction_that_fails_takes_sightings_back(tmp_path):
    with Record(tmp_path, now=later) as record:
        record.set_setting("language", "en")
        with pytest.raises(ZeroDivisionError), record.transaction():
            record.sightings.add({"a": NOON})
            record.set_setting("language", "zh_CN")
            raise ZeroDivisionError
        assert record.sightings.last("a") is None
        assert record.settings()["language"] == "en"


SEEN = st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(-50, 50)), max_size=6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(each=SEEN, data=st.data())
def test_order_and_repetition_change_nothing(tmp_path, each, data):
    shutil.rmtree(tmp_path / "data", ignore_errors=True)
    with Record(tmp_path / "data", now=later) as record:
        for seen in (*each, *data.draw(st.permutations(each))):
            record.sightings.merge({who: (NOON + n * HOUR, NOON + n * HOUR) for who, n in seen.items()})
    expected = {}
    for who in "abc":
        if times := [NOON + seen[who] * HOUR for seen in each if who in seen]:
            expected[who] = (min(times), max(times))
    with Record(tmp_path / "data", write=False, now=later) as record:
        assert record.sightings.all() == expected


def test_a_damaged_file_costs_dates_and_nothing_else(tmp_path):
    with Record(tmp_path, now=later) as record:
        record.sightings.add({"a": NOON})
    (tmp_path / "sightings.json").write_bytes(b"{")
    with Record(tmp_path, now=later) as record:
        assert record.sightings.last("a") is None
        record.sightings.add({"b": NOON})
        assert [told.code for told in record.problems] == ["storage.lost"]
    with Record(tmp_path, now=later) as record:
        assert record.sightings.last("b") == NOON
    assert json.loads((tmp_path / "sightings.json").read_bytes())


def test_what_only_a_wrong_clock_can_have_told_is_not_taken_in_and_hides_nothing(tmp_path):
    with Record(tmp_path, now=lambda: NOON + 400 * DAY) as record:
        record.sightings.add({"m1": NOON + 300 * DAY, "m2": NOON + 300 * DAY})
    with Record(tmp_path, now=lambda: NOON) as record:
        record.sightings.add({"m3": NOON + 2 * DAY})
        assert [record.sightings.last(member) for member in ("m1", "m2", "m3")] == [None] * 3
        record.sightings.add({"m1": NOON - HOUR, "m2": NOON + HOUR})
        assert [record.sightings.last(member) for member in ("m1", "m2")] == [NOON - HOUR, NOON]
        assert record.sightings.first("m1") == NOON - HOUR
