"""Xuất, in: the choices at the left, at the right the very pages that will be printed; to a file or to the printer."""
from __future__ import annotations

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
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

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
from ui.bar import ElidedLabel
from ui.jobs import LARGE, export_stored
from ui.numbers import grouped
from ui.pages.export_choices import ExportChoices
from ui.pages.export_desk import FORMATS, ExportDesk
from ui.pages.export_pages import PreviewPane
from ui.pages.export_print import PrintJob, ask_printer
from ui.session import Session
from ui.theme import icon


class ExportPage(QWidget):
    """``status_changed`` when the number of pages or the place in them is another one; ``previewed`` when new pages are shown."""

    status_changed = Signal()
    previewed = Signal()
    written = Signal(list)
    agency_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
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
        self.choices.groups.group_wanted.connect(self.agency_wanted)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.choices)
        scroll.setMinimumWidth(366)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 18, 6, 18)
        column.setSpacing(12)
        self.plan_name = ElidedLabel(self)
        self.plan_name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addWidget(title)
        column.addWidget(self.plan_name)
        column.addWidget(scroll, 1)
        column.addWidget(self._caution())
        self.desk = ExportDesk(self._session.settings.text("export/format", "xlsx"), self)
        self.desk.save_wanted.connect(self.save)
        self.desk.print_wanted.connect(self.print)
        self.desk.stop_wanted.connect(self.cancel)
        self.format, self.save_button, self.print_button = self.desk.format, self.desk.save_button, self.desk.print_button
        column.addWidget(self.desk)
        self.pages = PreviewPane(self)
        self.view, self.place, self.jump = self.pages.view, self.pages.bar.place, self.pages.bar.jump
        self.pages.shown.connect(self._shown)
        self.pages.place_changed.connect(self.status_changed)
        self.pages.again_wanted.connect(self.refresh)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.pages)
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
        """The window closes."""
        self.pages.close_file()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()  # what is stale stays so, until the page is seen again
        self.choices.remember()
        self._session.settings.set("export/format", self.format.currentData())

    def _book_changed(self) -> None:
        self._stale = self._unread = True
        self._show_caution()
        plan = self._book.plan if self._book is not None else None
        self.plan_name.set_full(": ".join(w for w in (plan.number or "", plan_name(plan.title) or plan.source_name) if w) if plan else "")
        self.plan_name.setAccessibleName(self.plan_name.full())
        self.plan_name.setVisible(plan is not None)
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
        return not self._stale and not self._again.isActive() and not self.pages.making

    def refresh(self) -> None:
        """Make the pages anew in a worker; what was under way is out of date."""
        self._stale = False
        book = self._book
        if book is None or (self.choices.kind == "checklist" and not self.choices.chosen_agencies()):
            self.pages.give_up()
            self.pages.clear(self.tr("Chưa có gì để in"))
            return
        self.pages.make(*self._job_over(book), self.choices.kind, self._keywords("pdf", bundle="file"))
        self.print_button.setEnabled(self._can_print())
        self.save_button.setEnabled(self._can_save())

    def _job_over(self, book: Book) -> tuple[Callable[..., list[Path]], tuple[object, ...]]:
        """A plan goes to the worker as it is; a large one is read there from the database, where every step stands at once: to pack
        50,000 tasks would hold the window up for more than a second."""
        if len(book.task_ids()) > LARGE:
            return export_stored, (self._session.workspace.path, book.plan.id)
        return export_job, (book,)

    def _keywords(self, ending: str, *, bundle: str) -> dict[str, object]:
        """What ``core.sheets.export.export`` is called with."""
        from dataclasses import replace

        options = replace(self.choices.options(), today=self._session.today())
        each = self.choices.each
        chosen = self.choices.chosen_agencies()
        return {"format": ending, "options": options, "each_agency": each, "bundle": bundle,
                "agency": chosen[0] if self.choices.kind == "checklist" and not each and chosen else None}

    def _shown(self) -> None:
        """Other pages are there, or none. Where their making was stopped a file can be written all the same."""
        if self._export_job is None and self._print_job is None:
            self.save_button.setEnabled(self._can_save())
            self.print_button.setEnabled(self._can_print())
        self.previewed.emit()

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
        self._work_over()
        self.desk.show_made(made)
        messages.notice(self.desk.work_words.text(), action=self.tr("Mở thư mục"), run=self.desk.show_folder, kind="ok")
        self.written.emit(made)

    def _save_failed(self, error: BaseException) -> None:
        self._export_job = None
        self._work_over()
        if isinstance(error, Cancelled):
            messages.notice(self.tr("Đã dừng xuất; tệp cũ vẫn còn nguyên."))
            return
        # on the page and in the bar below, where "Đã ghi …" of an earlier file may still stand
        words = self.tr("Chưa xuất được: {}").format(error.message) if isinstance(error, UserError) else self.tr("Chưa xuất được tệp.")
        self.desk.show_failed(words)
        messages.notice(words, kind="danger")
        if not isinstance(error, UserError):
            raise error
        messages.error(self, error)

    # ---- to the printer

    def print(self) -> None:
        """The system's dialog, then page after page."""
        if self.pages.path is None or self._print_job is not None:
            return
        printer = ask_printer(self, self.view.count())
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: Any) -> None:
        assert self.pages.path is not None
        words = self.tr("Đang in trang {} / {}")
        self.desk.begin(self.tr("Đang in…"))
        self._print_job = PrintJob(self.pages.path, printer, self)
        self._print_job.progress.connect(lambda done, count: self.desk.progress(done / count, words.format(done, count)))
        self._print_job.finished.connect(self._printed)
        self._print_job.start()

    def _printed(self, whole: bool) -> None:
        self._print_job = None
        self._work_over()
        if whole:
            messages.notice(self.tr("Đã gửi các trang tới máy in."), kind="ok")
        else:
            messages.notice(self.tr("Chưa in được hoặc đã dừng in. Hãy kiểm tra máy in."), kind="warn")

    # ---- work under way

    def _work_over(self) -> None:
        """Nothing is written or printed any more."""
        self.desk.end()
        self.save_button.setEnabled(self._can_save())
        self.print_button.setEnabled(self._can_print())

    def _can_save(self) -> bool:
        """Also while the pages of a large plan are being made, and where that was stopped: the file needs no preview."""
        return self._export_job is None and self._print_job is None and (
            self.pages.path is not None or self.pages.making or self.pages.stopped)

    def _can_print(self) -> bool:
        return self._export_job is None and self._print_job is None and self.pages.path is not None

    def cancel(self) -> None:
        """Stop what is being written or printed."""
        if self._export_job is not None:
            self._export_job.cancel()
        if self._print_job is not None:
            self._print_job.cancel()

    # ---- actions

    def actions(self) -> list[ActionSpec]:  # type: ignore[override]
        menu, sight = self.tr("Tệp"), self.tr("Xem")
        return [
            ActionSpec("export.save", self.tr("&Xuất ra tệp…"), menu, self.save, "Ctrl+S", "download", "export",
                       self.tr("Ghi biểu đang xem ra Excel, PDF hoặc Word"), enabled=self._can_save, separator=True),
            ActionSpec("export.print", self.tr("&In…"), menu, self.print, "Ctrl+P", "export", "export", self.tr("In các trang đang xem"),
                       enabled=self._can_print),
            ActionSpec("export.zoom_in", self.tr("Phóng to trang"), sight, lambda: self.view.step_zoom(1), "Ctrl++", "zoom-in", "export"),
            ActionSpec("export.zoom_out", self.tr("Thu nhỏ trang"), sight, lambda: self.view.step_zoom(-1), "Ctrl+-", "zoom-out", "export"),
            ActionSpec("export.fit", self.tr("Vừa bề ngang trang"), sight, lambda: self.view.set_zoom(0.0), "Ctrl+0", "fullscreen",
                       "export"),
        ]
