"""The logical structure of a PDF: which ink is a heading, a paragraph, a cell of a table, so that a reading program says it in order.

Elements are numbered from 0, the document. Ink belongs to an element by its number on the page (MCID); lines and page numbers belong to
none ("Artifact"). Written as ready bytes: a table of 5,000 rows has 40,000 elements.
"""
from __future__ import annotations

from typing import Any


class Tags:
    """The tree under way. A table's cell that goes over a page's end has ink on both pages."""

    def __init__(self) -> None:
        self._kinds: list[str] = []
        self._parents: list[int] = []
        self._more: list[str] = []
        self._kids: list[list[int]] = []
        self._ink: dict[int, list[tuple[int, int]]] = {}  # element → (page, number on the page)
        self._pages: list[list[int]] = []  # page → the elements of its numbers
        self.add("Document", 0)

    def add(self, kind: str, parent: int, more: str = "") -> int:
        """A new element at the end of its parent; ``more`` are further entries of its dictionary."""
        number = len(self._kinds)
        self._kinds.append(kind)
        self._parents.append(parent)
        self._more.append(more)
        self._kids.append([])
        if number:
            self._kids[parent].append(number)
        return number

    def page(self) -> None:
        self._pages.append([])

    def ink(self, element: int) -> str:
        """The operator that begins ink of an element on the page that is being drawn."""
        here = self._pages[-1]
        self._ink.setdefault(element, []).append((len(self._pages) - 1, len(here)))
        here.append(element)
        return f"/{self._kinds[element]} <</MCID {len(here) - 1}>> BDC"

    # ---- into the file

    def write(self, document: Any) -> None:
        """Hand the tree to reportlab's document, when all pages are drawn."""
        from reportlab.pdfbase.pdfdoc import PDFName

        numbers = document.idToObjectNumberAndVersion
        pages = [numbers[f"Page{n + 1}"][0] for n in range(len(self._pages))]
        for n in range(len(self._pages)):
            page = document.idToObject[f"Page{n + 1}"]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = n, PDFName("S")
        raw = _raw()
        first = document.objectcounter + 2
        tree = " ".join(f"{n} [{' '.join(f'{first + element} 0 R' for element in found)}]" for n, found in enumerate(self._pages))
        root = f"<</Type/StructTreeRoot/K[{first} 0 R]/ParentTree<</Nums[{tree}]>>/ParentTreeNextKey {len(self._pages)}>>"
        document.Catalog.StructTreeRoot = document.Reference(raw(root), "StructTreeRoot")
        document.Catalog.MarkInfo = raw("<</Marked true>>")
        for element in range(len(self._kinds)):
            document.Reference(raw(self._entry(element, first, pages)), f"Tag{element}")

    def _entry(self, element: int, first: int, pages: list[int]) -> str:
        parent = f"{first + self._parents[element]} 0 R" if element else f"{first - 1} 0 R"
        ink = self._ink.get(element, [])
        at = f"/Pg {pages[ink[0][0]]} 0 R" if ink else ""
        kids = [f"{first + kid} 0 R" for kid in self._kids[element]]
        kids += [str(number) if page == ink[0][0] else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>" for page, number in ink]
        held = "" if not kids else f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        return f"<</S/{self._kinds[element]}/P {parent}{at}{self._more[element]}{held}>>"


MOST = 8000  # letters: PDF/A allows a text of 32,767 bytes


def said(text: str) -> str:
    """Words of a dictionary in UTF-16, for a picture or a sign that is drawn."""
    return f"<FEFF{text[:MOST].encode('utf-16-be').hex().upper()}>"


def _raw() -> Any:
    from reportlab.pdfbase.pdfdoc import PDFObject

    class Raw(PDFObject):  # type: ignore[misc,unused-ignore]
        """An object that is bytes already."""

        __RefOnly__ = 1

        def __init__(self, text: str) -> None:
            self.text = text

        def format(self, document: Any) -> bytes:
            return self.text.encode("ascii")

    return Raw
