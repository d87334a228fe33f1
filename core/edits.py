"""Every change that a person can make, each a function from the book to a Delta. Nothing here writes; the store does.

A function that has nothing to change returns an empty Delta (falsy). ``name`` of each Delta is what the Undo menu shows.
"""
from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from core.agencies import Directory
from core.book import Book
from core.delta import Change, Delta, squeeze
from core.edit_agencies import add_agency as add_agency
from core.edit_agencies import edit_agency as edit_agency
from core.edit_agencies import is_group as is_group
from core.edit_agencies import last_place
from core.edit_agencies import merge_agencies as merge_agencies
from core.edit_agencies import order_agencies as order_agencies
from core.edit_agencies import remove_agency as remove_agency
from core.edit_agencies import set_members as set_members
from core.edit_agencies import spread_group as spread_group
from core.ids import NewId, id_of_name, new_id
from core.model import (
    Agency,
    Assignment,
    Deadline,
    Doubt,
    Draft,
    Finding,
    Membership,
    Plan,
    PlanStatus,
    Role,
    Span,
    Task,
)

Cell = tuple[str, str]  # (task id, agency id)


def due_of(deadlines: Iterable[Deadline]) -> date | None:
    """The earliest day that binds: the full date where there is one, else the last day that the words allow."""
    days = [d.date or d.due for d in deadlines]
    return min((day for day in days if day is not None), default=None)


# ---------------------------------------------------------------- a draft becomes a plan in review


def store_draft(draft: Draft, directory: Directory, *, imported: str, source: str | None = None, source_name: str = "",
                make_id: NewId = new_id, plan_id: str | None = None) -> tuple[Plan, Delta]:
    """The plan of a draft, in review, with its tasks, assignments and findings, and an agency for every name that is new.

    ``imported`` is an ISO local time. The directory is not changed; new agencies are in the Delta.
    """
    info = draft.info
    issuer = f"Chủ tịch {info.issuer}" if info.by_chairman else info.issuer
    plan = Plan(plan_id or make_id(), info.title, info.number, info.date, issuer, info.signer, info.kind, info.province,
                info.recipients, PlanStatus.REVIEW, source, source_name, imported)
    changes: list[Change] = [Change(None, plan)]
    made: dict[str, Agency] = {}
    taken = {agency.id for agency in directory.agencies}
    findings = [_stored(doubt, plan.id, None, make_id) for doubt in draft.doubts]

    def agency_for(name: str) -> Agency:
        match = directory.find(name, province=info.province, on=info.date)
        if match.agency is not None:
            return match.agency
        key = directory.key(name, province=info.province)
        if key not in made:
            made[key] = directory.make(name, _id_for(key, taken, make_id), province=info.province)
            taken.add(made[key].id)
            changes.append(Change(None, made[key]))
            changes.extend(Change(None, Membership(made[key].id, member))
                           for member in directory.propose_members(made[key], on=info.date, province=info.province))
        return made[key]

    for place, item in enumerate(draft.tasks, start=1):
        task = Task(make_id(), plan.id, float(place), item.text, item.path, item.section, item.span, item.deadlines,
                    due_of(item.deadlines), item.deliverable or "")
        changes.append(Change(None, task))
        cells: dict[str, Assignment] = {}
        for mention in (*item.leads, *item.coops):
            agency = agency_for(mention.name)
            # a body that leads does not cooperate with itself
            cells.setdefault(agency.id, Assignment(task.id, agency.id, mention.role, mention.name, mention.span, float(len(cells) + 1)))
        changes.extend(Change(None, cell) for cell in cells.values())
        findings.extend(_stored(doubt, plan.id, task.id, make_id) for doubt in item.doubts)
    changes.extend(Change(None, finding) for finding in findings)
    return plan, Delta("Nhập kế hoạch", tuple(changes), plan.id)


def _stored(doubt: Doubt, plan: str, task: str | None, make_id: NewId) -> Finding:
    return Finding(make_id(), plan, task, doubt.kind, doubt.message, doubt.span, doubt.proposals)


def accept_plan(book: Book) -> Delta:
    """The review is over: the plan counts as signed for."""
    return _one("Chấp nhận kế hoạch", book, book.plan, replace(book.plan, status=PlanStatus.ACCEPTED))


def reopen_plan(book: Book) -> Delta:
    return _one("Rà soát lại kế hoạch", book, book.plan, replace(book.plan, status=PlanStatus.REVIEW))


