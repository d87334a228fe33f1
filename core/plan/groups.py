"""Collective phrases: "các sở, ban, ngành, đoàn thể và địa phương liên quan"."""

from __future__ import annotations

from collections.abc import Sequence

from core.plan import words as W
from core.plan.heads import company_work, compound, field_at, head_at, is_verb, person_at
from core.plan.places import capital_run, read_clause, read_place, read_tail, unit_word
from core.plan.tokens import Phrases, Token, low_at

_OPENERS = Phrases(W.GROUP_OPENERS)
_NOUNS = Phrases(W.GROUP_NOUNS)


def read_group(tokens: Sequence[Token], i: int) -> int:
    """The index behind a collective phrase at ``i``: "các Sở, ban, ngành, địa phương liên quan", "Sở, ngành, địa phương"."""
    if i >= len(tokens):
        return i
    opener = _OPENERS.at(tokens, i, 3)
    j = i + opener
    n = group_noun(tokens, j)
    if not n:
        return i
    first = tokens[j]
    if not opener and not _bare_group(tokens, j, n):
        return i
    if opener and tokens[j].low in W.FIELD_HEADS and (low_at(tokens, j + 1) == ":" or field_at(tokens, j + 1)):
        return i  # "các Sở: Y tế, Nội vụ" is a list of names
    if opener and low_at(tokens, j + n) == ":":
        return j + n
    j += n
    return group_on(tokens, j, first, opener > 0)


def group_noun(tokens: Sequence[Token], j: int) -> int:
    n = _NOUNS.at(tokens, j, 4)
    if low_at(tokens, j + n) == "viên":
        return 0  # "cấp ủy viên", "hội viên" are persons
    if n == 1 and tokens[j].low == "xã" and low_at(tokens, j + 1) == "hội":
        return 0
    if n == 1 and tokens[j].low == "bộ" and low_at(tokens, j + 1) in _NO_MINISTRY:
        return 0
    if not n and low_at(tokens, j) == "chủ" and low_at(tokens, j + 1) in _OWNED:
        return 2
    return n


_NO_MINISTRY = frozenset({"phận", "môn", "đội", "máy", "tiêu", "thủ", "luật", "hồ", "tài", "dữ"})
_OWNED = frozenset(
    {"tàu", "phương", "cơ", "trang", "hộ", "nhà", "hồ", "đập", "vườn", "nuôi", "thuyền", "doanh", "xe", "lồng", "đất", "bến", "vật"}
)


def school_level(tokens: Sequence[Token], j: int) -> int:
    """How many tokens at ``j`` name a level of schools: "Tiểu học", "THCS"."""
    best, phrase = 0, ""
    for n in range(min(6, len(tokens) - j)):
        phrase = f"{phrase} {tokens[j + n].key}" if n else tokens[j + n].key
        if phrase in W.SCHOOL_LEVELS:
            best = n + 1
    return best


def _bare_group(tokens: Sequence[Token], j: int, n: int) -> bool:
    """A collective phrase without "các": "Sở, ban, ngành", "cơ quan liên quan", "đơn vị có liên quan", "địa phương"."""
    first, after = tokens[j], tokens[j + n] if j + n < len(tokens) else None
    if (first.low == "cấp" and n == 2) or (first.low == "cha" and n == 4):
        return True
    if first.low in ("ủy", "ubnd", "hđnd", "công", "văn", "đảng", "thanh", "tòa", "huyện", "thành", "thị") and first.low != "thành":
        return False
    if first.low in ("sở", "bộ", "ban", "ngành"):
        return after is not None and (
            (after.text in ",/-" and group_noun(tokens, j + n + 1) > 0)
            or after.low in ("ngành", "ban")
            or (after.low in ("liên", "có") and first.low in ("sở", "ngành", "bộ"))
        )
    if first.low in ("cơ", "đơn", "địa", "tổ", "doanh", "đoàn", "chính", "nhà", "cấp", "hãng", "trung", "trường"):
        if after is None or not after.word:
            return first.low in ("địa", "đơn", "cơ", "nhà", "doanh", "đoàn")
        if first.low == "cơ" and tokens[j + 1].low == "sở" and f"{after.low} {low_at(tokens, j + n + 1)}" in _SERVICES:
            return True  # "Cơ sở giáo dục phổ thông chủ trì …"
        if first.low in ("trung", "trường") and first.text.islower():
            return f"{after.low} {low_at(tokens, j + n + 1)}" in _SERVICES  # "phối hợp với trung tâm giáo dục thường xuyên, …"
        if first.low == "chính" and after.low in ("các", "địa", "cấp"):
            return True  # "Trách nhiệm của chính quyền các địa phương"
        if first.low == "cơ" and after.low in ("hành", "quản"):
            return True
        if after.low == "trực":
            return low_at(tokens, j + n + 1) == "thuộc"  # "Tổ chức trực ban" is work
        if after.low == "cấp":
            return low_at(tokens, j + n + 1) in _LEVELS  # "Tổ chức cấp lại giấy phép" is work
        return after.low in ("liên", "có", "và", "thuộc", "trên", "của", "chức", "chuyên", "khác", "ngang") or first.low in (
            "địa",
            "nhà",
            "doanh",
        )
    return False


