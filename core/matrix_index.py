"""A plan's tasks and assignments in a form that can be filtered and counted as one types: slots, bit sets and folded texts.

Made for 50,000 tasks × 300 agencies: every task has a slot that never moves, an agency is two bit sets of slots, a filter is a byte
per slot; neither a keystroke in the filter nor the change of a cell walks over all assignments.
"""
from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from core.book import Book
from core.delta import Change
from core.fold import fold
from core.group_names import Wordings, count_wording, groups_of
from core.matrix import is_late
from core.matrix_view import GridFilter, Section, Window, window_days
from core.model import Assignment, Role, Task

_ASCII, _NUMBERS = bytes.maketrans(b"\x00\x01", b"01"), bytes.maketrans(b"01", b"\x00\x01")
_Test = Callable[[Task], bool]


@lru_cache(maxsize=4096)
def _folded_headings(section: Section) -> str:
    return fold("\n".join(section))


def haystack(task: Task) -> str:
    """What the text filter looks through, folded (the same words as core.matrix looks through)."""
    return "\n".join((fold("\n".join((task.text, task.deliverable, *(d.text for d in task.deadlines)))), _folded_headings(task.section)))


@dataclass(slots=True)
class Totals:
    """Numbers of tasks that an agency leads and cooperates in, or of agencies in a task."""

    lead: int = 0
    coop: int = 0

    @property
    def all(self) -> int:
        return self.lead + self.coop


@dataclass(slots=True)
class Part:
    """Slots in which one agency has a role, as bit sets."""

    lead: int = 0
    coop: int = 0


def bits_of(mask: bytearray) -> int:
    return int(bytes(mask).translate(_ASCII)[::-1] or b"0", 2)


def mask_of(bits: int, length: int) -> bytearray:
    return bytearray(format(bits, f"0{length}b").encode().translate(_NUMBERS)[::-1]) if length else bytearray()


def _both(one: bytearray, other: bytearray) -> bytearray:
    return mask_of(bits_of(one) & bits_of(other), len(one))


