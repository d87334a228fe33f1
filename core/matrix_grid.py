"""What the matrix window shows of a book: rows (headings and tasks), columns (agencies), marks and totals, kept up to date by deltas.

It is made for 50,000 tasks × 300 agencies: every task has a slot that never moves, a column is two bit sets of slots, and a
filter is a byte per slot, so that neither a keystroke in the filter nor a cell's change walks over all assignments.
"""
from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from core.book import Book
from core.delta import Change, Delta
from core.fold import fold, sort_key
from core.matrix import column_order, is_late
from core.matrix_view import GridFilter, GridView, Order, Section, Window, window_days
from core.model import Agency, AgencyKind, Assignment, Finding, Membership, Role, Task

LEAD, COOP, IMPLIED_LEAD, IMPLIED_COOP = 1, 2, 3, 4  # what a cell holds; 0 is empty
_ASCII, _NUMBERS = bytes.maketrans(b"\x00\x01", b"01"), bytes.maketrans(b"01", b"\x00\x01")
_Test = Callable[[Task], bool]


@dataclass(slots=True)
class Heading:
    """The row of a section: its last title stands in the row, ``count`` tasks of the filter lie under it."""

    section: Section
    count: int = 0
    folded: bool = False

    @property
    def title(self) -> str:
        return self.section[-1]

    @property
    def depth(self) -> int:
        return len(self.section) - 1


Row = int | Heading  # a task's slot, or a heading


@dataclass(frozen=True, slots=True)
class Touched:
    """What a delta means for the window: cells and tasks to repaint, or rows and columns that are other ones."""

    cells: frozenset[tuple[str, str]] = frozenset()
    tasks: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    rows: bool = False
    columns: bool = False


def haystack(task: Task) -> str:
    """What the text filter looks through, folded (the same words as core.matrix looks through)."""
    return fold("\n".join((task.text, *task.section, task.deliverable, *(d.text for d in task.deadlines))))


def short_of(agency: Agency) -> str:
    return agency.short or agency.name


@dataclass(slots=True)
class Totals:
    lead: int = 0
    coop: int = 0

    @property
    def all(self) -> int:
        return self.lead + self.coop


@dataclass(slots=True)
class _Column:
    """Slots in which one agency has a role, as bit sets."""

    lead: int = 0
    coop: int = 0


def _bits(mask: bytearray) -> int:
    return int(bytes(mask).translate(_ASCII)[::-1] or b"0", 2)


def _unpacked(bits: int, length: int) -> bytearray:
    return bytearray(format(bits, f"0{length}b").encode().translate(_NUMBERS)[::-1]) if length else bytearray()


def _both(one: bytearray, other: bytearray) -> bytearray:
    return _unpacked(_bits(one) & _bits(other), len(one))


