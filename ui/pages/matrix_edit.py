"""What a person can do to the matrix: each command makes a Delta with core.edits and hands it to the session."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from core import edits
from core.book import Book
from core.delta import Delta
from core.errors import UserError
from core.matrix import column_order
from core.matrix_grid import IMPLIED_COOP, IMPLIED_LEAD
from core.model import Deadline, Role
from ui import messages
from ui.models.matrix import Frozen
from ui.pages.matrix_pane import MatrixPane
from ui.pages.matrix_view import Range
from ui.session import Session

MOST = 20_000  # cells in one step: a whole big table chosen by Ctrl+A must not become millions of assignments


class MatrixEdits(QObject):
    """Commands on what is chosen in ``pane``. Every one is one step of undo and says its name."""

    def __init__(self, session: Session, pane: MatrixPane) -> None:
        super().__init__(pane)
        self.session, self.pane = session, pane

    @property
    def book(self) -> Book | None:
        return self.session.book

    def do(self, delta: Delta) -> bool:
        """Write it; an error of the store is told, not raised."""
        try:
            return self.session.do(delta)
        except UserError as problem:
            messages.error(self.pane.window(), problem)
            return False

    # ---- cells

    def set_role(self, role: Role | None) -> bool:
        """Give all chosen cells the role (None empties them)."""
        if self.book is None or self.too_many():
            return False
        cells = self.pane.chosen_pairs()
        return bool(cells) and self.do(self._set(cells, role))

    def too_many(self, most: int = MOST) -> bool:
        """Whether more is chosen than one step should touch; says so."""
        return self._over(self.pane.chosen_count(), most)

    def _over(self, count: int, most: int) -> bool:
        if count > most:
            messages.notice(self.tr("Đang chọn {0} ô; mỗi lần nhiều nhất {1} ô.").format(count, most), kind="warn")
        return count > most

    def _set(self, cells: Iterable[tuple[str, str]], role: Role | None) -> Delta:
        assert self.book is not None
        delta = edits.set_role(self.book, cells, role)
        if len(delta.changes) == 1 and role is not None:
            return replace(delta, name="Ghi chủ trì" if role is Role.LEAD else "Ghi phối hợp")
        return delta

    def command(self, name: str) -> bool:
        """What a key in the table asks for; "next" goes round as a click does."""
        if name == "next":
            index = self.pane.cells.currentIndex()
            return self.cycle(index.row(), index.column())
        return self.set_role({"lead": Role.LEAD, "coop": Role.COOP, "clear": None}[name])

    def cycle(self, row: int, column: int) -> bool:
        """A click: empty → CT → PH → empty; a part that comes through a group is written out."""
        grid, pair = self.pane.grid, self.pane.cell_model.pair(row, column)
        if self.book is None or grid is None or pair is None:
            return False
        if grid.mark(*pair) in (IMPLIED_LEAD, IMPLIED_COOP):
            return self.write_out([pair])
        return self.do(self._set([pair], edits.next_role(self.book.role(*pair))))

    def write_out_chosen(self) -> bool:
        return not self.too_many() and self.write_out(self.pane.chosen_pairs())

    def write_out(self, cells: Iterable[tuple[str, str]]) -> bool:
        """Make explicit what groups imply in these cells."""
        book, grid = self.book, self.pane.grid
        if book is None or grid is None:
            return False
        parts = []
        for task, agency in cells:
            through = grid.through(task, agency) if book.role(task, agency) is None else None
            if through is not None:
                parts.append(edits.spread_group(book, [task], through.agency, [agency]))
        return self.do(edits.together("Ghi rõ thành viên của nhóm", *parts))

    def fill(self, source: Range, target: Range) -> bool:
        """Repeat the source's cells over the target, as dragging its corner does."""
        if self.book is None or self._over((target[2] - target[0] + 1) * (target[3] - target[1] + 1), MOST):
            return False
        model = self.pane.cell_model
        top, left, bottom, right = source
        # headings do not count as rows of the pattern
        rows = [row for row in range(target[0], target[2] + 1) if model.heading(row) is None]
        pattern = [row for row in rows if top <= row <= bottom]
        wanted: dict[Role | None, list[tuple[str, str]]] = {}
        for n, row in enumerate(rows if pattern else []):
            start = pattern[(n - rows.index(pattern[0])) % len(pattern)]
            for column in range(target[1], target[3] + 1):
                here, like = model.pair(row, column), model.pair(start, left + (column - left) % (right - left + 1))
                if here is not None and like is not None and not (row in pattern and left <= column <= right):
                    wanted.setdefault(self.book.role(*like), []).append(here)
        parts = [edits.set_role(self.book, cells, role) for role, cells in wanted.items()]
        delta = edits.together("", *parts)
        done = self.do(replace(delta, name=f"Điền {len(delta.changes)} ô"))
        self.pane.select(*target)
        return done

    def fill_down(self) -> bool:
        """The first chosen row goes into the chosen rows below."""
        span = self.pane.cells.chosen_range()
        return span is not None and span[2] > span[0] and self.fill((span[0], span[1], span[0], span[3]), span)

    def fill_right(self) -> bool:
        span = self.pane.cells.chosen_range()
        return span is not None and span[3] > span[1] and self.fill((span[0], span[1], span[2], span[1]), span)

    def write_cells(self, wanted: dict[tuple[str, str], Role | None], name: str) -> bool:
        """Many cells, each with its own role, as one step; "{0}" in ``name`` becomes the number of cells that change."""
        if self.book is None:
            return False
        parts = [edits.set_role(self.book, [c for c, r in wanted.items() if r is role], role) for role in (Role.LEAD, Role.COOP, None)]
        delta = edits.together("", *parts)
        return self.do(replace(delta, name=name.format(len(delta.changes))))

    # ---- tasks

    def edit_text(self, task_id: str, column: Frozen, text: str) -> bool:
        """What was typed in place at the left."""
        book = self.book
        text = text.strip()
        if book is None or not book.has_task(task_id) or (column is Frozen.TEXT and not text):
            return False
        if column is Frozen.TEXT:
            return self.do(edits.edit_task(book, task_id, text=text))
        if column is Frozen.DELIVERABLE:
            return self.do(edits.edit_task(book, task_id, deliverable=text))
        if column is Frozen.DUE and text != "; ".join(d.text for d in book.task(task_id).deadlines):
            return self.do(edits.edit_task(book, task_id, deadlines=read_deadlines(text, book.plan.date)))
        return False

    def add_task(self) -> str | None:
        """An empty-handed new task below the current one; its id."""
        if self.book is None:
            return None
        task, delta = edits.add_task(self.book, self.tr("Nhiệm vụ mới"), after=self.pane.current_task())
        return task.id if self.do(delta) else None

    def delete_tasks(self) -> bool:
        tasks = self.pane.chosen_tasks()
        return bool(self.book is not None and tasks and self.do(edits.delete_tasks(self.book, tasks)))

    def move(self, step: int) -> bool:
        """The current task one place up (-1) or down (+1)."""
        book, task = self.book, self.pane.current_task()
        if book is None or task is None:
            return False
        ids = book.task_ids()
        here = ids.index(task)
        if not 0 <= here + step < len(ids):
            return False
        after = ids[here + 1] if step > 0 else (ids[here - 2] if here >= 2 else None)
        return self.do(edits.move_task(book, task, after=after))

    def move_column(self, agency_id: str, before: str | None) -> bool:
        """Put an agency's column before another (None: last); the order of all shown columns becomes the clerk's own."""
        book, grid = self.book, self.pane.grid
        if book is None or grid is None or agency_id == before:
            return False
        order = [a for a in grid.columns if a != agency_id]
        order.insert(order.index(before) if before in order else len(order), agency_id)
        rest = [a.id for a in sorted(book.agencies.values(), key=column_order) if a.id not in grid.column_of]
        return self.do(edits.order_agencies(book, [*order, *rest]))

    def set_lead(self, task_id: str, agency_id: str) -> bool:
        return bool(self.book is not None and self.do(edits.set_lead(self.book, task_id, agency_id)))

    def propose_members(self, group_id: str) -> bool:
        """For a group without members: those that the directory would give it, if the person agrees. True when it has some now."""
        book = self.book
        if book is None:
            return False
        group, plan = book.agencies[group_id], book.plan
        found = self.session.workspace.directory().propose_members(group, on=plan.date, province=plan.province)
        members = [book.agencies[m] for m in found if m in book.agencies]
        if not members:
            messages.notice(self.tr("Nhóm này chưa có thành viên; hãy ghi thành viên ở trang Cơ quan."), kind="warn")
            return False
        names = ", ".join(a.short or a.name for a in members[:12]) + (", …" if len(members) > 12 else "")
        question = self.tr("Nhóm “{0}” chưa có thành viên. Ghi {1} cơ quan theo danh bạ?").format(group.name, len(members))
        if not messages.ask(self.pane.window(), question, names, yes=self.tr("Ghi thành viên"), no=self.tr("Để sau")):
            return False
        return self.do(edits.set_members(book, group_id, [a.id for a in members]))

    def merge(self, loser: str, winner: str) -> bool:
        """Two agencies become one, asked for first: the work goes to ``winner`` in every plan."""
        if self.book is None or loser == winner:
            return False
        old, new = self.book.agencies[loser].name, self.book.agencies[winner].name
        theirs = self.session.workspace.assignments_of(loser, winner)
        count = sum(1 for cell in theirs if cell.agency == loser)
        more = self.tr("{0} phân công trong mọi kế hoạch chuyển sang “{1}”; “{2}” thành một cách viết khác của nó. Có thể hoàn tác.")
        if not messages.ask(self.pane.window(), self.tr("Gộp “{0}” vào “{1}”?").format(old, new), more.format(count, new, old),
                            yes=self.tr("Gộp"), no=self.tr("Huỷ")):
            return False
        return self.do(edits.merge_agencies(self.book, loser, winner, theirs))


def read_deadlines(text: str, base: date | None) -> tuple[Deadline, ...]:
    """The deadlines that a typed text means, reckoned from the plan's day; words that say no day stay as words."""
    from core.plan.deadlines import read_cell

    return tuple(replace(d, span=None) for d in read_cell(text, base=base)) or ((Deadline(text),) if text else ())
