"""Scanned pages pasted into Word: read as the pages that they are; emblems and signatures are not."""
from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from core.errors import MissingPart
from core.reading import read
from core.reading.from_docx import read_docx
from tests.core.reading.made import Pdf, docx, lines, par
from tests.core.reading.test_scan import SHORT, alike, page, picture, png

pytest.importorskip("tesserocr")
_DRAWING = ('<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{}"/></w:drawing></w:r></w:p>')
_RELATION = '<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/{0}.png"/>'  # noqa: E501


def with_pictures(body: str, pictures: dict[str, bytes]) -> bytes:
    """A Word file whose body is followed by these pictures."""
    made = docx(body + "".join(map(_DRAWING.format, pictures)))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", "".join(map(_RELATION.format, pictures)).encode() + b"</Relationships>")
            after.writestr(name, data)
        for name, data in pictures.items():
            after.writestr(f"word/media/{name}.png", data)
    return out.getvalue()


def test_scanned_pages_in_word_are_read(tmp_path: Path) -> None:
    pages = {f"p{number}": png(picture(page(str(number), paragraphs))) for number, paragraphs in ((1, SHORT[:2]), (2, SHORT[2:]))}
    file = tmp_path / "quet.docx"
    file.write_bytes(with_pictures("", pages))
    plan = read(file)
    assert (plan.kind, plan.pages) == ("scan", 2)
    assert alike(lines(plan), SHORT) > 0.97


def test_pictures_beside_text_and_small_ones_are_left_out() -> None:
    text = "Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch chi tiết. " * 4
    data = with_pictures(par(text), {"p1": png(picture(page()))})
    assert lines(read_docx(data)) == [text.strip()]
    assert lines(read_docx(with_pictures(par("Sở Y tế"), {"s1": b"\x89PNG small"}))) == ["Sở Y tế"]
    assert lines(read_docx(with_pictures(par("Sở Y tế"), {"s1": b"\x89PNG broken" * 9000}))) == ["Sở Y tế"]
    sign = Pdf()
    sign.text(200, 200, "Đã ký", 20)
    emblem = png(picture(sign), "BMP")
    assert lines(read_docx(with_pictures(par("Sở Y tế"), {"s1": emblem}))) == ["Sở Y tế"]


def test_without_ocr_such_a_file_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    data = {"p1": png(picture(page()))}
    with pytest.raises(MissingPart):
        read_docx(with_pictures("", data))
    assert lines(read_docx(with_pictures(par("Sở Y tế"), data))) == ["Sở Y tế"]
