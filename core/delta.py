"""A change as one value: the records before and after. Written by the store, reversed by undo, shown by the models."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from core.model import Agency, Assignment, Finding, Membership, Plan, Record, Task

Key = tuple[str, ...]


def key_of(record: Record) -> Key:
    """The primary key of a record, the first item being the table's name."""
    match record:
        case Assignment():
            return ("assignment", record.task, record.agency)
        case Membership():
            return ("membership", record.group, record.agency)
        case Plan():
            return ("plan", record.id)
        case Task():
            return ("task", record.id)
        case Agency():
            return ("agency", record.id)
        case Finding():
            return ("finding", record.id)


@dataclass(frozen=True, slots=True)
class Change:
    """One record: ``before`` None is an insertion, ``after`` None a removal; both have the same key."""

    before: Record | None
    after: Record | None

    @property
    def key(self) -> Key:
        record = self.after if self.after is not None else self.before
        assert record is not None
        return key_of(record)


@dataclass(frozen=True, slots=True)
class Delta:
    """What one user action does. ``name`` is what the Undo menu says ("Đổi cơ quan chủ trì")."""

    name: str
    changes: tuple[Change, ...] = ()
    plan: str | None = None
    meta: dict[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.changes)


def reverse(delta: Delta) -> Delta:
    """The delta that takes ``delta`` back."""
    return Delta(delta.name, tuple(Change(c.after, c.before) for c in reversed(delta.changes)), delta.plan, delta.meta)


def squeeze(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Several changes of the same record become one, in the order of the first; changes that change nothing go."""
    first: dict[Key, Change] = {}
    for change in changes:
        known = first.get(change.key)
        first[change.key] = change if known is None else Change(known.before, change.after)
    return tuple(c for c in first.values() if c.before != c.after)


def difference(before: Iterable[Record], after: Iterable[Record], name: str, plan: str | None = None) -> Delta:
    """The delta that turns one set of records into another."""
    old = {key_of(r): r for r in before}
    new = {key_of(r): r for r in after}
    gone = [Change(r, None) for k, r in old.items() if k not in new]
    made = [Change(old.get(k), r) for k, r in new.items() if old.get(k) != r]
    return Delta(name, tuple(gone + made), plan)
