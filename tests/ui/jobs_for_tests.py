"""Functions that the tests of ui/background.py give to child processes."""
from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from core.errors import UnreadableFile

Progress = Callable[[float, str], None]


def who_am_i(name: str) -> tuple[str, int]:
    return name, os.getpid()


def loaded_modules() -> list[str]:
    return list(sys.modules)


def same(value: int) -> int:
    return value


def many_bytes(count: int) -> bytes:
    return b"x" * count


def count_to(most: int, progress: Progress) -> int:
    for n in range(1, most + 1):
        progress(n / most, f"{n} trong {most}")
        time.sleep(0.005)
    return most


def long_with_mark(mark: Path, progress: Progress) -> None:
    mark.write_text("…")
    try:
        for n in range(2000):
            progress(n / 2000, "")
            time.sleep(0.01)
    finally:
        mark.unlink()


def cannot_read() -> None:
    raise UnreadableFile("Tệp hỏng.", "Hãy lưu lại.")


def has_a_bug() -> float:
    return 1 / 0


def gives_a_lambda() -> Callable[[], int]:
    return lambda: 1


def deaf(seconds: float) -> None:
    time.sleep(seconds)


def busy(seconds: float) -> int:
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        count += 1
    return count


def dies() -> None:
    os._exit(3)


def die_writing(database: Path, plan_id: str) -> None:
    """The process is killed in the middle of a transaction over a borrowed database."""
    from db.store import open_store

    store = open_store(database, borrowed=True)
    with store.transaction() as connection:
        connection.execute("DELETE FROM assignment")
        os._exit(9)


def slow_pages(kind: str, target: Path, keywords: dict[str, object], progress: Progress) -> list[Path]:
    """The making of a preview that takes a minute and tells how far it is."""
    for n in range(600):
        progress(n / 600, f"Đang vẽ trang {n}")
        time.sleep(0.1)
    return [target]
