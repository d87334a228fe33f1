"""Sheets beside their floors: the same cells as hand-written XML, the same rows drawn straight on reportlab's canvas, in fresh processes.

``python -m benchmarks.paper NAME`` runs one side and prints its own milliseconds (without making the book).
"""
from __future__ import annotations

import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measure import ROOT, Row, fresh_pairs
from core.book import Book
from core.model import Agency, AgencyKind, Assignment, Deadline, Membership, Plan, Record, Role, Task
from core.sheets.layout import RowKind, Table, as_text, shown
from core.sheets.options import SheetOptions

OPTIONS = SheetOptions(today=date(2026, 4, 1))
WORDS = ("chủ", "trì", "phối", "hợp", "với", "các", "sở", "ban", "ngành", "địa", "phương", "tham", "mưu", "Ủy", "ban", "nhân", "dân",
         "tỉnh", "xây", "dựng", "đề", "án", "quy", "hoạch", "kế", "hoạch", "chuyển", "đổi", "số", "cải", "cách", "hành", "chính", "phát",
         "triển", "hạ", "tầng", "du", "lịch", "nông", "nghiệp", "công", "nghệ", "đào", "tạo", "nguồn", "nhân", "lực", "bảo", "đảm", "tiến",
         "độ", "chất", "lượng")


