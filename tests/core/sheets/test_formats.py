"""What each format must hold: pages that keep together, cells of the right sort, styles, and texts that would break a careless writer."""
from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from core.book import Book
from core.matrix import build
from core.model import Agency, AgencyKind, Assignment, Plan, Role, Task
from core.sheets.check_pdf import Page, read_page
from core.sheets.checker import check, failures
from core.sheets.export import export, make_bundle
from core.sheets.layout import Margins, Table
from core.sheets.letters import ruler
from core.sheets.options import SheetOptions, Signer
from core.sheets.to_pdf import write_pdf
from tests.conftest import SHARED_PLANS, needs_real_plans
from tests.sheets.sample import LONG, sample_book

OPTIONS = SheetOptions(today=date(2026, 4, 1))
NASTY = ("=1+1", "+84", "-x", "@sum", "\t=tab", "'quoted", "a\x00b\x07c", "😀 vui", "\u202etrái\u200f", "\ud800 nửa",
         "x" * 40_000, "một\nhai\r\nba",
         "<b>&amp;", "e\u0302\u0301 tổ hợp", "]]>", "\ufffe\uffff", " đầu và cuối ")


def pages_of(path: Path) -> list[Page]:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    found = [read_page(page) for page in document]
    document.close()
    return found


def book_of(*texts: str, section: Callable[[int], tuple[str, ...]] = lambda n: ()) -> Book:
    records: list[Any] = [Agency("a", "Sở A", kind=AgencyKind.PROVINCIAL)]
    for n, text in enumerate(texts):
        records += [Task(f"{n:016x}", "p", float(n), text, section=section(n)), Assignment(f"{n:016x}", "a", Role.LEAD)]
    return Book(Plan("p", "Kế hoạch", "1/KH-UBND"), records)


# ---------------------------------------------------------------- PDF


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    for kind in ("assignment", "summary"):
        for ending in ("pdf", "docx"):
            made = [export(sample_book(), kind, tmp_path / f"{n}.{ending}", options=OPTIONS)[0].read_bytes() for n in (1, 2)]
            assert made[0] == made[1]


def column_words(pages: list[Page], left: float, right: float) -> str:
    """The words of one column of all pages, from top to bottom, without the running heads and numbers."""
    found = []
    for page in pages:
        inside = [ink for ink in page.texts if ink.left >= left - 0.5 and ink.right <= right + 0.5]
        found += [ink.text.strip() for ink in sorted(inside, key=lambda ink: ink.top)]
    return " ".join(" ".join(found).split())


def task_column(pages: list[Page]) -> tuple[float, float]:
    """The sides of the task's column: from the heading "Nội dung nhiệm vụ", which is centred in it."""
    head = next(ink for ink in pages[0].texts if ink.text.strip() == "Nội dung nhiệm vụ")
    number = next(ink for ink in pages[0].texts if ink.text.strip() == "STT")
    lead = next(ink for ink in pages[0].texts if ink.text.strip() == "Cơ quan chủ trì")
    del lead
    left = number.right + 0.5
    return left, 2 * head.middle - left


def test_a_long_task_goes_over_pages_and_loses_nothing(tmp_path: Path) -> None:
    text = " ".join(f"từ{n}" for n in range(3000))
    export(book_of("Ngắn.", text, "Cuối."), "assignment", tmp_path / "a.pdf", options=OPTIONS)
    pages = pages_of(tmp_path / "a.pdf")
    assert len(pages) > 4
    words = [w for page in pages for ink in page.texts for w in ink.text.split() if w.startswith("từ")]
    assert words == text.split()


def test_a_row_that_fits_on_a_page_is_not_cut(tmp_path: Path) -> None:
    export(book_of(*(f"Bắt{n} {LONG * (n % 4 + 1)}Hết{n}" for n in range(40))), "assignment", tmp_path / "a.pdf", options=OPTIONS)
    pages = pages_of(tmp_path / "a.pdf")
    for n in range(40):
        first = [i for i, page in enumerate(pages) if any(ink.text.startswith(f"Bắt{n} ") for ink in page.texts)]
        last = [i for i, page in enumerate(pages) if any(f"Hết{n}" in ink.text.split() for ink in page.texts)]
        assert first == last != []


