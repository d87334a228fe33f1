"""The store beside its floors: storing an import, searching as one types, opening, one agency's work; 1,000 plans, 150,000 tasks."""
from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from core.agencies import Directory, Match
from core.edits import store_draft
from core.model import Agency, AgencyKind, Deadline, Draft, DraftTask, Mention, Paragraph, Plan, PlanInfo, PlanText, Role, Source, Span
from core.stored_text import key_of_source

# name, our ms, floor ms, ratio, highest allowed: of the ratio, or of our ms where the floor is 0
Row = tuple[str, float, float, float, float | None]
_TEXT = """xây dựng kế hoạch triển khai thực hiện nhiệm vụ chuyển đổi số phát triển du lịch cộng đồng đầu tư công tài chính ngân
sách nông nghiệp môi trường giáo dục đào tạo y tế giao thông vận tải đô thị hạ tầng kỹ thuật thông tin tuyên truyền
người dân doanh nghiệp hợp tác xã khu công nghiệp cải cách hành chính thủ tục rà soát báo cáo định kỳ tổng hợp ủy ban
nhân dân tỉnh huyện xã phường"""
SYLLABLES = tuple(_TEXT.split())
NAMES = tuple(f"Sở {' '.join(SYLLABLES[i:i + 3]).capitalize()}" for i in range(0, 100))


def made_up(seed: int, tasks: int, agencies: int = 100, per_task: int = 5, text: str = "") -> Draft:
    """A draft of that many tasks of about 200 characters, each with one lead and some coops."""
    chance = random.Random(seed)
    made = []
    for number in range(tasks):
        words = chance.choices(SYLLABLES, k=40)
        names = chance.sample(NAMES[:agencies], min(per_task, agencies))
        due = (Deadline("trong quý III/2026", None, None, "", "", Span(10, 20)),) if number % 2 else ()
        made.append(DraftTask(("II", str(number)), " ".join(words).capitalize() + ".", Span(number, number + 200), ("II. NHIỆM VỤ",),
                              (Mention(names[0], Role.LEAD, Span(number, number + 5)),),
                              tuple(Mention(n, Role.COOP, Span(number, number + 5)) for n in names[1:]), due))
    title = "Kế hoạch " + " ".join(chance.choices(SYLLABLES, k=8))
    return Draft(PlanInfo(title=title, number=f"{seed}/KH-UBND"), text, tuple(made))


def directory() -> list[Agency]:
    known = [Agency(f"a{i:03d}", name, kind=AgencyKind.PROVINCIAL, place=float(i)) for i, name in enumerate(NAMES)]
    return [*known, Agency("g000", "các sở, ban, ngành", kind=AgencyKind.GROUP)]


