"""One program a data folder: the lock, the socket, and every way in which a caller can go wrong."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from moderator_app.system import pipe, single_instance
from moderator_app.system.instance_server import SingleInstance
from moderator_app.system.single_instance import LIMIT, NoAnswer, ask, encode, socket_name

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="speaks to the Unix socket itself")

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from moderator_app.system.instance_server import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]), lambda payload: {"echo": payload})
print(instance.start(), flush=True)
app.exec()
"""


@pytest.fixture
def serve(qapp, tmp_path):
    made = []

    def start(handler=lambda payload: {"echo": payload}, folder=tmp_path):
        made.append(SingleInstance(folder, handler))
        return made[-1].start()

    yield start
    for instance in made:
        instance.close()


@pytest.fixture
def call(qtbot):
    """Ask from another thread while our event loop runs, as another process would."""

    def run(function, *arguments, **more):
        outcome = []

        def work():
            try:
                outcome.append(function(*arguments, **more))
            except (NoAnswer, OSError) as failure:
                outcome.append(failure)

        thread = threading.Thread(target=work)
        thread.start()
        qtbot.waitUntil(lambda: bool(outcome), timeout=10_000)
        thread.join()
        return outcome[0]

    return run


def test_a_question_is_answered(serve, call, tmp_path):
    assert serve() is None
    assert call(ask, tmp_path, {"argv": ["check", "半个\ud800"]}) == {
        "echo": {"argv": ["check", "半个\ud800"]}
    }


def test_the_handler_runs_on_the_windows_thread(serve, call, tmp_path):
    threads = []
    serve(lambda payload: threads.append(threading.current_thread()) or {})
    assert call(ask, tmp_path, {}) == {}
    assert threads == [threading.main_thread()]


def test_a_caller_waits_while_there_is_no_time_for_it(serve, call, tmp_path):
    times = []

    def handler(payload):
        times.append(payload)
        return None if len(times) < 3 else {"answer": "done"}

    serve(handler)
    assert call(ask, tmp_path, {"q": 1}) == {"answer": "done"}
    assert times == [{"q": 1}] * 3


def test_many_callers_are_answered_in_turn(serve, qtbot, tmp_path):
    serve()
    answers = []
    threads = [
        threading.Thread(target=lambda n=n: answers.append(ask(tmp_path, {"n": n})["echo"]["n"]))
        for n in range(20)
    ]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: len(answers) == 20, timeout=10_000)
    for thread in threads:
        thread.join()
    assert sorted(answers) == list(range(20))


def test_when_nobody_runs_the_answer_is_none(tmp_path):
    assert ask(tmp_path, {"argv": []}) is None


def test_a_folder_is_claimed_once(serve, tmp_path):
    assert serve() is None
    assert serve().code == "instance.running"


def test_two_folders_have_two_programs(serve, tmp_path):
    assert serve() is None
    assert serve(folder=tmp_path / "新 文件夹") is None
    assert socket_name(tmp_path) != socket_name(tmp_path / "新 文件夹")


def test_the_same_folder_by_another_path_has_the_same_name(tmp_path):
    (tmp_path / "a").mkdir()
    assert socket_name(tmp_path / "a" / ".." / "a") == socket_name(tmp_path / "a")


@on_unix
def test_the_name_fits_into_a_socket_address_however_long_the_folder(tmp_path):
    assert len(os.fsencode(socket_name(tmp_path / ("很长" * 60)))) < 100


def test_after_closing_the_folder_is_free_again(qapp, tmp_path):
    first = SingleInstance(tmp_path, lambda payload: {})
    first.start()
    first.close()
    second = SingleInstance(tmp_path, lambda payload: {})
    assert second.start() is None
    second.close()


