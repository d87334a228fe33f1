"""The one door to the person: boxes, questions and notices. Tests put a Recorder in its place.

A box stops the work and is kept for what must be read or decided; a notice stands in the bottom bar with a way to take the step back.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.errors import UserError


class Notice(NamedTuple):
    """One line for the bottom bar. ``action`` names the button beside it ("Hoàn tác"), ``run`` is what it does."""

    text: str
    action: str = ""
    run: Callable[[], object] | None = None
    kind: str = ""  # "", "ok", "warn", "danger"


if TYPE_CHECKING:
    class Door(Protocol):
        """What a stand-in for the real boxes must do."""

        def error(self, parent: QWidget | None, message: str, advice: str) -> None: ...
        def info(self, parent: QWidget | None, message: str, more: str) -> None: ...
        def choose(self, parent: QWidget | None, message: str, more: str, answers: tuple[str, ...], escape: int = -1) -> int: ...
        def notice(self, notice: Notice) -> None: ...


def _tr(text: str) -> str:
    return QCoreApplication.translate("messages", text)


class Boxes:
    """The real door: message boxes, and the bars of the open windows for notices."""

    def __init__(self) -> None:
        self.bars: list[Callable[[Notice], None]] = []

    def error(self, parent: QWidget | None, message: str, advice: str) -> None:
        self._show(parent, "warning", message, advice, (_tr("Đã hiểu"),))

    def info(self, parent: QWidget | None, message: str, more: str) -> None:
        self._show(parent, "info", message, more, (_tr("Đã hiểu"),))

    def choose(self, parent: QWidget | None, message: str, more: str, answers: tuple[str, ...], escape: int = -1) -> int:
        return self._show(parent, "question", message, more, answers, escape)

    def notice(self, notice: Notice) -> None:
        for show in self.bars:
            show(notice)

    def _show(self, parent: QWidget | None, kind: str, message: str, more: str, answers: tuple[str, ...], escape: int = -1) -> int:
        from ui.dialogs.message import MessageDialog

        box = MessageDialog(kind, message, more, answers, parent, escape=escape)
        box.exec()
        return box.answer


class Recorder:
    """The door in tests: keeps what was said and gives prepared answers (the number of the button; 0 without one)."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.infos: list[str] = []
        self.questions: list[str] = []
        self.notices: list[Notice] = []
        self.answers: list[int] = []
        self.escapes: list[str] = []  # what Escape would have answered

    def error(self, parent: QWidget | None, message: str, advice: str) -> None:
        self.errors.append(f"{message} {advice}".strip())

    def info(self, parent: QWidget | None, message: str, more: str) -> None:
        self.infos.append(f"{message} {more}".strip())

    def choose(self, parent: QWidget | None, message: str, more: str, answers: tuple[str, ...], escape: int = -1) -> int:
        self.escapes.append(answers[escape])
        self.questions.append(f"{message} {more}".strip())
        return self.answers.pop(0) if self.answers else 0

    def notice(self, notice: Notice) -> None:
        self.notices.append(notice)


boxes = Boxes()
_door: Door = boxes


@contextmanager
def recorded() -> Iterator[Recorder]:
    """For tests: nothing is shown inside, everything is kept. Notices go to the bars as well."""
    global _door
    before, recorder = _door, Recorder()
    _door = recorder
    try:
        yield recorder
    finally:
        _door = before


def error(parent: QWidget | None, problem: UserError) -> None:
    """Tell what a person did or met, with advice."""
    _door.error(parent, problem.message, problem.advice)


def info(parent: QWidget | None, message: str, more: str = "") -> None:
    _door.info(parent, message, more)


def ask(parent: QWidget | None, message: str, more: str = "", *, yes: str = "", no: str = "", escape_yes: bool = False) -> bool:
    """A question with two answers, named by what they do; Escape is "no", or "yes" where that is the one that changes nothing."""
    return _door.choose(parent, message, more, (yes or _tr("Có"), no or _tr("Không")), 0 if escape_yes else -1) == 0


def choose(parent: QWidget | None, message: str, more: str, *answers: str) -> int:
    """The number of the chosen answer; Enter is the first, Escape the last."""
    return _door.choose(parent, message, more, answers)


def notice(text: str, *, action: str = "", run: Callable[[], object] | None = None, kind: str = "") -> None:
    """A line in the bottom bar, with a button where ``action`` names one."""
    made = Notice(text, action, run, kind)
    _door.notice(made)
    if _door is not boxes:
        boxes.notice(made)
