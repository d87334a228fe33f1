"""Work handed from clerk to clerk: what is new, changed here, changed there or on both, and the change that takes it over.

A record's stamp is the list of versions that its machine has seen, the present one last; no stamp means "as first imported". A side that
knows the other's present version is ahead of it. Where neither knows the other's, both have changed it, and a person decides.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.delta import Change, Key, key_of
from core.ids import NewId, new_id
from core.model import Agency, Assignment, Finding, Membership, Plan, Record, Role, Task


@dataclass(frozen=True, slots=True)
class Stamp:
    """``versions`` seen, the present one last; when and by whom it was made."""

    versions: tuple[str, ...] = ()
    at: str = ""
    who: str = ""

    @property
    def head(self) -> str:
        return self.versions[-1] if self.versions else ""

    def knows(self, version: str) -> bool:
        return not version or version in self.versions


NO_STAMP = Stamp()


@dataclass(slots=True)
class Side:
    """The records of one side by key, and their stamps (also of records that are gone)."""

    records: dict[Key, Record] = field(default_factory=dict)
    stamps: dict[Key, Stamp] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record], stamps: Mapping[Key, Stamp]) -> Side:
        return cls({key_of(r): r for r in records}, dict(stamps))

    def stamp(self, key: Key) -> Stamp:
        return self.stamps.get(key, NO_STAMP)


class Kind(StrEnum):
    """What became of a thing since both sides were equal."""

    NEW = "new"
    THERE = "there"
    HERE = "here"
    BOTH = "both"


class Choice(StrEnum):
    """What to do with a row: keep ours for good, take theirs, put both together, or leave it for another time."""

    HERE = "here"
    THERE = "there"
    COMBINE = "combine"
    SKIP = "skip"


ROLE_LABELS = ("Chủ trì", "Phối hợp")  # fields that hold names of agencies


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the comparison: a Vietnamese label and both values as text."""

    label: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A plan's own facts, one task with its agencies, or one agency. ``unit`` identifies the row; ``plan`` is "" for the directory."""

    unit: Key
    kind: Kind
    title: str
    plan: str
    fields: tuple[Field, ...]
    ours: Stamp
    theirs: Stamp
    keys: tuple[Key, ...]
    can_combine: bool = False

    @property
    def default(self) -> Choice:
        """Taken over without asking: only what nobody here has touched."""
        return Choice.THERE if self.kind in (Kind.NEW, Kind.THERE) else Choice.SKIP

    @property
    def choices(self) -> tuple[Choice, ...]:
        if self.kind is Kind.HERE:
            return (Choice.SKIP, Choice.THERE)
        if self.kind is Kind.BOTH:
            return (Choice.SKIP, Choice.HERE, Choice.THERE, *((Choice.COMBINE,) if self.can_combine else ()))
        return (Choice.THERE, Choice.SKIP)


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking over writes: changes of records, and stamps as (key, before, after)."""

    changes: tuple[Change, ...]
    stamps: tuple[tuple[Key, Stamp | None, Stamp], ...]


def unit_of(record: Record, whole_plans: frozenset[str] = frozenset(), plan_of_task: Mapping[str, str] | None = None) -> Key:
    """The row to which a record belongs; all of a plan that one side has not is one row."""
    plan = plan_of(record, plan_of_task or {})
    if plan in whole_plans:
        return ("plan", plan)
    match record:
        case Task():
            return ("task", record.id)
        case Assignment():
            return ("task", record.task)
        case Finding():
            return ("task", record.task) if record.task is not None else ("plan", record.plan)
        case Membership():
            return ("agency", record.group)
        case Plan() | Agency():
            return key_of(record)


def plan_of(record: Record, plan_of_task: Mapping[str, str]) -> str:
    match record:
        case Plan():
            return record.id
        case Task() | Finding():
            return record.plan
        case Assignment():
            return plan_of_task.get(record.task, "")
    return ""


def compare(ours: Side, theirs: Side) -> list[HandoverRow]:
    """The rows that differ: plans, then tasks in the order of their plan, then agencies."""
    plans = {k[1] for k in (*ours.records, *theirs.records) if k[0] == "plan"}
    whole = frozenset(p for p in plans if ("plan", p) not in ours.records)
    plan_of_task = {r.id: r.plan for side in (theirs, ours) for r in side.records.values() if isinstance(r, Task)}
    units: dict[Key, list[Key]] = {}
    for key in dict.fromkeys((*theirs.records, *ours.records)):
        record = ours.records.get(key) or theirs.records[key]
        units.setdefault(unit_of(record, whole, plan_of_task), []).append(key)
    names = {r.id: r.name for side in (ours, theirs) for r in side.records.values() if isinstance(r, Agency)}
    names |= plan_of_task
    rows = [row for unit, keys in units.items() if (row := _row(unit, keys, ours, theirs, names, unit[1] in whole)) is not None]
    places = {r.id: r.place for side in (ours, theirs) for r in side.records.values() if isinstance(r, Task)}
    order = {"plan": 0, "task": 1, "agency": 2}
    return sorted(rows, key=lambda r: (order[r.unit[0]], r.plan, places.get(r.unit[1], 0.0), r.title))


def _status(key: Key, ours: Side, theirs: Side) -> Kind | None:
    """None where both are equal."""
    a, b = ours.records.get(key), theirs.records.get(key)
    if a == b:
        return None
    mine, other = ours.stamp(key), theirs.stamp(key)
    # what is gone has a stamp: without one it was never there
    if a is None and not mine.versions:
        return Kind.NEW
    if b is None and not other.versions:
        return Kind.HERE
    ours_ahead, theirs_ahead = mine.knows(other.head), other.knows(mine.head)
    if theirs_ahead and not ours_ahead:
        return Kind.THERE
    if ours_ahead and not theirs_ahead:
        return Kind.HERE
    return Kind.BOTH


def _row(unit: Key, keys: list[Key], ours: Side, theirs: Side, names: Mapping[str, str], whole: bool) -> HandoverRow | None:
    """``names`` gives the name of an agency and the plan of a task by their ids."""
    found = {key: status for key in keys if (status := _status(key, ours, theirs)) is not None}
    if not found:
        return None
    if whole:  # the plan is not here: new, or removed here, whatever its parts say
        kind = Kind.HERE if ours.stamp(unit).versions else Kind.NEW
    else:
        kind = _together(set(found.values()), unit, found)
    gone = any(k[0] in ("task", "plan", "agency") and (k not in ours.records or k not in theirs.records) for k in found)
    record = ours.records.get(unit) or theirs.records.get(unit)
    plan = "" if unit[0] == "agency" else unit[1] if unit[0] == "plan" else names.get(unit[1], "")
    fields = _fields(unit, keys, ours, theirs, names)
    return HandoverRow(unit, kind, _title(record), plan, fields, _latest(found, ours), _latest(found, theirs), tuple(keys),
                       kind is Kind.BOTH and not gone and Kind.BOTH not in found.values())


def _together(kinds: set[Kind], unit: Key, found: Mapping[Key, Kind]) -> Kind:
    if kinds <= {Kind.NEW, Kind.THERE}:
        return Kind.NEW if found.get(unit) is Kind.NEW else Kind.THERE
    return Kind.HERE if kinds == {Kind.HERE} else Kind.BOTH


def _latest(keys: Iterable[Key], side: Side) -> Stamp:
    return max((side.stamp(k) for k in keys), key=lambda s: s.at, default=NO_STAMP)


def _title(record: Record | None) -> str:
    match record:
        case Plan():
            return record.title or record.source_name
        case Task():
            return record.text
        case Agency():
            return record.name
    return ""


# ---------------------------------------------------------------- what a person reads


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two states of one thing. ``here`` and ``there`` tell on which side it is at all."""

    unit: Key
    title: str
    here: bool
    there: bool
    fields: tuple[Field, ...]


