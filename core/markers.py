"""The marks that open an item of a Vietnamese document: Phần I, A., IV., 2.10., đ), (i), *, -, +.

Both the repair of broken lines and the outline read them, so that they agree on where an item begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.fold import words

LETTERS = "abcdđeghiklmnopqrstuvxy"  # the alphabet of Nghị định 30: no f, j, w, z
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

# Rank: how high in the tree a kind of mark usually stands; the outline bends it where a document does otherwise.
RANKS = {
    "part": 0,
    "annex": 0,
    "chapter": 1,
    "upper": 2,
    "roman": 3,
    "article": 4,
    "number": 5,
    "dotted": 6,
    "letter": 8,
    "paren": 9,
    "star": 10,
    "dash": 11,
    "plus": 12,
    "bullet": 13,
    "romanparen": 14,
}


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark: its kind (a key of RANKS), the words for the path ("II", "2.10", "đ", "-"), its value among its siblings
    (0 for bullets, which do not count), its depth (dotted numbers: 2 for 1.1) and how many characters it takes."""

    kind: str
    label: str
    value: int
    depth: int
    length: int


_PART = re.compile(
    r"(phần|chương|mục|phụ lục|phụ biểu|biểu|điều)\s+(?:số\s+)?(thứ\s+\w{1,5}|[ivxlc]{1,6}|\d{1,3})(?!\w)[.:)]?\s*", re.IGNORECASE
)
_PART_KINDS = {
    "phần": "part",
    "chương": "chapter",
    "mục": "chapter",
    "phụ lục": "annex",
    "phụ biểu": "annex",
    "biểu": "annex",
    "điều": "article",
}
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})(?:\s?[.):/]\s*|\s+)(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})\s?[.)/:](?:\s*(?=[^\d\s])|\s+(?=\d))")
_NUMBER_HYPHEN = re.compile(r"(\d{1,2})\s?[-–]\s{1,3}(?=[A-ZĐÀ-Ỹ])")  # "1- Tỉnh ủy", as the Party numbers
_ROMAN_DOTTED = re.compile(r"([IVX]{1,5}(?:\.\d{1,2}){1,3})[.):]?\s+(?=\S)")
_ROMAN_DOT = re.compile(r"([IVXLC]{1,6})\s?[.):/\-]\s*(?=[^\d\s])")
_UPPER = re.compile(r"([A-HK-UYĐ])\s?(?:[.)/]\s+(?=\S)|[-–]\s+(?=[A-ZĐÀ-Ỹ]))")
_LETTER = re.compile(r"([a-zđ]\d?|[a-zđ]\.\d{1,2})\s?(?:[).]\s*(?=\S)|[/\-–]\s+(?=[A-ZĐÀ-Ỹ]))")
_PAREN = re.compile(r"\((\d{1,2}|[ivx]{1,5}|[a-zđ])\)\s*(?=\S)")
_BULLETS = {
    "*": "star",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "−": "dash",
    "‑": "dash",
    "+": "plus",
    "•": "bullet",
    "●": "bullet",
    "▪": "bullet",
    "■": "bullet",
    "◦": "bullet",
    "○": "bullet",
    "·": "bullet",
    "\uf0b7": "bullet",
    "\uf02d": "dash",
    "►": "bullet",
    "➢": "bullet",
    "✓": "bullet",
    "❖": "bullet",
    "◆": "bullet",
}


def roman_value(text: str) -> int:
    """The value of a roman number, 0 where it is none in its usual spelling."""
    total = 0
    for here, after in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN.get(here, 0)
        if not value:
            return 0
        total += -value if after and _ROMAN.get(after, 0) > value else value
    return total if text == _roman(total) else 0


def _roman(value: int) -> str:
    out = ""
    for number, letters in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= number:
            out, value = out + letters, value - number
    return out


def read_marker(text: str) -> Marker | None:
    """The mark at the very start of ``text``, or None. Looks at no more than its first words."""
    if not text:
        return None
    head = text[:40]
    kind = _BULLETS.get(head[0])
    if kind:
        return _bullet(head, kind)
    if head[0].isdigit():
        return _numbered(head)
    if head[0] == "(":
        return _parenthesis(head)
    return _worded(head) or _lettered(head)


