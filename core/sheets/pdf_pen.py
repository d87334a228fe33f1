"""Ink on the pages of a PDF: words, lines, boxes, written straight into the page's stream. y counts points down from the top edge."""
from __future__ import annotations

from typing import Any

from core.sheets.layout import MM, Align, Bundle, PageSetup
from core.sheets.letters import Line, Ruler, ruler
from core.sheets.pdf_archive import make_archival
from core.sheets.pdf_tags import Tags

THIN = 0.5  # width of the lines of a table, points
PAGE_NUMBER_SIZE = 13.0


class Pen:
    """One PDF under way. ``start`` begins a sheet, ``page`` a further page of it."""

    def __init__(self, target: str, bundle: Bundle) -> None:
        from reportlab.pdfbase.pdfdoc import PDFString
        from reportlab.pdfgen.canvas import Canvas

        first = ruler(PAGE_NUMBER_SIZE).font.fontName  # without it every file names Helvetica, which is not embedded
        self.canvas = Canvas(target, pageCompression=1, invariant=1, pdfVersion=(1, 7), initialFontName=first)
        self.tags = Tags()
        self.sheet = 0  # the element of the sheet under way
        make_archival(self.canvas, bundle, self.tags)
        self.canvas.setCatalogEntry("Lang", PDFString("vi"))
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.canvas.showOutline()
        self.setup = PageSetup()
        self.number = 0  # of the page within its sheet
        self.pages = 0
        self.bookmarks = 0
        self._height = 0.0
        self._code: list[str] = []
        self._faces: dict[Ruler, _Face] = {}

    # ---- pages

    def start(self, setup: PageSetup, name: str) -> None:
        self.close_page()
        self.setup = setup
        self.number = 0
        self._height = setup.height * MM
        self.sheet = self.tags.add("Sect", 0)
        self.page()
        self.bookmark(name, 0)

    def page(self) -> None:
        """The next page, with its number centred in the top margin from page 2 on."""
        self.close_page()
        self.number += 1
        self.pages += 1
        self.canvas.setPageSize((self.setup.width * MM, self._height))
        self.tags.page()
        self._code = [f"{THIN} w"]
        if self.number > 1:
            measure = ruler(PAGE_NUMBER_SIZE)
            text = str(self.number)
            room = self.setup.text_width * MM
            y = self.setup.margins.top * MM / 2 - measure.leading / 2
            self.open()
            self.lines([Line([text], measure.width(text), True)], measure, self.setup.margins.left * MM, y, room, Align.CENTER)
            self.close()

    def close_page(self) -> None:
        if self.number:
            # reportlab's stream is a list of operators; ours go in as one
            self.canvas._code.append("\n".join(self._code))
            self.canvas.showPage()
            self._code = []

    def bookmark(self, name: str, level: int) -> None:
        self.bookmarks += 1
        key = f"b{self.bookmarks}"
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(name, key, level=level, closed=level > 0)

    def open(self, element: int = 0) -> None:
        """What is drawn until ``close`` belongs to an element of the structure; 0: to none (lines, page numbers)."""
        self._code.append(self.tags.ink(element) if element else "/Artifact BMC")

    def close(self) -> None:
        self._code.append("EMC")

    def save(self) -> None:
        self.close_page()
        self.canvas.save()

    # ---- ink

    def lines(self, lines: list[Line], measure: Ruler, x: float, y: float, room: float, align: Align) -> None:
        """Lines of text from ``y`` down, in a column from ``x`` that is ``room`` wide."""
        face = self._face(measure)
        out = ["BT"]
        leading = measure.leading
        base = self._height - y - (leading + measure.size * 0.66) / 2  # capitals stand in the middle of their line
        subset = -1
        spread = 0.0
        for words, width, last in lines:
            gap = 0.0
            left = x
            if align is Align.CENTER:
                left += (room - width) / 2
            elif align is Align.RIGHT:
                left += room - width
            elif align is Align.JUSTIFY and not last and len(words) > 1:
                gap = (room - width) / (len(words) - 1)
            if gap != spread:
                out.append(f"{gap:.3f} Tw")
                spread = gap
            out.append(f"1 0 0 1 {left:.2f} {base:.2f} Tm")
            subset = face.show(words, subset, out, more=not last)
            base -= leading
        if spread:
            out.append("0 Tw")
        out.append("ET")
        self._code.append(" ".join(out))

    def upright(self, lines: list[Line], measure: Ruler, x: float, y: float, width: float, height: float) -> None:
        """Lines turned by 90°, reading upwards, centred in a box whose upper left corner is (x, y)."""
        face = self._face(measure)
        out = ["BT"]
        leading = measure.leading
        left = x + (width - len(lines) * leading) / 2 + (leading + measure.size * 0.66) / 2
        subset = -1
        for words, used, _ in lines:
            base = self._height - y - height + (height - used) / 2
            out.append(f"0 1 -1 0 {left:.2f} {base:.2f} Tm")
            subset = face.show(words, subset, out)
            left += leading
        out.append("ET")
        self._code.append(" ".join(out))

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = THIN) -> None:
        top = self._height
        self._code.append(f"{width} w {x1:.2f} {top - y1:.2f} m {x2:.2f} {top - y2:.2f} l S {THIN} w")

    def grid(self, xs: list[float], top: float, bottom: float) -> None:
        """Vertical lines at each of ``xs``."""
        high, low = self._height - top, self._height - bottom
        self._code.append(" ".join(f"{x:.2f} {high:.2f} m {x:.2f} {low:.2f} l" for x in xs) + " S")

    def across(self, x1: float, x2: float, y: float) -> None:
        self._code.append(f"{x1:.2f} {self._height - y:.2f} m {x2:.2f} {self._height - y:.2f} l S")

    def box(self, x: float, y: float, width: float, height: float, grey: float | None = None) -> None:
        """A rectangle: filled with a grey (0 black, 1 white), or its outline."""
        shape = f"{x:.2f} {self._height - y - height:.2f} {width:.2f} {height:.2f} re"
        self._code.append(f"{shape} S" if grey is None else f"{grey} g {shape} f 0 g")

    def tick(self, x: float, y: float, size: float) -> None:
        top = self._height
        self._code.append(f"1.2 w {x + size * .2:.2f} {top - y - size * .55:.2f} m {x + size * .42:.2f} {top - y - size * .8:.2f} l "
                          f"{x + size * .85:.2f} {top - y - size * .2:.2f} l S {THIN} w")

    def _face(self, measure: Ruler) -> _Face:
        found = self._faces.get(measure)
        if found is None:
            found = self._faces[measure] = _Face(measure, self.canvas)
        return found


