"""What makes a PDF fit to be kept for good (ISO 19005-2, level B): colours that mean something everywhere, a description in XML, streams
that end as the standard wants. reportlab has none of it; it lets us add the parts and hand over the streams in our own form.
"""
from __future__ import annotations

from functools import lru_cache
from struct import pack
from typing import Any
from xml.sax.saxutils import escape

from core.sheets.layout import Bundle
from core.sheets.pdf_tags import Tags

PROGRAM = "Phân công"
WHEN = "2000-01-01T00:00:00+00:00"  # reportlab's day where the same input gives the same bytes
PROFILE_NAME = "sRGB IEC61966-2.1"


def make_archival(canvas: Any, bundle: Bundle, tags: Tags) -> None:
    """Give a canvas the parts that PDF/A-2b asks for, and at the end the tree of ``tags``. To be called before anything is drawn."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    canvas.setTitle(bundle.title)
    canvas.setAuthor(bundle.author or PROGRAM)
    canvas.setSubject(bundle.subject)
    canvas.setKeywords(", ".join(bundle.keywords))
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    document = canvas._doc
    catalog = document.Catalog
    # the catalog writes the entries that it knows; output intents came after it was written
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    profile = _stream(srgb_profile(), {"N": 3}, packed=True)
    catalog.OutputIntents = PDFArray([PDFDictionary({
        "Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "OutputConditionIdentifier": PDFString(PROFILE_NAME),
        "Info": PDFString(PROFILE_NAME), "DestOutputProfile": document.Reference(profile)})])
    catalog.Metadata = _stream(_description(bundle).encode("utf-8"), {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}, packed=False)
    # fonts write their streams when the file is closed; what is added to their list comes after them
    document.delayedFonts = _Last([_Streams(tags)])


class _Last(list[Any]):
    """A list that keeps its one first entry at the end."""

    def append(self, item: Any) -> None:
        self.insert(len(self) - 1, item)


class _Streams:
    """Takes every stream of a document over into ours, pages and fonts alike, and adds the tree of its structure."""

    def __init__(self, tags: Tags) -> None:
        self._tags = tags

    def addObjects(self, document: Any) -> None:
        from reportlab.pdfbase.pdfdoc import PDFPage, PDFStream

        for name, thing in list(document.idToObject.items()):
            if isinstance(thing, PDFPage):
                thing.Trans = None
                thing.Contents = _stream(thing.stream, {}, packed=True)
            elif isinstance(thing, PDFStream) and not isinstance(thing, _stream_class()):
                document.idToObject[name] = _stream(thing.content, thing.dictionary.dict, packed=bool(thing.filters))
        self._tags.write(document)


@lru_cache(maxsize=1)
def _stream_class() -> Any:
    from reportlab.pdfbase.pdfdoc import PDFStream

    class Stream(PDFStream):  # type: ignore[misc,unused-ignore]
        """A stream with the line break before "endstream" that reportlab leaves out."""

        def format(self, document: Any) -> bytes:
            made: bytes = super().format(document)
            return made[:-len(_END)] + b"\n" + _END

    return Stream


_END = b"endstream\n"


def _stream(content: Any, entries: dict[str, Any], *, packed: bool) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFZCompress

    return _stream_class()(PDFDictionary(dict(entries)), content, [PDFZCompress] if packed else None)


# ---------------------------------------------------------------- the description

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>vi</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{program}</xmp:CreatorTool><xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{program}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _description(bundle: Bundle) -> str:
    return _XMP.format(title=escape(bundle.title), author=escape(bundle.author or PROGRAM), subject=escape(bundle.subject),
                       keywords=escape(", ".join(bundle.keywords)), program=PROGRAM, when=WHEN)


# ---------------------------------------------------------------- the colours

# the primaries of sRGB as seen under D50 (IEC 61966-2-1, adapted after Bradford), and the white of the profile's own space
_COLOURS = {b"rXYZ": (0.4360747, 0.2225045, 0.0139322), b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
            b"bXYZ": (0.1430804, 0.0606169, 0.7141733), b"wtpt": (0.9642, 1.0, 0.8249)}
_STEPS = 1024  # of the curve from stored value to light


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """An ICC profile (version 2, for displays) of sRGB, worked out from the numbers of its standard: no file of others is shipped."""
    name = PROFILE_NAME.encode() + b"\0"
    parts = {b"desc": b"desc\0\0\0\0" + pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67),
             b"cprt": b"text\0\0\0\0No copyright, use freely\0"}
    parts |= {tag: b"XYZ \0\0\0\0" + pack(">3i", *(round(v * 65536) for v in values)) for tag, values in _COLOURS.items()}
    curve = b"curv\0\0\0\0" + pack(f">I{_STEPS}H", _STEPS, *(round(_light(n / (_STEPS - 1)) * 65535) for n in range(_STEPS)))
    tags = [*parts, b"rTRC", b"gTRC", b"bTRC"]
    at = 128 + 4 + 12 * len(tags)
    table, data = pack(">I", len(tags)), b""
    for tag in tags:
        part = parts.get(tag, curve)
        if tag != b"gTRC" and tag != b"bTRC":  # the three colours share one curve
            place = at + len(data)
            data += part + bytes(-len(part) % 4)
        table += tag + pack(">II", place, len(part))
    head = pack(">I4sI4s4s4s6H4s", at + len(data), b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ", 2000, 1, 1, 0, 0, 0, b"acsp")
    head += bytes(28) + pack(">3i", *(round(v * 65536) for v in _COLOURS[b"wtpt"]))
    return head + bytes(128 - len(head)) + table + data


def _light(value: float) -> float:
    """The share of light that a stored value stands for (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
