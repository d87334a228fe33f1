"""Tasks of several plans → the sheet "Danh mục nhiệm vụ" of the follow-up: what is late or falls due, who leads, and the reason."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten

from core.follow import Stage, span_of
from core.model import Plan, Task
from core.sheets.layout import MM, Align, Block, Bundle, Column, ColumnKind, PageSetup, Row, RowKind, Sheet, Table, Text
from core.sheets.letters import ruler
from core.sheets.options import SheetOptions
from core.sheets.wording import clean, deadline_words, joined_names, letter_head, short_day, type_word

USUAL = SheetOptions()
SIDES = 4.0  # mm at the sides of a word in a cell, rounding counted in
LEAST_TITLE = 20  # letters before a quote for which the cut title goes without the quote
_TITLES = {Stage.LATE: "Danh mục nhiệm vụ quá hạn", Stage.WEEK: "Danh mục nhiệm vụ đến hạn trong tuần",
           Stage.MONTH: "Danh mục nhiệm vụ đến hạn trong tháng", Stage.QUARTER: "Danh mục nhiệm vụ đến hạn trong quý",
           Stage.AHEAD: "Danh mục nhiệm vụ sắp đến hạn", Stage.UNDATED: "Danh mục nhiệm vụ không có ngày hết hạn",
           Stage.PAUSED: "Danh mục nhiệm vụ tạm dừng", Stage.DONE: "Danh mục nhiệm vụ đã hoàn thành"}


@dataclass(frozen=True, slots=True)
class FollowTask:
    """One task with the plan that gives it and the full names of its agencies."""

    plan: Plan
    task: Task
    leads: tuple[str, ...] = ()
    coops: tuple[str, ...] = ()


def title_of(stage: Stage) -> str:
    return _TITLES[stage]


def followup_bundle(tasks: Sequence[FollowTask], stage: Stage, today: date, *, agency: str = "",
                    options: SheetOptions = USUAL) -> Bundle:
    """``agency``: the name of the one whose tasks these are, "" for all."""
    page = PageSetup(options.paper, True if options.landscape is None else options.landscape, options.margins)
    body: list[Block] = []
    issuers = Counter(t.plan.issuer for t in tasks if t.plan.issuer)
    if options.motto and issuers:
        issuer = issuers.most_common(1)[0][0]
        body.append(letter_head(next(t.plan for t in tasks if t.plan.issuer == issuer)))
    rows = tuple(_row(n, t, today) for n, t in enumerate(tasks, start=1))
    body += [Text(title_of(stage).upper(), 14, bold=True, align=Align.CENTER, keep=True, style="Tên phiếu"),
             Text(_under(stage, today, agency), 13, italic=True, align=Align.CENTER, after=8, keep=True, style="Kèm theo"),
             Table(_columns(rows, options.size, page), rows, 2, options.size, name="Theo dõi")]
    title = f"{title_of(stage)} - {short_day(today)}" + (f" - {agency}" if agency else "")
    return Bundle((Sheet("Theo dõi", page, tuple(body)),), title, "", title_of(stage))


def _under(stage: Stage, today: date, agency: str) -> str:
    first, last = span_of(stage, today) or (None, None)
    days = f"Từ ngày {short_day(first)} đến ngày {short_day(last)}" if first and last else f"Tính đến ngày {short_day(today)}"
    return f"({days}; cơ quan chủ trì: {clean(agency)})" if agency else f"({days})"


def _columns(rows: Sequence[Row], size: float, page: PageSetup) -> tuple[Column, ...]:
    """The columns, that of the documents as wide as its longest word: a number like "350/QĐ-UBND" is never broken. The others
    give the room, because all are stretched together to the page."""
    usual = (Column("number", "STT", 10, Align.CENTER, ColumnKind.NUMBER), Column("document", "Văn bản giao", 30),
             Column("text", "Nội dung nhiệm vụ", 78, Align.JUSTIFY), Column("leads", "Cơ quan chủ trì", 34),
             Column("coops", "Cơ quan phối hợp", 38), Column("due", "Thời hạn", 26, Align.CENTER),
             Column("state", "Tình trạng", 26, Align.CENTER), Column("reason", "Kết quả, nguyên nhân chậm", 32))
    longest = max((ruler(size).word(word) for row in rows for word in str(row.cells[1]).split()), default=0.0) / MM + SIDES
    total = sum(column.width for column in usual)
    wide = max(usual[1].width, longest * total / page.text_width)
    rest = (total - usual[0].width - wide) / (total - usual[0].width - usual[1].width)
    return (usual[0], replace(usual[1], width=wide), *(replace(column, width=column.width * rest) for column in usual[2:]))


def _row(number: int, item: FollowTask, today: date) -> Row:
    task, plan = item.task, item.plan
    document = f"{type_word(plan)} số {clean(plan.number)}" if plan.number else _cut_title(clean(plan.title or plan.source_name))
    if plan.date is not None:
        document += f" ngày {short_day(plan.date)}"
    words = deadline_words(task)
    day = short_day(task.due) if task.due else ""
    due = words if not day or day in words else f"{day} ({words})" if words else day
    return Row(RowKind.TASK, (number, document, clean(task.text), joined_names(item.leads), joined_names(item.coops), due,
                              state_words(task, today), clean(task.note)), id=task.id)


def _cut_title(title: str) -> str:
    """The title of a plan without number, as much as its cell takes. A quote that the cut leaves open goes with its mark, because
    what is quoted is not whole."""
    cut = shorten(title, 90, placeholder="…")
    if cut.endswith("…") and not title.endswith("…"):
        for opening, closing in (("“", "”"), ("«", "»"), ('"', '"')):
            at = cut.rfind(opening)
            is_open = cut.count(opening) % 2 == 1 if opening == closing else cut.count(opening) > cut.count(closing)
            if is_open:
                cut = cut[:at].rstrip(" ,;:-–") + "…" if at > LEAST_TITLE else cut[:at] + cut[at + 1:]
    return cut


def state_words(task: Task, today: date) -> str:
    """The state on a day as it stands on paper; it is never stored."""
    if task.done is not None:
        late = task.due is not None and task.done > task.due
        return f"Hoàn thành {'quá hạn' if late else 'đúng hạn' if task.due else ''} ngày {short_day(task.done)}".replace("  ", " ")
    if task.paused:
        return "Tạm dừng"
    if task.due is None:
        return "Không thời hạn"
    days = (task.due - today).days
    return f"Quá hạn {-days} ngày" if days < 0 else "Đến hạn hôm nay" if days == 0 else f"Còn {days} ngày"
