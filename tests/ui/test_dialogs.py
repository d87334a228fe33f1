"""Every dialog opens in both languages, and with every text stretched by a half nothing is cut off."""
from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import ui
from tests.db.clerk import import_plan, store_at
from tests.ui.every_dialog import QUESTION, Maker, makers
from tests.ui.window_story import TODAY, open_window, stored_plan
from ui import language, theme
from ui.dialogs.base import Dialog
from ui.dialogs.message import MessageDialog
from ui.session import Session
from ui.settings import Settings
from ui.workspace import Workspace


class Stretched(QTranslator):
    """Every text half as long again: what another language may need."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context.startswith("Q") or not source:
            return ""
        extra = " ".join(["xửa"] * (len(source) // 8 + 1))
        return f"{source} {extra}"[:max(len(source) + 3, round(len(source) * 1.5))]


@pytest.fixture(autouse=True)
def dress(qapp: QApplication) -> Iterator[None]:
    """The program's own letters and sheet, whatever ran before; afterwards all is as it was."""
    font, sheet, palette = qapp.font(), qapp.styleSheet(), qapp.palette()
    theme.base_font(qapp)
    theme.apply(qapp)
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


def larger(app: QApplication, points: float) -> None:
    font = app.font()
    font.setPointSizeF(points)
    app.setFont(font)
    theme.apply(app)


TONGUES = ("vi", "en", "stretched", "stretched-13pt")


@pytest.fixture(params=TONGUES)
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The two languages, a longer one, and a longer one in the larger letters that a person may have set for all programs."""
    name = str(request.param)
    stretched = Stretched()
    if name.startswith("stretched"):
        qapp.installTranslator(stretched)
    else:
        assert language.use(qapp, name)
    if name.endswith("-13pt"):
        larger(qapp, 13.0)
    yield name
    qapp.removeTranslator(stretched)
    language.use(qapp, "vi")


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[dict[str, Maker]]:
    """All dialogs over a store with an open plan of eight tasks."""
    store = store_at(tmp_path / "a.db")
    plan = import_plan(store, 3, tasks=8)
    session = Session(Workspace(store), settings=Settings(tmp_path / "settings.ini"), today=lambda: TODAY)
    session.open_plan(plan.id)
    over = QWidget()
    over.resize(911, 512)
    qtbot.addWidget(over)
    yield makers(session, tmp_path, over)
    store.close()


OURS = ("AboutDialog", "BackupDialog", "CommandPalette", "CompareDialog", "DayDialog", "GiveDialog", "HistoryDialog",
        "ImportDialog", "MergeDialog", "MessageDialog", "PersonDialog", "PlanInfoDialog", "ReadingDialog", "SettingsDialog",
        "ShortcutsDialog", "TakeDialog", "TakeOverDialog", "ViewNameDialog")
USUAL = (1366, 700)
SMALLEST = (911 - 20, 512 - 60)  # what 1366 × 768 leaves at 150 %, less the frame and the task bar


def cut_off(root: QWidget) -> list[str]:
    """Words that do not fit into their labels, buttons, fields, tabs and heads of columns."""
    found = []
    for widget in root.findChildren(QWidget):
        ours = not isinstance(widget, QToolButton) or bool(widget.text())
        inner = widget.objectName().startswith("qt_") and "msgbox" not in widget.objectName()
        if widget.isVisible() and ours and not inner:
            found += [f"{type(widget).__name__} “{words}” wants {wants}, has {has}"
                      for words, wants, has in wanted(widget) if wants > has + 1]
    return found


def wanted(widget: QWidget) -> Iterator[tuple[str, int, int]]:
    """(words, pixels they need, pixels they have) of a widget that shows words."""
    if isinstance(widget, QLabel):
        if widget.text() and widget.pixmap().isNull():
            wraps = widget.wordWrap()
            yield (widget.text(), widget.heightForWidth(widget.width()), widget.height()) if wraps else (
                widget.text(), widget.sizeHint().width(), widget.width())
            if wraps:  # a single word wider than the label would be cut too
                longest = max(widget.text().split(), key=len)
                yield longest, widget.fontMetrics().horizontalAdvance(longest), widget.width()
    elif isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget)
        yield widget.currentText(), widget.fontMetrics().horizontalAdvance(widget.currentText()), field.width()
    elif isinstance(widget, QAbstractButton):
        yield widget.text(), widget.sizeHint().width(), widget.width()
    elif isinstance(widget, QTabBar):
        for n in range(widget.count()):
            yield widget.tabText(n), widget.tabSizeHint(n).width(), widget.tabRect(n).width()
        yield "…", widget.sizeHint().width(), widget.width()
    elif isinstance(widget, QLineEdit):
        shown = widget.contentsRect().width() - widget.textMargins().left() - widget.textMargins().right() - 6
        yield widget.placeholderText(), widget.fontMetrics().horizontalAdvance(widget.placeholderText()), shown
    elif isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal and type(widget) is QHeaderView:
        for n in range(widget.count()):
            words = str(widget.model().headerData(n, Qt.Orientation.Horizontal) or "")
            if words and not widget.isSectionHidden(n):
                yield words, widget.fontMetrics().horizontalAdvance(words) + 8, widget.sectionSize(n)


def test_the_measure_sees_what_is_cut_off(qtbot: QtBot) -> None:
    """A label, a button, a tab, a field and a head that are too narrow are all found."""
    root = QWidget()
    qtbot.addWidget(root)
    long = "Cơ quan chủ trì, phối hợp thực hiện nhiệm vụ"
    table = QTableWidget(1, 1, root)
    table.setHorizontalHeaderLabels([long])
    tabs = QTabBar(root)
    tabs.addTab(long)
    made = [QLabel(long, root), QLabel(long, root, wordWrap=True), QPushButton(long, root), QLineEdit(root, placeholderText=long),
            tabs, table]
    for n, widget in enumerate(made):
        widget.setGeometry(0, 40 * n, 60, 16)
    root.show()
    kinds = {line.split()[0] for line in cut_off(root)}
    assert kinds == {"QLabel", "QPushButton", "QLineEdit", "QTabBar", "QHeaderView"}
    assert len([line for line in cut_off(root) if line.startswith("QLabel")]) >= 2


@pytest.mark.parametrize("name", OURS)
def test_dialogs_open_and_nothing_is_cut_off(qtbot: QtBot, made: dict[str, Maker], tongue: str, name: str) -> None:
    dialog = made[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.windowTitle()
    assert cut_off(dialog) == []
    dialog.resize(min(dialog.width(), SMALLEST[0]), min(dialog.height(), SMALLEST[1]))
    qtbot.wait(1)
    assert dialog.width() <= SMALLEST[0], "wider than the smallest screen"
    assert dialog.height() <= SMALLEST[1], "higher than the smallest screen"
    assert cut_off(dialog) == []


@pytest.mark.parametrize("name", OURS)
def test_controls_of_dialogs_have_names(qtbot: QtBot, made: dict[str, Maker], name: str) -> None:
    dialog = made[name]()
    qtbot.addWidget(dialog)
    assert nameless(dialog) == []


def test_a_message_names_its_answers(qtbot: QtBot) -> None:
    box = MessageDialog("question", "Xoá “Kế hoạch”?", "Có thể hoàn tác.", ("Xoá", "Giữ lại"))
    qtbot.addWidget(box)
    box.show()
    assert [b.text() for b in box.answers] == ["Xoá", "Giữ lại"]
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.answer, box.isVisible()) == (1, False)
    box.show()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.answer, box.isVisible()) == (0, False)
    safe = MessageDialog("question", "Còn 3 chỗ.", "", ("Xem tiếp", "Vẫn chấp nhận"), escape=0)
    qtbot.addWidget(safe)
    safe.show()
    QTest.keyClick(safe, Qt.Key.Key_Escape)
    assert safe.answer == 0


def test_a_long_question_is_whole(qtbot: QtBot, tongue: str) -> None:
    """Seen on a screen: "Gộp “Bảo tàng tỉnh” vào “Sở Văn hóa, Thể tha" and no more."""
    for times in (1, 4):
        box = MessageDialog("warning", " ".join([QUESTION] * times), "1 phân công chuyển sang.", ("Gộp", "Huỷ"), details="Traceback")
        qtbot.addWidget(box)
        box.show()
        qtbot.waitExposed(box)
        assert cut_off(box) == []
        assert box.width() <= SMALLEST[0]
        fold = next(b for b in box.findChildren(QPushButton) if b.isCheckable())
        fold.click()
        qtbot.wait(1)
        assert cut_off(box) == []
        assert box.findChild(QPlainTextEdit).isVisible()


def test_every_dialog_class_is_tried(made: dict[str, Maker]) -> None:
    """Every QDialog of the window's own has a maker, so that it is opened, measured and pictured."""
    classes = set()
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        loaded = importlib.import_module(module.name)
        own = (c for c in vars(loaded).values() if isinstance(c, type) and c.__module__ == loaded.__name__)
        classes |= {c.__name__ for c in own if issubclass(c, QDialog)}
    assert classes - {Dialog.__name__, "ListingDialog"} == set(OURS)
    assert list(made) == list(OURS)


