"""Words grow by half in another language: in the review, the panel and the comparison nothing is cut off then."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from core import proposals
from core.model import Finding, FindingKind, Proposal
from tests.ui.review_plan import stored
from ui import language, theme
from ui.dialogs.compare import CompareDialog
from ui.finding_words import ANSWERS, KINDS, answer_words, finding_words
from ui.pages.detail import DetailPanel
from ui.pages.review import ReviewPage
from ui.session import Session
from ui.settings import Settings


class Stretch(QTranslator):
    """Every text half as long again."""

    def translate(self, context: str, text: str, comment: str | None = None, n: int = -1) -> str:  # type: ignore[override]
        return text + "~" * (len(text) // 2)

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def stretched(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    theme.base_font(qapp)
    theme.apply(qapp, "light")
    translator = Stretch()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])
    qapp.setFont(before[2])


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    workspace, plan = stored(tmp_path / "thu.db")
    session = Session(workspace, settings=Settings(tmp_path / "s.ini"))
    session.open_plan(plan.id)
    yield session
    workspace.close()


def cut(host: QWidget) -> list[str]:
    """Buttons and lines that have less room than their words want."""
    found = []
    for widget in host.findChildren(QWidget):
        words = isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and not widget.wordWrap())
        if words and widget.isVisible() and widget.text() and widget.width() < widget.sizeHint().width() - 1:  # type: ignore[attr-defined]
            found.append(f"{widget.text()}: {widget.width()} < {widget.sizeHint().width()}")  # type: ignore[attr-defined]
        wraps = isinstance(widget, QLabel) and widget.wordWrap() and widget.isVisible()
        if wraps and widget.height() < widget.heightForWidth(widget.width()):
            found.append(f"{widget.text()}: {widget.height()} < {widget.heightForWidth(widget.width())}")
        if isinstance(widget, QTabBar) and widget.isVisible() and widget.width() < widget.sizeHint().width():
            found.append("tabs")
    return found


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    QTest.qWait(30)
    return widget


def test_the_review_on_a_small_laptop_with_the_panel_beside_it(qtbot: QtBot, stretched: None, session: Session) -> None:
    page = shown(qtbot, ReviewPage(session), 944, 660)
    assert isinstance(page, ReviewPage)
    assert page.queue.counter.text().endswith("~")
    assert cut(page) == []
    assert page.width() == 944  # the words did not push the window wider


def test_the_panel_at_its_least_width(qtbot: QtBot, stretched: None, session: Session) -> None:
    panel = DetailPanel(session)
    shown(qtbot, panel, 300, 900)
    assert session.book is not None
    for task in session.book.tasks:
        session.choose_task(task.id)
        QTest.qWait(10)
        assert cut(panel) == []
    assert panel.width() == 300


def test_the_comparison(qtbot: QtBot, stretched: None, session: Session) -> None:
    assert session.book is not None
    dialog = CompareDialog(session.book, session.book)
    shown(qtbot, dialog, dialog.width(), dialog.height())
    assert cut(dialog) == []


def test_findings_speak_the_language_of_the_window(qapp: QApplication) -> None:
    """In Vietnamese the reading's own sentence; in English the kind before it, and answers worded by what they do."""
    finding = Finding("f", "p", "t", FindingKind.NO_LEAD, "Không thấy cơ quan nào chủ trì nhiệm vụ này.")
    drop = Proposal("drop-agency", "Sở Y tế", "Bỏ Sở Y tế")
    assert finding_words(finding) == finding.message
    assert answer_words(drop) == "Bỏ Sở Y tế"
    assert language.use(qapp, "en")
    try:
        assert finding_words(finding) == f"No lead was found. {finding.message}"
        assert answer_words(drop) == "Take Sở Y tế out"
        assert answer_words(Proposal("of-tomorrow", "", "Nhãn")) == "Nhãn"
        for kind in FindingKind:
            assert finding_words(replace(finding, kind=kind)) != finding.message, kind
    finally:
        language.use(qapp, "vi")


def test_every_action_that_the_reading_proposes_has_words() -> None:
    root = Path(proposals.__file__).parent / "plan"
    source = "".join(p.read_text(encoding="utf-8") for p in root.glob("doubt*.py"))
    assert set(re.findall(r'Proposal\("([a-z-]+)"', source)) <= set(ANSWERS)
    assert set(KINDS) == set(FindingKind)


def test_what_was_done_is_said_with_a_verb_and_names_keep_their_letters() -> None:
    from core.delta import Delta
    from ui.words import done_words

    said = {name: done_words(Delta(name)) for name in ("Sở Y tế chủ trì", "UBND tỉnh phối hợp", "Đổi 12 ô", "Giữ nguyên 3 chỗ",
                                                       "Đã xem chỗ nghi ngờ", "Không phải nhiệm vụ", "Cập nhật theo bản mới")}
    assert list(said.values()) == ["Đã ghi: Sở Y tế chủ trì", "Đã ghi: UBND tỉnh phối hợp", "Đã đổi 12 ô", "Đã giữ nguyên 3 chỗ",
                                   "Đã xem chỗ nghi ngờ", "Đã bỏ: không phải nhiệm vụ", "Đã cập nhật theo bản mới"]
