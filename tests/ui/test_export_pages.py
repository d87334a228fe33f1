"""The making of the previewed pages as a person sees it: how far it is, the way to stop it, and large files that come in pieces."""
from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.jobs_for_tests import slow_pages
from ui.messages import Recorder
from ui.pages import export_preview
from ui.pages.export import ExportPage
from ui.pages.export_preview import PdfView
from ui.window import MainWindow


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ExportPage:
    window.open_plan("plan1", "export")
    made = window.page("export")
    assert isinstance(made, ExportPage)
    qtbot.waitUntil(lambda: made.up_to_date and made.view.count() > 0, timeout=20_000)
    return made


def test_the_first_pages_are_made_once(page: ExportPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.previewed, wait=600):
        pass


def test_a_long_making_says_how_far_it_is_and_can_be_stopped(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    bar = page.pages.bar
    page.pages.make(slow_pages, (), "assignment", {})
    assert bar.busy.isVisible()
    assert not bar.stop.isVisible()  # most are over in a moment: nothing flickers
    qtbot.waitUntil(lambda: bar.stop.isVisible() and bar.work.isVisible() and bar.work.value() > 0, timeout=20_000)
    assert not page.up_to_date
    bar.stop.click()
    assert page.up_to_date
    assert page.view.count() == 0  # no old pages that could be taken for those of now
    assert page.place.text() == "Đã dừng dựng trang"
    assert "xuất ra tệp được" in page.view.words
    assert not page.print_button.isEnabled()
    page.save_to(tmp_path / "a.xlsx")  # the file needs no preview
    with qtbot.waitSignal(page.written, timeout=20_000):
        pass
    assert page.save_button.isEnabled()
    assert bar.again.isVisible()
    with qtbot.waitSignal(page.previewed, timeout=20_000):
        bar.again.click()
    assert page.view.count() == 1
    assert not bar.again.isVisible()
    assert not bar.busy.isVisible()
    assert page.print_button.isEnabled()


def test_an_edit_while_pages_are_made_makes_them_anew(page: ExportPage, qtbot: QtBot) -> None:
    page.pages.make(slow_pages, (), "assignment", {})
    qtbot.wait(50)
    with qtbot.waitSignal(page.previewed, timeout=20_000):
        page.refresh()
    assert page.view.count() == 1
    assert page.place.text().startswith("Trang 1 / 1")


def test_a_file_of_many_pages_comes_in_pieces_and_can_be_left(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlab.pdfgen.canvas import Canvas

    files = []
    for count in (200, 3):
        canvas = Canvas(str(tmp_path / f"{count}.pdf"))
        for _ in range(count):
            canvas.showPage()
        canvas.save()
        files.append(tmp_path / f"{count}.pdf")
    monkeypatch.setattr(export_preview, "SLICE", 0.0)
    view = PdfView()
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.opened, timeout=5_000):
        view.open(files[1])
    assert view.count() == 3
    view.open(files[0])
    assert view.opening
    assert view.count() == 3  # the former pages stay until the new ones are there
    with qtbot.waitSignal(view.opened, timeout=5_000):
        pass
    assert view.count() == 200
    view.resize(400, 400)
    view.show_page(199)
    assert view.page == 199
    assert view.grab().toImage().pixelColor(200, 100).name() == "#ffffff"
    view.open(files[0])
    view.open(files[1])  # what was coming is given up
    with qtbot.waitSignal(view.opened, timeout=5_000):
        pass
    assert view.count() == 3
    with qtbot.waitSignal(view.opened, timeout=5_000):
        view.open(None)
    assert view.count() == 0
    view.open(files[0])
    view.open(None, at_once=True)  # as the window does when it closes
    assert (view.count(), view.opening) == (0, False)


def test_what_failed_takes_the_place_of_what_was_written_before(page: ExportPage, qtbot: QtBot, tmp_path: Path, door: Recorder,
                                                                window: MainWindow) -> None:
    with qtbot.waitSignal(page.written, timeout=20_000):
        page.save_to(tmp_path / "một.xlsx")
    assert "Đã ghi" in window.bar.notice_text()
    page.save_to(tmp_path / "không có" / "hai.xlsx")
    qtbot.waitUntil(lambda: bool(door.errors), timeout=20_000)
    assert "Đã ghi" not in window.bar.notice_text()
    assert "Chưa xuất được" in window.bar.notice_text()
    assert page.desk.work_words.isVisible()
    assert "Chưa xuất được" in page.desk.work_words.text()
    assert page.desk.open_folder.isHidden()
    assert page.desk.work_words.property("kind") == "danger"
    with qtbot.waitSignal(page.written, timeout=20_000):
        page.save_to(tmp_path / "ba.xlsx")
    assert page.desk.work_words.text() == "Đã ghi ba.xlsx"
    assert page.desk.work_words.property("kind") == "muted"
