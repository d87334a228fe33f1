"""What a person's answer to a finding does: a Proposal becomes one Delta that makes the repair and settles the finding.

Also the two edits that start from a place in the source text: cutting a task there, and making a task of it.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from core import edits
from core.agencies import Directory
from core.book import Book
from core.delta import Change, Delta
from core.fold import tone_key, words
from core.ids import NewId, new_id
from core.model import Agency, Assignment, Deadline, Finding, FindingKind, PlanStatus, Proposal, Role, Span, Task

_OF_NAMES = (FindingKind.UNKNOWN_AGENCY, FindingKind.NEAR_AGENCY)


def answer(book: Book, finding: Finding, proposal: Proposal, directory: Directory, make_id: NewId = new_id) -> Delta:
    """The repair that ``proposal`` stands for, with the finding (and those that ask just the same) settled, as one step.

    An action that this version does not know settles nothing: an empty Delta.
    """
    repair = _repair(book, finding, proposal, directory, make_id)
    if repair is None:
        return Delta("", (), book.plan.id)
    same = alike(book, finding) if proposal.action in ("rename", "keep") and finding.kind in _OF_NAMES else [finding]
    # settled first: where the repair removes the task, its findings go with it
    return edits.together(proposal.label or repair.name, edits.settle(book, [f.id for f in same]), repair)


def keep_all(book: Book, finding: Finding) -> Delta:
    """Everything stays as it is at this finding and at all that ask the same."""
    found = alike(book, finding)
    made = edits.settle(book, [f.id for f in found])
    return replace(made, name=f"Giữ nguyên {len(found)} chỗ giống nhau") if len(found) > 1 else made


def keep_these(book: Book, findings: Iterable[Finding]) -> Delta:
    """Everything stays as it is at these findings, as one step."""
    found = [f.id for f in findings]
    return replace(edits.settle(book, found), name=f"Giữ nguyên {len(found)} chỗ")


def alike(book: Book, finding: Finding) -> list[Finding]:
    """The open findings that ask the same question (the same name met in several tasks), this one first."""
    key = (finding.kind, finding.message, finding.proposals)
    return [finding, *(f for f in book.open_findings() if f.id != finding.id and (f.kind, f.message, f.proposals) == key)]


_LONELY = "Không thấy cơ quan nào chủ trì nhiệm vụ này."  # as the reading says it
_ANSWERS = (Proposal("keep", "", "Giữ nguyên"), Proposal("not-task", "", "Không phải nhiệm vụ"))


def ask_again(book: Book, delta: Delta, make_id: NewId = new_id) -> Delta:
    """The same step, with the question of the missing lead opened where it takes a task's only lead away, and settled where it gives one.

    Only while the plan is under review: nobody may accept it believing that everything has been looked at. A step that settles such a
    question itself is left as it is.
    """
    if book.plan.status is not PlanStatus.REVIEW:
        return delta
    gone = {c.before.id for c in delta.changes if isinstance(c.before, Task) and c.after is None}
    answered = {f.task for c in delta.changes for f in (c.before, c.after) if isinstance(f, Finding) and f.kind is FindingKind.NO_LEAD}
    touched = {cell.task for c in delta.changes if isinstance(cell := c.after or c.before, Assignment)}
    more: list[Change] = []
    for task_id in sorted(touched - gone - answered):
        if not book.has_task(task_id):
            continue
        had = {a.agency for a in book.assignments(task_id, Role.LEAD)}
        has = _leads_after(delta, task_id, had)
        asked = [f for f in book.findings.values() if f.task == task_id and f.kind is FindingKind.NO_LEAD]
        if had and not has:
            span = book.task(task_id).span
            more.append(Change(asked[0], replace(asked[0], settled=False)) if asked else
                        Change(None, Finding(make_id(), book.plan.id, task_id, FindingKind.NO_LEAD, _LONELY, span, _ANSWERS)))
        elif has and not had:
            more += [Change(f, replace(f, settled=True)) for f in asked]
    more = [c for c in more if c.before != c.after]
    return replace(delta, changes=(*delta.changes, *more)) if more else delta


def _leads_after(delta: Delta, task_id: str, leads: set[str]) -> set[str]:
    """Who leads a task when a step is done."""
    left = set(leads)
    for change in delta.changes:
        for cell in (change.before, change.after):
            if isinstance(cell, Assignment) and cell.task == task_id:
                left.discard(cell.agency)
        if isinstance(change.after, Assignment) and change.after.task == task_id and change.after.role is Role.LEAD:
            left.add(change.after.agency)
    return left


def _repair(book: Book, finding: Finding, proposal: Proposal, directory: Directory, make_id: NewId) -> Delta | None:
    task = finding.task if finding.task is not None and book.has_task(finding.task) else None
    match proposal.action:
        case "keep":
            return Delta("Giữ nguyên", (), book.plan.id)
        case "add-task":
            return add_from_text(book, finding.span, text=proposal.value, make_id=make_id)
        case "lead" if task and finding.kind is FindingKind.MANY_LEADS:
            return only_lead(book, task, proposal.value, directory, make_id)
        case "lead" if task:
            return edits.assign(book, task, proposal.value, Role.LEAD, directory, finding.span, make_id)
        case "coop" if task:
            return edits.assign(book, task, proposal.value, Role.COOP, directory, finding.span, make_id)
        case "drop-agency" if task:
            agency = named_in(book, task, proposal.value)
            return edits.set_role(book, [(task, agency.id)], None, name="Bỏ cơ quan") if agency else Delta("Bỏ cơ quan", (), book.plan.id)
        case "not-task" if task:
            return edits.not_a_task(book, task)
        case "rename":
            return _rename(book, finding, proposal.value, directory, make_id)
    return None


def only_lead(book: Book, task_id: str, name: str, directory: Directory, make_id: NewId = new_id) -> Delta:
    """Of several leads this one leads; the others stay in the task and cooperate."""
    agency = named_in(book, task_id, name)
    if agency is None:
        return edits.assign(book, task_id, name, Role.LEAD, directory, None, make_id)
    others = [(task_id, a.agency) for a in book.assignments(task_id, Role.LEAD) if a.agency != agency.id]
    return edits.together("Chọn cơ quan chủ trì", edits.set_role(book, others, Role.COOP),
                          edits.set_role(book, [(task_id, agency.id)], Role.LEAD))


def named_in(book: Book, task_id: str, name: str) -> Agency | None:
    """The agency of a task that goes by this name, in the directory or in the plan's own words."""
    key = _key(name)
    for cell in book.assignments(task_id):
        agency = book.agencies.get(cell.agency)
        if agency is not None and key in (_key(agency.name), _key(cell.written), *map(_key, agency.aliases)):
            return agency
    return None


