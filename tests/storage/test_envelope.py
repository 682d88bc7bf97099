import json
from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.storage.codec import whole_text
from moderator_app.storage.envelope import DamagedError, dumps, loads, sealed, whole_rows

TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=40)
VALUE = st.recursive(
    TEXT.map(whole_text) | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT.map(whole_text), inner, max_size=3),
    max_leaves=6,
)
DOC = st.dictionaries(TEXT.map(whole_text), VALUE, max_size=4)
TABLES = st.dictionaries(
    st.sampled_from(("entries", "members", "成员")),
    st.dictionaries(st.integers(1, 99).map(str), DOC, max_size=4),
    min_size=1,
    max_size=3,
)
FIVE = [sealed({"id": f"e{i}", "message": f"第 {i} 条 \u2028😀"}) for i in range(1, 6)]
ENTRIES = {"entries": {str(i): doc for i, doc in enumerate(FIVE, 1)}}


@given(TABLES)
def test_any_text_comes_back_as_it_was(tables):
    assert loads(dumps(tables)) == tables


@given(TABLES)
def test_a_file_is_always_valid_utf_8_and_valid_json(tables):
    assert json.loads(dumps(tables).decode("utf-8")).keys() == {"checksum", *tables}


@given(TEXT)
def test_lone_surrogates_stay_and_split_pairs_become_their_character(text):
    whole = whole_text(text)
    assert whole_text(whole) == whole
    assert whole.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


def test_a_lone_surrogate_survives_the_file():
    table = {"entries": {"1": {"message": "a\ud83d b\ude00"}}}
    assert loads(dumps(table)) == table
    assert b"\\ud83d" in dumps(table)


@given(st.data())
def test_a_flipped_bit_anywhere_is_noticed(data):
    good = bytearray(dumps(ENTRIES))
    at = data.draw(st.integers(0, len(good) - 1))
    good[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(DamagedError):
        loads(bytes(good))


@given(st.integers(0, len(dumps(ENTRIES)) - 1))
def test_a_file_cut_anywhere_is_noticed_and_keeps_its_whole_entries(length):
    cut = dumps(ENTRIES)[:length]
    with pytest.raises(DamagedError):
        loads(cut)
    found = list(whole_rows(cut))
    assert found == FIVE[: len(found)]
    assert len(found) >= cut.count(b"},\n")


def test_an_entry_with_a_flipped_letter_is_not_taken_for_whole():
    damaged = dumps(ENTRIES).replace("第 3 条".encode(), "第 8 条".encode())
    assert [doc["id"] for doc in whole_rows(damaged)] == ["e1", "e2", "e4", "e5"]


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\x00" * 100, "不是".encode("gb18030")])
def test_what_we_did_not_write_is_damaged(data):
    with pytest.raises(DamagedError):
        loads(data)
    assert list(whole_rows(data)) == []


@pytest.mark.parametrize("tables", [{"groups": []}, {"groups": {"1": ["a"]}}, {"groups": 5}])
def test_a_true_checksum_over_something_else_is_damaged(tables):
    body = b"\n" + json.dumps(tables).encode().removeprefix(b"{")
    head = b'{"checksum":"%s",' % blake2b(body, digest_size=16).hexdigest().encode()
    with pytest.raises(DamagedError):
        loads(head + body)
