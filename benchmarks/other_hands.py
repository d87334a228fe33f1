"""A PlanText as files of other hands: numbers typed, lines wrapped by hand, letterhead in a table, printed by a browser, letter by letter.

The loss that these bring is measured by ``benchmarks/score_formats.py --only docx-typed,pdf-chrome …``; they have no limit of their own.
"""

from __future__ import annotations

import html
import io
import random
import re
import shutil
import subprocess
import textwrap
import zipfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.plan_docx import to_docx
from core.model import Paragraph, PlanText

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
_P = re.compile(r"<w:p>.*?</w:p>|<w:tbl>.*?</w:tbl>", re.DOTALL)
_MARK = re.compile(r"^([-+•*–]|\d{1,2}(?:\.\d{1,2})*\.|[a-zđ]\)|[IVX]+\.) ")
_T = re.compile(r"(<w:t xml:space=\"preserve\">)(.*?)(</w:t>)", re.DOTALL)


def _rewritten(data: bytes, change: Callable[[str], str], styles: Callable[[str], str] = str) -> bytes:
    """The package with its body and its styles changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name).decode()
            after.writestr(name, change(text) if name == "word/document.xml" else styles(text) if name == "word/styles.xml" else text)
    return out.getvalue()


def _unnumbered(plan: PlanText) -> PlanText:
    """The plan whose numbers are typed: no paragraph has a label."""
    paragraphs = tuple(Paragraph(p.span, "", None, p.page, p.cell, p.bold, p.italic, p.centred) for p in plan.paragraphs)
    return PlanText(plan.text, paragraphs, plan.kind, plan.pages, plan.notes)


def typed(plan: PlanText, luck: random.Random) -> bytes:
    """Numbers typed by hand, a tab or hard space behind them, indents of spaces and tabs, runs torn as Word's spelling marks tear them."""

    def change(body: str) -> str:
        def torn(match: re.Match[str]) -> str:
            words = _MARK.sub(lambda m: m[1] + luck.choice((" ", "\u00a0", "  ")), match[2])
            if luck.random() < 0.3:
                words = words.replace(" ", "\u00a0", 2)
            cuts = sorted(luck.sample(range(1, len(words)), min(3, len(words) - 1))) if len(words) > 8 and "&" not in words else []
            parts = [words[a:b] for a, b in zip([0, *cuts], [*cuts, len(words)], strict=True)]
            return '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">'.join(
                f"{match[1] if k == 0 else ''}{part}" for k, part in enumerate(parts)) + match[3]

        def lead(match: re.Match[str]) -> str:
            return match[0] + luck.choice(("", "<w:r><w:tab/></w:r>", '<w:r><w:t xml:space="preserve">     </w:t></w:r>'))

        body = _T.sub(torn, body)
        return re.sub(r"<w:p><w:pPr></w:pPr>", lead, body)

    return _rewritten(to_docx(_unnumbered(plan)), change)


def pasted(plan: PlanText, luck: random.Random) -> bytes:
    """Text pasted from a PDF: every line a paragraph of its own; tables stay."""
    return _wrapped_docx(plan, 88)


def _wrapped_docx(plan: PlanText, width: int) -> bytes:
    lines: list[Paragraph] = []
    texts: list[str] = []
    place = 0
    for p in plan.paragraphs:
        text = p.span.of(plan.text)
        for part in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) if p.cell is None else [text]:
            lines.append(Paragraph(type(p.span)(place, place + len(part)), "", None, None, p.cell, p.bold, p.italic, p.centred))
            texts.append(part)
            place += len(part) + 1
    return to_docx(PlanText("\n".join(texts), tuple(lines), "docx"))


def breaks(plan: PlanText, luck: random.Random) -> bytes:
    """Items parted by line breaks inside one paragraph, the letterhead in a table without lines."""

    def change(body: str) -> str:
        def joined(match: re.Match[str]) -> str:
            return "</w:t><w:br/><w:t xml:space=\"preserve\">" if luck.random() < 0.6 else match[0]

        body = re.sub(r'</w:t></w:r></w:p><w:p><w:pPr></w:pPr><w:r><w:t xml:space="preserve">(?=[-+•*–] )', joined, body)
        head = list(_P.finditer(body))[:6]
        if len(head) == 6 and all(m[0].startswith("<w:p>") for m in head) and "CỘNG H" in body[head[0].start():head[5].end()]:
            at = next(k for k, m in enumerate(head) if "CỘNG H" in m[0])
            if 0 < at < 4:
                left, right = "".join(m[0] for m in head[:at]), "".join(m[0] for m in head[at:at + 2])
                table = ('<w:tbl><w:tblPr><w:tblW w:w="9350" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3600"/>'
                         '<w:gridCol w:w="5750"/></w:tblGrid>'
                         f"<w:tr><w:tc><w:tcPr/>{left}</w:tc><w:tc><w:tcPr/>{right}</w:tc></w:tr></w:tbl>")
                body = body[:head[0].start()] + table + body[head[at + 1].end():]
        return _signature_in_table(body)

    return _rewritten(to_docx(_unnumbered(plan)), change)