def _key(name: str) -> str:
    return words(tone_key(name))


def _rename(book: Book, finding: Finding, name: str, directory: Directory, make_id: NewId) -> Delta:
    """The written name means another agency: everywhere in this plan where the same agency was made of it."""
    wrong = subject(book, finding)
    if wrong is None:
        return Delta("Đổi tên cơ quan", (), book.plan.id)
    right, made = _known(book, name, directory, make_id)
    changes: list[Change] = list(made)
    if right.id == wrong.id:
        return Delta("Đổi tên cơ quan", tuple(changes), book.plan.id)
    for row in book.cells.values():
        cell = row.get(wrong.id)
        if cell is None:
            continue
        there = row.get(right.id)
        role = Role.LEAD if Role.LEAD in (cell.role, there.role if there else None) else Role.COOP
        changes.append(Change(cell, None))
        changes.append(Change(there, replace(there, role=role) if there else replace(cell, agency=right.id)))
    return Delta("Đổi tên cơ quan", tuple(c for c in changes if c.before != c.after), book.plan.id)


def _known(book: Book, name: str, directory: Directory, make_id: NewId) -> tuple[Agency, list[Change]]:
    for agency in book.agencies.values():
        if agency.name == name:
            return agency, []
    match = directory.find(name, province=book.plan.province, on=book.plan.date).agency
    if match is not None:
        return match, [] if match.id in book.agencies else [Change(None, match)]
    made = directory.make(name, make_id(), province=book.plan.province)
    return made, [Change(None, made)]


_QUOTED = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")


def subject(book: Book, finding: Finding) -> Agency | None:
    """The agency that a finding is about: the one whose written words stand at the finding's place, or that it quotes."""
    if finding.task is None:
        return None
    cells = book.assignments(finding.task)
    for name in _QUOTED.findall(finding.message):
        agency = named_in(book, finding.task, name)
        if agency is not None:
            return agency
    if finding.span is not None:
        exact = [c for c in cells if c.span == finding.span]
        inside = [c for c in cells if c.span is not None and _meet(c.span, finding.span)]
        for cell in (*exact, *inside):
            return book.agencies.get(cell.agency)
    return None


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


# ---------------------------------------------------------------- from a place in the text


def add_from_text(book: Book, span: Span | None, *, text: str = "", make_id: NewId = new_id) -> Delta:
    """A new task of this place of the text (its words squeezed to single spaces), between its neighbours by place."""
    words_here = " ".join((text or (span.of(book.text) if span else "")).split())
    if not words_here:
        return Delta("Thêm nhiệm vụ", (), book.plan.id)
    before = [t for t in book.tasks if t.span is not None and span is not None and t.span.start <= span.start]
    first = next((t for t in book.tasks if t.span is not None), None)
    task, delta = edits.add_task(book, words_here, after=before[-1].id if before else None, span=span, make_id=make_id)
    if span is None:
        return delta
    leads: tuple[str, ...] = ()
    new = task
    if not before and first is not None:  # it stands before all others
        new = replace(task, place=first.place - 1.0, section=(), path=())
    elif before:
        new, leads = _under_its_heading(book, task, before[-1])
    changes = tuple(Change(None, new) if change.after == task else change for change in delta.changes)
    finding = Finding(make_id(), book.plan.id, task.id, FindingKind.NO_LEAD, "Nhiệm vụ vừa thêm chưa có cơ quan chủ trì.", span,
                      (*(Proposal("lead", name, f"{name} chủ trì") for name in leads), Proposal("keep", "", "Giữ nguyên")))
    return Delta(delta.name, (*changes, Change(None, finding)), delta.plan)


