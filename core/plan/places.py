"""Places as they stand behind the name of a body: levels, proper names, "trên địa bàn tỉnh"."""

from __future__ import annotations

from collections.abc import Sequence

from core.plan import words as W
from core.plan.heads import field_at, head_at, is_verb, opens_work
from core.plan.tokens import Token, low_at


def read_tail(tokens: Sequence[Token], j: int) -> int:
    """Places behind a name: "tỉnh", "thành phố Hà Nội", "các tỉnh, thành phố", "cấp xã", "trên địa bàn tỉnh"."""
    while j < len(tokens):
        token = tokens[j]
        if (token.low == "các" and j + 1 < len(tokens) and tokens[j + 1].low in ("tỉnh", "huyện", "quận", "địa")) or (
            token.low in W.PLACE_WORDS
            and token.low not in ("các", "nước", "nhân", "khối", "hai", "02")
            and not (token.low == "cấp" and low_at(tokens, j + 1) not in _LEVELS)  # "Sở Giao thông vận tải cấp phép …"
        ):
            j += 1
        elif (token.low == "thành" and low_at(tokens, j + 1) == "phố") or (token.low == "thị" and low_at(tokens, j + 1) in ("xã", "trấn")):
            j += 2
        elif (
            token.capital
            and token.word
            and not opens_work(tokens, j)
            and tokens[j - 1].low in ("tỉnh", "phố", "huyện", "xã", "phường", "quận", "nam", "vực", "tp", "trấn", "thủ", "đô")
        ) or (token.capital and token.word and not head_at(tokens, j)[1] and not is_verb(tokens, j)):
            j = capitals(tokens, j)
        elif token.low == "trên" and low_at(tokens, j + 1) == "địa" and low_at(tokens, j + 2) == "bàn":
            j += 3
        elif token.low in ("liên",) and low_at(tokens, j + 1) == "quan":
            j += 2
        elif token.text == "," and low_at(tokens, j - 2) == "các" and f"{low_at(tokens, j + 1)} {low_at(tokens, j + 2)}" in _MORE_LEVELS:
            j += 3  # "Sở Tư pháp các tỉnh, thành phố"
        elif token.low == "từ" and low_at(tokens, j + 1) in ("tỉnh", "trung", "huyện") and "đến" in (low_at(tokens, j + 2), low_at(tokens,
                                                                                                                                   j + 3)):
            j += 4 + (low_at(tokens, j + 1) == "trung") + (low_at(tokens, j + 3) in ("cơ",))
        elif token.low == "trực" and low_at(tokens, j + 1) == "thuộc" and low_at(tokens, j + 2) == "trung":
            j += 4
        elif token.low == "có" and low_at(tokens, j + 1) == "liên":
            j += 3
        elif tokens[j - 1].word and (two := f"{token.low} {low_at(tokens, j + 1)}") and (two in W.PLACE_TAILS or two == "cùng cấp"):
            j += 2
        else:
            break
    return min(j, len(tokens))


_LEVELS = frozenset({"tỉnh", "huyện", "xã", "thành", "cơ", "trung", "quận", "phường", "trên", "dưới", "bộ", "ủy", "khu", ""})
_MORE_LEVELS = ("thành phố", "thị xã")


def capitals(tokens: Sequence[Token], j: int) -> int:
    """The run of capitalised words, with hyphens between them and numbers behind: "Thừa Thiên Huế", "Bà Rịa - Vũng Tàu"."""
    while j < len(tokens):
        token = tokens[j]
        if (token.word and (token.capital or (token.text.isdigit() and len(token.text) < 4))) or (
            token.text in "-–" and j + 1 < len(tokens) and tokens[j + 1].capital and not head_at(tokens, j + 1)[1]
        ):
            j += 1
        else:
            break
    return j


def read_clause(tokens: Sequence[Token], j: int) -> int:
    """Behind bodies of several places, the clause that tells which of them: "thuộc huyện A", "nơi có dự án đi qua", "có rừng"."""
    if j >= len(tokens) or tokens[j].low not in W.CLAUSE_WORDS or tokens[j - 1].text in ",;":
        return j
    low, after = tokens[j].low, low_at(tokens, j + 1)
    if low == "thuộc" and (unit_word(tokens, j + 1) or head_at(tokens, j + 1)[1]):
        kind, n = head_at(tokens, j + 1)
        field = field_at(tokens, j + 1 + n) if kind == "field" else 0
        return read_tail(tokens, j + 1 + n + field) if n else read_place(tokens, j + 1)
    if low == "có" and after in _HAVING:
        return j
    k = j + 1
    while k < min(len(tokens), j + 9):
        if not tokens[k].word or (k > j + 1 and (is_verb(tokens, k) or head_at(tokens, k)[1])):
            return k if k > j + 1 else j
        if tokens[k].low in W.STOP_WORDS and k > j + 1 and tokens[k].low not in ("qua", "có"):
            return k if tokens[k].low in ("phải", "cần", "được") else j
        k += 1
    return k if k == len(tokens) and k > j + 1 else j


