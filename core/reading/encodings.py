"""Letters: bytes to text by BOM, UTF-8, UTF-16, Windows-1258; TCVN3 (ABC) and VNI to Unicode by font names or the look of the words."""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from core.reading.letters import exchange

# TCVN 5712:1993 (VN3), the 8-bit set of the fonts .Vn…; letters in the order of the code points on the left.
_TCVN3_CODES = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§"
_TCVN3_LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
_TCVN3 = dict(zip(map(ord, _TCVN3_CODES), _TCVN3_LETTERS, strict=True))

# VNI for Windows: a vowel and a mark behind it, some letters alone.
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni_table() -> dict[str, str]:
    pairs: dict[str, str] = dict(_VNI_ALONE)
    for vowel in "aeouyôö":
        for mark, tone in _VNI_TONES.items():
            pairs[vowel + mark] = unicodedata.normalize("NFC", _VNI_ALONE.get(vowel, vowel) + tone)
    for vowel in "aeo":
        for mark, tone in _VNI_HATS.items():
            pairs[vowel + mark] = unicodedata.normalize("NFC", vowel + "\u0302" + tone)
    for mark, tone in _VNI_BREVES.items():
        pairs["a" + mark] = unicodedata.normalize("NFC", "a\u0306" + tone)
    for code, letter in list(pairs.items()):
        pairs[code.upper()] = letter.upper()
        if len(code) == 2:
            pairs[code[0].upper() + code[1]] = letter.upper()
    return pairs


_VNI = _vni_table()
_VNI_CODE = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


def tcvn3(text: str, *, capitals: bool = False) -> str:
    """TCVN3 letters (as Latin-1 code points) to Unicode. ``capitals``: the font shows lower case as capitals (.Vn…H)."""
    text = re.sub("[\uf020-\uf0ff]", lambda m: chr(ord(m[0]) - 0xF000), text).translate(_TCVN3)
    return text.upper() if capitals else text


def vni(text: str) -> str:
    """VNI letters (as Latin-1 code points) to Unicode."""
    text = re.sub("[\uf020-\uf0ff]", lambda m: chr(ord(m[0]) - 0xF000), text)
    return _VNI_CODE.sub(lambda m: _VNI[m[0]], text)


@lru_cache(maxsize=512)
def set_of_font(name: str) -> str:
    """"tcvn3", "tcvn3-capitals", "vni" or "" for the letters that a font of this name shows. A PDF's subset tag is let pass."""
    name = re.sub(r"^[A-Z]{6}\+", "", name.strip().strip("\"'"))
    family = re.split(r"[-,](?=Bold|Italic|Regular|Normal)", name)[0]
    if re.match(r"\.?Vn[A-Z]", family) and (name.startswith(".") or re.match(r"Vn(?:Time|Arial|Times)", family)):
        return "tcvn3-capitals" if re.search(r"H$", family.replace(" ", "")) else "tcvn3"
    if re.match(r"VNI[- ]", family) or re.match(r"VNI(?:Times|Helve)", family):
        return "vni"
    return ""


def by_font(text: str, font_set: str) -> str:
    """``text`` of a run whose font shows ``font_set``, as Unicode. Text that holds Vietnamese letters already stays as it is."""
    if not font_set or (text.isascii() and font_set != "tcvn3-capitals") or _CERTAIN.search(text):
        return text
    if font_set == "vni":
        return exchange("vni", text, vni(text))
    return exchange("tcvn3", text, tcvn3(text, capitals=font_set == "tcvn3-capitals"))


# ---------------------------------------------------------------- by the look of the words

_CERTAIN = re.compile("[ạ-ỹẠ-ỸăắằẳẵặơờởỡớợưừửữứựđĐƠƯĂ]")
_ONSET = "(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
_RIME = ("(?:(?:uyê|iê|yê|uô|ươ|oă|oa|oe|uâ|uê|uơ|uy|oo|[aăâeêioôơuưy])(?:ng|nh|ch|[cmnpt])?"
         "|uyu|uya|iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uao|[iu]a|ưa|ya|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|uy)")