class TaskIndex:
    """The index over one book; ``tasks[slot]`` is None where a task is gone, ``order`` are the slots in the order of the plan."""

    def __init__(self, book: Book, today: date, *, slowly: bool = False) -> None:
        """``slowly``: not made yet; ``build`` makes it in pieces."""
        self.book = book
        self.today = today
        if not slowly:
            for _ in self._index():
                pass

    def _index(self) -> Iterator[None]:
        self.tasks: list[Task | None] = list(self.book.tasks)
        self.slot_of = {t.id: s for s, t in enumerate(self.tasks) if t is not None}
        self.order = list(range(len(self.tasks)))
        self.number = dict(zip(self.order, range(1, len(self.order) + 1), strict=True))
        self._texts: list[str] = []  # folded, as far as ``warm`` has come
        self._known_sections: dict[Section, Section] = {}
        known = self._known_sections.setdefault
        self._sections = [known(t.section, t.section) for t in self.tasks if t is not None]  # by slot; equal ones are one object
        self._came: list[int] = []  # slots of tasks that came, went (or moved: both) since the order was last made
        self._gone: list[int] = []
        self._found: tuple[str, list[int]] | None = None  # the last phrase and the slots that hold it
        yield
        self._cut_runs()
        yield
        self._groups = groups_of(self.book)
        self._said: Wordings = {}
        groups = self._groups
        lead: dict[str, list[int]] = {}
        coop: dict[str, list[int]] = {}
        slot_of = self.slot_of
        for count, (task_id, row) in enumerate(self.book.cells.items()):
            if count % 500 == 499:
                yield
            slot = slot_of.get(task_id)
            if slot is not None:
                for agency, cell in row.items():
                    (lead if cell.role is Role.LEAD else coop).setdefault(agency, []).append(slot)
                    if agency in groups:
                        count_wording(self._said, cell, 1)
        self._parts: dict[str, Part] = {}
        for agency in lead.keys() | coop.keys():
            self._parts[agency] = Part(self._packed(lead.get(agency, ())), self._packed(coop.get(agency, ())))
            yield

    def _packed(self, slots: Iterable[int]) -> int:
        mask = bytearray(len(self.tasks))
        for slot in slots:
            mask[slot] = 1
        return bits_of(mask)

    def _order_again(self) -> None:
        """After tasks came, went or moved; one that came or went alone is put into or taken out of its run."""
        came, gone, self._came, self._gone = self._came, self._gone, [], []
        if not (len(came) == 1 and not gone and self._put_in(came[0])) and not (len(gone) == 1 and not came and self._take_out(gone[0])):
            self.order = list(map(self.slot_of.__getitem__, self.book.task_ids()))
            self._cut_runs()
        self.number = dict(zip(self.order, range(1, len(self.order) + 1), strict=True))

    def _put_in(self, slot: int) -> bool:
        task = self.tasks[slot]
        place = self.book.task_ids().index(task.id) if task is not None else 0
        if place == 0 or len(self.order) + 1 != len(self.slot_of):
            return False
        before = self.order[place - 1]
        run = next((run for section, run in self.runs if section is self._sections[slot] and before in run), None)
        if run is None:
            return False
        self.order.insert(place, slot)
        run.insert(run.index(before) + 1, slot)
        return True

    def _take_out(self, slot: int) -> bool:
        run = next((run for _, run in self.runs if slot in run), None)
        if run is None or len(run) == 1 or len(self.order) - 1 != len(self.slot_of):
            return False
        self.order.remove(slot)
        run.remove(slot)
        return True

    def _cut_runs(self) -> None:
        """The order of the plan in runs of neighbours under the same heading."""
        order = self.order
        sections = list(map(self._sections.__getitem__, order))
        cuts = [n for n, (a, b) in enumerate(pairwise(sections), start=1) if a is not b]
        self.runs: list[tuple[Section, list[int]]] = [
            (sections[first], order[first:last]) for first, last in zip([0, *cuts], [*cuts, len(order)], strict=True) if first < last]

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

    # ---- filtering

    def mask(self, wanted: GridFilter) -> bytearray | None:
        if not wanted:
            return None
        mask = bytearray(b"\x01") * len(self.tasks)
        if wanted.text.strip():
            while not self.warm(1.0):
                pass
            mask = self._holding(fold(wanted.text.strip()))
        if wanted.agencies or wanted.role:
            mask = _both(mask, self._with_agencies(wanted))
        if wanted.without_lead:
            mask = mask_of(bits_of(mask) & ~self.leads(), len(mask))
        for test in self._tests(wanted):
            mask = bytearray([bool(m and t is not None and test(t)) for m, t in zip(mask, self.tasks, strict=True)])
        return mask

    def _holding(self, phrase: str) -> bytearray:
        """Slots whose text holds the phrase; one letter more looks only where the shorter phrase was found."""
        texts, known = self._texts, self._found
        if known is not None and known[0] in phrase:
            found = [s for s in known[1] if phrase in texts[s]]
        else:
            found = [s for s, text in enumerate(texts) if phrase in text]
        self._found = (phrase, found)
        mask = bytearray(len(texts))
        for slot in found:
            mask[slot] = 1
        return mask

    def _with_agencies(self, wanted: GridFilter) -> bytearray:
        bits = 0
        for agency in wanted.agencies or self._parts:
            lead, coop = self._part(agency, through_groups=bool(wanted.agencies))
            bits |= (lead if wanted.role is not Role.COOP else 0) | (coop if wanted.role is not Role.LEAD else 0)
        return mask_of(bits, len(self.tasks))

    def _part(self, agency: str, *, through_groups: bool) -> tuple[int, int]:
        """Slots in which the agency leads and cooperates, its own role first, then what its groups imply (a lead before a coop)."""
        own = self._parts.get(agency, Part())
        lead = coop = 0
        for group in self.book.groups_of(agency) if through_groups else ():
            column = self._parts.get(group, Part())
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
        return tests

    def leads(self) -> int:
        """Slots of tasks with at least one lead."""
        bits = 0
        for part in self._parts.values():
            bits |= part.lead
        return bits

    # ---- following the book

    def _cell_changed(self, change: Change) -> bool:
        """Keep the bit sets; False where the cell is of another plan."""
        cell = change.after if change.after is not None else change.before
        assert isinstance(cell, Assignment)
        slot = self.slot_of.get(cell.task)
        if slot is None:
            return False
        for side, times in ((change.before, -1), (change.after, 1)):
            if isinstance(side, Assignment) and side.agency in self._groups:
                count_wording(self._said, side, times)
        part = self._parts.setdefault(cell.agency, Part())
        lead = isinstance(change.after, Assignment) and change.after.role is Role.LEAD
        coop = isinstance(change.after, Assignment) and change.after.role is Role.COOP
        part.lead = part.lead | 1 << slot if lead else part.lead & ~(1 << slot)
        part.coop = part.coop | 1 << slot if coop else part.coop & ~(1 << slot)
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
                self._gone.append(slot)
            return True
        section = self._known_sections.setdefault(after.section, after.section)
        slot = self.slot_of.get(after.id)
        if slot is None:
            slot = self.slot_of[after.id] = len(self.tasks)
            self.tasks.append(after)
            self._sections.append(section)
            self._found = None
            self._came.append(slot)
            return True
        self.tasks[slot] = after
        self._sections[slot] = section
        self._retext(slot)
        if before is not None and before.place == after.place and before.section == after.section:
            return False
        self._came.append(slot)
        self._gone.append(slot)
        return True

    def _retext(self, slot: int) -> None:
        self._found = None
        if slot < len(self._texts):
            task = self.tasks[slot]
            self._texts[slot] = haystack(task) if task is not None else ""