def made_book(tasks: int = 5000, agencies: int = 200, marks: int = 5) -> Book:
    """A plan of our own making: one task in five agencies, sections of 50, texts of 25 to 60 words."""
    pick = random.Random(3)
    records: list[Record] = [Agency(f"a{n}", f"Sở, ngành số {n} của tỉnh", kind=AgencyKind.PROVINCIAL, place=n + 1.0)
                             for n in range(agencies)]
    records += [Agency("g", "các sở, ban, ngành", kind=AgencyKind.GROUP), *(Membership("g", f"a{n}") for n in range(0, agencies, 2))]
    for n in range(tasks):
        text = f"Nhiệm vụ {n}: " + " ".join(pick.choices(WORDS, k=pick.randint(25, 60)))
        due = date(2026, 1, 1) + timedelta(days=n % 900)
        path, section = (str(n // 1000 + 1), str(n // 50 + 1)), (f"Phần {n // 1000}", f"Mục {n // 50}")
        deadline = Deadline(f"trước ngày {due.day}/{due.month}/{due.year}", due)
        records.append(Task(f"{n:016x}", "p", float(n), text, path, section, None, (deadline,), due, "Quyết định phê duyệt"))
        records += [Assignment(f"{n:016x}", f"a{a}", Role.COOP if k else Role.LEAD)
                    for k, a in enumerate(pick.sample(range(agencies), marks))]
    return Book(Plan("p", "Kế hoạch lớn", "1/KH-UBND", date(2026, 1, 1), "UBND tỉnh Mẫu"), records)


# ---------------------------------------------------------------- both sides


def _ours(kind: str, ending: str, book: Book) -> Callable[[Path], object]:
    from core.sheets.export import export

    return lambda folder: export(book, kind, folder / f"a.{ending}", options=OPTIONS)


def hand_xlsx(table: Table, target: Path) -> None:
    """XML by string joins and a zip: nothing that writes these cells can do less."""
    from openpyxl.utils import get_column_letter

    letters = [get_column_letter(n + 1) for n in range(len(table.columns))]
    out = ['<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>']
    for n, row in enumerate(table.rows, start=2):
        cells = []
        for letter, value in zip(letters, row.cells, strict=False):
            if isinstance(value, int | float):
                cells.append(f'<c r="{letter}{n}" s="1"><v>{value}</v></c>')
            elif value:
                style = 2 if value == "CT" else 1
                cells.append(f'<c r="{letter}{n}" s="{style}" t="inlineStr"><is><t>{escape(as_text(value))}</t></is></c>')
        out.append(f'<row r="{n}">{"".join(cells)}</row>')
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", "".join(out) + "</sheetData></worksheet>")


def hand_pdf(table: Table, target: Path) -> None:
    """Wrapping and drawing in the fewest lines: left-aligned words, a grid, no justification, no rules about pages."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name, file in (("L", "Regular"), ("B", "Bold")):
        pdfmetrics.registerFont(TTFont(name, str(ROOT / f"resources/fonts/LiberationSerif-{file}.ttf")))
    canvas = Canvas(str(target), pagesize=landscape(A4))
    total = sum(c.width for c in table.columns)
    widths = [c.width / total * 252 * 72 / 25.4 for c in table.columns]
    places = [85.0]
    for width in widths:
        places.append(places[-1] + width)
    known: dict[str, float] = {}
    space = pdfmetrics.stringWidth(" ", "L", 12)

    def wrap(text: str, room: float) -> list[str]:
        lines, current, used = [], [], 0.0
        for word in text.split():
            size = known.get(word)
            if size is None:
                size = known[word] = pdfmetrics.stringWidth(word, "L", 12)
            if current and used + space + size > room:
                lines.append(" ".join(current))
                current, used = [word], size
            else:
                used += size + (space if current else 0)
                current.append(word)
        return [*lines, " ".join(current)]

    def draw(values: list[str], y: float, font: str) -> float | None:
        cells = [wrap(text, width - 7) for text, width in zip(values, widths, strict=True)]
        height = 13.8 * max(map(len, cells)) + 4
        if y - height < 57:
            return None
        ink = canvas.beginText()
        ink.setFont(font, 12, 13.8)
        for x, lines in zip(places, cells, strict=False):
            ink.setTextOrigin(x + 3.5, y - 13)
            for line in lines:
                ink.textLine(line)
        canvas.drawText(ink)
        canvas.lines([(x, y, x, y - height) for x in places] + [(places[0], y - height, places[-1], y - height)])
        return y - height

    def page() -> float:
        canvas.setLineWidth(.5)
        canvas.line(places[0], 538, places[-1], 538)
        return draw([c.title for c in table.columns], 538, "B") or 0.0

    y = page()
    for row in table.rows:
        values = [as_text(v) for v in row.cells] if row.kind is RowKind.TASK else ["", as_text(row.cells[1]), *[""] * (len(widths) - 2)]
        after = draw(values, y, "L")
        if after is None:
            canvas.showPage()
            after = draw(values, page(), "L")
        y = after or 0.0
    canvas.save()


def _assignment_rows(count: int) -> tuple[Book, Table]:
    from core.sheets.assignment import assignment_table

    book = made_book(count)
    return book, shown(assignment_table(book, OPTIONS), "pdf")


def _side(name: str) -> Callable[[Path], object]:
    """What one side does with a folder; what it needs is made before the clock starts."""
    kind, _, count = name.partition(":")
    rows = int(count or 5000)
    if kind == "xlsx":
        return _ours("matrix", "xlsx", made_book(rows))
    if kind == "xlsx-floor":
        from core.matrix import build
        from core.sheets.matrix import matrix_table

        table = shown(matrix_table(build(made_book(rows)), OPTIONS), "xlsx")
        return lambda folder: hand_xlsx(table, folder / "a.xlsx")
    if kind == "pdf":
        return _ours("assignment", "pdf", made_book(rows))
    if kind == "docx":
        return _ours("assignment", "docx", made_book(rows))
    if kind == "pdf-floor":
        _, table = _assignment_rows(rows)
        return lambda folder: hand_pdf(table, folder / "a.pdf")
    raise SystemExit(f"unknown side {name}")


def _pair(ours: str, floor: str, times: int = 5) -> tuple[float, float, float]:
    return fresh_pairs(["-m", "benchmarks.paper", ours], ["-m", "benchmarks.paper", floor], times)


def paper_benchmarks() -> Iterator[Row]:
    """Rows for the bench table; memory beside its limit of 150 MB."""
    ours, floor, memory = _pair("xlsx", "xlsx-floor")
    yield Row("matrix 5,000 × 200 to .xlsx / hand-written XML", ours, floor, 3.5)
    yield Row("matrix 5,000 × 200 to .xlsx, memory / 150 MB", memory, 150, 1.0, "MB")
    ours, floor, memory = _pair("pdf", "pdf-floor")
    yield Row("assignment 5,000 rows to .pdf / the same rows drawn by hand", ours, floor, 1.5)
    yield Row("assignment 5,000 rows to .pdf, memory / 150 MB", memory, 150, 1.0, "MB")
    many, few, _ = _pair("pdf", "pdf:500")
    yield Row("assignment 5,000 rows to .pdf / 500 rows", many, few, 12)
    many, few, memory = _pair("docx", "docx:500", 3)
    yield Row("assignment 5,000 rows to .docx / 500 rows", many, few, 12)
    yield Row("assignment 5,000 rows to .docx, memory / 150 MB", memory, 150, 1.0, "MB")
    yield _build_row()
    yield from _checklist_rows()


def _build_row() -> Row:
    from core.matrix import build

    book = made_book(50_000, 300)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        build(book)
        times.append((time.perf_counter() - start) * 1000)
    return Row("matrix 50,000 × 300, 250,000 cells as a value / 1 s", median(times), 1000, 1.0)


def plan_files(*names: str) -> list[Path]:
    """These real plans, where they are beside the checkout, else the sample plan."""
    real = [ROOT.parent / "shared" / "plans" / f"{name}.txt" for name in names]
    return [path for path in real if path.exists()] or [ROOT / "resources" / "samples" / "ke-hoach-mau.docx"]


def book_of(path: Path) -> Book:
    """A plan as it is when it has been imported and nobody has touched it."""
    from core.agencies import shipped
    from core.edits import store_draft
    from ui.workspace import read_draft

    text, draft = read_draft(path)
    directory = shipped()
    plan, delta = store_draft(draft, directory, imported="2026-01-01T00:00:00")
    changed = [c.after for c in delta.changes if c.after is not None and not isinstance(c.after, Plan)]
    return Book(plan, [*directory.agencies, *changed], text.text)


def _checklist_rows() -> Iterator[Row]:
    """All checklists of a real plan."""
    from core.sheets.export import export

    [path] = plan_files("001")
    book = book_of(path)
    for ending in ("pdf", "xlsx", "docx"):
        times = []
        for _ in range(3):
            with tempfile.TemporaryDirectory() as folder:
                start = time.perf_counter()
                export(book, "checklist", Path(folder) / "all", format=ending, each_agency=True, options=OPTIONS)
                times.append((time.perf_counter() - start) * 1000)
        yield Row(f"all checklists of plan {path.stem} as .{ending} / 5 s", median(times), 5000, 1.0)


if __name__ == "__main__":
    job = _side(sys.argv[1])
    with tempfile.TemporaryDirectory() as place:
        begun = time.perf_counter()
        job(Path(place))
        print(f"{(time.perf_counter() - begun) * 1000:.1f} ms")
