"""The one place with child processes: ``run`` gives a function to a worker process and brings its answer back to the window.

The functions must live in modules without Qt, take values and return values. One thread per worker waits on its pipe and unpacks
answers (it holds no lock while it waits); what it brings is put into a queue and told by one signal of one long-lived object.
"""
from __future__ import annotations

import contextlib
import pickle
import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from core.errors import Cancelled, UserError
from ui.worker import CANCEL, STOP, WorkFailed, serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

GRACE_MS = 1500  # what a cancelled job gets to tidy up before its process is ended
WORKERS = 2

OnDone = Callable[[Any], object]
OnError = Callable[[BaseException], object]
OnProgress = Callable[[float, str], object]


class Job:
    """One piece of work. After ``cancel`` the person hears of it at once: ``on_error`` gets Cancelled and nothing else comes."""

    def __init__(self, runner: Runner, message: bytes, on_done: OnDone | None, on_error: OnError | None,
                 on_progress: OnProgress | None) -> None:
        self._runner = runner
        self.message = message
        self.on_done, self.on_error, self.on_progress = on_done, on_error, on_progress
        self.over = False

    def cancel(self) -> None:
        self._runner.cancel(self)


class _Worker:
    """A child process with its pipe and the thread that starts it and listens to it: starting takes 50 ms and more, which are not the
    window's. What is sent before it stands waits."""

    def __init__(self, report: Callable[[_Worker, str, Any], None]) -> None:
        self.job: Job | None = None
        self.pipe: Connection | None = None
        self.process: BaseProcess | None = None
        self._report = report
        self._outbox: list[bytes] = []
        self._lock = threading.Lock()
        self.thread = threading.Thread(target=self._live, daemon=True, name="phancong-listener")
        self.thread.start()

    def give(self, job: Job) -> None:
        self.job = job
        self.send(job.message)

    def send(self, message: bytes) -> None:
        with self._lock:
            if self.pipe is None:
                self._outbox.append(message)
                return
            with contextlib.suppress(OSError):  # the process has ended; its thread reports that
                self.pipe.send_bytes(message)

    def _live(self) -> None:
        try:
            pipe = self._start()
        except Exception as error:  # no memory, no process: told like a bug of the job
            self._report(self, "error", WorkFailed(repr(error)))
        else:
            self._listen(pipe)
        self._report(self, "gone", None)

    def _start(self) -> Connection:
        from multiprocessing import get_context  # not needed before the first job: 10 ms at start

        context = get_context("spawn")
        pipe, far = context.Pipe()
        process = context.Process(target=serve, args=(far,), daemon=True, name="phancong-worker")
        process.start()
        far.close()
        with self._lock:
            self.pipe, self.process = pipe, process
            for message in self._outbox:
                with contextlib.suppress(OSError):
                    pipe.send_bytes(message)
            self._outbox.clear()
        return pipe

    def _listen(self, pipe: Connection) -> None:
        while True:
            try:
                kind, value = pickle.loads(pipe.recv_bytes())
            except (EOFError, OSError):
                return
            except Exception as error:  # an answer that cannot be unpacked is a bug of the job, told like one
                kind, value = "error", WorkFailed(repr(error))
            self._report(self, kind, value)

    def terminate(self) -> None:
        """End the process at once; its thread reports "gone"."""
        if self.process is not None:
            self.process.terminate()

    def end(self, wait: float = 2.0) -> None:
        self.thread.join(wait)  # it ends when the process has ended, and cannot have begun to start one afterwards
        if self.process is not None:
            self.process.join(0 if self.thread.is_alive() else wait)
            if self.process.is_alive():
                self.process.terminate()
                self.process.join(2.0)
        self.thread.join(2.0)
        if self.pipe is not None:
            self.pipe.close()


