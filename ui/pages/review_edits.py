"""What can be done to the chosen task and with the selected words of the text; each is one step."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from core import edits, proposals
from core.agencies import Directory
from core.book import Book
from core.delta import Delta
from core.errors import UserError
from core.model import Role, Span
from ui import messages
from ui.models.tasks import TaskModel
from ui.pages.review_source import SourceView
from ui.popups import keeps_keys
from ui.session import Session


class ReviewEdits:
    """Works on ``session.task_id`` and on the caret and the selection of ``source``; says in a notice why nothing can be done."""

    def __init__(self, session: Session, source: SourceView, tasks: TaskModel, page: QWidget) -> None:
        self.session, self.source, self.tasks, self._page = session, source, tasks, page

    @staticmethod
    def tr(text: str) -> str:
        return QCoreApplication.translate("ReviewEdits", text)

    def do(self, delta: Delta) -> bool:
        """Write a step; a failure of the store is told."""
        try:
            return self.session.do(delta)
        except UserError as problem:
            messages.error(self._page, problem)
            return False

    def chosen(self) -> str | None:
        task = self.session.task_id
        return task if task is not None and self.session.book is not None and self.session.book.has_task(task) else None

    def split(self) -> None:
        """Cut the task before the word in the text that the caret stands in."""
        task_id, book = self.chosen(), self.session.book
        if task_id is None or book is None:
            return
        offset = proposals.word_start(book.text, self.source.caret())
        at = proposals.place_in_task(book, book.task(task_id), offset)
        delta = proposals.split_at(book, task_id, at, offset=offset) if at is not None else None
        if not delta:
            messages.notice(self.tr("Đặt con trỏ vào giữa câu của nhiệm vụ trong văn bản, tại chỗ cần tách, rồi bấm S."), kind="warn")
            self.source.setFocus()
            return
        self.do(delta)

    def merge(self) -> None:
        task_id, book = self.chosen(), self.session.book
        if task_id is None or book is None:
            return
        below = self.tasks.id_at(self.tasks.row_of(task_id) + 1)
        if below is None:
            messages.notice(self.tr("Đây là nhiệm vụ cuối, không có nhiệm vụ nào sau nó để gộp."), kind="warn")
            return
        self.do(edits.merge_tasks(book, [task_id, below]))

    def not_task(self) -> None:
        task_id, book = self.chosen(), self.session.book
        if task_id is not None and book is not None:
            self.do(edits.not_a_task(book, task_id))

    # ---- the selected words become …

    def add_task(self) -> None:
        span = self.source.selected_span()
        there = self.source.task_at(span) if span is not None else None
        if there is not None:
            messages.notice(self.tr("Đoạn này đã là nhiệm vụ {}.").format(there.number), kind="warn")
            self.session.choose_task(there.task)
            return
        self._with_selection(lambda book, _, span: proposals.add_from_text(book, span), needs_task=False)

    def add_lead(self) -> None:
        self._add_agency(Role.LEAD)

    def add_coop(self) -> None:
        self._add_agency(Role.COOP)

    def add_deadline(self) -> None:
        self._with_selection(lambda book, task, span: proposals.add_deadline(book, task, self.source.text_of(span), span))

    def _add_agency(self, role: Role) -> None:
        directory = self.session.workspace.directory()

        def make(book: Book, task_id: str, span: Span) -> Delta:
            written = " ".join(self.source.text_of(span).split()).strip(" ,;:.-")
            name = self._meant(book, written, directory)
            return edits.assign(book, task_id, name, role, directory, span) if name else Delta("")

        self._with_selection(make)

    def _meant(self, book: Book, written: str, directory: Directory) -> str:
        """The agency that the selected words mean. A name that nobody knows is asked about, for it would become a new agency."""
        found = directory.find(written, province=book.plan.province, on=book.plan.date)
        known = found.agency is not None or book.agency_named(written) is not None
        if known or not written:
            return written
        near = [agency.name for agency in found.near[:3]]
        shown = written if len(written) <= 90 else written[:88].rstrip() + "…"
        answer = messages.choose(self._page, self.tr("Danh bạ chưa có “{}”.").format(shown), self.tr("Đây là cơ quan nào?"),
                                 *near, self.tr("Thêm là cơ quan mới"), self.tr("Huỷ"))
        return [*near, written, ""][answer]

    def _with_selection(self, make: Callable[[Book, str, Span], Delta], *, needs_task: bool = True) -> None:
        span, book, task_id = self.source.selected_span(), self.session.book, self.chosen()
        if book is None or (needs_task and task_id is None):
            return
        if span is None:
            messages.notice(self.tr("Bôi đen chữ trong văn bản trước (chuột, hoặc Shift + phím mũi tên), rồi bấm phím này."), kind="warn")
            self.source.setFocus()
            return
        known = {t.id for t in book.tasks}
        if self.do(make(book, task_id or "", span)):
            self.source.drop_selection()
            made = next((t.id for t in book.tasks if t.id not in known), None)
            if made is not None:
                self.session.choose_task(made)

    def menu(self) -> QMenu:
        """What can be done at the caret or with the selected words."""
        menu = QMenu(self.source)
        keeps_keys(menu)
        selected = self.source.selected_span() is not None
        for text, run, key in (
            (self.tr("Thêm thành nhiệm vụ"), self.add_task, "T"),
            (self.tr("Thêm thành cơ quan chủ trì"), self.add_lead, "C"),
            (self.tr("Thêm thành cơ quan phối hợp"), self.add_coop, "P"),
            (self.tr("Thêm thành thời hạn"), self.add_deadline, "H"),
        ):
            menu.addAction(f"{text}\t{key}", run).setEnabled(selected)
        menu.addSeparator()
        for text, run, key in (
            (self.tr("Tách nhiệm vụ tại đây"), self.split, "S"),
            (self.tr("Gộp với nhiệm vụ sau"), self.merge, "M"),
            (self.tr("Không phải nhiệm vụ"), self.not_task, "X"),
        ):
            menu.addAction(f"{text}\t{key}", run).setEnabled(self.chosen() is not None)
        menu.addSeparator()
        menu.addAction(self.tr("Sao chép") + "\tCtrl+C", self.source.copy).setEnabled(selected)
        return menu
