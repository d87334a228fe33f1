"""Every dialog opens in both languages, and with every text stretched by a half nothing is cut off."""
from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QMessageBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import ui.dialogs
from core.model import Agency, Draft, DraftTask, Mention, Note, Paragraph, Plan, PlanInfo, PlanText, Repair, Role, Span
from tests.ui.window_story import open_window, stored_plan
from ui import language, messages
from ui.actions import ActionSpec
from ui.dialogs.base import Dialog
from ui.importing import Imported


class Stretched(QTranslator):
    """Every text half as long again: what another language may need."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context.startswith("Q") or not source:
            return ""
        extra = " ".join(["xửa"] * (len(source) // 8 + 1))
        return f"{source} {extra}"[:max(len(source) + 3, round(len(source) * 1.5))]


@pytest.fixture(params=["vi", "en", "stretched"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    name = str(request.param)
    stretched = Stretched()
    if name == "stretched":
        qapp.installTranslator(stretched)
    else:
        assert language.use(qapp, name)
    yield name
    qapp.removeTranslator(stretched)
    language.use(qapp, "vi")


def imported(count: int = 1) -> list[Imported]:
    text = PlanText("Nhiệm vụ", (Paragraph(Span(0, 8)),), "docx", 12, (Note("1", "chú thích"),),
                    (Repair("tcvn3", 3, "Đã chuyển 3 đoạn từ bảng mã TCVN3 sang Unicode."),))
    task = DraftTask(("1",), "Nhiệm vụ", Span(0, 8), leads=(Mention("Sở Y tế", Role.LEAD),))
    draft = Draft(PlanInfo("12/KH-UBND"), "Nhiệm vụ", (task,))
    plan = Plan("p", "Kế hoạch chuyển đổi số năm 2025 trên địa bàn tỉnh", "12/KH-UBND")
    found = [Imported(f"Kế hoạch {n}.docx", plan, text, draft) for n in range(count)]
    return [*found, Imported("hỏng.docx", problem="Không đọc được tệp “hỏng.docx”. Hãy mở bằng Word rồi lưu lại.")]


def specs() -> list[ActionSpec]:
    return [ActionSpec("a.b", "&Nhập kế hoạch…", "Tệp", lambda: None, "Ctrl+O"), ActionSpec("a.c", "Thoát", "Tệp", lambda: None)]


def make(name: str) -> QDialog:
    """A dialog of each class of ui/dialogs, filled with something."""
    from ui.dialogs.about import AboutDialog
    from ui.dialogs.imported import ImportDialog
    from ui.dialogs.merge import MergeDialog
    from ui.dialogs.plan_info import PlanInfoDialog
    from ui.dialogs.settings import SettingsDialog
    from ui.dialogs.shortcuts import ShortcutsDialog
    from ui.settings import Settings

    plan = Plan("p", "Kế hoạch", "12/KH-UBND", date(2025, 3, 5), "UBND tỉnh An Lạc")
    makers: dict[str, Callable[[], QDialog]] = {
        "AboutDialog": lambda: AboutDialog(Path("C:/Users/chi/AppData/Local/phancong/phancong.db")),
        "ImportDialog": lambda: ImportDialog(imported(2)),
        "MergeDialog": lambda: MergeDialog(Agency("a", "Sở Y tế"), [Agency("b", "Sở Nội vụ")]),
        "PlanInfoDialog": lambda: PlanInfoDialog(plan),
        "SettingsDialog": lambda: SettingsDialog(Settings()),
        "ShortcutsDialog": lambda: ShortcutsDialog(specs(), lambda page: page),
    }
    return makers[name]()


OURS = ("AboutDialog", "ImportDialog", "MergeDialog", "PlanInfoDialog", "SettingsDialog", "ShortcutsDialog")


def cut_off(root: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit into them."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
            if widget.wordWrap():
                fits = widget.heightForWidth(widget.width()) <= widget.height() + 1
            else:
                fits = widget.sizeHint().width() <= widget.width() + 1
        elif isinstance(widget, QAbstractButton | QComboBox) and not isinstance(widget, QToolButton):
            fits = widget.sizeHint().width() <= widget.width() + 1
        else:
            continue
        if not fits:
            words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()  # type: ignore[union-attr]
            found.append(f"{type(widget).__name__} “{words}” {widget.size().toTuple()} wants {widget.sizeHint().toTuple()}")
    return found


@pytest.mark.parametrize("name", OURS)
def test_dialogs_open_and_nothing_is_cut_off(qtbot: QtBot, tongue: str, name: str) -> None:
    dialog = make(name)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.windowTitle()
    assert cut_off(dialog) == []
    assert dialog.width() <= 1366 - 40, "wider than the smallest screen"
    assert dialog.height() <= 768 - 60


@pytest.mark.parametrize("name", OURS)
def test_controls_of_dialogs_have_names(qtbot: QtBot, name: str) -> None:
    dialog = make(name)
    qtbot.addWidget(dialog)
    assert nameless(dialog) == []


def test_a_message_box_names_its_answers(qtbot: QtBot, tongue: str) -> None:
    box = messages.message_box(None, QMessageBox.Icon.Question, "Xoá “Kế hoạch”?", "Có thể hoàn tác.", ("Xoá", "Giữ lại"))
    qtbot.addWidget(box)
    box.show()
    assert [b.text() for b in box.buttons()] == ["Xoá", "Giữ lại"]
    assert box.defaultButton().text() == "Xoá"
    assert box.escapeButton().text() == "Giữ lại"
    assert cut_off(box) == []


def test_every_dialog_class_is_tried() -> None:
    """A dialog that is not tried here must be tried in another file of tests; none may be forgotten."""
    others = "".join(p.read_text(encoding="utf-8") for p in Path(__file__).parent.glob("test_*.py") if p.name != Path(__file__).name)
    classes = set()
    for module in pkgutil.iter_modules(ui.dialogs.__path__):
        loaded = importlib.import_module(f"ui.dialogs.{module.name}")
        own = (c for c in vars(loaded).values() if isinstance(c, type) and c.__module__ == loaded.__name__)
        classes |= {c.__name__ for c in own if issubclass(c, QDialog)}
    bases = {Dialog.__name__, "ListingDialog"}
    assert {name for name in classes - bases - set(OURS) if name not in others} == set()
    assert set(OURS) <= classes


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
def test_nothing_is_cut_off_on_the_pages(qtbot: QtBot, tmp_path: Path, tongue: str, filled: bool) -> None:
    window = open_window(qtbot, tmp_path, stored_plan if filled else None)
    for page_id in ("plans", "agencies", "search"):
        window.show_page(page_id)
        qtbot.wait(20)
        assert cut_off(window.stack.currentWidget()) == []
    window.show_page("matrix")
    qtbot.wait(20)
    assert cut_off(window.stack.currentWidget()) == []
    assert cut_off(window.rail) == []
