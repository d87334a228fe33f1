"""The parts of a Word package: which one is the body, what lies beside it, files that the body only points to."""
from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from core.reading.build import foreign
from core.reading.docx_xml import ID, REL, TYPE
from core.reading.numbering import W
from core.reading.package import Package, xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
_LEAST_PAGE = 30_000  # bytes: smaller pictures are emblems and signatures


def main_part(package: Package) -> str:
    """The name of the body's part, as the relations of the package say; Word and Google call it word/document.xml."""
    if "word/document.xml" in package:
        return "word/document.xml"
    rels = package.get("_rels/.rels")
    if rels is not None:
        for relation in xml(rels).iter(REL + "Relationship"):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                return (relation.get("Target") or "").lstrip("/")
    return next((name for name in package.names if re.fullmatch(r"word/document\d*\.xml", name)), "")


def part(package: Package, main: str, name: str) -> _Element | None:
    """A part beside the main one; missing or damaged ones cost their contents only."""
    folder = main.rpartition("/")[0]
    data = package.get(f"{folder}/{name}" if folder else name)
    if data is None:
        return None
    try:
        return xml(data)
    except Exception as error:
        if type(error).__name__ == "UnreadableFile":
            return None
        raise


def notes_of(root: _Element | None, tag: str) -> dict[str, _Element]:
    if root is None:
        return {}
    return {note.get(ID) or "": note for note in root.iterchildren(W + tag)
            if note.get(TYPE) in (None, "normal")}


def without_marks(raw: bytes) -> bytes:
    """The body without the code points that core.reading.build gives a meaning, written out or as references."""
    text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    text = re.sub(r"&#(?:x0*fd[de][0-9a-f]|0*649(?:7[6-9]|[89]\d)|0*650(?:0\d));", "", text, flags=re.IGNORECASE)
    return re.sub(r"""(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""", r"\1", foreign(text), count=1).encode()


def _relations(package: Package, main: str, kind: str) -> dict[str, str]:
    """The parts of this kind that the body names, by the id of their relation."""
    folder, _, name = main.rpartition("/")
    data = package.get(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    found: dict[str, str] = {}
    for relation in xml(data).iter(REL + "Relationship") if data else ():
        if (relation.get("Type") or "").endswith(kind) and relation.get("TargetMode") != "External":
            found[relation.get("Id") or ""] = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target") or "")).lstrip("/")
    return found


def chunks(package: Package, main: str) -> dict[str, str]:
    """Parts that the body takes in whole (w:altChunk), by the id of their relation."""
    return _relations(package, main, "/aFChunk")


def page_pictures(package: Package, main: str, body: _Element) -> list[bytes]:
    """The pictures of a body, in its order, that are big enough for a page; each once."""
    named = _relations(package, main, "/image")
    wanted = (str(value) for element in body.iter(_BLIP, _IMAGE_DATA) for key, value in element.attrib.items()
              if str(key).endswith(("}embed", "}id")))
    parts = (package.get(named[key]) for key in dict.fromkeys(wanted) if key in named)
    return [data for data in parts if data is not None and len(data) > _LEAST_PAGE]
