"""Persons as the bodies that they stand for ("Giám đốc Sở Y tế"), and persons who answer themselves ("Các Thứ trưởng", "Hiệu trưởng:")."""

from __future__ import annotations

from collections.abc import Sequence

from core.plan import words as W
from core.plan.groups import read_group
from core.plan.heads import head_at, person_at
from core.plan.names import read_name
from core.plan.shared import Name
from core.plan.tokens import Phrases, Token, low_at, two_at

_ARTICLES = Phrases(frozenset({"các", "các đồng chí", "đồng chí"}))


def skip_person(tokens: Sequence[Token], j: int) -> int:
    n = _ARTICLES.at(tokens, j, 3)
    if low_at(tokens, j + n) in ("ông", "bà") and low_at(tokens, j + n + 1) == "(" and low_at(tokens, j + n + 3) == ")":
        n += 4  # "Các ông (bà) Trưởng thôn"
    p = person_at(tokens, j + n)
    if low_at(tokens, j) != "các" or n > 1:  # "các thành viên Ban Chỉ đạo" are told as a group
        member = f"{low_at(tokens, j + n)} {low_at(tokens, j + n + 1)}" == "thành viên" and head_at(tokens, j + n + 2)[1]
        p = 2 if member and tokens[j + n + 2].capital else p
    p += _own_name(tokens, j + n + p) if p or n else 0
    if p:
        k = j + n + p
        if (board := _BOARDS.at(tokens, k, 4)) and low_at(tokens, k + board) in (",", "và") and person_at(tokens, k + board + 1):
            k += board + 1  # "Chủ tịch Hội đồng thành viên, Tổng Giám đốc các tập đoàn"
        again = person_at(tokens, k)
        k += again
        if low_at(tokens, k) in ("của",):
            k += 1
        if low_at(tokens, k) == "(" and (close := next((m for m in range(k + 1, min(k + 7, len(tokens))) if tokens[m].text == ")"), 0)):
            k = close + 1
        if head_at(tokens, k)[1] or read_group(tokens, k) > k or _shared_ahead(tokens, k):
            return k - j
        k += tokens[k].text.isdigit() if k < len(tokens) else 0
        if low_at(tokens, k) in _SMALL_PLACES or f"{low_at(tokens, k)} {low_at(tokens, k + 1)}" in _SMALL_PLACES:
            return k - j
    return 0


def _own_name(tokens: Sequence[Token], j: int) -> int:
    """How many tokens from ``j`` are a person's name with the office behind it ("Nguyễn Văn An, Phó Chủ tịch" …); 0 where none are."""
    k = j
    while k < len(tokens) and tokens[k].capital and tokens[k].text.isalpha() and k - j < 5:
        k += 1
    if not 2 <= k - j <= 4 or low_at(tokens, k) not in (",", "-", "–") or head_at(tokens, j)[1]:
        return 0
    office = person_at(tokens, k + 1)
    return k + 1 + office - j if office else 0


def without_person(tokens: Sequence[Token], j: int, end: int) -> int:
    """Where the body's name ends that a person's own name follows ("Phó Chủ tịch UBND tỉnh Nguyễn Văn An"); ``end`` where none does."""
    if head_at(tokens, j)[0] not in ("field", "place"):
        return end  # "Hiệu trưởng Trường THPT Nguyễn Văn Cừ"
    k = end
    while k > j + 1 and tokens[k - 1].capital and tokens[k - 1].text.isalpha() and end - k < 4:
        k -= 1
    k = next((m for m in range(k, end - 2) if tokens[m].key in W.FAMILY_NAMES), end)
    city = " ".join(t.key for t in tokens[k:end]) == "ho chi minh"
    return end if city or low_at(tokens, k - 1) in ("huyện", "quận", "xã", "phường", "trấn") else k


_BOARDS = Phrases(frozenset({"hội đồng thành viên", "hội đồng quản trị"}))
_SMALL_PLACES = frozenset({"thôn", "bản", "ấp", "xóm", "buôn", "khóm", "khu phố", "tổ dân", "khối phố", "ngành"})


def _shared_ahead(tokens: Sequence[Token], k: int) -> bool:
    return low_at(tokens, k) == "các" and low_at(tokens, k + 1) in W.FIELD_HEADS


_ALONE = Phrases(W.ALONE)


def person_alone(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Hiệu trưởng:", "Giám đốc chịu trách nhiệm …": a person without a body answers himself."""
    n = _ALONE.at(tokens, j, 3)
    if not n or not tokens[j].capital:
        return None
    behind = j + n
    if low_at(tokens, behind) == ":" or two_at(tokens, behind) in _ANSWERS:
        return [Name(text[tokens[j].start : tokens[behind - 1].end], tokens[j].start, tokens[behind - 1].end)], behind
    return None


_ANSWERS = frozenset({"chu tri", "chiu trach", "co trach", "chi dao", "phan cong", "to chuc"})


def ministers(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ": ministers without their ministry stand for all ministries."""
    k = j + (low_at(tokens, j) == "các")
    if (
        f"{low_at(tokens, k)} {low_at(tokens, k + 1)}" != "bộ trưởng"
        or low_at(tokens, k + 2) not in (",", ";", "và", "")
        or (k == j and low_at(tokens, k + 2) != ",")
    ):
        return None
    return [Name("các " + tokens[k].text, tokens[j].start, tokens[k + 1].end, True)], k + 2


_DEPUTIES = Phrases(W.DEPUTIES)


def deputies(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Các Thứ trưởng", "các đồng chí Ủy viên Ban Thường vụ Đảng ủy": persons who answer for fields of work, as one."""
    k = j + _ARTICLES.at(tokens, j, 3)
    n = _DEPUTIES.at(tokens, k, 3)
    if k == j or low_at(tokens, j) != "các" or not n:
        return None
    end = read_name(tokens, k + n)
    end = k + n if end == k + n else end
    end += end == k + n and low_at(tokens, end) in ("sở", "bộ", "tỉnh", "xã")
    return [Name(text[tokens[j].start : tokens[end - 1].end], tokens[j].start, tokens[end - 1].end, True)], end
