"""Cells to and from the clipboard: out as a table with headings for Excel and Word, in as CT / PH / x from anywhere. No Qt widgets."""
from __future__ import annotations

from collections.abc import Sequence
from html import escape

from core.fold import words
from core.matrix_grid import COOP, IMPLIED_COOP, IMPLIED_LEAD, LEAD
from core.model import Role

BARE = "application/x-phancong-cells"  # the cells without headings, for pasting back into the matrix
SHOWN = {0: "", LEAD: "CT", COOP: "PH", IMPLIED_LEAD: "ct", IMPLIED_COOP: "ph"}
_LEAD_WORDS = frozenset({"ct", "c", "chu tri", "lead", "chu tri thuc hien"})
_COOP_WORDS = frozenset({"ph", "p", "phoi hop", "x", "v", "coop", "co"})
_STYLE = "border:1px solid #000;padding:2px 5px;mso-number-format:'\\@';"  # the last keeps "=1+1" and "01" as text in Excel
_TICKS = frozenset("✓✔☑☒×•●+*")
_EMPTY = frozenset({"", "0"})

Table = Sequence[Sequence[str]]


def as_text(rows: Table) -> str:
    """Tab-separated lines; cells with tabs, breaks or quotes are quoted as Excel does."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in '\t\n\r"') else cell


def as_html(rows: Table, heads: int, left: int) -> str:
    """A table with borders; ``heads`` rows on top are headings, the first ``left`` columns are aligned left, marks are centred."""
    made = []
    for n, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row):
            name = "th" if n < heads else "td"
            side = "left" if column < left and n >= heads else "center"
            bold = "font-weight:bold;" if cell == "CT" else ""
            text = escape(cell).replace("\n", "<br>")
            cells.append(f'<{name} style="{_STYLE}text-align:{side};{bold}">{text}</{name}>')
        made.append(f"<tr>{''.join(cells)}</tr>")
    return ('<html><head><meta charset="utf-8"></head><body><table style="border-collapse:collapse;'
            f'font-family:\'Times New Roman\',serif;font-size:12pt">{"".join(made)}</table></body></html>')


def parse(text: str) -> list[list[str]]:
    """Rows of cells from tab-separated text with Excel's quoting; the empty last line goes."""
    rows: list[list[str]] = [[]]
    cell: list[str] = []
    quoted = False
    place = 0
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    while place < len(text):
        char = text[place]
        if quoted:
            if char == '"' and text[place + 1:place + 2] == '"':
                cell.append('"')
                place += 1
            elif char == '"':
                quoted = False
            else:
                cell.append(char)
        elif char == '"' and not cell:
            quoted = True
        elif char in "\t\n":
            rows[-1].append("".join(cell))
            cell = []
            if char == "\n":
                rows.append([])
        else:
            cell.append(char)
        place += 1
    rows[-1].append("".join(cell))
    return rows[:-1] if rows[-1] == [""] and len(rows) > 1 else rows


def role_of(cell: str) -> Role | str | None:
    """The role that a pasted cell means, None for an empty one; any other word comes back as it is, for it is no role."""
    key = words(cell)
    if key in _LEAD_WORDS:
        return Role.LEAD
    if key in _COOP_WORDS or cell.strip() in _TICKS:
        return Role.COOP
    return None if key in _EMPTY and not cell.strip(" 0-–.") else cell.strip()


def by_headings(rows: Table, agencies: dict[str, str], tasks: dict[str, str]) -> dict[tuple[str, str], str] | None:
    """Cells of a table that carries its headings: agencies' names in the first row, numbers of tasks in the first column.

    ``agencies`` maps folded names (core.fold.words) to ids, ``tasks`` numbers as written ("12") to ids. None where it has no headings.
    """
    if len(rows) < 2:
        return None
    columns = {n: agencies[key] for n, cell in enumerate(rows[0]) if (key := words(cell)) in agencies}
    if not columns or 0 in columns:
        return None
    found: dict[tuple[str, str], str] = {}
    for row in rows[1:]:
        task = tasks.get(row[0].strip().rstrip(".")) if row else None
        if task is not None:
            found.update({(task, agency): row[n] for n, agency in columns.items() if n < len(row)})
    return found or None