INPUTS = ("QLineEdit", "QComboBox", "QPlainTextEdit", "QTextEdit", "QSpinBox", "QDateEdit", "QListView", "QTableView", "QTreeView",
          "QSlider", "QTextBrowser")


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader could not name: no accessible name, no words of their own, no tooltip."""
    found = []
    for widget in root.findChildren(QWidget):
        kinds = {c.__name__ for c in type(widget).__mro__}
        inside = any({c.__name__ for c in type(p).__mro__} & {"QComboBox", "QAbstractSpinBox", "QLineEdit"} for p in parents(widget))
        if inside or widget.objectName().startswith("qt_") or widget.inherits("QTableCornerButton"):
            continue
        if kinds & set(INPUTS) and not widget.accessibleName():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
        if isinstance(widget, QAbstractButton) and not (widget.accessibleName() or widget.text() or widget.toolTip()):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def parents(widget: QWidget) -> Iterator[QWidget]:
    here = widget.parentWidget()
    while here is not None:
        yield here
        here = here.parentWidget()


def test_every_control_of_the_window_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path, stored_plan)
    window.open_plan("plan1")
    window.build_all()
    for page_id in window.specs:
        window.show_page(page_id)
    assert nameless(window) == []



@pytest.mark.parametrize("filled", [True, False], ids=["filled", "empty"])
@pytest.mark.parametrize(("tongue", "size"), [(t, s) for t in TONGUES for s in (SMALLEST, USUAL) if "13pt" not in t or s == USUAL],
                         indirect=["tongue"])
def test_nothing_is_cut_off_on_the_pages(qtbot: QtBot, tmp_path: Path, tongue: str, filled: bool, size: tuple[int, int]) -> None:
    window = open_window(qtbot, tmp_path, stored_plan if filled else None)
    window.resize(*size)
    if filled:
        window.open_plan("plan1")
    for page_id in window.specs:
        window.show_page(page_id)
        qtbot.wait(20)
        assert cut_off(window.stack.currentWidget()) == [], page_id
    assert cut_off(window.rail) == []