def _signature_in_table(body: str) -> str:
    """Receivers on the left and the signature on the right, in a table without lines, as every office has them."""
    parts = list(_P.finditer(body))
    at = next((k for k, m in enumerate(parts) if "Nơi nhận" in m[0]), None)
    sign = next((k for k, m in enumerate(parts) if at is not None and k > at and re.search(">(?:TM|KT|TL|TUQ|T/M)[. ]", m[0])), None)
    if at is None or sign is None:
        return body
    end = next((k for k in range(sign, min(sign + 5, len(parts))) if not re.search("<w:b/>|ký", parts[k][0])), sign) + 1
    if any(m[0].startswith("<w:tbl>") for m in parts[at:end]):
        return body
    left, right = ("".join(m[0] for m in parts[a:b]) for a, b in ((at, sign), (sign, end)))
    table = ('<w:tbl><w:tblPr><w:tblW w:w="9350" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4600"/><w:gridCol w:w="4750"/>'
             f"</w:tblGrid><w:tr><w:tc><w:tcPr/>{left}</w:tc><w:tc><w:tcPr/>{right}</w:tc></w:tr></w:tbl><w:p/>")
    return body[:parts[at].start()] + table + body[parts[end - 1].end():]


def boxed(plan: PlanText, luck: random.Random) -> bytes:
    """The whole document in a table of one cell."""

    def change(body: str) -> str:
        begin, end = body.index("<w:body>") + 8, body.index("<w:sectPr")
        return (f'{body[:begin]}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9350"/></w:tblGrid><w:tr><w:tc><w:tcPr/>{body[begin:end]}'
                f"<w:p/></w:tc></w:tr></w:tbl><w:p/>{body[end:]}")

    return _rewritten(to_docx(plan), change)


def sans(plan: PlanText, luck: random.Random) -> bytes:
    """A sans-serif face of 11 points, ragged, no indent, paragraphs apart by their spacing; for printing as PDF."""

    def styles(text: str) -> str:
        text = text.replace("Liberation Serif", "Liberation Sans").replace('w:sz w:val="28"', 'w:sz w:val="22"')
        return text.replace('<w:ind w:firstLine="720"/><w:jc w:val="both"/>', '<w:ind w:firstLine="0"/><w:jc w:val="left"/>')

    return _rewritten(to_docx(plan), lambda body: body.replace('w:left="0" w:firstLine="720"', 'w:left="720" w:hanging="360"'), styles)


def tight(plan: PlanText, luck: random.Random) -> bytes:
    """No space between paragraphs, lines 1.5 apart, text of 13 points, tables without lines; for printing as PDF."""

    def styles(text: str) -> str:
        return text.replace('w:before="0" w:after="120"', 'w:before="0" w:after="0" w:line="360" w:lineRule="auto"').replace(
            'w:sz w:val="28"', 'w:sz w:val="26"')

    return _rewritten(to_docx(plan), lambda body: re.sub(r"<w:tblBorders>.*?</w:tblBorders>", "", body), styles)


# ---------------------------------------------------------------- web pages


def page_of(plan: PlanText, *, lists: bool = False) -> str:
    """The plan as a page of a portal."""
    out = []
    tables: dict[int, list[Paragraph]] = defaultdict(list)
    for p in plan.paragraphs:
        if p.cell is not None:
            tables[p.cell.table].append(p)
    done: set[int] = set()
    for p in plan.paragraphs:
        text = html.escape(p.span.of(plan.text))
        if p.cell is None:
            centred = p.centred or (text.isupper() and not p.label)
            out.append(f'<p{" class=c" if centred else ""}>{"<b>" if p.bold or text.isupper() else ""}{text}</p>')
        elif p.cell.table not in done:
            done.add(p.cell.table)
            out.append(_html_table(plan, tables[p.cell.table]))
    return (
        "<!doctype html><meta charset=utf-8><title>Kế hoạch - Cổng thông tin điện tử</title><style>body{font:14pt 'Liberation Serif'}"
        ".c{text-align:center;text-indent:0}p{text-indent:1cm;text-align:justify;margin:6pt 0}td p{text-indent:0;text-align:left}"
        "table{border-collapse:collapse;width:100%}td{border:1px solid #444;padding:3px 6px;vertical-align:top}</style>" + "\n".join(out))