class _Face:
    """Words of one face and size as operators of the page's stream, each word encoded once."""

    def __init__(self, measure: Ruler, canvas: Any) -> None:
        self._font, self._canvas = measure.font, canvas
        self._size = measure.size
        self._known: dict[str, list[tuple[int, str]]] = {}
        self._names: dict[int, str] = {}

    def show(self, words: list[str], subset: int, out: list[str], *, more: bool = False) -> int:
        """Append the operators that write the words; the subset of the font that is now chosen. ``more``: the text goes on below, and a
        space at the end of the line keeps its words apart for those who hear or copy it."""
        pending: list[str] = []
        for n, word in enumerate(words):
            parts = self._known.get(word)
            if parts is None:
                parts = self._known[word] = self._encode(word)
            for k, (wanted, text) in enumerate(parts):
                if n and not k:  # only the first subset is sure to have the space
                    subset = self._turn(subset, 0, pending, out)
                    pending.append(" ")
                subset = self._turn(subset, wanted, pending, out)
                pending.append(text)
        if more:
            subset = self._turn(subset, 0, pending, out)
            pending.append(" ")
        if pending:
            out.append(f"({''.join(pending)}) Tj")
        return subset

    def _turn(self, subset: int, wanted: int, pending: list[str], out: list[str]) -> int:
        """Write what waits and choose another subset, where it is another."""
        if wanted != subset:
            if pending:
                out.append(f"({''.join(pending)}) Tj")
                pending.clear()
            out.append(self._choose(wanted))
        return wanted

    def _encode(self, word: str) -> list[tuple[int, str]]:
        escape = self._canvas._escape
        return [(subset, escape(data)) for subset, data in self._font.splitString(word, self._canvas._doc)]

    def _choose(self, subset: int) -> str:
        name = self._names.get(subset)
        if name is None:
            name = self._names[subset] = f"{self._font.getSubsetInternalName(subset, self._canvas._doc)} {self._size:g} Tf"
        return name
