"""A PlanText written as a Word document the way a clerk's Word would: real automatic numbers, real tables, real footnotes.

Written as plain OOXML by hand, so that it shares no code with the reader that it tests.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from core.model import Paragraph, PlanText

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_ROMAN = [
    "",
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
]
# name → (levels as (format, text)), one abstract list for each way to number
_LISTS: dict[str, list[tuple[str, str]]] = {
    "roman": [("upperRoman", "%1.")],
    "upper": [("upperLetter", "%1.")],
    "letter": [("lowerLetter", "%1)")],
    "dotted": [("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")],
    "article": [("decimal", "Điều %1.")],
    "-": [("bullet", "-")],
    "+": [("bullet", "+")],
    "*": [("bullet", "*")],
    "•": [("bullet", "\uf0b7")],
}


@dataclass(slots=True)
class _Numbers:
    """w:num elements as they come to be needed; a list goes on where its next number is the one that the text has."""

    nums: list[str] = field(default_factory=list)
    last: dict[str, tuple[int, tuple[int, ...]]] = field(default_factory=dict)

    def use(self, label: str) -> tuple[int, int] | None:
        """numId and level that show ``label``; None where Word cannot number that way (đ), then it is typed."""
        found = _kind(label)
        if found is None:
            return None
        name, values = found
        level = len(values) - 1 if name == "dotted" else 0
        if not values:  # bullets
            if name not in self.last:
                self.last[name] = (self._new(name, ()), ())
            return self.last[name][0], 0
        before = self.last.get(name)
        going_on = before is not None and (
            (len(values) == len(before[1]) and values[:-1] == before[1][:-1] and values[-1] == before[1][-1] + 1)
            or (len(values) == len(before[1]) + 1 and values[:-1] == before[1] and values[-1] == 1)
            or (
                len(values) < len(before[1])
                and values[:-1] == before[1][: len(values) - 1]
                and values[-1] == before[1][len(values) - 1] + 1
            )
        )
        if not going_on and level:
            return None  # a deep number without the one above it: typed by hand in every document met
        number = before[0] if going_on and before is not None else self._new(name, values)
        self.last[name] = (number, values)
        return number, level

    def _new(self, name: str, values: tuple[int, ...]) -> int:
        number = len(self.nums) + 1
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{k}"><w:startOverride w:val="{value}"/></w:lvlOverride>' for k, value in enumerate(values)
        )
        self.nums.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{list(_LISTS).index(name)}"/>{overrides}</w:num>')
        return number


def _kind(label: str) -> tuple[str, tuple[int, ...]] | None:
    if label in ("-", "+", "*", "•"):
        return label, ()
    if label[:-1] in _ROMAN[1:] and label.endswith("."):
        return "roman", (_ROMAN.index(label[:-1]),)
    if re.fullmatch(r"[A-HK-U]\.", label):
        return "upper", (ord(label[0]) - 64,)
    if re.fullmatch(r"[a-z]\)", label):
        return "letter", (ord(label[0]) - 96,)
    if re.fullmatch(r"\d{1,2}(?:\.\d{1,2}){0,2}\.", label):
        return "dotted", tuple(map(int, label[:-1].split(".")))
    match = re.fullmatch(r"Điều (\d{1,2})\.", label)
    return ("article", (int(match[1]),)) if match else None


class _Writer:
    def __init__(self, plan: PlanText, running_head: str) -> None:
        self.plan, self.running_head = plan, running_head
        self.numbers = _Numbers()
        self.notes = {note.anchor: n for n, note in enumerate(plan.notes, 1) if note.anchor is not None}

    def body(self) -> str:
        tables: dict[int, list[Paragraph]] = defaultdict(list)
        for paragraph in self.plan.paragraphs:
            if paragraph.cell is not None:
                tables[paragraph.cell.table].append(paragraph)
        out: list[str] = []
        written: set[int] = set()
        for paragraph in self.plan.paragraphs:
            if paragraph.cell is None:
                out.append(self.paragraph(paragraph, cell=False))
            elif paragraph.cell.table not in written:
                written.add(paragraph.cell.table)
                out.append(self.table(tables[paragraph.cell.table]))
        return "".join(out)

    def paragraph(self, p: Paragraph, *, cell: bool) -> str:
        text = p.span.of(self.plan.text)
        number = self.numbers.use(p.label) if p.label and text.startswith(p.label + " ") else None
        start = p.span.start + (len(p.label) + 1 if number else 0)
        capitals = text.isupper()
        properties = ""
        if number:
            properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
        if cell:
            properties += '<w:ind w:firstLine="0"/><w:jc w:val="left"/>'
        elif p.centred or (capitals and not p.label):
            properties += '<w:ind w:firstLine="0"/><w:jc w:val="center"/>'
        bold = p.bold or capitals
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.runs(start, p.span.end, bold)}</w:p>"

    def runs(self, start: int, end: int, bold: bool) -> str:
        look = "<w:rPr><w:b/></w:rPr>" if bold else ""
        out: list[str] = []
        at = start
        for anchor in sorted(a for a in self.notes if start < a <= end):
            out.append(f'<w:r>{look}<w:t xml:space="preserve">{escape(self.plan.text[at:anchor])}</w:t></w:r>')
            out.append(f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{self.notes[anchor]}"/></w:r>')
            at = anchor
        out.append(f'<w:r>{look}<w:t xml:space="preserve">{escape(self.plan.text[at:end])}</w:t></w:r>')
        return "".join(out)

    def table(self, paragraphs: list[Paragraph]) -> str:
        cells: dict[tuple[int, int], list[Paragraph]] = defaultdict(list)
        spans: dict[tuple[int, int], tuple[int, int]] = {}
        for p in paragraphs:
            assert p.cell is not None
            cells[p.cell.row, p.cell.column].append(p)
            spans[p.cell.row, p.cell.column] = (p.cell.rows, p.cell.columns)
        rows = max(r + tall for (r, _), (tall, _) in spans.items())
        columns = max(c + wide for (_, c), (_, wide) in spans.items())
        letters = [
            max((sum(len(p.span) for p in group) for (r, c), group in cells.items() if c == k and spans[r, c][1] == 1), default=4)
            for k in range(columns)
        ]
        shares = [max(4.0, min(v, 60) ** 0.8) for v in letters]
        widths = [round(9350 * share / sum(shares)) for share in shares]
        border = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        out = [
            f'<w:tbl><w:tblPr><w:tblW w:w="9350" w:type="dxa"/><w:tblBorders>{border}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
            f'<w:tblGrid>{"".join(f"""<w:gridCol w:w="{w}"/>""" for w in widths)}</w:tblGrid>'
        ]
        for r in range(rows):
            out.append("<w:tr>")
            c = 0
            while c < columns:
                origin = next(((rr, cc) for (rr, cc), (tall, wide) in spans.items() if rr <= r < rr + tall and cc <= c < cc + wide), (r, c))
                tall, wide = spans.get(origin, (1, 1))
                merge = "" if tall == 1 else ('<w:vMerge w:val="restart"/>' if origin[0] == r else "<w:vMerge/>")
                inner = "".join(self.paragraph(p, cell=True) for p in cells[origin]) if origin == (r, c) and origin in spans else ""
                out.append(
                    f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths[c : c + wide])}" w:type="dxa"/>'
                    f'{f"""<w:gridSpan w:val="{wide}"/>""" if wide > 1 else ""}{merge}</w:tcPr>{inner or "<w:p/>"}</w:tc>'
                )
                c += wide
            out.append("</w:tr>")
        return "".join(out) + '</w:tbl><w:p><w:pPr><w:ind w:firstLine="0"/></w:pPr></w:p>'


_STYLES = f"""<?xml version="1.0" encoding="UTF-8"?><w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:before="0" w:after="120"/>
<w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:pPr><w:spacing w:after="0"/><w:ind w:firstLine="0"/></w:pPr>
<w:rPr><w:sz w:val="20"/></w:rPr></w:style></w:styles>"""  # noqa: E501


def _numbering(nums: list[str]) -> str:
    abstracts = []
    for n, levels in enumerate(_LISTS.values()):
        inner = "".join(
            f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/><w:lvlText w:val="{text}"/>'
            f'<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr>'
            f'{"""<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>""" if text == chr(0xF0B7) else ""}</w:lvl>'
            for k, (form, text) in enumerate(levels)
        )
        abstracts.append(f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>')
    return f'<?xml version="1.0" encoding="UTF-8"?><w:numbering {W}>{"".join(abstracts)}{"".join(nums)}</w:numbering>'


def _footnotes(plan: PlanText) -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}'
        f'<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> {escape(note.text)}</w:t></w:r></w:p></w:footnote>'
        for n, note in enumerate(plan.notes, 1)
        if note.anchor is not None
    )
    marks = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {W}>{marks}{notes}</w:footnotes>'


_HEADER = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:hdr {W}><w:p><w:pPr><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MIME}.{kind}+xml"/>'
        for part, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("footnotes", "footnotes"),
            ("header1", "header"),
        )
    )
    + "</Types>"
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def to_docx(plan: PlanText) -> bytes:
    """The bytes of a .docx with the plan's paragraphs, lists, tables and footnotes, page numbers in its header."""
    writer = _Writer(plan, "")
    body = writer.body()
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS.format(f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _RELS.format(
            "".join(
                f'<Relationship Id="rId{n}" Type="{_REL}/{kind}" Target="{target}.xml"/>'
                for n, (kind, target) in enumerate(
                    (("styles", "styles"), ("numbering", "numbering"), ("footnotes", "footnotes"), ("header", "header1")), 1
                )
            )
        ),
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}{section}</w:body></w:document>',
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _numbering(writer.numbers.nums),
        "word/footnotes.xml": _footnotes(plan),
        "word/header1.xml": _HEADER,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()
