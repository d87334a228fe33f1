"""Where a Word sheet breaks: LibreOffice lays the pages out, and no signature may stand on one of them without its last task."""
from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from core.sheets.checklist import checklist_bundle, checklist_sheets
from core.sheets.export import export, write
from core.sheets.layout import Bundle, Sheet
from core.sheets.options import Signer
from tests.core.sheets.test_formats import OPTIONS, book_of, pages_of
from tests.sheets.sample import LONG, sample_book

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNED = replace(OPTIONS, signer=Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Văn Mẫu"), recipients=("Như trên", "Lưu: VT, TH"))


def rows_of(path: Path) -> list[etree._Element]:
    """The rows of the last table with lines."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    table = [t for t in body.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblBorders") is not None][-1]
    return table.findall(f"{W}tr")


def grid_of(row: etree._Element) -> int:
    """How many columns of the grid the cells of a row stand over."""
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
    return sum(1 if span is None else int(span.get(f"{W}val")) for span in spans)


def kept(row: etree._Element) -> bool:
    """Whether every paragraph of the row asks to stay with the next one."""
    return all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p"))


@pytest.mark.parametrize(("kind", "words"), [("assignment", 0), ("matrix", 1), ("checklist", 0)])
def test_the_signature_stands_in_the_table_of_the_last_task(kind: str, words: int, tmp_path: Path) -> None:
    """``words``: texts between the table and those who sign, which are rows as well."""
    export(sample_book(), kind, tmp_path / "a.docx", agency="vh" if kind == "checklist" else None, options=SIGNED)
    rows = rows_of(tmp_path / "a.docx")
    assert len({grid_of(row) for row in rows}) == 1
    assert "Trần Văn Mẫu" in "".join(rows[-1].itertext())
    assert len(rows[-1].findall(f"{W}tc")) == 2
    assert all(kept(row) for row in rows[-2 - words:-1])
    lines = [[cell.find(f"{W}tcPr/{W}tcBorders/{W}{side}").get(f"{W}val") for side in ("left", "bottom", "right")]
             for cell in rows[-1].findall(f"{W}tc")]
    assert lines == [["nil"] * 3] * 2


def test_a_summary_with_a_chart_at_its_end_has_the_signature_behind_it(tmp_path: Path) -> None:
    export(sample_book(), "summary", tmp_path / "a.docx", options=SIGNED)
    assert "Trần Văn Mẫu" not in "".join(rows_of(tmp_path / "a.docx")[-1].itertext())
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert "Trần Văn Mẫu" in package.read("word/document.xml").decode()


@pytest.mark.parametrize("columns", [(), ("number", "task", "others"), ("task",), ("box", "task", "received")])
def test_the_sides_of_the_signature_find_their_place_under_any_columns(columns: tuple[str, ...], tmp_path: Path) -> None:
    from core.sheets.columns import columns_of
    from core.sheets.options import ColumnChoice

    choices = tuple(ColumnChoice(c.key, shown=not columns or c.key in columns) for c in columns_of("checklist"))
    export(sample_book(), "checklist", tmp_path / "a.docx", agency="vh", options=replace(OPTIONS, columns=choices))
    rows = rows_of(tmp_path / "a.docx")
    assert len({grid_of(row) for row in rows}) == 1
    left, right = (int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in rows[-1].findall(f"{W}tc"))
    assert 0.40 <= left / (left + right) <= 0.50


@pytest.mark.parametrize("agencies", [4, 14, 22, 40])
def test_a_chart_keeps_the_signature_on_its_page(agencies: int, tmp_path: Path) -> None:
    from core.book import Book
    from core.model import Agency, AgencyKind, Assignment, Plan, Role, Task

    records = [Agency(f"a{n}", f"Sở số {n}", kind=AgencyKind.PROVINCIAL, place=n + 1) for n in range(agencies)]
    book = Book(Plan("p", ""), [*records, *(Task(f"{n:016x}", "p", float(n), "Việc") for n in range(agencies)),
                                *(Assignment(f"{n:016x}", f"a{n}", Role.LEAD) for n in range(agencies))])
    export(book, "summary", tmp_path / "a.docx", options=SIGNED)
    made = pages_of(through_libreoffice(tmp_path / "a.docx"))
    said = [ink.text.strip() for ink in made[-1].texts]
    assert "Trần Văn Mẫu" in said
    assert f"Sở số {agencies - 1}" in said


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_chart_names_every_bar_however_long_the_names_are(ending: str, tmp_path: Path) -> None:
    from core.book import Book
    from core.model import Agency, AgencyKind, Assignment, Plan, Role, Task

    names = [f"Sở số {n}" if n % 3 else f"Ban Quản lý các khu kinh tế và công nghiệp số {n} của tỉnh" for n in range(24)]
    records = [Agency(f"a{n}", name, kind=AgencyKind.PROVINCIAL, place=n + 1) for n, name in enumerate(names)]
    book = Book(Plan("p", ""), [*records, *(Task(f"{n:016x}", "p", float(n), "Việc") for n in range(24)),
                                *(Assignment(f"{n:016x}", f"a{n}", Role.LEAD) for n in range(24))])
    export(book, "summary", tmp_path / f"a.{ending}", options=OPTIONS)
    last = pages_of(through_libreoffice(tmp_path / f"a.{ending}"))[-1]
    shown = [ink for ink in last.texts if ink.text.startswith(("Sở số", "Ban Quản lý"))]
    assert len(shown) == 24
    steps = [round(below.bottom - above.bottom, 1) for above, below in pairwise(sorted(shown, key=lambda ink: ink.top))]
    assert max(steps) - min(steps) <= 2  # each on one line


def test_upright_names_have_all_the_room_of_their_column(tmp_path: Path) -> None:
    export(sample_book(), "matrix", tmp_path / "a.docx", options=OPTIONS)
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        cells = package.read("word/document.xml").decode().split("<w:tc>")
    upright = [cell for cell in cells if 'w:textDirection w:val="btLr"' in cell]
    assert len(upright) > 5
    assert all('<w:spacing w:before="0" w:after="0"/>' in cell for cell in upright)


# ---------------------------------------------------------------- through LibreOffice


def through_libreoffice(source: Path) -> Path:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here to lay the pages out")
    profile = (source.parent / "profile").as_uri()
    subprocess.run(["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir",
                    str(source.parent / "made"), str(source)], check=True, capture_output=True, timeout=180)
    return source.parent / "made" / f"{source.stem}.pdf"


def many_sheets() -> list[Sheet]:
    """Checklists of 1 to 24 tasks, of one task of 60 to 420 words, alone and before or behind a short one: ends at every height of a
    page, and tasks that stand neither below the letter head nor above the signature as a whole."""
    books = [book_of(*(f"Bắt{n} {LONG if n % 3 else ''} hết{n}" for n in range(count))) for count in range(1, 25)]
    books += [book_of(" ".join(f"từ{n}" for n in range(words)) + " hết0") for words in range(60, 420, 18)]
    long = [" ".join(f"từ{n}" for n in range(words)) for words in range(150, 420, 40)]
    books += [book_of(*texts) for text in long for texts in ((text, "Cuối hết"), ("Bắt0", f"{text} hết"))]
    return [sheet for book in books for _, sheet in checklist_sheets(book, list(book.agencies.values()), OPTIONS)]


def test_in_libreoffice_no_signature_is_alone_and_no_letter_head_stays_behind(tmp_path: Path) -> None:
    sheets = many_sheets()
    book = book_of("x")
    bundle: Bundle = checklist_bundle(book, sheets, "")
    write(bundle, tmp_path / "a.docx", "docx")
    pages = [" ".join(ink.text.strip() for ink in page.texts) for page in pages_of(through_libreoffice(tmp_path / "a.docx"))]
    signed = [text for text in pages if "ĐƠN VỊ NHẬN NHIỆM VỤ" in text]
    assert len(signed) == len(sheets)
    for text in signed:
        assert "hết" in text[:text.index("ĐƠN VỊ GIAO")], text[:300]
    begun = [text for text in pages if "CỘNG HÒA" in text]
    assert len(begun) == len(sheets)
    assert all("Bắt0" in text or "từ0" in text for text in begun)
