"""A stored plan's file read again another way: what was read replaces what was there, as one change that can be taken back."""
from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from core.agencies import Directory
from core.delta import Change, Delta, squeeze
from core.edits import store_draft
from core.ids import NewId, new_id
from core.model import Agency, Assignment, Draft, Finding, Membership, Plan, Record, Task

KEEP = "Giữ nguyên chữ gốc"  # names of the step
CHANGE = "Đổi chữ sang Unicode"


def unused_without(plan: Plan, records: Iterable[Record], others: Iterable[Assignment]) -> frozenset[str]:
    """The agencies that the reading of this plan made and nobody else has work for. ``others``: their assignments in all plans."""
    records = list(records)
    tasks = {r.id for r in records if isinstance(r, Task) and r.plan == plan.id}
    made = {r.id for r in records if isinstance(r, Agency) and not r.known}
    here = {r.agency for r in records if isinstance(r, Assignment) and r.task in tasks}
    return frozenset((made & here) - {a.agency for a in others if a.task not in tasks})


def reread(plan: Plan, records: Iterable[Record], draft: Draft, directory: Directory, *, source: str, name: str,
           unused: Collection[str] = (), make_id: NewId = new_id) -> Delta:
    """Plan, tasks, assignments and findings as ``draft`` has them, under the same plan. ``records`` are all that the plan's book holds,
    ``source`` the key of the new reading, ``unused`` the agencies that go with the old one unless the new one names them."""
    new, made = store_draft(draft, directory, imported=plan.imported, source=source, source_name=plan.source_name, make_id=make_id,
                            plan_id=plan.id)
    records = list(records)
    named = {c.after.agency for c in made.changes if isinstance(c.after, Assignment)}
    gone = set(unused) - named
    old: list[Record] = [r for r in records if isinstance(r, Assignment | Finding)]
    old += [r for r in records if isinstance(r, Task)]
    old += [r for r in records if isinstance(r, Membership) and (r.group in gone or r.agency in gone)]
    old += [r for r in records if isinstance(r, Agency) and r.id in gone]
    changes = [Change(plan, replace(new, note=plan.note)), *(Change(r, None) for r in old), *made.changes[1:]]
    return Delta(name, squeeze(changes), plan.id)
