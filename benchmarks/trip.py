"""The trip on the sample plan and on a made-up big book: import, store, open, matrix, export, each beside its floor."""
from __future__ import annotations

import random
import re
import tempfile
from pathlib import Path

from benchmarks.measure import ROOT, Row, fresh_pairs, turn_by_turn
from core.agencies import Directory
from core.book import Book
from core.model import Agency, AgencyKind, Assignment, Plan, Role, Task

SAMPLE = ROOT / "resources" / "samples" / "ke-hoach-mau.docx"
WORDS = ("xây dựng", "triển khai", "hoàn thiện", "kiểm tra", "đôn đốc", "tổng hợp", "báo cáo", "kế hoạch", "đề án", "chương trình",
         "hạ tầng", "đầu tư", "du lịch", "y tế", "giáo dục", "nông nghiệp", "môi trường", "chuyển đổi số", "cải cách", "doanh nghiệp")


def big_book(tasks: int = 5_000, agencies: int = 100, marks: int = 5, seed: int = 7) -> Book:
    """A made-up book: the same for the same numbers. ``marks`` assignments a task on average."""
    chance = random.Random(seed)
    bodies = [Agency(f"{n:016x}", f"Cơ quan số {n}", f"CQ{n}", AgencyKind.PROVINCIAL, place=float(n)) for n in range(agencies)]
    plan = Plan("f" * 16, "Kế hoạch lớn để đo", number="01/KH-UBND", issuer="UBND tỉnh")
    records: list[Task | Agency | Assignment] = [*bodies]
    for n in range(tasks):
        task = Task(f"{n:016x}", plan.id, float(n), " ".join(chance.choices(WORDS, k=chance.randint(8, 30))),
                    (str(n // 50 + 1), str(n % 50 + 1)), (f"{n // 50 + 1}. Nhóm nhiệm vụ {n // 50 + 1}",))
        records.append(task)
        chosen = chance.sample(range(agencies), k=chance.randint(1, 2 * marks - 1))
        records += [Assignment(task.id, bodies[a].id, Role.LEAD if i == 0 else Role.COOP) for i, a in enumerate(chosen)]
    return Book(plan, records)


def trip_benchmarks() -> list[Row]:
    from core.edits import store_draft
    from core.fold import fold
    from core.matrix import build
    from core.plan.extract import extract
    from core.reading import read
    from core.sheets.export import export
    from db.store import open_store

    text = read(SAMPLE)
    draft = extract(text)
    words = re.compile(r"\w+")
    rows = [Row("sample plan: extract beside fold + one pass over the words",
                *turn_by_turn(lambda: extract(text), lambda: sum(1 for _ in words.finditer(fold(text.text)))))]
    rows.append(Row("sample plan: `extract` command beside `python -c pass`",
                    *fresh_pairs(["main.py", "extract", str(SAMPLE)], ["-c", "pass"])[:2]))
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "a.db")
        plan, delta = store_draft(draft, Directory(store.agencies()), imported="2026-01-01T00:00:00")
        store.write(delta)
        one = store.book(plan.id)
        rows.append(Row("sample plan: open from the store beside building the matrix", *turn_by_turn(
            lambda: store.book(plan.id), lambda: build(one))))
        big = big_book()
        count = sum(len(row) for row in big.cells.values())
        rows.append(Row("big book (5,000 × 100): matrix beside one pass over its cells", *turn_by_turn(
            lambda: build(big), lambda: sum(1 for row in big.cells.values() for cell in row.values() if cell.role is Role.LEAD), times=5)))
        assert count > 5_000
        for sheet, format_ in (("assignment", "pdf"), ("assignment", "xlsx"), ("matrix", "xlsx"), ("matrix", "pdf")):
            target = Path(folder) / f"x.{format_}"
            rows.append(Row(f"sample plan: {sheet} .{format_} beside opening it from the store", *turn_by_turn(
                lambda sheet=sheet, format_=format_, target=target: export(one, sheet, target, format=format_),  # type: ignore[misc]
                lambda: store.book(plan.id), times=5)))
        store.close()
    return rows