@on_unix
def test_a_read_only_folder_is_told_apart_from_a_running_program(serve, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    assert serve(folder=tmp_path / "file").code == "instance.folder-read-only"


def test_what_a_killed_program_left_behind_is_no_obstacle(serve, call, tmp_path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout.readline().strip() == "None"
        assert ask(tmp_path, {"n": 1}) == {"echo": {"n": 1}}
        assert serve().code == "instance.running"
        holder.kill()
    assert ask(tmp_path, {"n": 2}) is None
    assert serve() is None
    assert call(ask, tmp_path, {"n": 3}) == {"echo": {"n": 3}}


@on_unix
def test_a_program_that_hangs_is_told_apart_from_none(tmp_path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with holder:
        holder.stdout.readline()
        os.kill(holder.pid, signal.SIGSTOP)
        with pytest.raises(NoAnswer) as unanswered:
            ask(tmp_path, {}, timeout=0.3)
        assert unanswered.value.trouble.code == "instance.no-answer"
        holder.kill()


def test_patience_waits_for_a_program_that_is_starting(qapp, qtbot, tmp_path):
    answers = []
    thread = threading.Thread(target=lambda: answers.append(ask(tmp_path, {"n": 1}, patience=10)))
    thread.start()
    qtbot.wait(100)
    assert answers == []
    instance = SingleInstance(tmp_path, lambda payload: {"late": True})
    instance.start()
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    thread.join()
    instance.close()
    assert answers == [{"late": True}]


def test_too_much_is_refused_before_it_is_sent(tmp_path):
    with pytest.raises(NoAnswer) as refused:
        ask(tmp_path, {"stdin": "x" * LIMIT})
    assert refused.value.trouble.code == "instance.too-large"


def raw(folder, data):
    return pipe.exchange(socket_name(folder), data, timeout=10, limit=2 * LIMIT)


def test_a_line_without_end_is_cut_off_at_the_limit(serve, call, tmp_path):
    seen = []
    serve(seen.append)
    answer = call(raw, tmp_path, b"x" * (LIMIT + 2))
    refused = isinstance(answer, bytes) and json.loads(answer)["payload"] == {"refused": "too-large"}
    assert refused or isinstance(answer, OSError)
    assert seen == []


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        (b"rubbish\n", "unreadable"),
        (b"[]\n", "unreadable"),
        (b'{"version": 1}\n', "unreadable"),
        (b'{"version": 1, "payload": 3}\n', "unreadable"),
        (b'{"version": 999, "payload": {}}\n', "version"),
        (b"\xff\xfe\n", "unreadable"),
    ],
)
def test_a_line_that_is_none_is_refused_and_nothing_is_done(serve, call, tmp_path, line, refusal):
    seen = []
    serve(seen.append)
    assert json.loads(call(raw, tmp_path, line))["payload"] == {"refused": refusal}
    assert seen == []


def test_another_version_is_named(serve, call, tmp_path, monkeypatch):
    serve()
    with monkeypatch.context() as patch:
        patch.setattr(single_instance, "VERSION", 999)
        line = encode({})
    answer = call(raw, tmp_path, line)
    with pytest.raises(NoAnswer) as refused:
        single_instance._unwrap(answer)
    assert refused.value.trouble.code == "instance.version"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_handler_that_fails_is_an_answer_broken_off_at_once(serve, call, tmp_path, qtbot):
    def handler(payload):
        raise RuntimeError("broken")

    serve(handler)
    with qtbot.captureExceptions() as raised:
        started = time.monotonic()
        failure = call(ask, tmp_path, {})
        assert time.monotonic() - started < 5
    assert failure.trouble.code == "instance.broken-off"
    assert [str(error) for _, error, _ in raised] == ["broken"]


@on_unix
def test_only_this_user_may_open_the_socket(serve, tmp_path):
    serve()
    assert Path(socket_name(tmp_path)).stat().st_mode & 0o077 == 0


@on_unix
def test_what_is_no_socket_of_ours_is_not_spoken_to(tmp_path, monkeypatch):
    name = tmp_path / "s"
    name.write_text("a file")
    assert pipe.exchange(str(name), b"{}\n", timeout=1, limit=LIMIT) is None
    name.unlink()
    with socket.socket(socket.AF_UNIX) as foreign:
        foreign.bind(str(name))
        foreign.listen()
        monkeypatch.setattr(os, "getuid", lambda: -1)
        assert pipe.exchange(str(name), b"{}\n", timeout=1, limit=LIMIT) is None


def test_asking_does_not_import_qt():
    code = "import sys, moderator_app.system.single_instance as s; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
