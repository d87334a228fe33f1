"""The pages that will be printed: made in a worker, with how far it has come and a way to stop it, then shown by PdfView."""
from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.errors import Cancelled, UserError
from ui import background
from ui.background import Job
from ui.numbers import grouped
from ui.pages.export_bar import PreviewBar
from ui.pages.export_preview import PdfView


class PreviewPane(QWidget):
    """``make`` asks for new pages, what was under way is given up. ``path`` is the file whose pages are shown, None while there is none."""

    shown = Signal()  # other pages, or none
    place_changed = Signal()  # another page, another zoom
    again_wanted = Signal()  # the person stopped the making and wants the pages after all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._folder: Path | None = None
        self._turn = 0
        self.stopped = False  # by the person
        self._coming: Path | None = None  # made, and on its way into the view
        self._none = ""  # said where there is no page
        self._job: Job | None = None
        self.view = PdfView(self)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.page_changed.connect(lambda _: self.show_place())
        self.view.zoom_changed.connect(self.show_place)
        self.view.opened.connect(self._opened)
        self.bar = PreviewBar(self.view, self)
        self.bar.stop_wanted.connect(self.stop)
        self.bar.again_wanted.connect(self.again_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)

    @property
    def making(self) -> bool:
        return self._job is not None or self._coming is not None

    def make(self, job: Callable[..., list[Path]], where: tuple[object, ...], kind: str, keywords: dict[str, object]) -> None:
        """``job(*where, kind, target, keywords)`` writes the PDF."""
        self.give_up()
        self._turn += 1
        self.stopped = False
        self.bar.set_busy(True)
        self.view.words = self.tr("Đang dựng các trang sẽ in…")
        self.view.viewport().update()
        self._job = background.run(job, *where, kind, self._scratch() / f"{self._turn}.pdf", keywords,
                                   on_done=lambda made: self._take(made[0]), on_error=self._failed, on_progress=self.bar.progress)

    def give_up(self) -> None:
        """What is being made is out of date."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def stop(self) -> None:
        """The person does not want to wait. No old pages stay: they could be taken for those of the plan as it is now."""
        self.give_up()
        self.stopped = True
        self.clear(self.tr("Đã dừng dựng trang"), self.tr("Vẫn xuất ra tệp được. Bấm “Dựng lại” để xem các trang sẽ in."))
        self.bar.offer_again()

    def clear(self, words: str, more: str = "") -> None:
        """No pages; ``words`` say why."""
        self.bar.set_busy(False)
        self._none = words
        self.view.words = more or words
        self._coming = None
        self._replace(None)
        self.view.open(None)

    def close_file(self) -> None:
        """The window closes: the previewed file is let go while the library that holds it still stands."""
        self.give_up()
        self._coming = None
        if self.view.count() or self.view.opening:
            self.view.open(None, at_once=True)

    def _scratch(self) -> Path:
        """The folder of the previews: made at the first one, gone with the page or at the end of the program."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="phancong-xem-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled) or not isValid(self):
            return  # whoever cancelled it knows what is shown now
        self._job = None
        self.clear(error.message if isinstance(error, UserError) else self.tr("Chưa dựng được các trang."))
        if not isinstance(error, UserError):
            raise error

    def _take(self, path: Path) -> None:
        if not isValid(self):
            return  # the pages came after the window had closed
        self._job, self._coming = None, path
        self.view.open(path)

    def _opened(self) -> None:
        at = self.view.former_page
        if self._coming is not None:
            self.bar.set_busy(False)
            self._replace(self._coming)
            self._coming = None
        self.bar.show_titles()
        self.view.show_page(at)
        self.show_place()
        self.shown.emit()

    def _replace(self, path: Path | None) -> None:
        if self.path is not None and self.path != path:
            self.path.unlink(missing_ok=True)
        self.path = path

    def show_place(self) -> None:
        view = self.view
        count = view.count()
        self.bar.set_place(self.tr("Trang {} / {}   {} %").format(grouped(view.page + 1), grouped(count), view.percent()) if count
                           else self._none)
        self.bar.show_title_of(view.page)
        self.place_changed.emit()
