"""A sheet that we wrote and a department sent back edited: what differs from the book, cell by cell.

Rows are known by the hidden column "Mã dòng" (the task's id), columns by their headings; where either is damaged nothing is taken.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from core.agencies import Directory
from core.book import Book
from core.errors import UnreadableFile
from core.fold import words
from core.group_names import in_words_of_plan
from core.matrix import again
from core.model import Agency, Deadline, Role, Task
from core.sheets.wording import clean, deadline_words, short_day, split_label

CODE = "Mã dòng"
MAX_BYTES = 200 * 1024 * 1024
Cells = Sequence[Any]

_HEADS = {"text": ("noi dung nhiem vu", "nhiem vu", "noi dung", "noi dung cong viec"),
          "leads": ("co quan chu tri", "don vi chu tri", "chu tri"),
          "coops": ("co quan phoi hop", "don vi phoi hop", "phoi hop"), "due": ("han ngay",),
          "deadline": ("thoi han", "han", "thoi gian hoan thanh", "han hoan thanh", "thoi han hoan thanh"),
          "deliverable": ("san pham", "ket qua", "san pham ket qua"), "note": ("ghi chu",), "box": ("xong",),
          "done": ("hoan thanh", "ngay hoan thanh"), "status": ("tinh trang", "trang thai", "tinh hinh", "tinh hinh thuc hien", "tien do"),
          "number": ("stt", "tt", "so tt")}
_BY_HEAD = {head: key for key, heads in _HEADS.items() for head in heads}
LABELS = {"text": "Nội dung nhiệm vụ", "leads": "Chủ trì", "coops": "Phối hợp", "deadline": "Thời hạn", "due": "Hạn (ngày)",
          "deliverable": "Sản phẩm", "note": "Ghi chú", "done": "Hoàn thành", "paused": "Tạm dừng", "new": "Nhiệm vụ mới",
          "cell": "Vai trò"}
_TICKED = {"x", "☑", "☒", "✓", "✔", "v", "co", "xong", "1"}
_DONE = ("da hoan thanh", "hoan thanh", "da xong", "xong", "da thuc hien")
_PAUSED = ("tam dung", "tam hoan")
_ROMAN = re.compile(r"(?:[IVXLC]+|[A-ZĐa-zđ])", re.ASCII)


@dataclass(frozen=True, slots=True)
class CellDifference:
    """One cell that is not as the book has it. ``before`` and ``after`` are the words a person reads, ``value`` what would be written;
    ``task`` is None for a row added by hand, ``makes`` names agencies that the directory does not know."""

    row: int
    column: str
    key: str
    task: str | None
    title: str
    before: str
    after: str
    value: Any = field(repr=False)
    sheet: str = ""
    makes: tuple[str, ...] = ()
    target: str = ""  # the agency of a matrix cell

    @property
    def label(self) -> str:
        return LABELS[self.key]


@dataclass(frozen=True, slots=True)
class Returned:
    """What a returned workbook says. ``missing`` counts tasks of the plan that it does not name (a filtered sheet has fewer)."""

    differences: tuple[CellDifference, ...]
    rows: int
    missing: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewRow:
    """A task added by hand, behind ``after`` (None: first)."""

    after: str | None
    text: str
    leads: tuple[str, ...]
    coops: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    deliverable: str
    note: str


def refuse(sheet: str, row: int, column: str, what: str, advice: str = "") -> UnreadableFile:
    place = f"Trang “{sheet}”, dòng {row}" + (f", cột {column}" if column else "")
    return UnreadableFile(f"{place}: {what}.", advice or "Hãy sửa lại ô này trong Excel rồi nhận lại. Chưa có gì thay đổi.")


def read_returned(path: Path, book: Book, directory: Directory, today: date) -> Returned:
    """Compare a returned .xlsx with the book. Raises UnreadableFile naming sheet, row and column where it is damaged."""
    return compare_sheets(_grids(path), book, directory, today)


def _grids(path: Path) -> list[tuple[str, list[Cells]]]:
    """The visible worksheets as rows of values."""
    import zipfile

    import openpyxl

    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_BYTES:
                raise UnreadableFile(f"“{path.name}” quá lớn.", "Hãy kiểm tra lại tệp.")
        workbook = openpyxl.load_workbook(path, data_only=True, keep_links=False)
        return [(sheet.title, [tuple(row) for row in sheet.iter_rows(values_only=True)])
                for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    except UnreadableFile:
        raise
    except PermissionError as error:
        raise UnreadableFile(f"Không mở được “{path.name}”.", "Hãy đóng tệp trong Excel rồi thử lại.") from error
    except Exception as error:  # openpyxl raises whatever its parsers raise on a broken workbook
        raise UnreadableFile(f"Không đọc được “{path.name}”: tệp hỏng hoặc không phải .xlsx.",
                             "Hãy mở bằng Excel, lưu lại dạng .xlsx rồi thử lại.") from error


def compare_sheets(grids: Iterable[tuple[str, Sequence[Cells]]], book: Book, directory: Directory, today: date) -> Returned:
    found: list[CellDifference] = []
    notes: list[str] = []
    seen: dict[str, tuple[str, int]] = {}
    heads = 0
    for name, rows in grids:
        head = next((n for n, row in enumerate(rows) if any(_text(v) == CODE for v in row)), None)
        if head is None:
            continue
        heads += 1
        reader = _Reader(name, rows, head, book, directory, today, seen)
        found += reader.differences()
        notes += reader.notes
    if not heads:
        raise UnreadableFile(f"Không thấy cột “{CODE}” (cột ẩn) trong tệp này.",
                             "Chỉ nhận lại được bảng do Phân công xuất ra và còn nguyên cột ẩn đầu tiên.")
    return Returned(tuple(found), len(seen), sum(1 for t in book.tasks if t.id not in seen), tuple(notes))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return short_day(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return clean(str(value))


def _squeezed(text: str) -> str:
    return " ".join(clean(text).split())


def _letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class _Reader:
    """One worksheet against the book."""

    def __init__(self, name: str, rows: Sequence[Cells], head: int, book: Book, directory: Directory, today: date,
                 seen: dict[str, tuple[str, int]]) -> None:
        self.name, self.rows, self.head, self.book, self.directory, self.today, self.seen = name, rows, head, book, directory, today, seen
        self.notes: list[str] = []
        self.code = next(n for n, v in enumerate(rows[head]) if _text(v) == CODE)
        self.columns: dict[str, int] = {}
        self.marks: dict[str, int] = {}
        printed = in_words_of_plan(book).agencies
        self.by_name = {words(n): book.agencies[a.id] for a in printed.values() for n in (a.name, a.short, *a.aliases) if n}
        # a heading stands in the sheet with its number apart and without the colon behind it
        sections = {s for t in book.tasks for s in t.section}
        sections |= {again(t.section[:n]) for t in book.tasks for n in range(len(t.section))}
        self.headings = {words(clean(s)) for s in sections} | {words(clean(split_label(s)[1])) for s in sections}
        self._columns()

    def _columns(self) -> None:
        for index, value in enumerate(self.rows[self.head]):
            head = words(_text(value))
            key = _BY_HEAD.get(head)
            if key is not None:
                if key in self.columns:
                    raise refuse(self.name, self.head + 1, _letter(index), f"hai cột cùng tên “{_text(value)}”")
                self.columns[key] = index
            elif head and (agency := self._agency(_text(value))) is not None:
                self.marks[agency.id] = index
        if "text" not in self.columns:
            raise refuse(self.name, self.head + 1, "", "không thấy cột “Nội dung nhiệm vụ”", "Hãy giữ nguyên dòng tiêu đề của bảng.")

    def _agency(self, name: str) -> Agency | None:
        found = self.by_name.get(words(name))
        if found is None:
            match = self.directory.find(name, province=self.book.plan.province, on=self.book.plan.date).agency
            found = match if match is not None and match.id in self.book.agencies else None
        return found

    def value(self, row: Cells, key: str) -> Any:
        index = self.columns.get(key, -1)
        return row[index] if 0 <= index < len(row) else None

    def differences(self) -> list[CellDifference]:
        found: list[CellDifference] = []
        last: str | None = None
        for number in range(self.head + 1, len(self.rows)):
            row = self.rows[number]
            self._whole(row, number + 1)
            code = _text(row[self.code]) if self.code < len(row) else ""
            if not code:
                found += self._added(row, number + 1, last)
                continue
            task = self._task(code, number + 1)
            last = task.id
            found += self._row(task, row, number + 1)
        return found

    def _whole(self, row: Cells, number: int) -> None:
        for index, value in enumerate(row):
            if isinstance(value, str) and re.fullmatch(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)", value.strip()):
                raise refuse(self.name, number, _letter(index), f"ô báo lỗi {value.strip()}")

    def _task(self, code: str, number: int) -> Task:
        column = _letter(self.code)
        if not self.book.has_task(code):
            raise refuse(self.name, number, column, f"mã dòng “{code[:30]}” không có trong kế hoạch đang mở",
                         "Hãy mở đúng kế hoạch của bảng này; nếu dòng do chép thêm, hãy xoá mã ở cột ẩn đầu tiên.")
        known = self.seen.get(code)
        if known is not None and known[0] == self.name:
            raise refuse(self.name, number, column, f"mã dòng đã có ở dòng {known[1]} (dòng chép lại?)",
                         "Hãy xoá mã của dòng chép thêm ở cột ẩn đầu tiên; dòng đó sẽ thành nhiệm vụ mới.")
        self.seen.setdefault(code, (self.name, number))
        return self.book.task(code)

    def _make(self, number: int, key: str, task: Task | None, before: str, after: str, value: Any, makes: Sequence[str] = (),
              column: int | None = None, target: str = "") -> CellDifference:
        index = self.columns.get(key, self.columns["text"]) if column is None else column
        return CellDifference(number, _letter(index), key, task.id if task else None, task.text if task else after, before, after, value,
                              self.name, tuple(makes), target)

    def _row(self, task: Task, row: Cells, number: int) -> list[CellDifference]:
        found: list[CellDifference] = []
        for key, mine in (("text", task.text), ("deliverable", task.deliverable), ("note", task.note)):
            if key in self.columns and _squeezed(_text(self.value(row, key))) != _squeezed(mine):
                after = _text(self.value(row, key))
                if key == "text" and not after:
                    raise refuse(self.name, number, _letter(self.columns[key]), "nội dung nhiệm vụ bị xoá trắng")
                found.append(self._make(number, key, task, clean(mine), after, after))
        found += self._roles(task, row, number)
        found += self._marks(task, row, number)
        found += self._deadline(task, row, number)
        found += self._state(task, row, number)
        return found

    def _roles(self, task: Task, row: Cells, number: int) -> Iterable[CellDifference]:
        for key, role in (("leads", Role.LEAD), ("coops", Role.COOP)):
            if key not in self.columns:
                continue
            cells = self.book.assignments(task.id, role)
            written = {words(c.written): c.agency for c in cells if c.written}
            mine = [self.book.agencies[c.agency].name for c in cells if c.agency in self.book.agencies]
            names, ids, makes = self._names(_text(self.value(row, key)), written)
            if ids != {c.agency for c in cells} or makes:
                yield self._make(number, key, task, "; ".join(mine), "; ".join(names), tuple(names), makes)

    def _names(self, text: str, written: Mapping[str, str]) -> tuple[list[str], set[str], list[str]]:
        """Names for the book, the ids of those known, and the names not known."""
        names: list[str] = []
        ids: set[str] = set()
        makes: list[str] = []
        pieces = [p.strip() for p in re.split(r"[;\n]", text) if p.strip(" .-")]
        for piece in [part for p in pieces for part in self._split(p, written)]:
            agency = self.book.agencies.get(written.get(words(piece), "")) or self._agency(piece)
            if agency is None:
                makes.append(piece)
                names.append(piece)
            elif agency.id not in ids:
                ids.add(agency.id)
                names.append(agency.name)
        return names, ids, makes

    def _split(self, piece: str, written: Mapping[str, str]) -> list[str]:
        """By commas only where every part is an agency of its own: "UBND các xã, phường" is one."""
        if "," not in piece or words(piece) in written or self._agency(piece) is not None:
            return [piece]
        parts = [p.strip() for p in piece.split(",") if p.strip()]
        return parts if all(self._agency(p) is not None for p in parts) else [piece]

    def _marks(self, task: Task, row: Cells, number: int) -> Iterable[CellDifference]:
        for agency_id, index in self.marks.items():
            mark = _text(row[index] if index < len(row) else None)
            role = {"": None, "ct": Role.LEAD, "ph": Role.COOP}.get(mark.casefold(), mark)
            if isinstance(role, str) and not isinstance(role, Role):
                raise refuse(self.name, number, _letter(index), f"“{mark[:20]}” không phải CT, PH hay ô trống")
            mine = self.book.role(task.id, agency_id)
            if role is not mine:
                name = self.book.agencies[agency_id].name
                before, after = f"{name}: {_mark(mine)}", f"{name}: {_mark(role)}"
                yield self._make(number, "cell", task, before, after, role, column=index, target=agency_id)

    def _deadline(self, task: Task, row: Cells, number: int) -> Iterable[CellDifference]:
        if "deadline" in self.columns:
            after = _text(self.value(row, "deadline"))
            if _squeezed(after) != _squeezed(deadline_words(task)):
                day = self._day(row, number) if "due" in self.columns else None
                value = self._deadlines(after, day if day != task.due else None)
                yield self._make(number, "deadline", task, deadline_words(task), after, value)
                return
        if "due" in self.columns:
            day = self._day(row, number)
            if day != task.due:
                value = self._deadlines(short_day(day), day) if day else ()
                yield self._make(number, "due", task, short_day(task.due) if task.due else "", short_day(day) if day else "", value)

    def _deadlines(self, text: str, day: date | None) -> tuple[Deadline, ...]:
        if not text and day is None:
            return ()
        written = _day_in(text) if day is None else day
        return (Deadline(text or short_day(day or self.today), written),)

    def _day(self, row: Cells, number: int) -> date | None:
        value = self.value(row, "due")
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = _text(value)
        if not text:
            return None
        day = _day_in(text)
        if day is None:
            raise refuse(self.name, number, _letter(self.columns["due"]), f"“{text[:30]}” không phải ngày (dd/mm/yyyy)")
        return day

    def _state(self, task: Task, row: Cells, number: int) -> Iterable[CellDifference]:
        done, paused, key = task.done, task.paused, ""
        if "done" in self.columns and (text := _text(self.value(row, "done"))):
            done, key = _day_in(text) or (self.today if words(text) in _TICKED | set(_DONE) else done), "done"
        elif "box" in self.columns and {words(_text(self.value(row, "box"))), _text(self.value(row, "box"))} & _TICKED:
            done, key = task.done or self.today, "box"
        elif "status" in self.columns and (text := _text(self.value(row, "status"))):
            folded, key = words(text), "status"
            paused = folded.startswith(_PAUSED)
            if folded.startswith(_DONE):
                done = _day_in(text) or task.done or self.today
        if done != task.done and key:
            yield self._make(number, "done", task, short_day(task.done) if task.done else "", short_day(done) if done else "", done,
                             column=self.columns[key])
        if paused != task.paused and key == "status":
            yield self._make(number, "paused", task, "có" if task.paused else "", "có" if paused else "", paused, column=self.columns[key])

    def _added(self, row: Cells, number: int, last: str | None) -> Iterable[CellDifference]:
        text = _text(self.value(row, "text"))
        others = {k: _text(self.value(row, k)) for k in ("leads", "coops", "deadline", "due", "deliverable", "note")}
        count = _text(self.value(row, "number"))
        if text.casefold().startswith("tổng số"):
            return
        if not text or (not any(others.values()) and (self.headings & {words(text), words(f"{count} {text}")})):
            return
        if not (count.isdecimal() or any(others.values())):
            if not _ROMAN.fullmatch(count.strip(".)")):
                self.notes.append(f"Trang “{self.name}”, dòng {number}: “{text[:60]}” không có mã dòng nên được bỏ qua.")
            return
        leads, _, unknown = self._names(others["leads"], {})
        coops, _, more = self._names(others["coops"], {})
        day = self._day(row, number) if others["due"] else None
        deadlines = self._deadlines(others["deadline"], day) if others["deadline"] or day else ()
        made = NewRow(last, text, tuple(leads), tuple(coops), deadlines, others["deliverable"], others["note"])
        yield self._make(number, "new", None, "", text, made, [*unknown, *more])


def _mark(role: Any) -> str:
    return "CT" if role is Role.LEAD else "PH" if role is Role.COOP else "trống"


_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")


def _day_in(text: str) -> date | None:
    match = _DAY.search(text)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
