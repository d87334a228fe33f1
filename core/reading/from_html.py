"""Web pages (.html), pages saved whole (.mht) and HTML from the clipboard: blocks, lists, tables; nothing is fetched."""
from __future__ import annotations

import email
import email.policy
import re
from typing import TYPE_CHECKING

from core.errors import UnreadableFile
from core.model import CellPlace, PlanText
from core.reading.build import BREAK, NOTE, Counter, Piece, assemble, foreign
from core.reading.encodings import by_font, decode, set_of_font
from core.reading.html_notes import MARK, take_notes
from core.reading.numbering import integer, letter, roman
from core.reading.package import damaged, hostile

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_COLUMNS = 2000
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption"})
_SKIPPED = frozenset({
    "script", "style", "head", "title", "noscript", "template", "svg", "math", "object", "embed", "iframe", "select", "option", "textarea",
    "button", "audio", "video", "canvas", "meta", "link", "input", "img", "map"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


class _Reader:
    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.pieces: list[Piece] = []
        self.parts: list[str] = []
        self.weights: list[tuple[bool, bool]] = []
        self.cell: CellPlace | None = None
        self.tables = 0
        self.label = ""
        self.level: int | None = None
        self.centred = False
        self.changed = ""

    def walk(self, element: _Element, bold: bool, italic: bool, pre: bool, font: str, lists: int, depth: int) -> None:
        if depth > 250:
            raise hostile()
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        style = element.get("style") or "" if tag else ""
        if "mso-list:Ignore" in style.replace(" ", ""):  # Word's clipboard: the item's number stands here as text
            self.say(" ".join("".join(element.itertext()).split()) + " ", bold, italic, pre, font)
            return
        printed = tag == "div" and element.get("title") in ("header", "footer")  # what LibreOffice makes of head and foot of the page
        if tag in _SKIPPED or not tag or printed or _HIDDEN.search(style) or element.get("hidden") is not None:
            return
        if element.get(MARK) is not None:
            self.parts.append(NOTE)
        block = tag in _BLOCKS or re.search(r"display\s*:\s*(?:block|list-item|table)", style, re.IGNORECASE) is not None
        if block:
            self.flush()
        if tag == "br":
            self.parts.append("\n" if pre else BREAK)
            return
        if tag == "table":
            self.table(element, bold, italic, font, lists, depth)
            return
        bold = (bold or tag in ("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6") or _bold(style)) and not _plain(style)
        italic = italic or tag in ("i", "em", "cite") or "font-style:italic" in style.replace(" ", "").lower()
        font = _font(element, style) or font
        pre = pre or tag == "pre" or "white-space:pre" in style.replace(" ", "").lower()
        outer = self.centred
        if tag == "center" or element.get("align", "").lower() == "center" or "text-align:center" in style.replace(" ", "").lower():
            self.centred = True
        elif element.get("align") or "text-align:" in style.replace(" ", "").lower():
            self.centred = False
        number = integer(element.get("start"), 1) if tag == "ol" else 0
        for child in _with_text(element):
            if isinstance(child, str):
                self.say(child, bold, italic, pre, font)
            elif tag in ("ol", "ul") and child.tag == "li":
                if child.get("value") is not None:
                    number = integer(child.get("value"), number)
                self.flush()
                self.label, self.level = _mark(tag, element, child, number, lists), lists
                number += 1
                self.walk(child, bold, italic, pre, font, lists + 1, depth + 1)
            else:
                self.walk(child, bold, italic, pre, font, lists + (tag in ("ol", "ul")), depth + 1)
        if block:
            self.flush()
        self.centred = outer

    def say(self, text: str, bold: bool, italic: bool, pre: bool, font: str) -> None:
        text = foreign(text)
        letters = set_of_font(font) if font else ""
        better = by_font(text, letters)
        if better != text:
            self.changed, text = ("vni" if letters == "vni" else "tcvn3"), better
        if not pre:
            text = re.sub(r"[ \t\r\n\f]+", " ", text)
        else:
            text = text.replace("\r\n", "\n").replace("\n", BREAK)
        self.parts.append(text)
        if text.strip():
            self.weights.append((bold, italic))

    def flush(self) -> None:
        text, weights, self.parts, self.weights = "".join(self.parts).replace("\n", BREAK), self.weights, [], []
        if not text.replace(BREAK, " ").strip():
            return
        if self.changed:
            self.counter.add(self.changed)
            self.changed = ""
        label, self.label = self.label, ""
        level, self.level = (self.level if label else None), None
        text = text.strip(f" {BREAK}")
        self.pieces.append(Piece(f"{label} {text}" if label else text, label, level, None, self.cell,
                                 bool(weights) and all(b for b, _ in weights), bool(weights) and all(i for _, i in weights), self.centred))

    def table(self, element: _Element, bold: bool, italic: bool, font: str, lists: int, depth: int) -> None:
        rows = [tr for tr in element.iter("tr") if next(tr.iterancestors("table"), None) is element]
        outer, self.cell = self.cell, None
        for caption in element.iterchildren("caption"):
            self.walk(caption, bold, italic, False, font, lists, depth + 1)
        number = self.tables
        self.tables += 1
        taken: set[tuple[int, int]] = set()
        centred = self.centred
        for r, tr in enumerate(rows):
            column = 0
            for cell in tr:
                if cell.tag not in ("td", "th"):
                    continue
                while (r, column) in taken:
                    column += 1
                wide = min(max(1, integer(cell.get("colspan"), 1)), MOST_COLUMNS + 1)
                tall = min(max(1, integer(cell.get("rowspan"), 1)), len(rows) - r)
                if column + wide > MOST_COLUMNS:
                    raise hostile()
                if tall > 1:
                    taken.update((r + i, column + j) for i in range(1, tall) for j in range(wide))
                self.cell = CellPlace(number, r, column, tall, wide)
                self.centred = False
                self.walk(cell, bold, italic, False, font, lists, depth + 1)
                self.flush()
                column += wide
        self.cell, self.centred = outer, centred


def _with_text(element: _Element) -> list[str | _Element]:
    out: list[str | _Element] = [element.text] if element.text else []
    for child in element:
        out.append(child)
        if child.tail:
            out.append(child.tail)
    return out


def _mark(tag: str, parent: _Element, item: _Element, number: int, depth: int) -> str:
    style = f"{parent.get('style') or ''};{item.get('style') or ''}".lower().replace(" ", "")
    if "list-style:none" in style or "list-style-type:none" in style:
        return ""
    if tag == "ul":
        return "-" if depth == 0 else "+"
    kind = item.get("type") or parent.get("type") or ""
    named = re.search(r"list-style(?:-type)?:[^;]*?(lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman)", style)
    kind = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
            "upper-roman": "I"}[named[1]] if named else kind
    if kind in ("a", "A"):
        return f"{letter(number) if kind == 'a' else letter(number).upper()}."
    if kind in ("i", "I"):
        return f"{roman(number) if kind == 'I' else roman(number).lower()}."
    return f"{number}."


def _bold(style: str) -> bool:
    return re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", style, re.IGNORECASE) is not None


def _plain(style: str) -> bool:
    return re.search(r"font-weight\s*:\s*(?:normal|400)", style, re.IGNORECASE) is not None


def _font(element: _Element, style: str) -> str:
    face = element.get("face") or ""
    named = re.search(r"font-family\s*:\s*['\"]?([^;,'\"]+)", style, re.IGNORECASE)
    return named[1].strip() if named else face.split(",")[0].strip()


_OLD_FONT = re.compile(r"""[:'"=]\s*(?:\.Vn[A-Z]|VNI-)""")


def html_text(html: str, kind: str = "html", repairs: tuple[str, ...] = ()) -> PlanText:
    """The PlanText of HTML that is text already. Raises UnreadableFile where it cannot be parsed."""
    from lxml import etree

    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", html.replace("\x00", ""))
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise damaged() from error
    if root is None:
        raise UnreadableFile("Không có chữ nào trong trang này.")
    counter = Counter()
    for repair in repairs:
        counter.add(repair)
    notes = take_notes(root) if "href" in html else []
    reader = _Reader(counter)
    body = root.find("body")
    reader.walk(body if body is not None else root, False, False, False, "", 0, 0)
    reader.flush()
    return assemble(reader.pieces, kind=kind, notes=notes, counter=counter)


def names_old_fonts(html: str) -> bool:
    """Whether fonts tell which letters are in an old set."""
    return _OLD_FONT.search(html) is not None


def read_html(data: bytes) -> PlanText:
    """The text of an .html file."""
    declared = _CHARSET.search(data[:4096])
    old_fonts = names_old_fonts(data.decode("latin-1"))
    text = decode(data, declared[1].decode("ascii", "replace") if declared else None, fonts=old_fonts)
    return html_text(text.text, "html", text.repairs)


def read_mht(data: bytes) -> PlanText:
    """The text of a page saved whole (MIME). Only its HTML or text part is read."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()]
        for wanted in ("text/html", "text/plain"):
            for part in parts:
                if part.get_content_type() == wanted:
                    raw = part.get_payload(decode=True)
                    if isinstance(raw, bytes) and raw.strip():
                        charset = part.get_content_charset()
                        text = decode(raw, charset)
                        return html_text(text.text if wanted == "text/html" else f"<pre>{_escaped(text.text)}</pre>", "mht", text.repairs)
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise damaged() from error
    raise damaged()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
