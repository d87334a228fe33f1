"""What a step was about, so that an undo or redo can be seen where it happened."""
from __future__ import annotations

from core.book import Book
from core.delta import Delta
from core.model import Assignment, Finding, Task

Pair = tuple[str, str]  # task id, agency id


def touched_tasks(delta: Delta, book: Book) -> list[str]:
    """The tasks that a step gave back or changed, themselves or in their roles and findings, in the order of the step."""
    records = [c.after or c.before for c in delta.changes]
    ids = [r.id if isinstance(r, Task) else r.task for r in records if isinstance(r, Task | Assignment | Finding)]
    return list(dict.fromkeys(i for i in ids if i is not None and book.has_task(i)))


def reopened(delta: Delta) -> list[str]:
    """Ids of the findings that are open (again) after a step."""
    return [c.after.id for c in delta.changes if isinstance(c.after, Finding) and not c.after.settled
            and (c.before is None or (isinstance(c.before, Finding) and c.before.settled))]


def touched_cells(delta: Delta, book: Book) -> list[Pair]:
    """The cells of the matrix that a step was about; none where it was about whole tasks."""
    records = [c.after or c.before for c in delta.changes]
    if any(isinstance(r, Task) for r in records):
        return []
    return [(r.task, r.agency) for r in records if isinstance(r, Assignment) and book.has_task(r.task)]
