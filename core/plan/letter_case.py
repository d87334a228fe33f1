"""A title in capitals in the letters of a sentence: as the body writes its words; names of bodies and places keep their capitals."""
from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from core.agencies import shipped
from core.model import AgencyKind
from core.plan.when import flat
from core.provinces import provinces

_VERBS = ("BAN HÀNH ", "VỀ VIỆC ", "VỀ ")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\s,;:.()“”\"]+")
_BODIES = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Ban Chấp hành Đảng bộ", "Ban Thường vụ", "Trung ương Đảng",
           "Đảng Cộng sản Việt Nam", "Đảng bộ", "Đảng ủy", "Đảng uỷ", "Tỉnh ủy", "Tỉnh uỷ", "Thành ủy", "Thành uỷ", "Huyện ủy",
           "Huyện uỷ", "của Đảng", "Trung ương", "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Chính phủ", "Thủ tướng Chính phủ",
           "Thủ tướng", "Hội đồng nhân dân", "Ủy ban nhân dân", "Uỷ ban nhân dân", "Mặt trận Tổ quốc Việt Nam",
           "Ủy ban Mặt trận Tổ quốc", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Việt Nam", "UBND", "HĐND", "MTTQ")
_TYPES = ("Nghị quyết", "Quyết định", "Chỉ thị", "Kế hoạch", "Kết luận", "Chương trình hành động", "Chương trình", "Thông báo", "Công điện",
          "Nghị định", "Thông tư", "Hướng dẫn", "Công văn", "Đề án", "Luật", "Quy định")
_NUMBERED = re.compile(rf"(?<!\w)(?:{'|'.join(_TYPES)})(?= (?:số )?\d)", re.IGNORECASE)
_QUOTED = re.compile(r"(?:(?<=[“«])|(?<=\s\"))\w")  # a name of its own
_CODES = (("CTRHĐ", "CTrHĐ"), ("CTR", "CTr"), ("TTR", "TTr"), ("TTG", "TTg"), ("QYĐ", "QyĐ"))  # of Nghị định 30/2020, phụ lục III
_CODE = re.compile(r"(?<=[/-])(?:" + "|".join(code for code, _ in _CODES) + r")(?!\w)")
_OPENING = re.compile(r"(?:^|[.:;!?\n/)\-–+*•]\s*|\d\s+)$")  # what stands before the first word of a sentence or an item


def own_case(title: str, text: str) -> str:
    """A title in capitals as the body of the document writes it in sentence case; else as it stands."""
    if not in_capitals(title) or not 20 <= len(title) <= 2000:  # longer is no title
        return title
    body = re.sub(r"\s+", " ", text)
    folded = flat(body)
    for verb in ("", *_VERBS):
        if not title.startswith(verb):
            continue
        shown = _written(title[len(verb):], body, folded)
        if shown:
            return (verb.capitalize() + (shown if verb else shown[:1].upper() + shown[1:])).strip()
    return _with_codes(_with_names(_case_by_pairs(title, text)), body)


def in_capitals(title: str) -> bool:
    """Whether the words of a title are in capitals: "QUYẾT ĐỊNH SỐ 1130/QĐ-TTg CỦA THỦ TƯỚNG" too, codes have letters of their own."""
    words = [token for token in _TOKEN.findall(title) if _WORD.fullmatch(token)]
    return len(words) > 1 and all(word.isupper() for word in words)


def _written(words: str, body: str, folded: str) -> str | None:
    """These words where the body has them in a sentence: no word of more than one syllable in capitals, as in a heading before it."""
    wanted, place = flat(" ".join(words.split())), 0
    short = _abbreviations(body)
    for _ in range(8):
        place = folded.find(wanted, place)
        if place < 0:
            return None
        shown = body[place:place + len(wanted)]
        loud = [word for token in _TOKEN.findall(shown) if _WORD.fullmatch(token) and len(word := token) > 1 and word.isupper()]
        if short.issuperset(loud):
            return shown
        place += len(wanted)
    return None


