import pytest

from moderator_app.core.errors import BadInput, NotFound, NotSaved
from moderator_app.storage import evidence
from moderator_app.storage.record import Record

PNG = b"\x89PNG\r\n\x1a\n" + bytes(30)
JPG = b"\xff\xd8\xff\xe0" + bytes(30)
WEBP = b"RIFF\0\0\0\0WEBP" + bytes(30)
WAVE = b"RIFF\0\0\0\0WAVE" + bytes(30)


@pytest.fixture
def record(tmp_path):
    with Record(tmp_path / "data") as opened:
        yield opened


def test_pictures_are_copied_and_named_after_their_entry(record, tmp_path):
    picture = tmp_path / "截图 1.JPG"
    picture.write_bytes(JPG)
    names = record.evidence.keep("e1", [picture, PNG, WEBP])
    assert names == ("e1-1.jpg", "e1-2.png", "e1-3.webp")
    picture.unlink()
    assert record.evidence.path("e1-1.jpg").read_bytes() == JPG
    assert record.evidence.path("e1-2.png").parent == tmp_path / "data" / "证据"
    assert record.evidence.keep("e1", [PNG]) == ("e1-4.png",), "none is ever written over"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "evidence.no-picture"),
        (b"MZ not a picture", "evidence.no-picture"),
        (WAVE, "evidence.no-picture"),
        (PNG + bytes(evidence.LARGEST), "evidence.too-large"),
        (None, "evidence.no-file"),
    ],
)
def test_what_is_no_picture_is_refused_before_any_is_written(record, tmp_path, data, code):
    bad = tmp_path / "bad.png"
    if data is not None:
        bad.write_bytes(data)
    with pytest.raises(BadInput) as raised:
        record.evidence.keep("e1", [PNG, bad])
    assert raised.value.reason.code == code
    assert raised.value.reason.values["file"] == "bad.png"
    assert not (tmp_path / "data" / "证据").exists()


@pytest.mark.parametrize(
    "name", ["../x-1.png", "x.png", "x-1.exe", "x-1.png/..", "", "a/b-1.png", "x-1.png\n"]
)
def test_a_name_from_elsewhere_cannot_lead_out_of_the_folder(record, tmp_path, name):
    with pytest.raises(BadInput):
        record.evidence.put(name, PNG)
    with pytest.raises(NotFound):
        record.evidence.path(name)
    assert not record.evidence.has(name)
    assert not list(tmp_path.rglob("*.png"))


def test_they_come_with_their_entry_or_not_at_all(record):
    with pytest.raises(ZeroDivisionError), record.transaction():
        record.evidence.keep("e1", [PNG, JPG])
        raise ZeroDivisionError
    assert not record.evidence.has("e1-1.png")
    with record.transaction():
        record.evidence.keep("e1", [PNG, JPG])
    assert record.evidence.has("e1-1.png")
    assert record.evidence.has("e1-2.jpg")


def test_a_picture_taken_away_is_gone(record, tmp_path):
    names = record.evidence.keep("e1", [PNG])
    record.evidence.remove([*names, "../settings.json"])
    assert not record.evidence.has("e1-1.png")
    assert list((tmp_path / "data" / "证据").iterdir()) == []


def test_a_folder_that_is_gone_is_told(record, tmp_path):
    (tmp_path / "data").rename(tmp_path / "unplugged")
    with pytest.raises(NotSaved) as raised:
        record.evidence.keep("e1", [PNG])
    assert raised.value.reason.code == "storage.folder-gone"
    assert not (tmp_path / "data").exists()
    (tmp_path / "unplugged").rename(tmp_path / "data")
