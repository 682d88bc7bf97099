"""A transaction is all or nothing: at whichever call the program dies, or the disk refuses."""

import os
import shutil
import stat
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moderator_app.core.errors import NotSaved
from moderator_app.storage import transaction
from moderator_app.storage.backups import Backups
from moderator_app.storage.durable import previous, remove_file, size_of, write_file
from moderator_app.storage.layout import Layout
from moderator_app.storage.transaction import Transactions
from tests.core.roster.makers import NOON

NAMES = ("a.json", "b.json", "ledger/g/1.json", "notices/x/新.md")


@pytest.fixture(autouse=True, scope="module")
def quick_disk():
    """Nothing here depends on what the disk does when it is told to sync: only on when it is told."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda _: None)
        yield


class Killed(BaseException):
    """The process ends here: nothing after it happens, not even tidying up."""


def transactions(folder):
    layout = Layout(folder)
    return Transactions(layout, Backups(layout, lambda: NOON).alone)


def contents(folder):
    """Every file that belongs to the record, with what it holds."""
    kept = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".bak")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in kept}


def write_all(folder, files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if data is None:
            remove_file(path)
        else:
            write_file(path, data)


def applied(before, files):
    return {name: data for name, data in {**before, **files}.items() if data is not None}


def test_nothing_is_written_before_the_end(tmp_path):
    with transactions(tmp_path).gather():
        write_all(tmp_path, {"a.json": b"1", "b.json": b"2"})
        assert contents(tmp_path) == {}
        assert size_of(tmp_path / "a.json") == 1
    assert contents(tmp_path) == {"a.json": b"1", "b.json": b"2"}
    assert not (tmp_path / "pending").exists()


def test_an_error_ends_it_without_a_trace(tmp_path):
    write_all(tmp_path, {"a.json": b"old"})
    with pytest.raises(ZeroDivisionError), transactions(tmp_path).gather():
        write_all(tmp_path, {"a.json": b"1", "b.json": b"2"})
        raise ZeroDivisionError
    assert contents(tmp_path) == {"a.json": b"old"}


def test_one_file_is_written_as_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(Transactions, "_prepared", lambda *_: pytest.fail("a journal for one file"))
    with transactions(tmp_path).gather():
        write_file(tmp_path / "a.json", b"1")
        write_file(tmp_path / "a.json", b"2")
    with transactions(tmp_path).gather():
        remove_file(tmp_path / "none.json")
    assert contents(tmp_path) == {"a.json": b"2"}


def test_a_block_inside_another_is_part_of_it(tmp_path):
    ours = transactions(tmp_path)
    with pytest.raises(ZeroDivisionError), ours.gather():
        with ours.gather():
            write_all(tmp_path, {"a.json": b"1", "b.json": b"2"})
        raise ZeroDivisionError
    assert contents(tmp_path) == {}


def test_what_lies_elsewhere_is_written_at_once(tmp_path):
    (tmp_path / "data").mkdir()
    with transactions(tmp_path / "data").gather():
        write_file(tmp_path / "export.json", b"1")
        assert (tmp_path / "export.json").exists()


def test_the_version_before_is_kept_where_it_is_wanted(tmp_path):
    write_all(tmp_path, {"a.json": b"1", "b.json": b"1"})
    with transactions(tmp_path).gather():
        write_file(tmp_path / "a.json", b"2")
        write_file(tmp_path / "b.json", b"2", keep_previous=False)
    assert previous(tmp_path / "a.json").read_bytes() == b"1"
    assert not previous(tmp_path / "b.json").exists()


def test_without_hard_links_it_works_as_well(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(1, "no links")))
    write_all(tmp_path, {"a.json": b"1", "b.json": b"1"})
    with transactions(tmp_path).gather():
        write_all(tmp_path, {"a.json": b"2", "b.json": None})
    assert contents(tmp_path) == {"a.json": b"2"}


# ---- at every step


STEPS = ("replace", "unlink", "rmdir", "link", "fsync", "mkdir", "open")


def dies_at(patched, number, *, after):
    """Let the process end at the n-th call that changes the disk, before or after it is done."""
    calls = [0]

    def wrapped(name, real):
        def call(*args, **kwargs):
            calls[0] += 1
            if calls[0] < number or not number:
                return real(*args, **kwargs)
            if calls[0] == number and after:
                real(*args, **kwargs)
            elif calls[0] == number and name == "fsync" and not stat.S_ISDIR(os.fstat(args[0]).st_mode):
                os.ftruncate(args[0], os.fstat(args[0]).st_size // 2)  # not synced: it may be torn
            raise Killed

        return call

    for step in STEPS:
        patched.setattr(os, step, wrapped(step, getattr(os, step)))
    return calls


def run(folder, files):
    with transactions(folder).gather():
        for name, data in files.items():
            if data is None:
                remove_file(folder / name)
            else:
                write_file(folder / name, data)


def made(folder, before):
    """A folder as it is before a transaction."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    write_all(folder, before)


def touched(before, files):
    """How many files are written or taken away."""
    return sum(data is not None or name in before for name, data in files.items())


def steps_of(folder, before, files):
    """How many calls that change the disk the whole transaction takes."""
    made(folder, before)
    with pytest.MonkeyPatch.context() as patched:
        calls = dies_at(patched, 0, after=False)
        run(folder, files)
    return calls[0]