def _under_its_heading(book: Book, task: Task, before: Task) -> tuple[Task, tuple[str, ...]]:
    """A task with the headings that stand above its own place, where the outline finds those of the task before it as they are stored;
    and the agencies that its heading names as leads."""
    from core.plan.place import places_at

    assert task.span is not None
    assert before.span is not None
    there, here = places_at(book.text, [before.span.start, task.span.start])
    if there.path != before.path:
        return task, ()
    shared = next((n for n, (a, b) in enumerate(zip(there.section, here.section, strict=False)) if a != b), len(there.section))
    section = (*before.section[:shared], *here.section[shared:]) if len(before.section) >= shared else here.section
    return replace(task, path=here.path, section=section), here.leads


def word_start(text: str, at: int) -> int:
    """The start of the word that ``at`` stands in; ``at`` itself between words."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at -= 1
    return at


def word_end(text: str, at: int) -> int:
    """The end of the word that ``at`` stands in; ``at`` itself between words."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return at


def place_in_task(book: Book, task: Task, offset: int) -> int | None:
    """The character of ``task.text`` before which ``offset`` of the source lies; None where the offset is not inside the task.

    The task's text may differ from the source in white space and lost list marks, so the letters and digits are counted.
    """
    if task.span is None or not task.span.start < offset < task.span.end:
        return None
    source = task.span.of(book.text)
    if source == task.text:
        return offset - task.span.start
    behind = _letters(book.text[offset:task.span.end])
    at = len(task.text)
    count = 0
    while at > 0 and count < behind:
        at -= 1
        count += task.text[at].isalnum()
    return at if count == behind and at > 0 else None


def _letters(text: str) -> int:
    return sum(c.isalnum() for c in text)


def split_at(book: Book, task_id: str, at: int, *, offset: int | None = None, make_id: NewId = new_id) -> Delta:
    """Cut a task before character ``at`` of its text. Deadlines, and agencies whose words stand in one half, stay with that half;
    a half that would be left without a lead keeps the leads of the whole. ``offset`` is the same place in the source."""
    task = book.task(task_id)
    delta = edits.split_task(book, task_id, at, make_id)
    halves = [c.after for c in delta.changes if isinstance(c.after, Task)]
    cut = offset if offset is not None else _cut(book, task, at)
    if len(halves) != 2 or cut is None or task.span is None:
        return delta
    if halves[0].span == task.span:  # the text was not the source's own words: each half gets its own place all the same
        halves = [replace(halves[0], span=Span(task.span.start, cut)), replace(halves[1], span=Span(cut, task.span.end))]
    ranges = [Span(task.span.start, cut), Span(cut, task.span.end)]
    changes: list[Change] = []
    for half, other in ((0, ranges[1]), (1, ranges[0])):
        lines = tuple(d for d in task.deadlines if not _inside(d.span, other))
        made = replace(halves[half], deadlines=lines, due=edits.due_of(lines))
        cells = [c for c in book.assignments(task_id) if not _inside(c.span, other)]
        if not any(c.role is Role.LEAD for c in cells):
            cells = [*book.assignments(task_id, Role.LEAD), *cells]
        if half:
            changes += [Change(None, made), *(Change(None, replace(c, task=made.id)) for c in cells)]
        else:
            changes += [Change(task, made), *(Change(c, None) for c in book.assignments(task_id) if c not in cells)]
    return Delta(delta.name, tuple(changes), delta.plan)


def _inside(span: Span | None, whole: Span) -> bool:
    return span is not None and whole.start <= span.start < whole.end


def _cut(book: Book, task: Task, at: int) -> int | None:
    """The place in the source of character ``at`` of the task's text."""
    if task.span is None:
        return None
    source = task.span.of(book.text)
    if source == task.text:
        return task.span.start + at
    behind, count, place = _letters(task.text[at:]), 0, len(source)
    while place > 0 and count < behind:
        place -= 1
        count += source[place].isalnum()
    return task.span.start + place if count == behind and place > 0 else None


def add_deadline(book: Book, task_id: str, text: str, span: Span | None = None) -> Delta:
    """One more deadline of a task, from the words as a person gives them; what they mean is read off as in a plan."""
    words_here = " ".join(text.split()).strip(" ,;:.")
    task = book.task(task_id)
    if not words_here or any(d.text == words_here for d in task.deadlines):
        return Delta("Thêm thời hạn", (), book.plan.id)
    made = read_deadline(words_here, span, base=book.plan.date)
    return edits.edit_task(book, task_id, name="Thêm thời hạn", deadlines=(*task.deadlines, made))


def read_deadline(text: str, span: Span | None = None, *, base: date | None = None) -> Deadline:
    """The deadline that these words of a person or a plan give; its date where they hold one full calendar date.
    ``base`` is the day of the plan, from which words without a year count."""
    from core.plan.deadlines import read_cell  # its many patterns are compiled when first wanted

    found = read_cell(text, base=base)
    return replace(found[0], text=text, span=span) if found else Deadline(text, span=span)
