"""A record and its row: one tuple per table, the same for the database and for the history."""
from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date as Day
from functools import lru_cache
from typing import Any

from core.fold import sort_key, words
from core.model import (
    Agency,
    AgencyKind,
    Assignment,
    Deadline,
    Finding,
    FindingKind,
    Membership,
    Plan,
    PlanStatus,
    Proposal,
    Record,
    Role,
    Span,
    Task,
)

Row = Sequence[Any]
COLUMNS: dict[str, tuple[str, ...]] = {
    "plan": ("id", "title", "number", "date", "issuer", "signer", "kind", "province", "recipients", "status", "source", "source_name",
             "imported", "note"),
    "task": ("id", "plan", "place", "text", "path", "section", "span_start", "span_end", "deadlines", "due", "deliverable", "note", "done",
             "paused", "checked"),
    "agency": ("id", "name", "short", "kind", "aliases", "valid_from", "valid_to", "successors", "place", "known", "note"),
    "membership": ("group", "agency"),
    "assignment": ("task", "agency", "role", "written", "span_start", "span_end", "place"),
    "finding": ("id", "plan", "task", "kind", "message", "span_start", "span_end", "proposals", "settled"),
}
KEYS: dict[str, tuple[str, ...]] = {"plan": ("id",), "task": ("id",), "agency": ("id",), "membership": ("group", "agency"),
                                    "assignment": ("task", "agency"), "finding": ("id",)}
# columns that the database adds for searching and sorting; never part of a record
EXTRA: dict[str, tuple[str, ...]] = {"plan": ("fold", "sort"), "agency": ("fold", "sort"), "task": ("row",)}

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted = json.encoder.encode_basestring


def _names(values: Sequence[str]) -> str:
    return f"[{','.join(map(_quoted, values))}]" if values else "[]"


@lru_cache(maxsize=2048)  # the tasks of a plan stand under few headings: read once, and one value in memory
def _tuple(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(json.loads(text))


def _iso(day: Day | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> Day | None:
    return None if text is None else Day.fromisoformat(text)


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


# ---------------------------------------------------------------- record → row


def _deadlines(values: Sequence[Deadline]) -> str:
    if not values:
        return "[]"
    return _compact([[d.text, _iso(d.date), _iso(d.due), d.rule, d.recurs, *_ends(d.span)] for d in values])


_ROLE_WORDS = {role: str(role.value) for role in Role}


def _plan_row(p: Plan) -> Row:
    return (p.id, p.title, p.number, _iso(p.date), p.issuer, p.signer, p.kind, p.province, _names(p.recipients), p.status.value, p.source,
            p.source_name, p.imported, p.note)


def _task_row(t: Task) -> Row:
    return (t.id, t.plan, t.place, t.text, _names(t.path), _names(t.section), *_ends(t.span), _deadlines(t.deadlines), _iso(t.due),
            t.deliverable, t.note, _iso(t.done), int(t.paused), int(t.checked))


def _agency_row(a: Agency) -> Row:
    return (a.id, a.name, a.short, a.kind.value, _names(a.aliases), _iso(a.valid_from), _iso(a.valid_to), _names(a.successors), a.place,
            int(a.known), a.note)


def _membership_row(m: Membership) -> Row:
    return (m.group, m.agency)


def _assignment_row(a: Assignment) -> Row:
    span = a.span
    if span is None:
        return (a.task, a.agency, _ROLE_WORDS[a.role], a.written, None, None, a.place)
    return (a.task, a.agency, _ROLE_WORDS[a.role], a.written, span.start, span.end, a.place)


def _finding_row(f: Finding) -> Row:
    proposals = _compact([[p.action, p.value, p.label] for p in f.proposals]) if f.proposals else "[]"
    return (f.id, f.plan, f.task, f.kind.value, f.message, *_ends(f.span), proposals, int(f.settled))


_TO_ROW: dict[type, tuple[str, Callable[[Any], Row]]] = {
    Plan: ("plan", _plan_row), Task: ("task", _task_row), Agency: ("agency", _agency_row), Membership: ("membership", _membership_row),
    Assignment: ("assignment", _assignment_row), Finding: ("finding", _finding_row)}


def table_of(record: Record) -> str:
    return _TO_ROW[type(record)][0]


def to_row(record: Record) -> Row:
    """The values of the record in the order of ``COLUMNS``."""
    return _TO_ROW[type(record)][1](record)


def row_maker(table: str) -> Callable[[Any], Row]:
    """``to_row`` for the records of one table."""
    return next(make for name, make in _TO_ROW.values() if name == table)


def extra(record: Record) -> Row:
    """Folded text and sort key of a plan or an agency."""
    match record:
        case Plan():
            text = " ".join(filter(None, (record.title, record.number, record.issuer, record.source_name)))
            return (words(text), sort_key(record.title or record.source_name))
        case Agency():
            return (words(" ".join((record.name, record.short, *record.aliases))), sort_key(record.name))
    return ()


def searchable(text: str, deliverable: str, note: str) -> str:
    """What the full-text index holds of a task: it folds case and marks by itself, all but đ, which is a letter to it."""
    whole = f"{text} {deliverable} {note}" if deliverable or note else text
    return whole.replace("đ", "d").replace("Đ", "d")


# ---------------------------------------------------------------- row → record


@lru_cache(maxsize=2048)
def _to_deadlines(text: str) -> tuple[Deadline, ...]:
    if text == "[]":
        return ()
    return tuple(Deadline(t, _day(date), _day(due), rule, recurs, _span(start, end))
                 for t, date, due, rule, recurs, start, end in json.loads(text))


def _plan(r: Row) -> Plan:
    return Plan(r[0], r[1], r[2], _day(r[3]), r[4], r[5], r[6], r[7], _tuple(r[8]), PlanStatus(r[9]), r[10], r[11], r[12], r[13])


def _task(r: Row) -> Task:
    return Task(r[0], r[1], float(r[2]), r[3], _tuple(r[4]), _tuple(r[5]), _span(r[6], r[7]), _to_deadlines(r[8]), _day(r[9]), r[10], r[11],
                _day(r[12]), bool(r[13]), bool(r[14]))


def _agency(r: Row) -> Agency:
    return Agency(r[0], r[1], r[2], AgencyKind(r[3]), _tuple(r[4]), _day(r[5]), _day(r[6]), _tuple(r[7]), float(r[8]), bool(r[9]), r[10])


def _membership(r: Row) -> Membership:
    return Membership(r[0], r[1])


_ROLES = {role.value: role for role in Role}


def _assignment(r: Row) -> Assignment:
    return Assignment(r[0], r[1], _ROLES[r[2]], r[3], _span(r[4], r[5]), float(r[6]))


def _finding(r: Row) -> Finding:
    proposals = () if r[7] == "[]" else tuple(Proposal(*p) for p in json.loads(r[7]))
    return Finding(r[0], r[1], r[2], FindingKind(r[3]), r[4], _span(r[5], r[6]), proposals, bool(r[8]))


FROM_ROW: dict[str, Callable[[Row], Record]] = {"plan": _plan, "task": _task, "agency": _agency, "membership": _membership,
                                                "assignment": _assignment, "finding": _finding}


def from_row(table: str, row: Row) -> Record:
    """The record of a row of ``COLUMNS[table]``. Raises ValueError, KeyError, TypeError or IndexError where the row is no such record."""
    return FROM_ROW[table](row)
