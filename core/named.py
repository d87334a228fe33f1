"""A person's own answer to a question about roles: several agencies named at once, and which names of the sentence are left over."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core import edits, proposals
from core.agencies import Directory
from core.book import Book
from core.delta import Change, Delta
from core.fold import words
from core.ids import NewId, new_id
from core.model import Agency, Assignment, Finding, FindingKind, Proposal, Role, Span

ABOUT_LEAD = (FindingKind.NO_LEAD, FindingKind.ROLE_WITHOUT_AGENCY, FindingKind.INHERITED, FindingKind.MANY_LEADS)
ABOUT_NAME = (FindingKind.UNKNOWN_AGENCY, FindingKind.NEAR_AGENCY)


def name_agencies(book: Book, finding: Finding, leads: Sequence[str], coops: Sequence[str], directory: Directory,
                  make_id: NewId = new_id) -> Delta:
    """The finding settled with these agencies, as one step. Asked about a name, they are what it means wherever it stands in the plan;
    asked who leads, they lead and cooperate, and of several leads those that were not named cooperate."""
    task = finding.task
    if task is None or not book.has_task(task) or not (leads or coops):
        return Delta("", (), book.plan.id)
    if finding.kind in ABOUT_NAME:
        return _means(book, finding, (*leads, *coops), directory, make_id)
    given = _given(book, [(task, name, Role.LEAD) for name in leads] + [(task, name, Role.COOP) for name in coops], directory, make_id,
                   finding.span)
    others = Delta("")
    if finding.kind is FindingKind.MANY_LEADS and leads:
        named = {c.after.agency for c in given.changes if isinstance(c.after, Assignment)}
        named |= {agency.id for name in leads if (agency := proposals.named_in(book, task, name)) is not None}
        others = edits.set_role(book, [(task, a.agency) for a in book.assignments(task, Role.LEAD) if a.agency not in named], Role.COOP)
    if finding.kind is FindingKind.INHERITED and leads:  # "another leads": the one that the heading gave does not
        named = {words(name) for name in leads}
        theirs = [a for a in book.assignments(task, Role.LEAD) if words(book.agencies[a.agency].name) not in named]
        kept = {c.after.agency for c in given.changes if isinstance(c.after, Assignment)}
        others = edits.set_role(book, [(task, a.agency) for a in theirs if a.agency not in kept], None)
    return edits.together(_label(leads, coops), edits.settle(book, [finding.id]), others, given)


def _label(leads: Sequence[str], coops: Sequence[str]) -> str:
    said = [f"{', '.join(names)} {role}" for names, role in ((leads, "chủ trì"), (coops, "phối hợp")) if names]
    return "; ".join(said)


def _means(book: Book, finding: Finding, names: Sequence[str], directory: Directory, make_id: NewId) -> Delta:
    """The written name stands for several agencies: the first takes its place, the others come beside it in the same role."""
    first, *rest = names
    label = f"Là {', '.join(names)}"
    renamed = proposals.answer(book, finding, Proposal("rename", first, label), directory, make_id)
    wrong = proposals.subject(book, finding)
    rows = [] if wrong is None else [(task, row[wrong.id].role) for task, row in book.cells.items() if wrong.id in row]
    beside = _given(book, [(task, name, role) for task, role in rows for name in rest], directory, make_id, finding.span)
    new = replace(beside, changes=tuple(c for c in beside.changes if c.before is None))  # who has a role there keeps it
    return edits.together(label, renamed, new)


def _given(book: Book, wanted: Sequence[tuple[str, str, Role]], directory: Directory, make_id: NewId, span: Span | None) -> Delta:
    """(task, name, role) written into the book; a name that comes twice for a task has the role that was said first."""
    changes: list[Change] = []
    made: list[Change] = []  # agencies that nobody knew
    seen: set[tuple[str, str]] = set()
    for task, name, role in wanted:
        found = edits.assign(book, task, name, role, directory, _place(book, task, name) or span, make_id, pending=made)
        made += [c for c in found.changes if isinstance(c.after, Agency)]
        cells = [c for c in found.changes if isinstance(c.after, Assignment) and (task, c.after.agency) not in seen]
        behind = sum(1 for t, _ in seen if t == task)  # each comes behind the one before it
        for change in cells:
            cell = change.after
            assert isinstance(cell, Assignment)
            seen.add((task, cell.agency))
            changes.append(change if change.before else Change(None, replace(cell, place=cell.place + behind)))
    return Delta("Thêm cơ quan", (*made, *changes), book.plan.id)


def _place(book: Book, task_id: str, name: str) -> Span | None:
    """Where the task's own sentence says the name."""
    span = book.task(task_id).span
    at = book.text.find(name, span.start, span.end) if span is not None else -1
    return Span(at, at + len(name)) if at >= 0 else None


def left_out(book: Book, finding: Finding, delta: Delta, directory: Directory) -> list[str]:
    """Names that the sentence of the finding's task says and that have no role in it after ``delta``."""
    task = finding.task
    if task is None or not book.has_task(task):
        return []
    agencies = {c.after.id: c.after for c in delta.changes if isinstance(c.after, Agency)}
    cells = {cell.agency: cell for cell in book.assignments(task)}
    for change in delta.changes:
        for cell in (change.before, change.after):
            if isinstance(cell, Assignment) and cell.task == task:
                cells.pop(cell.agency, None)
        if isinstance(change.after, Assignment) and change.after.task == task:
            cells[change.after.agency] = change.after
    known: set[str] = set()
    for cell in cells.values():
        agency = agencies.get(cell.agency) or book.agencies[cell.agency]
        known |= {directory.key(name, province=book.plan.province) for name in (agency.name, cell.written, *agency.aliases) if name}
    missing: dict[str, str] = {}
    for name in _said(book, finding, task):
        meant = directory.find(name, province=book.plan.province, on=book.plan.date).agency
        key = directory.key(name, province=book.plan.province)
        if key not in known and (meant is None or meant.id not in cells):
            missing.setdefault(meant.id if meant is not None else key, name)
    return list(missing.values())


def _said(book: Book, finding: Finding, task_id: str) -> Iterator[str]:
    from core.plan.bodies import bodies  # its many patterns are compiled when first wanted

    text = book.task(task_id).text
    yield from (name.text for name in bodies(text))
    said = f" {words(text)} "  # a proposal may come from a heading: that is not what the sentence says
    yield from (p.value for p in finding.proposals if p.action in ("lead", "coop") and f" {words(p.value)} " in said)
