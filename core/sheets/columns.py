"""The columns of the assignment sheet and the checklist: the usual ones, and what the clerk makes of them."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.sheets.layout import Align, Column, ColumnKind, RowKind, Table, only
from core.sheets.options import ColumnChoice, SheetOptions

XLSX = frozenset({"xlsx"})

ID = Column("id", "Mã dòng", 18, formats=XLSX)
NUMBER = Column("number", "STT", 11, Align.CENTER, ColumnKind.NUMBER)
TASK = Column("task", "Nội dung nhiệm vụ", 92, Align.JUSTIFY)
DUE_DAY = Column("due", "Hạn (ngày)", 24, Align.CENTER, ColumnKind.DATE, formats=XLSX)
DEADLINE = Column("deadline", "Thời hạn", 27, Align.CENTER)

ASSIGNMENT = (ID, NUMBER, TASK, Column("leads", "Cơ quan chủ trì", 34), Column("coops", "Cơ quan phối hợp", 40), DUE_DAY, DEADLINE,
              Column("deliverable", "Sản phẩm", 27), Column("note", "Ghi chú", 20))

CHECKLIST = (ID, Column("box", "☐", 8, Align.CENTER, ColumnKind.BOX), replace(NUMBER, width=11), replace(TASK, title="Nhiệm vụ", width=88),
             Column("source", "Căn cứ", 20, Align.CENTER), Column("part", "Vai trò", 19, Align.CENTER, formats=XLSX, choices=(
                 "Chủ trì", "Phối hợp", "Chủ trì (qua nhóm)", "Phối hợp (qua nhóm)")),
             Column("others", "Cùng thực hiện", 42), replace(DUE_DAY, width=24), replace(DEADLINE, title="Hạn", width=25),
             Column("deliverable", "Sản phẩm", 25), Column("received", "Ký nhận", 20))

MATRIX = (ID, replace(NUMBER, width=11), replace(TASK, width=80))

HELD = {"id", "number", "task", "leads", "deadline", "box", "received"}  # what makes the sheet, and what is filled in by hand
EMPTY_SHARE = 0.7  # of its width that a column keeps where the plan says nothing in it: it is for the hand
GIVING = {"leads", "coops", "deadline", "deliverable", "note", "others", "source"}

ALL = {"assignment": ASSIGNMENT, "checklist": CHECKLIST}
LOCKED = {"id", "due"}  # they follow from the others and are not chosen


def columns_of(kind: str) -> tuple[Column, ...]:
    """The columns that the clerk may choose for a sheet, in the usual order."""
    return tuple(column for column in ALL.get(kind, ()) if column.key not in LOCKED)


def chosen(usual: tuple[Column, ...], choices: Iterable[ColumnChoice]) -> tuple[Column, ...]:
    """The columns as the clerk wants them. Columns that the choices do not name (of a newer version) come at their usual place's end.

    The task itself always stays: a sheet without it says nothing. The row's code comes first, the real day before its words.
    """
    by_key = {column.key: column for column in usual}
    made: list[Column] = []
    named: set[str] = set()
    for choice in choices:
        column = by_key.get(choice.key)
        if column is None or choice.key in LOCKED or choice.key in named:
            continue
        named.add(choice.key)
        if choice.shown or choice.key == "task":
            made.append(replace(column, title=choice.title or column.title, width=choice.width or column.width,
                                fixed=bool(choice.width)))
    if not named:
        return usual
    made += [column for column in usual if column.key not in named | LOCKED]
    return tuple(_with_locked(by_key, made))


def _with_locked(by_key: dict[str, Column], made: list[Column]) -> Iterable[Column]:
    if "id" in by_key:
        yield by_key["id"]
    for column in made:
        if column.key == "deadline" and "due" in by_key:
            yield by_key["due"]
        yield column


def balanced(table: Table, options: SheetOptions) -> Table:
    """The table with the columns in which nothing stands on any row put aside, at its end, so that the tasks have their room; those that
    are held or wanted empty are a little narrower, and the task wider by as much. Widths that the clerk has chosen stay as they are."""
    filled = [False] * len(table.columns)
    for row in table.rows:
        if row.kind is RowKind.TASK:
            filled = [known or bool(value) for known, value in zip(filled, row.cells, strict=True)]
    if any(filled) and not options.empty_columns:
        held = HELD | {choice.key for choice in options.columns if choice.title or choice.width}  # she has set it up by hand
        columns = [replace(column, spare=not (filled[n] or column.key in held)) for n, column in enumerate(table.columns)]
        order = sorted(range(len(columns)), key=lambda n: columns[n].spare)
        table, filled = only(replace(table, columns=tuple(columns)), order), [filled[n] for n in order]
    fixed = {choice.key for choice in options.columns if choice.width}
    if "task" in fixed:
        return table
    columns = [replace(column, width=column.width * EMPTY_SHARE) if not (used or column.spare) and column.key in GIVING - fixed else column
               for column, used in zip(table.columns, filled, strict=True)]
    given = sum(column.width for column in table.columns) - sum(column.width for column in columns)
    given += sum(column.width for column in columns if column.spare and not column.formats)
    return replace(table, columns=tuple(replace(c, width=c.width + given) if c.key == "task" else c for c in columns))
