"""Files made for the reading tests: Word packages from XML fragments, PDFs by reportlab, OpenDocument by hand. All text is invented."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from core.errors import UserError
from core.model import PlanText

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W_URI}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def lines(plan: PlanText) -> list[str]:
    """The paragraphs of a text; every span must give its own paragraph and the contract of PlanText must hold."""
    out = [p.span.of(plan.text) for p in plan.paragraphs]
    assert "\n".join(out) == plan.text
    for p, text in zip(plan.paragraphs, out, strict=True):
        assert text.startswith(p.label)
    return out


def told(error: UserError) -> None:
    """An error is one line with something in it."""
    assert error.message
    assert "\n" not in str(error)


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MIME}.{kind}+xml"/>'
        for part, kind in (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))
    )
    + "</Types>"
)


def _relations(targets: dict[str, str], kind: str = "") -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{base}/{kind or name}" Target="{target}"/>' for n, (name, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def docx(body: str, *, numbering: str = "", styles: str = "", footnotes: str = "", endnotes: str = "", names: str = NAMES) -> bytes:
    """A Word package with this body."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": head + _TYPES,
        "_rels/.rels": head + _relations({"document": "word/document.xml"}, "officeDocument"),
        "word/_rels/document.xml.rels": head
        + _relations({name: f"{name}.xml" for name in ("numbering", "styles", "footnotes", "endnotes")}),
        "word/document.xml": f"{head}<w:document {names}><w:body>{body}</w:body></w:document>",
    }
    for name, inner, root in (
        ("numbering", numbering, "numbering"),
        ("styles", styles, "styles"),
        ("footnotes", footnotes, "footnotes"),
        ("endnotes", endnotes, "endnotes"),
    ):
        if inner:
            parts[f"word/{name}.xml"] = f"{head}<w:{root} {names}>{inner}</w:{root}>"
    return zipped(parts)


def run(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(text: str = "", *, num: int | None = None, level: int | None = None, style: str = "", inner: str = "", more: str = "") -> str:
    """A paragraph: its text or its runs (``inner``), its list and style."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        properties += "<w:numPr>" + (f'<w:ilvl w:val="{level}"/>' if level is not None else "") + f'<w:numId w:val="{num}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{inner or run(text)}</w:p>"


def abstract(number: int, levels: list[tuple[str, str]], more: dict[int, str] | None = None, head: str = "") -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{(more or {}).get(k, "")}<w:lvlText w:val="{text}"/></w:lvl>'
        for k, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{head}{inner}</w:abstractNum>'


def num(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


# ---------------------------------------------------------------- PDF


class Pdf:
    """Pages drawn with Liberation Serif, from the top left, in points."""

    def __init__(self, size: tuple[float, float] = (595.0, 842.0), password: str = "") -> None:
        from reportlab.lib.pdfencrypt import StandardEncryption
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas

        for name, file in (("Serif", "Regular"), ("Serif-Bold", "Bold")):
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, str(FONTS / f"LiberationSerif-{file}.ttf")))
        self.size, self.file = size, io.BytesIO()
        self.canvas = Canvas(self.file, pagesize=size, encrypt=StandardEncryption(password) if password else None)
        self.width = pdfmetrics.stringWidth

    def text(self, x: float, y: float, words: str, size: float = 14, *, bold: bool = False, centre: bool = False) -> float:
        """Draws one line; gives its right end."""
        font = "Serif-Bold" if bold else "Serif"
        self.canvas.setFont(font, size)
        wide = float(self.width(words, font, size))
        left = x - wide / 2 if centre else x
        self.canvas.drawString(left, self.size[1] - y, words)
        return left + wide

    def flow(
        self, y: float, words: str, *, left: float = 85, right: float = 540, indent: float = 28, size: float = 14, pitch: float = 18
    ) -> float:
        """A paragraph wrapped between two edges, its first line indented; gives the baseline for the next."""
        from reportlab.pdfbase import pdfmetrics

        space = pdfmetrics.stringWidth(" ", "Serif", size)
        line: list[str] = []
        x = left + indent
        taken = 0.0
        for word in words.split():
            wide = pdfmetrics.stringWidth(word, "Serif", size)
            if line and x + taken + wide > right:
                self.text(x, y, " ".join(line), size)
                y, x, line, taken = y + pitch, left, [], 0.0
            line.append(word)
            taken += wide + space
        self.text(x, y, " ".join(line), size)
        return y + pitch + 6

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, self.size[1] - y0, x1, self.size[1] - y1)

    def grid(self, xs: list[float], ys: list[float]) -> None:
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)

    def page(self) -> None:
        self.canvas.showPage()

    def bytes(self) -> bytes:
        self.canvas.save()
        return self.file.getvalue()


SENTENCES = (
    "- Chủ trì, phối hợp với Sở Tài chính và các cơ quan liên quan xây dựng kế hoạch chi tiết, trình Ủy ban nhân dân tỉnh Lam Sơn phê duyệt "  # noqa: E501
    "trước ngày 15 tháng 9 năm 2026; hướng dẫn các địa phương tổ chức thực hiện thống nhất trên toàn tỉnh.",
    "- Tổng hợp tình hình, kết quả thực hiện của các cơ quan, đơn vị, địa phương; định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh, đồng thời đề "  # noqa: E501
    "xuất biện pháp tháo gỡ khó khăn, vướng mắc phát sinh trong quá trình triển khai.",
)
