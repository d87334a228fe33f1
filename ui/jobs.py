"""What the child process does for the window: functions of values, without Qt. See ui/background.py."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.model import Draft, PlanText

Progress = Callable[[float, str], None]
ReadFile = tuple[bytes, PlanText, Draft]


def fingerprint(path: Path) -> str:
    """SHA-256 (hex) of a file's bytes. Raises UnreadableFile."""
    from hashlib import sha256

    from core.reading import load

    return sha256(load(path)).hexdigest()


def read_file(path: Path, progress: Progress | None = None) -> ReadFile:
    """The bytes of a plan, its text and what was read out of it. Raises UserError."""
    from core.plan.extract import extract
    from core.reading import load, read

    data = load(path)
    text = read(path, progress=progress, data=data)
    return data, text, extract(text)


def read_pasted(text: str, html: str | None) -> ReadFile:
    """Clipboard → (bytes to keep, text, draft). Raises UnreadableFile."""
    from core.plan.extract import extract
    from core.reading import read_clipboard

    found = read_clipboard(text, html)
    return text.encode("utf-8"), found, extract(found)


def write_directory_file(rows: list[tuple[str, ...]], target: Path) -> Path:
    """The directory into an .xlsx. Raises CannotWrite."""
    from core.sheets.directory import write_directory

    return write_directory(rows, target)


def read_directory_file(path: Path) -> list[tuple[str, ...]]:
    """Rows of a directory in an .xlsx. Raises UnreadableFile."""
    from core.reading.directory import read_directory

    return read_directory(path)
