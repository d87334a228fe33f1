"""A plan that comes again in a newer version, held beside the stored one: what was added, dropped, changed, and where the lead moved.

The stored plan lives on with its follow-up (done dates, notes); ``take_over`` gives it the new source and the rows that a person ticked.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Protocol, TypeVar

from core.book import Book
from core.delta import Change, Delta, squeeze
from core.edits import due_of, remove_plan
from core.fold import words
from core.ids import NewId, new_id
from core.model import Assignment, Deadline, Finding, Plan, PlanStatus, Role, Task
from core.plan_name import plan_name

SAME_TASK = 62.0  # likeness 0..100 from which two texts count as one task in two versions
SAME_PLAN = 88.0  # likeness of two titles from which two plans count as versions of one
_CANDIDATES = 12  # how many old tasks a new one is compared with letter by letter
_COMMON = 60  # a word that stands in more tasks than this says nothing about which one is meant


class RowKind(StrEnum):
    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    LEAD_MOVED = "lead-moved"


@dataclass(frozen=True, slots=True)
class Row:
    """One task in the two versions; ``old`` None was added, ``new`` None was dropped. ``what`` names the parts that differ:
    "text", "lead", "coop", "deadline", "deliverable"."""

    kind: RowKind
    old: Task | None
    new: Task | None
    what: tuple[str, ...] = ()
    old_leads: tuple[str, ...] = ()
    new_leads: tuple[str, ...] = ()
    old_coops: tuple[str, ...] = ()
    new_coops: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The same for a row as long as the two books stay as they are."""
        task = self.new or self.old
        assert task is not None
        return task.id


