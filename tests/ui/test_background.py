"""Child processes: values out, answers, progress and errors back, cancelling, closing."""
from __future__ import annotations

import os
import time
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.errors import Cancelled, UnreadableFile
from tests.ui import jobs_for_tests as jobs
from ui.background import Runner
from ui.worker import WorkFailed


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


def wait(qtbot: QtBot, found: list[Any], count: int = 1) -> None:
    qtbot.waitUntil(lambda: len(found) >= count, timeout=15_000)


def test_the_answer_comes_back_from_another_process(qtbot: QtBot, runner: Runner) -> None:
    found: list[Any] = []
    runner.run(jobs.who_am_i, "Sở Y tế", on_done=found.append)
    wait(qtbot, found)
    assert found[0][0] == "Sở Y tế"
    assert found[0][1] != os.getpid()


def test_the_child_process_has_no_qt(qtbot: QtBot, runner: Runner) -> None:
    found: list[Any] = []
    runner.run(jobs.loaded_modules, on_done=found.append)
    wait(qtbot, found)
    assert not [m for m in found[0] if m.startswith("PySide6")]


def test_progress_is_told_in_order(qtbot: QtBot, runner: Runner) -> None:
    told: list[Any] = []
    found: list[Any] = []
    runner.run(jobs.count_to, 5, on_done=found.append, on_progress=lambda share, what: told.append((share, what)))
    wait(qtbot, found)
    assert told == [(n / 5, f"{n} trong 5") for n in range(1, 6)]
    assert found == [5]


def test_a_user_error_comes_back_as_it_was(qtbot: QtBot, runner: Runner) -> None:
    found: list[BaseException] = []
    runner.run(jobs.cannot_read, on_error=found.append)
    wait(qtbot, found)
    assert type(found[0]) is UnreadableFile
    assert isinstance(found[0], UnreadableFile)
    assert (found[0].message, found[0].advice) == ("Tệp hỏng.", "Hãy lưu lại.")


def test_a_bug_comes_back_with_its_traceback(qtbot: QtBot, runner: Runner) -> None:
    found: list[BaseException] = []
    runner.run(jobs.has_a_bug, on_error=found.append)
    wait(qtbot, found)
    assert isinstance(found[0], WorkFailed)
    assert "ZeroDivisionError" in str(found[0])
    assert "has_a_bug" in str(found[0])


def test_an_answer_that_cannot_travel_is_told_as_a_bug(qtbot: QtBot, runner: Runner) -> None:
    found: list[BaseException] = []
    runner.run(jobs.gives_a_lambda, on_error=found.append)
    wait(qtbot, found)
    assert isinstance(found[0], WorkFailed)


def test_two_hundred_jobs_all_arrive(qtbot: QtBot, runner: Runner) -> None:
    found: list[int] = []
    for n in range(200):
        runner.run(jobs.same, n, on_done=found.append)
    wait(qtbot, found, 200)
    assert sorted(found) == list(range(200))


def test_a_big_answer_arrives_whole(qtbot: QtBot, runner: Runner) -> None:
    found: list[bytes] = []
    runner.run(jobs.many_bytes, 20_000_000, on_done=found.append)
    wait(qtbot, found)
    assert len(found[0]) == 20_000_000


def test_cancelling_is_heard_at_once_and_the_job_tidies_up(qtbot: QtBot, runner: Runner, tmp_path: Any) -> None:
    errors: list[BaseException] = []
    told: list[float] = []
    mark = tmp_path / "half-written"
    job = runner.run(jobs.long_with_mark, mark, on_error=errors.append, on_done=lambda _: pytest.fail("was cancelled"),
                     on_progress=lambda share, _: told.append(share))
    qtbot.waitUntil(lambda: len(told) > 1, timeout=15_000)
    assert mark.exists()
    job.cancel()
    assert isinstance(errors[0], Cancelled)
    qtbot.waitUntil(lambda: not mark.exists(), timeout=5_000)
    job.cancel()
    assert len(errors) == 1


def test_a_job_that_does_not_listen_is_ended_and_the_next_one_runs(qtbot: QtBot, runner: Runner) -> None:
    errors: list[BaseException] = []
    found: list[Any] = []
    job = runner.run(jobs.deaf, 60, on_error=errors.append)
    qtbot.wait(300)
    job.cancel()
    assert isinstance(errors[0], Cancelled)
    runner.run(jobs.same, 7, on_done=found.append)
    wait(qtbot, found)
    assert found == [7]
    qtbot.waitUntil(lambda: not runner.busy, timeout=8_000)


def test_a_process_that_dies_is_told_and_replaced(qtbot: QtBot, runner: Runner) -> None:
    errors: list[BaseException] = []
    found: list[Any] = []
    runner.run(jobs.dies, on_error=errors.append)
    wait(qtbot, errors)
    assert isinstance(errors[0], WorkFailed)
    runner.run(jobs.same, 1, on_done=found.append)
    wait(qtbot, found)


def test_closing_ends_every_process(qtbot: QtBot) -> None:
    runner = Runner()
    found: list[Any] = []
    runner.run(jobs.same, 1, on_done=found.append)
    wait(qtbot, found)
    runner.run(jobs.count_to, 1000, on_progress=lambda *_: None)
    qtbot.wait(50)
    workers = list(runner._workers)
    start = time.monotonic()
    runner.close()
    assert all(not w.process.is_alive() for w in workers)
    assert all(not w.thread.is_alive() for w in workers)
    assert time.monotonic() - start < 5


def test_the_window_stays_awake_while_a_job_is_busy(qtbot: QtBot, runner: Runner) -> None:
    """A beat of 5 ms must go on: the work is in another process."""
    from PySide6.QtCore import QElapsedTimer, QTimer

    gaps: list[int] = []
    clock = QElapsedTimer()
    clock.start()
    beat = QTimer()
    beat.setInterval(5)
    beat.timeout.connect(lambda: gaps.append(clock.restart()))
    beat.start()
    found: list[Any] = []
    runner.run(jobs.busy, 0.6, on_done=found.append)
    wait(qtbot, found)
    beat.stop()
    assert len(gaps) > 20
    assert sorted(gaps)[int(len(gaps) * 0.9)] < 50


def test_without_on_error_a_user_error_is_shown(qtbot: QtBot, runner: Runner, door: Any) -> None:
    runner.run(jobs.cannot_read)
    qtbot.waitUntil(lambda: bool(door.errors), timeout=15_000)
    assert door.errors == ["Tệp hỏng. Hãy lưu lại."]


