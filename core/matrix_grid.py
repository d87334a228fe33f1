"""What the matrix window shows of a book: rows (headings and tasks), columns (agencies), marks and totals, kept up to date by deltas."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.book import Book
from core.delta import Change, Delta
from core.fold import sort_key
from core.group_names import names_in_plan
from core.matrix import again, column_order
from core.matrix_index import TaskIndex, Totals, bits_of
from core.matrix_view import GridView, Order, Section
from core.model import Agency, AgencyKind, Assignment, Finding, Membership, Role, Task

LEAD, COOP, IMPLIED_LEAD, IMPLIED_COOP = 1, 2, 3, 4  # what a cell holds; 0 is empty


@dataclass(slots=True, eq=False)
class Heading:
    """The row of a section: its last title stands in the row, ``count`` tasks of the filter lie under it. ``again``: the section goes on
    behind a group that lay under it."""

    section: Section
    count: int = 0
    folded: bool = False
    again: bool = False

    @property
    def title(self) -> str:
        return again(self.section) if self.again else self.section[-1]

    @property
    def depth(self) -> int:
        return max(0, len(self.section) - 1)


Row = int | Heading  # a task's slot, or a heading


@dataclass(frozen=True, slots=True)
class Touched:
    """What a delta means for the window: cells and tasks to repaint, or rows and columns that are other ones."""

    cells: frozenset[tuple[str, str]] = frozenset()
    tasks: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    rows: bool = False
    columns: bool = False


def short_of(agency: Agency) -> str:
    return agency.short or agency.name


def _turn(change: Change) -> int:
    return 1 if not isinstance(change.after or change.before, Task) else 0 if change.after is not None else 2


def _common(one: Section, other: Section) -> int:
    """How many headings two sections share from the top."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class Grid(TaskIndex):
    """The matrix of one book under one view. ``rows`` and ``columns`` are what is shown, top to bottom and left to right."""

    def __init__(self, book: Book, view: GridView | None = None, today: date | None = None, *, slowly: bool = False) -> None:
        super().__init__(book, today or date.today(), slowly=slowly)
        self.view = view or GridView()
        self.rows: list[Row] = []
        self.heading_rows: list[int] = []
        self.columns: list[str] = []
        self.slots: list[int] = []  # the columns of the turned table
        self.column_of: dict[str, int] = {}
        self.totals: dict[str, Totals] = {}
        self.shown = 0  # tasks that pass the filter, folded ones too
        self._row_of: dict[Row, int] | None = None
        self._asked = 0
        self._named: dict[str, Agency] | None = None  # groups under the plan's own names, once they are asked for
        if not slowly:
            self.arrange(self.view)

    def build(self) -> Iterator[None]:
        """What was left out by ``slowly``, in pieces of a few milliseconds."""
        yield from self._index()
        self.arrange(self.view)

    # ---- arranging

    def arrange(self, view: GridView) -> None:
        """Take over a view: filter the tasks, then lay out rows and columns."""
        self.view = view
        mask = self.mask(view.filter)
        self._shown_bits = -1 if mask is None else bits_of(mask)
        self._lay_rows(mask, view.folded)
        self.slots = [s for s in self.order if mask is None or mask[s]] if view.transposed else []
        bits = self._shown_bits
        self.totals = {a: Totals((p.lead & bits).bit_count(), (p.coop & bits).bit_count()) for a, p in self._parts.items()}
        self.columns = self._lay_columns()
        self.column_of = {a: n for n, a in enumerate(self.columns)}

    def _lay_rows(self, mask: bytearray | None, folded: frozenset[Section]) -> None:
        """Rows from the runs of tasks under one heading: a run is taken over at once, only headings are looked at one by one."""
        rows: list[Row] = []
        heads: list[int] = []
        open_: list[tuple[Heading, int]] = []  # headings above the run, each with the tasks before it
        seen, hidden = 0, False
        for section, run in self.runs:
            here = run if mask is None else [slot for slot in run if mask[slot]]
            if not here:
                continue
            same = _common(open_[-1][0].section if open_ else (), section)
            goes_on = same == len(section) < len(open_)
            for heading, before in open_[same:]:
                heading.count = seen - before
            del open_[same:]
            hidden = any(h.folded for h, _ in open_)
            if goes_on and not hidden:
                hidden = section in folded  # of those under no heading
                heads.append(len(rows))
                rows.append(Heading(section, len(here), hidden, again=True))
            for depth in range(same + 1, len(section) + 1):
                heading = Heading(section[:depth], 0, section[:depth] in folded)
                open_.append((heading, seen))
                if not hidden:
                    heads.append(len(rows))
                    rows.append(heading)
                hidden = hidden or heading.folded
            if not hidden:
                rows.extend(here)
            seen += len(here)
        for heading, before in open_:
            heading.count = seen - before
        self.rows, self.heading_rows, self.shown, self._row_of, self._asked = rows, heads, seen, None, 0

    def _lay_columns(self) -> list[str]:
        book, view = self.book, self.view
        chosen = [a for a in book.agencies.values()
                  if not view.only_working or ((t := self.totals.get(a.id)) is not None and t.all)]
        have = {a.id for a in chosen}
        for group in view.spread:
            if group in have:
                chosen += [book.agencies[m] for m in book.members.get(group, ()) if m in book.agencies and m not in have]
                have.update(book.members.get(group, ()))
        return [a.id for a in sorted(chosen, key=self._order_key)]

    def _order_key(self, agency: Agency) -> tuple[object, ...]:
        agency = self.agency(agency.id)
        if self.view.order is Order.LOAD:
            totals = self.totals.get(agency.id, Totals())
            return (-totals.all, -totals.lead, *column_order(agency))
        if self.view.order is Order.NAME:
            return (agency.kind is AgencyKind.GROUP, sort_key(agency.name))
        return column_order(agency)

    # ---- reading

    def agency(self, agency_id: str) -> Agency:
        """The agency of a column as the sheets name it: a group by the plan's own words."""
        if self._named is None:
            self._named = names_in_plan(self.book)
        return self._named.get(agency_id) or self.book.agencies[agency_id]

    def heaviest(self) -> int:
        """How much the busiest agency has, the measure of loads. A group stands for many and would dwarf them: it counts only where there
        is nothing else."""
        agencies = self.book.agencies
        loads = [(t.all, a in agencies and agencies[a].kind is AgencyKind.GROUP) for a, t in self.totals.items() if t.all]
        return max((load for load, group in loads if not group), default=0) or max((load for load, _ in loads), default=0) or 1

    def section_of(self, slot: int) -> Section:
        """The headings over a task."""
        task = self.tasks[slot]
        return task.section if task is not None else ()

    def task_at(self, row: int) -> Task | None:
        """The task of a row of ``rows``; None for a heading."""
        item = self.rows[row]
        return self.tasks[item] if type(item) is int else None

    def row_of_task(self, task_id: str) -> int | None:
        slot = self.slot_of.get(task_id)
        if slot is None:
            return None
        self._asked += 1
        if self._row_of is None and self._asked <= 6:  # a few rows are found sooner than a table of all is made
            try:
                return self.rows.index(slot)
            except ValueError:
                return None
        if self._row_of is None:
            self._row_of = dict(zip(self.rows, range(len(self.rows)), strict=True))
        return self._row_of.get(slot)

    def slot_place(self, task_id: str) -> int | None:
        """The column of a task in the turned table."""
        slot = self.slot_of.get(task_id)
        return self.slots.index(slot) if slot in self.slots else None

    def heading_above(self, row: int) -> Heading | None:
        """The innermost heading that a row lies under (the row itself when it is one)."""
        while row >= 0:
            item = self.rows[row]
            if isinstance(item, Heading):
                return item
            row -= 1
        return None

    def sections(self) -> list[Section]:
        """All sections of the plan with their parents, in the order of the plan."""
        return list(dict.fromkeys(section[:depth] for section, _ in self.runs for depth in range(1, len(section) + 1)))

    def mark(self, task_id: str, agency_id: str) -> int:
        """0, LEAD, COOP, or what the agency has through a group that is spread."""
        cells = self.book.cells.get(task_id)
        if not cells:
            return 0
        cell = cells.get(agency_id)
        if cell is not None:
            return LEAD if cell.role is Role.LEAD else COOP
        through = self.through(task_id, agency_id) if self.view.spread else None
        return 0 if through is None else IMPLIED_LEAD if through.role is Role.LEAD else IMPLIED_COOP

    def through(self, task_id: str, agency_id: str) -> Assignment | None:
        """The assignment of a spread group by which the agency has a part in the task; a lead before a coop."""
        found = None
        cells = self.book.cells.get(task_id, {})
        for group in self.view.spread:
            cell = cells.get(group)
            if cell is not None and agency_id in self.book.members.get(group, ()) and (found is None or cell.role is Role.LEAD):
                found = cell
        return found

    def task_totals(self, task_id: str) -> Totals:
        cells = self.book.cells.get(task_id, {})
        lead = sum(cell.role is Role.LEAD for cell in cells.values())
        return Totals(lead, len(cells) - lead)

    def section_totals(self, section: Section, *, alone: bool = False) -> dict[str, Totals]:
        """CT and PH of every agency among the shown tasks of a section; ``alone``: without the groups below it."""
        depth = len(section)
        mask = bytearray(len(self.tasks))
        for path, run in self.runs:
            if path == section or (path[:depth] == section and not alone):
                for slot in run:
                    mask[slot] = 1
        bits = bits_of(mask) & self._shown_bits
        return {a: Totals((p.lead & bits).bit_count(), (p.coop & bits).bit_count()) for a, p in self._parts.items()}

    def without_lead(self) -> int:
        """How many of the shown tasks nobody leads."""
        return self.shown - (self.leads() & self._shown_bits).bit_count()

    # ---- changing

    def touch(self, delta: Delta) -> Touched:
        """Take over a delta that the book has already applied; says what the window must repaint or lay out again.

        ``rows`` or ``columns`` true: call ``arrange`` before painting. Rows that the filter would no longer let through stay until then.
        """
        cells: set[tuple[str, str]] = set()
        tasks: set[str] = set()
        agencies: set[str] = set()
        rows = columns = False
        # tasks come before their cells and go after them, in whatever order the delta names them
        for change in sorted(delta.changes, key=_turn):
            match change.after if change.after is not None else change.before:
                case Assignment() as cell:
                    self._named = None if cell.written else self._named
                    known = self._cell_changed(change) and self._count_again(cell)
                    cells.add((cell.task, cell.agency))
                    columns = columns or (known and change.after is not None and cell.agency not in self.column_of)
                case Task() as task if task.plan == self.book.plan.id:
                    tasks.add(task.id)
                    rows = self._task_changed(change) or rows
                case Agency() as agency:
                    agencies.add(agency.id)
                    columns, self._named = True, None
                case Membership():
                    columns = True
                case Finding(task=task_id) if task_id:
                    tasks.add(task_id)
                case _:
                    pass
        if rows:
            self._order_again()
        return Touched(frozenset(cells), frozenset(tasks), frozenset(agencies), rows, columns)

    def _count_again(self, cell: Assignment) -> bool:
        part, bits = self._parts[cell.agency], self._shown_bits
        self.totals[cell.agency] = Totals((part.lead & bits).bit_count(), (part.coop & bits).bit_count())
        return True