_HAVING = frozenset({"trách", "nhiệm", "kế", "thể", "văn", "biện", "phương", "giải", "ý", "sự", "hiệu", "chức", "quyền"})


def capital_run(tokens: Sequence[Token], j: int) -> int:
    if j < len(tokens) and tokens[j].word and tokens[j].capital and not head_at(tokens, j)[1] and not is_verb(tokens, j):
        return capitals(tokens, j) - j
    return 0


def read_place(tokens: Sequence[Token], j: int) -> int:
    """Behind UBND, Công an, HĐND …: levels and names of places, shared between several: "các huyện, thị xã và thành phố Huế"."""
    start = j
    j = _unit(tokens, j)
    while j < len(tokens) and j > start:
        if (
            (tokens[j].text in ",;" and unit_word(tokens, j + 1))
            or (tokens[j].low in ("và", "hoặc") and unit_word(tokens, j + 1))
            or (tokens[j].text in ("-", "–", "/") and unit_word(tokens, j + 1))
        ):
            j = _unit(tokens, j + 1)
        else:
            break
    return j


def unit_word(tokens: Sequence[Token], j: int) -> bool:
    """Whether another level of places goes on at ``j``: "thị xã", "các phường" - and not "các sở", "các đơn vị"."""
    low = low_at(tokens, j)
    if low == "các":
        return unit_word(tokens, j + 1)
    after = low_at(tokens, j + 1)
    if low in ("huyện", "quận", "phường", "xã", "tỉnh", "cấp") or (low == "đặc" and after == "khu") or (low == "tp"):
        return not (low == "xã" and after == "hội") and not head_at(tokens, j)[1]
    return (low == "thị" and after in ("xã", "trấn")) or (low == "thành" and after == "phố")


def _unit(tokens: Sequence[Token], j: int) -> int:
    while j < len(tokens):
        token = tokens[j]
        low, after = token.low, low_at(tokens, j + 1)
        if f"{low} {after}" in ("tổ quốc", "chính phủ", "tối cao"):
            j += 2
        elif low == "từ" and after in ("tỉnh", "huyện") and low_at(tokens, j + 2) == "đến":
            j += 4 + (low_at(tokens, j + 3) == "cơ")  # "Kho bạc Nhà nước từ tỉnh đến huyện"
        elif after == "ủy" and token.capital and low in ("tỉnh", "thành", "huyện", "quận", "thị"):
            j += 2  # "Ban Thường vụ Huyện ủy"
        elif (
            (low == "nhân" and after == "dân")
            or (low == "khu" and after == "vực")
            or (
                low in ("thành", "thị", "đặc", "địa", "trung", "trực", "liên", "cơ")
                and f"{low} {after}"
                in ("thành phố", "thị xã", "thị trấn", "đặc khu", "trung ương", "trực thuộc", "liên quan", "địa phương")
            )
        ):
            j += 2
        elif low in ("huyện", "quận", "phường", "tỉnh", "cấp", "các", "tw", "tp") or (low == "xã" and after != "hội"):
            if low == "các" and not unit_word(tokens, j + 1) and f"{after} {low_at(tokens, j + 2)}" != "địa phương":
                break
            j += 1
            if low == "tp" and after == ".":
                j += 1
        elif f"{low} {after}" in W.PLACE_TAILS or f"{low} {after}" == "cùng cấp":
            j += 2
        elif (low == "có" and after == "liên") or (low == "trên" and after == "địa"):
            j += 3
        elif token.text.isdigit() and len(token.text) <= 3:
            j += 1
        elif token.word and token.capital and not head_at(tokens, j)[1] and not opens_work(tokens, j):
            j = capitals(tokens, j)
        elif token.capital and head_at(tokens, j)[1] > 1 and tokens[j - 1].word:
            j = _inner_body(tokens, j)  # "Ban Thường vụ Đảng ủy"
        elif token.word and token.capital and low in ("việt", "quân", "nhân", "đảng", "đoàn"):
            j += 1
        elif token.capital and head_at(tokens, j)[0] and tokens[j - 1].word:
            j = _inner_body(tokens, j)
        else:
            break
    return min(j, len(tokens))


def level_at(tokens: Sequence[Token], m: int) -> int:
    """How many tokens at ``m`` name a level of places ("phường", "thị xã")."""
    if f"{low_at(tokens, m)} {low_at(tokens, m + 1)}" in ("thị xã", "thành phố", "thị trấn", "đặc khu"):
        return 2
    return int(low_at(tokens, m) in ("xã", "phường", "huyện", "quận", "tỉnh"))


def _inner_body(tokens: Sequence[Token], j: int) -> int:
    """ "Văn phòng UBND", "Đảng ủy Công an tỉnh": a head directly behind a head is one name; its places are read on by the caller."""
    kind, n = head_at(tokens, j)
    return j + n + (field_at(tokens, j + n) if kind == "field" else 0)