def _common(one: Section, other: Section) -> int:
    """How many headings two sections share from the top."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class Grid:
    """The matrix of one book under one view. ``rows`` and ``columns`` are what is shown, top to bottom and left to right."""

    def __init__(self, book: Book, view: GridView | None = None, today: date | None = None) -> None:
        self.book = book
        self.view = view or GridView()
        self.today = today or date.today()
        self.rows: list[Row] = []
        self.columns: list[str] = []
        self.row_of: dict[int, int] = {}
        self.slots: list[int] = []  # the columns of the turned table
        self.column_of: dict[str, int] = {}
        self.totals: dict[str, Totals] = {}
        self.shown = 0  # tasks that pass the filter, folded ones too
        self._index()
        self.arrange(self.view)

    # ---- the index over the whole book

    def _index(self) -> None:
        self.tasks: list[Task | None] = list(self.book.tasks)
        self.slot_of = {t.id: s for s, t in enumerate(self.tasks) if t is not None}
        self.order = list(range(len(self.tasks)))
        self.number = list(range(1, len(self.tasks) + 1))
        self._texts: list[str] = []  # folded, as far as ``warm`` has come
        lead: dict[str, list[int]] = {}
        coop: dict[str, list[int]] = {}
        slot_of = self.slot_of
        for task_id, row in self.book.cells.items():
            slot = slot_of.get(task_id)
            if slot is not None:
                for agency, cell in row.items():
                    (lead if cell.role is Role.LEAD else coop).setdefault(agency, []).append(slot)
        self._columns = {a: _Column(self._packed(lead.get(a, ())), self._packed(coop.get(a, ()))) for a in lead.keys() | coop.keys()}

    def _packed(self, slots: Iterable[int]) -> int:
        mask = bytearray(len(self.tasks))
        for slot in slots:
            mask[slot] = 1
        return _bits(mask)

    def _order_again(self) -> None:
        slot_of = self.slot_of
        self.order = [slot_of[t.id] for t in self.book.tasks]
        for n, slot in enumerate(self.order, start=1):
            self.number[slot] = n

    def warm(self, seconds: float = 0.01) -> bool:
        """Fold some more texts for the text filter; True when all are done."""
        texts, tasks = self._texts, self.tasks
        end = time.perf_counter() + seconds
        while len(texts) < len(tasks):
            for task in tasks[len(texts):len(texts) + 64]:
                texts.append(haystack(task) if task is not None else "")
            if time.perf_counter() > end:
                break
        return len(texts) >= len(tasks)

    # ---- arranging

    def arrange(self, view: GridView) -> None:
        """Take over a view: filter the tasks, then lay out rows and columns."""
        self.view = view
        mask = self._mask(view.filter)
        if mask is None:
            hits, bits = self.order, -1
        else:
            hits, bits = [s for s in self.order if mask[s]], _bits(mask)
        self.shown = len(hits)
        self._shown_bits = bits
        self.rows = self._rows(hits, view.folded)
        self.row_of = {row: n for n, row in enumerate(self.rows) if type(row) is int}
        self.slots = hits if view.transposed else []
        self._count(bits)
        self.columns = self._lay_columns(bits)
        self.column_of = {a: n for n, a in enumerate(self.columns)}

    def _mask(self, wanted: GridFilter) -> bytearray | None:
        if not wanted:
            return None
        mask = bytearray(b"\x01") * len(self.tasks)
        if wanted.text.strip():
            while not self.warm(1.0):
                pass
            phrase = fold(wanted.text.strip())
            mask = _both(mask, bytearray([phrase in text for text in self._texts]))
        if wanted.agencies or wanted.role:
            mask = _both(mask, self._with_agencies(wanted))
        for test in self._tests(wanted):
            mask = bytearray([bool(m and t is not None and test(t)) for m, t in zip(mask, self.tasks, strict=True)])
        return mask

    def _with_agencies(self, wanted: GridFilter) -> bytearray:
        bits = 0
        for agency in wanted.agencies or self._columns:
            lead, coop = self._part(agency, through_groups=bool(wanted.agencies))
            bits |= (lead if wanted.role is not Role.COOP else 0) | (coop if wanted.role is not Role.LEAD else 0)
        return _unpacked(bits, len(self.tasks))

    def _part(self, agency: str, *, through_groups: bool) -> tuple[int, int]:
        """Slots in which the agency leads and cooperates, its own role first, then what its groups imply (a lead before a coop)."""
        own = self._columns.get(agency, _Column())
        lead = coop = 0
        for group in self.book.groups_of(agency) if through_groups else ():
            column = self._columns.get(group, _Column())
            lead, coop = lead | column.lead, coop | column.coop
        free = ~(own.lead | own.coop)
        return own.lead | lead & free, own.coop | coop & free & ~lead

    def _tests(self, wanted: GridFilter) -> list[_Test]:
        tests: list[_Test] = []
        if wanted.section:
            depth = len(wanted.section)
            tests.append(lambda t: t.section[:depth] == wanted.section)
        if wanted.window is Window.NONE:
            tests.append(lambda t: t.due is None)
        elif wanted.window is Window.LATE:
            tests.append(lambda t: is_late(t, self.today))
        elif wanted.window is not Window.ANY:
            first, last = window_days(wanted.window, self.today)
            tests.append(lambda t: t.due is not None and first <= t.due <= last)
        if wanted.doubt:
            doubtful = {f.task for f in self.book.findings.values() if not f.settled}
            tests.append(lambda t: t.id in doubtful)
        if wanted.without_lead:
            tests.append(lambda t: not self.has_lead(t.id))
        return tests

    def _rows(self, hits: list[int], folded: frozenset[Section]) -> list[Row]:
        rows: list[Row] = []
        open_: list[tuple[Heading, int]] = []  # headings above the task, each with the tasks before it
        last: Section = ()
        hidden = False
        for seen, slot in enumerate(hits):
            section = self.tasks[slot].section  # type: ignore[union-attr]
            if section is not last and section != last:
                same = _common(last, section)
                for heading, before in open_[same:]:
                    heading.count = seen - before
                del open_[same:]
                hidden = any(h.folded for h, _ in open_)
                for depth in range(same + 1, len(section) + 1):
                    heading = Heading(section[:depth], 0, section[:depth] in folded)
                    open_.append((heading, seen))
                    if not hidden:
                        rows.append(heading)
                    hidden = hidden or heading.folded
                last = section
            if not hidden:
                rows.append(slot)
        for heading, before in open_:
            heading.count = len(hits) - before
        return rows

    def _count(self, bits: int) -> None:
        self.totals = {a: Totals((c.lead & bits).bit_count(), (c.coop & bits).bit_count()) for a, c in self._columns.items()}

    def _lay_columns(self, bits: int) -> list[str]:
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
        if self.view.order is Order.LOAD:
            totals = self.totals.get(agency.id, Totals())
            return (-totals.all, -totals.lead, *column_order(agency))
        if self.view.order is Order.NAME:
            return (agency.kind is AgencyKind.GROUP, sort_key(agency.name))
        return column_order(agency)

    # ---- reading

    def task_at(self, row: int) -> Task | None:
        """The task of a row of ``rows``; None for a heading."""
        item = self.rows[row]
        return self.tasks[item] if type(item) is int else None

    def row_of_task(self, task_id: str) -> int | None:
        slot = self.slot_of.get(task_id)
        return None if slot is None else self.row_of.get(slot)

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
        found: dict[Section, None] = {}
        for slot in self.order:
            section = self.tasks[slot].section  # type: ignore[union-attr]
            if section not in found:
                for depth in range(1, len(section) + 1):
                    found[section[:depth]] = None
        return list(found)

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

    def has_lead(self, task_id: str) -> bool:
        return any(cell.role is Role.LEAD for cell in self.book.cells.get(task_id, {}).values())

    def task_totals(self, task_id: str) -> Totals:
        cells = self.book.cells.get(task_id, {})
        lead = sum(cell.role is Role.LEAD for cell in cells.values())
        return Totals(lead, len(cells) - lead)

    def section_totals(self, section: Section) -> dict[str, Totals]:
        """CT and PH of every agency among the shown tasks of a section."""
        depth = len(section)
        bits = _bits(bytearray([t is not None and t.section[:depth] == section for t in self.tasks])) & self._shown_bits
        return {a: Totals((c.lead & bits).bit_count(), (c.coop & bits).bit_count()) for a, c in self._columns.items()}

    # ---- changing

    def touch(self, delta: Delta) -> Touched:
        """Take over a delta that the book has already applied; says what the window must repaint or lay out again.

        ``rows`` or ``columns`` true: call ``arrange`` before painting. Rows that the filter would no longer let through stay until then.
        """
        cells: set[tuple[str, str]] = set()
        tasks: set[str] = set()
        agencies: set[str] = set()
        rows = columns = False
        for change in delta.changes:
            match change.after if change.after is not None else change.before:
                case Assignment() as cell:
                    rows_known = self._cell_changed(change)
                    cells.add((cell.task, cell.agency))
                    columns = columns or (rows_known and change.after is not None and cell.agency not in self.column_of)
                case Task() as task if task.plan == self.book.plan.id:
                    tasks.add(task.id)
                    rows = self._task_changed(change) or rows
                case Agency() as agency:
                    agencies.add(agency.id)
                    columns = True
                case Membership():
                    columns = True
                case Finding(task=task_id) if task_id:
                    tasks.add(task_id)
                case _:
                    pass
        if rows:
            self._order_again()
        return Touched(frozenset(cells), frozenset(tasks), frozenset(agencies), rows, columns)

    def _cell_changed(self, change: Change) -> bool:
        """Keep the bit sets and totals; False where the cell is of another plan."""
        cell = change.after if change.after is not None else change.before
        assert isinstance(cell, Assignment)
        slot = self.slot_of.get(cell.task)
        if slot is None:
            return False
        column = self._columns.setdefault(cell.agency, _Column())
        totals = self.totals.setdefault(cell.agency, Totals())
        bit, shown = 1 << slot, self._shown_bits >> slot & 1
        lead = isinstance(change.after, Assignment) and change.after.role is Role.LEAD
        coop = isinstance(change.after, Assignment) and change.after.role is Role.COOP
        totals.lead += shown * (lead - bool(column.lead & bit))
        totals.coop += shown * (coop - bool(column.coop & bit))
        column.lead = column.lead | bit if lead else column.lead & ~bit
        column.coop = column.coop | bit if coop else column.coop & ~bit
        return True

    def _task_changed(self, change: Change) -> bool:
        """Keep slots and texts; True where the order or number of rows is another one."""
        before, after = change.before, change.after
        assert before is None or isinstance(before, Task)
        assert after is None or isinstance(after, Task)
        if after is None:
            slot = self.slot_of.pop(before.id, None) if before else None
            if slot is not None:
                self.tasks[slot] = None
                self._retext(slot)
            return True
        slot = self.slot_of.get(after.id)
        if slot is None:
            slot = self.slot_of[after.id] = len(self.tasks)
            self.tasks.append(after)
            self.number.append(0)
            return True
        self.tasks[slot] = after
        self._retext(slot)
        return before is None or before.place != after.place or before.section != after.section

    def _retext(self, slot: int) -> None:
        if slot < len(self._texts):
            task = self.tasks[slot]
            self._texts[slot] = haystack(task) if task is not None else ""
