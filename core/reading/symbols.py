"""Signs of symbol fonts (Symbol, Wingdings) as letters: bullets, ticks, arrows, comparisons."""
from __future__ import annotations

import re

_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "•", "\uf02d": "-", "\uf0be": "-", "\uf02b": "+", "\uf0fe": "☑", "\uf0a8": "☐", "\uf06f": "☐",
            "\uf0fc": "✓", "\uf0b0": "°", "\uf0e0": "→", "\uf0ae": "→", "\uf0b3": "≥", "\uf0a3": "≤", "\uf0b1": "±", "\uf0b4": "×",
            "\uf0d8": "•", "\uf076": "•", "\uf020": " "}
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_DASHES = set("-–—−‐‑\uf02d\uf0be\u2010\u2043")
_HOLLOW = set("o○◦◌\uf06f\uf0a1\uf0a8□❑❒\uf071\uf072")


def bullet(text: str) -> str:
    """A bullet's glyph (often one of Symbol or Wingdings) as "-", "+", "*" or "•". Hollow glyphs, the second level of Word, give "+"."""
    glyph = text.strip()
    if len(glyph) > 2 and not glyph.startswith("\uf0b7"):
        return glyph
    first = glyph[:1]
    if not first:
        return ""
    if first in _DASHES:
        return "-"
    if first in "+\uf02b":
        return "+"
    if first in "*\uf02a★☆✶✱∗":
        return "*"
    if first in _HOLLOW:
        return "+"
    return "•"


def without_private(text: str) -> str:
    """``text`` whose private code points, as symbol fonts have them, are signs that every font has."""
    return _PRIVATE.sub(lambda m: _SYMBOLS.get(m[0]) or bullet(m[0]), text)


def has_private(text: str) -> bool:
    return _PRIVATE.search(text) is not None