CHANGES = st.dictionaries(st.sampled_from(NAMES), st.one_of(st.none(), st.binary(max_size=40)), min_size=1)
FOLDERS = st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=40))
AT_EVERY_STEP = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.skipif(os.name != "posix", reason="the calls are those of POSIX")
@AT_EVERY_STEP
@given(before=FOLDERS, files=CHANGES, after=st.booleans())
def test_killed_at_any_step_it_is_either_old_or_new(tmp_path, before, files, after):
    folder = tmp_path / "data"
    new = applied(before, files)
    seen = set()
    for number in range(1, steps_of(folder, before, files) + 1):
        made(folder, before)
        with pytest.MonkeyPatch.context() as patched, pytest.raises(Killed):
            dies_at(patched, number, after=after)
            run(folder, files)
        assert transactions(folder).recover()
        left = {name: data for name, data in contents(folder).items() if not name.endswith(".tmp")}
        assert left in (before, new), number
        assert not (folder / "pending").exists()
        seen.add(left == new)
    if touched(before, files) > 1 and new != before:
        assert seen == {False, True}, "cut both before it held and after"


@pytest.mark.skipif(os.name != "posix", reason="the calls are those of POSIX")
@AT_EVERY_STEP
@given(before=FOLDERS, files=CHANGES, again=st.integers(1, 12))
def test_killed_once_more_while_it_is_finished(tmp_path, before, files, again):
    folder = tmp_path / "data"
    for number in range(1, steps_of(folder, before, files) + 1):
        made(folder, before)
        with pytest.MonkeyPatch.context() as patched, pytest.raises(Killed):
            dies_at(patched, number, after=True)
            run(folder, files)
        with pytest.MonkeyPatch.context() as patched, suppress(Killed):
            dies_at(patched, again, after=False)
            transactions(folder).recover()
        assert transactions(folder).recover()
        left = {name: data for name, data in contents(folder).items() if not name.endswith(".tmp")}
        assert left in (before, applied(before, files)), number


def fails_at(patched, number, *, for_good):
    """Let the disk refuse the n-th change, or every one from there on."""
    calls = [0]

    def wrapped(real):
        def call(*args, **kwargs):
            calls[0] += 1
            if calls[0] == number or (for_good and calls[0] > number):
                raise OSError(28, "No space left on device")
            return real(*args, **kwargs)

        return call

    for step in ("replace", "fsync", "mkdir"):
        patched.setattr(os, step, wrapped(getattr(os, step)))


def left_in(folder):
    """What the next opening finds: a file, or else the version before it."""
    found = contents(folder)
    for path in folder.rglob("*.bak"):
        found.setdefault(path.relative_to(folder).as_posix().removesuffix(".bak"), path.read_bytes())
    return found


@AT_EVERY_STEP
@given(before=FOLDERS, files=CHANGES, for_good=st.booleans())
def test_a_disk_that_refuses_any_step_leaves_all_as_it_was(tmp_path, before, files, for_good):
    folder = tmp_path / "data"
    new = applied(before, files)
    for number in range(1, steps_of(folder, before, files) + 1):
        made(folder, before)
        code = ""
        with pytest.MonkeyPatch.context() as patched:
            fails_at(patched, number, for_good=for_good)
            try:
                run(folder, files)
            except NotSaved as error:
                code = error.reason.code
        if code == "storage.unfinished":
            assert for_good, "one refusal can be taken back"
            assert transactions(folder).waiting
            transactions(folder).recover()
            assert contents(folder) in (before, new)
        elif code and for_good and touched(before, files) == 1:
            assert left_in(folder) in (before, new), "a single file may not be got back"
        else:
            assert left_in(folder) == (before if code else new), (number, code)
            assert not transactions(folder).waiting


@pytest.mark.parametrize("arrived", range(4))
def test_what_waits_can_be_read_before_it_is_in_its_place(tmp_path, arrived):
    before, files = {"a.json": b"1", "b.json": b"1"}, {"b.json": None, "a.json": b"2", "c.json": b"2"}
    write_all(tmp_path, before)
    moved, real = [], transaction._Move.make

    def make(move):
        if len(moved) == arrived:
            raise Killed
        moved.append(move)
        real(move)

    with pytest.MonkeyPatch.context() as patched, pytest.raises(Killed):
        patched.setattr(transaction._Move, "make", make)
        patched.setattr(transaction, "_sync_folders", lambda _: (_ for _ in ()).throw(Killed))
        run(tmp_path, files)
    waiting = transactions(tmp_path).unfinished()
    assert {path.name: source and source.read_bytes() for path, source in waiting.items()} == files
    transactions(tmp_path).recover()
    assert transactions(tmp_path).unfinished() == {}


def test_contents_that_are_no_longer_whole_are_not_put_in_their_places(tmp_path):
    before = {"a.json": b"1", "b.json": b"1"}
    write_all(tmp_path, before)
    real = transaction._Move.make
    with pytest.MonkeyPatch.context() as patched, pytest.raises(Killed):
        made_moves = []

        def make(move):
            if made_moves:
                raise Killed
            made_moves.append(move)
            real(move)

        patched.setattr(transaction._Move, "make", make)
        run(tmp_path, {"a.json": b"2", "b.json": b"2"})
    (tmp_path / "pending" / "2").write_bytes(b"?")
    assert (tmp_path / "a.json").read_bytes() == b"2"
    assert not transactions(tmp_path).recover()
    assert contents(tmp_path) == before