def _bullet(head: str, kind: str) -> Marker | None:
    doubled = len(head) > 3 and head[1] == head[0] and head[0] in "-–" and head[2] == " "  # "-- Phân công thực hiện"
    rest = head[1 + doubled :].lstrip()
    if not rest or rest[0] in "-–—=*_":
        return None
    if head[0] in "+-–—*" and len(head) > 1 and head[1].isdigit():
        return None  # "-5%" is a number, not an item
    return Marker(kind, head[0] if kind != "dash" else "-", 0, 1, len(head) - len(rest))


def _numbered(head: str) -> Marker | None:
    match = _DOTTED.match(head)
    if match:
        parts = match[1].split(".")
        after = head[match.end() :]
        if len(parts) > 1 and all(0 < int(p) < 100 for p in parts) and not after[:1].isdigit() and after[:1] not in "%/-–,":
            bare = head[match.end(1) : match.end(1) + 1].isspace()
            if not bare or after[:1].isupper():  # "3.5 triệu" is a quantity, "3.5 Sở …" an item
                return Marker("dotted", match[1], int(parts[-1]), len(parts), match.end())
        return None
    match = _NUMBER.match(head)
    if match:
        closing = head[match.end(1) : match.end()].strip()
        if closing == ":" and not head[match.end() : match.end() + 1].isupper():
            return None
        if closing == "/" and not head[match.end() : match.end() + 1].isupper():
            return None
        return Marker("paren" if closing == ")" else "number", match[1], int(match[1]), 1, match.end())
    match = _NUMBER_HYPHEN.match(head)
    if match and int(match[1]):
        return Marker("number", match[1], int(match[1]), 1, match.end())
    return None


def _parenthesis(head: str) -> Marker | None:
    match = _PAREN.match(head)
    if not match:
        return None
    word = match[1]
    if word.isdigit():
        return Marker("paren", word, int(word), 1, match.end())
    value = roman_value(word.upper())
    if value:
        return Marker("romanparen", word, value, 1, match.end())
    return Marker("letter", word, LETTERS.find(word) + 1, 1, match.end())


def _worded(head: str) -> Marker | None:
    match = _PART.match(head)
    if not match:
        return None
    word = " ".join(match[1].lower().split())
    if not (head[0].isupper()):
        return None
    number = match[2]
    value = int(number) if number.isdigit() else roman_value(number.upper())
    if not value and not number.lower().startswith("thứ"):
        return None
    rest = head[match.end() : match.end() + 1]
    closed = head[match.start() : match.end()].rstrip()[-1:] in ".:)"
    if _PART_KINDS[word] == "annex" and not closed and rest.islower():
        return None  # "Biểu 3 kèm theo …" speaks of an annex inside a sentence
    if word in ("điều", "mục") and not closed and rest and not rest.isupper():
        return None
    return Marker(_PART_KINDS[word], " ".join(head[: match.end()].rstrip(" .:)").split()), value or 1, 1, match.end())


def _lettered(head: str) -> Marker | None:
    match = _ROMAN_DOTTED.match(head)
    if match:
        parts = match[1].split(".")
        return Marker("dotted", match[1], int(parts[-1]), len(parts), match.end())
    match = _ROMAN_DOT.match(head)
    if match and match[1] not in ("C", "D", "L"):  # a single C. follows A. and B.
        value = roman_value(match[1])
        closing = head[match.end(1) : match.end()].strip()
        if value and (closing not in ("-", "/") or head[match.end() : match.end() + 1].isupper()):  # "V/v" opens a letter's subject
            return Marker("roman", match[1], value, 1, match.end())
    match = _UPPER.match(head)
    if match:
        return Marker("upper", match[1], LETTERS.find(match[1].lower()) + 1, 1, match.end())
    match = _LETTER.match(head)
    if match:
        closing = head[match.end(1) : match.end()].strip()
        letter = match[1][0]
        if closing == ")" or (head[match.end() : match.end() + 1].isupper() and " " in head[match.end(1) : match.end()]):
            return Marker("letter", match[1], LETTERS.find(letter) + 1, 1, match.end())
    return None


# ---------------------------------------------------------------- lines that say what they are