_SERVICES = frozenset(
    {"giáo dục", "đào tạo", "y tế", "dạy nghề", "khám bệnh", "khám chữa", "học tập", "đại học", "cao đẳng", "trung học", "tiểu học",
     "mầm non", "phổ thông"}
)
_LEVELS = frozenset({"tỉnh", "huyện", "xã", "thành", "cơ", "trung", "quận", "phường", "trên", "dưới", "bộ"})


def group_on(tokens: Sequence[Token], j: int, first: Token, opened: bool) -> int:
    """Goes on through the nouns and tails of a group until something that is neither."""
    limit = min(len(tokens), j + 60)
    good = j
    serving = (first.low == "cơ" and tokens[j - 1].low == "sở") or (first.low in ("trung", "trường") and not opened)
    while j < limit:
        token = tokens[j]
        low = token.low
        if token.text in ",/-–;" or low in ("và", "hoặc"):
            if token.text == ";" and low_at(tokens, j + 1) in W.GROUP_OPENERS:
                break
            k = j + 1
            opener = _OPENERS.at(tokens, k, 2)
            k += opener
            n = group_noun(tokens, k)
            if not n and not opener and token.text in "-–" and k < len(tokens) and _second_half(tokens, k, opened, serving):
                j = good = k + max(1, _loose_tail(tokens, k))  # "các Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên"
                continue
            if not opener and first.low == "trường" and (level := school_level(tokens, k)):
                j = good = k + level
                continue
            if not n and not opener and token.text == "," and _listed_tail(tokens, k):
                j = good = k + 2
                if f"{low_at(tokens, j - 1)} {low_at(tokens, j)}" == "nghệ thông":
                    j = good = k + 4
                continue
            if n and tokens[k].low == "tổ" and low_at(tokens, k + 1) == "đại" and low != "và":
                break
            if n and not serving and (opener or low == "và") and f"{tokens[k].low} {low_at(tokens, k + 1)}" == "cơ sở":
                break  # "các sở, ngành và các cơ sở giáo dục" are two
            if n and serving and (not opened or (not opener and f"{tokens[k].low} {low_at(tokens, k + 1)}" == "cơ sở")):
                break  # "cơ sở giáo dục nghề nghiệp, cơ sở giáo dục đại học" are two
            if n and not _one_phrase(first, tokens[k], low, opener, opened):
                break
            if not n or opens_body(tokens, k) or token.text == ";" or (is_verb(tokens, k) and not _noun_here(tokens, k, n)):
                break
            j = good = k + n
            continue
        if not token.word:
            break
        step = _group_tail(tokens, j)
        if not step:
            break
        j = good = j + step
    return good


def _second_half(tokens: Sequence[Token], k: int, opened: bool, serving: bool) -> bool:
    """Whether a name goes on behind its hyphen: "… Giáo dục nghề nghiệp - Giáo dục thường xuyên"."""
    if not tokens[k].word or not tokens[k - 2].word:
        return False
    return (opened and tokens[k].capital) or (serving and f"{tokens[k].low} {low_at(tokens, k + 1)}" in _SERVICES)


_FIELDS_OF_WORK = frozenset(
    [
        "viễn thông",
        "du lịch",
        "lữ hành",
        "báo chí",
        "truyền thông",
        "tín dụng",
        "hàng không",
        "công nghệ",
        "y tế",
        "giáo dục",
        "sản xuất",
        "vận tải",
        "bưu chính",
        "ngân hàng",
        "chuyên khoa",
        "đa khoa",
        "tư nhân",
        "nhà nước",
        "dạy nghề",
        "hợp tác",
        "ngoài công",
        "chữa bệnh",
    ]
)


def _listed_tail(tokens: Sequence[Token], k: int) -> bool:
    """A second field of the same bodies: "các doanh nghiệp CNTT, viễn thông"."""
    after = tokens[k + 2] if k + 2 < len(tokens) else None
    return f"{low_at(tokens, k)} {low_at(tokens, k + 1)}" in _FIELDS_OF_WORK and (
        after is None or not after.word or after.low in ("và", "tuyến", "trên", "cấp", "thông") or is_verb(tokens, k + 2)
    )


def _one_phrase(first: Token, noun: Token, link: str, opener: int, opened: bool) -> bool:
    """Whether another noun goes on with the phrase: "các sở, ban, ngành và các địa phương" is one, "các hãng … và các trường …" two."""
    if first.low in W.CLASS_NOUNS:
        return not opener or noun.low in W.CLASS_NOUNS
    return opened and not opener and (link != "và" or noun.low != first.low)


