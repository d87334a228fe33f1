"""The loop of the child process that does long work for the window. No Qt is imported here: the child must start fast and stay small."""
from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.errors import Cancelled, UserError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

STOP = b"stop"
CANCEL = b"cancel"


class WorkFailed(Exception):
    """A bug met in the child process; ``str`` is its traceback."""


def serve(pipe: Connection) -> None:
    """Take jobs (function, arguments) from the pipe one after another until it closes or STOP comes."""
    while True:
        try:
            message = pipe.recv_bytes()
        except (EOFError, OSError):
            return  # the window is gone
        if message == STOP:
            return
        if message != CANCEL:  # a cancel that came too late belongs to no job
            _answer(pipe, message)


def _answer(pipe: Connection, message: bytes) -> None:
    try:
        function, args, wants_progress = pickle.loads(message)
        extra = {"progress": _reporter(pipe)} if wants_progress else {}
        answer = pickle.dumps(("done", function(*args, **extra)))
    except UserError as error:
        answer = pickle.dumps(("error", error))
    except Exception:  # the edge of the process: every bug goes over to the window with its traceback
        import traceback

        answer = pickle.dumps(("error", WorkFailed(traceback.format_exc())))
    try:
        pipe.send_bytes(answer)
    except OSError:
        return


def _reporter(pipe: Connection) -> Callable[[float, str], None]:
    def progress(share: float, what: str) -> None:
        while pipe.poll():
            if pipe.recv_bytes() == CANCEL:
                raise Cancelled()
        message: Any = ("progress", (share, what))
        pipe.send_bytes(pickle.dumps(message))

    return progress