def edit_plan(book: Book, **fields: Any) -> Delta:
    """Change what the plan says of itself (title, number, date, issuer, signer, note)."""
    return _one("Sửa thông tin kế hoạch", book, book.plan, replace(book.plan, **fields))


def remove_plan(book: Book) -> Delta:
    """The plan and all that belongs to it; agencies stay in the directory."""
    own = [r for r in book.records() if not isinstance(r, Agency | Membership)]
    return Delta("Xoá kế hoạch", tuple(Change(record, None) for record in reversed(own)), book.plan.id)


# ---------------------------------------------------------------- cells


def set_role(book: Book, cells: Iterable[Cell], role: Role | None, *, name: str = "") -> Delta:
    """Give each cell the role, or empty it where ``role`` is None."""
    changes = []
    for task_id, agency_id in dict.fromkeys(cells):
        before = book.cells.get(task_id, {}).get(agency_id)
        after = None
        if role is not None:
            after = replace(before, role=role) if before else Assignment(task_id, agency_id, role, place=last_place(book, task_id) + 1)
        changes.append(Change(before, after))
    made = tuple(c for c in changes if c.before != c.after)
    return Delta(name or f"Đổi {len(made)} ô", made, book.plan.id)


def next_role(role: Role | None) -> Role | None:
    """The role that a click on a cell leads to: empty → CT → PH → empty."""
    return {None: Role.LEAD, Role.LEAD: Role.COOP, Role.COOP: None}[role]


def set_lead(book: Book, task_id: str, agency_id: str) -> Delta:
    """The agency becomes the only lead; the former leads leave the task."""
    former = [(task_id, a.agency) for a in book.assignments(task_id, Role.LEAD) if a.agency != agency_id]
    out = set_role(book, former, None).changes
    return Delta("Đổi cơ quan chủ trì", out + set_role(book, [(task_id, agency_id)], Role.LEAD).changes, book.plan.id)


def write_roles(book: Book, task_id: str, leads: Sequence[str], coops: Sequence[str], directory: Directory,
                make_id: NewId = new_id) -> Delta:
    """The task's agencies exactly as these names say; a name the directory does not know becomes a new agency."""
    changes: list[Change] = []
    wanted: dict[str, Assignment] = {}
    last = last_place(book, task_id)
    for role, names in ((Role.LEAD, leads), (Role.COOP, coops)):
        for name in names:
            agency, made = _agency(book, name, directory, make_id, changes)
            changes.extend(made)
            wanted.setdefault(agency.id, Assignment(task_id, agency.id, role, name, place=last + len(wanted) + 1))
    for old in book.cells.get(task_id, {}).values():
        if old.agency not in wanted:
            changes.append(Change(old, None))
    for agency_id, new in wanted.items():
        before = book.cells.get(task_id, {}).get(agency_id)
        after = replace(before, role=new.role) if before else new
        if before != after:
            changes.append(Change(before, after))
    return Delta("Sửa phân công", tuple(changes), book.plan.id)


def assign(book: Book, task_id: str, name: str, role: Role, directory: Directory, span: Span | None = None,
           make_id: NewId = new_id, *, pending: Sequence[Change] = ()) -> Delta:
    """Add one agency, by its name as written, in a role; ``span`` is the place in the text that says so, ``pending`` brings agencies that
    the same step makes before."""
    agency, made = _agency(book, name, directory, make_id, pending)
    before = book.cells.get(task_id, {}).get(agency.id)
    after = replace(before, role=role) if before else Assignment(task_id, agency.id, role, name, span, last_place(book, task_id) + 1)
    changes = [*made, Change(before, after)] if before != after else []
    return Delta("Thêm cơ quan chủ trì" if role is Role.LEAD else "Thêm cơ quan phối hợp", tuple(changes), book.plan.id)


def _agency(book: Book, name: str, directory: Directory, make_id: NewId,
            pending: Sequence[Change] = ()) -> tuple[Agency, list[Change]]:
    """The agency of a name: in the book, just made, in the directory, or new."""
    name = " ".join(name.split())
    for record in (*(c.after for c in pending), *book.agencies.values()):
        if isinstance(record, Agency) and record.name == name:
            return record, []
    match = directory.find(name, province=book.plan.province, on=book.plan.date)
    if match.agency is not None:
        known = match.agency.id in book.agencies
        return match.agency, [] if known else [Change(None, match.agency)]
    taken = {r.id for r in (*(c.after for c in pending), *book.agencies.values(), *directory.agencies) if isinstance(r, Agency)}
    key = directory.key(name, province=book.plan.province)
    agency = directory.make(name, _id_for(key, taken, make_id), province=book.plan.province)
    return agency, [Change(None, agency)]