def _noun_here(tokens: Sequence[Token], k: int, n: int) -> bool:
    """ "tổ chức" is a noun of the group when a sign, "và" or a tail follows, the verb otherwise."""
    if tokens[k].low != "tổ":
        return True
    after = tokens[k + n] if k + n < len(tokens) else None
    return (
        after is None
        or not after.word
        or after.low in ("và", "chính", "có", "liên", "đoàn", "xã", "kinh", "trên", "thuộc", "trong", "khác", "tín")
    )


def opens_body(tokens: Sequence[Token], k: int) -> bool:
    """Whether a named body (not a noun of the group) opens at ``k``: "…, ngành và Sở Tài chính", "…, Công an tỉnh"."""
    kind, n = head_at(tokens, k)
    if not n:
        return False
    if kind == "field":
        return field_at(tokens, k + n) > 0 or bool(k + n < len(tokens) and tokens[k + n].word and tokens[k + n].capital)
    if kind == "place" or (n > 1 and tokens[k].capital and not _one_of_many(tokens, k, n)):
        return True
    return k + n < len(tokens) and tokens[k + n].word and tokens[k + n].capital


def _one_of_many(tokens: Sequence[Token], k: int, n: int) -> bool:
    """ "các Tập đoàn, Tổng công ty nhà nước": a kind of bodies, with no name of its own behind it."""
    return group_noun(tokens, k) == n and k + n < len(tokens) and not tokens[k + n].capital


def _group_tail(tokens: Sequence[Token], j: int) -> int:
    """How many tokens at ``j`` go on with a group: "có liên quan", "cấp tỉnh", "trên địa bàn tỉnh", "của tỉnh", "chính trị - xã hội"."""
    token = tokens[j]
    if tokens[j - 1].low == "trường" and (level := school_level(tokens, j)):
        return level
    if tokens[j - 1].low == "ban" and low_at(tokens, j) in ("hđnd", "hội") and (size := head_at(tokens, j)[1]):
        return read_place(tokens, j + size) - j  # "các Ban HĐND tỉnh"
    if tokens[j - 1].low == "viên" and token.capital and (size := head_at(tokens, j)[1]):
        return read_tail(tokens, j + size) - j  # "các thành viên Ban Chỉ đạo"
    if token.low == "các" and (low_at(tokens, j + 1) == "cấp" or tokens[j - 1].low == "quyền"):
        return 1 + max(1, group_noun(tokens, j + 1))
    clause = read_clause(tokens, j) - j if token.low in ("nơi", "đóng") else 0
    if clause:
        return clause
    two = f"{token.low} {low_at(tokens, j + 1)}"
    three = f"{two} {low_at(tokens, j + 2)}"
    if two in W.PLACE_TAILS or two == "cùng cấp":
        return 2
    if two == "nghiên cứu" and tokens[j - 1].low in ("viện", "tâm", "sở", "chức"):
        return 2
    if three in ("có liên quan", "trên địa bàn"):
        return 3 + _place_words(tokens, j + 3)
    if token.low == "thuộc" and low_at(tokens, j + 1) in (",", "và") and low_at(tokens, j + 2) == "trực":
        return 2 + max(1, _group_tail(tokens, j + 2))  # "các đơn vị thuộc, trực thuộc Bộ"
    if two == "trực thuộc":
        return 1 + max(1, _group_owner(tokens, j + 1))
    if two in W.GROUP_TAIL_PAIRS:
        return 2
    if two == "chính trị" or two == "xã hội":
        k = j + 2
        while low_at(tokens, k) in ("-", "–", ",") and f"{low_at(tokens, k + 1)} {low_at(tokens, k + 2)}" in (
            "xã hội",
            "nghề nghiệp",
            "chính trị",
        ):
            k += 3
        return k - j
    if token.low in ("thuộc", "của", "trong"):
        return _group_owner(tokens, j)
    if token.low in ("cấp", "khác", "tỉnh", "huyện", "xã", "bộ", "tw") or two in ("thành phố", "thị xã"):
        n = 2 if two in ("thành phố", "thị xã") else 1
        if token.low == "cấp" and low_at(tokens, j + 1) in ("tỉnh", "huyện", "xã", "thành", "cơ"):
            n += 1 + (low_at(tokens, j + 1) in ("thành", "cơ"))
        return n + capital_run(tokens, j + n)
    n = group_noun(tokens, j)
    if n and not is_verb(tokens, j) and not opens_body(tokens, j):
        return n
    if (
        token.capital
        and not head_at(tokens, j)[1]
        and not is_verb(tokens, j)
        and tokens[j - 1].low in ("phố", "xã", "huyện", "tỉnh", "nam", "vùng", "phường", "bàn")
    ):
        return capital_run(tokens, j)
    if token.low == "tại" and (step := next((n for n in (2, 3) if is_verb(tokens, j + n)), 0)):
        return step if not any(tokens[j + m].capital for m in range(1, step)) else 0  # "các hộ kinh doanh tại chợ chấp hành …"
    if two == "theo quy":
        return 3 if low_at(tokens, j + 2) == "định" else 0
    return _loose_tail(tokens, j)


