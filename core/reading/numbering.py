"""Word's automatic numbers, counted as Word shows them: numbering.xml, styles that carry numbers, restarts, overrides."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.reading.symbols import bullet

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
          (4, "IV"), (1, "I"))
_DIGIT_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def roman(number: int) -> str:
    """1 → "I"; beyond 1…3999 in digits."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


def letter(number: int) -> str:
    """1 → "a", 26 → "z", 27 → "aa": Word's way, which has no đ."""
    if number < 1:
        return str(number)
    return chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)


def vietnamese_words(number: int) -> str:
    """The counting words of Word's "vietnameseCounting", to 99; beyond that digits."""
    if 0 <= number <= 10:
        return _DIGIT_WORDS[number]
    if not 10 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "mười" if tens == 1 else f"{_DIGIT_WORDS[tens]} mươi"
    if ones == 0:
        return head
    tail = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _DIGIT_WORDS[ones])
    return f"{head} {tail}"


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def show(number: int, form: str) -> str:
    """``number`` in one of Word's number formats; formats not met in Vietnam come as digits."""
    if form == "upperRoman":
        return roman(number)
    if form == "lowerRoman":
        return roman(number).lower()
    if form == "lowerLetter":
        return letter(number)
    if form == "upperLetter":
        return letter(number).upper()
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "ordinal":
        return f"{number}."
    if form in ("vietnameseCounting", "cardinalText", "ordinalText"):
        return vietnamese_words(number)
    if form == "numberInDash":
        return f"- {number} -"
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"):
        return _CIRCLED[number - 1] if 0 < number <= 20 else f"({number})"
    if form == "decimalEnclosedParen":
        return f"({number})"
    if form == "decimalEnclosedFullstop":
        return f"{number}."
    if form in ("none", "bullet"):
        return ""
    return str(number)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its first number, format, text ("%1.%2."), after which level it restarts (0 never, None any above)."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str | None = None
    restart: int | None = None
    legal: bool = False
    tight: bool = False  # nothing stands between the number and the text


@dataclass(slots=True)
class Abstract:
    levels: dict[int, Level] = field(default_factory=dict)
    style_link: str | None = None  # w:numStyleLink: the levels stand where that style points


@dataclass(frozen=True, slots=True)
class Num:
    abstract: str
    starts: dict[int, int]
    levels: dict[int, Level]  # levels written over


def _val(parent: _Element, tag: str) -> str | None:
    child = parent.find(W + tag)
    return child.get(VAL) if child is not None else None


def integer(text: str | None, otherwise: int = 0) -> int:
    """A whole number out of an attribute; ``otherwise`` for what is none, bounded so that no file makes us count forever."""
    if text is not None and len(text) < 7 and text.isascii() and text.isdigit():
        return int(text)
    try:
        return max(-1_000_000, min(1_000_000, int(float(text)))) if text is not None else otherwise
    except (ValueError, OverflowError):
        return otherwise


def on(element: _Element | None) -> bool:
    """Word's switches: present means on unless it says otherwise."""
    return element is not None and element.get(VAL) not in ("0", "false", "off", "none")


def _level(element: _Element) -> Level:
    form = element.find(W + "numFmt")
    name = "decimal"
    if form is None:  # custom formats hide in an AlternateContent; its fallback is plain
        form = next(element.iter(W + "numFmt"), None)
    if form is not None:
        name = form.get(VAL) or "decimal"
        if name == "custom":
            name = "decimalZero" if (form.get(W + "format") or "").startswith("01") else "decimal"
    if element.find(W + "lvlPicBulletId") is not None:
        name = "bullet"
    restart = _val(element, "lvlRestart")
    text = _val(element, "lvlText") or ""
    if name == "bullet":
        text = bullet(text) or "•"
    return Level(integer(_val(element, "start"), 1), name, text, _val(element, "pStyle"),
                 integer(restart) if restart is not None else None, on(element.find(W + "isLgl")),
                 _val(element, "suff") == "nothing" and text == text.rstrip())


