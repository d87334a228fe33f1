"""Book → the sheet "Phiếu nhiệm vụ" of one agency: what it leads, where it cooperates and with whom, what reaches it through a group."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.book import Book
from core.errors import UserError
from core.fold import words
from core.matrix import column_order, first_of, groups_by_member
from core.model import Agency, Assignment, Plan, Role, Task
from core.naming import group_of
from core.sheets.assignment import role_names
from core.sheets.columns import CHECKLIST, balanced, chosen
from core.sheets.layout import Align, Block, Bundle, CellValue, Column, PageSetup, Row, RowKind, Sheet, Table, Text
from core.sheets.options import SheetOptions
from core.sheets.task_lines import task_text
from core.sheets.wording import (
    agency_name,
    attached,
    both_sign,
    clean,
    deadline_words,
    is_group,
    letter_head,
    named_plan,
    place_in_plan,
    signatures,
    with_document,
)

TITLE = "Phiếu nhiệm vụ"
PARTS = ("Nhiệm vụ chủ trì", "Nhiệm vụ phối hợp", "Nhiệm vụ tham gia qua nhóm cơ quan")


@dataclass(frozen=True, slots=True)
class Duty:
    """One task of an agency: its own assignment, or that of the group through which the task reaches it."""

    task: Task
    cell: Assignment
    through: bool = False


@dataclass(frozen=True, slots=True)
class Duties:
    leads: tuple[Duty, ...]
    coops: tuple[Duty, ...]
    groups: tuple[Duty, ...]

    def __len__(self) -> int:
        return len(self.leads) + len(self.coops) + len(self.groups)


def agencies_with_duties(book: Book) -> list[Agency]:
    """Every agency with a part of its own or through a group; a group only where nobody is known to belong to it."""
    used = {agency for row in book.cells.values() for agency in row}
    reached: set[str] = set()
    for agency_id in used:
        agency = book.agencies.get(agency_id)
        members = book.members.get(agency_id, set()) if agency is not None and is_group(agency) else set()
        reached |= {m for m in members if m in book.agencies} or {agency_id}
    return sorted((book.agencies[i] for i in reached if i in book.agencies), key=column_order)


@dataclass(frozen=True, slots=True)
class Unreached:
    """A group with work of which no member is recorded: its tasks are on no agency's checklist.

    ``open``: its words leave open who is meant.
    """

    group: Agency
    tasks: int
    open: bool


def unreached_groups(book: Book) -> list[Unreached]:
    """The groups whose work reaches no checklist of an agency; those that can be recorded first, then those with the most tasks."""
    counts = Counter(agency for row in book.cells.values() for agency in row)
    found = [Unreached(agency, tasks, "lienquan" in (group_of(agency.name) or "")) for agency_id, tasks in counts.items()
             if (agency := book.agencies.get(agency_id)) is not None and is_group(agency)
             and not any(m in book.agencies for m in book.members.get(agency_id, ()))]
    return sorted(found, key=lambda u: (u.open, -u.tasks, column_order(u.group)))


def find_agency(book: Book, wanted: str) -> Agency:
    """The agency of the book by id or by any way of writing its name. Raises UserError."""
    if wanted in book.agencies:
        return book.agencies[wanted]
    key = words(wanted)
    for agency in sorted(book.agencies.values(), key=column_order):
        if key and key in (words(name) for name in (agency.name, agency.short, *agency.aliases)):
            return agency
    raise UserError(f"Không tìm thấy cơ quan “{wanted}” trong kế hoạch này.", "Hãy chọn một cơ quan trong danh sách.")


def duties_of(book: Book, agency_id: str, groups: frozenset[str] | None = None) -> Duties:
    """All that the agency has to do, in the order of the plan. ``groups`` are those it belongs to, where the caller knows them."""
    groups = frozenset(book.groups_of(agency_id)) if groups is None else groups
    found: tuple[list[Duty], list[Duty], list[Duty]] = ([], [], [])
    for task in book.tasks:
        cells = book.cells.get(task.id)
        if not cells:
            continue
        own = cells.get(agency_id)
        if own is not None:
            found[0 if own.role is Role.LEAD else 1].append(Duty(task, own))
            continue
        through = first_of(cells[g] for g in groups if g in cells)
        if through is not None:
            found[2].append(Duty(task, through, True))
    return Duties(tuple(found[0]), tuple(found[1]), tuple(found[2]))


def checklist_sheets(book: Book, agencies: Sequence[Agency], options: SheetOptions) -> Iterator[tuple[Agency, Sheet]]:
    """The checklist of each of these agencies, one after another."""
    groups = groups_by_member(book)
    for agency in agencies:
        yield agency, checklist_sheet(book, agency, options, groups.get(agency.id, frozenset()))


def checklist_bundle(book: Book, sheets: Sequence[Sheet], name: str) -> Bundle:
    title = f"{TITLE} - {clean(name)} - {with_document(book.plan)}" if name else f"{TITLE} - {with_document(book.plan)}"
    return Bundle(tuple(sheets), title, clean(book.plan.issuer or ""), named_plan(book.plan))


def checklist_sheet(book: Book, agency: Agency, options: SheetOptions, groups: frozenset[str] | None = None) -> Sheet:
    page = PageSetup(options.paper, True if options.landscape is None else options.landscape, options.margins)
    name = agency_name(agency)
    duties = duties_of(book, agency.id, groups)
    head = (Text(clean(options.title or TITLE).upper(), 14, bold=True, align=Align.CENTER, keep=True, style="Tên phiếu"),
            Text(name, 14, bold=True, align=Align.CENTER, keep=True, style="Tên cơ quan"),
            Text(attached(book.plan), 13, italic=True, align=Align.CENTER, after=8, keep=True, style="Kèm theo"),
            Text(_summary(book.plan, duties), 13, align=Align.JUSTIFY, first_line=10, after=8, keep=True, style="Nội dung"))
    foot = signatures(options.signer, options.recipients) if options.signer is not None else \
        both_sign(options.place, "ĐƠN VỊ GIAO NHIỆM VỤ", "ĐƠN VỊ NHẬN NHIỆM VỤ")
    table = _table(book, agency, duties, options)
    body: tuple[Block, ...] = (*((letter_head(book.plan),) if options.motto else ()), *head, table, foot)
    return Sheet(name, page, body)


def _summary(plan: Plan, duties: Duties) -> str:
    if not len(duties):
        return "Không có nhiệm vụ nào trong kế hoạch này."
    parts = [f"{len(found)} nhiệm vụ {words}" for found, words in (
        (duties.leads, "chủ trì"), (duties.coops, "phối hợp"), (duties.groups, "tham gia qua nhóm cơ quan")) if found]
    late = f" Tổng số {len(duties)} nhiệm vụ." if len(parts) > 1 else ""
    name = named_plan(plan)
    return f"{f'Thực hiện {name}, đ' if name else 'Đ'}ơn vị được giao {', '.join(parts)}.{late}"


def _table(book: Book, agency: Agency, duties: Duties, options: SheetOptions) -> Table:
    columns = chosen(CHECKLIST, options.columns)
    frozen = next(n for n, column in enumerate(columns) if column.key == "task") + 1
    table = Table(columns, tuple(_rows(book, duties, options, columns)), frozen, options.size, name=agency_name(agency))
    return balanced(table, options)


def _rows(book: Book, duties: Duties, options: SheetOptions, columns: tuple[Column, ...]) -> Iterator[Row]:
    number = 0
    filled = [(title, found) for title, found in zip(PARTS, (duties.leads, duties.coops, duties.groups), strict=True) if found]
    for label, (title, found) in zip(("I", "II", "III"), filled, strict=False):
        yield Row(RowKind.SECTION, (label, f"{title} ({len(found)})"))
        if options.numbering == "section":
            number = 0
        for duty in found:
            number += 1
            yield Row(RowKind.TASK, tuple(_cell(book, duty, number, options, c.key) for c in columns), id=duty.task.id)


def _cell(book: Book, duty: Duty, number: int, options: SheetOptions, key: str) -> CellValue:
    task = duty.task
    match key:
        case "id":
            return task.id
        case "box":
            return "☑" if task.done else "☐"
        case "number":
            return number
        case "task":
            return task_text(book, task)
        case "source":
            return place_in_plan(task, book.text or "")
        case "part":
            return ("Chủ trì" if duty.cell.role is Role.LEAD else "Phối hợp") + (" (qua nhóm)" if duty.through else "")
        case "others":
            return _others(book, duty, options)
        case "due":
            return task.due
        case "deadline":
            return deadline_words(task)
        case "deliverable":
            return clean(task.deliverable)
        case _:
            return ""


def _others(book: Book, duty: Duty, options: SheetOptions) -> str:
    """Who else works on it: the lead for those who cooperate, the others for the lead; and the words through which a group says it."""
    leads, coops = (role_names(book, duty.task, role, options) for role in (Role.LEAD, Role.COOP))
    if duty.through:
        said = clean(duty.cell.written) or agency_name(book.agencies[duty.cell.agency])
        part = "chủ trì" if duty.cell.role is Role.LEAD else "phối hợp"
        lines = [f"Giao chung cho “{said}” ({part})"]
        return "\n".join(lines + ([f"Chủ trì: {leads}"] if leads and duty.cell.role is Role.COOP else []))
    if duty.cell.role is Role.COOP:
        return f"Chủ trì: {leads}" if leads else "Chủ trì: (kế hoạch không nêu)"
    own = agency_name(book.agencies[duty.cell.agency], options) if duty.cell.agency in book.agencies else ""
    others = "; ".join(name for name in leads.split("; ") if name and name != own)
    return "\n".join(line for line in ((f"Cùng chủ trì: {others}" if others else ""), (f"Phối hợp: {coops}" if coops else "")) if line)