def _html_table(plan: PlanText, paragraphs: list[Paragraph]) -> str:
    rows: dict[int, dict[int, list[Paragraph]]] = defaultdict(lambda: defaultdict(list))
    for p in paragraphs:
        assert p.cell is not None
        rows[p.cell.row][p.cell.column].append(p)
    columns = max(p.cell.column + p.cell.columns for p in paragraphs if p.cell)
    covered: set[tuple[int, int]] = set()
    out = ["<table>"]
    for r in range(max(rows) + 1):
        out.append("<tr>")
        for c in range(columns):
            if (r, c) in covered:
                continue
            group = rows[r][c]
            if not group:
                out.append("<td></td>")
                continue
            place = group[0].cell
            assert place is not None
            covered |= {(rr, cc) for rr in range(r, r + place.rows) for cc in range(c, c + place.columns)}
            inner = "".join(f"<p>{html.escape(p.span.of(plan.text))}</p>" for p in group)
            out.append(f"<td rowspan={place.rows} colspan={place.columns}>{inner}</td>")
        out.append("</tr>")
    return "".join(out) + "</table>"


def chrome(source: Path, target: Path) -> Path:
    """Chromium's print of a page, with its own head and foot."""
    browser = shutil.which("chromium") or "chromium"
    subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={target.parent / f'browser-{target.stem}'}",
         f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True, timeout=120)  # fmt: skip
    return target


# ---------------------------------------------------------------- PDF drawn by us


def drawn(plan: PlanText, how: str, luck: random.Random) -> bytes:
    """The plan on A4 pages: ``letters`` one by one, ``words`` without spaces, with a portal's stamps and numbers "Trang 2/15"."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name, file in (("Hand", "Regular"), ("Hand-Bold", "Bold")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"LiberationSerif-{file}.ttf")))
    out = io.BytesIO()
    pen = _Pen(Canvas(out, pagesize=(595, 842)), how)
    tables: dict[int, list[Paragraph]] = defaultdict(list)
    for p in plan.paragraphs:
        if p.cell is not None:
            tables[p.cell.table].append(p)
    for p in plan.paragraphs:
        text = p.span.of(plan.text)
        if p.cell is None:
            pen.paragraph(text, bold=p.bold or text.isupper(), centred=p.centred or (text.isupper() and not p.label))
        elif p.cell.table in tables:
            pen.table(plan, tables.pop(p.cell.table))
    pen.end()
    return out.getvalue()


class _Pen:
    LEFT, RIGHT, SIZE, STEP = 85.0, 538.0, 13.0, 18.0

    def __init__(self, canvas: Any, how: str) -> None:
        self.canvas, self.how, self.page, self.y = canvas, how, 1, 780.0
        self._around()

    def _around(self) -> None:
        """What stands on a page beside the plan's text."""
        draw = self.canvas
        draw.setFont("Hand", 9)
        if self.page == 1:
            for k, line in enumerate(("Ký bởi: Ủy ban nhân dân tỉnh", "Email: vanthu@lamson.gov.vn", "Cơ quan: Tỉnh Lam Sơn",
                                      "Thời gian ký: 12.03.2026 15:04:11 +07:00")):
                draw.drawString(400, 830 - 9 * k, line)
        if self.how == "words":
            draw.drawCentredString(297, 30, f"Trang {self.page}/9")
        elif self.page > 1:
            draw.drawCentredString(297, 815, f"- {self.page} -" if self.how == "letters" else str(self.page))
        draw.rect(30, 20, 535, 805)

    def paragraph(self, text: str, *, bold: bool, centred: bool) -> None:
        from reportlab.pdfbase import pdfmetrics

        font = "Hand-Bold" if bold else "Hand"
        space = pdfmetrics.stringWidth(" ", font, self.SIZE)
        line: list[tuple[str, float]] = []
        indent = 0.0 if centred else 28.0
        wide = indent
        for word in text.split():
            width = pdfmetrics.stringWidth(word, font, self.SIZE)
            if line and wide + width > self.RIGHT - self.LEFT:
                self._line(line, font, indent, space, centred, last=False)
                line, indent, wide = [], 0.0, 0.0
            line.append((word, width))
            wide += width + space
        if line:
            self._line(line, font, indent, space, centred, last=True)
        self.y -= 4

    def table(self, plan: PlanText, paragraphs: list[Paragraph]) -> None:
        """Ruled rows; one that has no room on the page goes on the next one whole. Merged cells are drawn over their rows' first."""
        columns = max(p.cell.column + p.cell.columns for p in paragraphs if p.cell)
        letters = [max((len(p.span) for p in paragraphs if p.cell and p.cell.column == k and p.cell.columns == 1), default=4)
                   for k in range(columns)]
        shares = [max(5.0, min(each, 60)) ** 0.7 for each in letters]
        xs = [self.LEFT - 30 + (self.RIGHT - self.LEFT + 30) * sum(shares[:k]) / sum(shares) for k in range(columns + 1)]
        rows: dict[int, list[Paragraph]] = defaultdict(list)
        for p in paragraphs:
            if p.cell is not None:
                rows[p.cell.row].append(p)
        for row in sorted(rows):
            self._row(plan, rows[row], xs)
        self.y -= 14

    def _row(self, plan: PlanText, paragraphs: list[Paragraph], xs: list[float]) -> None:
        from reportlab.pdfbase import pdfmetrics

        cells: dict[tuple[int, int], list[str]] = defaultdict(list)
        for p in paragraphs:
            assert p.cell is not None
            first, last = p.cell.column, p.cell.column + p.cell.columns
            line = ""
            for word in p.span.of(plan.text).split():
                if line and pdfmetrics.stringWidth(f"{line} {word}", "Hand", 11) > xs[last] - xs[first] - 8:
                    cells[first, last].append(line)
                    line = word
                else:
                    line = f"{line} {word}".strip()
            cells[first, last].append(line)
        tall = 14 * max(len(lines) for lines in cells.values()) + 6
        if self.y - tall < 50:
            self._turn()
        top = self.y + 12
        self.canvas.line(xs[0], top, xs[-1], top)
        self.canvas.line(xs[0], top - tall, xs[-1], top - tall)
        inside = {k for first, last in cells for k in range(first + 1, last)}
        for k, x in enumerate(xs):
            if k not in inside:
                self.canvas.line(x, top, x, top - tall)
        self.canvas.setFont("Hand", 11)
        for (first, _), lines in cells.items():
            for k, line in enumerate(lines):
                self.canvas.drawString(xs[first] + 4, self.y - 14 * k, line)
        self.y -= tall

    def _turn(self) -> None:
        self.canvas.showPage()
        self.page += 1
        self.y = 780.0
        self._around()

    def _line(self, line: list[tuple[str, float]], font: str, indent: float, space: float, centred: bool, *, last: bool) -> None:
        if self.y < 60:
            self._turn()
        used = sum(width for _, width in line)
        free = self.RIGHT - self.LEFT - indent - used
        gap = space if last or centred or len(line) == 1 else free / (len(line) - 1)
        x = self.LEFT + indent + ((free - gap * (len(line) - 1)) / 2 if centred else 0)
        for word, width in line:
            self._word(x, word, font)
            x += width + gap
        self.y -= self.STEP

    def _word(self, x: float, word: str, font: str) -> None:
        from reportlab.pdfbase import pdfmetrics

        self.canvas.setFont(font, self.SIZE)
        if self.how == "words":
            self.canvas.drawString(x, self.y, word)
            return
        for letter in word:
            self.canvas.drawString(x, self.y, letter)
            x += pdfmetrics.stringWidth(letter, font, self.SIZE)

    def end(self) -> None:
        self.canvas.save()


