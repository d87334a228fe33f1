"""A clerk who presses everything in any order: page, book and database still say the same, and undo leads back to the first word."""
from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.book import Book
from core.delta import key_of
from core.model import Agency, Finding, Membership, Record, Span
from tests.ui.review_hands import put_caret, select
from tests.ui.review_plan import stored
from ui import messages
from ui.pages.detail import DetailPanel
from ui.pages.review import ReviewPage
from ui.session import Session
from ui.settings import Settings


def own(book: Book) -> dict[object, Record]:
    """Everything but the directory, which no undo has to empty again."""
    return {key_of(r): r for r in book.records() if not isinstance(r, Agency | Membership)}


def step(page: ReviewPage, dice: Random) -> None:
    book = page.book
    assert book is not None
    length = len(book.text)
    start = dice.randrange(length)
    actions = [
        page.accept, lambda: page.queue.choose(dice.randint(1, 4)), page.answers.keep_all, lambda: page.step(dice.choice((-1, 1))),
        lambda: (put_caret(page, start), page.edits.split()), page.edits.merge, page.edits.not_task,
        lambda: (select(page, Span(start, min(length, start + dice.randint(1, 60)))),
                 dice.choice((page.edits.add_task, page.edits.add_lead, page.edits.add_coop, page.edits.add_deadline))()),
        lambda: book.tasks and page.session.choose_task(dice.choice(book.tasks).id),
        lambda: page.answers.name([dice.choice(("Sở Mới", "Sở Nội vụ", "Sở Tài chính"))], dice.choice(([], ["Sở Khác"])),
                                  sure=dice.choice((None, True))),
        lambda: page.session.workspace.undo_name() == "Nhập kế hoạch" or page.session.undo(), page.session.redo, page.reopen,
        page.hide, page.show,
    ]
    dice.choice(actions)()


def check(page: ReviewPage, panel: DetailPanel) -> None:
    book = page.book
    assert book is not None
    assert own(page.session.workspace.book(book.plan.id)) == own(book)
    if not page.isVisible():
        return
    assert [page.tasks.id_at(n) for n in range(page.tasks.rowCount())] == [t.id for t in book.tasks]
    shown = [page.findings.index(n).data() for n in range(page.findings.rowCount())]
    assert shown == [f.message for f in book.open_findings()]
    if page.session.task_id is not None and book.has_task(page.session.task_id):
        row = page.tasks.row_of(page.session.task_id)
        assert page.lists.tasks.currentIndex().row() == row
        assert panel.title.text() == f"Nhiệm vụ {row + 1} / {len(book.tasks)}"
    finding = page.at_hand()
    if finding is not None:
        assert isinstance(finding, Finding)
        # what Enter answers is what the person sees: the strip never asks about another task than the chosen one
        assert finding.task in (None, page.session.task_id)
    for row in range(page.tasks.rowCount()):
        card, task = page.tasks.card(row), book.tasks[row]
        assert card.number == row + 1
        assert card.text == " ".join(task.text.split())


@pytest.mark.parametrize("seed", range(8))
def test_any_order_of_keys_keeps_page_book_and_database_together(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    dice = Random(seed)
    workspace, plan = stored(tmp_path / "thu.db")
    session = Session(workspace, settings=Settings(tmp_path / "s.ini"))
    page, panel = ReviewPage(session), DetailPanel(session)
    for widget in (page, panel):
        qtbot.addWidget(widget)
        widget.resize(900, 600)
        widget.show()
    session.open_plan(plan.id)
    assert page.book is not None
    first = own(page.book)
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in (page.tasks, page.findings)]
    with messages.recorded() as said:
        for _ in range(70):
            said.answers = [dice.randint(0, 1)]
            step(page, dice)
            check(page, panel)
        while (name := workspace.undo_name()) is not None and name != "Nhập kế hoạch":
            session.undo()
    page.show()
    check(page, panel)
    assert page.book is not None
    assert own(page.book) == first
    assert said.errors == []
    del testers
    workspace.close()
