"""Tables written as text: rows between bars, cells between lines of one bar, and cells that stand one a line under their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.column_heads import column_head
from core.markers import title_word
from core.model import CellPlace
from core.reading.cell_lines import paragraphs_of, share_out
from core.reading.lines import Line

_SEPARATOR = re.compile(r"[\s|:+=-]+$")
_NUMBER_CELL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,6}|[A-HĐa-hđ])[.)]?$")


def find_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines with the places of their cells, where they are a table; bars are gone."""
    out: list[Line] = []
    i, table = 0, 0
    while i < len(lines):
        for reader in (_bar_rows, _inner_bars, _lone_bars, _one_a_line):
            found = reader(lines, i, table)
            if found is not None:
                cells, i = found
                out += cells
                table += 1
                break
        else:
            out.append(lines[i])
            i += 1
    return out


def _bar_cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip().strip("|").split("|")]


def _is_row(text: str) -> bool:
    return text.startswith("|") and text.count("|") >= 3


def _bar_rows(lines: Sequence[Line], i: int, table: int) -> tuple[list[Line], int] | None:
    if not _is_row(lines[i].text):
        return None
    out: list[Line] = []
    row = 0
    while i < len(lines) and _is_row(lines[i].text):
        if not _SEPARATOR.match(lines[i].text):
            for column, cell in enumerate(_bar_cells(lines[i].text)):
                parts = re.split(r"\s*<br\s*/?>\s*", cell) if "<" in cell else [cell]
                out += [Line(part, True, False, CellPlace(table, row, column)) for part in parts if part]
            row += 1
        i += 1
    return out, i


def _inner_bars(lines: Sequence[Line], i: int, table: int) -> tuple[list[Line], int] | None:
    """Rows with bars between their cells only, under a head whose cells say what the columns hold."""
    heads = lines[i].text.split(" | ")
    known = sum(1 for head in heads if column_head(head))
    if len(heads) < 3 or known < 3 or known < len(heads) - 2 or lines[i].text.startswith("|"):
        return None
    out: list[Line] = []
    row = 0
    while i < len(lines) and lines[i].text.count(" | ") == len(heads) - 1:
        out += [Line(cell.strip(), True, False, CellPlace(table, row, c)) for c,
                cell in enumerate(lines[i].text.split(" | ")) if cell.strip()]
        row, i = row + 1, i + 1
    return (out, i) if row > 1 else None


def _lone_bars(lines: Sequence[Line], i: int, table: int) -> tuple[list[Line], int] | None:
    """``|`` alone on a line parts two cells, two such lines part two rows. Ends where no bar follows within a few lines."""
    if lines[i].text != "|":
        return None
    out: list[Line] = []
    row = column = 0
    bars = 1
    end = _last_bar(lines, i)
    close = any(lines[k].text == lines[k + 1].text == "|" and not lines[k + 1].gap for k in range(i, end))
    i += 1
    filled = False
    while i <= end:
        text = lines[i].text
        if text == "|":
            if close and bars and lines[i].gap and not filled:
                column, filled = column + 1, False  # a blank line between two bars is an empty cell, bars close together part rows
                i += 1
                continue
            bars += 1
            if bars == 2:
                row, column, filled = (row + 1, 0, False) if filled or column else (row, column, filled)
            elif filled:
                column, filled = column + 1, False
        else:
            if bars == 1 and out and out[-1].cell is not None and filled is False:
                column = column if out[-1].cell.row != row else max(column, out[-1].cell.column + 1)
            out.append(Line(text, lines[i].gap, lines[i].open_end, CellPlace(table, row, column)))
            bars, filled = 0, True
        i += 1
    return out, end + 1


def _last_bar(lines: Sequence[Line], i: int) -> int:
    """A cell's words follow its bar at once; a blank line behind a bar ends the table, and so does the title of what follows."""
    last, k = i, i + 1
    airy = i + 2 < len(lines) and lines[i + 1].gap and lines[i + 2].gap  # blank lines everywhere tell nothing
    while k < len(lines) and k - last <= 80:
        if lines[k].text == "|":
            last = k
        elif (k == last + 1 and lines[k].gap and not airy) or title_word(lines[k].text) or _ADDRESSED.match(lines[k].text):
            break
        k += 1
    return last


_ADDRESSED = re.compile(r"\W*kính gửi\b", re.IGNORECASE)


