"""Names that are safe for files on Windows and for worksheets, with the Vietnamese letters kept."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MAX_FILE = 100  # letters of a file's name without its ending: paths on Windows have 260 in all
MAX_BYTES = 240  # a name on Linux has 255 bytes with its ending; a Vietnamese letter takes up to 3
MAX_WORKSHEET = 31  # Excel

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+')
_WORKSHEET_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff]+")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³")}


def file_name(text: str, default: str = "Không tên") -> str:
    """``text`` as the name of a file, without its ending: nothing that Windows forbids, no dots or spaces at its ends."""
    name = unicodedata.normalize("NFC", " ".join(_FORBIDDEN.sub(" ", text).split())).strip(". ")
    if len(name) > MAX_FILE or len(name.encode()) > MAX_BYTES:
        name = _shortened(name)
    if not name:
        return default
    return f"{name}_" if name.split(".")[0].strip().lower() in _RESERVED else name


def _shortened(name: str) -> str:
    name = name[:MAX_FILE - 1]
    while len(name.encode()) > MAX_BYTES - 3:
        name = name[:-1]
    cut = name.rfind(" ")
    return (name[:cut] if cut > MAX_FILE // 2 else name).rstrip(". ,;-") + "…"


def worksheet_name(text: str, default: str = "Biểu") -> str:
    """``text`` as the title of a worksheet: at most 31 letters, none that Excel forbids."""
    name = unicodedata.normalize("NFC", " ".join(_WORKSHEET_FORBIDDEN.sub(" ", text).split())).strip("' ")
    if utf16_length(name) > MAX_WORKSHEET:
        while utf16_length(name) > MAX_WORKSHEET - 1:
            name = name[:-1]
        name = name.rstrip(" ',;-") + "…"
    if not name:
        return default
    return f"{name}_" if name.lower() == "history" else name


def utf16_length(text: str) -> int:
    """Letters as Excel and Windows count them."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def unique(names: Iterable[str], limit: int = 0) -> list[str]:
    """The names told apart without regard to case: "Sở Y tế", "Sở Y tế (2)". ``limit`` is the greatest length, 0 for none."""
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        made, n = name, 1
        while made.casefold() in taken:
            n += 1
            mark = f" ({n})"
            made = (name[:limit - len(mark)].rstrip() if limit else name) + mark
        taken.add(made.casefold())
        found.append(made)
    return found