_SYLLABLE = re.compile(f"{_ONSET}{_RIME}")
_TONE_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORD_EDGES = " \t\r\n.,;:!?()[]{}<>\"'“”‘’/\\-–—_+*=&%#@0123456789…|"


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether ``word`` is spelled as a Vietnamese syllable (any case, NFC or NFD)."""
    parts = unicodedata.normalize("NFD", word.lower())
    bare, tones = _TONE_MARKS.subn("", parts)
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def _odd_words(text: str, most: int = 3000) -> list[str]:
    """Words that hold something beyond ASCII: only these tell one set of letters from another."""
    found: list[str] = []
    for word in re.split(r"[\s/\-–(),;:.\"“”]+", text):
        word = word.strip(_WORD_EDGES)
        if word and not word.isascii():
            found.append(word)
            if len(found) >= most:
                break
    return found


def vietnamese_share(text: str) -> float:
    """Share of the words beyond ASCII that are spelled as Vietnamese; 0.0 where there is none."""
    found = _odd_words(text)
    return sum(map(is_syllable, found)) / len(found) if found else 0.0


def guess_set(text: str) -> str:
    """"tcvn3" or "vni" where the words only make sense that way, else "". Text that is right already gives ""."""
    found = _odd_words(text)
    if len(found) < 4 or sum(1 for word in found if _CERTAIN.search(word)) > len(found) * 0.02:
        return ""
    now = sum(map(is_syllable, found)) / len(found)
    best, name = max((sum(is_syllable(tcvn3(word)) for word in found) / len(found), "tcvn3"),
                     (sum(is_syllable(vni(word)) for word in found) / len(found), "vni"))
    return name if best >= 0.85 and best > now + 0.25 else ""


def may_be_old(text: str) -> bool:
    """A quick look before ``guess_set``: hardly a letter that only Unicode has."""
    return len(_CERTAIN.findall(text)) * 50 < len(text)


def to_unicode(text: str, letters: str) -> str:
    """``text`` written in the set ``letters`` ("tcvn3", "vni"), line by line; a line in Unicode already stays."""
    change = tcvn3 if letters == "tcvn3" else vni
    return exchange(letters, text, "\n".join(line if _CERTAIN.search(line) else change(line) for line in text.split("\n")))


# ---------------------------------------------------------------- bytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of some bytes, NFC. ``repairs`` names what had to be done, in words of core.reading.build.MESSAGES."""

    text: str
    repairs: tuple[str, ...] = ()


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a BOM shows by zero bytes on one side only."""
    head = data[:4000]
    if len(head) < 4 or (len(data) % 2 and len(data) < 64):
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > half * 0.25 and others <= half * 0.02:
            return data.decode(name, "replace")
    return None


def decode(data: bytes, declared: str | None = None, *, fonts: bool = False) -> Decoded:
    """Bytes to text: BOM, then UTF-8, UTF-16 by its zero bytes, then the 8-bit set that gives Vietnamese words.

    ``fonts``: fonts will tell which letters are in an old set, so that the look of the words is not asked.
    """
    repairs: list[str] = []
    text = _decode_unicode(data, repairs)
    if text is None:
        text = data.decode("latin-1") if fonts else _decode_eight_bit(data, declared, repairs)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        if "cp1258" not in repairs:
            repairs.append("nfc")
    letters = "" if fonts else guess_set(text)
    if letters:
        text = to_unicode(text, letters)
        repairs = [kind for kind in repairs if kind not in ("latin", "cp1258")] + [letters]
    return Decoded(text, tuple(repairs))


_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32-le"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def _decode_unicode(data: bytes, repairs: list[str]) -> str | None:
    for bom, name in _BOMS:
        if data.startswith(bom):
            if name != "utf-8":
                repairs.append("utf-16")
            return data[len(bom):].decode(name, "replace")
    wide = _utf16(data)
    if wide is not None:
        repairs.append("utf-16")
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        # a letter cut at the end or a few damaged bytes in text that is UTF-8 otherwise
        if broken <= 2 + sum(1 for c in text if c > "\x7f") // 50 and len(_CERTAIN.findall(text)) > broken:
            repairs.append("truncated")
            return text
    return None


def _decode_eight_bit(data: bytes, declared: str | None, repairs: list[str]) -> str:
    """Windows-1258 where its words are Vietnamese, else Latin-1 code points (what TCVN3 and VNI are told by later)."""
    text = data.decode("cp1258", "replace")
    composed = unicodedata.normalize("NFC", text)
    share = vietnamese_share(composed)
    latin = data.decode("cp1252", "replace") if b"\xad" not in data else data.decode("latin-1")
    if guess_set(latin):
        return data.decode("latin-1")
    if share >= 0.7 or (share >= 0.4 and (declared or "").lower() in ("windows-1258", "cp1258")):
        repairs.append("cp1258")
        return exchange("cp1258", latin, composed)
    if declared:
        try:
            return data.decode(declared)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    repairs.append("latin")
    return latin
