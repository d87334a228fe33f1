"""The plan's text as a document: every character keeps its place, whatever the text, in paragraphs and in tables."""
from __future__ import annotations

from statistics import median
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF, QTextCursor, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.agencies import Directory
from core.book import Book
from core.edits import store_draft
from core.model import CellPlace, Draft, DraftTask, Mention, Note, Paragraph, PlanInfo, PlanText, Role, Span
from tests.ui.review_plan import LINES, TABLE, plan_text, span
from ui.pages.review_bands import Bands
from ui.pages.review_document import GUTTER, PlanDocument, plain_text
from ui.pages.review_source import SourceView

ALLOWED = st.text(st.sampled_from("aăâđôư AB12.,-–\t\u00a0𝐀😀\u2028"), max_size=12)


def build(texts: list[str], cells: dict[int, CellPlace] | None = None) -> PlanText:
    at, paragraphs = 0, []
    for n, text in enumerate(texts):
        paragraphs.append(Paragraph(Span(at, at + len(text)), cell=(cells or {}).get(n)))
        at += len(text) + 1
    return PlanText("\n".join(texts), tuple(paragraphs))


def laid(text: PlanText) -> PlanDocument:
    document = PlanDocument(text, QFont())
    while not document.build():
        pass
    return document


def words_at(document: PlanDocument, place: Span) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(document.position(place.start))
    cursor.setPosition(document.position(place.end), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def check(text: PlanText) -> None:
    document = laid(text)
    for paragraph in text.paragraphs:
        assert words_at(document, paragraph.span) == paragraph.span.of(text.text)
        for offset in range(paragraph.span.start, paragraph.span.end + 1):
            assert document.offset(document.position(offset)) == offset


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ALLOWED, min_size=1, max_size=8))
def test_every_character_of_any_text_keeps_its_place(qapp: object, texts: list[str]) -> None:
    check(build(texts))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ALLOWED, max_size=2), st.lists(st.lists(ALLOWED, min_size=3, max_size=3), min_size=1, max_size=50),
       st.lists(ALLOWED, max_size=2))