_TITLES = {
    "ke hoach",
    "quyet dinh",
    "chi thi",
    "nghi quyet",
    "chuong trinh",
    "chuong trinh hanh dong",
    "ke hoach hanh dong",
    "de an",
    "cong van",
    "thong bao",
    "huong dan",
    "quy che",
    "quy dinh",
    "phuong an",
    "phu luc",
    "cong dien",
    "to trinh",
    "bao cao",
    "thong bao ket luan",
}
_BODIES = (
    r"(?:các )?(?:cơ quan|đơn vị|sở, ngành|địa phương|tổ chức|bộ phận|đồng chí|lực lượng|cá nhân|người|cán bộ|công chức|chuyên viên|tập thể"
    r"|lãnh đạo|thành viên)(?:,? ?(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|bộ phận))?"
)
_DUTIES = (
    r"(?:(?:được )?(?:giao )?(?:chủ trì|phối hợp|thực hiện|tham mưu|chịu trách nhiệm|đầu mối|theo dõi|hướng dẫn|chính|tham gia|hỗ trợ"
    r"|cùng thực hiện|cùng tham gia|phụ trách|phân công|đôn đốc|kiểm tra|giám sát|soạn thảo)[ ,/]*(?:và )?){1,4}"
)
_WHO_LABEL = (
    rf"{_BODIES} ?{_DUTIES}(?:thực hiện|tham mưu|chính|triển khai|xây dựng|trình)?"
    r"|(?:phân công|trách nhiệm|tổ chức|bộ phận|lực lượng) thực hiện"
    r"|(?:bộ phận |đơn vị |cơ quan )?phụ trách(?: chính)?|đầu mối|phân công(?: nhiệm vụ)?|giao việc"
    r"|(?:đầu mối )?chủ trì(?: thực hiện)?|phối hợp(?: thực hiện)?|cùng (?:tham gia|phối hợp|thực hiện)"
)
_TIME_LABEL = (
    r"(?:dự kiến )?(?:thời gian|thời hạn|thời điểm|tiến độ|hạn|lộ trình|kỳ hạn|mốc thời gian|ngày)"
    r"(?: (?:thực hiện|hoàn thành|triển khai|xử lý|trình|ban hành|báo cáo|dự kiến|tổ chức|bắt đầu|tiến hành"
    r"|kết thúc|giải quyết)){0,2}(?:, địa điểm| và địa điểm)?"
)
_OTHER_LABEL = (
    r"(?:sản phẩm|kết quả)(?: (?:đầu ra|dự kiến|cần đạt|thực hiện|hoàn thành|đạt được|chính|của nhiệm vụ)){0,2}(?:,? ?(?:và )?kết quả)?"
    r"|đầu ra|(?:nguồn )?kinh phí(?: thực hiện)?|nguồn kinh phí"
    r"|địa điểm(?: (?:thực hiện|tổ chức))?|hình thức(?: (?:thực hiện|tổ chức))?|đối tượng|thành phần(?: tham (?:dự|gia))?"
    r"|danh nghĩa(?: tổ chức)?|quy mô(?: tổ chức)?|khách mời|chủ đề|thời lượng|địa bàn(?: thực hiện)?"
)
_LABEL = re.compile(
    rf"(?:{_WHO_LABEL}|{_TIME_LABEL}|{_OTHER_LABEL})\s*(?:\([^()]{{0,40}}\)\s*)?:\s*(?=\S|$)",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(
    rf"(?!tổ chức)(?:{_BODIES} ?{_DUTIES}(?:thực hiện|chính)?|chủ trì(?: thực hiện)?|phối hợp)\s*"
    r"(?:\([^()]{0,40}\)\s*)?:?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label that opens a line ("Đơn vị phối hợp: …"): its words and where what it says begins in the line."""

    words: str
    start: int


def label_of(text: str) -> Label | None:
    """The label that opens ``text`` (behind its mark, if any), or None."""
    marker = read_marker(text)
    start = marker.length if marker else 0
    match = _LABEL.match(text, start, start + 140)
    return Label(text[start : match.end()].rstrip(" :"), match.end()) if match else None


def label_alone(text: str) -> str:
    """The words of a label of roles that stands alone on its line ("2. Cơ quan chủ trì, phối hợp"); "" where none does."""
    marker = read_marker(text)
    start = marker.length if marker else 0
    if len(text) > start + 100 or text[start:].isupper():
        return ""
    match = _LABEL_ALONE.match(text, start, start + 140)
    return text[start : match.end()].rstrip(" :") if match else ""


def is_caps(text: str) -> bool:
    """Whether a line is set in capitals (its letters, four at least, nearly all are)."""
    head = text[:200]
    letters = [c for c in head if c.isalpha()]
    return len(letters) >= 4 and sum(1 for c in letters if c.isupper()) >= len(letters) * 0.85


def title_word(text: str) -> bool:
    """Whether a line is the type of a document alone: KẾ HOẠCH, QUYẾT ĐỊNH, PHỤ LỤC …"""
    return len(text) < 40 and text[:1].isupper() and words(text) in _TITLES and is_caps(text)
