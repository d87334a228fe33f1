"""Every change that a person can make to agencies, groups and the order of columns; core/edits.py has them under one name with the rest."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from core.book import Book
from core.delta import Change, Delta
from core.model import Agency, AgencyKind, Assignment, Membership, Role


def add_agency(book: Book, agency: Agency) -> Delta:
    return Delta("Thêm cơ quan", (Change(None, agency),))


def edit_agency(book: Book, agency_id: str, **fields: Any) -> Delta:
    """Change fields of an agency (name, short, aliases, kind, place, successors, valid_from, valid_to, note)."""
    agency = book.agencies[agency_id]
    if is_group(agency) and fields.get("name", agency.name) != agency.name:
        fields = {"known": True} | fields  # a name of his own choice: on paper too, whatever the plan calls the group (core/group_names.py)
    changed = replace(agency, **fields)
    return Delta("Sửa cơ quan", (Change(agency, changed),) if changed != agency else ())


def remove_agency(book: Book, agency_id: str) -> Delta:
    """Take an agency that has no work out of the directory, with its memberships. The caller knows that no plan uses it."""
    changes = [Change(Membership(group, m), None) for group, members in book.members.items() for m in sorted(members)
               if agency_id in (group, m)]
    return Delta("Xoá cơ quan", (*changes, Change(book.agencies[agency_id], None)))


def set_members(book: Book, group_id: str, members: Iterable[str]) -> Delta:
    """The agencies that a group covers, exactly these."""
    old, new = book.members.get(group_id, set()), set(members)
    changes = [Change(Membership(group_id, m), None) for m in sorted(old - new)]
    changes += [Change(None, Membership(group_id, m)) for m in sorted(new - old)]
    return Delta("Sửa thành viên của nhóm", tuple(changes))


def order_agencies(book: Book, agency_ids: Sequence[str]) -> Delta:
    """The clerk's own order of columns."""
    changes = [Change(book.agencies[i], replace(book.agencies[i], place=float(n)))
               for n, i in enumerate(agency_ids, start=1) if book.agencies[i].place != float(n)]
    return Delta("Sắp xếp cơ quan", tuple(changes))


def spread_group(book: Book, task_ids: Iterable[str], group_id: str, members: Iterable[str] | None = None) -> Delta:
    """Make explicit in these tasks what a group implies: each member gets the group's role where it has none of its own."""
    chosen = sorted(book.members.get(group_id, set()) if members is None else members)
    changes = []
    for task_id in task_ids:
        cell = book.cells.get(task_id, {}).get(group_id)
        if cell is None:
            continue
        last = last_place(book, task_id)
        free = (m for m in chosen if book.role(task_id, m) is None)
        changes += [Change(None, Assignment(task_id, m, cell.role, cell.written, cell.span, last + n)) for n, m in enumerate(free, start=1)]
    return Delta("Ghi rõ thành viên của nhóm", tuple(changes), book.plan.id)


def merge_agencies(book: Book, loser: str, winner: str, assignments: Iterable[Assignment] | None = None) -> Delta:
    """``loser`` becomes a spelling of ``winner``; its work and its memberships go over (a lead stays a lead).

    ``assignments`` are those of the loser and the winner in all plans, where the caller has them; without it those of the open book.
    """
    old, new = book.agencies[loser], book.agencies[winner]
    given = list(assignments) if assignments is not None else [a for row in book.cells.values() for a in row.values()]
    theirs = {a.task: a for a in given if a.agency == winner}
    changes: list[Change] = []
    for cell in (a for a in given if a.agency == loser):
        known = theirs.get(cell.task)
        role = Role.LEAD if Role.LEAD in (cell.role, known.role if known else None) else Role.COOP
        changes.append(Change(cell, None))
        changes.append(Change(known, replace(known, role=role) if known else replace(cell, agency=winner)))
    for group, members in book.members.items():
        if loser in members and group != loser:
            changes.append(Change(Membership(group, loser), None))
            if winner not in members and group != winner:
                changes.append(Change(None, Membership(group, winner)))
    changes += [Change(Membership(loser, m), None) for m in sorted(book.members.get(loser, ()))]
    names = tuple(dict.fromkeys((*new.aliases, old.name, *old.aliases)))
    changes.append(Change(new, replace(new, aliases=tuple(n for n in names if n != new.name))))
    changes.append(Change(old, None))
    return Delta(f"Gộp “{old.name}” vào “{new.name}”", tuple(c for c in changes if c.before != c.after))


def is_group(agency: Agency) -> bool:
    return agency.kind is AgencyKind.GROUP


def last_place(book: Book, task_id: str) -> float:
    """The place of the last agency of a task, 0 where it has none."""
    return max((cell.place for cell in book.cells.get(task_id, {}).values()), default=0.0)
