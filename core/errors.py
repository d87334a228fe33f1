"""What a person did or met, told in Vietnamese with advice. Everything else that is raised is a bug."""
from __future__ import annotations


class UserError(Exception):
    """``str(error)`` is one clear Vietnamese line: what happened and what to do. ``advice`` may add a second sentence."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(f"{message} {advice}".strip())
        self.message = message
        self.advice = advice

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str]]:
        # errors cross from the worker process to the window
        return type(self), (self.message, self.advice)


class UnreadableFile(UserError):
    """The file cannot be read: missing, damaged, locked, empty, encrypted, of an unknown format."""


class MissingPart(UserError):
    """An optional part of the program (OCR, .doc) is not installed."""


class CannotWrite(UserError):
    """The target cannot be written: open in another program, no right, disk full, a bad name."""


class StoreError(UserError):
    """The database cannot be opened or written: newer version, locked, damaged, disk full."""


class DamagedStore(StoreError):
    """The database is there but broken: a backup can take its place."""


class Cancelled(UserError):
    """The person stopped a long piece of work."""

    def __init__(self, message: str = "Đã dừng theo yêu cầu.", advice: str = "") -> None:
        super().__init__(message, advice)