def test_the_heading_row_is_on_every_page_and_a_section_never_at_the_foot(tmp_path: Path) -> None:
    book = book_of(*(f"Nhiệm vụ {n}. {LONG * (n % 3 + 1)}" for n in range(60)), section=lambda n: (f"MỤC {n // 2}",))
    export(book, "assignment", tmp_path / "a.pdf", options=OPTIONS)
    pages = pages_of(tmp_path / "a.pdf")
    assert len(pages) > 10
    for page in pages:
        assert any(ink.text.strip() == "Nội dung nhiệm vụ" for ink in page.texts)
        lowest = max(page.texts, key=lambda ink: ink.bottom)
        assert not lowest.text.startswith("MỤC ")
        assert lowest.bottom <= page.height - 20


@pytest.mark.parametrize("lines", range(20, 34))
def test_headings_stay_with_a_first_task_that_fills_a_page(lines: int, tmp_path: Path) -> None:
    text = " ".join("việc" for _ in range(lines * 9))
    export(book_of(text, text, section=lambda n: ("MỤC A", f"Mục {n}")), "assignment", tmp_path / "a.pdf", options=OPTIONS)
    pages = pages_of(tmp_path / "a.pdf")
    first = [ink.text.strip() for ink in pages[0].texts]
    assert first[:2] == ["Phụ lục", "PHÂN CÔNG NHIỆM VỤ"]
    assert "Mục 0" in first
    assert any(text.startswith("việc việc") for text in first)
    for page in pages:
        said = [ink.text.strip() for ink in page.texts]
        assert said[-1].startswith("việc") or "Sở A" in said
        assert max(ink.bottom for ink in page.inks) <= page.height - 19.9
    assert sum(ink.text.split().count("việc") for page in pages for ink in page.texts) == 2 * lines * 9


