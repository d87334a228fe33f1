"""Book → the sheet "Phụ lục phân công nhiệm vụ": all tasks of a plan under its headings, who leads, who cooperates, by when."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.book import Book
from core.matrix import MatrixRow, build, working_agencies
from core.model import Assignment, Role, Task
from core.sheets.columns import ASSIGNMENT, balanced, chosen
from core.sheets.layout import Block, Bundle, CellValue, Column, PageSetup, Row, RowKind, Sheet, Table
from core.sheets.options import SheetOptions
from core.sheets.task_lines import task_text
from core.sheets.wording import (
    agency_name,
    appendix_head,
    clean,
    deadline_words,
    joined_names,
    named_plan,
    signatures,
    split_label,
    with_document,
)

TITLE = "Phân công nhiệm vụ"


def assignment_bundle(book: Book, options: SheetOptions) -> Bundle:
    page = PageSetup(options.paper, True if options.landscape is None else options.landscape, options.margins)
    body: tuple[Block, ...] = (*appendix_head(book.plan, TITLE, options), assignment_table(book, options))
    if options.signer is not None:
        body = (*body, signatures(options.signer, options.recipients))
    sheet = Sheet(f"Phụ lục {options.appendix} phân công".replace("  ", " "), page, body)
    return Bundle((sheet,), f"{TITLE} - {with_document(book.plan)}", clean(book.plan.issuer or ""), named_plan(book.plan))


def assignment_table(book: Book, options: SheetOptions) -> Table:
    columns = tuple(_with_lists(book, options, chosen(ASSIGNMENT, options.columns)))
    frozen = next(n for n, column in enumerate(columns) if column.key == "task") + 1
    return balanced(Table(columns, tuple(_rows(book, options, columns)), frozen, options.size, name=TITLE), options)


def _with_lists(book: Book, options: SheetOptions, columns: tuple[Column, ...]) -> Iterator[Column]:
    """Names for the drop-down lists of the workbook."""
    names = tuple(agency_name(a, options) for a in working_agencies(book))
    for column in columns:
        yield replace(column, choices=names) if column.key in ("leads", "coops") else column


def _rows(book: Book, options: SheetOptions, columns: tuple[Column, ...]) -> Iterator[Row]:
    number = 0
    for row in build(book, filter=options.filter).rows:
        if row.task is None:
            yield section_row(row)
            if options.numbering == "section":
                number = 0
            continue
        number += 1
        yield Row(RowKind.TASK, _cells(book, row.task, number, options, columns), id=row.task.id)


def section_row(row: MatrixRow) -> Row:
    """A heading with its number apart. The colon before the list that follows has no place in a table."""
    label, text = split_label(row.text)
    return Row(RowKind.SECTION, (label or row.label.strip(" .)"), text.rstrip(" :;")), row.level)


def _cells(book: Book, task: Task, number: int, options: SheetOptions, columns: tuple[Column, ...]) -> tuple[CellValue, ...]:
    return tuple(_cell(book, task, number, options, column.key) for column in columns)


def _cell(book: Book, task: Task, number: int, options: SheetOptions, key: str) -> CellValue:
    match key:
        case "id":
            return task.id
        case "number":
            return number
        case "task":
            return task_text(book, task)
        case "leads":
            return role_names(book, task, Role.LEAD, options)
        case "coops":
            return role_names(book, task, Role.COOP, options)
        case "due":
            return task.due
        case "deadline":
            return deadline_words(task)
        case "deliverable":
            return clean(task.deliverable)
        case _:
            return clean(task.note)


def role_names(book: Book, task: Task, role: Role, options: SheetOptions) -> str:
    """"Sở Y tế; Các sở, ban, ngành": a group by the very words of the plan where they are known."""
    return joined_names(name_in_task(book, a, options) for a in book.assignments(task.id, role))


def name_in_task(book: Book, cell: Assignment, options: SheetOptions) -> str:
    agency = book.agencies.get(cell.agency)
    if agency is None:
        return clean(cell.written)
    return agency_name(agency, options)
