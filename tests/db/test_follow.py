"""The lists of the follow-up say what a walk over every task would say."""
from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from core.delta import Change, Delta
from core.follow import FollowFilter, Stage, span_of
from core.model import Agency, Membership, Role, Task
from db.follow import COUNTED, follow_counts, follow_list
from db.followup import agencies_of
from db.store import Store
from tests.db.clerk import import_plan, store_at

TODAY = date(2025, 6, 18)


def filled(path: Path, seed: int) -> Store:
    """Two plans whose tasks have days around today, some done, some waiting."""
    store, chance = store_at(path), Random(seed)
    for n in range(2):
        book = store.book(import_plan(store, seed * 10 + n, tasks=12).id)
        changes = []
        for task in book.tasks:
            due = TODAY + timedelta(days=chance.randint(-40, 120)) if chance.random() < 0.75 else None
            done = TODAY - timedelta(days=chance.randint(0, 30)) if chance.random() < 0.25 else None
            changes.append(Change(task, replace(task, due=due, done=done, paused=chance.random() < 0.2)))
        store.write(Delta("Đổi ngày", tuple(changes), book.plan.id))
    return store


def belongs(task: Task, stage: Stage) -> bool:
    span = span_of(stage, TODAY)
    if stage is Stage.DONE:
        return task.done is not None
    if task.done is not None or task.paused != (stage is Stage.PAUSED):
        return False
    if span is None:
        return stage is Stage.PAUSED or task.due is None
    return task.due is not None and (span[0] or date.min) <= task.due <= (span[1] or date.max)


def test_every_stage_holds_the_tasks_that_belong_to_it_first_due_first(tmp_path: Path) -> None:
    for seed in range(1, 5):
        store = filled(tmp_path / f"{seed}.db", seed)
        tasks = [task for plan in store.plans() for task in store.book(plan.id).tasks]
        for stage in Stage:
            found = follow_list(store.connection, FollowFilter(stage), TODAY)
            assert {row.task for row in found} == {task.id for task in tasks if belongs(task, stage)}, stage
            days = [row.done if stage is Stage.DONE else row.due for row in found]
            known = [day for day in days if day is not None]
            assert known == sorted(known, reverse=stage is Stage.DONE)
        counts = follow_counts(store.connection, FollowFilter(), TODAY)
        assert counts == {stage: sum(belongs(task, stage) for task in tasks) for stage in COUNTED}
        store.close()


def test_pages_follow_each_other(tmp_path: Path) -> None:
    store = filled(tmp_path / "a.db", 3)
    whole = follow_list(store.connection, FollowFilter(Stage.AHEAD), TODAY)
    pages = [follow_list(store.connection, FollowFilter(Stage.AHEAD), TODAY, limit=3, offset=n) for n in range(0, len(whole) + 3, 3)]
    assert [row for page in pages for row in page] == whole
    store.close()


def test_one_agency_leads_itself_or_through_a_group_one_plan_and_words(tmp_path: Path) -> None:
    store = filled(tmp_path / "a.db", 2)
    plan = store.plans()[0]
    book = store.book(plan.id)
    leads = {task.id: {a for a in book.cells.get(task.id, {}) if book.role(task.id, a) is Role.LEAD} for task in book.tasks}
    agency = next(a for found in leads.values() for a in found)
    other = "phòng mới"
    store.write(Delta("Thêm cơ quan", (Change(None, Agency(other, "Phòng mới")),)))

    def tasks(wanted: FollowFilter) -> set[str]:
        return {row.task for stage in Stage for row in follow_list(store.connection, replace(wanted, stage=stage), TODAY)}

    assert tasks(FollowFilter(plan=plan.id)) == set(leads)
    own = tasks(FollowFilter(agency=agency, plan=plan.id))
    assert own == {task for task, found in leads.items() if agency in found}
    assert tasks(FollowFilter(agency=other, plan=plan.id)) == set()
    store.write(Delta("Vào nhóm", (Change(None, Membership(agency, other)),)))
    assert tasks(FollowFilter(agency=other, plan=plan.id)) == own
    word = book.tasks[0].text.split()[0]
    assert book.tasks[0].id in tasks(FollowFilter(text=word))
    assert tasks(FollowFilter(text="khongcotunaynhuvay")) == set()
    counts = follow_counts(store.connection, FollowFilter(agency=agency, plan=plan.id), TODAY)
    assert counts[Stage.LATE] == sum(belongs(task, Stage.LATE) for task in book.tasks if task.id in own)
    store.close()


def test_whole_names_for_paper_and_short_ones_for_the_window(tmp_path: Path) -> None:
    store = filled(tmp_path / "a.db", 1)
    book = store.book(store.plans()[0].id)
    task = next(t for t in book.tasks if book.cells.get(t.id))
    known = {a.id: a for a in store.agencies()}
    wanted = {known[a].name for a in book.cells[task.id]}
    leads, coops = agencies_of(store.connection, [task.id], whole=True)[task.id]
    assert {*leads, *coops} == wanted
    store.close()
