"""Lists over all plans: full-text search without case and marks, one agency's work."""
from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Any, Literal

from core.fold import fold, words
from core.model import Role, Span
from core.plan_name import plan_name

CANDIDATES = 100  # how many hits of one kind are looked at closely; the newest plans come first
_SNIPPET = 160


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found. ``snippet`` is a piece of its text, ``marks`` the found words in the snippet; ``plan`` is "" for an agency."""

    kind: Literal["plan", "agency", "task"]
    id: str
    title: str
    snippet: str
    marks: tuple[Span, ...] = ()
    plan: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One task of one agency. ``through`` names the group by which the agency takes part, "" where the plan names it itself;
    ``role`` is None in lists that are not about one agency."""

    task: str
    plan: str
    plan_no: int
    plan_title: str
    plan_number: str | None
    text: str
    role: Role | None
    through: str
    due: Day | None
    deadline: str
    deliverable: str
    note: str
    done: Day | None
    paused: bool


def search(connection: sqlite3.Connection, query: str, limit: int = 50, *, plan: str | None = None,
           agency: str | None = None) -> list[SearchHit]:
    """Plans, agencies and tasks that hold every word of the query, the last word as far as it is typed; best first."""
    terms = words(query).split()[:12]
    if not terms:
        return []
    hits: list[SearchHit] = []
    if plan is None and agency is None:
        hits += _named(connection, terms, max(3, limit // 5))
    hits += _tasks(connection, terms, limit, plan, agency)
    return hits[:limit]


def _named(connection: sqlite3.Connection, terms: Sequence[str], limit: int) -> list[SearchHit]:
    """Plans and agencies by their folded columns: a few thousand short texts, faster read through than indexed."""
    found: list[SearchHit] = []
    where = " AND ".join("instr(' ' || fold, ?) > 0" for _ in terms)
    values = [" " + term for term in terms]
    for id_, title, source in connection.execute(f"SELECT id, title, source_name FROM plan WHERE {where} ORDER BY rowid DESC LIMIT ?",
                                                 (*values, limit)):
        text = plan_name(title) or source
        found.append(SearchHit("plan", id_, text, text, _marks(text, terms), id_, _score(text, terms) + 50))
    for id_, name, short in connection.execute(f"SELECT id, name, short FROM agency WHERE {where} ORDER BY sort LIMIT ?", (*values, limit)):
        found.append(SearchHit("agency", id_, name, name if not short else f"{name} ({short})", _marks(name, terms), "",
                               _score(name, terms) + 50))
    return sorted(found, key=lambda h: -h.score)[:limit]


def _tasks(connection: sqlite3.Connection, terms: Sequence[str], limit: int, plan: str | None, agency: str | None) -> list[SearchHit]:
    rows: dict[int, float] = {}
    for match, bonus in _matches(terms):
        for number in _rows(connection, match, plan, agency):
            rows.setdefault(number, bonus)
        if len(rows) >= CANDIDATES:
            break
    best: list[tuple[float, Any]] = []
    for row in _texts(connection, rows):
        score = rows[row[0]] + _score(row[2], terms) + row[0] * 1e-9
        best.append((score, row))
    best.sort(key=lambda b: -b[0])
    found = []
    for score, (_, id_, text, plan_id, title) in best[:limit]:
        snippet, marks = snippet_of(text, terms)
        found.append(SearchHit("task", id_, plan_name(title), snippet, marks, plan_id, score))
    return found


def _matches(terms: Sequence[str]) -> Iterable[tuple[str, float]]:
    """Queries of the index, the closest first: the words one after another, then all of them anywhere."""
    # one letter begins too many words to be worth looking for: it waits for the second
    known = list(terms[:-1]) if len(terms) > 1 and len(terms[-1]) == 1 else list(terms)
    star = "*" if known[-1] == terms[-1] and len(terms[-1]) > 1 else ""
    yield f'"{" ".join(known)}"{star}', 40.0
    if len(known) > 1:
        yield " ".join(f'"{t}"' for t in known[:-1]) + f' "{known[-1]}"{star}', 0.0


def matching(query: str) -> str:
    """What asks the index for every word of a query, the last as far as it is typed; "" where there is none."""
    terms = words(query).split()[:12]
    return list(_matches(terms))[-1][0] if terms else ""


def _rows(connection: sqlite3.Connection, match: str, plan: str | None, agency: str | None) -> list[int]:
    where, values = "", list[Any]()
    if plan is not None:
        where += " AND rowid IN (SELECT row FROM task WHERE plan = ?)"
        values.append(plan)
    if agency is not None:
        where += " AND rowid IN (SELECT t.row FROM assignment a JOIN task t ON t.id = a.task WHERE a.agency = ?)"
        values.append(agency)
    query = f"SELECT rowid FROM search WHERE search MATCH ?{where} ORDER BY rowid DESC LIMIT ?"
    return [row[0] for row in connection.execute(query, (match, *values, CANDIDATES))]


def _texts(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterable[Any]:
    chosen = list(numbers)
    query = f"""SELECT t.row, t.id, t.text, t.plan, p.title FROM task t JOIN plan p ON p.id = t.plan
        WHERE t.row IN ({", ".join("?" * len(chosen))})"""
    return connection.execute(query, chosen)


def _score(text: str, terms: Sequence[str]) -> float:
    """Earlier and denser is better: a short text that begins with the words comes first."""
    folded = words(text[:400])
    at = (" " + folded).find(" " + " ".join(terms))
    close = 20.0 if at == 0 else 10.0 - min(at, 300) / 60 if at > 0 else 0.0
    return close + 5.0 * sum(map(len, terms)) / (len(folded) + 20)


def _marks(text: str, terms: Iterable[str]) -> tuple[Span, ...]:
    folded = fold(text)
    if len(folded) != len(text):
        return ()
    pattern = "|".join(sorted(map(re.escape, set(terms)), key=len, reverse=True))
    return tuple(Span(m.start(), m.end()) for m in re.finditer(rf"(?<![0-9a-z])(?:{pattern})", folded))


def snippet_of(text: str, terms: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """About 160 characters around the place where most of the words stand, with the words' places in it."""
    flat = text.replace("\n", " ")
    marks = _marks(flat, terms)
    if len(flat) <= _SNIPPET or not marks:
        short = flat if len(flat) <= _SNIPPET else flat[:_SNIPPET].rstrip() + "…"
        return short, tuple(m for m in marks if m.end <= len(short))
    best = max(marks, key=lambda m: (len({fold(n.of(flat)) for n in marks if m.start <= n.start < m.start + _SNIPPET - 30}), -m.start))
    start = max(0, best.start - 30)
    start = flat.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(flat), start + _SNIPPET)
    end = flat.rfind(" ", start, end) if end < len(flat) and " " in flat[best.end:end] else end
    head, tail = ("… " if start else ""), (" …" if end < len(flat) else "")
    move = len(head) - start
    inside = tuple(Span(m.start + move, m.end + move) for m in marks if m.start >= start and m.end <= end)
    return head + flat[start:end] + tail, inside


# ---------------------------------------------------------------- lists


_WORK = """SELECT t.id, t.plan, n.no, p.title, p.number, t.text, w.role, g.name, t.due, t.deadlines, t.deliverable, t.note, t.done, t.paused
    FROM ({inner}) w JOIN task t ON t.row = w.row JOIN plan p ON p.id = t.plan JOIN plan_no n ON n.plan = p.id
    LEFT JOIN agency g ON g.id = w.through ORDER BY {order}"""


def work_of(connection: sqlite3.Connection, agency: str, *, groups: bool = True, limit: int = 500, offset: int = 0) -> list[WorkRow]:
    """The tasks of one agency over all plans, first due first; with ``groups`` also those that it has through a group."""
    direct = "SELECT t.row, t.due, a.role, NULL AS through FROM assignment a JOIN task t INDEXED BY task_id_due ON t.id = a.task " \
             "WHERE a.agency = ?1"
    # through two groups at once a task would come twice: gathered only where that can happen, for it costs a sort
    many = groups and connection.execute("SELECT count(*) FROM membership WHERE agency = ?", (agency,)).fetchone()[0] > 1
    role, gather = ("min(a.role) AS role", " GROUP BY t.row") if many else ("a.role", "")
    implied = f"""SELECT t.row, t.due, {role}, a.agency AS through FROM membership m
        JOIN assignment a ON a.agency = m."group" JOIN task t INDEXED BY task_id_due ON t.id = a.task
        WHERE m.agency = ?1 AND a.task NOT IN (SELECT task FROM assignment WHERE agency = ?1){gather}"""
    inner = direct + (f" UNION ALL SELECT * FROM ({implied})" if groups else "")
    inner = f"SELECT row, role, through, due FROM ({inner}) ORDER BY due IS NULL, due, row LIMIT ?2 OFFSET ?3"
    return work_rows(connection, inner, "t.due IS NULL, t.due, t.row", (agency, limit, offset))


def work_rows(connection: sqlite3.Connection, inner: str, order: str, values: Sequence[Any]) -> list[WorkRow]:
    """The rows that a query of (row, role, through) names, in the order of ``order``."""
    return [_work(row) for row in connection.execute(_WORK.format(inner=inner, order=order), values)]


def _work(row: Any) -> WorkRow:
    deadline = "" if row[9] == "[]" else "; ".join(d[0] for d in json.loads(row[9]))
    return WorkRow(row[0], row[1], row[2], plan_name(row[3]), row[4], row[5], Role(row[6]) if row[6] else None, row[7] or "", _day(row[8]),
                   deadline, row[10], row[11], _day(row[12]), bool(row[13]))


def _day(text: str | None) -> Day | None:
    return None if text is None else Day.fromisoformat(text)
