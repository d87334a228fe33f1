"""The window under a clerk's hands: importing, going about, undo, what is remembered."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import edits
from core.model import Role
from tests.ui.window_story import PLAN_TEXT, import_and_wait, open_window, stored_plan, write_plan
from ui import messages
from ui.dialogs.imported import ImportDialog
from ui.messages import Recorder
from ui.session import Session
from ui.settings import Settings
from ui.view_only import ViewOnlyStrip
from ui.window import MainWindow


@pytest.fixture(autouse=True)
def summaries(monkeypatch: pytest.MonkeyPatch) -> list[ImportDialog]:
    """The summary after an import is kept, and answered with "Rà soát ngay"."""
    kept: list[ImportDialog] = []
    monkeypatch.setattr(ImportDialog, "exec", lambda self: kept.append(self) or 1)
    return kept


def words_in(dialog: ImportDialog) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


# ---------------------------------------------------------------- bringing plans in


def test_the_first_page_says_what_to_do(empty_window: MainWindow) -> None:
    page = empty_window.pages["plans"]
    buttons = [b.text() for b in page._welcome.buttons]  # type: ignore[attr-defined]
    assert buttons == ["Nhập kế hoạch…", "Dán văn bản", "Xem kế hoạch mẫu"]
    assert page._welcome.isVisible()  # type: ignore[attr-defined]


def test_a_plan_is_imported_and_its_review_opens(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path,
                                                 summaries: list[ImportDialog]) -> None:
    import_and_wait(qtbot, empty_window, write_plan(tmp_path))
    assert empty_window.session.book is not None
    assert empty_window.session.book.plan.number == "12/KH-UBND"
    assert len(empty_window.session.book.tasks) >= 3
    assert empty_window.page_id == "review"
    said = words_in(summaries[0])
    assert "Đã nhập 1 kế hoạch" in said
    assert "nhiệm vụ" in said
    assert "Văn bản thuần (.txt)" in said


def test_files_dropped_on_the_window_are_imported(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path) -> None:
    one = write_plan(tmp_path, "một.txt")
    two = write_plan(tmp_path, "hai.txt", PLAN_TEXT.replace("12/KH-UBND", "13/KH-UBND"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)), QUrl.fromLocalFile(str(two))])
    drop = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(empty_window.importer.finished, timeout=20_000):
        empty_window.dropEvent(drop)
    assert {p.number for p in empty_window.session.workspace.plans()} == {"12/KH-UBND", "13/KH-UBND"}


def test_copied_text_is_imported(qtbot: QtBot, empty_window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(PLAN_TEXT)
    with qtbot.waitSignal(empty_window.importer.finished, timeout=20_000):
        empty_window.table.trigger("plans.paste")
    assert [p.number for p in empty_window.session.workspace.plans()] == ["12/KH-UBND"]
    QGuiApplication.clipboard().clear()


def test_the_same_file_again_is_asked_about_and_changes_nothing(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path,
                                                               door: Recorder, summaries: list[ImportDialog]) -> None:
    path = write_plan(tmp_path)
    import_and_wait(qtbot, empty_window, path)
    import_and_wait(qtbot, empty_window, path)
    assert "đã được nhập trước đây" in door.questions[0]
    assert len(empty_window.session.workspace.plans()) == 1
    assert len(summaries) == 1
    door.answers.append(1)
    import_and_wait(qtbot, empty_window, path)
    assert len(empty_window.session.workspace.plans()) == 2


def test_a_file_that_is_no_plan_is_told_and_the_others_go_in(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path,
                                                            summaries: list[ImportDialog]) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    empty = tmp_path / "trống.txt"
    empty.write_bytes(b"")
    import_and_wait(qtbot, empty_window, broken, write_plan(tmp_path), empty)
    said = words_in(summaries[0])
    assert "hỏng.docx" in said
    assert "trống.txt" in said
    assert "Đã nhập 1 kế hoạch" in said
    assert len(empty_window.session.workspace.plans()) == 1


def test_an_import_can_be_stopped_and_leaves_nothing(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path,
                                                     summaries: list[ImportDialog]) -> None:
    for n in range(6):
        write_plan(tmp_path, f"{n}.txt", PLAN_TEXT.replace("12/KH", f"{n}/KH"))
    with qtbot.waitSignal(empty_window.importer.finished, timeout=20_000):
        empty_window.import_files(sorted(tmp_path.glob("*.txt")))
        assert empty_window.bar.working()
        empty_window.bar.cancelled.emit()
    assert not empty_window.bar.working()
    assert empty_window.session.workspace.plans() == []
    said = words_in(summaries[0])
    assert "Đã dừng" in said
    assert all(f"{n}.txt" in said for n in range(6))  # those whose turn never came are named too
    assert said.count("Chưa đọc tệp này") == 5


def test_undoing_an_import_closes_the_plan(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path) -> None:
    import_and_wait(qtbot, empty_window, write_plan(tmp_path))
    empty_window.table.trigger("edit.undo")
    assert empty_window.session.book is None
    assert empty_window.session.workspace.plans() == []
    empty_window.table.trigger("edit.redo")
    assert [p.number for p in empty_window.session.workspace.plans()] == ["12/KH-UBND"]


# ---------------------------------------------------------------- going about


def test_the_rail_leads_to_every_page(window: MainWindow) -> None:
    for page_id in window.rail.ids():
        window.rail.button(page_id).click()
        assert window.page_id == page_id


def test_ctrl_numbers_lead_to_the_pages(qtbot: QtBot, window: MainWindow) -> None:
    for place, page_id in enumerate(window.rail.ids()):
        QTest.keyClick(window, Qt.Key(int(Qt.Key.Key_1) + place), Qt.KeyboardModifier.ControlModifier)
        assert window.page_id == page_id


def test_a_page_of_a_plan_says_what_to_do_while_none_is_open(window: MainWindow) -> None:
    window.show_page("matrix")
    assert window._nothing_open.isVisible()
    window._nothing_open.buttons[0].click()
    assert window.page_id == "plans"


def test_enter_opens_the_chosen_plan(qtbot: QtBot, window: MainWindow) -> None:
    page = window.pages["plans"]
    QTest.keyClick(page.view, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert window.session.book is not None
    assert window.page_id == "matrix"  # it is accepted
    assert "01/KH-UBND" in window.windowTitle()


def test_changes_are_named_below_and_taken_back_there(window: MainWindow, door: Recorder) -> None:
    window.open_plan("plan1")
    book = window.session.book
    assert book is not None
    window.session.do(edits.set_role(book, [("plan1.t1", "yt"), ("plan1.t2", "tc")], Role.COOP))
    assert window.bar.notice_text() == "Đã đổi 2 ô"
    assert window.bar.notice_action().text() == "Hoàn tác"
    window.bar.notice_action().click()
    assert book.role("plan1.t1", "yt") is None
    assert window.bar.notice_text() == "Đã hoàn tác: Đổi 2 ô"
    window.bar.notice_action().click()
    assert book.role("plan1.t1", "yt") is Role.COOP


def test_the_undo_menu_names_the_step(window: MainWindow) -> None:
    window.open_plan("plan1")
    assert window.session.book is not None
    window.session.do(edits.edit_task(window.session.book, "plan1.t1", note="đã gọi điện"))
    window.table.refresh()
    assert window.table.actions["edit.undo"].text() == "&Hoàn tác: Sửa ghi chú"
    assert not window.table.actions["edit.redo"].isEnabled()


def test_a_hundred_steps_can_be_undone(window: MainWindow) -> None:
    window.open_plan("plan1")
    book = window.session.book
    assert book is not None
    for n in range(120):
        window.session.do(edits.edit_task(book, "plan1.t1", note=f"lần {n}"))
    for _ in range(120):
        window.table.trigger("edit.undo")
    assert book.task("plan1.t1").note == ""


def test_an_error_in_an_action_is_told_not_thrown(window: MainWindow, door: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.errors import StoreError

    def full() -> None:
        raise StoreError("Đĩa đầy.", "Hãy xoá bớt tệp.")

    monkeypatch.setattr(window.session, "undo", full)
    window.table.trigger("edit.undo")
    assert door.errors == ["Đĩa đầy. Hãy xoá bớt tệp."]


def test_the_side_panel_folds_and_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    window.open_plan("plan1")
    window.resize(1920, 1000)
    assert window.side_shown()
    window.table.trigger("view.side")
    assert not window.side_shown()
    assert not window.session.settings.flag("window/side/matrix", True)


def test_on_a_laptop_the_panel_waits_for_its_button_and_stays_as_chosen(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1366, 768)
    window.open_plan("plan1")
    assert window.page_id == "matrix"
    assert not window.side_shown()
    button = window._corner.buttons["view.side"]
    qtbot.waitUntil(button.isEnabled)
    assert "F4" in button.toolTip()
    button.click()
    assert window.side_shown()
    assert window.side_panel().isVisibleTo(window)
    qtbot.waitUntil(button.isChecked)
    window.resize(1300, 768)
    assert window.side_shown()
    window.show_page("plans")
    qtbot.waitUntil(lambda: not button.isEnabled())
    assert not button.isChecked()


def test_size_theme_and_recent_plans_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from ui import theme

    first = open_window(qtbot, tmp_path, stored_plan)
    first.resize(1100, 700)
    first.table.trigger("view.theme")
    first.open_plan("plan1")
    first.close()
    settings = first.session.settings
    assert settings.text("window/theme") == "dark"
    assert settings.words("window/recent") == ["plan1"]
    second = MainWindow(first.session)
    qtbot.addWidget(second)
    assert second.height() == 700  # the width is cut to the small screen of the test
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")


def test_the_program_says_when_the_database_can_only_be_looked_at(qtbot: QtBot, tmp_path: Path, door: Recorder) -> None:
    window = open_window(qtbot, tmp_path, stored_plan)
    from ui.workspace import Workspace

    other = Workspace.open(tmp_path / "phancong.db")
    try:
        assert other.read_only
        assert other.read_only_reason
        second = MainWindow(Session(other, settings=Settings(tmp_path / "second.ini")))
        assert second.windowTitle() == "Phân công (chỉ xem)"
        second.resize(911, 512)
        second.show()
        second.open_plan("plan1", "matrix")
        assert second.windowTitle().endswith("Phân công (chỉ xem)")
        strip = second.findChild(ViewOnlyStrip)
        for page_id in second.specs:  # a notice would be gone with the next one
            second.show_page(page_id)
            messages.notice("Việc khác", kind="ok")
            assert strip.isVisible()
        assert "đóng và mở lại cửa sổ này" in strip.words.text()
        qtbot.waitUntil(lambda: strip.words.height() >= strip.words.heightForWidth(strip.words.width()))
        second.close()
    finally:
        other.close()
    assert not window.session.workspace.read_only
    assert "chỉ xem" not in window.windowTitle()
    assert window.findChild(ViewOnlyStrip) is None


def test_closing_while_importing_asks_first(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path, door: Recorder) -> None:
    door.answers.append(1)
    with qtbot.waitSignal(empty_window.importer.finished, timeout=20_000):
        empty_window.import_files([write_plan(tmp_path)])
        empty_window.close()
        assert empty_window.isVisible()
    assert "Đang nhập" in door.questions[0]
