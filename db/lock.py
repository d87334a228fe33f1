"""Who writes: a lock beside the database, held as long as the window is open and let go by the system when the process dies."""
from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

_AT = 1 << 20  # the locked byte lies behind the words, so that the second window can read them on Windows too


class Holder(NamedTuple):
    """Who has the database open for writing."""

    who: str = ""
    host: str = ""
    pid: int = 0
    since: str = ""

    def __str__(self) -> str:
        day, _, time = self.since.partition(" ")
        since = f"từ {time} ngày {'/'.join(reversed(day.split('-')))}" if time else (f"từ {day}" if day else "")
        return ", ".join(filter(None, (self.who, f"máy {self.host}" if self.host else "", since)))


class WriterLock:
    """``unclean`` is True where the last writer did not let go by itself: its process died."""

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(database.name + ".lock")
        self.unclean = False
        self._file: int | None = None

    def take(self) -> bool:
        """Whether the lock is ours now. Raises OSError where no file can be made beside the database."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            if not _lock(handle):
                os.close(handle)
                return False
            self.unclean = os.fstat(handle).st_size > 0
            since = datetime.now().isoformat(sep=" ", timespec="minutes")
            words = f'{{"who": {_quoted(user_name())}, "host": {_quoted(host_name())}, "pid": {os.getpid()}, "since": "{since}"}}'
            os.lseek(handle, 0, os.SEEK_SET)
            os.ftruncate(handle, 0)
            os.write(handle, words.encode())
        except BaseException:
            os.close(handle)
            raise
        self._file = handle
        return True

    def holder(self) -> Holder:
        import json

        try:
            found = json.loads(self.path.read_bytes()[:4096])
            return Holder(str(found["who"]), str(found["host"]), int(found["pid"]), str(found["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Holder()

    def release(self, *, clean: bool = True) -> None:
        """Let go; ``clean`` False leaves the mark that the next opening has to look closer."""
        if self._file is None:
            return
        handle, self._file = self._file, None
        if clean:
            # emptied, not removed: a file that goes away under a waiting process lets two of them write
            os.ftruncate(handle, 0)
        os.close(handle)


def _quoted(text: str) -> str:
    """A JSON string; the module for that costs 4 ms at every start."""
    kept = "".join(c if c.isprintable() else " " for c in text)
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'


def host_name() -> str:
    """The name of this machine in the network."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    return os.environ.get("COMPUTERNAME", "")


def user_name() -> str:
    """The login of this machine, "" where it has none."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):  # as getpass does, without its imports
        if os.environ.get(name):
            return os.environ[name]
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, _AT, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import errno
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                return False
            if error.errno in (errno.ENOTSUP, errno.ENOLCK, errno.ENOSYS):
                return True  # a network folder without locks: SQLite's own locks have to do
            raise
        return True
