"""The directory as a table of words: what goes into its .xlsx, and what a table that comes back would change.

Pure: core/sheets/directory.py writes the file, core/reading/directory.py reads it.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.book import Book
from core.delta import Change, Delta
from core.fold import sort_key, words
from core.ids import NewId, new_id
from core.model import Agency, AgencyKind, Membership

HEADS = ("Mã", "Tên cơ quan", "Tên ngắn", "Loại", "Các cách viết khác", "Có từ ngày", "Đến hết ngày", "Cơ quan kế thừa", "Thuộc nhóm",
         "Ghi chú")
KINDS = {
    AgencyKind.PROVINCIAL: "Sở, ban, ngành tỉnh", AgencyKind.CENTRAL: "Cơ quan trung ương", AgencyKind.VERTICAL: "Cơ quan ngành dọc",
    AgencyKind.LOCAL: "Địa phương", AgencyKind.PARTY: "Cơ quan Đảng", AgencyKind.MASS: "Mặt trận, đoàn thể",
    AgencyKind.COMPANY: "Doanh nghiệp", AgencyKind.SCHOOL: "Trường, viện", AgencyKind.OTHER: "Khác", AgencyKind.GROUP: "Nhóm cơ quan",
}
_BY_WORDS = {words(text): kind for kind, text in KINDS.items()}
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What a table would change: the delta, how many agencies are new and changed, and sentences about rows that were left out."""

    delta: Delta
    new: int
    changed: int
    problems: tuple[str, ...] = ()


def to_rows(book: Book) -> list[Row]:
    """The directory, one row per agency, in the Vietnamese alphabet, groups last."""
    return [_row(book, a) for a in sorted(book.agencies.values(), key=lambda a: (a.kind is AgencyKind.GROUP, sort_key(a.name)))]


def _row(book: Book, agency: Agency) -> Row:
    groups = sorted((book.agencies[g].name for g in book.groups_of(agency.id) if g in book.agencies), key=sort_key)
    return (agency.id, agency.name, agency.short, KINDS[agency.kind], "; ".join(agency.aliases), _day(agency.valid_from),
            _day(agency.valid_to), "; ".join(agency.successors), "; ".join(groups), agency.note)


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""


def take_over(book: Book, rows: Sequence[Row], make_id: NewId = new_id) -> TakenOver:
    """Compare a table with the directory. Rows are known by their code, else by their name; nothing is ever removed."""
    by_id = dict(book.agencies)
    by_name = {words(a.name): a for a in book.agencies.values()}
    changes: list[Change] = []
    problems: list[str] = []
    named: dict[str, Agency] = dict(by_name)
    found: list[tuple[int, Row, Agency]] = []
    for number, row in enumerate(rows, start=2):
        cells = tuple(" ".join(cell.split()) for cell in (*row, *("",) * len(HEADS))[:len(HEADS)])
        if not any(cells):
            continue
        before = by_id.get(cells[0]) or by_name.get(words(cells[1]))
        try:
            after = _agency(cells, before, make_id)
        except ValueError as error:
            problems.append(f"Dòng {number}: {error}")
            continue
        named[words(after.name)] = after
        found.append((number, cells, after))
        if before != after:
            changes.append(Change(before, after))
    new = sum(1 for c in changes if c.before is None)
    changed = len(changes) - new
    for number, cells, agency in found:
        changes += _memberships(book, agency, _parts(cells[8]), named, number, problems)
    return TakenOver(Delta("Nhập danh bạ cơ quan", tuple(changes)), new, changed, tuple(problems))


def _agency(cells: Row, before: Agency | None, make_id: NewId) -> Agency:
    if not cells[1]:
        raise ValueError("không có tên cơ quan nên bỏ qua.")
    kind = _BY_WORDS.get(words(cells[3])) if cells[3] else (before.kind if before else AgencyKind.OTHER)
    if kind is None:
        raise ValueError(f"không có loại cơ quan “{cells[3]}” nên bỏ qua.")
    base = before or Agency(make_id(), cells[1])
    return replace(base, name=cells[1], short=cells[2], kind=kind, aliases=_parts(cells[4]), valid_from=_parse(cells[5]),
                   valid_to=_parse(cells[6]), successors=_parts(cells[7]), note=cells[9])


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


def _parse(cell: str) -> date | None:
    if not cell:
        return None
    for pattern in ("%d/%m/%Y", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(cell, pattern).date()
        except ValueError:
            continue
    raise ValueError(f"ngày “{cell}” không đọc được (hãy ghi như 01/03/2025) nên bỏ qua.")


def _memberships(book: Book, agency: Agency, groups: Sequence[str], named: dict[str, Agency], number: int,
                 problems: list[str]) -> list[Change]:
    wanted: set[str] = set()
    for name in groups:
        group = named.get(words(name))
        if group is None or group.kind is not AgencyKind.GROUP:
            problems.append(f"Dòng {number}: không có nhóm “{name}” trong danh bạ.")
        else:
            wanted.add(group.id)
    had = set(book.groups_of(agency.id))
    return [*(Change(Membership(g, agency.id), None) for g in sorted(had - wanted)),
            *(Change(None, Membership(g, agency.id)) for g in sorted(wanted - had))]
