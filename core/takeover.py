"""The chosen differences of a returned sheet as one change of the book."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from core.agencies import Directory
from core.book import Book
from core.delta import Change, Delta, squeeze
from core.edits import add_task, assign, due_of, set_role, write_roles
from core.ids import NewId, new_id
from core.model import Role, Task
from core.roundtrip import CellDifference, NewRow


def take_over(book: Book, chosen: Iterable[CellDifference], directory: Directory, make_id: NewId = new_id) -> Delta:
    """The chosen differences as one step to undo."""
    trial = Book(book.plan, book.records(), book.text)
    changes: list[Change] = []

    def put(delta: Delta) -> None:
        changes.extend(delta.changes)
        trial.apply(delta)

    wanted = list(chosen)
    tasks = dict.fromkeys(d.task for d in wanted if d.task is not None)
    for task_id in tasks:
        own = {d.key: d for d in wanted if d.task == task_id and d.key != "cell"}
        put(_edit(trial, trial.task(task_id), own))
        if "leads" in own or "coops" in own:
            put(_roles(trial, task_id, own, directory, make_id))
        for difference in wanted:
            if difference.task == task_id and difference.key == "cell":
                put(_cell(trial, difference))
    after: dict[str | None, str | None] = {}
    for difference in wanted:
        if isinstance(difference.value, NewRow):
            put(_new(trial, difference.value, after, directory, make_id))
    return Delta("Nhận bảng Excel sửa bởi đơn vị", squeeze(changes), book.plan.id)


def _edit(book: Book, task: Task, own: Mapping[str, CellDifference]) -> Delta:
    fields: dict[str, Any] = {key: own[key].value for key in ("text", "deliverable", "note", "done", "paused") if key in own}
    dated = own.get("deadline") or own.get("due")
    if dated is not None:
        fields |= {"deadlines": dated.value, "due": due_of(dated.value)}
    made = replace(task, **fields)
    return Delta("", (Change(task, made),) if made != task else (), book.plan.id)


def _roles(book: Book, task_id: str, own: Mapping[str, CellDifference], directory: Directory, make_id: NewId) -> Delta:
    leads = own["leads"].value if "leads" in own else book.names(task_id, Role.LEAD)
    coops = own["coops"].value if "coops" in own else book.names(task_id, Role.COOP)
    if "coops" in own and "leads" not in own:
        leads = [n for n in leads if n not in coops]  # moved to the other column
    return write_roles(book, task_id, leads, [n for n in coops if n not in leads], directory, make_id)


def _cell(book: Book, difference: CellDifference) -> Delta:
    assert difference.task is not None
    return set_role(book, [(difference.task, difference.target)], difference.value)


def _new(book: Book, row: NewRow, after: dict[str | None, str | None], directory: Directory, make_id: NewId) -> Delta:
    behind = after.get(row.after) or row.after
    if behind is None and book.tasks:
        behind = book.tasks[-1].id
    task, delta = add_task(book, row.text, after=behind, make_id=make_id)
    after[row.after] = task.id
    full = replace(task, deadlines=row.deadlines, due=due_of(row.deadlines), deliverable=row.deliverable, note=row.note)
    changes = [c if c.after is not task else Change(None, full) for c in delta.changes]
    trial = Book(book.plan, book.records(), book.text)
    trial.apply(Delta("", tuple(changes)))
    for names, role in ((row.leads, Role.LEAD), (row.coops, Role.COOP)):
        for name in names:
            if name in row.leads and role is Role.COOP:
                continue
            step = assign(trial, task.id, name, role, directory, make_id=make_id)
            trial.apply(step)
            changes += step.changes
    return Delta("", squeeze(changes), book.plan.id)