def _id_for(key: str, taken: Container[str], make_id: NewId) -> str:
    """An id that two machines give alike to one unknown name, so that handing work over does not double the agency."""
    wanted = id_of_name(key)
    return make_id() if not key or wanted in taken else wanted


# ---------------------------------------------------------------- tasks


def edit_task(book: Book, task_id: str, *, name: str = "", **fields: Any) -> Delta:
    """Change fields of a task (text, deadlines, deliverable, note, done, paused, checked, span, section, path)."""
    task = book.task(task_id)
    if "deadlines" in fields:
        fields["due"] = due_of(fields["deadlines"])
    names = {"text": "Sửa nội dung nhiệm vụ", "deadlines": "Sửa thời hạn", "deliverable": "Sửa sản phẩm", "note": "Sửa ghi chú",
             "done": "Ghi ngày hoàn thành", "paused": "Tạm dừng nhiệm vụ", "checked": "Đánh dấu đã xem"}
    known = next((names[f] for f in fields if f in names), "Sửa nhiệm vụ")
    return _one(name or known, book, task, replace(task, **fields))


def add_task(book: Book, text: str, *, after: str | None = None, section: tuple[str, ...] | None = None, span: Span | None = None,
             make_id: NewId = new_id) -> tuple[Task, Delta]:
    """A new task behind ``after`` (None: at the end), in the same section where none is given."""
    place, neighbour, moved = _place_after(book, after)
    task = Task(make_id(), book.plan.id, place, text, neighbour.path if neighbour else (),
                section if section is not None else (neighbour.section if neighbour else ()), span)
    return task, Delta("Thêm nhiệm vụ", (*moved, Change(None, task)), book.plan.id)


def _place_after(book: Book, after: str | None) -> tuple[float, Task | None, list[Change]]:
    """A free place behind a task (None: behind the last), that task, and the tasks that had to make room."""
    ids = book.task_ids()
    if not ids:
        return 1.0, None, []
    index = len(ids) - 1 if after is None else ids.index(after)
    here = book.task(ids[index])
    if index + 1 == len(ids):
        return here.place + 1.0, here, []
    high = book.task(ids[index + 1]).place
    middle = (here.place + high) / 2
    if here.place < middle < high:
        return middle, here, []
    place, moved = _between(book.tasks, index)
    return place, here, moved


def _between(tasks: Sequence[Task], index: int) -> tuple[float, list[Change]]:
    """A place behind task ``index`` and before the next; where halving has used up the room, all are numbered anew."""
    low, high = tasks[index].place, tasks[index + 1].place
    middle = (low + high) / 2
    if low < middle < high:
        return middle, []
    moved = [Change(t, replace(t, place=float(n))) for n, t in enumerate(tasks, start=1) if t.place != float(n)]
    return index + 1.5, moved


def delete_tasks(book: Book, task_ids: Iterable[str], *, name: str = "") -> Delta:
    """Tasks with their assignments and findings."""
    changes: list[Change] = []
    count = 0
    for task_id in dict.fromkeys(task_ids):
        count += 1
        changes.extend(Change(cell, None) for cell in book.cells.get(task_id, {}).values())
        changes.extend(Change(f, None) for f in book.findings.values() if f.task == task_id)
        changes.append(Change(book.task(task_id), None))
    return Delta(name or f"Xoá {count} nhiệm vụ", tuple(changes), book.plan.id)


def not_a_task(book: Book, task_id: str) -> Delta:
    return delete_tasks(book, [task_id], name="Không phải nhiệm vụ")


def move_task(book: Book, task_id: str, *, after: str | None) -> Delta:
    """Put a task behind another; None puts it first. It takes over the section of its new neighbour."""
    task = book.task(task_id)
    others = [t for t in book.tasks if t.id != task_id]
    if not others or after == task_id:
        return Delta("Chuyển nhiệm vụ", (), book.plan.id)
    index = -1 if after is None else next(i for i, t in enumerate(others) if t.id == after)
    moved: list[Change] = []
    if index < 0:
        place = others[0].place - 1.0
    elif index + 1 == len(others):
        place = others[index].place + 1.0
    else:
        place, moved = _between(others, index)
    neighbour = others[max(index, 0)]
    after_move = replace(task, place=place, section=neighbour.section, path=neighbour.path)
    own = (Change(task, after_move),) if after_move != task else ()
    return Delta("Chuyển nhiệm vụ", (*moved, *own), book.plan.id)


