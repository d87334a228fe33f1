"""Tasks + filter → Matrix: rows (sections and tasks), columns (agencies with work), cells CT / PH, totals. Pure and quick.

A member of a group has a part in every task that names the group; such cells are *implied*: they are told by ``Matrix.through``
and never stored. A member's own role in a task outweighs what the group implies.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from core.book import Book
from core.fold import fold, sort_key
from core.model import Agency, AgencyKind, Assignment, Deadline, Role, Task

MARKS = {Role.LEAD: "CT", Role.COOP: "PH"}
ORDERS = ("place", "due", "text", "lead")

_LEAD = Role.LEAD  # looked up 250,000 times
_KINDS = {kind: n for n, kind in enumerate(AgencyKind)}


class RowKind(StrEnum):
    SECTION = "section"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class MatrixFilter:
    """Which tasks are shown; an empty field asks for nothing.

    ``agencies`` are ids: tasks in which one of them has a part (its own or through a group), and only these columns. ``roles`` narrows
    that to the part played; without agencies it asks for a task with anybody in that role. ``sections`` are paths of headings, a
    task lies in one when its section begins with it. ``text`` is looked for without case and marks in the task's text, section,
    deliverable and deadlines.
    ``only_late`` needs ``today``. ``used_columns`` leaves out agencies without work in the shown rows.
    """

    agencies: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()
    sections: tuple[tuple[str, ...], ...] = ()
    due_from: date | None = None
    due_to: date | None = None
    only_no_due: bool = False
    only_doubt: bool = False
    only_no_lead: bool = False
    only_unchecked: bool = False
    only_late: bool = False
    text: str = ""
    today: date | None = None
    used_columns: bool = False

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self != MatrixFilter(today=self.today)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A heading (``level`` from 0, its number in ``label``, ``task`` None) or a task with its ``number`` in the plan and its totals."""

    kind: RowKind
    text: str
    level: int = 0
    task: Task | None = None
    number: int = 0
    leads: int = 0
    coops: int = 0
    doubts: int = 0
    groups: frozenset[str] = frozenset()
    label: str = ""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """An agency (or group) with its totals over the shown tasks; ``implied`` counts tasks that reach it through a group only."""

    agency: Agency
    leads: int = 0
    coops: int = 0
    implied: int = 0


@dataclass(frozen=True, slots=True)
class Matrix:
    """What the page shows and the sheet prints. ``cells[task_id][agency_id]`` is an Assignment; ``groups[agency_id]`` its groups."""

    rows: tuple[MatrixRow, ...]
    columns: tuple[MatrixColumn, ...]
    cells: Mapping[str, Mapping[str, Assignment]] = field(repr=False)
    groups: Mapping[str, frozenset[str]] = field(repr=False, default_factory=dict)
    tasks: int = 0
    leads: int = 0
    coops: int = 0
    no_lead: int = 0

    def role(self, row: int, column: int) -> Role | None:
        """The agency's own role in the task of this row."""
        task = self.rows[row].task
        if task is None:
            return None
        cell = self.cells[task.id].get(self.columns[column].agency.id)
        return cell.role if cell else None

    def through(self, row: int, column: int) -> Assignment | None:
        """The group's assignment that gives the agency a part in this task, where it has none of its own; a lead before a coop."""
        here = self.rows[row]
        if here.task is None or not here.groups:
            return None
        agency = self.columns[column].agency.id
        cells = self.cells[here.task.id]
        if agency in cells:
            return None
        return first_of(cells[g] for g in here.groups & self.groups.get(agency, frozenset()))

    def row_of(self, task_id: str) -> int | None:
        return next((n for n, row in enumerate(self.rows) if row.task is not None and row.task.id == task_id), None)


def first_of(cells: Iterable[Assignment]) -> Assignment | None:
    """The weightiest of several parts: a lead before a coop, then by id so that the answer is always the same one."""
    return min(cells, key=lambda a: (a.role is not Role.LEAD, a.agency), default=None)


def column_order(agency: Agency) -> tuple[bool, float, int, bool, str]:
    """Groups last; the clerk's own order, then those without a place by kind, the names that the directory knows before those that only
    this plan has ("Bảo tàng tỉnh" after every Sở), and by the Vietnamese alphabet."""
    return (agency.kind is AgencyKind.GROUP, agency.place or float("inf"), _KINDS[agency.kind], not agency.known, sort_key(agency.name))


def working_agencies(book: Book) -> list[Agency]:
    """Agencies and groups with at least one assignment, in the order of the columns."""
    used = {agency for row in book.cells.values() for agency in row}
    return sorted((book.agencies[i] for i in used if i in book.agencies), key=column_order)