class Runner(QObject):
    """All workers of the program. Lives as long as the application; ``close`` waits for what is under way."""

    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox: deque[tuple[_Worker, str, Any]] = deque()
        self._waiting: deque[Job] = deque()
        self._workers: list[_Worker] = []
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return bool(self._waiting) or any(w.job is not None for w in self._workers)

    def run(self, function: Callable[..., Any], *args: Any, on_done: OnDone | None = None, on_error: OnError | None = None,
            on_progress: OnProgress | None = None) -> Job:
        job = Job(self, pickle.dumps((function, args, on_progress is not None)), on_done, on_error, on_progress)
        self._waiting.append(job)
        self._deal()
        return job

    def warm(self) -> None:
        """Start the first process before there is work for it."""
        if not self._workers:
            self._workers.append(_Worker(self._report))

    def _deal(self) -> None:
        while self._waiting:
            free = next((w for w in self._workers if w.job is None), None)
            if free is None:
                if len(self._workers) >= WORKERS:
                    return
                free = _Worker(self._report)
                self._workers.append(free)
            free.give(self._waiting.popleft())

    def _report(self, worker: _Worker, kind: str, value: Any) -> None:
        """Called in the listening thread."""
        self._inbox.append((worker, kind, value))
        self._arrived.emit()

    @Slot()
    def _take(self) -> None:
        while self._inbox:
            worker, kind, value = self._inbox.popleft()
            job = worker.job
            if kind == "progress":
                if job is not None and not job.over and job.on_progress is not None:
                    job.on_progress(*value)
                continue
            worker.job = None
            if kind == "gone":
                self._lost(worker)
                value = WorkFailed("the worker process has ended")
            self._deal()
            if job is not None:
                self._finish(job, kind, value)

    def _lost(self, worker: _Worker) -> None:
        if worker in self._workers:
            self._workers.remove(worker)
        worker.end(0)

    def _finish(self, job: Job, kind: str, value: Any) -> None:
        if job.over:
            return
        job.over = True
        if kind == "done":
            if job.on_done is not None:
                job.on_done(value)
        elif job.on_error is not None:
            job.on_error(value)
        else:
            tell(value)

    def cancel(self, job: Job) -> None:
        if job.over:
            return
        if job in self._waiting:
            self._waiting.remove(job)
        worker = next((w for w in self._workers if w.job is job), None)
        if worker is not None:
            worker.send(CANCEL)
            QTimer.singleShot(GRACE_MS, self, lambda: self._end_if_still(worker, job))
        self._finish(job, "error", Cancelled())

    def _end_if_still(self, worker: _Worker, job: Job) -> None:
        if worker.job is job:
            worker.terminate()  # the next job gets a new process

    def close(self, cancel: bool = True) -> None:
        """Cancel (or wait for) what is under way and end the processes; afterwards nothing of ours runs."""
        self._waiting.clear()
        for worker in self._workers:
            if worker.job is not None and cancel:
                worker.job.over = True
                worker.send(CANCEL)
            worker.send(STOP)
        for worker in self._workers:
            worker.end(GRACE_MS / 1000 if cancel else 60)
        self._workers.clear()
        self._inbox.clear()


def tell(problem: BaseException) -> None:
    """What becomes of an error that nobody takes: a UserError is shown, a bug raised."""
    if not isinstance(problem, UserError):
        raise problem
    from ui import messages

    messages.error(None, problem)


_runner: Runner | None = None


def runner() -> Runner:
    """The one runner of the program, made at the first job."""
    global _runner
    if _runner is None:
        _runner = Runner()
    return _runner


def run(function: Callable[..., Any], *args: Any, on_done: OnDone | None = None, on_error: OnError | None = None,
        on_progress: OnProgress | None = None) -> Job:
    """Run ``function(*args)`` in a worker process; the callbacks come in the window's thread.

    With ``on_progress`` the function gets a keyword ``progress(share, what)``. ``on_error`` gets the UserError as it was raised, Cancelled
    after ``Job.cancel``, or WorkFailed with the traceback of a bug; without it a UserError is shown and a bug raised.
    """
    return runner().run(function, *args, on_done=on_done, on_error=on_error, on_progress=on_progress)


def warm() -> None:
    """The first job will not have to wait for a process; called when the window has nothing else to do."""
    runner().warm()


def busy() -> bool:
    return _runner is not None and _runner.busy


def close() -> None:
    """End all workers; called when the window closes."""
    global _runner
    if _runner is not None:
        _runner.close()
        _runner = None
