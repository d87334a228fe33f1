"""The checklists of all agencies, written without the mouse: to the page, to the sheet, to the format, out."""
from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.e2e.keyboard import Clerk
from tests.ui.review_plan import stored
from ui import messages

SHEET = "checklist"


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path) -> Clerk:
    workspace, plan = stored(tmp_path / "co-quan.db")
    workspace.close()
    made = Clerk(qtbot, tmp_path / "co-quan.db", tmp_path / "s.ini")
    made.window.open_plan(plan.id)
    return made


def drawn(qtbot: QtBot, clerk: Clerk, sheets: int) -> None:
    """The pages follow the choices a moment later."""
    qtbot.waitUntil(lambda: clerk.export.up_to_date and len(clerk.export.view.titles) == sheets, timeout=20_000)


def test_all_checklists_leave_by_keyboard_alone(qtbot: QtBot, clerk: Clerk, tmp_path: Path) -> None:
    with messages.recorded() as said:
        # Ctrl+6 is the page; the keyboard is at the sheet, which a first letter chooses
        clerk.press("6", ctrl=True)
        page = clerk.export
        assert QApplication.focusWidget() is page.choices.sheet
        clerk.press("p", "p")
        assert page.choices.kind == SHEET
        everyone = len(page.choices.chosen_agencies())
        assert everyone > 3
        drawn(qtbot, clerk, everyone)

        # one agency less, by the space bar, and it is out of the pages that will be printed
        clerk.tab_to(lambda: page.choices.agency_list)
        clerk.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
        assert len(page.choices.chosen_agencies()) == everyone - 1
        drawn(qtbot, clerk, everyone - 1)

        # then all of them after all, each in a file of its own, as PDF
        clerk.press(Qt.Key.Key_Space)
        clerk.tab_to(lambda: page.choices.bundle)
        assert page.choices.bundle.currentData() == "folder"
        clerk.tab_to(lambda: page.format)
        clerk.press("P")
        assert page.format.currentData() == "pdf"
        drawn(qtbot, clerk, everyone)
        with patch.object(QFileDialog, "getExistingDirectory", return_value=str(tmp_path)), \
                qtbot.waitSignal(page.written, timeout=20_000) as written:
            clerk.press("s", ctrl=True)
        made = written.args[0]
        assert len(made) == everyone
        assert all(path.suffix == ".pdf" and path.stat().st_size > 1000 for path in made)
        assert f"{everyone} tệp" in said.notices[-1].text

        # what was written is a Tab away
        clerk.tab_to(lambda: page.desk.open_folder)
    clerk.goes_home()