def differences(ours: Iterable[Record], theirs: Iterable[Record], names: Mapping[str, str] | None = None) -> list[Difference]:
    """The plans, tasks and agencies that are not the same in two states, in the order of the plan. ``names``: agencies by id."""
    left, right = Side.of(ours, {}), Side.of(theirs, {})
    records = {**left.records, **right.records}
    known = {**(names or {}), **{r.id: r.name for r in records.values() if isinstance(r, Agency)}}
    units: dict[Key, list[Key]] = {}
    changed: set[Key] = set()
    for key, record in records.items():
        unit = unit_of(record)
        units.setdefault(unit, []).append(key)
        if left.records.get(key) != right.records.get(key):
            changed.add(unit)
    places = {r.id: r.place for r in records.values() if isinstance(r, Task)}
    found = [Difference(unit, _title(right.records.get(unit) or left.records.get(unit)), unit in left.records, unit in right.records,
                        _fields(unit, keys, left, right, known)) for unit, keys in units.items() if unit in changed]
    return sorted(found, key=lambda d: (d.unit[0] != "plan", places.get(d.unit[1], 0.0), d.title))


def _fields(unit: Key, keys: list[Key], ours: Side, theirs: Side, names: Mapping[str, str]) -> tuple[Field, ...]:
    left, right = _values(unit, keys, ours, names), _values(unit, keys, theirs, names)
    labels = dict.fromkeys((*left, *right))
    return tuple(Field(label, left.get(label, ""), right.get(label, "")) for label in labels if left.get(label, "") != right.get(label, ""))


