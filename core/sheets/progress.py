"""Book → the sheet "Bảng tổng hợp": per agency the tasks led and shared, their states on a day, their deadlines by quarter, and a chart."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from core.book import Book
from core.matrix import column_order, groups_by_member
from core.model import Agency, Task
from core.sheets.checklist import Duties, agencies_with_duties, duties_of
from core.sheets.layout import (
    Align,
    BarChart,
    Block,
    Bundle,
    Column,
    ColumnKind,
    PageSetup,
    Row,
    RowKind,
    Series,
    Sheet,
    Table,
    Text,
)
from core.sheets.options import SheetOptions
from core.sheets.wording import agency_name, clean, named_plan, quarter, short_day, signatures, with_document, working_head

TITLE = "Tổng hợp nhiệm vụ theo cơ quan"
STATES = ("Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Đang làm trong hạn", "Đang làm quá hạn", "Không thời hạn")
MAX_PERIODS = 10
NO_DEADLINE = "Không rõ ngày"


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one agency. ``states`` counts the tasks it leads."""

    agency: Agency
    duties: Duties
    states: tuple[int, ...]


def progress_bundle(book: Book, options: SheetOptions) -> Bundle:
    today = options.today or date.today()
    page = PageSetup(options.paper, True if options.landscape is None else options.landscape, options.margins)
    lines = _lines(book, today)
    periods = _period_table(lines, options)
    body: list[Block] = [*working_head(book.plan, TITLE, options),
                         Text(f"Tính đến ngày {short_day(today)}. Tình hình thực hiện tính trên các nhiệm vụ chủ trì.", 13, italic=True,
                              align=Align.LEFT, after=6, keep=True, style="Ghi chú"),
                         _state_table(lines, options)]
    if periods is not None:
        body += [Text("Nhiệm vụ chủ trì theo thời hạn", 13, bold=True, align=Align.LEFT, before=14, after=6, keep=True, style="Đề mục"),
                 periods]
    body += _chart(lines)
    if options.signer is not None:
        body.append(signatures(options.signer, options.recipients))
    return Bundle((Sheet("Bảng tổng hợp", page, tuple(body)),), f"{TITLE} - {with_document(book.plan)}", clean(book.plan.issuer or ""),
                  named_plan(book.plan))


def state_of(task: Task, today: date) -> int:
    """Place of the task's state in STATES; it is never stored."""
    if task.done is not None:
        return 1 if task.due is not None and task.done > task.due else 0
    if task.due is None:
        return 4
    return 3 if task.due < today and not task.paused else 2


def _lines(book: Book, today: date) -> list[Line]:
    groups = groups_by_member(book)
    shown = {a.id: a for a in agencies_with_duties(book)}
    shown.update((i, book.agencies[i]) for row in book.cells.values() for i in row if i in book.agencies)
    lines = []
    for agency in sorted(shown.values(), key=column_order):
        duties = duties_of(book, agency.id, groups.get(agency.id, frozenset()))
        states = Counter(state_of(duty.task, today) for duty in duties.leads)
        lines.append(Line(agency, duties, tuple(states[n] for n in range(len(STATES)))))
    return lines


def _number(key: str, title: str, width: float = 19) -> Column:
    return Column(key, title, width, Align.CENTER, ColumnKind.NUMBER)


def _state_table(lines: Sequence[Line], options: SheetOptions) -> Table:
    columns = (Column("number", "STT", 10, Align.CENTER, ColumnKind.NUMBER), Column("agency", "Cơ quan, đơn vị", 70),
               _number("leads", "Chủ trì"), _number("coops", "Phối hợp"), _number("groups", "Qua nhóm"),
               *(_number(f"state{n}", title, 22) for n, title in enumerate(STATES)),
               Column("share", "Tỷ lệ hoàn thành (%)", 22, Align.CENTER, ColumnKind.NUMBER))
    return Table(columns, tuple(_state_rows(lines, options)), 2, options.size, name="Tổng hợp theo cơ quan")


def _state_rows(lines: Sequence[Line], options: SheetOptions) -> Iterator[Row]:
    for n, line in enumerate(lines, start=1):
        counts = (len(line.duties.leads), len(line.duties.coops), len(line.duties.groups))
        yield Row(RowKind.TASK, (n, agency_name(line.agency, options), *counts, *line.states, _share(line.states)), id=line.agency.id)
    if lines:
        states = tuple(sum(line.states[n] for line in lines) for n in range(len(STATES)))
        counts = (sum(len(line.duties.leads) for line in lines), sum(len(line.duties.coops) for line in lines),
                  sum(len(line.duties.groups) for line in lines))
        yield Row(RowKind.TOTAL, ("Tổng số lượt giao", *counts, *states, _share(states)))


def _share(states: Sequence[int]) -> float | None:
    """Percentage of the led tasks that are done; None where none is led."""
    total = sum(states)
    return round(100 * (states[0] + states[1]) / total, 1) if total else None


def _period_table(lines: Sequence[Line], options: SheetOptions) -> Table | None:
    """Agencies with tasks to lead × quarters (years where there are too many quarters)."""
    days = {d.task.due for line in lines for d in line.duties.leads if d.task.due is not None}
    if not days:
        return None
    name = quarter if len({quarter(day) for day in days}) <= MAX_PERIODS else _year
    names = list(dict.fromkeys(name(day) for day in sorted(days)))
    if len(names) > MAX_PERIODS:
        kept = names[:MAX_PERIODS - 1]
        names = [*kept, "Sau đó"]
    columns = (Column("number", "STT", 10, Align.CENTER, ColumnKind.NUMBER), Column("agency", "Cơ quan, đơn vị", 70),
               *(_number(f"period{n}", title) for n, title in enumerate([*names, NO_DEADLINE])), _number("total", "Tổng số"))
    leading = [line for line in lines if line.duties.leads]
    rows = []
    totals: Counter[str] = Counter()
    for n, line in enumerate(leading, start=1):
        counts = Counter(_period(duty.task, name, names) for duty in line.duties.leads)
        totals.update(counts)
        rows.append(Row(RowKind.TASK, (n, agency_name(line.agency, options), *(counts[p] or None for p in (*names, NO_DEADLINE)),
                                       len(line.duties.leads)), id=line.agency.id))
    rows.append(Row(RowKind.TOTAL, ("Tổng số lượt giao", *(totals[p] for p in (*names, NO_DEADLINE)), totals.total())))
    return Table(columns, tuple(rows), 2, options.size, name="Theo thời hạn")


def _year(day: date) -> str:
    return f"Năm {day.year}"


def _period(task: Task, name: object, names: Sequence[str]) -> str:
    if task.due is None:
        return NO_DEADLINE
    assert callable(name)
    found = str(name(task.due))
    return found if found in names else names[-1]


def _chart(lines: Sequence[Line]) -> list[Block]:
    if not lines:
        return []
    return [BarChart("Số nhiệm vụ chủ trì và phối hợp của từng cơ quan", tuple(agency_name(line.agency) for line in lines),
                     (Series("Chủ trì", tuple(len(line.duties.leads) for line in lines)),
                      Series("Phối hợp", tuple(len(line.duties.coops) for line in lines))))]
