"""The application's services without Qt: open the database, import a plan, change it, write sheets. Window and command line use these."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from datetime import date as Day
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import UserError
from db import front
from db.front import PlanSummary
from db.opening import Opened, open_database

if TYPE_CHECKING:  # nothing of these is needed before the first paint (a third of the start of an empty window)
    from core.agencies import Directory
    from core.book import Book
    from core.delta import Change, Delta, Key
    from core.follow import FollowFilter, Stage
    from core.handover import Choice
    from core.model import Agency, Assignment, Draft, Note, Plan, PlanText, Source, Task
    from db.backup import Backup as Backup
    from db.backup import PlanDifference as PlanDifference
    from db.followup import Load as Load
    from db.history import HistoryEntry as HistoryEntry
    from db.package import Package as Package
    from db.search import SearchHit as SearchHit
    from db.search import WorkRow as WorkRow
    from db.store import Store

_ELSEWHERE = {"HistoryEntry": "db.history", "SearchHit": "db.search", "WorkRow": "db.search"}  # pages take them from here


def __getattr__(name: str) -> Any:
    if name in _ELSEWHERE:
        return getattr(import_module(_ELSEWHERE[name]), name)
    raise AttributeError(name)


IMPORTED_LATER = ("core.model", "core.book", "core.fold", "db.history", "db.search", "db.store", "db.backup")  # one by one, by the window
Progress = Callable[[float, str], None]  # share done 0..1 (negative: unknown), what is being done in Vietnamese


def default_database() -> Path:
    """The database in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("phancong", appauthor=False) / "phancong.db"


def read_draft(path: Path, progress: Progress | None = None, *, keep_letters: bool = False) -> tuple[PlanText, Draft]:
    """File → text → draft; ``keep_letters`` as in core.reading.read. Raises UserError."""
    from core.plan.extract import extract
    from core.reading import read

    text = read(path, progress=progress, keep_letters=keep_letters)
    return text, extract(text)