def test_every_character_of_a_table_keeps_its_place(qapp: object, before: list[str], rows: list[list[str]], after: list[str]) -> None:
    texts = [*before, *(cell for row in rows for cell in row), *after]
    check(build(texts, {len(before) + n: CellPlace(0, n // 3, n % 3) for n in range(3 * len(rows))}))


def test_merged_cells_and_two_paragraphs_in_one_cell(qapp: object) -> None:
    texts = ["Trước", "TT", "I. Nhóm việc", "1", "việc một", "dòng hai", "Sở A", "Sau"]
    cells = {1: CellPlace(0, 0, 0), 2: CellPlace(0, 0, 1, 1, 2), 3: CellPlace(0, 1, 0), 4: CellPlace(0, 1, 1), 5: CellPlace(0, 1, 1),
             6: CellPlace(0, 1, 2)}
    text = build(texts, cells)
    check(text)
    document = laid(text)
    cursor = QTextCursor(document)
    cursor.setPosition(document.position(text.paragraphs[2].span.start))
    table = cursor.currentTable()
    assert isinstance(table, QTextTable)
    assert table.cellAt(cursor).columnSpan() == 2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(1, 3), st.integers(1, 3)), min_size=1, max_size=10),
       st.booleans())
def test_no_table_however_odd_breaks_the_page(qapp: object, places: list[tuple[int, int, int, int]], ordered: bool) -> None:
    places = sorted(places) if ordered else places
    text = build([f"ô {n}" for n in range(len(places))], {n: CellPlace(0, *place) for n, place in enumerate(places)})
    document = laid(text)
    for paragraph in text.paragraphs:
        assert paragraph.span.of(text.text) in document.toPlainText()


def test_a_long_table_is_laid_in_pieces_that_look_the_same(qapp: object) -> None:
    rows = 130
    text = build([w for n in range(rows) for w in (str(n), "việc " * 9)], {n: CellPlace(0, n // 2, n % 2) for n in range(2 * rows)})
    document = laid(text)
    tables = [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    assert sum(t.rows() for t in tables) == rows
    assert len({str([c.rawValue() for c in t.format().columnWidthConstraints()]) for t in tables}) == 1


def test_narrow_columns_keep_their_longest_word_at_any_width(qapp: object) -> None:
    rows = [["STT", "Nhiệm vụ", "Thời gian"], ["1", "việc " * 40, "Thường xuyên"]]
    document = laid(build([w for row in rows for w in row], {n: CellPlace(0, n // 3, n % 3) for n in range(6)}))
    table = next(f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable))
    need = QFontMetricsF(document.defaultFont()).horizontalAdvance("Thường")
    for width in (900, 420):
        document.fit(width)
        shares = [c.rawValue() for c in table.format().columnWidthConstraints()]
        assert sum(shares) == pytest.approx(100)
        assert shares[2] * width / 100 > need
        assert shares[1] > shares[0]


def test_what_would_break_a_line_in_qt_does_not(qapp: object) -> None:
    text = build(["một\u2029hai\x0bba\x0cbốn\ufdd0năm"])
    document = laid(text)
    assert document.blockCount() == 1
    assert document.offset(document.position(9)) == 9


def test_headings_are_bold_and_bullets_hang(qapp: object) -> None:
    document = laid(plan_text())
    first = document.firstBlock()
    assert first.begin().fragment().charFormat().fontWeight() == QFont.Weight.Bold
    bullet = document.findBlock(document.position(span("Lập dự toán").start))
    assert bullet.blockFormat().textIndent() < 0 < bullet.blockFormat().leftMargin()
    assert document.rootFrame().childFrames()[0].rows() == len(TABLE)  # type: ignore[attr-defined]


def test_the_bare_text_of_a_book_will_do(qapp: object) -> None:
    check(plain_text("\n".join(LINES)))
    check(plain_text(""))


# ---------------------------------------------------------------- a large plan


def large(count: int) -> tuple[Book, PlanText]:
    words = "- Nhiệm vụ thứ {}: rà soát hồ sơ, Sở số {} tổ chức triển khai các nội dung được giao trong năm và báo cáo."
    texts = [words.format(n, n % 60) for n in range(count)]
    text = build(texts)
    tasks = []
    for n, paragraph in enumerate(text.paragraphs):
        name = f"Sở số {n % 60}"
        at = paragraph.span.start + texts[n].index(name)
        tasks.append(DraftTask(("I",), texts[n][2:], Span(paragraph.span.start + 2, paragraph.span.end),
                               leads=(Mention(name, Role.LEAD, Span(at, at + len(name))),)))
    plan, delta = store_draft(Draft(PlanInfo(), text.text, tuple(tasks)), Directory(), imported="2025-01-01T00:00:00")
    return Book(plan, (c.after for c in delta.changes if c.after is not None), text.text), text


@pytest.fixture(scope="module")
def big() -> tuple[Book, PlanText]:
    return large(2000)


def test_a_large_text_is_laid_in_short_turns_and_found_at_its_end(qtbot: QtBot, big: tuple[Book, PlanText]) -> None:
    view = SourceView()
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.show()
    book, text = big
    view.set_plan(book, text)
    assert view._plan is not None
    assert not view._plan.complete  # the first screen stands, the rest comes in the pauses
    last = book.tasks[-1]
    view.show_task(last.id)
    qtbot.waitUntil(lambda: view._plan is not None and view._plan.complete, timeout=20_000)
    assert last.span is not None
    qtbot.waitUntil(lambda: view._visible().start <= last.span.start <= view._visible().end, timeout=2000)  # type: ignore[union-attr]


def test_marks_are_made_only_for_what_is_in_sight(qtbot: QtBot, big: tuple[Book, PlanText]) -> None:
    view = SourceView()
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.show()
    book, text = big
    view.set_plan(book, text)
    document = view.document()
    qtbot.waitUntil(lambda: view._plan is not None and view._plan.complete, timeout=20_000)
    steps = []
    for row in range(0, 2000, 150):
        start = process_time()
        view.show_task(book.tasks[row].id)
        QTest.qWait(0)
        steps.append(process_time() - start)
        assert len(view.extraSelections()) < 60
    assert view.document() is document  # the text is never built again
    assert median(steps) < 0.05


def test_bands_find_what_lies_at_a_place(big: tuple[Book, PlanText]) -> None:
    bands = Bands(big[0])
    for band in bands.all[::137]:
        assert bands.at(band.span.start + 3) == band
        assert band in bands.between(band.span.start, band.span.end)
        assert len(bands.between(band.span.start, band.span.end)) <= 3
    assert bands.at(10**9) is None
    assert Bands(None).all == []


def test_footnotes_stand_under_their_paragraph_and_every_place_still_holds() -> None:
    text = build(["Sở Y tế chủ trì đề án", "Ô một", "Ô hai", "Sở Nội vụ phối hợp"], {1: CellPlace(0, 0, 0), 2: CellPlace(0, 0, 1)})
    places = [text.text.index("Y tế") + 4, text.text.index("hai") + 3, len(text.text)]
    notes = (*(Note(str(n), f"lời {n}", place) for n, place in enumerate(places, 1)), Note("4", "không rõ chỗ"))
    noted = PlanText(text.text, text.paragraphs, notes=notes)
    check(noted)
    document = laid(noted)
    blocks = [document.begin()]
    while blocks[-1].next().isValid():
        blocks.append(blocks[-1].next())
    shown = [b.text() for b in blocks if b.text()]
    assert shown == ["Sở Y tế chủ trì đề án", "Chú thích 1 (sau “Sở Y tế”): lời 1", "Ô một", "Ô hai", "Chú thích 2 (sau “Ô hai”): lời 2",
                     "Sở Nội vụ phối hợp", "Chú thích 3 (sau “vụ phối hợp”): lời 3"]
    inside = blocks[1].position() + 4  # a click into a note is a click at the end of its paragraph
    assert document.offset(inside) == text.paragraphs[0].span.end


def test_lines_keep_a_comfortable_length_in_a_wide_window(qapp: QApplication) -> None:
    """At 1920 px the text ran over the whole width, 135 letters a line."""
    words = "Chủ trì, phối hợp với các sở, ban, ngành liên quan tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch. " * 6
    made = PlanDocument(plain_text(words), qapp.font(), width=1010)
    made.build(budget=1.0)

    def letters() -> int:
        made.setTextWidth(made._width)
        layout = made.firstBlock().layout()
        made.documentLayout().blockBoundingRect(made.firstBlock())
        return max(layout.lineAt(n).textLength() for n in range(layout.lineCount()))

    assert 84 <= letters() <= 100
    left = made.aside
    assert left > 50
    assert made.rootFrame().frameFormat().leftMargin() == GUTTER + left
    made.fit(560)  # 1366 px: all of the width, as before
    assert made.aside == 0
    assert letters() < 90
    made.fit(1400)
    assert made.aside > left
    assert 84 <= letters() <= 100


def test_a_table_of_many_columns_goes_on_into_the_margin(qapp: QApplication) -> None:
    """Its left edge stays with the text, for the numbers of the tasks stand there."""
    for columns, wider in ((6, True), (3, False)):
        cells = {n: CellPlace(0, 0, n) for n in range(columns)}
        made = PlanDocument(build(["Sở Nội vụ chủ trì"] * columns + ["Một câu ở dưới"], cells), qapp.font(), width=1400)
        made.build(budget=1.0)
        made.setTextWidth(1400)
        table = next(f for f in made.rootFrame().childFrames() if isinstance(f, QTextTable))
        box = made.documentLayout().frameBoundingRect(table)
        line = made.documentLayout().blockBoundingRect(made.lastBlock())
        assert abs(box.left() - line.left()) < 8
        assert (box.right() > line.right() + made.aside / 2) is wider
        assert box.right() <= 1400