class Known(Protocol):
    """What is to be known of a stored plan: a Plan, or a line of the list of plans."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def number(self) -> str | None: ...
    @property
    def issuer(self) -> str | None: ...
    @property
    def imported(self) -> str: ...


K = TypeVar("K", bound=Known)


def _body(issuer: str) -> str:
    """The body behind an issuer: a Chairman's decision and the Committee's plan come from one house."""
    return words(issuer).removeprefix("chu tich ")


def earlier_version(plan: Plan, others: Iterable[K]) -> K | None:
    """The stored plan that ``plan`` is probably a newer version of: the same number, or a title nearly the same by the same issuer."""
    from rapidfuzz import fuzz

    best: tuple[float, str, K] | None = None
    for other in others:
        if other.id == plan.id or (other.issuer and plan.issuer and _body(other.issuer) != _body(plan.issuer)):
            continue
        if plan.number and plan.number == other.number:
            likeness = 101.0
        else:
            likeness = fuzz.ratio(words(plan_name(plan.title)), words(plan_name(other.title))) if plan.title and other.title else 0.0
            if _years(plan.title) != _years(other.title):
                continue  # the plan of another year is another plan
        if likeness >= SAME_PLAN and (best is None or (likeness, other.imported) > best[:2]):
            best = (likeness, other.imported, other)
    return best[2] if best else None


def _years(title: str) -> set[str]:
    return {w for w in words(title).split() if len(w) == 4 and w.isdigit()}


# ---------------------------------------------------------------- beside one another


def compare(old: Book, new: Book) -> tuple[Row, ...]:
    """A row for every task of either version, in the order of the new one; a dropped task stands behind the one it used to follow."""
    twin = match(old.tasks, new.tasks)
    old_of = {new_id_: old_id for old_id, new_id_ in twin.items()}
    rows: list[Row] = []
    behind: dict[str | None, list[Row]] = defaultdict(list)
    last: str | None = None
    for task in old.tasks:
        if task.id in twin:
            last = task.id
        else:
            behind[last].append(Row(RowKind.DROPPED, task, None, (), _names(old, task, Role.LEAD), (), _names(old, task, Role.COOP)))
    rows.extend(behind[None])
    for task in new.tasks:
        before = old_of.get(task.id)
        if before is None:
            rows.append(Row(RowKind.ADDED, None, task, (), (), _names(new, task, Role.LEAD), (), _names(new, task, Role.COOP)))
        else:
            rows.append(_both(old, old.task(before), new, task))
            rows.extend(behind[before])
    return tuple(rows)


def _names(book: Book, task: Task, role: Role) -> tuple[str, ...]:
    return tuple(book.names(task.id, role))


def _both(old: Book, before: Task, new: Book, after: Task) -> Row:
    leads = _names(old, before, Role.LEAD), _names(new, after, Role.LEAD)
    coops = _names(old, before, Role.COOP), _names(new, after, Role.COOP)
    what = []
    if words(before.text) != words(after.text):
        what.append("text")
    for name, (one, other) in (("lead", leads), ("coop", coops)):
        if {words(n) for n in one} != {words(n) for n in other}:
            what.append(name)
    if [(words(d.text), d.date) for d in before.deadlines] != [(words(d.text), d.date) for d in after.deadlines]:
        what.append("deadline")
    if words(before.deliverable) != words(after.deliverable):
        what.append("deliverable")
    kind = RowKind.LEAD_MOVED if "lead" in what else RowKind.CHANGED if what else RowKind.SAME
    return Row(kind, before, after, tuple(what), *leads, *coops)


def match(old: Sequence[Task], new: Sequence[Task]) -> dict[str, str]:
    """Which new task (id) each old task (id) has become: equal texts first, then the likest pair above SAME_TASK."""
    twin: dict[str, str] = {}
    waiting: dict[str, list[Task]] = defaultdict(list)
    for task in old:
        waiting[words(task.text)].append(task)
    rest_new = []
    for task in new:
        same = waiting.get(words(task.text))
        if same:
            # the same duty may stand in the body and in the table: keep to the same heading where there is a choice
            chosen = max(same, key=lambda t: (t.section == task.section, t.path == task.path))
            same.remove(chosen)
            twin[chosen.id] = task.id
        else:
            rest_new.append(task)
    rest_old = [t for t in old if t.id not in twin]
    taken: set[str] = set()
    for _, before, after in sorted(_pairs(rest_old, rest_new), key=lambda p: (-p[0], p[1], p[2])):
        if before not in twin and after not in taken:
            twin[before] = after
            taken.add(after)
    return twin


def _pairs(old: Sequence[Task], new: Sequence[Task]) -> Iterable[tuple[float, str, str]]:
    """(likeness, old id, new id) of pairs that may be one task; only tasks that share telling words are compared."""
    from rapidfuzz import fuzz

    holders: dict[str, list[int]] = defaultdict(list)
    texts = [words(t.text) for t in old]
    for place, text in enumerate(texts):
        for word in _pieces(text):
            holders[word].append(place)
    for task in new:
        text = words(task.text)
        score: dict[int, float] = defaultdict(float)
        for word in _pieces(text):
            found = holders.get(word, ())
            if len(found) <= _COMMON:
                for place in found:
                    score[place] += 1.0 / len(found)
        for place in sorted(score, key=lambda p: (-score[p], p))[:_CANDIDATES]:
            likeness = fuzz.ratio(texts[place], text, score_cutoff=SAME_TASK)
            if likeness >= SAME_TASK:
                # of equals the one at the same place of the outline
                bonus = 0.5 * (old[place].path == task.path)
                yield likeness + bonus, old[place].id, task.id


def _pieces(text: str) -> set[str]:
    """Pairs of neighbouring words: they tell tasks apart better than single ones."""
    parts = text.split()
    return {f"{one} {other}" for one, other in pairwise(parts)} or set(parts)


# ---------------------------------------------------------------- taking over


def take_over(old: Book, new: Book, chosen: Collection[str], make_id: NewId = new_id, *, drop_new: bool = True) -> Delta:
    """The stored plan in its new version, as one step.

    ``chosen`` are keys of rows to take over: an added task comes in, a dropped one goes, a changed one gets its new words, roles and
    deadlines. What a person has put down (done, paused, note) stays. Rows not chosen keep their old words. All tasks that are in both
    versions point at the new text from now on, in its order. Findings: see ``_findings``. The plan
    is under review again. ``drop_new`` removes the plan record under which the new version was imported.
    """
    rows = compare(old, new)
    changes: list[Change] = [_plan_change(old.plan, new.plan)]
    if drop_new:
        changes += remove_plan(new).changes
    changes += _findings(old, new, rows, chosen, make_id)
    place = 0.0
    for row in rows:
        take = row.key in chosen
        place += 1.0
        if row.new is None:
            changes += _dropped(old, row, place, gone=take)
        elif row.old is None:
            changes += _added(old.plan.id, new, row.new, place, make_id) if take else []
        else:
            changes += _merged(old, new, row, place, take)
    return Delta("Cập nhật theo bản mới", squeeze(changes), old.plan.id)


def _plan_change(old: Plan, new: Plan) -> Change:
    return Change(old, replace(old, title=new.title or old.title, number=new.number or old.number, date=new.date or old.date,
                               issuer=new.issuer or old.issuer, signer=new.signer or old.signer, kind=new.kind or old.kind,
                               province=new.province or old.province, recipients=new.recipients or old.recipients, status=PlanStatus.REVIEW,
                               source=new.source, source_name=new.source_name, imported=new.imported))


def _dropped(old: Book, row: Row, place: float, *, gone: bool) -> list[Change]:
    assert row.old is not None
    if gone:
        return [*(Change(c, None) for c in old.assignments(row.old.id)), Change(row.old, None)]
    # kept against the new text: it has no place there any more
    lines = tuple(replace(d, span=None) for d in row.old.deadlines)
    return [Change(row.old, replace(row.old, place=place, span=None, deadlines=lines)),
            *(Change(c, replace(c, span=None)) for c in old.assignments(row.old.id))]


def _added(plan: str, new: Book, task: Task, place: float, make_id: NewId) -> list[Change]:
    made = replace(task, id=make_id(), plan=plan, place=place)
    return [Change(None, made), *(Change(None, replace(c, task=made.id)) for c in new.assignments(task.id)),
            *(Change(None, replace(f, id=make_id(), plan=plan, task=made.id)) for f in new.findings.values() if f.task == task.id)]


def _findings(old: Book, new: Book, rows: Iterable[Row], chosen: Collection[str], make_id: NewId) -> list[Change]:
    """Questions about the plan and about tasks that are in both versions; those of added tasks come with them.

    A task that keeps its old words keeps its questions, at their place in the new text. One that is taken over brings the new ones. What
    a person has settled once stays settled where the new version asks the very same.
    """
    pairs: dict[str | None, str | None] = {None: None}
    pairs.update({row.old.id: row.new.id for row in rows if row.old is not None and row.new is not None})
    taken = {row.old.id for row in rows if row.old is not None and row.new is not None and row.key in chosen}
    gone = {row.old.id for row in rows if row.old is not None and row.new is None and row.key in chosen}
    asked = {(f.task, f.kind, f.message): f for f in new.findings.values()}
    brought: defaultdict[str | None, list[Finding]] = defaultdict(list)
    for found in new.findings.values():
        brought[found.task].append(found)
    settled = {(f.task, f.kind, f.message) for f in old.findings.values() if f.settled}
    changes: list[Change] = []
    for f in old.findings.values():
        if f.task is None or f.task in taken or f.task in gone:
            changes.append(Change(f, None))
        else:
            twin = asked.get((pairs[f.task], f.kind, f.message)) if f.task in pairs else None
            changes.append(Change(f, replace(f, span=twin.span if twin else None)))
    for before, after in pairs.items():
        if before is None or before in taken:
            changes += [Change(None, replace(f, id=make_id(), plan=old.plan.id, task=before,
                                             settled=f.settled or (before, f.kind, f.message) in settled))
                        for f in brought[after]]
    return [c for c in changes if c.before != c.after]


def _merged(old: Book, new: Book, row: Row, place: float, take: bool) -> list[Change]:
    before, after = row.old, row.new
    assert before is not None
    assert after is not None
    kept = replace(before, place=place, path=after.path, section=after.section, span=after.span)
    if not take:
        lines = tuple(_placed(d, after.deadlines) for d in before.deadlines)
        there = {c.agency: c for c in new.assignments(after.id)}
        cells = [Change(c, replace(c, span=there[c.agency].span if c.agency in there else None)) for c in old.assignments(before.id)]
        return [Change(before, replace(kept, deadlines=lines)), *cells]
    made = replace(kept, text=after.text, deadlines=after.deadlines, due=due_of(after.deadlines),
                   deliverable=after.deliverable or before.deliverable, checked=False)
    fresh = {c.agency: replace(c, task=before.id) for c in new.assignments(after.id)}
    gone: list[Assignment] = [c for c in old.assignments(before.id) if c.agency not in fresh]
    return [Change(before, made), *(Change(c, None) for c in gone),
            *(Change(old.cells.get(before.id, {}).get(a), c) for a, c in fresh.items())]


def _placed(deadline: Deadline, there: Iterable[Deadline]) -> Deadline:
    """A deadline that keeps its words, at the place where the new text says the same."""
    twin = next((d for d in there if d.text == deadline.text), None)
    return replace(deadline, span=twin.span if twin else None)
