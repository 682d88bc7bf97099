"""Files that come through other hands: what is not as this program writes it is refused or harmless."""

from __future__ import annotations

import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moderator_app.core.errors import BadInput, ModeratorError, Refused
from moderator_app.storage.envelope import dumps, loads
from tests.session.exchange.conftest import PNG, Moderator

Pair = tuple[Moderator, Moderator]
Doc = dict[str, Any]


@pytest.fixture
def genuine(pair: Pair, tmp_path: Path) -> Path:
    """A bundle of 乙 with a strike, an edit and a report with a picture."""
    _, other = pair
    picture = tmp_path / "shot.png"
    picture.write_bytes(PNG)
    other.session.strike_by_name("张三", message="现货")
    other.session.edit_member(other.id_of("张三"), card="张三-上海")
    other.session.process.report("张三", text="骂人", pictures=[picture])
    return other.send()


def rebuilt(path: Path, change: Callable[[Doc], object], **pictures: bytes) -> Path:
    """The bundle with its tables changed, and its checksum right again."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    tables = loads(files["record.json"])
    change(tables)
    files["record.json"] = dumps(tables)
    forged = path.with_name("forged.zip")
    with zipfile.ZipFile(forged, "w") as archive:
        for name, data in {**files, **pictures}.items():
            archive.writestr(name, data)
    return forged


def state(moderator: Moderator) -> object:
    session = moderator.session
    kept = sorted(path for path in session.data_dir.rglob("*") if path.is_file())
    return session.log.search(), session.members(), [(path, path.read_bytes()) for path in kept]


def refused(pair: Pair, path: Path, match: str) -> None:
    """Reading it is refused with a word to the user, and nothing at all is changed."""
    before = state(pair[0])
    with pytest.raises(ModeratorError, match=match):
        pair[0].session.exchange.read_bundle(path)
    assert state(pair[0]) == before


def strike(tables: Doc) -> Doc:
    return next(doc for doc in tables["entries"].values() if doc["kind"] == "strike")


def edit(tables: Doc) -> Doc:
    return next(doc for doc in tables["entries"].values() if doc["kind"] == "member-edited")


def set_in(which: Callable[[Doc], Doc], **values: object) -> Callable[[Doc], object]:
    return lambda tables: which(tables).update(values)


FORGED = {
    "a group of no bundle": set_in(strike, group="other"),
    "no id": lambda tables: strike(tables).pop("id"),
    "an id that is a path": set_in(strike, id="../../settings"),
    "an id that is a number": set_in(strike, id=7),
    "an empty id": set_in(strike, id=""),
    "a member that is a path": set_in(strike, member="a/b"),
    "a target that is a path": set_in(strike, target="..\\x"),
    "an unknown kind": set_in(strike, kind="explode"),
    "an unknown field": set_in(strike, extra=1),
    "a message that is a list": set_in(strike, message=["x"]),
    "a message without end": set_in(strike, message="现" * 1_000_000),
    "a name of a kilometre": set_in(lambda t: edit(t)["after"], name="长" * 100_000),
    "a name that is nothing": set_in(lambda t: edit(t)["after"], name=None),
    "spans outside of the text": set_in(strike, spans=[[0, 9_999]]),
    "spans the wrong way round": set_in(strike, spans=[[2, 1]]),
    "a day that is none": set_in(strike, at="2026-13-45"),
    "a day after everybody's": set_in(strike, at="9999-12-31T23:59:59"),
    "a zone of its own": set_in(strike, at="2026-01-01T00:00:00+08:00"),
    "an order beyond all": set_in(strike, seq=10**30),
    "an order that is true": set_in(strike, seq=True),
    "an order that is a fraction": set_in(strike, seq=1.5),
    "a state of somebody else": set_in(lambda t: edit(t)["after"], id="somebody"),
    "a state in another group": set_in(lambda t: edit(t)["after"], group="yigongxie"),
    "a state with an unknown field": set_in(lambda t: edit(t)["after"], password="x"),
    "a picture elsewhere": set_in(strike, evidence=["../../settings.json"]),
    "rules that are numbers": set_in(strike, rules=[1]),
    "rules without end": set_in(strike, rules=["x"] * 100_000),
    "an entry that is a list": lambda tables: tables["entries"].update({"1": []}),
    "a group whose rules are a path": lambda tables: next(iter(tables["groups"].values())).update(
        rulebook="../../x"
    ),
    "a group whose id is a path": lambda tables: next(iter(tables["groups"].values())).update(id="../x"),
    "a group without a title": lambda tables: next(iter(tables["groups"].values())).update(title=5),
    "a time that is none": lambda tables: tables["meta"]["1"].update(made="gestern"),
    "sightings that are none": lambda tables: tables.update(sightings={"1": {"member": "x"}}),
    "sightings of words": lambda tables: tables.update(
        sightings={"1": {"member": "x", "first": "a", "last": "b"}}
    ),
}


@pytest.mark.parametrize("what", FORGED)
def test_what_is_not_as_it_is_written_is_refused_as_a_whole(pair: Pair, genuine: Path, what: str):
    refused(pair, rebuilt(genuine, FORGED[what]), "bundle")


def test_the_genuine_one_is_taken(pair: Pair, genuine: Path):
    pair[0].session.exchange.merge(
        pair[0].session.exchange.read_bundle(rebuilt(genuine, lambda tables: tables))
    )
    assert pair[0].count("张三") == 1


def test_a_newer_program_is_named(pair: Pair, genuine: Path):
    newer = rebuilt(genuine, lambda tables: tables["meta"]["1"].update(schema_version=99))
    refused(pair, newer, "newer-schema")


def test_a_file_of_another_kind_is_told_from_a_damaged_one(pair: Pair, genuine: Path, tmp_path: Path):
    one, other = pair
    other.session.exchange.export_all(tmp_path / "all.json")
    for name, data in (
        ("none.zip", None),
        ("text.zip", b"hello"),
        ("empty.zip", b""),
        ("cut.zip", genuine.read_bytes()[:-40]),
        ("json.zip", (tmp_path / "all.json").read_bytes()),
    ):
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        refused(pair, path, "bundle.unreadable")
    backup = one.session.backup()
    before = one.session.log.search()
    with pytest.raises(BadInput, match=r"bundle\.foreign"):
        one.session.exchange.read_bundle(backup)
    assert one.session.log.search() == before


@pytest.mark.parametrize("place", range(0, 100, 7))
def test_a_byte_that_fell_over_is_noticed(pair: Pair, genuine: Path, place: int):
    data = bytearray(genuine.read_bytes())
    with zipfile.ZipFile(genuine) as archive:
        info = archive.getinfo("record.json")
    start = info.header_offset + 30 + len("record.json")
    data[start + place * info.compress_size // 100] ^= 0x10
    broken = genuine.with_name("broken.zip")
    broken.write_bytes(bytes(data))
    refused(pair, broken, "bundle.unreadable")


def zip_of(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../evil.png",
        "pictures/../../evil-1.png",
        "/etc/evil-1.png",
        "C:evil-1.png",
        "settings.json",
        "pictures/x.exe",
    ],
)
def test_a_file_that_wants_to_lie_elsewhere_is_refused(pair: Pair, genuine: Path, name: str):
    refused(pair, rebuilt(genuine, lambda tables: tables, **{name: PNG}), r"bundle\.foreign")


def test_a_picture_that_is_none_is_refused_and_nothing_is_merged(pair: Pair, genuine: Path):
    with zipfile.ZipFile(genuine) as archive:
        (picture,) = [name for name in archive.namelist() if name != "record.json"]
    forged = rebuilt(genuine, lambda tables: tables, **{picture: b"MZ" + bytes(100)})
    preview = pair[0].session.exchange.read_bundle(forged)
    before = pair[0].session.log.search()
    with pytest.raises(BadInput):
        pair[0].session.exchange.merge(preview)
    assert pair[0].session.log.search() == before
    assert not list(pair[0].session.data_dir.rglob("*.png"))


def test_a_bomb_is_not_unpacked(pair: Pair, tmp_path: Path):
    bomb = zip_of(tmp_path / "bomb.zip", {"record.json": bytes(201_000_000)})
    assert bomb.stat().st_size < 1_000_000
    refused(pair, bomb, r"bundle\.too-large")
    many = {f"pictures/e-{i}.png": b"" for i in range(5_001)}
    refused(pair, zip_of(tmp_path / "many.zip", {"record.json": b"", **many}), r"bundle\.too-large")
    large = {"record.json": b"", "pictures/e-1.png": bytes(11_000_000)}
    refused(pair, zip_of(tmp_path / "large.zip", large), r"bundle\.too-large")


def test_a_bomb_that_lies_about_its_size_is_unreadable(pair: Pair, tmp_path: Path):
    bomb = zip_of(tmp_path / "bomb.zip", {"record.json": bytes(201_000_000)})
    data = bytearray(bomb.read_bytes())
    directory = data.rindex(b"PK\x01\x02")
    for offset in (22, directory + 24):
        struct.pack_into("<I", data, offset, 1_000)
    bomb.write_bytes(bytes(data))
    refused(pair, bomb, "bundle.unreadable")


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"null",
        b'{"meta":',
        b"[" * 100_000,
        b'{"meta":{"1":{"form":"bundle"}},"entries":' + b"9" * 5_000 + b"}",
    ],
)
def test_words_that_are_no_tables_are_unreadable(pair: Pair, tmp_path: Path, body: bytes):
    from moderator_app.storage.envelope import _checksum  # noqa: PLC0415

    sealed = b'{"checksum":"%s",%s' % (_checksum(body), body)
    for data in (body, sealed):
        refused(pair, zip_of(tmp_path / "odd.zip", {"record.json": data}), "bundle.unreadable")


def test_an_entry_under_a_known_id_changes_nothing(pair: Pair, genuine: Path):
    one, _ = pair
    one.session.exchange.merge(one.session.exchange.read_bundle(genuine))
    before = one.session.log.search()
    forged = rebuilt(genuine, set_in(strike, message="别的话", name="李四"))
    preview = one.session.exchange.read_bundle(forged)
    assert preview.is_empty
    with pytest.raises(Refused, match="nothing-new"):
        one.session.exchange.merge(preview)
    assert one.session.log.search() == before


def test_rules_texts_and_groups_are_not_changed_from_elsewhere(pair: Pair, genuine: Path):
    one, _ = pair
    changed = {
        "id": "c1", "action": "c1", "at": "2026-03-02T09:30:00", "group": "g", "kind": "changed", "seq": 99,
        "thing": "notice/test/叫卖", "was": "恶意", "now": "",
    }  # fmt: skip
    forged = rebuilt(genuine, lambda tables: tables["entries"].update({"900": changed}))
    one.session.exchange.merge(one.session.exchange.read_bundle(forged))
    assert all(row.action != "c1" for row in one.session.log.search())
    assert one.session.notice("叫卖").text.startswith("@{称呼}")


def test_the_genuine_file_is_plain_json_inside(genuine: Path):
    with zipfile.ZipFile(genuine) as archive:
        value = json.loads(archive.read("record.json"))
    assert set(value) == {"checksum", "meta", "groups", "entries", "sightings"}
    assert {doc["id"] for doc in value["groups"].values()} == {"g"}
