"""Letters: every old way to write Vietnamese comes out as NFC Unicode, and what is right already is never touched."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading import read, read_clipboard
from core.reading.encodings import by_font, decode, guess_set, is_syllable, set_of_font, tcvn3, to_unicode, vni

TEXT = (
    "Ủy ban nhân dân tỉnh Lam Sơn yêu cầu các sở, ban, ngành, địa phương khẩn trương xây dựng kế hoạch triển khai thực hiện, "
    "bảo đảm đúng tiến độ; định kỳ hằng quý báo cáo kết quả về Sở Nội vụ để tổng hợp."
)
_VOWELS = "aăâeêioôơuưy"
EVERY_LETTER = [unicodedata.normalize("NFC", v + t) for v in _VOWELS for t in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")] + [
    "đ"
]


def _backwards(text: str, letters: str) -> str:
    """Unicode to TCVN3 or VNI, by turning the converters' own answers round over all one- and two-letter codes."""
    change = tcvn3 if letters == "tcvn3" else vni
    codes = [chr(c) for c in range(0xA1, 0x100)]
    if letters == "vni":
        codes += [b + chr(c) for b in "aeouyAEOUYôöÔÖ" for c in range(0xC0, 0x100)]
    table: dict[str, str] = {}
    for code in codes:
        table.setdefault(change(code), code)
    return "".join(table.get(c, c) for c in text)


@pytest.mark.parametrize("letters", ["tcvn3", "vni"])
def test_every_letter_has_a_code_in_the_old_sets(letters: str) -> None:
    change = tcvn3 if letters == "tcvn3" else vni
    words = " ".join(EVERY_LETTER)
    assert change(_backwards(words, letters)) == words
    assert change("plain ASCII 123") == "plain ASCII 123"


def test_codes_known_from_old_documents() -> None:
    assert (
        tcvn3("Céng hoµ x· héi chñ nghÜa ViÖt Nam - §éc lËp - Tù do - H¹nh phóc")
        == "Cộng hoà xã hội chủ nghĩa Việt Nam - Độc lập - Tự do - Hạnh phúc"
    )
    assert (
        vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam - Ñoäc laäp - Töï do - Haïnh phuùc")
        == "Cộng hòa xã hội chủ nghĩa Việt Nam - Độc lập - Tự do - Hạnh phúc"
    )


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        (".VnTime", "tcvn3"),
        (".VnTimeH", "tcvn3-capitals"),
        (".VnArial NarrowH", "tcvn3-capitals"),
        ("VNI-Times", "vni"),
        ("ABCDEF+VNI-Helve", "vni"),
        ("Times New Roman", ""),
        ("Vnf", ""),
        ("Verdana", ""),
        ("ABCDEF+.VnTime,Bold", "tcvn3"),
    ],
)
def test_fonts_tell_the_set(name: str, letters: str) -> None:
    assert set_of_font(name) == letters


def test_right_text_in_an_old_font_stays() -> None:
    assert by_font("Sở Nội vụ", "tcvn3") == "Sở Nội vụ"
    assert by_font("Sở Nội vụ", "vni") == "Sở Nội vụ"


@pytest.mark.parametrize("letters", ["tcvn3", "vni"])
def test_text_in_an_old_set_is_told_by_its_words(letters: str) -> None:
    old = _backwards(TEXT.lower(), letters)
    assert old != TEXT.lower()
    assert guess_set(old) == letters
    assert to_unicode(old, letters) == TEXT.lower()


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        unicodedata.normalize("NFD", TEXT),
        TEXT.upper(),
        "Kế hoạch © 2026 – Điều 5 § 3 µg ½",
        "",
        "Le café à côté: naïve façade, où l'élève préfère être",
        "Über die Größe der Straße für Mädchen",
        "Nguyễn A, 25°C",
    ],
)
def test_right_text_is_never_converted(text: str) -> None:
    assert guess_set(text) == ""
    assert decode(text.encode()).text == unicodedata.normalize("NFC", text)