def _one_a_line(lines: Sequence[Line], i: int, table: int) -> tuple[list[Line], int] | None:
    """Heads one a line (TT, Nhiệm vụ, Cơ quan chủ trì …), then the cells one a line; a number opens each row."""
    first = column_head(lines[i].text)
    if first not in ("number", "task"):
        return None
    heads, cells, k = _heads_one_a_line(lines, i)
    if len(heads) < 3 or "task" not in heads or not {"lead", "coop", "who"} & set(heads):
        return None
    out = [Line(text, True, False, CellPlace(table, 0, c)) for c, text in enumerate(cells)]
    row = last = 0
    while k < len(lines):
        block, k = _row_block(lines, k, heads[0] == "number", last)
        if not block:
            break
        row += 1
        last = int(block[0].text) if block[0].text.isdecimal() else last
        out += _place(block, heads, table, row)
    return (out, k) if row else None


def _heads_one_a_line(lines: Sequence[Line], i: int) -> tuple[list[str], list[str], int]:
    """The kinds and the words of heads that stand one a line, or wrapped over two, and the first line behind them."""
    heads: list[str] = []
    cells: list[str] = []
    k = i
    while k < len(lines) and len(heads) < 10:
        text = lines[k].text
        wrapped = f"{text} {lines[k + 1].text}" if k + 1 < len(lines) and lines[k + 1].text[:1].islower() else ""
        if cells and text[:1].islower() and column_head(f"{cells[-1]} {text}"):
            cells[-1] = f"{cells[-1]} {text}"
            heads[-1] = column_head(cells[-1]) or heads[-1]
        elif head := column_head(text):
            heads.append(head)
            cells.append(text)
        elif wrapped and (head := column_head(wrapped)):
            heads.append(head)
            cells.append(wrapped)
            k += 1
        else:
            break
        k += 1
    return heads, cells, k


def _row_block(lines: Sequence[Line], k: int, numbered: bool, last: int) -> tuple[list[Line], int]:
    """The lines of the row that opens at ``k``, page numbers left out; ``last``: the number of the row before."""
    while k < len(lines) and _page_number(lines, k, last):
        k += 1
    if k >= len(lines) or not numbered or not _NUMBER_CELL.match(lines[k].text):
        return [], k
    block = [lines[k]]
    last = int(lines[k].text) if lines[k].text.isdecimal() else last
    k += 1
    while k < len(lines) and len(block) < 40:
        if _page_number(lines, k, last):
            k += 1
            continue
        if _opens_row(lines[k].text, last) or _after_table(lines[k].text):
            break
        block.append(lines[k])
        k += 1
    return block, k


def _opens_row(text: str, last: int) -> bool:
    """Whether a number cell opens the next row: a plain number counts on from the last one or begins again."""
    if not _NUMBER_CELL.match(text):
        return False
    plain = text.strip(".)")
    return not plain.isdecimal() or not last or int(plain) == 1 or last < int(plain) <= last + 3


def _page_number(lines: Sequence[Line], k: int, last: int) -> bool:
    """A number between two blank lines that is not the next row's: that one follows without them, or goes on from the last row."""
    text = lines[k].text
    if not text.isdecimal() or len(text) > 3 or not lines[k].gap or not (k + 1 == len(lines) or lines[k + 1].gap):
        return False
    follows = k + 1 < len(lines) and lines[k + 1].text.strip(".)") == str(last + 1)
    return int(text) != last + 1 or follows


_AFTER = re.compile(r"\W*(?:nơi nhận|ghi chú\s*:|TM\.\s|KT\.\s|(?:[IVX]{1,5}|[A-HĐ])\s?[.)]\s+[A-ZĐÀ-Ỹ ]{6,})")


def _after_table(text: str) -> bool:
    return bool(_AFTER.match(text[:60])) or text.lower().startswith("nơi nhận")


def _place(block: Sequence[Line], heads: list[str], table: int, row: int) -> list[Line]:
    """The cells of a row in their columns: one line each where lines and columns agree and no line goes on with another."""
    texts = [line.text for line in block]
    if len(texts) == len(heads) and not any(text[:1].islower() for text in texts[2:]):
        shared = [[text] for text in texts]
    elif not texts[0].strip(".)").isdecimal() and "." not in texts[0]:
        shared = [texts[:1], *(texts[1:] if head == "task" else [] for head in heads[1:])]  # "II" and the name of a group
    else:
        shared = [texts[:1], *share_out(texts[1:], heads[1:])]
    return [
        Line(text, True, False, CellPlace(table, row, column))
        for column, lines in enumerate(shared)
        for text in paragraphs_of(lines, heads[column] in ("lead", "coop", "who"))
    ]
