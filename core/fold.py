"""Compare, search and sort Vietnamese text: without case and marks, one tone style, the Vietnamese alphabet."""
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng; ngang is 0


def _folding_table() -> dict[int, str]:
    table: dict[int, str] = {ord("đ"): "d", ord("Đ"): "d", ord("\u00a0"): " "}
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)):
        if code in table:
            continue
        base = "".join(c for c in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(c))
        if base.lower() != chr(code):
            table[code] = base.lower()
    table.update(dict.fromkeys(range(768, 880), ""))
    return table


_FOLD = _folding_table()


def fold(text: str) -> str:
    """``text`` in lower case without marks, đ as d. One letter gives one letter for NFC Vietnamese, so offsets are kept there."""
    return text.translate(_FOLD)


_SPACES = re.compile(r"[^0-9a-z]+")


def words(text: str) -> str:
    """Folded text with everything but letters and digits squeezed to single spaces: the key for comparing phrases."""
    return _SPACES.sub(" ", fold(text)).strip()


# Old ("hòa") and new ("hoà") tone style differ only in oa, oe, uy that end the syllable: the mark is moved to the first vowel.
_NEW_STYLE = re.compile(r"(?<![qQ])([oO])([àáảãạèéẻẽẹ])(?![a-zà-ỹ])|(?<![qQ])([uU])([ỳýỷỹỵ])(?![a-zà-ỹ])", re.IGNORECASE)


def _to_old(match: re.Match[str]) -> str:
    first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
    parts = unicodedata.normalize("NFD", second)
    return unicodedata.normalize("NFC", first + parts[1]) + parts[0]


def tone_key(text: str) -> str:
    """NFC text with tone marks in the old style ("hoà" → "hòa", "uỷ" → "ủy"); for keys only, never for display."""
    return _NEW_STYLE.sub(_to_old, unicodedata.normalize("NFC", text))


_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=65536)
def sort_key(text: str) -> str:
    """A string that sorts as the Vietnamese alphabet does (a ă â b c d đ …), tones second, digits by value.

    Two keys compare with the plain ``<`` of Python and of SQLite's BINARY collation alike, so it can be stored as a column.
    """
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFC", _NUMBER.sub(lambda m: f"{int(m[0][:18]):018d}", text)).casefold():
        if char == "đ":
            base, tone = "đ", 0
        else:
            parts = unicodedata.normalize("NFD", char)
            base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
            tone = max((_TONES.get(c, 0) for c in parts), default=0)
        place = _ALPHABET.find(base) if len(base) == 1 else -1
        if place >= 0:
            letters.append(chr(0x61 + place))
        elif base.isalpha():
            letters.append("\x7f" + base)  # f, j, w, z and foreign letters stand after y
        elif base.isdigit():
            letters.append(base)
        else:
            letters.append(" ")
        tones.append(str(tone))
    return " ".join("".join(letters).split()) + "\x00" + "".join(tones)
