"""A clerk's morning in the real window: import a plan, change one agency, undo, export, and find the same cells on paper."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from core import edits
from core.group_names import in_words_of_plan
from core.model import Role
from core.sheets.export import export
from ui import messages
from ui.app import make_application
from ui.dialogs.imported import ImportDialog
from ui.session import Session
from ui.settings import Settings
from ui.window import MainWindow
from ui.workspace import Workspace

PLAN = """ỦY BAN NHÂN DÂN                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ CỬA NGUỒN                           Độc lập - Tự do - Hạnh phúc

KẾ HOẠCH
Nâng cao hiệu quả quản lý các nguồn lực của thành phố năm 2026

I. MỤC ĐÍCH, YÊU CẦU
1. Cụ thể hoá chủ trương của Thành uỷ về quản lý nguồn lực.
2. Phân công rõ người, rõ việc, rõ thời gian.

II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU
1. Nhiệm vụ chung
1.1. Sở Tài chính chủ trì phối hợp với các Sở, ngành, địa phương
- Rà soát các cơ chế, chính sách đặc thù để huy động nguồn lực cho đầu tư
phát triển, báo cáo trước ngày 30/9/2026.
- Theo dõi, đôn đốc việc giải ngân vốn đầu tư công trên địa bàn thành phố.
1.2. Sở Xây dựng chủ trì phối hợp với Sở Nông nghiệp và Môi trường
Hoàn thành điều chỉnh quy hoạch chung đô thị và công bố công khai
theo quy định.
2. Nhân lực
2.1. Sở Nội vụ chủ trì phối hợp với Sở Giáo dục và Đào tạo
- Xây dựng đề án đào tạo nguồn nhân lực chất lượng cao của thành phố.
"""


@pytest.fixture
def said() -> Iterator[messages.Recorder]:
    with messages.recorded() as recorder:
        yield recorder


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, said: messages.Recorder) -> Iterator[MainWindow]:
    settings = Settings(tmp_path / "settings.ini")
    make_application(["test"], settings)
    workspace = Workspace.open(tmp_path / "sổ.db")
    made = MainWindow(Session(workspace, settings=settings))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    workspace.close()


def wait(qtbot: QtBot, until: Callable[[], bool]) -> None:
    qtbot.waitUntil(until, timeout=60_000)


def test_from_file_to_paper(window: MainWindow, qtbot: QtBot, tmp_path: Path, said: messages.Recorder,
                            monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImportDialog, "exec", lambda self: 0)  # "Để sau"
    path = tmp_path / "Kế hoạch nguồn lực.txt"
    path.write_text(PLAN, encoding="utf-8")

    # she imports the plan; it is read in a child process
    window.import_files([path])
    wait(qtbot, lambda: bool(window.session.workspace.plans()) and not window.importer.running)
    plan = window.session.workspace.plans()[0]
    assert plan.tasks == 4
    window.open_plan(plan.id, "matrix")
    book = window.session.book
    assert book is not None
    first = book.tasks[0]
    assert book.names(first.id, Role.LEAD) == ["Sở Tài chính"]
    assert str(first.due) == "2026-09-30"

    # she gives the first task to another body, sees it, takes it back, and gives it again
    home = next(a for a in book.agencies.values() if a.name == "Sở Nội vụ")
    window.session.do(edits.set_lead(book, first.id, home.id))
    assert book.names(first.id, Role.LEAD) == ["Sở Nội vụ"]
    window.table.trigger("edit.undo")
    assert book.names(first.id, Role.LEAD) == ["Sở Tài chính"]
    window.table.trigger("edit.redo")
    assert book.names(first.id, Role.LEAD) == ["Sở Nội vụ"]

    # what is stored is what she sees
    stored = window.session.workspace.book(plan.id)
    assert {t: {a: c.role for a, c in row.items()} for t, row in stored.cells.items() if row} \
        == {t: {a: c.role for a, c in row.items()} for t, row in book.cells.items() if row}

    # the sheets say the same
    sheet, paper = tmp_path / "phụ lục.xlsx", tmp_path / "phụ lục.pdf"
    export(book, "assignment", sheet)
    export(book, "assignment", paper)
    rows = [[" ".join(str(v).split()) for v in row if v is not None]
            for row in openpyxl.load_workbook(sheet).active.iter_rows(values_only=True)]
    document = pypdfium2.PdfDocument(paper)
    words = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    printed = in_words_of_plan(book)
    for task in book.tasks:
        row = next(row for row in rows if " ".join(task.text.split()) in row)
        for role in Role:
            # a cell begins with a capital letter, whatever the plan wrote
            assert all(any(name.casefold() in cell.casefold() for cell in row) for name in printed.names(task.id, role))
            assert all(name.split()[-1] in words for name in book.names(task.id, role))
    assert not any("Sở Tài chính" in cell for row in rows for cell in row if first.text in row)
    assert not said.errors