def split_task(book: Book, task_id: str, at: int, make_id: NewId = new_id) -> Delta:
    """Cut a task in two before character ``at`` of its text; the second half keeps the same agencies and deadlines."""
    task = book.task(task_id)
    head, tail = task.text[:at].rstrip(), task.text[at:].lstrip()
    if not head or not tail:
        return Delta("Tách nhiệm vụ", (), book.plan.id)
    first_span = second_span = task.span
    if task.span is not None and book.text[task.span.start:task.span.end] == task.text:
        cut = task.span.start + len(task.text) - len(tail)
        first_span, second_span = Span(task.span.start, task.span.start + len(head)), Span(cut, task.span.end)
    place, _, moved = _place_after(book, task_id)
    here = next((c.after.place for c in moved if isinstance(c.after, Task) and c.after.id == task_id), task.place)
    second = replace(task, id=make_id(), place=place, text=tail, span=second_span)
    changes = [*(c for c in moved if c.key != ("task", task_id)), Change(task, replace(task, text=head, span=first_span, place=here)),
               Change(None, second)]
    changes += [Change(None, replace(cell, task=second.id)) for cell in book.assignments(task_id)]
    return Delta("Tách nhiệm vụ", tuple(changes), book.plan.id)


def _joined(book: Book, tasks: Sequence[Task]) -> str:
    """Their texts one after another: in one line where they stand side by side in one paragraph of the plan, as after a split, else in
    lines of their own."""
    text = tasks[0].text
    for before, after in pairwise(tasks):
        beside = before.span is not None and after.span is not None and before.span.end < after.span.start \
            and not book.text[before.span.end:after.span.start].strip(" ") and book.text != ""
        text += (" " if beside else "\n") + after.text
    return text


def merge_tasks(book: Book, task_ids: Sequence[str]) -> Delta:
    """Join tasks, in the order of the plan, into the first: texts one after another, agencies together (a lead stays a lead)."""
    chosen = [t for t in book.tasks if t.id in set(task_ids)]
    if len(chosen) < 2:
        return Delta("Gộp nhiệm vụ", (), book.plan.id)
    first = chosen[0]
    spans = [t.span for t in chosen if t.span is not None]
    deadlines = tuple(dict.fromkeys(d for t in chosen for d in t.deadlines))
    joined = replace(first, text=_joined(book, chosen), deadlines=deadlines, due=due_of(deadlines),
                     span=Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None,
                     deliverable="; ".join(dict.fromkeys(t.deliverable for t in chosen if t.deliverable)),
                     note="\n".join(dict.fromkeys(t.note for t in chosen if t.note)))
    cells = {a.agency: a for a in book.assignments(first.id)}
    last = last_place(book, first.id) + 1
    changes = [Change(first, joined)]
    for other in chosen[1:]:
        for cell in book.assignments(other.id):
            known = cells.get(cell.agency)
            role = Role.LEAD if Role.LEAD in (cell.role, known.role if known else None) else Role.COOP
            cells[cell.agency] = replace(known or replace(cell, task=first.id, place=float(len(cells)) + last), role=role)
    for agency_id, cell in cells.items():
        changes.append(Change(book.cells.get(first.id, {}).get(agency_id), cell))
    gone = delete_tasks(book, [t.id for t in chosen[1:]]).changes
    return Delta("Gộp nhiệm vụ", squeeze([*changes, *gone]), book.plan.id)


# ---------------------------------------------------------------- findings


def settle(book: Book, finding_ids: Iterable[str], *, settled: bool = True) -> Delta:
    """A person has looked at these findings (or takes that back)."""
    found = [book.findings[i] for i in finding_ids]
    changes = tuple(Change(f, replace(f, settled=settled)) for f in dict.fromkeys(found) if f.settled is not settled)
    return Delta("Đã xem chỗ nghi ngờ" if settled else "Xem lại chỗ nghi ngờ", changes, book.plan.id)


def together(name: str, *deltas: Delta) -> Delta:
    """Several deltas made from the same book as one step."""
    changes = squeeze(change for delta in deltas for change in delta.changes)
    return Delta(name, changes, next((d.plan for d in deltas if d.plan), None))


def _one(name: str, book: Book, before: Any, after: Any, plan: str | None = "") -> Delta:
    changes = () if before == after else (Change(before, after),)
    return Delta(name, changes, book.plan.id if plan == "" else plan)


Edit = Callable[..., Delta]