def groups_by_member(book: Book) -> dict[str, frozenset[str]]:
    """The groups each agency belongs to, by its id."""
    found: dict[str, set[str]] = {}
    for group, members in book.members.items():
        for agency in members:
            found.setdefault(agency, set()).add(group)
    return {agency: frozenset(groups) for agency, groups in found.items()}


def build(book: Book, *, filter: MatrixFilter = MatrixFilter(), order: str = "place") -> Matrix:
    """The matrix of a book. ``order`` of the rows: "place" (as in the plan, with its headings), "due", "text" or "lead"."""
    groups = groups_by_member(book)
    doubts: Counter[str] = Counter(f.task for f in book.findings.values() if f.task and not f.settled)
    named = {group for group, members in book.members.items() if members}
    kept = list(enumerate(book.tasks, start=1))
    if filter:
        wanted = replace(filter, text=fold(filter.text))
        kept = [item for item in kept if _wanted(item[1], book, wanted, groups, doubts)]
    if order != "place":
        kept = _ordered(kept, book, order)
    cells = {task.id: dict(book.cells.get(task.id, _NOTHING)) for _, task in kept}
    led = {task_id: [cell.agency for cell in own.values() if cell.role is _LEAD] for task_id, own in cells.items()}
    rows = tuple(_rows(kept, cells, led, doubts, named, headings=order == "place"))
    columns = _columns(book, filter, cells, led, rows, groups)
    leads = sum(map(len, led.values()))
    return Matrix(rows, columns, cells, groups, len(kept), leads, sum(map(len, cells.values())) - leads,
                  sum(1 for names in led.values() if not names))


Cells = Mapping[str, Mapping[str, Assignment]]
_NOTHING: dict[str, Assignment] = {}
_NO_GROUPS: frozenset[str] = frozenset()


def _rows(kept: Sequence[tuple[int, Task]], cells: Cells, led: Mapping[str, list[str]], doubts: Mapping[str, int],
          named: set[str], *, headings: bool) -> Iterator[MatrixRow]:
    labels = heading_labels(task for _, task in kept) if headings else {}
    before: tuple[str, ...] = ()
    for number, task in kept:
        if headings and task.section != before:
            yield from section_rows(before, task.section, labels)
            before = task.section
        own = cells[task.id]
        leads = len(led[task.id])
        here = _NO_GROUPS if named.isdisjoint(own) else frozenset(named.intersection(own))
        yield MatrixRow(RowKind.TASK, task.text, len(task.section), task, number, leads, len(own) - leads, doubts.get(task.id, 0), here)


def section_rows(before: tuple[str, ...], section: tuple[str, ...], labels: Mapping[tuple[str, ...], str]) -> Iterator[MatrixRow]:
    """The headings that come new with ``section`` behind a task that lay in ``before``, outermost first; where none does, the one that
    goes on: the task would look as if it belonged to the group above it."""
    same = 0
    while same < min(len(before), len(section)) and before[same] == section[same]:
        same += 1
    if same == len(section) < len(before):
        yield MatrixRow(RowKind.SECTION, again(section), max(0, same - 1), label=labels.get(section, ""))
    for level in range(same, len(section)):
        yield MatrixRow(RowKind.SECTION, section[level], level, label=labels.get(section[:level + 1], ""))


OTHERS = "Nhiệm vụ khác"


def again(section: tuple[str, ...]) -> str:
    """What stands over tasks that lie under a heading itself, behind groups that lie under it too; those under none are others."""
    return f"{section[-1].rstrip(' .:;')} (tiếp theo)" if section else OTHERS


def heading_labels(tasks: Iterable[Task]) -> dict[tuple[str, ...], str]:
    """The numbers of the headings, by their words from the outermost on: the first parts of the paths of the tasks below them.

    Where the tasks of one heading differ in that part it is a number of their own (the rows of a table); then neither this heading nor
    those beside it have one. Chapters (the outermost) are judged each by itself.
    """
    found: dict[tuple[str, ...], set[str]] = {}
    for section, path in dict.fromkeys((task.section, task.path) for task in tasks):
        if len(path) >= len(section):
            for level in range(len(section)):
                found.setdefault(section[:level + 1], set()).add(path[level])
    rows = {section[:-1] for section, parts in found.items() if len(parts) > 1 and len(section) > 1}
    return {section: next(iter(parts)) for section, parts in found.items() if len(parts) == 1 and section[:-1] not in rows}


