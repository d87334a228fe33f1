"""Named styles of the workbook: a clerk changes one in Excel and every cell of its sort follows."""
from __future__ import annotations

from copy import copy
from functools import cache
from typing import Any

from core.sheets.layout import FONT, Align, Text

INK = "FF000000"
SECTION_FILL = "FFEDEDED"
LEAD_FILL = "FFFCE4D6"
HEAD_FILL = "FFD9E2F3"
OPEN_LEFT, OPEN_RIGHT = {"Mục giữa", "Mục cuối"}, {"Mục đầu", "Mục giữa"}  # no line there: a heading's words go over such cells


def usual_font(book: Any) -> None:
    """The workbook writes in Times New Roman 12 wherever no style says otherwise; widths of columns count its digits."""
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    font = Font(name=FONT, size=12, family=1)
    book._fonts = IndexedList([font])
    book._named_styles["Normal"].font = font


@cache
def styled_cell() -> Any:
    """openpyxl's cell with the number of its style at hand: looking it up costs a tenth of writing a sheet."""
    from openpyxl.cell import Cell

    class StyledCell(Cell):  # type: ignore[misc,unused-ignore]
        __slots__ = ("number",)
        has_style = True

        @property
        def style_id(self) -> Any:
            return self.number

    return StyledCell


class Styles:
    """Named styles of one workbook and the cells that use them."""

    def __init__(self, book: Any) -> None:
        usual_font(book)
        self._book = book
        self._made: dict[object, Any] = {}
        self._names: set[str] = set()

    def cell(self, sheet: Any, value: object, name: str, size: float = 12.0) -> Any:
        """A write-only cell of a named style."""
        style = self._style(sheet, name, size)
        made = styled_cell()(sheet, row=1, column=1)
        made._style = style
        made.number = self._book._cell_styles.add(style)
        put(made, value)
        return made

    def text(self, sheet: Any, block: Text) -> Any:
        """A cell for a text above or below the table."""
        from openpyxl.cell import WriteOnlyCell

        key = (block.style, block.size, block.bold, block.italic, block.align)
        if key not in self._made:
            made = WriteOnlyCell(sheet, None)
            made.style = self._text_style(block)
            self._made[key] = copy(made._style)
        made = WriteOnlyCell(sheet, None)
        made._style = self._made[key]
        put(made, block.text)
        return made

    def rich(self, sheet: Any, texts: tuple[Text, ...]) -> Any:
        """A cell with several texts one below another, each in its own letters; blank lines make room for the hand."""
        from openpyxl.cell.rich_text import CellRichText, TextBlock
        from openpyxl.cell.text import InlineFont

        if not texts:
            return None
        cell = self.text(sheet, Text("", 13, align=texts[0].align, style="Chữ ký"))
        parts = []
        for n, text in enumerate(texts):
            blank = "\n" * (round(text.before / (text.size * 1.3)) + (1 if n else 0))
            font = InlineFont(rFont=FONT, sz=text.size, b=text.bold, i=text.italic, color=INK)
            parts.append(TextBlock(font, blank + text.text))
        cell._value = CellRichText(*parts)
        cell.data_type = "s"
        cell._style = copy(cell._style)
        cell.alignment = self._top(texts[0])
        return cell

    def _top(self, text: Text) -> Any:
        from openpyxl.styles import Alignment

        return Alignment(horizontal="left" if text.align is Align.LEFT else "center", vertical="top", wrap_text=True)

    def _style(self, sheet: Any, name: str, size: float) -> Any:
        from openpyxl.cell import WriteOnlyCell

        key = (name, size)
        if key not in self._made:
            made = WriteOnlyCell(sheet, None)
            made.style = self._cell_style(name, size)
            self._made[key] = copy(made._style)
        return self._made[key]

    def _register(self, name: str, **parts: Any) -> str:
        from openpyxl.styles import NamedStyle

        if name not in self._names:
            self._names.add(name)
            self._book.add_named_style(NamedStyle(name=name, **parts))
        return name

    def _cell_style(self, name: str, size: float) -> str:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        section = name.startswith("Mục")
        bold = section or name in ("Đầu cột", "Đầu cột đứng", "Ô chủ trì", "Tổng", "Tổng tỷ lệ")
        left = name == "Ô chữ" or (section and name != "Mục số")
        fill = SECTION_FILL if section else {"Ô chủ trì": LEAD_FILL, "Đầu cột": HEAD_FILL, "Đầu cột đứng": HEAD_FILL,
                                             "Tổng": SECTION_FILL, "Tổng tỷ lệ": SECTION_FILL}.get(name)
        side = Side(style="thin", color=INK)
        parts: dict[str, Any] = {
            "font": Font(name=FONT, size=size, bold=bold, color=INK),
            "border": Border(None if name in OPEN_LEFT else side, None if name in OPEN_RIGHT else side, side, side),
            "alignment": Alignment(horizontal="left" if left else "center", vertical="center", wrap_text=name not in OPEN_RIGHT,
                                   text_rotation=90 if name == "Đầu cột đứng" else 0),
        }
        if fill:
            parts["fill"] = PatternFill("solid", fgColor=fill)
        if name == "Ô ngày":
            parts["number_format"] = "dd/mm/yyyy"
        elif name in ("Ô tỷ lệ", "Tổng tỷ lệ"):
            parts["number_format"] = "0.0"
        return self._register(name if size == 12 else f"{name} {size:g}", **parts)

    def _text_style(self, block: Text) -> str:
        from openpyxl.styles import Alignment, Font

        align = "left" if block.align is Align.JUSTIFY else block.align.value
        name, n = block.style, 1
        key = (block.size, block.bold, block.italic, block.align)
        while name in self._names and self._made.get(("text", name)) != key:
            n += 1
            name = f"{block.style} {n}"
        self._made["text", name] = key
        font = Font(name=FONT, size=block.size, bold=block.bold, italic=block.italic, color=INK,
                    underline="single" if block.rule == 1 else None)
        return self._register(name, font=font, alignment=Alignment(horizontal=align, vertical="center", wrap_text=True))


def section_styles(wide: int, end: int) -> dict[int, str]:
    """The styles of the cells of a heading whose words begin at ``wide`` and go over the cells behind it, up to ``end``."""
    if end - wide < 2:
        return {}
    return {wide: "Mục đầu", **dict.fromkeys(range(wide + 1, end - 1), "Mục giữa"), end - 1: "Mục cuối"}


MOST = 32767  # letters that Excel holds in a cell
CUT = "… (còn nữa: xem kế hoạch)"


def put(cell: Any, value: object) -> None:
    """Give a cell its value; a text stays a text whatever it begins with."""
    if isinstance(value, str):
        if len(value) > MOST // 2:
            value = cut(value)
        cell.value = value
        cell.data_type = "s"
        if value[:1] in _DANGEROUS:
            cell._style = copy(cell._style)
            cell.quotePrefix = True  # so that it stays one when the clerk edits the cell
            if hasattr(cell, "number"):
                cell.number = cell.parent.parent._cell_styles.add(cell._style)
    else:
        cell.value = value


_DANGEROUS = frozenset("=+-@\t\r\n'")


def cut(text: str) -> str:
    """At most 32,767 letters as Excel counts them."""
    if len(text.encode("utf-16-le")) // 2 <= MOST:
        return text
    kept = text.encode("utf-16-le")[:2 * (MOST - len(CUT))].decode("utf-16-le", "ignore")
    return kept + CUT