def _abbreviations(body: str) -> set[str]:
    """Words that stand in capitals among others that do not: "khai thác IUU trên biển"."""
    all_ = ["", *(m[0] for m in _WORD.finditer(body)), ""]
    return {word for before, word, after in zip(all_, all_[1:], all_[2:], strict=False)
            if len(word) > 1 and word.isupper() and not before.isupper() and not after.isupper()}


def _case_by_pairs(title: str, text: str) -> str:
    """A title that the body never repeats: each word as the body writes it beside the same neighbour ("Lâm Đồng", "Nghị quyết"), small
    where the body has no such pair. Words with digits and strokes, and those that the body writes in capitals, stay."""
    best = _pairs(text)
    short = _abbreviations(text)
    found = list(_WORD.finditer(title))
    out = [m[0] if m[0] in short else m[0].lower() for m in found]
    for k, (a, b) in enumerate(pairwise(found)):
        if b.start() - a.end() != 1:
            continue
        first, second = best.get((a[0].lower(), b[0].lower()), (out[k], out[k + 1]))
        out[k] = first if out[k].islower() else out[k]
        out[k + 1] = second if out[k + 1].islower() else out[k + 1]
    letters = list(title)
    for m, word in zip(found, out, strict=True):
        joined = title[m.start() - 1 : m.start()] in ("/", "-") or title[m.end() : m.end() + 1] in ("/", "-")
        if not joined:
            letters[m.start() : m.end()] = word
    made = "".join(letters)
    return made[:1].upper() + made[1:]


def _pairs(text: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Neighbours as the text writes them most, by their small letters. The capital with which a sentence or an item begins says nothing of
    its word, unless the next one has one too ("Bộ Chính trị")."""
    spoken = [m for m in _WORD.finditer(text) if m[0] != m[0].upper() or len(m[0]) == 1]
    shown: Counter[tuple[str, str]] = Counter()
    for a, b in pairwise(spoken):
        if text[a.end():b.start()].strip(" \n") or b.start() - a.end() > 2:
            continue
        begins = a[0][:1].isupper() and b[0].islower() and _OPENING.search(text, max(0, a.start() - 8), a.start())
        shown[a[0].lower() if begins else a[0], b[0]] += 1
    best: dict[tuple[str, str], tuple[str, str]] = {}
    for pair, _ in sorted(shown.items(), key=lambda item: item[1]):
        best[pair[0].lower(), pair[1].lower()] = pair
    return best


@cache
def _names() -> tuple[dict[str, str], ...]:
    """Known names by their small letters: bodies, then places ("Hội Nông dân tỉnh" may stand before "Đồng Tháp")."""
    bodies = {name for agency in shipped().agencies if agency.kind is not AgencyKind.GROUP for name in (*agency.aliases, agency.name)
              if " " in name}
    places = {province.full for province in provinces()}
    return tuple({name.lower(): name for name in names} for names in ({*bodies, *_BODIES}, places))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The longest name first."""
    return tuple(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)", re.IGNORECASE)
                 for names in _names())


def _with_names(title: str) -> str:
    """Names of bodies, provinces and numbered documents with the capitals that are theirs, whatever the body of the document says."""
    for names, pattern in zip(_names(), _patterns(), strict=True):
        title = _named(title, names, pattern)
    title = _QUOTED.sub(lambda m: m[0].upper(), title)
    title = _NUMBERED.sub(lambda m: m[0][:1].upper() + m[0][1:], title)
    return title[:1].upper() + title[1:]


def _named(title: str, names: dict[str, str], pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda m: names.get(m[0].lower(), m[0]), title)


def _with_codes(title: str, body: str) -> str:
    """"1130/QĐ-TTG" as the body writes it, or as codes are written."""
    mixed = {token.lower(): token for token in _TOKEN.findall(body) if ("/" in token or "-" in token) and not token.isupper()}
    title = _TOKEN.sub(lambda m: mixed.get(m[0].lower(), m[0]) if "/" in m[0] and m[0].isupper() else m[0], title)
    return _CODE.sub(lambda m: dict(_CODES)[m[0]], title)