class Workspace:
    """One open database. Raises UserError for what a person did or met."""

    _noted: tuple[str | None, tuple[Note, ...]] = (None, ())

    def __init__(self, opened: Store | Opened) -> None:
        if isinstance(opened, Opened):
            self.opened = opened
        else:
            self.opened, self.__dict__["store"] = opened.opened, opened

    @classmethod
    def open(cls, path: Path | None = None, *, read_only: bool = False) -> Workspace:
        """Open a database (None: the one in the user's data folder), made where there is none. Raises StoreError.

        Where another window writes, or the place cannot be written, it opens for looking only: see ``read_only`` and ``read_only_reason``.
        """
        opened = open_database(path if path is not None else default_database(), read_only=read_only)
        if not opened.created:
            return cls(opened)
        from db.store import filled

        return cls(filled(opened))

    @cached_property
    def store(self) -> Store:
        """The store over the open database, made at its first use: its records and their imports are not needed for the first page."""
        from db.store import Store

        return Store(self.opened)

    @property
    def path(self) -> Path:
        return self.opened.path

    @property
    def read_only(self) -> bool:
        return self.opened.read_only

    @property
    def read_only_reason(self) -> str:
        """One Vietnamese sentence for the person, "" where the database can be written."""
        return self.opened.reason if self.read_only else ""

    @property
    def lent(self) -> str:
        """What a worker writes in our place, "" where nobody does. See ui/loans.py."""
        return self.opened.lent

    @lent.setter
    def lent(self, words: str) -> None:
        self.opened.lent = words

    # ---- plans

    def plans(self, first: int = -1) -> list[PlanSummary]:
        """The last imported first; all, or the ``first`` ones."""
        with self.opened.reading() as connection:
            return front.plans(connection, first)

    def book(self, plan_id: str) -> Book:
        return self.store.book(plan_id)

    def follow_up(self, today: date, plan_ids: Sequence[str] | None = None) -> dict[str, front.FollowUp]:
        """What is late and what is due this week, by plan id, of all plans or of those named."""
        with self.opened.reading() as connection:
            return front.follow_up(connection, today, plan_ids)

    def anything_presses(self, today: date) -> bool:
        with self.opened.reading() as connection:
            return front.anything_presses(connection, today)

    def source_text(self, plan: Plan) -> PlanText | None:
        """What was read from the plan's file, with its paragraphs and tables; None where the database does not hold it."""
        source = self.store.source(plan.source) if plan.source else None
        return source.text if source is not None else None

    def plan_by_ref(self, ref: str) -> str:
        """The id of a plan by its small number (as listed) or its id. Raises UserError for one that is not there."""
        found = self.store.plan_by_ref(ref.strip())
        if found is None:
            raise UserError(f"Không có kế hoạch số “{ref}”.", "Hãy xem số thứ tự bằng lệnh list.")
        return found

    def already_imported(self, sha: str) -> Plan | None:
        """The plan that came from a file with these bytes."""
        return self.store.plan_of_source(sha)

    def import_file(self, path: Path, *, again: bool = False, progress: Progress | None = None,
                    keep_letters: bool = False) -> tuple[Plan, bool]:
        """Read a file and store it as a plan in review: (plan, True), or (the plan stored before, False)."""
        from hashlib import sha256

        from core.reading import load

        data = load(path)
        known = self.already_imported(sha256(data).hexdigest())
        if known is not None and not again:
            return known, False
        text, draft = read_draft(path, progress, keep_letters=keep_letters)
        return self.store_read(path.name, data, text, draft), True

    def store_read(self, name: str, data: bytes, text: PlanText, draft: Draft) -> Plan:
        """Store what was read from a file, in one transaction."""
        from hashlib import sha256

        from core.edits import store_draft
        from core.model import Source
        from core.stored_text import key_of_source

        source = Source(sha256(data).hexdigest(), name, data, text)
        plan, delta = store_draft(draft, self.directory(), imported=datetime.now().isoformat(timespec="seconds"),
                                  source=key_of_source(source), source_name=name)
        self.store.write(delta, source)
        return plan

    def store_ready(self, delta: Delta, source: Source, packed: tuple[int, bytes] | None = None) -> None:
        """Store a plan whose records (and bytes: see Store.write) were made ready in the child process, in one transaction."""
        self.store.write(delta, source, packed=packed)

    def original(self, plan: Plan) -> Source | None:
        """The plan's file with what was read from it; None where the database does not hold it. Raises StoreError: damaged."""
        return self.store.source(plan.source) if plan.source else None

    def notes(self, plan: Plan) -> tuple[Note, ...]:
        """The footnotes of a plan; those of the plan asked for last are remembered."""
        if plan.source != self._noted[0]:
            self._noted = (plan.source, self.store.notes(plan.source) if plan.source else ())
        return self._noted[1]

    def agencies_only_of(self, book: Book) -> frozenset[str]:
        """The agencies that were made by the reading of this plan and nothing else uses."""
        from core.reread import unused_without

        made = [a.id for a in book.agencies.values() if not a.known]
        return unused_without(book.plan, book.records(), self.assignments_of(*made))

    def write_reading(self, delta: Delta, source: Source) -> None:
        """A stored plan gets what was read from its file another time, as one step."""
        self.store.write(delta, source, kind="edit")

    # ---- changes

    def write(self, delta: Delta) -> None:
        self.store.write(delta)

    def undo(self) -> Delta | None:
        """The delta that took the last step back, already written; None where there is nothing to undo."""
        return self.store.undo()

    def redo(self) -> Delta | None:
        return self.store.redo()

    def undo_name(self) -> str | None:
        return self._step_name(redo=False)

    def redo_name(self) -> str | None:
        return self._step_name(redo=True)

    def step_plan(self, redo: bool) -> tuple[str, str] | None:
        """(id, number or title) of the plan of the next step to undo or redo."""
        with self.opened.reading() as connection:
            return front.plan_of_step(connection, redo)

    def step_size(self, redo: bool) -> int:
        """How many records the next step to undo or redo holds."""
        with self.opened.reading() as connection:
            return front.size_of_step(connection, redo)

    def _step_name(self, *, redo: bool) -> str | None:
        with self.opened.reading() as connection:
            return None if self.read_only or self.lent else front.name_of_step(connection, redo)

    # ---- agencies

    def agencies(self) -> list[Agency]:
        return self.store.agencies()

    def directory(self) -> Directory:
        from core.agencies import Directory

        return Directory(self.store.agencies())

    def directory_book(self) -> Book:
        """The whole directory as a book without a plan: what core.edits needs to change agencies and groups."""
        from core.book import Book
        from core.model import Plan

        with self.store.reading():
            return Book(Plan("", ""), self.store.directory_records())

    def loads(self) -> dict[str, Load]:
        """How much each agency has over all plans, by agency id."""
        from db.followup import loads

        with self.opened.reading() as connection:
            return loads(connection)

    def assignment_count(self) -> int:  # about; asks one row
        with self.opened.reading() as connection:
            return int(connection.execute("SELECT coalesce(max(row), 0) FROM assignment").fetchone()[0])

    def agencies_of(self, task_ids: Sequence[str]) -> dict[str, tuple[list[str], list[str]]]:
        """(names of leads, names of coops) of some tasks, by task id."""
        from db.followup import agencies_of

        with self.opened.reading() as connection:
            return agencies_of(connection, task_ids)

    def assignments_of(self, *agency_ids: str) -> list[Assignment]:
        """Their assignments in all plans, as core.edits.merge_agencies wants them."""
        return self.store.assignments_of(agency_ids)

    # ---- lists over all plans

    def search(self, query: str, limit: int = 50, plan: str | None = None, agency: str | None = None) -> list[SearchHit]:
        """Plans, agencies and tasks that hold every word, without regard to case and marks; best first."""
        return self.store.search(query, limit, plan, agency)

    def work_of(self, agency_id: str, *, groups: bool = True, limit: int = 500, offset: int = 0) -> list[WorkRow]:
        """One agency's tasks in all plans, first due first; with ``groups`` also those that it has through a group."""
        return self.store.work_of(agency_id, groups=groups, limit=limit, offset=offset)

    def follow_list(self, wanted: FollowFilter, today: Day, *, limit: int = 500, offset: int = 0) -> list[WorkRow]:
        """Tasks of all plans at one stage, first due first."""
        from db.follow import follow_list

        with self.opened.reading() as connection:
            return follow_list(connection, wanted, today, limit=limit, offset=offset)

    def follow_total(self, wanted: FollowFilter, today: Day) -> int:
        from db.follow import follow_total

        with self.opened.reading() as connection:
            return follow_total(connection, wanted, today)

    def follow_counts(self, wanted: FollowFilter, today: Day) -> dict[Stage, int]:
        """How many tasks the stages with a span of days hold."""
        from db.follow import follow_counts

        with self.opened.reading() as connection:
            return follow_counts(connection, wanted, today)

    # ---- history

    def person(self) -> str:
        """The name under which changes are recorded, "" until the person was asked."""
        return self.store.person()

    def set_person(self, name: str) -> None:
        self.store.set_meta("person", " ".join(name.split())[:80])

    def history(self, *, plan: str | None = None, task: str | None = None, limit: int = 200,
                before: int | None = None) -> list[HistoryEntry]:
        """What was done, newest first; of one plan or one task where given; ``before`` (a number) pages on."""
        return self.store.history(plan=plan, task=task, limit=limit, before=before)

    def changes_of(self, number: int) -> tuple[Change, ...]:
        """The records before and after one entry of the history; the records of an import are the plan itself and not listed."""
        return self.store.changes_of(number)

    def tasks(self, ids: Iterable[str]) -> list[Task]:
        """Those of these tasks that are there, of any plan."""
        return self.store.tasks(ids)

    def plan_as_of(self, plan_id: str, number: int) -> Delta:
        """The delta that brings a plan back to its state after entry ``number`` (write it to restore)."""
        return self.store.plan_as_of(plan_id, number)

    def task_as_of(self, task_id: str, number: int) -> Delta:
        return self.store.task_as_of(task_id, number)

    # ---- backups, packages

    def backups(self) -> list[Backup]:
        """Newest first."""
        from db.backup import backups

        return backups(self.path)

    def backup_is_due(self) -> bool:
        from db.backup import is_due

        return not self.read_only and is_due(self.path, datetime.now())

    def take_package(self, package: Package, choices: Mapping[Key, Choice]) -> Delta | None:
        """Take chosen rows of a hand-over package over, as one step; None where there is nothing to take. Raises StoreError."""
        from db.handover import take_package

        return take_package(self.store, package, choices)

    def close(self) -> None:
        self.opened.close()