@pytest.mark.parametrize("rows", range(1, 16))
def test_those_who_sign_are_never_alone_on_a_page(rows: int, tmp_path: Path) -> None:
    options = replace(OPTIONS, signer=Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Văn Mẫu"), recipients=("Như trên", "Lưu: VT, TH"))
    export(book_of(*(f"Việc {n}. {LONG}" for n in range(rows))), "assignment", tmp_path / "a.pdf", options=options)
    last = pages_of(tmp_path / "a.pdf")[-1]
    said = [ink.text.strip() for ink in last.texts]
    assert "Trần Văn Mẫu" in said
    assert any(text.startswith(f"Việc {rows - 1}.") for text in said)
    assert "- Lưu: VT, TH." in said


def test_all_strips_of_a_matrix_have_their_rows_on_the_same_lines(tmp_path: Path) -> None:
    agencies = [Agency(f"a{n}", f"Sở, ban, ngành có tên dài số {n} của tỉnh", kind=AgencyKind.PROVINCIAL, place=n + 1) for n in range(64)]
    tasks = [Task(f"{n:016x}", "p", float(n), f"Nhiệm vụ {n} {LONG if n % 3 else ''}", section=(f"Mục {n // 9}",)) for n in range(40)]
    book = Book(Plan("p", ""), [*agencies, *tasks, *(Assignment(t.id, f"a{(n * 7) % 64}", Role.LEAD) for n, t in enumerate(tasks)),
                                *(Assignment(t.id, f"a{(n * 7 + 3) % 64}", Role.COOP) for n, t in enumerate(tasks))])
    export(book, "matrix", tmp_path / "a.pdf", options=OPTIONS)
    pages = pages_of(tmp_path / "a.pdf")
    assert failures(tmp_path / "a.pdf") == []
    count = len(pages) // 3
    assert len(pages) == 3 * count
    for n in range(count):
        strips = [pages[n + k * count] for k in range(3)]
        lines = [[(round(ink.top, 1), ink.text.strip()) for ink in page.texts
                  if ink.right < 120 and ink.top > 60 and "Ghi chú" not in ink.text] for page in strips]
        assert lines[0][:-1] == lines[1][:-1] == lines[2][:-1] or lines[0] == lines[1] == lines[2]
    marks = [ink.text.strip() for page in pages for ink in page.texts if ink.text.strip() in ("CT", "PH")]
    assert (marks.count("CT"), marks.count("PH")) == (40, 40)


def test_progress_may_stop_the_drawing(tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    def stop(share: float, what: str) -> None:
        raise Stop

    with pytest.raises(Stop):
        write_pdf(make_bundle(sample_book(10), "assignment", OPTIONS), tmp_path / "a.pdf", stop)


@needs_real_plans
@pytest.mark.parametrize("name", ["001", "002", "003", "ttg-qd773", "dongthap-kh552", "bacninh-kh141", "sonla-qd254"])
def test_the_words_of_every_real_plan_come_back_letter_for_letter(name: str, tmp_path: Path) -> None:
    from core.agencies import Directory
    from core.edits import store_draft
    from core.sheets.wording import clean
    from ui.workspace import read_draft

    text, draft = read_draft(SHARED_PLANS / f"{name}.txt")
    plan, delta = store_draft(draft, Directory(), imported="")
    book = Book(plan, [c.after for c in delta.changes if c.after is not None and not isinstance(c.after, Plan)], text.text)
    export(book, "assignment", tmp_path / "a.pdf", options=OPTIONS)
    said = column_words(pages_of(tmp_path / "a.pdf"), *task_column(pages_of(tmp_path / "a.pdf")))
    assert len(book.tasks) > 10
    at = 0
    for task in book.tasks:
        words = " ".join(ruler(12).printable(clean(task.text)).split())
        # a task over a page's end has the heading row between its lines
        found = said.replace("Nội dung nhiệm vụ ", "").find(words, at)
        assert found >= 0, words[:80]
        at = found
    assert failures(tmp_path / "a.pdf") == []


# ---------------------------------------------------------------- Excel


def workbook(kind: str, folder: Path, book: Book | None = None, **keywords: Any) -> Any:
    from openpyxl import load_workbook

    export(book or sample_book(), kind, folder / "a.xlsx", options=OPTIONS, **keywords)
    return load_workbook(folder / "a.xlsx")


def test_the_assignment_workbook_is_kept_as_clerks_keep_theirs(tmp_path: Path) -> None:
    book = workbook("assignment", tmp_path)
    ws = book.worksheets[0]
    assert ws.freeze_panes == "D5"
    assert ws.auto_filter.ref == "A4:I18"
    assert ws.print_title_rows == "$4:$4"
    paper = ws.page_setup
    assert (paper.orientation, paper.paperSize, paper.fitToWidth, paper.fitToHeight) == ("landscape", 9, 1, 0)
    assert ws.sheet_properties.pageSetUpPr.fitToPage
    assert ws.HeaderFooter.differentFirst
    assert "&P" in ws.oddHeader.center.text
    assert ws.oddHeader.center.size == 13
    assert round(ws.page_margins.left * 25.4) == 30
    assert ws.column_dimensions["A"].hidden
    assert not any(r.min_row <= 4 <= r.max_row for r in ws.merged_cells.ranges)
    assert ws["F7"].value == datetime(2026, 6, 30)
    assert ws["F7"].number_format == "dd/mm/yyyy"
    assert ws["G8"].value == "Quý III/2026"
    assert ws["C7"].style == "Ô chữ"
    assert ws["C7"].font.name == "Times New Roman"
    assert ws["C7"].alignment.wrap_text
    assert ws["C7"].border.left.style == "thin"
    lists = {str(v.sqref): v for v in ws.data_validations.dataValidation}
    assert lists["D5:E18"].type == "list"
    assert not lists["D5:E18"].showErrorMessage
    assert book["Danh mục"].sheet_state == "hidden"
    assert book["Danh mục"]["A1"].value == "Sở Văn hóa, Thể thao và Du lịch"


def test_rows_are_high_enough_for_their_text(tmp_path: Path) -> None:
    ws = workbook("assignment", tmp_path).worksheets[0]
    room = (ws.column_dimensions["C"].width * 8 + 5) * 0.75 - 6
    for row in range(5, 19):
        need = len(ruler(12).wrap(str(ws.cell(row, 3).value or ""), room)) * 15.75
        assert need <= ws.row_dimensions[row].height <= 409


def test_the_matrix_workbook_has_one_cell_for_each_part_and_lines_by_one_rule(tmp_path: Path) -> None:
    source = sample_book()
    ws = workbook("matrix", tmp_path, source).worksheets[0]
    head = {ws.cell(4, n).value: n for n in range(1, ws.max_column + 1)}
    rows = {ws.cell(r, 1).value: r for r in range(5, ws.max_row + 1) if ws.cell(r, 1).value}
    found = {(task, name) for task, r in rows.items() for name, n in head.items() if ws.cell(r, n).value in ("CT", "PH")}
    assert found == {(t, a.agency.name[:1].upper() + a.agency.name[1:]) for t, cells in build(source).cells.items()
                     for a in build(source).columns if a.agency.id in cells}
    assert ws["D4"].alignment.textRotation == 90
    assert ws.print_title_cols == "$B:$C"
    rules = [rule.formula for cells in ws.conditional_formatting for rule in cells.rules]
    assert ["TRUE"] in rules
    marks = next(v for v in ws.data_validations.dataValidation if v.formula1 == '"CT,PH"')
    assert str(marks.sqref) == "D5:M18"


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    book = workbook("assignment", tmp_path, book_of(*NASTY))
    ws = book.worksheets[0]
    for row in ws.iter_rows(min_row=5):
        for cell in row:
            assert cell.data_type != "f"
            if isinstance(cell.value, str) and cell.value[:1] in "=+-@'":
                assert cell.quotePrefix
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "docx"])
@pytest.mark.parametrize("kind", ["assignment", "matrix", "checklist", "summary"])
def test_nothing_that_a_task_may_hold_breaks_a_file(kind: str, ending: str, tmp_path: Path) -> None:
    import docx
    import pypdfium2 as pdfium
    from openpyxl import load_workbook

    book = book_of(*NASTY)
    book.agencies["a"] = Agency("a", "=Sở [A]: \x01/\\? 😀 " + "dài " * 60, kind=AgencyKind.PROVINCIAL)
    book.plan = replace(book.plan, title="<tiêu & đề>\x02", issuer="UBND \x03tỉnh & <X>", number="1/KH-UBND\ud801")
    target = tmp_path / f"a.{ending}"
    export(book, kind, target, agency="a" if kind == "checklist" else None, options=OPTIONS)
    if ending == "xlsx":
        values = [c.value for ws in load_workbook(target).worksheets for row in ws.iter_rows() for c in row if isinstance(c.value, str)]
        assert all(len(v.encode("utf-16-le")) // 2 <= 32767 for v in values)
    elif ending == "docx":
        assert docx.Document(str(target)).sections
    else:
        document = pdfium.PdfDocument(target)
        assert len(document) >= 1
        document.close()


# ---------------------------------------------------------------- Word


def test_the_word_file_has_real_tables_styles_and_numbers(tmp_path: Path) -> None:
    import docx

    export(sample_book(), "checklist", tmp_path / "a.docx", each_agency=True, bundle="file", options=OPTIONS)
    document = docx.Document(str(tmp_path / "a.docx"))
    assert len(document.sections) == 8
    assert document.core_properties.language == "vi-VN"
    assert {"Ô bảng", "Đầu cột", "Nội dung", "Tên phiếu"} <= {s.name for s in document.styles}
    tables = [t for t in document.tables if len(t.columns) == 8]
    assert len(tables) == 8
    xml = document.element.xml
    assert xml.count("<w:tblHeader/>") == 8
    assert "w14:checkbox" in xml
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert b"PAGE" in package.read("word/header1.xml")
        assert all(info.date_time == (2000, 1, 1, 0, 0, 0) for info in package.infolist())


# ---------------------------------------------------------------- the checker can say no


@pytest.mark.parametrize("ending", ["pdf", "docx"])
@pytest.mark.parametrize(("margins", "side"), [(Margins(left=20), "trái"), (Margins(right=10), "phải"), (Margins(top=10), "trên"),
                                               (Margins(bottom=10), "dưới")])
def test_wrong_margins_are_found(margins: Margins, side: str, ending: str, tmp_path: Path) -> None:
    export(sample_book(6), "assignment", tmp_path / f"a.{ending}", options=replace(OPTIONS, margins=margins))
    assert any(side in wrong for wrong in failures(tmp_path / f"a.{ending}"))


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_wrong_letters_are_found(ending: str, tmp_path: Path) -> None:
    from core.sheets.export import write

    made = make_bundle(sample_book(), "assignment", OPTIONS)
    sheet = made.sheets[0]
    body = tuple(b if isinstance(b, Table) else replace(b, size=11.0, bold=False, italic=False) for b in sheet.body)  # type: ignore[call-arg]
    write(replace(made, sheets=(replace(sheet, body=body),)), tmp_path / f"a.{ending}", ending)
    wrong = " ".join(failures(tmp_path / f"a.{ending}"))
    assert "Số phụ lục" in wrong
    assert "Dòng kèm theo" in wrong


def test_what_is_habit_is_named_so(tmp_path: Path) -> None:
    export(sample_book(), "matrix", tmp_path / "a.pdf", options=replace(OPTIONS, paper="A3"))
    proofs = check(tmp_path / "a.pdf")
    assert [p.rule for p in proofs if p.habit and "A3" in p.rule]
    assert any("(thông lệ)" in str(p) for p in proofs)
    assert failures(tmp_path / "a.pdf") == []


@pytest.mark.parametrize("words", range(60, 400, 9))
def test_the_only_task_of_an_agency_never_leaves_the_signature_alone(words: int, tmp_path: Path) -> None:
    export(book_of(" ".join(f"việc{n}" for n in range(words))), "checklist", tmp_path / "a.pdf", agency="a", options=OPTIONS)
    pages = pages_of(tmp_path / "a.pdf")
    for page in pages:
        assert any("việc" in ink.text for ink in page.texts)
    found = [w for page in pages for ink in page.texts for w in ink.text.split() if w.startswith("việc")]
    assert found == [f"việc{n}" for n in range(words)]


def test_every_font_that_the_file_names_is_embedded(tmp_path: Path) -> None:
    export(sample_book(), "summary", tmp_path / "a.pdf", options=OPTIONS)
    data = (tmp_path / "a.pdf").read_bytes()
    assert data.count(b"/BaseFont") >= 2
    assert data.count(b"/FontFile2") == data.count(b"/BaseFont")
    assert b"Helvetica" not in data


def test_a_chart_over_several_pages_says_its_title_on_each(tmp_path: Path) -> None:
    agencies = [Agency(f"a{n}", f"Sở số {n}", kind=AgencyKind.PROVINCIAL, place=n + 1) for n in range(50)]
    tasks = [Task(f"{n:016x}", "p", float(n), "Việc") for n in range(50)]
    book = Book(Plan("p", ""), [*agencies, *tasks, *(Assignment(t.id, f"a{n}", Role.LEAD) for n, t in enumerate(tasks))])
    export(book, "summary", tmp_path / "a.pdf", options=OPTIONS)
    titles = [[ink.text.strip() for ink in page.texts if ink.text.startswith("Số nhiệm vụ chủ trì và phối hợp")]
              for page in pages_of(tmp_path / "a.pdf")]
    said = [one for page in titles for one in page]
    assert len(said) > 1
    assert not said[0].endswith("(tiếp theo)")
    assert all(one.endswith("(tiếp theo)") for one in said[1:])
    assert all(len(page) == 1 for page in titles[-len(said):])


def test_a_table_of_short_rows_does_not_begin_with_one_at_the_foot(tmp_path: Path) -> None:
    for count in range(8, 30):
        agencies = [Agency(f"a{n}", f"Sở số {n}", kind=AgencyKind.PROVINCIAL, place=n + 1) for n in range(count)]
        tasks = [Task(f"{n:016x}", "p", float(n), "Việc", due=date(2026, 5, 1)) for n in range(count)]
        book = Book(Plan("p", ""), [*agencies, *tasks, *(Assignment(t.id, f"a{n}", Role.LEAD) for n, t in enumerate(tasks))])
        export(book, "summary", tmp_path / "a.pdf", options=OPTIONS)
        [begun] = [page for page in pages_of(tmp_path / "a.pdf") if any("theo thời hạn" in ink.text for ink in page.texts)]
        below = next(ink.bottom for ink in begun.texts if "theo thời hạn" in ink.text)
        assert len({ink.text for ink in begun.texts if ink.top > below and ink.text.startswith("Sở số")}) >= 3
