"""Bundle → Word document, written directly as a package of XML parts: real tables, real page numbers, styles that a clerk can change."""
from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from core.fold import fold
from core.sheets.docx_ending import closing_of, cut_first, ended, height_of
from core.sheets.docx_parts import (
    APP,
    CONTENT_TYPES,
    DOCUMENT_OPEN,
    FIRST_HEADER,
    HEADER,
    PACKAGE_RELS,
    SETTINGS,
    chart_part,
    core_part,
    document_rels,
    styles_part,
)
from core.sheets.docx_table import TailRow, table_xml, twips
from core.sheets.layout import (
    MM,
    Align,
    BarChart,
    Block,
    Bundle,
    PageBreak,
    PageSetup,
    Pair,
    Sheet,
    Table,
    Text,
    chart_parts,
    short_labels,
    shown,
    strips,
)
from core.sheets.letters import ruler

Progress = Callable[[float, str], None]
JUSTIFY = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BARS = 24  # of one chart
BAR = 5.0  # mm of the chart's height for each
_WHEN = (2000, 1, 1, 0, 0, 0)  # the same bundle gives the same bytes


def write_docx(bundle: Bundle, target: Path, progress: Progress | None = None) -> None:
    """Write the bundle to ``target`` (which is replaced)."""
    writer = _Writer(progress, sum(len(table.rows) for sheet in bundle.sheets for table in sheet.tables))
    body = [writer.sheet(sheet, last=n == len(bundle.sheets) - 1) for n, sheet in enumerate(bundle.sheets)]
    if not bundle.sheets:
        body = ["<w:p/>", section_xml(PageSetup())]
    parts = {
        "[Content_Types].xml": CONTENT_TYPES.format(charts="".join(
            f'<Override PartName="/word/charts/chart{n}.xml" ContentType="{CHART_TYPE}"/>'
            for n in range(1, len(writer.charts) + 1))),
        "_rels/.rels": PACKAGE_RELS,
        "docProps/core.xml": core_part(bundle),
        "docProps/app.xml": APP,
        "word/document.xml": DOCUMENT_OPEN + "".join(body) + "</w:body></w:document>",
        "word/styles.xml": styles_part(writer.styles),
        "word/settings.xml": SETTINGS,
        "word/header1.xml": HEADER,
        "word/header2.xml": FIRST_HEADER,
        "word/_rels/document.xml.rels": document_rels(len(writer.charts)),
        **{f"word/charts/chart{n}.xml": chart_part(*chart) for n, chart in enumerate(writer.charts, start=1)},
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, xml.encode("utf-8"))


def section_xml(page: PageSetup) -> str:
    """Size and margins; numbered from 1, without a number on the first page."""
    m = page.margins
    turned = ' w:orient="landscape"' if page.landscape else ""
    return (f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
            f'<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}/>'
            f'<w:pgMar w:top="{twips(m.top)}" w:right="{twips(m.right)}" w:bottom="{twips(m.bottom)}" w:left="{twips(m.left)}" '
            f'w:header="{twips(m.top / 2 - 2.6)}" w:footer="{twips(m.bottom / 2)}" w:gutter="0"/>'
            f'<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>')