def _values(unit: Key, keys: list[Key], side: Side, names: Mapping[str, str]) -> dict[str, str]:
    record = side.records.get(unit)
    match record:
        case None:
            return {}
        case Plan():
            tasks = sum(1 for k in keys if k[0] == "task" and k in side.records)
            return {"Trích yếu": record.title, "Số, ký hiệu": record.number or "", "Ngày": _day(record.date),
                    "Cơ quan ban hành": record.issuer or "", "Người ký": record.signer or "",
                    "Trạng thái": "đã chấp nhận" if record.status == "accepted" else "đang rà soát",
                    "Ghi chú": record.note, **({"Số nhiệm vụ": str(tasks)} if tasks else {})}
        case Task():
            cells = [r for k in keys if isinstance(r := side.records.get(k), Assignment)]
            findings = [r for k in keys if isinstance(r := side.records.get(k), Finding)]
            return {"Nội dung": record.text, **_roles(cells, names), "Thời hạn": "; ".join(d.text for d in record.deadlines),
                    "Sản phẩm": record.deliverable, "Ghi chú": record.note, "Hoàn thành": _day(record.done),
                    "Tạm dừng": "có" if record.paused else "", "Đã xem": "có" if record.checked else "", "Vị trí": f"{record.place:g}",
                    "Mục": " › ".join(record.section), "Chỗ cần xem": _to_look_at(findings)}
        case Agency():
            members = sorted(names.get(k[2], k[2]) for k in keys if k[0] == "membership" and k in side.records)
            return {"Tên": record.name, "Tên tắt": record.short, "Loại": record.kind.value, "Cách viết khác": "; ".join(record.aliases),
                    "Cơ quan kế thừa": "; ".join(record.successors), "Có từ": _day(record.valid_from), "Đến": _day(record.valid_to),
                    "Thứ tự": f"{record.place:g}", "Ghi chú": record.note, "Thành viên": "; ".join(members)}
    return {}


def _to_look_at(findings: list[Finding]) -> str:
    left = sum(1 for f in findings if not f.settled)
    return f"còn {left} chỗ" if left else "đã xem hết" if findings else ""


def _roles(cells: list[Assignment], names: Mapping[str, str]) -> dict[str, str]:
    cells = sorted(cells, key=lambda c: c.place)
    return {label: "; ".join(names.get(c.agency, c.written) for c in cells if c.role is role)
            for label, role in zip(ROLE_LABELS, (Role.LEAD, Role.COOP), strict=True)}


def _day(day: object) -> str:
    return day.strftime("%d/%m/%Y") if day is not None and hasattr(day, "strftime") else ""


# ---------------------------------------------------------------- taking over


def take(rows: Iterable[HandoverRow], choices: Mapping[Key, Choice], ours: Side, theirs: Side, *, at: str, who: str,
         make_id: NewId = new_id) -> Taken:
    """The changes and stamps of the chosen rows. Agencies that taken work needs come along, whatever was chosen for them."""
    rows = list(rows)
    fresh = make_id()
    changes: list[Change] = []
    stamps: list[tuple[Key, Stamp | None, Stamp]] = []
    wanted = {row.unit: choices.get(row.unit, row.default) for row in rows}
    for row in rows:
        choice = wanted[row.unit]
        if choice is Choice.SKIP or choice not in row.choices:
            continue
        for key in row.keys:
            final, stamp = _settle(key, choice, ours, theirs, Stamp((fresh,), at, who))
            if final != ours.records.get(key):
                changes.append(Change(ours.records.get(key), final))
            if stamp != ours.stamps.get(key) and stamp.versions:
                stamps.append((key, ours.stamps.get(key), stamp))
    return Taken((*_needed(changes, ours, theirs, stamps), *changes), tuple(stamps))


def _settle(key: Key, choice: Choice, ours: Side, theirs: Side, made: Stamp) -> tuple[Record | None, Stamp]:
    a, b = ours.records.get(key), theirs.records.get(key)
    mine, other = ours.stamp(key), theirs.stamp(key)
    status = _status(key, ours, theirs)
    if status is None:
        return a, _union(mine, other) if set(other.versions) - set(mine.versions) else mine
    use_theirs = choice is Choice.THERE or (choice is Choice.COMBINE and status is not Kind.HERE)
    if use_theirs:
        return b, _union(mine, other) if status in (Kind.NEW, Kind.THERE) else _union(mine, other, made)
    return a, mine if status is Kind.HERE else _union(other, mine, made)


def _union(first: Stamp, last: Stamp, made: Stamp | None = None) -> Stamp:
    """Both histories as one; the present version is the made one, else that of ``last``."""
    versions = (*(v for v in first.versions if v not in last.versions), *last.versions)
    if made is not None:
        return Stamp((*versions, *made.versions), made.at, made.who)
    return Stamp(versions, last.at or first.at, last.who or first.who)


def _needed(changes: list[Change], ours: Side, theirs: Side, stamps: list[tuple[Key, Stamp | None, Stamp]]) -> list[Change]:
    """Agencies of taken assignments and memberships that are not here and were not chosen."""
    coming = {c.key for c in changes if c.after is not None}
    needed: dict[Key, Change] = {}
    for change in changes:
        match change.after:
            case Assignment():
                ids: tuple[str, ...] = (change.after.agency,)
            case Membership():
                ids = (change.after.group, change.after.agency)
            case _:
                continue
        for agency in ids:
            key = ("agency", agency)
            if key not in ours.records and key not in coming and key not in needed and key in theirs.records:
                needed[key] = Change(None, theirs.records[key])
                if theirs.stamp(key).versions:
                    stamps.append((key, ours.stamps.get(key), _union(ours.stamp(key), theirs.stamp(key))))
    return list(needed.values())