@given(st.text(alphabet=st.sampled_from([*EVERY_LETTER, *"bcdghklmnpqrstvx ,.;-0123456789\n"])))
def test_no_utf8_text_of_vietnamese_letters_changes(text: str) -> None:
    decoded = decode(text.encode())
    if any(c in "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăơưđ" for c in text):
        assert decoded.text == text


@pytest.mark.parametrize(
    ("data", "repairs"),
    [
        (TEXT.encode(), ()),
        (b"\xef\xbb\xbf" + TEXT.encode(), ()),
        (TEXT.encode("utf-16"), ("utf-16",)),
        (TEXT.encode("utf-16-le"), ("utf-16",)),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), ("utf-16",)),
        (TEXT.encode("utf-16-be"), ("utf-16",)),
        (unicodedata.normalize("NFD", TEXT).encode(), ("nfc",)),
        (TEXT.encode() + b"\xe1\xba", ("truncated",)),
    ],
)
def test_unicode_bytes(data: bytes, repairs: tuple[str, ...]) -> None:
    decoded = decode(data)
    assert decoded.text.rstrip("\ufffd") == TEXT
    assert decoded.repairs == repairs


def _cp1258(text: str) -> bytes:
    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tone = next(p for p in parts if p in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return out


def test_windows_1258(tmp_path: Path) -> None:
    decoded = decode(_cp1258(TEXT))
    assert decoded.text == TEXT
    assert decoded.repairs == ("cp1258",)
    path = tmp_path / "cũ.txt"
    path.write_bytes(_cp1258(TEXT))
    plan = read(path)
    assert plan.text.startswith("Ủy ban nhân dân tỉnh Lam Sơn")
    assert any(r.kind == "cp1258" for r in plan.repairs)


def test_a_tcvn3_text_file_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "abc.txt"
    path.write_bytes(_backwards(TEXT.lower(), "tcvn3").encode("latin-1"))
    plan = read(path)
    assert "báo cáo kết quả về sở nội vụ" in plan.text
    assert any(r.kind == "tcvn3" and "TCVN3" in r.message for r in plan.repairs)


def test_syllables() -> None:
    for word in ["nghiêng", "khuỷu", "quyết", "giữa", "Ủy", "thuở", "gì", "uống", "yêu", "phường", "toàn", "hoà", "hòa", "qua", "quy", "ý", "oanh"]:  # noqa: E501
        assert is_syllable(word)
    for word in ("dw", "xyz", "nh©n", "bcd", "ươngg", "thẻẻ", "strong"):
        assert not is_syllable(word)


def test_the_clipboard_is_read_like_a_file() -> None:
    assert read_clipboard("1. Sở Y tế:\n- Xây dựng kế hoạch.", None).text == "1. Sở Y tế:\n- Xây dựng kế hoạch."
    html = (
        "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000200\r\n<html><body>thừa<!--StartFragment--><ol><li>Sở Y tế</li><li>Sở Nội vụ</li></ol>"  # noqa: E501
        "<!--EndFragment--></body></html>"
    )
    plan = read_clipboard("Sở Y tế\nSở Nội vụ", html)
    assert plan.text == "1. Sở Y tế\n2. Sở Nội vụ"
    assert plan.kind == "clipboard"
    wrapped = "- Xây dựng kế hoạch triển khai thực hiện đề án và tổ chức\nsơ kết hằng năm."
    assert read_clipboard(wrapped, "<div>" + wrapped.replace("\n", "<br>") + "</div>").text == wrapped.replace("\n", " ")
    assert read_clipboard(None, "<p>Chỉ có <b>HTML</b></p>").text == "Chỉ có HTML"


# ---------------------------------------------------------------- told, and kept where the clerk wants it


OLD_TCVN3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc. Së Y tÕ chñ tr×, phèi hîp víi Së Tµi chÝnh."
NEW_TCVN3 = "Cộng hoà xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc. Sở Y tế chủ trì, phối hợp với Sở Tài chính."


def _old_files(folder: Path) -> dict[str, tuple[Path, str]]:
    """A file of each sort in old letters, with the set it is in."""
    import docx

    found = {}
    for name, data, letters in (
        ("a.txt", OLD_TCVN3.encode("latin-1"), "tcvn3"),
        ("pasted.txt", OLD_TCVN3.encode(), "tcvn3"),
        ("vni.txt", _backwards(TEXT.lower(), "vni").encode("latin-1"), "vni"),
        ("win.txt", _cp1258(TEXT), "cp1258"),
        ("a.html", f"<p style='font-family:.VnTime'>{OLD_TCVN3}</p>".encode(), "tcvn3"),
        ("a.rtf", (r"{\rtf1\ansi{\fonttbl{\f0 .VnTime;}}\f0 " + "".join(c if ord(c) < 128 else f"\\'{ord(c):02x}" for c in OLD_TCVN3)
                   + r"\par}").encode(), "tcvn3"),
    ):
        path = folder / name
        path.write_bytes(data)
        found[name] = (path, letters)
    for name, font in (("font.docx", ".VnTime"), ("look.docx", "Times New Roman")):
        document = docx.Document()
        document.add_paragraph().add_run(OLD_TCVN3).font.name = font
        document.save(str(folder / name))
        found[name] = (folder / name, "tcvn3")
    return found


def test_every_format_tells_what_it_changed_and_can_leave_it(tmp_path: Path) -> None:
    for name, (path, letters) in _old_files(tmp_path).items():
        plan = read(path)
        new = NEW_TCVN3 if letters == "tcvn3" else TEXT.lower() if letters == "vni" else TEXT
        assert plan.text == new, name
        told = [r for r in plan.repairs if r.kind in ("tcvn3", "vni", "cp1258")]
        assert [r.kind for r in told] == [letters], name
        kept = read(path, keep_letters=True)
        assert kept.text != new, name
        same = [a == b for a, b in zip(kept.text.split(), plan.text.split(), strict=True)]
        assert told[0].count == same.count(False), name
        assert told[0].message.endswith(f": {told[0].count} chữ."), name
        assert told[0].before in kept.text.replace("\n", " "), name
        assert told[0].after in plan.text.replace("\n", " "), name
        assert told[0].before != told[0].after, name
        left = [r for r in kept.repairs if r.kind.startswith("kept-")]
        assert [(r.kind, r.count) for r in left] == [(f"kept-{letters}", told[0].count)], name
        assert not any(r.kind in ("tcvn3", "vni", "cp1258") for r in kept.repairs), name
        assert read(path).text == new, f"{name}: the next reading changes again"


def test_kept_letters_of_a_text_file_are_its_own(tmp_path: Path) -> None:
    path = _old_files(tmp_path)["pasted.txt"][0]
    assert read(path, keep_letters=True).text == OLD_TCVN3


@pytest.mark.parametrize("text", [TEXT, "Kế hoạch số 5/KH-UBND\n1. Sở Y tế chủ trì.", "Plan No 5: the Department of Health leads."])
def test_right_text_is_the_same_kept_or_not_and_nothing_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    plain, kept = read(tmp_path / "a.txt"), read(tmp_path / "a.txt", keep_letters=True)
    assert plain == kept
    assert not any(r.before for r in plain.repairs)


def test_the_clipboard_can_keep_letters_too() -> None:
    assert read_clipboard(OLD_TCVN3, None).text == NEW_TCVN3
    assert read_clipboard(OLD_TCVN3, None, keep_letters=True).text == OLD_TCVN3
    listed = f"<ul><li>{OLD_TCVN3}</li></ul>"
    assert read_clipboard(OLD_TCVN3, listed).text == f"- {NEW_TCVN3}"
    assert read_clipboard(OLD_TCVN3, listed, keep_letters=True).text == f"- {OLD_TCVN3}"