class _Writer:
    """Turns blocks into XML; collects the styles and charts that they need."""

    def __init__(self, progress: Progress | None, rows: int) -> None:
        self.styles: dict[str, tuple[str, Text]] = {}  # id → (name, an example)
        self.charts: list[tuple[BarChart, float, float]] = []  # with the millimetres of their boxes
        self._progress, self._rows, self._done = progress, max(1, rows), 0
        self._boxes = 0

    def _step(self, rows: int) -> None:
        self._done += rows
        if self._progress is not None:
            self._progress(min(1.0, self._done / self._rows), f"Đang ghi dòng {self._done} / {self._rows}")

    def sheet(self, sheet: Sheet, *, last: bool) -> str:
        cut = cut_first(sheet)
        body, n = "", 0
        while n < len(sheet.body):
            block, rest = sheet.body[n], sheet.body[n + 1:]
            tail = closing_of(rest) if isinstance(block, Table) else ()
            if isinstance(block, Table):
                body += self._table(ended(block, sheet, tail, cut), sheet.page, tail, cut=cut)
                cut = False
            else:
                body += self._block(block, sheet, rest)
            n += 1 + len(tail)
        end = section_xml(sheet.page)
        # a section ends with the paragraph that holds its properties, the last one with the body itself
        return body + (f"{_TINY}{end}" if last else _TINY.replace("</w:pPr>", f"{end}</w:pPr>"))

    def _block(self, block: Block, sheet: Sheet, rest: tuple[Block, ...]) -> str:
        match block:
            case Text():
                return self.text(block, keep=block.keep or bool(closing_of(rest)))
            case Pair():
                return self._pair(block, sheet.page)
            case BarChart():
                below = height_of(closing_of(rest), sheet) / MM
                parts = chart_parts(short_labels(block), max(1, min(BARS, int((sheet.page.text_height - 48 - below) / BAR))))
                return "".join(self._chart(part, sheet.page, below if part is parts[-1] else 0.0) for part in parts)
            case PageBreak():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        raise TypeError(block)

    def _chart(self, chart: BarChart, page: PageSetup, below: float) -> str:
        """A chart with its title; ``below`` are the millimetres of the signature that it shares its page with."""
        wide, high = page.text_width, min(page.text_height - 24 - below, 24 + BAR * len(chart.labels))
        self.charts.append((chart, wide, high))
        title = Text(chart.title, 13, bold=True, align=Align.CENTER, before=14, after=4, keep=True, style="Tên biểu đồ")
        return self.text(title, keep=True) + _inline_chart(len(self.charts), wide, high, keep=below > 0)

    # ---- paragraphs

    def style(self, block: Text) -> str:
        """The id of the paragraph style of a text; texts of one name but another look get styles of their own."""
        n = 1
        while True:
            name = block.style if n == 1 else f"{block.style} {n}"
            key = "".join(word.capitalize() for word in fold(name).split())
            known = self.styles.setdefault(key, (name, block))[1]
            if _look(known) == _look(block):
                return key
            n += 1

    def text(self, block: Text, *, keep: bool = False, room: float | None = None) -> str:
        pr = f'<w:pStyle w:val="{self.style(block)}"/>' + ("<w:keepNext/>" if keep else "")
        out = f"<w:p><w:pPr>{pr}</w:pPr>{run(block.text)}</w:p>"
        if block.rule:
            out += _rule(block, room)
        return out

    def _pair(self, block: Pair, page: PageSetup) -> str:
        left = twips(page.text_width * block.left_share)
        right = twips(page.text_width) - left
        cells = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
                 for inside, width in zip(self._sides(block, page), (left, right), strict=True)]
        before = self._gap() if block.closing else ""
        after = "" if block.closing else self._gap()
        return (f'{before}<w:tbl><w:tblPr><w:tblW w:w="{left + right}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
                f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{right}"/></w:tblGrid>'
                f'<w:tr><w:trPr><w:cantSplit/></w:trPr>{"".join(cells)}</w:tr></w:tbl>{after}')

    def _sides(self, block: Pair, page: PageSetup) -> tuple[str, ...]:
        """The paragraphs of the left and of the right side."""
        rooms = (page.text_width * MM * block.left_share - 12, page.text_width * MM * (1 - block.left_share) - 12)
        return tuple("".join(self.text(t, keep=block.closing and n < len(texts) - 1, room=room) for n, t in enumerate(texts)) or "<w:p/>"
                     for texts, room in zip((block.left, block.right), rooms, strict=True))

    def _gap(self) -> str:
        return self.text(Text("", 13, before=0, after=0, style="Khoảng cách"), keep=True)

    # ---- tables

    def _tail(self, blocks: tuple[Block, ...], page: PageSetup) -> Iterator[TailRow]:
        for block in blocks:
            if isinstance(block, Text):
                yield TailRow((self.text(block, keep=True),))
            elif isinstance(block, Pair):
                yield TailRow(tuple(self._gap() + side for side in self._sides(block, page)), block.left_share)

    def _table(self, block: Table, page: PageSetup, closing: tuple[Block, ...], *, cut: bool) -> str:
        parts = strips(shown(block, "docx"), page)
        out = []
        for n, part in enumerate(parts):
            if n:
                again = Text(f"(tiếp theo, phần {part.name})", 12, italic=True, align=Align.CENTER, after=4, style="Tiếp theo")
                out.append(self.text(again, keep=True).replace("<w:keepNext/>", "<w:keepNext/><w:pageBreakBefore/>"))
            tail = tuple(self._tail(closing, page)) if n == len(parts) - 1 else ()
            xml, self._boxes = table_xml(part, page, tail=tail, boxes=self._boxes, step=self._step, all_parts=parts, cut=cut)
            out.append(xml)
        return "".join(out)


def _look(block: Text) -> tuple[object, ...]:
    return (block.size, block.bold, block.italic, block.align, block.before, block.after, block.first_line)


def run(text: str) -> str:
    """The text as one run; line breaks become real ones."""
    if not text:
        return ""
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{inside}</w:r>"


def _rule(block: Text, room: float | None) -> str:
    """A line under the text, as long as its share of the text: a tiny paragraph with a border above and indents at both sides."""
    measure = ruler(block.size, block.bold, block.italic)
    width = room if room is not None else 165 * MM
    last = measure.wrap(block.text, width)[-1].width * (block.rule or 0)
    indent = max(0, int((width - last) / 2 * 20))
    return (f'<w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
            f'<w:spacing w:before="20" w:after="0" w:line="60" w:lineRule="exact"/><w:ind w:left="{indent}" w:right="{indent}"/>'
            f'<w:rPr><w:sz w:val="4"/></w:rPr></w:pPr></w:p>')


_TINY = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'


def _inline_chart(number: int, wide: float, high: float, *, keep: bool) -> str:
    kept = "<w:keepNext/>" if keep else ""
    return (f'<w:p><w:pPr>{kept}<w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{int(wide * 36000)}" cy="{int(high * 36000)}"/>'
            f'<wp:docPr id="{1000 + number}" name="Biểu đồ {number}" descr="Biểu đồ số nhiệm vụ"/>'
            f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart r:id="rIdChart{number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>')
