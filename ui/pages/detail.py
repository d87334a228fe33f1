"""The panel at the right: the chosen task with everything about it, each part editable where it stands."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core import edits, proposals
from core.book import Book
from core.delta import Delta
from core.errors import UserError
from core.model import Finding, Proposal, Role, Span, Task
from core.named import ABOUT_LEAD, left_out
from ui import messages
from ui.actions import ActionSpec
from ui.day_field import DayField
from ui.numbers import grouped
from ui.pages.detail_findings import FindingCards
from ui.pages.detail_parts import AgencyField, ChipText, DeadlineField, GrowingText, Line
from ui.session import Session
from ui.theme import colours, icon, state

QUOTE_LIMIT = 900  # characters of the source shown at most


class DetailPanel(QWidget):
    """Follows ``session.task_chosen`` and ``session.changed``; every edit is one step through ``session.do``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        self._task: str | None = None
        self._filling = False
        self._build()
        session.plan_opened.connect(lambda book: self._show(session.task_id if book is not None else None))
        session.task_chosen.connect(self._show)
        session.changed.connect(self._changed)
        state().changed.connect(self._fill_quote)
        self._show(session.task_id)

    # ---- shape

    def _build(self) -> None:
        self.title = QLabel()
        self.title.setProperty("kind", "subtitle")
        self.where = QLabel(wordWrap=True)
        self.where.setProperty("kind", "muted")
        self._go = QToolButton()
        self._go.setIcon(icon("eye"))
        self._go.setIconSize(QSize(18, 18))
        self._go.setToolTip(self.tr("Xem trong văn bản gốc"))
        self._go.setAccessibleName(self._go.toolTip())
        self._go.clicked.connect(self.show_in_text)
        self._findings = FindingCards()
        self._findings.answered.connect(self._answer)
        self.text = GrowingText(self.tr("Nội dung nhiệm vụ"), least=2, most=14)
        session = self.session
        self.leads = AgencyField(Role.LEAD, lambda: session.book)
        self.coops = AgencyField(Role.COOP, lambda: session.book)
        self.deadlines = DeadlineField()
        self.deliverable = Line(self.tr("Sản phẩm"))
        self.note = GrowingText(self.tr("Ghi chú"), least=1, most=6)
        self.quote = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._connect_parts()
        self._lay_out()

    def _state_row(self) -> QHBoxLayout:
        self.done = QCheckBox(self.tr("Hoàn thành ngày"))
        self.done_day = DayField(None, self, latest=self.session.today())
        self.done_day.setAccessibleName(self.tr("Ngày hoàn thành"))
        self.done_day.setMaximumWidth(self.done_day.minimumWidth() + 16)
        self.paused = QCheckBox(self.tr("Tạm dừng"))
        row = QHBoxLayout()
        for widget in (self.done, self.done_day):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self._go)
        column.addLayout(top)
        column.addWidget(self.where)
        column.addWidget(self._findings)
        self._headings: dict[str, QLabel] = {}
        for name, part in ((self.tr("Nội dung"), self.text), (self.tr("Cơ quan chủ trì"), self.leads),
                           (self.tr("Cơ quan phối hợp"), self.coops), (self.tr("Thời hạn"), self.deadlines),
                           (self.tr("Sản phẩm"), self.deliverable), (self.tr("Ghi chú"), self.note)):
            column.addWidget(_heading(name, part))
            column.addWidget(part)
        column.addWidget(_heading(self.tr("Theo dõi"), None))
        column.addLayout(self._state_row())
        column.addWidget(self.done_day.problem)
        column.addWidget(self.paused)
        column.addWidget(_heading(self.tr("Trong văn bản"), None))
        column.addWidget(self.quote)
        column.addStretch(1)
        self.done.toggled.connect(self._set_done)
        self.done_day.settled.connect(self._set_done_day)
        self.paused.toggled.connect(self._set_paused)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.setObjectName("detailBody")
        body.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(body)
        self._nothing = QLabel(self.tr("Chọn một nhiệm vụ để xem và sửa ở đây."), wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("kind", "muted")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self._scroll = scroll

    def _connect_parts(self) -> None:
        self.text.done.connect(lambda text: self._edit(text=text) if text else self._fill())
        self.deliverable.done.connect(lambda text: self._edit(deliverable=text))
        self.note.done.connect(lambda text: self._edit(note=text))
        for field, role in ((self.leads, Role.LEAD), (self.coops, Role.COOP)):
            field.added.connect(lambda name, r=role: self._with_task(
                lambda book, task: edits.assign(book, task, name, r, self.session.workspace.directory())))
            field.removed.connect(lambda agency: self._with_task(
                lambda book, task: edits.set_role(book, [(task, agency)], None, name=self.tr("Bỏ cơ quan"))))
            other = Role.COOP if role is Role.LEAD else Role.LEAD
            field.moved.connect(lambda agency, r=other: self._with_task(
                lambda book, task: edits.set_role(book, [(task, agency)], r, name=self.tr("Đổi vai cơ quan"))))
        self.deadlines.added.connect(lambda text: self._with_task(lambda book, task: proposals.add_deadline(book, task, text)))
        self.deadlines.changed.connect(self._set_deadline)

    # ---- following the session

    def _show(self, task_id: str | None) -> None:
        if task_id == self._task:
            self._fill()
            return
        self.commit()
        self.done_day.forget()
        self._task = task_id
        self._findings.forget()
        self._scroll.verticalScrollBar().setValue(0)
        self._fill()
        for _ in range(4 * self.isVisible()):  # the parts tell their new heights one after another: no half-laid panel is painted
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _changed(self, delta: Delta) -> None:
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def commit(self) -> None:
        """Hand in what is typed but not yet left."""
        for part in (self.text, self.deliverable, self.note):
            part.commit()
        for row in self.deadlines.rows:
            row.line.commit()
        self.done_day.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.commit()

    def _fill(self) -> None:
        if not self.isVisible():
            return  # filled when it is looked at
        book, task_id = self.session.book, self._task
        there = book is not None and task_id is not None and book.has_task(task_id)
        self._pages.setCurrentIndex(1 if there else 0)
        if not there or book is None or task_id is None:
            self._task = None if book is None else task_id
            return
        task = book.task(task_id)
        self._filling = True
        self.title.setText(self.tr("Nhiệm vụ {n} / {all}").format(n=grouped(_number(book, task_id)), all=grouped(len(book.tasks))))
        self.where.setText(_where(task))
        self.where.setVisible(bool(self.where.text()))
        self._findings.give(book.open_findings(task_id))
        self.text.give(task.text)
        self.leads.give(_chips(book, task_id, Role.LEAD))
        self.coops.give(_chips(book, task_id, Role.COOP))
        self.deadlines.give(task.deadlines)
        self.deliverable.give(task.deliverable)
        self.note.give(task.note)
        self.done.setChecked(task.done is not None)
        self.done_day.setVisible(task.done is not None)
        self.done_day.latest = self.session.today()
        self.done_day.set_day(task.done)
        self.paused.setChecked(task.paused)
        self._fill_quote()
        self._filling = False

    def _fill_quote(self) -> None:
        book = self.session.book
        if book is None or self._task is None or not book.has_task(self._task):
            return
        task = book.task(self._task)
        self.quote.setText(quote_html(book, task) + self._notes_html(book, task) if task.span else
                           f"<i>{escape(self.tr('Nhiệm vụ này do người dùng thêm, không có trong văn bản.'))}</i>")
        self._go.setEnabled(task.span is not None)

    def _notes_html(self, book: Book, task: Task) -> str:
        """The footnotes that belong to the task's words."""
        try:
            notes = self.session.workspace.notes(book.plan)
        except UserError:  # the database tells its trouble when something is really asked of it
            return ""
        span = task.span
        own = [n for n in notes if span is not None and n.anchor is not None and span.start <= n.anchor <= span.end]
        return "".join(f'<p style="color:{colours().muted}; margin:5px 0 0 0">'
                       f'{escape(self.tr("Chú thích {mark}: {text}").format(mark=n.mark, text=n.text))}</p>' for n in own)

    # ---- edits

    def _with_task(self, make: Callable[[Book, str], Delta]) -> None:
        book = self.session.book
        if book is None or self._task is None or not book.has_task(self._task) or self._filling:
            return
        try:
            self.session.do(make(book, self._task))
        except UserError as problem:
            messages.error(self, problem)
            self._fill()

    def _edit(self, **fields: Any) -> None:
        self._with_task(lambda book, task: edits.edit_task(book, task, **fields))

    def _answer(self, finding: Finding, proposal: Proposal) -> None:
        """The panel closes the finding at once; what its sentence still names can be added right below, and is told."""
        missing: list[str] = []

        def make(book: Book, _: str) -> Delta:
            directory = self.session.workspace.directory()
            delta = proposals.answer(book, finding, proposal, directory)
            if finding.kind in ABOUT_LEAD and proposal.action in ("lead", "coop"):
                missing.extend(left_out(book, finding, delta, directory))
            return delta

        self._with_task(make)
        if missing:
            messages.notice(self.tr("Câu còn nêu: {}").format(", ".join(f"“{name}”" for name in missing)), kind="warn")

    def _set_deadline(self, place: int, text: str) -> None:
        def make(book: Book, task_id: str) -> Delta:
            given = list(book.task(task_id).deadlines)
            if place >= len(given) or given[place].text == text:
                return Delta("")
            if text:
                given[place] = replace(proposals.read_deadline(text, given[place].span, base=book.plan.date))
            else:
                del given[place]
            return edits.edit_task(book, task_id, deadlines=tuple(given))

        self._with_task(make)

    def _set_done(self, done: bool) -> None:
        self._edit(done=self.session.today() if done else None)

    def _set_done_day(self, day: date) -> None:
        if self.done.isChecked():
            self._edit(done=day)

    def _set_paused(self, paused: bool) -> None:
        self._edit(paused=paused)

    def show_in_text(self) -> None:
        """Go to the review page, where the sentence stands in the plan."""
        task = self._task
        self.session.page_wanted.emit("review")
        if task is not None:
            self.session.choose_task(task)

    def actions(self) -> list[ActionSpec]:  # type: ignore[override]
        """The panel's rows of the table of actions."""
        def there() -> bool:
            return self._task is not None and self.isVisible()
        menu = QCoreApplication.translate("ActionTable", "Sửa")
        return [ActionSpec(f"detail.{verb}", text, menu, run, key, icon_name, enabled=there, separator=line)
                for verb, text, run, key, icon_name, line in (
                    ("text", self.tr("Sửa nội dung nhiệm vụ"), self.text.setFocus, "F2", "edit", True),
                    ("lead", self.tr("Thêm cơ quan chủ trì…"), self.leads.edit.setFocus, "Ctrl+Shift+C", "lead", False),
                    ("coop", self.tr("Thêm cơ quan phối hợp…"), self.coops.edit.setFocus, "Ctrl+Shift+P", "coop", False),
                    ("source", self.tr("Xem câu trong văn bản gốc"), self.show_in_text, "", "eye", False))]


def _heading(text: str, buddy: QWidget | None) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "muted")
    label.setContentsMargins(0, 8, 0, 0)
    if buddy is not None:
        label.setBuddy(buddy)
    return label


