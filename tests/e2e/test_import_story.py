"""A clerk brings plans in: three files at once, a page out of the browser, a file in old letters whose change she takes back."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core import edits
from core.model import Role
from tests.core.reading.made import Pdf
from tests.core.reading.test_encodings import _backwards
from tests.ui.window_story import PLAN_TEXT, open_window
from ui import background, messages
from ui.dialogs.imported import ImportDialog, ReadingDialog
from ui.messages import Recorder
from ui.window import MainWindow


@pytest.fixture
def said() -> Iterator[Recorder]:
    with messages.recorded() as recorder:
        yield recorder


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, said: Recorder) -> Iterator[MainWindow]:
    made = open_window(qtbot, tmp_path)
    yield made
    made.close()
    background.close()


Seen = list[ImportDialog | ReadingDialog]


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """The real dialogs, shown without stopping the test; answered with "Để sau"."""
    kept: Seen = []

    def shown(self: ImportDialog | ReadingDialog) -> int:
        self.show()
        kept.append(self)
        return 0

    monkeypatch.setattr(ImportDialog, "exec", shown)
    monkeypatch.setattr(ReadingDialog, "exec", shown)
    return kept


def words_in(dialog: ImportDialog | ReadingDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def imported(qtbot: QtBot, window: MainWindow, start: Callable[[], object]) -> None:
    with qtbot.waitSignal(window.importer.finished, timeout=60_000):
        start()


def drop(window: MainWindow, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(window.rect().center(), action, mime, button, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(window.rect().center()), action, mime, button, keys))


def printed(text: str) -> bytes:
    pdf, y = Pdf(), 60.0
    for line in filter(None, text.splitlines()):
        y = pdf.flow(y, line, size=12, pitch=15)
    return pdf.bytes()


def test_three_files_of_different_kinds_dropped_at_once(window: MainWindow, qtbot: QtBot, tmp_path: Path, dialogs: Seen) -> None:
    word = docx.Document()
    for line in PLAN_TEXT.splitlines():
        if line:
            word.add_paragraph(line)
    word.save(str(tmp_path / "một.docx"))
    (tmp_path / "hai.pdf").write_bytes(printed(PLAN_TEXT.replace("12/KH-UBND", "13/KH-UBND")))
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes((tmp_path / "một.docx").read_bytes()[:2000])

    imported(qtbot, window, lambda: drop(window, tmp_path / "một.docx", broken, tmp_path / "hai.pdf"))

    assert {p.number for p in window.session.workspace.plans()} == {"12/KH-UBND", "13/KH-UBND"}
    [dialog] = dialogs
    said = words_in(dialog)
    assert "Đã nhập 2 kế hoạch" in said
    assert "Có 1 tệp không nhập được" in said
    assert "Việc tiếp theo: rà soát" in said
    assert "một.docx · Word (.docx)" in said
    assert "hai.pdf · PDF có chữ · 1 trang" in said
    bad = next(card for card in dialog.cards if card.result.problem)  # type: ignore[union-attr]
    assert bad.result.name == "hỏng.docx"
    assert "hỏng" in bad.result.problem
    assert "Hãy" in bad.result.problem  # and what she can do about it
    for plan in window.session.workspace.plans():
        book = window.session.workspace.book(plan.id)
        assert book.names(book.tasks[0].id, Role.LEAD) == ["Sở Khoa học và Công nghệ"]


PAGE = """<html><body><!--StartFragment--><h3>KẾ HOẠCH</h3><p>Số: 21/KH-UBND</p><p>Triển khai du lịch xanh</p>
<h4>I. NHIỆM VỤ</h4>
<table border="1"><tr><th>TT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Cơ quan phối hợp</th><th>Thời gian</th></tr>
<tr><td>1</td><td>Xây dựng bản đồ số về <b>điểm đến</b></td><td>Sở Du lịch</td><td>Sở Tài chính</td><td>Tháng 6/2026</td></tr>
<tr><td>2</td><td>Tập huấn hướng dẫn viên</td><td>Sở Nội vụ</td><td>Sở Du lịch</td><td>30/9/2026</td></tr></table>
<!--EndFragment--></body></html>"""


def test_a_page_copied_out_of_the_browser(window: MainWindow, qtbot: QtBot, dialogs: Seen) -> None:
    mime = QMimeData()
    mime.setHtml(PAGE)
    mime.setText("KẾ HOẠCH\nSố: 21/KH-UBND\nI. NHIỆM VỤ\nTT\tNhiệm vụ")
    QGuiApplication.clipboard().setMimeData(mime)
    window.table.refresh()
    imported(qtbot, window, lambda: qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
                                                   | Qt.KeyboardModifier.ShiftModifier))
    QGuiApplication.clipboard().clear()
    [plan] = window.session.workspace.plans()
    book = window.session.workspace.book(plan.id)
    assert [(book.names(t.id, Role.LEAD), book.names(t.id, Role.COOP), str(t.due)) for t in book.tasks] == [
        (["Sở Du lịch"], ["Sở Tài chính"], "2026-06-30"), (["Sở Nội vụ"], ["Sở Du lịch"], "2026-09-30")]
    assert "Văn bản dán" in words_in(dialogs[0])
    source = window.session.workspace.original(book.plan)
    assert source is not None
    assert "<table" in source.data.decode()  # the table is kept, not only the words


def test_old_letters_are_shown_kept_changed_again_and_undone(window: MainWindow, qtbot: QtBot, tmp_path: Path, dialogs: Seen,
                                                             said: Recorder) -> None:
    old = _backwards(PLAN_TEXT, "tcvn3")
    path = tmp_path / "bản ABC.txt"
    path.write_bytes(old.encode("latin-1", "replace"))
    imported(qtbot, window, lambda: window.import_files([path]))
    [dialog] = dialogs
    assert isinstance(dialog, ImportDialog)
    assert "Đã đổi chữ TCVN3 (ABC) sang Unicode:" in words_in(dialog)
    assert "Ví dụ: “" in words_in(dialog)
    workspace = window.session.workspace
    [plan] = workspace.plans()
    right = workspace.book(plan.id)
    assert right.tasks

    # she wants the file's own letters: by the button's letter, Alt+G
    button = dialog.cards[0].button
    assert button.text() == "&Giữ nguyên chữ gốc"
    qtbot.keyClick(dialog, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: button.isEnabled() and "Unicode" in button.text(), timeout=30_000)
    assert workspace.book(plan.id).text != right.text
    assert "Giữ nguyên chữ gốc:" in words_in(dialog)
    names = {a.name for a in workspace.agencies()}

    # one step back, and forth again
    window.table.trigger("edit.undo")
    assert set(workspace.book(plan.id).records()) == set(right.records())
    window.table.trigger("edit.redo")
    assert {a.name for a in workspace.agencies()} == names

    # later, from the menu of the open plan
    window.open_plan(plan.id)
    window.table.trigger("plans.reading")
    late = dialogs[-1]
    assert isinstance(late, ReadingDialog)
    assert late.card.button.text() == "Đổi &lại sang Unicode"
    late.card.button.click()
    qtbot.waitUntil(lambda: late.card.button.isEnabled() and "gốc" in late.card.button.text(), timeout=30_000)
    back = workspace.book(plan.id)
    assert back.text == right.text
    assert [t.text for t in back.tasks] == [t.text for t in right.tasks]
    assert {a.name for a in workspace.agencies()} == {a.name for a in right.agencies.values()}
    qtbot.waitUntil(lambda: window.session.book is not None and window.session.book.text == right.text)
    assert all(t.span is not None and t.span.end <= len(back.text) for t in back.tasks)
    assert not said.questions  # nobody had worked on it: nothing to ask

    # work that would be lost is asked about, and "Thôi" leaves it
    book = window.session.book
    assert book is not None
    window.session.do(edits.edit_task(book, book.tasks[0].id, note="đã gọi"))
    said.answers.append(1)
    late.card.button.click()
    assert "Đọc lại tệp sẽ thay những gì đã sửa" in said.questions[0]
    assert late.card.button.isEnabled()
    assert workspace.book(plan.id).tasks[0].note == "đã gọi"
    assert not said.errors


def test_right_letters_have_no_button(window: MainWindow, qtbot: QtBot, tmp_path: Path, dialogs: Seen) -> None:
    path = tmp_path / "đúng.txt"
    path.write_text(PLAN_TEXT, encoding="utf-8")
    imported(qtbot, window, lambda: window.import_files([path]))
    assert isinstance(dialogs[0], ImportDialog)
    assert not dialogs[0].cards[0].button.isVisibleTo(dialogs[0])