class Plain(Directory):
    """Finds a name only as it is written: what is measured here is the store, not the reading of names."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        super().__init__(())
        self.agencies = tuple(agencies)
        self._by_name = {a.name: a for a in self.agencies}

    def find(self, name: str, *, province: str | None = None, on: date | None = None) -> Match:
        return Match(self._by_name.get(name), 1.0)


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="phancong-bench-") as name:
        yield Path(name)


def median_ms(call: Callable[[], object], times: int = 7) -> float:
    measured = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        measured.append((time.perf_counter() - start) * 1000)
    return statistics.median(measured)


def storing(tasks: int = 5000, agencies: int = 100, times: int = 5) -> tuple[float, float]:
    """(ours, floor) ms: the whole of ``Store.write`` of an import beside executemany of the same rows into the same tables."""
    from core.delta import Change, Delta
    from db import schema
    from db.rows import EXTRA, extra, searchable, table_of, to_row
    from db.store import open_store
    from db.writing import ORDER, _upsert

    book = Plain(directory())
    measured: tuple[list[float], list[float]] = ([], [])
    with folder() as here:
        for turn in range(times):
            text = "văn bản " * 2000
            source = Source(f"{turn:064d}", "lớn.docx", b"x" * 100_000, PlanText(text, (Paragraph(Span(0, len(text))),)))
            _, delta = store_draft(made_up(turn, tasks, agencies), book, imported="2026-11-22T08:00:00", source=key_of_source(source),
                                   source_name="lớn.docx")
            store = open_store(here / f"ours{turn}.db")
            store.write(Delta("", tuple(Change(None, a) for a in directory())))
            start = time.perf_counter()
            store.write(delta, source)
            measured[0].append((time.perf_counter() - start) * 1000)
            store.close()
            plain = sqlite3.connect(here / f"plain{turn}.db", isolation_level=None)
            plain.execute("PRAGMA journal_mode = wal")
            plain.execute("PRAGMA foreign_keys = ON")
            for statement in schema.STATEMENTS[schema.VERSION]:
                plain.execute(statement)
            plain.executemany(_upsert("agency"), [(*to_row(a), *extra(a)) for a in directory()])
            rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in ORDER}
            for change in delta.changes:
                assert change.after is not None
                table = table_of(change.after)
                number = (len(rows["task"]) + 1,) if table == "task" else ()
                rows[table].append((*to_row(change.after), *extra(change.after), *number))
            index = [(r[-1], searchable(str(r[3]), str(r[10]), str(r[11]))) for r in rows["task"]]
            start = time.perf_counter()
            plain.execute("BEGIN")
            plain.execute("INSERT INTO original VALUES (?, ?, ?, ?)", (source.sha, source.name, 1, source.data))
            plain.execute("INSERT INTO source VALUES (?, ?, ?, ?)", (key_of_source(source), source.sha, source.text.text, "{}"))
            for table in ORDER:
                columns = _upsert(table).split(" ON CONFLICT")[0]
                assert EXTRA is not None
                plain.executemany(columns, rows[table])
            plain.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", index)
            plain.execute("COMMIT")
            measured[1].append((time.perf_counter() - start) * 1000)
            plain.close()
    return statistics.median(measured[0]), statistics.median(measured[1])


def fill(path: Path, plans: int = 1000, tasks: int = 150) -> list[Plan]:
    """A database with that many plans, all tasks of a tenth of them through a group too."""
    from core.delta import Change, Delta
    from core.model import Membership
    from db.store import open_store

    store = open_store(path)
    store.write(Delta("", tuple(Change(None, a) for a in directory())))
    store.write(Delta("", tuple(Change(None, Membership("g000", f"a{i:03d}")) for i in range(50))))
    book = Plain(directory())
    made = []
    for number in range(plans):
        draft = made_up(number, tasks)
        if number % 10 == 0:
            from dataclasses import replace
            draft = replace(draft, tasks=tuple(replace(t, coops=(*t.coops, Mention("các sở, ban, ngành", Role.COOP))) for t in draft.tasks))
        plan, delta = store_draft(draft, book, imported="2026-11-22T08:00:00", source_name=f"{number}.docx")
        store.write(delta, kind="import")
        made.append(plan)
    store.close()
    return made


def typed(times: int = 40) -> list[str]:
    """What a person has typed after each key, for many sentences."""
    chance = random.Random(7)
    found = []
    for _ in range(times):
        sentence = " ".join(chance.choices(SYLLABLES, k=3))
        found += [sentence[:n] for n in range(2, len(sentence) + 1)]
    return found


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def large(plans: int = 1000, tasks: int = 150) -> list[Row]:
    from db.store import open_store

    rows: list[Row] = []
    with folder() as here:
        path = here / "large.db"
        made = fill(path, plans, tasks)
        opening = median_ms(lambda: open_store(path).close())
        rows.append((f"open, {plans * tasks:,} tasks", opening, 0.0, 0.0, 300.0))
        store = open_store(path)
        queries = typed()
        times = []
        for query in queries:
            start = time.perf_counter()
            store.search(query)
            times.append((time.perf_counter() - start) * 1000)
        scan = median_ms(lambda: store.connection.execute("SELECT row FROM task WHERE instr(text, 'du lịch khu') > 0").fetchall(), 3)
        p95 = percentile(times, 0.95)
        rows.append((f"query as typed, p95 of {len(queries)}", p95, scan, p95 / scan, None))
        rows.append(("query as typed, p95, against 30 ms", p95, 0.0, 0.0, 30.0))
        work = median_ms(lambda: store.work_of("a010"))
        rows.append(("one agency's work, first 500 rows", work, 0.0, 0.0, 50.0))
        rows.append(("list of plans", median_ms(store.plans), 0.0, 0.0, None))
        rows.append(("book of one plan", median_ms(lambda: store.book(made[5].id)), 0.0, 0.0, None))
        store.close()
    return rows


def store_benchmarks(plans: int = 1000, tasks: int = 150) -> list[Row]:
    """(name, our ms, floor ms, ratio, target): the target bounds the ratio, or our ms where there is no floor (0)."""
    ours, floor = storing()
    return [("storing an import, 5,000 tasks × 100 agencies", ours, floor, ours / floor, 1.3), *large(plans, tasks)]


if __name__ == "__main__":
    for name, ours, floor, ratio, target in store_benchmarks(*map(int, sys.argv[1:])):
        limit = "" if target is None else f"  (≤ {target:g}{'' if floor else ' ms'})"
        print(f"{name:50} {ours:9.1f} ms  floor {floor:9.1f} ms  ratio {ratio:5.2f}{limit}")
