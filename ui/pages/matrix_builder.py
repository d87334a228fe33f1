"""The table of a large plan is made in pieces, between which the window goes on."""
from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

from core.matrix_grid import Grid
from ui.opening import LARGE as LARGE
from ui.opening import run_slice


class GridBuilder(QObject):
    """``built`` gives the grid once it can be shown."""

    built = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: Generator[None, None, Grid] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def running(self) -> bool:
        return self._pieces is not None

    def start(self, grid: Grid) -> None:
        """``grid`` was made with ``slowly``."""
        self._pieces = _whole(grid)
        self._timer.start()

    def stop(self) -> None:
        self._pieces = None
        self._timer.stop()

    def _go_on(self) -> None:
        assert self._pieces is not None
        _, grid, over = run_slice(self._pieces)
        if over:
            self.stop()
            self.built.emit(grid)


def _whole(grid: Grid) -> Generator[None, None, Grid]:
    yield from grid.build()
    return grid
