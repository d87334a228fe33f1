"""One open plan in memory: its records by id. ``Book.apply(delta)`` is the only thing that changes it."""
from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from operator import attrgetter

from core.delta import Change, Delta
from core.model import Agency, AgencyKind, Assignment, Finding, Membership, Plan, Record, Role, Task

_place = attrgetter("place")


class Book:
    """The records of one plan and the agencies of the directory.

    ``cells[task_id][agency_id]`` is an Assignment. Tasks are kept in the order of their ``place``. It holds values only: no file, no Qt.
    """

    def __init__(self, plan: Plan, records: Iterable[Record] = (), text: str = "") -> None:
        self.plan = plan
        self.text = text
        self._tasks: dict[str, Task] = {}
        self._order: list[str] | None = None
        self.agencies: dict[str, Agency] = {}
        self.members: dict[str, set[str]] = {}
        self.cells: dict[str, dict[str, Assignment]] = {}
        self.findings: dict[str, Finding] = {}
        self.take(records)

    def take(self, records: Iterable[Record]) -> None:
        """More records of the plan while it is being read."""
        for record in records:
            self._put(record)

    # ---- reading

    @property
    def tasks(self) -> list[Task]:
        """The tasks in the order of the plan."""
        return [self._tasks[i] for i in self.task_ids()]

    def task_ids(self) -> list[str]:
        """Ids of the tasks in the order of the plan; not to be changed."""
        if self._order is None:
            self._order = sorted(self._tasks, key=self._place)
        return self._order

    def row_of(self, task_id: str) -> int:
        """The place of a task in ``task_ids``, -1 where it is not there."""
        return bisect_left(self.task_ids(), self._place(task_id), key=self._place) if task_id in self._tasks else -1

    def _place(self, task_id: str) -> tuple[float, str]:
        return (self._tasks[task_id].place, task_id)

    def task(self, task_id: str) -> Task:
        return self._tasks[task_id]

    def has_task(self, task_id: str) -> bool:
        return task_id in self._tasks

    def agency_named(self, name: str) -> Agency | None:
        return next((a for a in self.agencies.values() if a.name == name), None)

    def assignments(self, task_id: str, role: Role | None = None) -> list[Assignment]:
        """The assignments of a task in the order of the plan, of one role or of both."""
        found = [a for a in self.cells.get(task_id, {}).values() if role is None or a.role is role]
        found.sort(key=_place)
        return found

    def names(self, task_id: str, role: Role) -> list[str]:
        """Names of the agencies that have this role in the task."""
        return [self.agencies[a.agency].name for a in self.assignments(task_id, role)]

    def role(self, task_id: str, agency_id: str) -> Role | None:
        cell = self.cells.get(task_id, {}).get(agency_id)
        return cell.role if cell else None

    def working_agencies(self) -> list[Agency]:
        """Agencies and groups with at least one assignment, in the clerk's order, groups last."""
        used = {agency for row in self.cells.values() for agency in row}
        found = [self.agencies[i] for i in used if i in self.agencies]
        return sorted(found, key=lambda a: (a.kind is AgencyKind.GROUP, a.place, a.name))

    def groups_of(self, agency_id: str) -> list[str]:
        """Ids of the groups that the agency is a member of."""
        return [group for group, members in self.members.items() if agency_id in members]

    def open_findings(self, task_id: str | None = None) -> list[Finding]:
        """Findings not yet settled, in the order of the text; of one task or of all."""
        found = [f for f in self.findings.values() if not f.settled and (task_id is None or f.task == task_id)]
        return sorted(found, key=lambda f: (f.span.start if f.span else 0, f.id))

    def records(self) -> Iterator[Record]:
        """Every record of the book, parents before children."""
        yield self.plan
        yield from self.agencies.values()
        for group, members in self.members.items():
            yield from (Membership(group, agency) for agency in sorted(members))
        yield from self.tasks
        for row in self.cells.values():
            yield from row.values()
        yield from self.findings.values()

    # ---- changing

    def apply(self, delta: Delta) -> None:
        """Take over a delta; changes that belong to another plan are left alone."""
        if len(delta.changes) > 500:
            self._order = None  # sorting once is quicker than moving so many one by one
        for change in delta.changes:  # an assignment finds its task wherever the delta names it
            if isinstance(change.after, Task):
                self._put(change.after)
        for change in delta.changes:
            if not isinstance(change.after, Task):
                self._change(change)

    def _change(self, change: Change) -> None:
        if change.after is not None:
            self._put(change.after)
        elif change.before is not None:
            self._drop(change.before)

    def _put(self, record: Record) -> None:
        match record:
            case Plan():
                if record.id == self.plan.id:
                    self.plan = record
            case Task():
                if record.plan != self.plan.id:
                    return
                known = self._tasks.get(record.id)
                moved = known is None or known.place != record.place
                if known is not None and moved:
                    self._forget_place(record.id)
                self._tasks[record.id] = record
                if moved and self._order is not None:
                    insort(self._order, record.id, key=self._place)
            case Agency():
                self.agencies[record.id] = record
            case Membership():
                self.members.setdefault(record.group, set()).add(record.agency)
            case Assignment():
                if record.task in self._tasks:
                    self.cells.setdefault(record.task, {})[record.agency] = record
            case Finding():
                if record.plan == self.plan.id:
                    self.findings[record.id] = record

    def _forget_place(self, task_id: str) -> None:
        if self._order is not None:
            del self._order[bisect_left(self._order, self._place(task_id), key=self._place)]

    def _drop(self, record: Record) -> None:
        match record:
            case Plan():
                pass  # the workspace closes a book whose plan is gone
            case Task():
                if record.id in self._tasks:
                    self._forget_place(record.id)
                    del self._tasks[record.id]
                    self.cells.pop(record.id, None)
            case Agency():
                self.agencies.pop(record.id, None)
            case Membership():
                self.members.get(record.group, set()).discard(record.agency)
            case Assignment():
                self.cells.get(record.task, {}).pop(record.agency, None)
            case Finding():
                self.findings.pop(record.id, None)
