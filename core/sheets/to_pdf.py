"""Bundle → PDF: what comes on which page. Rows are laid out by ourselves and drawn straight on the page.

A row is cut only where no page could hold it; heading rows come again on every page; a heading is never alone at the foot of a page,
a signature never alone on one.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from core.sheets.layout import LEADING, MM, Align, BarChart, Block, Bundle, PageBreak, Pair, Sheet, Table, Text, shown, strips
from core.sheets.letters import Line, ruler
from core.sheets.pdf_chart import BarsOnPage
from core.sheets.pdf_pen import Pen
from core.sheets.pdf_table import TableOnPage

Progress = Callable[[float, str], None]
TITLES = ("Tên phụ lục", "Tên phiếu")  # what stands in the structure as the heading of a sheet
RULE_GAP = 1.5  # points between the letters and the line under them


def write_pdf(bundle: Bundle, target: Path, progress: Progress | None = None) -> None:
    """Write the bundle to ``target`` (which is replaced). The same bundle gives the same bytes."""
    pen = Pen(str(target), bundle)
    total = max(1, sum(len(table.rows) for sheet in bundle.sheets for table in sheet.tables))
    done = 0

    def step(rows: int) -> None:
        nonlocal done
        done += rows
        if progress is not None:
            progress(min(1.0, done / total), f"Đang vẽ trang {pen.pages}")

    for sheet in bundle.sheets:
        Flow(pen, sheet, step).run()
    if not bundle.sheets:
        pen.start(pen.setup, bundle.title)
    pen.save()


class Flow:
    """One sheet on its way down the pages. ``y`` is where the next block begins, in points from the top edge."""

    def __init__(self, pen: Pen | None, sheet: Sheet, step: Callable[[int], None]) -> None:
        self.pen: Any = pen  # none where only heights are asked for
        self.sheet, self.step = sheet, step
        page = sheet.page
        self.left = page.margins.left * MM
        self.room = page.text_width * MM
        self.top = page.margins.top * MM
        self.bottom = (page.height - page.margins.bottom) * MM
        self.y = self.top
        self.glued = False  # the block before is a heading that has seen to it that there is room
        self.head_above = False  # the block before is the letter head, which would stay behind alone on its page

    @property
    def fresh(self) -> bool:
        """Nothing stands on this page yet."""
        return self.y <= self.top + 0.01

    def new_page(self) -> None:
        self.pen.page()
        self.y = self.top

    def run(self) -> None:
        self.pen.start(self.sheet.page, self.sheet.name)
        body = self.sheet.body
        for n, block in enumerate(body):
            before = body[n - 1] if n else None
            self.glued = isinstance(before, Text) and before.keep
            self.head_above = isinstance(before, Pair) and not before.closing
            match block:
                case Text():
                    self._text(block, body[n:])
                case Pair():
                    self._pair(block)
                case Table():
                    self._table(block, self.closing(body[n + 1:]))
                case BarChart():
                    BarsOnPage(self, block).draw(self.closing(body[n + 1:]))
                case PageBreak():
                    self.new_page()

    # ---- how much room things need

    def closing(self, rest: Sequence[Block]) -> float:
        """Height of what must not be parted from the block before: texts up to a signature."""
        height = 0.0
        for block in rest:
            if isinstance(block, Pair) and block.closing:
                return height + self._pair_height(block)
            if not isinstance(block, Text):
                return 0.0
            height += self.text_height(block)
        return 0.0

    def first_piece(self, block: Block | None, short: bool = False) -> float:
        """What of a block must stand on the page together with the heading before it; ``short``: with its first row cut."""
        match block:
            case Table():
                return TableOnPage(self, strips(shown(block, "pdf"), self.sheet.page)[0]).least(short)
            case BarChart():
                return BarsOnPage(self, block).least()
            case Pair():
                return self._pair_height(block)
            case Text():
                return self.text_height(block)
            case _:
                return 0.0

    def text_height(self, block: Text, room: float | None = None) -> float:
        lines = self._wrapped(block, self.room if room is None else room)
        return block.before + len(lines) * block.size * LEADING + block.after + (RULE_GAP + 2 if block.rule else 0)

    def height(self, block: Text | Pair) -> float:
        return self._pair_height(block) if isinstance(block, Pair) else self.text_height(block)

    def _pair_height(self, block: Pair) -> float:
        left, right = self._pair_rooms(block)
        sides = ((block.left, left), (block.right, right))
        return block.before + block.after + max(sum(self.text_height(t, room) for t in texts) for texts, room in sides)

    def _pair_rooms(self, block: Pair) -> tuple[float, float]:
        left = self.room * block.left_share
        return left - 6, self.room - left - 6

    def _wrapped(self, block: Text, room: float) -> list[Line]:
        measure = ruler(block.size, block.bold, block.italic)
        if not block.first_line:
            return measure.wrap(block.text, room)
        # an indent is a word of that width in front; it never stands alone because the first line has room for more
        indent = block.first_line * MM
        lines = measure.wrap(block.text, room)
        first = _first_line(measure.printable(block.text).split(), room - indent, measure.width, measure.space)
        rest = " ".join(measure.printable(block.text).split()[len(first):])
        width = measure.width(" ".join(first))
        return [Line(first, width, not rest), *(measure.wrap(rest, room) if rest else ())] if lines else lines

    # ---- texts

    def _text(self, block: Text, rest: Sequence[Block]) -> None:
        if self.glued:
            need = 0.0  # the first of the headings has asked for all
        elif block.keep:
            need = self._kept_together(rest)
        else:
            need = self.text_height(block) + self.closing(rest[1:])
        if self.y + need > self.bottom and not self.fresh:
            self.new_page()
        self.y = self.put(block, self.left, self.y, self.room)

    def _kept_together(self, rest: Sequence[Block]) -> float:
        """Height of headings and what must follow them on their page."""
        texts = 0.0
        for other in rest:
            if isinstance(other, Text) and other.keep:
                texts += self.text_height(other)
                continue
            whole = texts + self.first_piece(other)
            room = self.bottom - (self.y if self.head_above else self.top)
            return whole if whole <= room else texts + self.first_piece(other, short=True)
        return texts

    def put(self, block: Text, x: float, y: float, room: float) -> float:
        """Draw a text; where it ends. Goes over to new pages only in the full width of the page."""
        measure = ruler(block.size, block.bold, block.italic)
        element = self.pen.tags.add("H1" if block.style in TITLES else "P", self.pen.sheet)
        y += 0 if self.fresh and x == self.left else block.before
        lines = self._wrapped(block, room)
        indent = block.first_line * MM
        if indent:
            head = lines[:1]
            self.pen.open(element)
            self.pen.lines(head, measure, x + indent, y, room - indent, block.align)
            self.pen.close()
            y += measure.leading
            lines = lines[1:]
        while lines:
            fits = max(1, int((self.bottom - y) / measure.leading + 0.01)) if room == self.room else len(lines)
            self.pen.open(element)
            self.pen.lines(lines[:fits], measure, x, y, room, block.align)
            self.pen.close()
            y += len(lines[:fits]) * measure.leading
            if lines[fits:]:
                self.new_page()
                y = self.top
            last, lines = lines[:fits][-1], lines[fits:]
            if not lines and block.rule:
                self._rule(x, y, room, last.width * block.rule)
                y += RULE_GAP + 2
        return y + block.after

    def _rule(self, x: float, y: float, room: float, length: float) -> None:
        middle = x + room / 2
        self.pen.open()
        self.pen.line(middle - length / 2, y + RULE_GAP, middle + length / 2, y + RULE_GAP, 0.75)
        self.pen.close()

    def _pair(self, block: Pair) -> None:
        height = self._pair_height(block)
        if self.y + height - block.after > self.bottom and not self.fresh:
            self.new_page()
        left, right = self._pair_rooms(block)
        start = self.y + (0 if self.fresh else block.before)
        ends = [start]
        for texts, x, room in ((block.left, self.left, left), (block.right, self.left + self.room - right, right)):
            y = start
            for text in texts:
                y = self.put(text, x + 0.001, y, room)
            ends.append(y)
        self.y = max(ends) + block.after

    # ---- tables

    def _table(self, block: Table, closing: float) -> None:
        parts = strips(shown(block, "pdf"), self.sheet.page)
        head = TableOnPage.head_of(parts)
        start = self.y
        for n, part in enumerate(parts):
            if n:
                self.new_page()
                again = Text(f"(tiếp theo, phần {part.name})", 12, italic=True, align=Align.CENTER)
                self.put(again, self.left, max(self.top, start - 20), self.room)
                self.y = start
            TableOnPage(self, part, head).draw(closing if n == len(parts) - 1 else 0.0)


def _first_line(words: list[str], room: float, width: Callable[[str], float], space: float) -> list[str]:
    used = -space
    for n, word in enumerate(words):
        used += space + width(word)
        if used > room and n:
            return words[:n]
    return words
