"""A long piece of work: told in order, ended where it can be, waited for where a thread is beside it."""

import gc
import threading

import pytest

from moderator_app.core.errors import Busy
from moderator_app.storage.durable import gathering
from moderator_app.storage.undertaking import Undertaking
from moderator_app.storage.work import Cancelled, Stage, Work, working


class Watcher:
    """Keeps what it is told, and wants no more after so many words."""

    def __init__(self, most: int = 10**9) -> None:
        self.stages: list[Stage] = []
        self._most = most

    def __call__(self, stage: Stage) -> bool:
        self.stages.append(stage)
        return len(self.stages) < self._most


def test_each_part_takes_the_bar_on_and_never_back():
    seen = Watcher()
    work = Work(seen)
    work.part("work.reading", 0.5)
    assert list(work.each(range(300), 300)) == list(range(300))
    work.part("work.saving", 0.4)
    work.step(9, 3)
    shares = [stage.share for stage in seen.stages]
    assert shares == sorted(shares)
    assert (shares[0], max(shares)) == (0.0, 0.5)
    assert [stage.what for stage in seen.stages[-2:]] == ["work.saving"] * 2


def test_it_ends_with_the_first_no_and_what_puts_things_back_is_not_ended_again():
    work = Work(Watcher(most=2))
    work.part("work.reading", 0.5)
    with pytest.raises(Cancelled):
        work.step(1, 2)
    work.step(2, 2)


def test_after_the_point_of_no_return_nobody_is_heard():
    seen = Watcher(most=4)
    work = Work(seen)
    work.part("work.reading", 0.5)
    work.settle("work.saving", 1.0)
    for done in range(5):
        work.step(done, 5)
    assert [stage.final for stage in seen.stages] == [False, False, *[True] * 6]


def test_it_can_be_ended_until_the_very_moment_of_no_return():
    work = Work(Watcher(most=2))
    work.part("work.reading", 0.5)
    with pytest.raises(Cancelled):
        work.settle("work.saving", 1.0)


def test_whoever_is_told_is_outside_of_the_transaction_and_of_the_work():
    heard: list[object] = []
    work = Work()

    def progress(stage: Stage) -> bool:
        heard.append((gathering.get(), work.telling))
        work.step(1, 2)  # reads something that tells, too: not told again
        return True

    work = Work(progress)
    token = gathering.set("a transaction")  # type: ignore[arg-type]
    try:
        work.part("work.saving", 1.0)
    finally:
        gathering.reset(token)
    assert heard == [(None, True)]
    assert not work.telling


def test_what_is_done_beside_is_done_on_another_thread_while_somebody_watches():
    there = Work(Watcher()).beside(lambda step: threading.current_thread())
    assert there is not threading.current_thread()
    assert Work().beside(lambda step: threading.current_thread()) is threading.current_thread()


def test_an_error_beside_is_had_here():
    def fail(step: object) -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        Work(Watcher()).beside(fail)


def test_what_is_beside_hears_that_it_shall_end_and_is_waited_for():
    ended = threading.Event()

    def long(step: object) -> None:
        try:
            while True:
                step(1, 2)  # type: ignore[operator]
        finally:
            ended.set()

    with pytest.raises(Cancelled):
        Work(Watcher(most=3)).beside(long)
    assert ended.is_set()


def test_the_collector_rests_and_comes_back():
    with working() as work:
        assert not gc.isenabled()
        work.step(1, 2)
    assert gc.isenabled()


def test_backups_made_for_what_was_ended_go_again_and_others_stay(tmp_path):
    undertaking, made = Undertaking(), tmp_path / "made.zip"

    def make(step: object) -> object:
        made.touch()
        return made

    with undertaking.begun(Watcher()):
        undertaking.back_up(make)
    undertaking.back_up(make)  # for something that takes no time
    with pytest.raises(Cancelled), undertaking.begun(Watcher()):
        raise Cancelled
    assert made.exists()
    with pytest.raises(Cancelled), undertaking.begun(Watcher()):
        undertaking.back_up(make)
        raise Cancelled
    assert not made.exists()


def test_nothing_may_be_recorded_while_it_waits():
    undertaking = Undertaking()

    def progress(stage: Stage) -> bool:
        with pytest.raises(Busy):
            undertaking.require_silence()
        return True

    with undertaking.begun(progress) as work, undertaking.begun(None) as inner:
        assert inner is work
        undertaking.require_silence()
        work.part("work.saving", 1.0)
    undertaking.require_silence()