def wrapped_text(plan: PlanText, width: int) -> str:
    """Lines of at most ``width`` letters without blank lines between paragraphs, as web pages give them."""
    out: list[str] = []
    for p in plan.paragraphs:
        text = p.span.of(plan.text)
        out += textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) if p.cell is None else [text]
    return "\n".join(out)


HANDS = ("docx-typed", "docx-pasted", "docx-breaks", "docx-boxed", "docx-office", "doc-office", "rtf-office", "html-office",
 "pdf-sans", "pdf-tight", "pdf-breaks", "pdf-chrome", "pdf-letters", "pdf-words",
         "html", "txt-78")  # fmt: skip
_MAKERS = {"typed": typed, "pasted": pasted, "breaks": breaks, "boxed": boxed, "sans": sans, "tight": tight}


def by_other_hand(plan: PlanText, kind: str, name: str, folder: Path, convert: Callable[[Path, str, Path], Path]) -> Path:
    """The file of ``kind`` (of HANDS); ``convert`` is LibreOffice."""
    luck = random.Random(5)
    ending, _, how = kind.partition("-")
    target = folder / f"{name}-{kind}.{ending}"
    if how in _MAKERS:
        made = target.with_suffix(".docx")
        made.write_bytes(_MAKERS[how](plan, luck))
        return made if ending == "docx" else convert(made, "pdf", folder)
    if how == "office":
        made = target.with_name(f"{name}-{kind}-made.docx")
        made.write_bytes(to_docx(plan))
        return convert(convert(made, "odt", folder) if ending == "docx" else made, ending, folder)
    if how == "chrome":
        page = target.with_suffix(".html")
        page.write_text(page_of(plan), encoding="utf-8")
        return chrome(page, target)
    if ending == "html":
        target.write_text(page_of(plan), encoding="utf-8")
    elif ending == "txt":
        target.write_text(wrapped_text(plan, int(how)), encoding="utf-8")
    else:
        target.write_bytes(drawn(plan, how, luck))
    return target
