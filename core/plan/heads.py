"""Where the name of a body can begin, what follows behind Sở and Bộ, and where the work begins."""

from __future__ import annotations

from collections.abc import Sequence

from core.plan import words as W
from core.plan.tokens import Phrases, Token, low_at

_HEADS = tuple((kind, Phrases(table)) for kind, table in (("field", W.FIELD_HEADS), ("place", W.PLACE_HEADS), ("open", W.OPEN_HEADS)))
_PERSONS = Phrases(W.PERSONS)


def head_at(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """The kind of head ("field", "place", "open") that opens a name at ``i`` and its length; ("", 0) where none does."""
    if i >= len(tokens) or not tokens[i].word:
        return "", 0
    best = ("", 0)
    for kind, phrases in _HEADS:
        n = phrases.at(tokens, i, 12)
        if n > best[1]:
            best = (kind, n)
    kind, n = best
    if not n:
        return "", 0
    phrase = " ".join(t.low for t in tokens[i : i + n])
    if phrase == "phòng" and low_at(tokens, i + 1 + (low_at(tokens, i + 1) == ",")) == "chống":
        return "", 0
    if phrase in W.ALSO_VERBS and _is_work(tokens, i + n) and not _of_many(tokens, i, n):
        return "", 0
    if n == 1 and f"{phrase} {low_at(tokens, i + 1)}" in W.NOT_HEADS:
        return "", 0
    if not tokens[i].capital and phrase not in W.SMALL_TOO and not _office_of(tokens, i, n):
        return "", 0
    if phrase in W.NEEDS_NAME and not (i + n < len(tokens) and tokens[i + n].word and tokens[i + n].capital):
        return "", 0
    return best


def _of_many(tokens: Sequence[Token], i: int, n: int) -> bool:
    """ "…, Thanh tra các Bộ, ngành": a capital inside the sentence, before bodies that each have one."""
    inside = i > 0 and tokens[i].capital and (tokens[i - 1].text == "," or tokens[i - 1].low == "và")
    return inside and low_at(tokens, i + n) == "các" and low_at(tokens, i + n + 1) in _OWNERS


_OWNERS = frozenset({"bộ", "sở", "tỉnh", "huyện", "quận", "ngành", "cấp", "xã"})


def field_at(tokens: Sequence[Token], j: int) -> int:
    """How many tokens from ``j`` are a known field of a department (0: none)."""
    best, phrase = 0, ""
    for n in range(min(10, len(tokens) - j)):
        token = tokens[j + n]
        if token.text == "&":
            phrase += " va"  # "Sở Văn hóa & Thể thao"
        elif token.text == ",":
            phrase += token.text
        elif token.text in "–—":
            phrase += " -"
        else:
            phrase += ("" if not phrase or phrase.endswith("&") else " ") + token.key
        if phrase in W.FIELDS or ("- " in phrase and phrase.replace(" - ", "-").replace("- ", "-") in W.FIELDS):
            best = n + 1  # "LĐ-TB&XH" comes in three tokens
    if (
        best
        and not tokens[j].capital
        and tokens[j].key not in ("nong", "tai", "giao", "thong", "lao", "van", "ke", "khoa", "cong", "xay", "y", "noi", "tu")
    ):
        return 0
    return best


def is_verb(tokens: Sequence[Token], j: int) -> bool:
    """Whether the work begins at ``j``."""
    if j >= len(tokens) or not tokens[j].word:
        return False
    if j + 1 >= len(tokens):
        return False  # one syllable at the very end is no work: "Phòng Vật tư"
    pair = f"{tokens[j].key} {tokens[j + 1].key}"
    if pair == "hop tac" and low_at(tokens, j + 2) == "xã":
        return False
    if pair == "cung cap" and tokens[j].low == "cùng":
        return False  # "BHXH cùng cấp"
    if pair == "thuong xuyen" and low_at(tokens, j - 1) == "dục":
        return False  # "Trung tâm Giáo dục thường xuyên"
    if pair == "hinh thanh" and low_at(tokens, j - 1) in ("truyền", "tình", "loại"):
        return False  # "Đài Truyền hình thành phố"
    return pair in W.VERBS and not (tokens[j].capital and pair in W.NAME_VERBS)


def opens_work(tokens: Sequence[Token], j: int) -> bool:
    """Whether an item begins with work; its first word has a capital whatever it is ("Chuyển đổi diện tích …")."""
    return j + 1 < len(tokens) and f"{tokens[j].key} {tokens[j + 1].key}" in W.VERBS


_NO_WORK = frozenset({"nhà", "khu", "chính", "viên", "sở", "bộ", "giao", "thành", "thị", "đặc", "trấn", "cơ", "cấp"})


def _is_work(tokens: Sequence[Token], j: int) -> bool:
    """ "Thống kê, đánh giá …", "Thanh tra việc …": a word of work where no name, place or role stands behind it."""
    if j >= len(tokens):
        return False
    token = tokens[j]
    if token.text in ",/":
        return is_verb(tokens, j + 1) and not tokens[j + 1].capital
    place = token.low in W.PLACE_WORDS and token.low not in ("các", "nước", "nhân", "khối", "hai", "02")
    if not token.word or token.capital or place or token.low in _NO_WORK:
        return False
    return f"{token.key} {tokens[j + 1].key if j + 1 < len(tokens) else ''}" not in W.ROLE_WORDS


def _office_of(tokens: Sequence[Token], i: int, n: int) -> bool:
    """ "Phó Trưởng phòng Kinh tế", "báo Bình An": a head in small letters between an office or "báo" and a name in capitals."""
    before = low_at(tokens, i - 1)
    if i + n >= len(tokens) or not tokens[i + n].capital:
        return False
    return before in ("trưởng", "phó") or (tokens[i].low in ("báo", "đài") and (before in (",", "và", ";", "với")))


def company_work(tokens: Sequence[Token], j: int) -> bool:
    """ "Công ty TNHH một thành viên khai thác công trình thủy lợi": what a company does, as part of its name."""
    return f"{tokens[j].key} {tokens[j + 1].key if j + 1 < len(tokens) else ''}" in W.SOFT_VERBS and tokens[j - 1].low in _COMPANY


_COMPANY = frozenset({"viên", "mtv", "phần", "cp", "tnhh", "hạn"})


def compound(tokens: Sequence[Token], j: int) -> bool:
    """Whether the word at ``j`` is half of a longer one: "trật tự", "việc làm", "đối ngoại"."""
    low = tokens[j].low
    return f"{low_at(tokens, j - 1)} {low}" in W.COMPOUNDS or f"{low} {low_at(tokens, j + 1)}" in W.COMPOUNDS


def person_at(tokens: Sequence[Token], i: int) -> int:
    """How many tokens at ``i`` name a person who stands for a body ("Giám đốc"), 0 where none do."""
    return _PERSONS.at(tokens, i, 4)
