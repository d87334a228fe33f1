"""A small plan by hand for the tests of the matrix, and a workspace that keeps its undo steps in memory."""
from __future__ import annotations

from datetime import date

from core.agencies import Directory
from core.book import Book
from core.delta import Delta, reverse
from core.model import Agency, AgencyKind, Assignment, Deadline, Finding, FindingKind, Membership, Plan, Record, Role, Task

FIRST, SECOND = ("I. Kinh tế",), ("II. Văn hoá - xã hội",)
TODAY = date(2025, 6, 11)  # a Wednesday


def agency(key: str, name: str, short: str = "", place: float = 0.0, kind: AgencyKind = AgencyKind.PROVINCIAL) -> Agency:
    return Agency(key, name, short, kind, place=place)


def task(key: str, place: float, text: str, section: tuple[str, ...] = FIRST, due: date | None = None, words: str = "") -> Task:
    deadlines = (Deadline(words or f"trước ngày {due:%d/%m/%Y}", due),) if due else ((Deadline(words),) if words else ())
    return Task(key, "p", place, text, ("I",), section, None, deadlines, due)


def small_book() -> Book:
    """Six tasks in two sections, four agencies and a group of two of them."""
    lead, coop = Role.LEAD, Role.COOP
    records: list[Record] = [
        agency("tc", "Sở Tài chính", "STC", 1), agency("nv", "Sở Nội vụ", "SNV", 2), agency("yt", "Sở Y tế", "SYT", 3),
        agency("cat", "Công an tỉnh", "CAT", 4), agency("all", "các sở, ngành", "", 0, AgencyKind.GROUP),
        Membership("all", "nv"), Membership("all", "yt"),
        task("t1", 1, "Đầu tư công năm 2025", FIRST, date(2025, 6, 1)), task("t2", 2, "Dự toán ngân sách", FIRST, date(2025, 6, 13)),
        task("t3", 3, "Cải cách hành chính", FIRST, None, "hằng quý"), task("t4", 4, "Khám chữa bệnh", SECOND, date(2025, 6, 30)),
        task("t5", 5, "Trường học mới", SECOND), task("t6", 6, "An ninh trật tự", SECOND, date(2025, 9, 1)),
        Assignment("t1", "tc", lead), Assignment("t1", "all", coop), Assignment("t2", "tc", lead), Assignment("t2", "nv", coop),
        Assignment("t3", "nv", lead), Assignment("t4", "yt", lead), Assignment("t4", "tc", coop), Assignment("t6", "all", lead),
        Assignment("t6", "nv", coop),
        Finding("f1", "p", "t5", FindingKind.NO_LEAD, "Chưa rõ cơ quan chủ trì"),
    ]
    return Book(Plan("p", "Kế hoạch thử"), records)


class MemoryWorkspace:
    """Stands for ui.workspace.Workspace where a test needs no file: writes go to a list, undo takes them back."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.done: list[Delta] = []
        self.undone: list[Delta] = []

    def book(self, plan_id: str) -> Book:
        return self._book

    def write(self, delta: Delta) -> None:
        self.done.append(delta)
        self.undone.clear()

    def undo(self) -> Delta | None:
        if not self.done:
            return None
        self.undone.append(self.done.pop())
        return reverse(self.undone[-1])

    def redo(self) -> Delta | None:
        if not self.undone:
            return None
        self.done.append(self.undone.pop())
        return self.done[-1]

    def undo_name(self) -> str | None:
        return self.done[-1].name if self.done else None

    def redo_name(self) -> str | None:
        return self.undone[-1].name if self.undone else None

    def assignments_of(self, *agency_ids: str) -> list[Assignment]:
        return [cell for row in self._book.cells.values() for cell in row.values() if cell.agency in agency_ids]

    def directory(self) -> Directory:
        return Directory(self._book.agencies.values())
