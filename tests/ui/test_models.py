"""Every model of the window keeps Qt's rules, filled, filtered, changed and emptied; found by walking the program: none is left out."""
from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import ui
from tests.db.clerk import import_plan, store_at
from tests.ui.every_dialog import makers
from tests.ui.window_story import TODAY
from ui.models.lines import LinesModel
from ui.pages.matrix_picker import AgencyPicker
from ui.session import Session
from ui.settings import Settings
from ui.window import MainWindow
from ui.workspace import Workspace

Testers = dict[QAbstractItemModel, QAbstractItemModelTester]


def own_models() -> set[type]:
    """The models that the program defines, and no base class of theirs."""
    found: set[type] = set()
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        loaded = importlib.import_module(module.name)
        found |= {c for c in vars(loaded).values() if isinstance(c, type) and issubclass(c, QAbstractItemModel)
                  and c.__module__ == loaded.__name__ and not c.__name__.startswith("_")}
    return found


def watch(root: QWidget, testers: Testers) -> None:
    """Put a tester on the model of every view below ``root``, and on those that ``root`` owns."""
    models = {view.model() for view in root.findChildren(QAbstractItemView)} | set(root.findChildren(QAbstractItemModel))
    for model in models:
        if type(model) in own_models() and model not in testers:
            testers[model] = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def type_into_all(root: QWidget, words: str) -> None:
    for field in root.findChildren(QLineEdit):
        if field.isVisible() and field.isEnabled():
            field.setText(words)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    store = store_at(tmp_path / "a.db")
    plan = import_plan(store, 3, tasks=8)
    made = Session(Workspace(store), settings=Settings(tmp_path / "settings.ini"), today=lambda: TODAY)
    made.open_plan(plan.id)
    yield made
    store.close()


def test_every_model_keeps_the_rules(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    testers: Testers = {}
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    window.build_all()
    watch(window, testers)
    for page_id in window.specs:
        window.show_page(page_id)
        qtbot.wait(10)
        type_into_all(window.stack.currentWidget(), "dau tu")
        qtbot.wait(5)
        type_into_all(window.stack.currentWidget(), "")
    for name, make in makers(session, tmp_path, window, window.table.specs.values()).items():
        dialog = make()
        qtbot.addWidget(dialog)
        dialog.show()
        watch(dialog, testers)
        if name in ("ShortcutsDialog", "MergeDialog", "CommandPalette"):
            type_into_all(dialog, "nhap")
        for model in dialog.findChildren(LinesModel):
            model.tick_all(True)
        dialog.close()
    book = session.book
    assert book is not None
    picker = AgencyPicker("Chọn", book.agencies.values(), window, several=frozenset())
    watch(picker, testers)
    type_into_all(picker, "so")
    picker.field.setText("zzz")
    picker.close()
    while session.workspace.undo_name() not in (None, "Nhập kế hoạch"):
        session.undo()
    session.close_plan()
    assert {type(model) for model in testers} == own_models()
    window.close()