def _number(book: Book, task_id: str) -> int:
    return next((n for n, t in enumerate(book.tasks, start=1) if t.id == task_id), 0)


def _where(task: Task) -> str:
    """Path and headings above the task, the nearest last."""
    parts = [" ".join(s.split()) for s in task.section[-2:]]
    shown = [p if len(p) <= 90 else p[:88].rstrip() + "…" for p in parts]
    return " › ".join(shown) if shown else ".".join(task.path)


def _chips(book: Book, task_id: str, role: Role) -> list[ChipText]:
    return [ChipText(a.agency, book.agencies[a.agency].name, a.written, book.agencies[a.agency].known)
            for a in book.assignments(task_id, role) if a.agency in book.agencies]


def quote_html(book: Book, task: Task) -> str:
    """Where the task comes from: the lines above it that name its agencies, then its sentence (at most QUOTE_LIMIT characters), with the
    words that make roles and deadlines marked."""
    if task.span is None:
        return ""
    c = colours()
    marks = [(a.span, c.lead_soft if a.role is Role.LEAD else c.coop_soft) for a in book.assignments(task.id) if a.span]
    marks += [(d.span, c.ok_soft) for d in task.deadlines if d.span]
    own = Span(task.span.start, min(task.span.end, task.span.start + QUOTE_LIMIT))
    lines = {_line_around(book.text, s) for s, _ in marks if not own.start <= s.start < task.span.end}
    places = [*sorted(lines)[:4], own]
    parts = [_marked(book.text, place, marks) + ("…" if place is own and own.end < task.span.end else "") for place in places]
    above = "".join(f'<p style="color:{c.muted}; margin:0 0 5px 0">{part}</p>' for part in parts[:-1])
    return f'{above}<p style="margin:0">“{parts[-1]}”</p>'


def _line_around(text: str, span: Span) -> Span:
    """The paragraph that a span stands in, at most 160 characters to each side of it."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return Span(max(start, span.start - 160), min(end if end >= 0 else len(text), span.end + 160))


def _marked(text: str, place: Span, marks: Sequence[tuple[Span, str]]) -> str:
    """HTML of a place of the text with the spans that lie in it marked; of overlapping ones the first."""
    parts, at = [], place.start
    for span, ink in sorted(marks, key=lambda m: (m[0].start, -m[0].end)):
        if span.start < at or span.start >= place.end:
            continue
        last = min(span.end, place.end)
        parts.append(escape(text[at:span.start]))
        parts.append(f'<span style="background-color:{ink}"><u>{escape(text[span.start:last])}</u></span>')
        at = last
    return "".join([*parts, escape(text[at:place.end])]).replace("\n", "<br>")