def _columns(book: Book, chosen: MatrixFilter, cells: Cells, led: Mapping[str, list[str]], rows: Sequence[MatrixRow],
             groups: Mapping[str, frozenset[str]]) -> tuple[MatrixColumn, ...]:
    leads = Counter(chain.from_iterable(led.values()))
    coops = Counter(chain.from_iterable(cells.values()))
    coops.subtract(leads)
    implied = _implied(cells, rows, groups)
    if chosen.agencies:
        shown = sorted((book.agencies[i] for i in chosen.agencies if i in book.agencies), key=column_order)
    else:
        shown = working_agencies(book)
    if chosen.used_columns:
        shown = [a for a in shown if leads[a.id] or coops[a.id] or (chosen.agencies and implied[a.id])]
    return tuple(MatrixColumn(a, leads[a.id], coops[a.id], implied[a.id]) for a in shown)


def _implied(cells: Cells, rows: Sequence[MatrixRow],
             groups: Mapping[str, frozenset[str]]) -> Counter[str]:
    """For each member: in how many tasks it has a part through a group and none of its own."""
    sets: Counter[frozenset[str]] = Counter()
    own: Counter[str] = Counter()
    covered: dict[frozenset[str], set[str]] = {}
    for row in rows:
        if not row.groups or row.task is None:
            continue
        sets[row.groups] += 1
        members = covered.get(row.groups)
        if members is None:
            members = covered[row.groups] = {a for a, mine in groups.items() if not row.groups.isdisjoint(mine)}
        own.update(members.intersection(cells[row.task.id]))
    found: Counter[str] = Counter()
    for named, tasks in sets.items():
        found.update(dict.fromkeys(covered[named], tasks))
    found.subtract(own)
    return found


# ---------------------------------------------------------------- which rows, in which order


def _wanted(task: Task, book: Book, chosen: MatrixFilter, groups: Mapping[str, frozenset[str]],
            doubts: Mapping[str, int]) -> bool:
    own = book.cells.get(task.id, _NOTHING)
    return (_in_time(task, chosen) and _in_section(task, chosen)
            and (not chosen.only_doubt or bool(doubts.get(task.id)))
            and (not chosen.only_unchecked or not task.checked)
            and (not chosen.only_no_lead or all(c.role is not Role.LEAD for c in own.values()))
            and _plays(own, chosen, groups)
            and (not chosen.text or _says(task, chosen.text)))


def _in_time(task: Task, chosen: MatrixFilter) -> bool:
    if chosen.only_no_due and task.due is not None:
        return False
    if chosen.only_late and not is_late(task, chosen.today):
        return False
    if chosen.due_from is None and chosen.due_to is None:
        return True
    return task.due is not None and (chosen.due_from or date.min) <= task.due <= (chosen.due_to or date.max)


def is_late(task: Task, today: date | None) -> bool:
    """Due before today, neither done nor paused."""
    return today is not None and task.due is not None and task.due < today and task.done is None and not task.paused


def binding(task: Task) -> Deadline | None:
    """The deadline whose day is the task's: of several the one that comes first; None where no words of the plan say that day."""
    return next((d for d in task.deadlines if d.text and task.due is not None and (d.date or d.due) == task.due), None)


def _in_section(task: Task, chosen: MatrixFilter) -> bool:
    return not chosen.sections or any(task.section[:len(path)] == path for path in chosen.sections)


def _plays(own: Mapping[str, Assignment], chosen: MatrixFilter, groups: Mapping[str, frozenset[str]]) -> bool:
    if not chosen.agencies:
        return not chosen.roles or any(cell.role in chosen.roles for cell in own.values())
    for agency in chosen.agencies:
        cell = own.get(agency) or first_of(own[g] for g in groups.get(agency, frozenset()) if g in own)
        if cell is not None and (not chosen.roles or cell.role in chosen.roles):
            return True
    return False


def _says(task: Task, wanted: str) -> bool:
    return any(wanted in fold(part) for part in (task.text, *task.section, task.deliverable, *(d.text for d in task.deadlines)))


def _ordered(kept: list[tuple[int, Task]], book: Book, order: str) -> list[tuple[int, Task]]:
    if order == "due":
        return sorted(kept, key=lambda item: (item[1].due or date.max, item[0]))
    if order == "text":
        return sorted(kept, key=lambda item: (sort_key(item[1].text), item[0]))
    if order == "lead":
        return sorted(kept, key=lambda item: (sort_key("; ".join(book.names(item[1].id, Role.LEAD)) or "zzz"), item[0]))
    raise ValueError(f"order is one of {ORDERS}, not {order!r}")