def _loose_tail(tokens: Sequence[Token], j: int) -> int:
    """Other words that tell which of a group is meant, up to the next sign or the work: "đại diện Việt Nam ở nước ngoài"."""
    k = j
    if low_at(tokens, j - 1) == "quan" and low_at(tokens, j - 2) == "liên":
        return 0  # nothing tells more of them
    while k < len(tokens) and k - j < 14:
        token = tokens[k]
        if k - j > 8 and token.text == ":":
            return k - j
        if k - j >= 8 and not token.word:
            return 0
        if not token.word or (token.low in ("và", "hoặc") and not (low_at(tokens, k + 1) == "ngoài" and k > j)):
            return k - j
        if company_work(tokens, k):
            k += 2
            continue
        if is_verb(tokens, k) or (head_at(tokens, k)[1] and tokens[k - 1].low != "của") or token.low in W.GROUP_OPENERS:
            return k - j if tokens[k - 1].low not in ("có", "trong", "ngoài", "về") else max(0, k - j - 1)
        if token.low in W.STOP_WORDS and token.low not in ("trong", "ngoài", "có", "về") and not compound(tokens, k):
            return k - j
        k += 1
    return k - j if k == len(tokens) and k - j < 12 else 0  # a heading ends here


_STATE = frozenset({"quốc hội", "chính phủ", "nhà nước"})


def _state(tokens: Sequence[Token], k: int) -> int:
    """ "của Đảng, Quốc hội": the organs whose bodies are meant."""
    start = k
    while True:
        n = 2 if f"{low_at(tokens, k)} {low_at(tokens, k + 1)}" in _STATE else int(low_at(tokens, k) == "đảng")
        if not n:
            return k - start - (k > start)
        k += n + 1
        if low_at(tokens, k - 1) not in (",", "và"):
            return k - 1 - start


def _place_words(tokens: Sequence[Token], j: int) -> int:
    start = j
    while j < len(tokens):
        two = f"{tokens[j].low} {low_at(tokens, j + 1)}"
        if two in ("thành phố", "thị xã", "toàn tỉnh", "toàn quốc", "cả nước", "toàn thành"):
            j += 2
        elif tokens[j].low in ("tỉnh", "huyện", "xã", "quận", "phường"):
            j += 1
        elif tokens[j].word and tokens[j].capital and j > start and capital_run(tokens, j):
            j += capital_run(tokens, j)
        else:
            break
    return j - start


def _listed_places(tokens: Sequence[Token], j: int) -> int:
    """Behind "của các tỉnh A": the other places of the list, ", B, C và D"."""
    while j + 1 < len(tokens) and (tokens[j].text == "," or tokens[j].low == "và") and capital_run(tokens, j + 1):
        if not tokens[j - 1].capital or person_at(tokens, j + 1):
            break
        j += 1 + capital_run(tokens, j + 1)
    return j


def _group_owner(tokens: Sequence[Token], j: int) -> int:
    """ "thuộc UBND tỉnh", "của tỉnh", "thuộc Vùng …", "trong Vùng": how many tokens."""
    k = j + 1
    if k >= len(tokens):
        return 0
    if tokens[k].low == "các" and unit_word(tokens, k):
        return _listed_places(tokens, read_place(tokens, k)) - j
    kind, size = head_at(tokens, k)
    if kind and tokens[j].low != "trong":
        size += field_at(tokens, k + size) if kind == "field" else 0
        return (read_place if kind == "place" else read_tail)(tokens, k + size) - j
    n = _place_words(tokens, k)
    if n:
        return 1 + n
    if state := _state(tokens, k):
        return k + state - j
    if tokens[k].low in ("vùng", "khu", "khối", "ngành", "tỉnh", "cả", "và", "chính") or (
        tokens[j].low != "trong" and tokens[k].low == "phạm"
    ):
        if tokens[j].low == "trong" and tokens[k].low == "và":
            return 4 if low_at(tokens, k + 1) == "ngoài" and low_at(tokens, k + 2) in ("nước", "tỉnh") else 0
        m = k
        while (
            m < min(len(tokens), k + 10)
            and tokens[m].word
            and not is_verb(tokens, m)
            and tokens[m].low not in W.STOP_WORDS
            and tokens[m].low != "và"
        ):
            m += 1
        return m - j
    return 0