_PLACE = re.compile(r"%([1-9])")


class Numbering:
    """The counters of one document. Call ``label`` once for each numbered paragraph, in document order."""

    def __init__(self, numbering: _Element | None, style_numbers: dict[str, str] | None = None) -> None:
        self._abstracts: dict[str, Abstract] = {}
        self._nums: dict[str, Num] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read(numbering)
            self._follow_links(style_numbers or {})

    def _read(self, root: _Element) -> None:
        for element in root.iterchildren(W + "abstractNum"):
            levels = {integer(lvl.get(W + "ilvl")): _level(lvl) for lvl in element.iterchildren(W + "lvl")}
            self._abstracts[element.get(W + "abstractNumId") or ""] = Abstract(levels, _val(element, "numStyleLink"))
        for element in root.iterchildren(W + "num"):
            starts: dict[int, int] = {}
            levels = {}
            for override in element.iterchildren(W + "lvlOverride"):
                place = integer(override.get(W + "ilvl"))
                start = _val(override, "startOverride")
                whole = override.find(W + "lvl")
                if whole is not None:
                    levels[place] = _level(whole)
                if start is not None:
                    starts[place] = integer(start, 1)
            self._nums[element.get(W + "numId") or ""] = Num(_val(element, "abstractNumId") or "", starts, levels)

    def _follow_links(self, style_numbers: dict[str, str]) -> None:
        for abstract in self._abstracts.values():
            if abstract.style_link and not abstract.levels:
                num = self._nums.get(style_numbers.get(abstract.style_link, ""))
                target = self._abstracts.get(num.abstract) if num else None
                if target is not None:
                    abstract.levels = target.levels

    def level_of_style(self, num_id: str, style: str) -> int | None:
        """The level that a paragraph style is tied to in this list."""
        num = self._nums.get(num_id)
        abstract = self._abstracts.get(num.abstract) if num else None
        if num is None or abstract is None:
            return None
        for place, level in (*num.levels.items(), *abstract.levels.items()):
            if level.style == style:
                return place
        return None

    def tight(self, num_id: str, place: int) -> bool:
        """Whether this level's number and the text stand together without a space."""
        num = self._nums.get(num_id)
        abstract = self._abstracts.get(num.abstract) if num else None
        level = num.levels.get(place) or (abstract.levels.get(place) if abstract else None) if num else None
        return level is not None and level.tight

    def label(self, num_id: str, place: int) -> str | None:
        """Count one paragraph of list ``num_id`` at level ``place`` (from 0) and give its number as shown; None: no such list."""
        num = self._nums.get(num_id)
        abstract = self._abstracts.get(num.abstract) if num else None
        if num is None or abstract is None:
            return None
        levels = {**abstract.levels, **num.levels} if num.levels else abstract.levels
        level = levels.get(place)
        if level is None:
            return None
        counts = self._counts.setdefault(num.abstract, {})
        for k in num.starts:  # a list's own starts hold from its first paragraph on, those of the levels above it too
            if k <= place and (num_id, k) not in self._begun:
                self._begun.add((num_id, k))
                counts[k] = num.starts[k] - (k == place)
        counts[place] = counts.get(place, num.starts.get(place, level.start) - 1) + 1
        for deeper in [k for k in counts if k > place]:
            after = levels[deeper].restart if deeper in levels else None
            if after is None or (after > 0 and place < after):
                del counts[deeper]
        return self._text(level, levels, counts, num.starts)

    def _text(self, level: Level, levels: dict[int, Level], counts: dict[int, int], starts: dict[int, int]) -> str:
        if level.form == "bullet":
            return level.text

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            shown = levels.get(place)
            if shown is None:
                return ""
            if place not in counts:
                counts[place] = starts.get(place, shown.start)
            form = "decimal" if level.legal and shown.form not in ("none", "bullet", "decimalZero") else shown.form
            return show(counts[place], form)

        return _PLACE.sub(number, level.text)
