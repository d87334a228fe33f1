"""A plan whose file is read another way: everything that was read is replaced under the same plan, and taken back by one step."""
from __future__ import annotations

from dataclasses import replace

from core import edits, reread
from core.agencies import Directory
from core.book import Book
from core.delta import Delta, key_of, reverse
from core.model import Agency, Assignment, Draft, DraftTask, Finding, FindingKind, Mention, PlanInfo, Record, Role, Span, Task
from core.model import Doubt as D

KNOWN = Agency("yt", "Sở Y tế")


def draft(*leads: str, title: str = "Một") -> Draft:
    text = "\n".join(f"{lead} chủ trì" for lead in leads)
    tasks = tuple(DraftTask((str(n),), f"{lead} chủ trì", Span(0, 3), leads=(Mention(lead, Role.LEAD),),
                            doubts=(D(FindingKind.UNKNOWN_AGENCY, lead),)) for n, lead in enumerate(leads, 1))
    return Draft(PlanInfo(title=title), text, tasks)


def stored(found: Draft) -> Book:
    plan, delta = edits.store_draft(found, Directory([KNOWN]), imported="2026-01-01T08:00:00", source="a" * 64, source_name="a.txt")
    book = Book(replace(plan, note="của chị Lan"), [KNOWN])
    book.apply(Delta("", tuple(c for c in delta.changes if key_of(c.after or plan)[0] != "plan")))
    return book


def again(book: Book, found: Draft, others: tuple[Assignment, ...] = ()) -> Delta:
    records = list(book.records())
    unused = reread.unused_without(book.plan, records, (*(r for r in records if isinstance(r, Assignment)), *others))
    directory = Directory(list(book.agencies.values()))
    return reread.reread(book.plan, records, found, directory, source="b" * 64, name=reread.KEEP, unused=unused)


def names(book: Book) -> set[str]:
    return {a.name for a in book.agencies.values()}


def test_tasks_findings_and_plan_are_those_of_the_new_reading_and_back() -> None:
    book = stored(draft("Sở Y tế", "Së Tµi chÝnh"))
    before = set(book.records())
    delta = again(book, draft("Sở Tài chính", title="Hai"))
    book.apply(delta)
    assert (book.plan.title, book.plan.source, book.plan.source_name, book.plan.note, book.plan.imported) == (
        "Hai", "b" * 64, "a.txt", "của chị Lan", "2026-01-01T08:00:00")
    assert [t.text for t in book.tasks] == ["Sở Tài chính chủ trì"]
    assert [f.message for f in book.findings.values()] == ["Sở Tài chính"]
    assert names(book) == {"Sở Y tế", "Sở Tài chính"}  # the garbled name is gone with its reading, what the clerk knows stays
    book.apply(reverse(delta))
    assert set(book.records()) == before


def test_an_agency_that_another_plan_needs_stays() -> None:
    book = stored(draft("Së Tµi chÝnh"))
    garbled = next(a.id for a in book.agencies.values() if not a.known)
    book.apply(again(book, draft("Sở Y tế"), (Assignment("another task", garbled, Role.LEAD),)))
    assert "Së Tµi chÝnh" in names(book)


def test_an_agency_that_both_readings_name_stays_the_same() -> None:
    book = stored(draft("Ban Chỉ huy X", "Së Tµi chÝnh"))
    kept = next(a for a in book.agencies.values() if a.name == "Ban Chỉ huy X")
    delta = again(book, draft("Ban Chỉ huy X"))
    book.apply(delta)
    assert book.agencies[kept.id] == kept
    assert kept.id not in {c.key[1] for c in delta.changes if c.key[0] == "agency"}


def test_nothing_of_another_kind_is_touched() -> None:
    book = stored(draft("Sở Y tế"))
    kinds: set[type[Record]] = {type(c.before or c.after) for c in again(book, draft("Sở Y tế")).changes}  # type: ignore[misc]
    assert kinds == {type(book.plan), Task, Assignment, Finding}
