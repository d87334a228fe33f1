"""Xuất, in: the choices at the left, at the right the very pages that will be printed; to a file or to the printer."""
from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.book import Book
from core.errors import Cancelled, UserError
from core.group_names import in_words_of_plan
from core.model import PlanStatus
from core.plan_name import plan_name
from core.sheets.export import export_job
from core.sheets.names import file_name
from core.sheets.wording import agency_name
from ui import background, messages
from ui.actions import ActionSpec
from ui.background import Job
from ui.jobs import LARGE, export_stored
from ui.numbers import grouped
from ui.pages.export_bar import PreviewBar
from ui.pages.export_choices import ExportChoices
from ui.pages.export_desk import FORMATS, ExportDesk
from ui.pages.export_preview import PdfView
from ui.pages.export_print import PrintJob, ask_printer
from ui.session import Session
from ui.theme import icon


class ExportPage(QWidget):
    """``status_changed`` when the number of pages or the place in them is another one; ``previewed`` when new pages are shown."""

    status_changed = Signal()
    previewed = Signal()
    written = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
        self._folder: Path | None = None
        self._turn = 0
        self._preview: Path | None = None
        self._preview_job: Job | None = None
        self._export_job: Job | None = None
        self._print_job: PrintJob | None = None
        self._stale = self._unread = True
        self._again = QTimer(self, singleShot=True, interval=300)
        self._again.timeout.connect(self.refresh)
        self._build()
        session.plan_opened.connect(lambda _: self._book_changed())
        session.changed.connect(lambda _: self._book_changed())
        self._book_changed()

    @property
    def _book(self) -> Book | None:
        return self._session.book

    # ---- building

    def _build(self) -> None:
        title = QLabel(self.tr("Xuất, in"), self)
        title.setProperty("kind", "title")
        self.choices = ExportChoices(self._session.settings, self)
        self.choices.changed.connect(self._choices_changed)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.choices)
        scroll.setMinimumWidth(366)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 18, 6, 18)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(scroll, 1)
        column.addWidget(self._caution())
        self.desk = ExportDesk(self._session.settings.text("export/format", "xlsx"), self)
        self.desk.save_wanted.connect(self.save)
        self.desk.print_wanted.connect(self.print)
        self.desk.stop_wanted.connect(self.cancel)
        self.format, self.save_button, self.print_button = self.desk.format, self.desk.save_button, self.desk.print_button
        column.addWidget(self.desk)
        right = QWidget(self)
        pages = QVBoxLayout(right)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        self.view = PdfView(right)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.page_changed.connect(lambda _: self._show_place())
        self.view.zoom_changed.connect(self._show_place)
        bar = PreviewBar(self.view, right)
        self.place, self.jump, self.set_busy, self.set_place = bar.place, bar.jump, bar.set_busy, bar.set_place
        pages.addWidget(bar)
        pages.addWidget(self.view, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([404, 846])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split)

    def _caution(self) -> QPushButton:
        """Seen while the plan is still under review: what is printed now may hold what nobody has looked at. A click goes there."""
        self.caution = QPushButton(icon("warning", "warn"), "", self)
        self.caution.setProperty("kind", "quiet")
        self.caution.setToolTip(self.tr("Sang trang Rà soát"))
        self.caution.clicked.connect(lambda _=False: self._session.page_wanted.emit("review"))
        return self.caution

    def _show_caution(self) -> None:
        book = self._book
        doubts = len(book.open_findings()) if book is not None else 0
        words = self.tr("Chưa chấp nhận, còn {} chỗ cần xem").format(grouped(doubts))
        self.caution.setText(words if doubts else self.tr("Kế hoạch chưa được chấp nhận"))
        self.caution.setVisible(book is not None and book.plan.status is PlanStatus.REVIEW)

    # ---- the preview

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_book()
        if self._stale:
            self._again.start(0)

    def remember(self) -> None:
        """The window closes: the previewed file is let go while the library that holds it still stands."""
        if self._preview_job is not None:
            self._preview_job.cancel()
        if self.view.count():
            self.view.open(None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()  # what is stale stays so, until the page is seen again
        self.choices.remember()
        self._session.settings.set("export/format", self.format.currentData())

    def _book_changed(self) -> None:
        self._stale = self._unread = True
        self._show_caution()
        if self.isVisible():
            self._read_book()
            self._again.start(300)

    def _read_book(self) -> None:
        """Who has duties in the plan: asked when the page is seen, not at every step on another one."""
        if self._unread:
            self._unread = False
            self.choices.show_book(self._book)

    def _choices_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._again.start(0)

    @property
    def up_to_date(self) -> bool:
        """Whether the pages shown are those of the book and the choices as they are now."""
        return not self._stale and not self._again.isActive() and self._preview_job is None

    def refresh(self) -> None:
        """Make the pages anew in a worker; what was under way is out of date."""
        if self._preview_job is not None:
            self._preview_job.cancel()
            self._preview_job = None
        self._stale = False
        book = self._book
        if book is None or (self.choices.kind == "checklist" and not self.choices.chosen_agencies()):
            self._show(None)
            return
        self._turn += 1
        target = self._scratch() / f"{self._turn}.pdf"
        self.set_busy(True)
        self.view.words = self.tr("Đang dựng các trang sẽ in…")
        self.view.viewport().update()
        job, where = self._job_over(book)
        self._preview_job = background.run(job, *where, self.choices.kind, target, self._keywords("pdf", bundle="file"),
                                           on_done=lambda made: self._show(made[0]), on_error=self._preview_failed,
                                           on_progress=lambda share, what: None)

    def _job_over(self, book: Book) -> tuple[Callable[..., list[Path]], tuple[object, ...]]:
        """A plan goes to the worker as it is; a large one is read there from the database, where every step stands at once: to pack
        50,000 tasks would hold the window up for more than a second."""
        if len(book.task_ids()) > LARGE:
            return export_stored, (self._session.workspace.path, book.plan.id)
        return export_job, (book,)

    def _scratch(self) -> Path:
        """The folder of the previews: made at the first one, gone with the page or at the end of the program."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="phancong-xem-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder

    def _keywords(self, ending: str, *, bundle: str) -> dict[str, object]:
        """What ``core.sheets.export.export`` is called with."""
        from dataclasses import replace

        options = replace(self.choices.options(), today=self._session.today())
        each = self.choices.each
        chosen = self.choices.chosen_agencies()
        return {"format": ending, "options": options, "each_agency": each, "bundle": bundle,
                "agency": chosen[0] if self.choices.kind == "checklist" and not each and chosen else None}

    def _preview_failed(self, error: BaseException) -> None:
        self._preview_job = None
        self.set_busy(False)
        if isinstance(error, Cancelled):
            return
        self._show(None)
        if not isinstance(error, UserError):
            raise error
        self.set_place(error.message)

    def _show(self, path: Path | None) -> None:
        if not isValid(self):
            return  # the pages came after the window had closed
        self._preview_job = None
        self.set_busy(False)
        at = self.view.page
        self.view.words = self.tr("Chưa có gì để in")
        self.view.open(path)
        if self._preview is not None and self._preview != path:
            self._preview.unlink(missing_ok=True)
        self._preview = path
        self.jump.clear()
        for name, page in self.view.titles:
            self.jump.addItem(name, page)
        self.jump.setVisible(len(self.view.titles) > 1)
        self.view.show_page(at)
        for button in (self.save_button, self.print_button):
            button.setEnabled(path is not None)
        self._show_place()
        self.previewed.emit()

    def _show_place(self) -> None:
        count = self.view.count()
        self.set_place(self.tr("Trang {} / {}   {} %").format(grouped(self.view.page + 1), grouped(count), self.view.percent()) if count
                           else self.tr("Chưa có gì để in"))
        here = max((n for n, (_, page) in enumerate(self.view.titles) if page <= self.view.page), default=-1)
        if here >= 0 and self.jump.currentIndex() != here:
            self.jump.setCurrentIndex(here)
        self.status_changed.emit()

    def status(self) -> str:
        """For the bottom bar."""
        return self.tr("{} trang sẽ in").format(grouped(self.view.count())) if self.view.count() else ""

    def focus_first(self) -> None:
        self.choices.sheet.setFocus()

    def show_checklist(self, agency_id: str) -> None:
        """The checklist of one agency, asked for by another page."""
        self.choices.choose_only(agency_id)

    # ---- to a file

    def suggested_name(self) -> str:
        """File name without its ending."""
        book = self._book
        number = (book.plan.number or plan_name(book.plan.title) or book.plan.source_name) if book is not None else ""
        words = self.choices.sheet.currentText()
        chosen = self.choices.chosen_agencies()
        if self.choices.kind == "checklist" and not self.choices.each and book is not None and chosen:
            return file_name(f"Phiếu nhiệm vụ - {agency_name(in_words_of_plan(book).agencies[chosen[0]])}")
        return file_name(f"{words} - {number}" if number else words)

    def save(self) -> None:
        """Ask where, then write in a worker."""
        if self._book is None or self._export_job is not None or not self.save_button.isEnabled():
            return
        ending = str(self.format.currentData())
        start = Path(self._session.settings.text("export/folder", str(Path.home())))
        folder = self.choices.each and self.choices.bundle.currentData() == "folder"
        if folder:
            name = QFileDialog.getExistingDirectory(self, self.tr("Thư mục để ghi các phiếu"), str(start))
        else:
            words = dict(FORMATS)[ending].split(" ")[0]
            name, _ = QFileDialog.getSaveFileName(self, self.tr("Xuất"), str(start / f"{self.suggested_name()}.{ending}"),
                                                  f"{words} (*.{ending})")
        if not name:
            return
        if folder:
            target = self.desk.free_folder(Path(name) / self.suggested_name())
            if target is None:
                return
        else:
            target = Path(name if name.lower().endswith(f".{ending}") else f"{name}.{ending}")
        self._session.settings.set("export/folder", str(target.parent))
        self.save_to(target)

    def save_to(self, target: Path) -> None:
        """Write what is chosen; ``written`` tells the files."""
        ending = str(self.format.currentData())
        self.choices.remember()
        self._session.settings.set("export/format", ending)
        self.desk.begin(self.tr("Đang xuất…"))
        assert self._book is not None
        job, where = self._job_over(self._book)
        self._export_job = background.run(job, *where, self.choices.kind, target,
                                          self._keywords(ending, bundle=str(self.choices.bundle.currentData())),
                                          on_done=self._saved, on_error=self._save_failed, on_progress=self.desk.progress)

    def _saved(self, made: list[Path]) -> None:
        self._export_job = None
        self.desk.end(ready=self._preview is not None)
        self.desk.show_made(made)
        messages.notice(self.desk.work_words.text(), action=self.tr("Mở thư mục"), run=self.desk.show_folder, kind="ok")
        self.written.emit(made)

    def _save_failed(self, error: BaseException) -> None:
        self._export_job = None
        self.desk.end(ready=self._preview is not None)
        if isinstance(error, Cancelled):
            messages.notice(self.tr("Đã dừng xuất; tệp cũ vẫn còn nguyên."))
        elif isinstance(error, UserError):
            messages.error(self, error)
        else:
            raise error

    # ---- to the printer

    def print(self) -> None:
        """The system's dialog, then page after page."""
        if self._preview is None or self._print_job is not None:
            return
        printer = ask_printer(self, self.view.count())
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: Any) -> None:
        assert self._preview is not None
        words = self.tr("Đang in trang {} / {}")
        self.desk.begin(self.tr("Đang in…"))
        self._print_job = PrintJob(self._preview, printer, self)
        self._print_job.progress.connect(lambda done, count: self.desk.progress(done / count, words.format(done, count)))
        self._print_job.finished.connect(self._printed)
        self._print_job.start()

    def _printed(self, whole: bool) -> None:
        self._print_job = None
        self.desk.end(ready=self._preview is not None)
        if whole:
            messages.notice(self.tr("Đã gửi các trang tới máy in."), kind="ok")
        else:
            messages.notice(self.tr("Chưa in được hoặc đã dừng in. Hãy kiểm tra máy in."), kind="warn")

    # ---- work under way

    def cancel(self) -> None:
        """Stop what is being written or printed."""
        if self._export_job is not None:
            self._export_job.cancel()
        if self._print_job is not None:
            self._print_job.cancel()

    # ---- actions

    def actions(self) -> list[ActionSpec]:  # type: ignore[override]
        menu, sight, ready = self.tr("Tệp"), self.tr("Xem"), self._is_ready
        return [
            ActionSpec("export.save", self.tr("&Xuất ra tệp…"), menu, self.save, "Ctrl+S", "download", "export",
                       self.tr("Ghi biểu đang xem ra Excel, PDF hoặc Word"), enabled=ready, separator=True),
            ActionSpec("export.print", self.tr("&In…"), menu, self.print, "Ctrl+P", "export", "export", self.tr("In các trang đang xem"),
                       enabled=ready),
            ActionSpec("export.zoom_in", self.tr("Phóng to trang"), sight, lambda: self.view.step_zoom(1), "Ctrl++", "zoom-in", "export"),
            ActionSpec("export.zoom_out", self.tr("Thu nhỏ trang"), sight, lambda: self.view.step_zoom(-1), "Ctrl+-", "zoom-out", "export"),
            ActionSpec("export.fit", self.tr("Vừa bề ngang trang"), sight, lambda: self.view.set_zoom(0.0), "Ctrl+0", "fullscreen",
                       "export"),
        ]

    def _is_ready(self) -> bool:
        return self._preview is not None and self._export_job is None and self._print_job is None
