"""PDF/A-2b: our reading of the rules says yes to what we make and no to what is broken; another's validator agrees where it is here."""
from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest

from core.sheets.check_archive import proofs
from core.sheets.checker import check
from core.sheets.export import export
from core.sheets.pdf_archive import srgb_profile
from tests.core.sheets.test_formats import NASTY, OPTIONS, book_of
from tests.sheets.sample import sample_book

# every letter of Vietnamese and so many others that they stand in two subsets of the font
LETTERS = " ".join(chr(code) for code in (*range(0x21, 0x7F), *range(0xA1, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1EA0, 0x1EFA),
                                          *range(0x391, 0x3A2), *range(0x410, 0x450)))
JARS = Path("/usr/share/java")
NEEDED = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "javax.activation", "jaxb-api")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "a.pdf"
    export(book_of(*NASTY, LETTERS), "assignment", path, options=OPTIONS)
    return path


def wrong(path: Path) -> list[str]:
    return [str(proof) for proof in proofs(path) if not proof.ok]


@pytest.mark.parametrize("kind", ["assignment", "matrix", "summary", "checklist"])
def test_every_sheet_keeps_the_rules(kind: str, tmp_path: Path) -> None:
    export(sample_book(), kind, tmp_path / "a.pdf", each_agency=kind == "checklist", bundle="file", options=OPTIONS)
    assert wrong(tmp_path / "a.pdf") == []
    assert sum(proof.rule.startswith("PDF/A-2b") and proof.habit for proof in check(tmp_path / "a.pdf")) == 6


def test_letters_in_two_subsets_and_nasty_texts_keep_the_rules(made: Path) -> None:
    assert made.read_bytes().count(b"/FontFile2") >= 3
    assert wrong(made) == []


@pytest.mark.parametrize(("old", "new", "rule"), [
    (b"/OutputIntents", b"/OutputIntentz", "ICC"), (b"/N 3", b"/N 4", "ICC"), (b"pdfaid:part>2", b"pdfaid:part>1", "XMP"),
    (b"/FontFile2", b"/FontFile9", "chữ"), (b"/Widths [ ", b"/Widths [ 9", "chữ"), (b"%PDF-1.7", b"%PDF-2.7", "cấu trúc"),
    (b"\nendstream", b" endstream", "cấu trúc"), (b"/ID \n", b"/IX \n", "cấu trúc"), (b"/Lang ", b"/AA  1", "cấm")])
def test_what_is_broken_is_found(made: Path, old: bytes, new: bytes, rule: str, tmp_path: Path) -> None:
    data = made.read_bytes()
    assert old in data
    broken = tmp_path / "b.pdf"
    broken.write_bytes(data.replace(old, new))
    assert any(rule in said for said in wrong(broken))


def test_the_description_says_what_the_old_properties_say(tmp_path: Path) -> None:
    import pypdfium2 as pdfium

    export(sample_book(), "summary", tmp_path / "a.pdf", options=OPTIONS)
    document = pdfium.PdfDocument(tmp_path / "a.pdf")
    told = document.get_metadata_dict()
    document.close()
    text = (tmp_path / "a.pdf").read_bytes()
    for key in ("Title", "Author", "Subject", "Creator", "Producer"):
        assert f">{told[key]}</".encode() in text
    assert told["CreationDate"].startswith("D:20000101000000")


def test_the_colours_of_the_profile_are_those_of_srgb() -> None:
    pytest.importorskip("PIL")
    from PIL import Image, ImageCms

    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    colours = bytes((n * 37) % 256 for n in range(3 * 4096))
    picture = Image.frombytes("RGB", (64, 64), colours)
    seen = ImageCms.applyTransform(picture, ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB"))
    assert seen is not None
    assert max(abs(a - b) for a, b in zip(colours, seen.tobytes(), strict=True)) <= 1


def test_the_validator_of_apache_pdfbox_finds_nothing(made: Path, tmp_path: Path) -> None:
    """It knows part 1 of the standard only, which asks for more; the two places that name the part are turned for it."""
    jars = [JARS / f"{name}.jar" for name in NEEDED]
    if not all(jar.exists() for jar in jars):
        pytest.skip("the validator (Debian: libpdfbox2-java libactivation-java libjaxb-api-java, Java) is not here")
    data = made.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.4").replace(b"<pdfaid:part>2", b"<pdfaid:part>1")
    (tmp_path / "one.pdf").write_bytes(data)
    run = subprocess.run(["java", "-cp", ":".join(map(str, jars)), "org.apache.pdfbox.preflight.Validator_A1b", str(tmp_path / "one.pdf")],
                         capture_output=True, text=True, timeout=120, check=False)
    assert "is a valid PDF/A-1b file" in run.stdout, run.stdout + run.stderr
