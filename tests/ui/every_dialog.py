"""Every dialog of the window, filled with something worth looking at: for the tests, and for the pictures of benchmarks/shots.py."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from core import edits
from core.agencies import Directory
from core.book import Book
from core.model import (
    Assignment,
    Draft,
    DraftTask,
    Mention,
    Note,
    Paragraph,
    Plan,
    PlanInfo,
    PlanText,
    Record,
    Repair,
    Role,
    Span,
)
from ui.actions import ActionSpec
from ui.importing import Imported
from ui.session import Session

QUESTION = "Gộp “Bảo tàng tỉnh” vào “Sở Văn hóa, Thể thao và Du lịch”?"
Maker = Callable[[], QDialog]


def imported(count: int = 1) -> list[Imported]:
    """What an import says of ``count`` good files and a broken one."""
    text = PlanText("Nhiệm vụ", (Paragraph(Span(0, 8)),), "docx", 12, (Note("1", "chú thích"),),
                    (Repair("tcvn3", 1234, "Đã đổi chữ TCVN3 (ABC) sang Unicode: 1.234 chữ.", "Céng hoµ x· héi", "Cộng hoà xã hội"),))
    task = DraftTask(("1",), "Nhiệm vụ", Span(0, 8), leads=(Mention("Sở Y tế", Role.LEAD),))
    draft = Draft(PlanInfo("12/KH-UBND"), "Nhiệm vụ", (task,))
    plan = Plan("p", "Kế hoạch chuyển đổi số năm 2025 trên địa bàn tỉnh", "12/KH-UBND")
    found = [Imported(f"Kế hoạch {n}.docx", plan, text, draft) for n in range(count)]
    return [*found, Imported("hỏng.docx", problem="Không đọc được tệp “hỏng.docx”. Hãy mở bằng Word rồi lưu lại.")]


def some_actions() -> list[ActionSpec]:
    return [ActionSpec("a.b", "&Nhập kế hoạch…", "Tệp", lambda: None, "Ctrl+O"), ActionSpec("a.c", "Thoát", "Tệp", lambda: None)]


def newer(book: Book) -> Book:
    """The open plan as a later version could be: one task gone, one reworded, one with another lead."""
    tasks = book.tasks
    gone = tasks[-1].id
    changed = tasks[0]
    records: list[Record] = []
    for record in book.records():
        if (getattr(record, "id", "") == gone) or getattr(record, "task", "") == gone:
            continue
        if record == changed:
            record = replace(changed, text="Rà soát và " + changed.text)
        if isinstance(record, Assignment) and record.task == tasks[1].id and record.role is Role.LEAD:
            other = next(a for a in book.agencies.values() if book.role(record.task, a.id) is None)
            record = replace(record, agency=other.id)
        records.append(record)
    plan = replace(book.plan, id="newer", title=book.plan.title + " (sửa đổi)")
    return Book(plan, [replace(r, plan=plan.id) if hasattr(r, "plan") else r for r in records])


def makers(session: Session, folder: Path, over: QWidget, specs: Iterable[ActionSpec] = ()) -> dict[str, Maker]:
    """A maker for each dialog. ``session`` holds an open plan of three tasks or more; files go into ``folder``; the palette opens ``over``
    a widget."""
    from ui.dialogs.about import AboutDialog
    from ui.dialogs.day import DayDialog
    from ui.dialogs.imported import ImportDialog, ReadingDialog
    from ui.dialogs.merge import MergeDialog
    from ui.dialogs.message import MessageDialog
    from ui.dialogs.person import PersonDialog
    from ui.dialogs.plan_info import PlanInfoDialog
    from ui.dialogs.settings import SettingsDialog
    from ui.dialogs.shortcuts import ShortcutsDialog
    from ui.dialogs.view_name import ViewNameDialog
    from ui.palette import CommandPalette, Entry

    book = session.book
    assert book is not None
    actions = list(specs) or some_actions()
    agencies = list(book.agencies.values())
    entries = [Entry("Nhập kế hoạch", "Tệp", lambda: None, "Ctrl+O", "import", True, "Đọc một hay nhiều tệp kế hoạch")]
    return {
        "AboutDialog": lambda: AboutDialog(Path("C:/Users/chi/AppData/Local/phancong/phancong.db")),
        "BackupDialog": lambda: _backup(session),
        "CommandPalette": lambda: CommandPalette(entries, over),
        "CompareDialog": lambda: _compare(book),
        "DayDialog": lambda: DayDialog(3, session.today()),
        "GiveDialog": lambda: _give(session),
        "HistoryDialog": lambda: _history(session),
        "ImportDialog": lambda: ImportDialog(imported(2), switch=lambda *_: None),
        "MergeDialog": lambda: MergeDialog(agencies[0], agencies),
        "MessageDialog": lambda: MessageDialog("question", QUESTION, "1 phân công chuyển sang cơ quan ấy.", ("Gộp", "Huỷ"), over),
        "PersonDialog": lambda: PersonDialog("Nguyễn Thị Lan"),
        "PlanInfoDialog": lambda: PlanInfoDialog(book.plan),
        "ReadingDialog": lambda: ReadingDialog(replace(imported()[0], draft=None), switch=lambda *_: None),
        "SettingsDialog": lambda: SettingsDialog(session.settings),
        "ShortcutsDialog": lambda: ShortcutsDialog(actions, lambda page: page),
        "TakeDialog": lambda: _take(session, folder),
        "TakeOverDialog": lambda: _take_over(session, folder),
        "ViewNameDialog": lambda: ViewNameDialog(["Việc quá hạn"], "Việc quá hạn"),
    }


def _backup(session: Session) -> QDialog:
    from db import backup
    from ui.dialogs.backup import BackupDialog

    if not session.workspace.backups():
        backup.make(session.workspace.path, datetime(2025, 6, 17, 16, 30))
    return BackupDialog(session)


def _compare(book: Book) -> QDialog:
    from ui.dialogs.compare import CompareDialog

    return CompareDialog(book, newer(book))


def _give(session: Session) -> QDialog:
    from ui.dialogs.handover import GiveDialog

    return GiveDialog(session)


def _history(session: Session) -> QDialog:
    from ui.dialogs.history import HistoryDialog

    assert session.book is not None
    task = session.book.tasks[0]
    session.do(edits.edit_task(session.book, task.id, note="đã nhắc bằng điện thoại"))
    return HistoryDialog(session)


def _take(session: Session, folder: Path) -> QDialog:
    """A colleague's package in which one task was changed at both ends."""
    from db.handover import compare_package
    from ui.dialogs.handover import TakeDialog
    from ui.store_jobs import look_into_package, write_package
    from ui.workspace import Workspace

    book = session.book
    assert book is not None
    first, second = book.tasks[0], book.tasks[1]
    session.workspace.set_person("Lan")
    write_package(session.workspace.path, folder / "a.phancong", [book.plan.id])
    other = Workspace.open(folder / "minh.db")
    other.set_person("Minh")
    package, rows = look_into_package(other.path, folder / "a.phancong")
    other.take_package(package, {row.unit: row.default for row in rows})
    there = other.book(book.plan.id)
    other.write(edits.edit_task(there, first.id, note="Minh: đơn vị xin lùi hạn"))
    other.write(edits.edit_task(there, second.id, note="Minh: đã giao"))
    write_package(other.path, folder / "b.phancong", [book.plan.id])
    other.close()
    session.do(edits.edit_task(book, first.id, note="Lan: đã nhắc lần hai"))
    package, _ = look_into_package(session.workspace.path, folder / "b.phancong")
    return TakeDialog(session, package, compare_package(session.workspace.store, package))


def _take_over(session: Session, folder: Path) -> QDialog:
    """A sheet that came back with another lead, a new name and a note."""
    import openpyxl

    from core.roundtrip import read_returned
    from core.sheets.export import export
    from ui.dialogs.takeover import TakeOverDialog

    book = session.book
    assert book is not None
    (made,) = export(book, "assignment", folder / "phụ lục.xlsx")
    workbook = openpyxl.load_workbook(made)
    page = workbook.worksheets[0]
    for n, task in enumerate(book.tasks[:3]):
        row = next(r for r in range(1, page.max_row + 1) if page.cell(r, 1).value == task.id)
        if n:
            page.cell(row, 9).value = "đơn vị đề nghị lùi một tháng"
        else:
            page.cell(row, 4).value = "Hội Nông dân"
    workbook.save(made)
    found = read_returned(made, book, Directory(list(book.agencies.values())), session.today())
    return TakeOverDialog(session, found, made.name)
