"""Names of agencies as plans write them: where a name begins and ends, lists of names, shared heads, collective phrases.

A body is told by its head word (Sở, Ban, UBND, Trường …) and by how names go on behind that head; no directory is needed.
Everything works on tokens from left to right, so the time taken is linear in the text.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.fold import fold, tone_key
from core.plan import words as W

_TOKEN = re.compile(r"[^\W_]+(?:[&/][^\W_]+)*|[^\w\s]|_")
_MAX_NAME = 28  # tokens; no agency of the country has a longer name


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign: ``low`` in lower case with marks in the old tone style, ``key`` folded."""

    text: str
    low: str
    key: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the plan means it (shared heads expanded), and the range of the text that says so."""

    text: str
    start: int
    end: int
    group: bool = False


@dataclass(frozen=True, slots=True)
class NameList:
    names: tuple[Name, ...]
    after: int  # index of the token behind the list


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text; the last texts are kept, as roles, deadlines and doubts ask for the same ones."""
    return _tokens(text)


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    out = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        low = _low(word)
        out.append(Token(word, low, fold(low), match.start(), match.end()))
    return tuple(out)


@lru_cache(maxsize=16384)
def _low(word: str) -> str:
    return tone_key(word).lower()


def _longest(tokens: Sequence[Token], i: int, table: frozenset[str], limit: int = 5, *, folded: bool = False) -> int:
    """How many tokens from ``i`` make the longest entry of ``table`` (0: none)."""
    best, phrase = 0, ""
    for n in range(min(limit, len(tokens) - i)):
        token = tokens[i + n]
        word = token.key if folded else token.low
        phrase = f"{phrase} {word}" if n and token.word else phrase + word if n and not token.word and token.text == "," else (
            f"{phrase} {word}" if n else word)
        if phrase in table:
            best = n + 1
    return best


# ---------------------------------------------------------------- one name


def read_name(tokens: Sequence[Token], i: int) -> int:
    """The index behind the name that begins at token ``i``; ``i`` itself where none does."""
    end = _group(tokens, i)
    return end if end > i else _named(tokens, i)


def head_at(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """The kind of head ("field", "place", "open") that opens a name at ``i`` and its length; ("", 0) where none does."""
    if i >= len(tokens) or not tokens[i].word:
        return "", 0
    best = ("", 0)
    for kind, table in (("field", W.FIELD_HEADS), ("place", W.PLACE_HEADS), ("open", W.OPEN_HEADS)):
        n = _longest(tokens, i, table)
        if n > best[1]:
            best = (kind, n)
    kind, n = best
    if not n:
        return "", 0
    phrase = " ".join(t.low for t in tokens[i:i + n])
    if n == 1 and f"{phrase} {_low_at(tokens, i + 1)}" in W.NOT_HEADS:
        return "", 0
    if not tokens[i].capital and phrase not in W.SMALL_TOO:
        return "", 0
    return best


def _named(tokens: Sequence[Token], i: int) -> int:
    kind, n = head_at(tokens, i)
    if not n:
        return i
    j = i + n
    if kind == "field":
        end = _field(tokens, j)
        return end if end > j else i
    if kind == "place":
        return _place(tokens, j)
    end = _open(tokens, j)
    if end == j and (n == 1 and not tokens[i].text.isupper()):
        return i  # "Ban", "Hội" alone name nobody
    return end


def _field(tokens: Sequence[Token], j: int) -> int:
    """Behind Sở/Bộ: a known field or the run of capitals, then the place."""
    n = field_at(tokens, j)
    if n:
        return _tail(tokens, j + n)
    if j < len(tokens) and tokens[j].capital:
        return _open(tokens, j)
    return j


def field_at(tokens: Sequence[Token], j: int) -> int:
    """How many tokens from ``j`` are a known field of a department (0: none)."""
    best, phrase = 0, ""
    for n in range(min(10, len(tokens) - j)):
        token = tokens[j + n]
        if token.text in ",&":
            phrase += token.text
        else:
            phrase += ("" if not phrase or phrase.endswith("&") else " ") + token.key
        if phrase in W.FIELDS:
            best = n + 1
    if best and not tokens[j].capital and tokens[j].key not in ("nong", "tai", "giao", "thong", "lao", "van", "ke", "khoa", "cong", "xay", "y", "noi", "tu"):
        return 0
    return best


def _tail(tokens: Sequence[Token], j: int) -> int:
    """Places behind a name: "tỉnh", "thành phố Hà Nội", "các tỉnh, thành phố", "cấp xã", "trên địa bàn tỉnh"."""
    while j < len(tokens):
        token = tokens[j]
        if token.low == "các" and j + 1 < len(tokens) and tokens[j + 1].low in ("tỉnh", "huyện", "quận", "địa") and not _opens_list(tokens, j):
            j += 1
        elif token.low in W.PLACE_WORDS and token.low not in ("các", "nước", "nhân", "khối", "hai", "02"):
            j += 1
        elif token.low == "thành" and _low_at(tokens, j + 1) == "phố" or token.low == "thị" and _low_at(tokens, j + 1) in ("xã", "trấn"):
            j += 2
        elif token.capital and token.word and tokens[j - 1].low in ("tỉnh", "phố", "huyện", "xã", "phường", "quận", "nam", "vực", "tp", "trấn", "thủ", "đô"):
            j = _capitals(tokens, j)
        elif token.capital and token.word and not head_at(tokens, j)[1] and not is_verb(tokens, j):
            j = _capitals(tokens, j)
        elif token.low == "trên" and _low_at(tokens, j + 1) == "địa" and _low_at(tokens, j + 2) == "bàn":
            j += 3
        elif token.low in ("liên",) and _low_at(tokens, j + 1) == "quan":
            j += 2
        elif token.low == "có" and _low_at(tokens, j + 1) == "liên":
            j += 3
        else:
            break
    return min(j, len(tokens))


def _opens_list(tokens: Sequence[Token], j: int) -> bool:
    return False


def _low_at(tokens: Sequence[Token], j: int) -> str:
    return tokens[j].low if 0 <= j < len(tokens) else ""


def _capitals(tokens: Sequence[Token], j: int) -> int:
    """The run of capitalised words, with hyphens between them and numbers behind: "Thừa Thiên Huế", "Bà Rịa - Vũng Tàu"."""
    while j < len(tokens):
        token = tokens[j]
        if token.word and (token.capital or token.text.isdigit() and len(token.text) < 4):
            j += 1
        elif token.text in "-–" and j + 1 < len(tokens) and tokens[j + 1].capital and not head_at(tokens, j + 1)[1]:
            j += 1
        else:
            break
    return j


def _place(tokens: Sequence[Token], j: int) -> int:
    """Behind UBND, Công an, HĐND …: levels and names of places, shared between several: "các huyện, thị xã và thành phố Huế"."""
    start = j
    j = _unit(tokens, j)
    while j < len(tokens) and j > start:
        if tokens[j].text in ",;" and _unit_word(tokens, j + 1):
            j = _unit(tokens, j + 1)
        elif tokens[j].low in ("và", "hoặc") and _unit_word(tokens, j + 1):
            j = _unit(tokens, j + 1)
        elif tokens[j].text in ("-", "–", "/") and _unit_word(tokens, j + 1):
            j = _unit(tokens, j + 1)
        else:
            break
    return j


def _unit_word(tokens: Sequence[Token], j: int) -> bool:
    """Whether another level of places goes on at ``j``: "thị xã", "các phường" - and not "các sở", "các đơn vị"."""
    low = _low_at(tokens, j)
    if low == "các":
        return _unit_word(tokens, j + 1)
    after = _low_at(tokens, j + 1)
    if low in ("huyện", "quận", "phường", "xã", "tỉnh", "cấp") or (low == "đặc" and after == "khu") or (low == "tp"):
        return not (low == "xã" and after == "hội") and not head_at(tokens, j)[1]
    return (low == "thị" and after in ("xã", "trấn")) or (low == "thành" and after == "phố")


def _unit(tokens: Sequence[Token], j: int) -> int:
    while j < len(tokens):
        token = tokens[j]
        low, after = token.low, _low_at(tokens, j + 1)
        if low == "nhân" and after == "dân" or low == "khu" and after == "vực":
            j += 2
        elif low in ("thành", "thị", "đặc", "địa", "trung", "trực", "liên", "cơ") and f"{low} {after}" in (
                "thành phố", "thị xã", "thị trấn", "đặc khu", "trung ương", "trực thuộc", "liên quan", "địa phương"):
            j += 2
        elif low in ("huyện", "quận", "phường", "tỉnh", "cấp", "các", "tw", "tp") or (low == "xã" and after != "hội"):
            if low == "các" and not _unit_word(tokens, j + 1):
                break
            j += 1
            if low == "tp" and after == ".":
                j += 1
        elif low == "có" and after == "liên":
            j += 3
        elif low == "trên" and after == "địa":
            j += 3
        elif token.text.isdigit() and len(token.text) <= 3:
            j += 1
        elif token.word and token.capital and not head_at(tokens, j)[1] and not is_verb(tokens, j):
            j = _capitals(tokens, j)
        elif token.word and token.capital and low in ("việt", "quân", "nhân", "đảng", "đoàn"):
            j += 1
        elif token.capital and head_at(tokens, j)[0] and tokens[j - 1].word and not tokens[j - 1].text == "," and _joins_heads(tokens, j):
            j = _named(tokens, j) if _named(tokens, j) > j else j + 1
        else:
            break
    return min(j, len(tokens))


def _joins_heads(tokens: Sequence[Token], j: int) -> bool:
    """ "Văn phòng UBND", "Đảng ủy Công an tỉnh": a head directly behind a head is one name."""
    return True


def is_verb(tokens: Sequence[Token], j: int) -> bool:
    """Whether the work begins at ``j``."""
    if j >= len(tokens) or not tokens[j].word:
        return False
    pair = f"{tokens[j].key} {tokens[j + 1].key}" if j + 1 < len(tokens) else tokens[j].key
    return pair in W.VERBS and not (tokens[j].capital and pair in W.NAME_VERBS)


def _open(tokens: Sequence[Token], j: int) -> int:
    """Behind Ban, Trung tâm, Hội …: on to the first sign or verb; lower-case words belong to it while the name is being said."""
    start, limit = j, min(len(tokens), j + _MAX_NAME)
    while j < limit:
        token = tokens[j]
        if not token.word:
            if token.text in "-–" and j + 1 < limit and tokens[j + 1].word and (tokens[j + 1].capital or tokens[j + 1].low == "chi"):
                j += 1
                continue
            if token.text == "," and _comma_inside(tokens, j, start):
                j += 1
                continue
            if token.text == "&":
                j += 1
                continue
            break
        if token.low in ("và", "hoặc", "cùng"):
            if token.low == "và" and _and_inside(tokens, j, start):
                j += 1
                continue
            break
        if not token.capital and (is_verb(tokens, j) or token.low in W.STOP_WORDS) and not _name_goes_on(tokens, j):
            break
        if token.low in W.SHORT_VERBS and j - start > 1 and tokens[j - 1].capital and tokens[j - 2].capital:
            break  # behind a proper name ("Trường Đại học Bình Minh mở …") one syllable is enough
        j += 1
    return j


def _name_goes_on(tokens: Sequence[Token], j: int) -> bool:
    """A verb in lower case inside a name: "Đầu tư xây dựng và Phát triển đô thị", "Bảo hiểm", "trên địa bàn"."""
    low, after = tokens[j].low, _low_at(tokens, j + 1)
    if f"{tokens[j].key} {fold(after)}" in W.SOFT_VERBS and f"{tokens[j - 2].key} {tokens[j - 1].key}" in W.NAME_VERBS and tokens[j - 2].capital:
        return True  # "Trung tâm Xúc tiến đầu tư"
    if low in ("thông",) and after in ("tin", "minh"):
        return True
    if low == "trên" and after == "địa":
        return tokens[j - 1].low in ("tỉnh", "phố", "huyện") or True
    if low in ("xây", "đầu", "quản", "tổ", "phát", "khai", "bảo", "tổng", "cấp", "thực", "phòng", "tuyên", "kiểm", "giám", "giao", "hỗ", "xúc", "ứng", "điều", "cứu", "đào"):
        follow = j + 2
        nxt = tokens[follow] if follow < len(tokens) else None
        if low == "cấp" and after in ("tỉnh", "huyện", "xã"):
            return True
        if low == "giao" and after in ("thông", "dịch"):
            return True
        if low == "bảo" and after in ("hiểm", "tàng", "trợ", "vệ"):
            return after != "vệ" or bool(nxt and nxt.low in ("thực", "môi", "rừng", "chăm", "quyền"))
        if nxt is not None and nxt.low == "và" and follow + 1 < len(tokens) and tokens[follow + 1].capital and not head_at(tokens, follow + 1)[1]:
            return True
        if nxt is not None and nxt.capital and tokens[j - 1].capital and low in ("quản",):
            return True
        if low in ("quản", "đầu", "phòng", "xây") and tokens[j - 1].low in ("ban", "án", "tư", "bql"):
            return True
    return False


def _and_inside(tokens: Sequence[Token], j: int, start: int) -> bool:
    """Whether "và" belongs to the name: a capital that opens no agency and no verb follows, and the name has a capital before."""
    if j + 1 >= len(tokens) or j == start and tokens[j - 1].low not in ("báo", "đài", "hội"):
        return False
    after = tokens[j + 1]
    if _group(tokens, j + 1) > j + 1 or head_at(tokens, j + 1)[1]:
        return f"{after.low} {_low_at(tokens, j + 2)}" == "truyền hình"
    if after.capital:
        return not field_only(tokens, j + 1)
    if not after.capital and _closes_at_end(tokens, j + 1) and any(t.text == "," for t in tokens[start:j]):
        return True
    return f"{tokens[j - 1].low}" in ("thanh",) or f"{after.low} {_low_at(tokens, j + 2)}" in (
        "truyền hình", "phát triển", "nhỏ và", "công nghệ", "đào tạo", "du lịch", "nông thôn", "hỗ trợ", "trẻ em") and not is_verb(tokens, j + 1)


def field_only(tokens: Sequence[Token], j: int) -> bool:
    """Whether a field of another department stands at ``j`` whole: the "Nội vụ" of "Sở Y tế và Nội vụ"."""
    return False


def _comma_inside(tokens: Sequence[Token], j: int, start: int) -> bool:
    """Whether a comma belongs to the name: "Khu kinh tế, công nghiệp tỉnh", "Phát thanh, Truyền hình"."""
    if j + 2 >= len(tokens) or j == start or not tokens[j + 1].word:
        return False
    if f"{tokens[j + 1].low} {tokens[j + 2].low}" in ("truyền hình", "truyền thanh") and tokens[j + 1].capital:
        return True  # "Báo và Phát thanh, Truyền hình" has been one body since 2025
    if _group(tokens, j + 1) > j + 1 or head_at(tokens, j + 1)[1] or _unit_word(tokens, j + 1):
        return False
    if is_verb(tokens, j + 1) and not tokens[j + 1].capital or _person(tokens, j + 1):
        return False
    return _closes_like_name(tokens, j + 1) or tokens[j + 1].word and not tokens[j + 1].capital and _closes_at_end(tokens, j + 1)


_CLOSERS = frozenset("tỉnh thành huyện xã phường quận".split())


def _closes_like_name(tokens: Sequence[Token], j: int) -> bool:
    """Whether the words behind a comma finish a name: a few words that end in a place or in capitals before the next sign or role."""
    for k in range(j, min(j + 9, len(tokens))):
        token = tokens[k]
        if not token.word:
            return False
        if token.low in _CLOSERS and k > j:
            return not (token.low == "xã" and _low_at(tokens, k + 1) == "hội")
        if token.low == "và" and k > j:
            return k + 1 < len(tokens) and tokens[k + 1].capital and not head_at(tokens, k + 1)[1] and tokens[j].capital
        if not token.capital and is_verb(tokens, k) and k > j:
            return False
    else:
        return False
    return False


def _closes_at_end(tokens: Sequence[Token], j: int) -> bool:
    """Whether a few plain words from ``j`` on reach the end of the cell or of its part: "…, thương mại và du lịch"."""
    for k in range(j, j + 7):
        if k >= len(tokens) or tokens[k].text in ";.":
            return k > j
        if not tokens[k].word or tokens[k].capital or is_verb(tokens, k) or head_at(tokens, k)[1] or tokens[k].low in W.STOP_WORDS:
            return False
    return False


# ---------------------------------------------------------------- collective phrases


def _group(tokens: Sequence[Token], i: int) -> int:
    """The index behind a collective phrase at ``i``: "các Sở, ban, ngành, địa phương liên quan", "Sở, ngành, địa phương"."""
    if i >= len(tokens):
        return i
    opener = _longest(tokens, i, W.GROUP_OPENERS, 3)
    j = i + opener
    n = _group_noun(tokens, j)
    if not n:
        return i
    first = tokens[j]
    if not opener and not _bare_group(tokens, j, n):
        return i
    if opener and tokens[j].low in W.FIELD_HEADS and (_low_at(tokens, j + 1) == ":" or field_at(tokens, j + 1)):
        return i  # "các Sở: Y tế, Nội vụ" is a list of names
    if opener and _low_at(tokens, j + n) == ":":
        return j + n
    j += n
    return _group_on(tokens, j, first, opener > 0)


def _group_noun(tokens: Sequence[Token], j: int) -> int:
    n = _longest(tokens, j, W.GROUP_NOUNS, 4)
    if n == 1 and tokens[j].low == "xã" and _low_at(tokens, j + 1) == "hội":
        return 0
    return n


def _bare_group(tokens: Sequence[Token], j: int, n: int) -> bool:
    """A collective phrase without "các": "Sở, ban, ngành", "cơ quan liên quan", "đơn vị có liên quan", "địa phương"."""
    first, after = tokens[j], tokens[j + n] if j + n < len(tokens) else None
    if first.low == "cấp" and n == 2:
        return True
    if first.low in ("ủy", "ubnd", "hđnd", "công", "văn", "đảng", "thanh", "tòa", "huyện", "thành", "thị") and first.low != "thành":
        return False
    if first.low in ("sở", "bộ", "ban", "ngành"):
        return after is not None and (after.text in ",/-" and _group_noun(tokens, j + n + 1) > 0 or after.low in ("ngành", "ban") or (
            after.low in ("liên", "có") and first.low in ("sở", "ngành", "bộ")))
    if first.low in ("cơ", "đơn", "địa", "tổ", "doanh", "đoàn", "chính", "nhà", "cấp", "hãng"):
        if after is None or not after.word:
            return first.low in ("địa", "đơn", "cơ", "nhà", "doanh", "đoàn")
        return after.low in ("liên", "có", "và", "trực", "thuộc", "trên", "của", "chức", "chuyên", "khác", "cấp", "ngang") or first.low in ("địa", "nhà", "doanh")
    return False


def _group_on(tokens: Sequence[Token], j: int, first: Token, opened: bool) -> int:
    """Goes on through the nouns and tails of a group until something that is neither."""
    limit = min(len(tokens), j + 60)
    good = j
    while j < limit:
        token = tokens[j]
        low = token.low
        if token.text in ",/-–;" or low in ("và", "hoặc"):
            if token.text == ";" and _low_at(tokens, j + 1) in W.GROUP_OPENERS:
                break
            k = j + 1
            opener = _longest(tokens, k, W.GROUP_OPENERS, 2)
            k += opener
            n = _group_noun(tokens, k)
            if not n and not opener and token.text == "," and _listed_tail(tokens, k):
                j = good = k + 2
                continue
            if n and not _one_phrase(first, tokens[k], low, opener, opened):
                break
            if not n or _named_body(tokens, k) or token.text == ";" or is_verb(tokens, k) and not _noun_here(tokens, k, n):
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


_FIELDS_OF_WORK = frozenset("viễn thông; du lịch; lữ hành; báo chí; truyền thông; tín dụng; hàng không; công nghệ; y tế; giáo dục; sản xuất; vận tải; bưu chính; ngân hàng".split("; "))


def _listed_tail(tokens: Sequence[Token], k: int) -> bool:
    """A second field of the same bodies: "các doanh nghiệp CNTT, viễn thông"."""
    after = tokens[k + 2] if k + 2 < len(tokens) else None
    return f"{_low_at(tokens, k)} {_low_at(tokens, k + 1)}" in _FIELDS_OF_WORK and (after is None or not after.word or after.low == "và" or is_verb(tokens, k + 2))


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
    return after is None or not after.word or after.low in ("và", "chính", "có", "liên", "đoàn", "xã", "kinh", "trên", "thuộc", "trong", "khác", "tín")


def _named_body(tokens: Sequence[Token], k: int) -> bool:
    """Whether a named body (not a noun of the group) opens at ``k``: "…, ngành và Sở Tài chính", "…, Công an tỉnh"."""
    kind, n = head_at(tokens, k)
    if not n:
        return False
    if kind == "field":
        return field_at(tokens, k + n) > 0 or bool(k + n < len(tokens) and tokens[k + n].word and tokens[k + n].capital)
    if kind == "place":
        return True
    return k + n < len(tokens) and tokens[k + n].word and tokens[k + n].capital


def _group_tail(tokens: Sequence[Token], j: int) -> int:
    """How many tokens at ``j`` go on with a group: "có liên quan", "cấp tỉnh", "trên địa bàn tỉnh", "của tỉnh", "chính trị - xã hội"."""
    token = tokens[j]
    two = f"{token.low} {_low_at(tokens, j + 1)}"
    three = f"{two} {_low_at(tokens, j + 2)}"
    if two == "nghiên cứu" and tokens[j - 1].low in ("viện", "tâm", "sở", "chức"):
        return 2
    if three in ("có liên quan", "trên địa bàn"):
        return 3 + _place_words(tokens, j + 3)
    if two == "trực thuộc":
        return 1 + max(1, _group_owner(tokens, j + 1))
    if two in ("liên quan", "trung ương", "chức năng", "chuyên môn", "báo chí", "thông tấn", "đoàn thể", "địa phương", "ngang bộ", "ngoài nước",
               "nhà nước", "trọng điểm", "tư nhân", "tín dụng", "lữ hành", "viễn thông", "hàng không", "du lịch", "giáo dục", "đào tạo", "truyền thông", "quần chúng",
               "nghề nghiệp", "công lập", "kinh tế", "sự nghiệp", "sản xuất", "nêu trên", "còn lại", "y tế", "khoa học", "quốc tế", "đại học", "cao đẳng", "chủ lực", "công nghệ", "trung cấp",
               "tham gia"):
        return 2
    if two == "chính trị" or two == "xã hội":
        k = j + 2
        while _low_at(tokens, k) in ("-", "–", ",") and f"{_low_at(tokens, k + 1)} {_low_at(tokens, k + 2)}" in ("xã hội", "nghề nghiệp", "chính trị"):
            k += 3
        return k - j
    if token.low in ("thuộc", "của", "trong"):
        return _group_owner(tokens, j)
    if token.low in ("cấp", "khác", "tỉnh", "huyện", "xã", "bộ", "tw") or two in ("thành phố", "thị xã"):
        n = 2 if two in ("thành phố", "thị xã") else 1
        if token.low == "cấp" and _low_at(tokens, j + 1) in ("tỉnh", "huyện", "xã", "thành", "cơ"):
            n += 1 + (_low_at(tokens, j + 1) in ("thành", "cơ"))
        return n + _capital_run(tokens, j + n)
    n = _group_noun(tokens, j)
    if n and not is_verb(tokens, j) and not _named_body(tokens, j):
        return n
    if token.capital and not head_at(tokens, j)[1] and not is_verb(tokens, j) and tokens[j - 1].low in ("phố", "xã", "huyện", "tỉnh", "nam", "vùng", "phường", "bàn"):
        return _capital_run(tokens, j)
    if two == "theo quy":
        return 3 if _low_at(tokens, j + 2) == "định" else 0
    return _loose_tail(tokens, j)


def _loose_tail(tokens: Sequence[Token], j: int) -> int:
    """Other words that tell which of a group is meant, up to the next sign or the work: "đại diện Việt Nam ở nước ngoài"."""
    k = j
    while k < len(tokens) and k - j < 8:
        token = tokens[k]
        if not token.word or token.low in ("và", "hoặc") and not (_low_at(tokens, k + 1) == "ngoài" and k > j):
            return k - j
        if is_verb(tokens, k) or head_at(tokens, k)[1] and not tokens[k - 1].low == "của" or token.low in W.GROUP_OPENERS:
            return k - j
        if token.low in W.STOP_WORDS and token.low not in ("trong", "ngoài", "có", "về"):
            return k - j
        k += 1
    return 0


def _capital_run(tokens: Sequence[Token], j: int) -> int:
    if j < len(tokens) and tokens[j].word and tokens[j].capital and not head_at(tokens, j)[1] and not is_verb(tokens, j):
        return _capitals(tokens, j) - j
    return 0


def _place_words(tokens: Sequence[Token], j: int) -> int:
    start = j
    while j < len(tokens):
        two = f"{tokens[j].low} {_low_at(tokens, j + 1)}"
        if two in ("thành phố", "thị xã", "toàn tỉnh", "toàn quốc", "cả nước", "toàn thành"):
            j += 2
        elif tokens[j].low in ("tỉnh", "huyện", "xã", "quận"):
            j += 1
        elif tokens[j].word and tokens[j].capital and j > start and _capital_run(tokens, j):
            j += _capital_run(tokens, j)
        else:
            break
    return j - start


def _group_owner(tokens: Sequence[Token], j: int) -> int:
    """ "thuộc UBND tỉnh", "của tỉnh", "thuộc Vùng …", "trong Vùng": how many tokens."""
    k = j + 1
    if k >= len(tokens):
        return 0
    end = _named(tokens, k)
    if end > k and tokens[j].low != "trong":
        return end - j
    n = _place_words(tokens, k)
    if n:
        return 1 + n
    if tokens[k].low in ("vùng", "khu", "khối", "ngành", "tỉnh", "cả", "và", "chính") or tokens[j].low != "trong" and tokens[k].low == "phạm":
        if tokens[j].low == "trong" and tokens[k].low == "và":
            return 4 if _low_at(tokens, k + 1) == "ngoài" and _low_at(tokens, k + 2) in ("nước", "tỉnh") else 0
        m = k
        while m < min(len(tokens), k + 10) and tokens[m].word and not is_verb(tokens, m) and tokens[m].low not in W.STOP_WORDS and tokens[m].low != "và":
            m += 1
        return m - j
    return 0


# ---------------------------------------------------------------- lists


def _person(tokens: Sequence[Token], i: int) -> int:
    return _longest(tokens, i, W.PERSONS, 4)


def read_list(text: str, tokens: Sequence[Token], i: int) -> NameList:
    """The agencies listed from token ``i`` on: names parted by signs and "và", shared heads expanded, persons read as bodies."""
    names: list[Name] = []
    j = after = i
    while j < len(tokens) and len(names) < 80:
        found, end = _item(text, tokens, j, names)
        if not found:
            break
        names += found
        after = j = end
        j = _past_bracket(tokens, j)
        step = _separator(tokens, j)
        if not step:
            break
        j += step
    return NameList(tuple(names), after)


def _ministers(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ": ministers without their ministry stand for all ministries."""
    k = j + (_low_at(tokens, j) == "các")
    if f"{_low_at(tokens, k)} {_low_at(tokens, k + 1)}" != "bộ trưởng" or _low_at(tokens, k + 2) not in (",", ";", "và", "") or k == j and _low_at(tokens, k + 2) != ",":
        return None
    return [Name("các " + tokens[k].text, tokens[j].start, tokens[k + 1].end, True)], k + 2


def _past_bracket(tokens: Sequence[Token], j: int) -> int:
    """Behind a short bracket that explains a name ("(Viettel)") where the list goes on behind it, else ``j``."""
    if _low_at(tokens, j) != "(":
        return j
    close = next((k for k in range(j + 1, min(j + 12, len(tokens))) if tokens[k].text == ")"), 0)
    return close + 1 if close and _separator(tokens, close + 1) else j


def _separator(tokens: Sequence[Token], j: int) -> int:
    n = 0
    while j + n < len(tokens) and n < 3 and (tokens[j + n].text in ",;/" or tokens[j + n].low in ("và", "hoặc", "cùng", "với")):
        if tokens[j + n].low == "với" and not n:
            return 0
        n += 1
    return n


def _item(text: str, tokens: Sequence[Token], j: int, before: list[Name]) -> tuple[list[Name], int]:
    start = j
    j += _skip_person(tokens, j)
    ministers = _ministers(text, tokens, start)
    if ministers is not None:
        return ministers
    shared = _shared_head(text, tokens, j)
    if shared is not None:
        return shared
    end = read_name(tokens, j)
    if end > j:
        name = text[tokens[j].start:tokens[end - 1].end]
        group = _group(tokens, j) > j
        return [Name(name, tokens[start].start, tokens[end - 1].end, group)], end
    if before and before[-1].group and _group_noun(tokens, j) and not is_verb(tokens, j) and not _named_body(tokens, j):
        end = _group_on(tokens, j + _group_noun(tokens, j), tokens[j], False)
        return [Name(text[tokens[j].start:tokens[end - 1].end], tokens[j].start, tokens[end - 1].end, True)], end
    if before and not before[-1].group and j == start:
        n = field_at(tokens, j)
        head = before[-1].text.split(" ", 1)[0]
        if n and tokens[j].capital and head.lower() in W.FIELD_HEADS:  # "Sở Y tế, Nội vụ": the head goes on
            end = _tail(tokens, j + n)
            return [Name(f"{head} {text[tokens[j].start:tokens[end - 1].end]}", tokens[j].start, tokens[end - 1].end)], end
    return [], start


def _skip_person(tokens: Sequence[Token], j: int) -> int:
    n = _longest(tokens, j, frozenset({"các", "các đồng chí", "đồng chí"}), 3)
    p = _person(tokens, j + n)
    if p:
        k = j + n + p
        again = _person(tokens, k)
        k += again
        if _low_at(tokens, k) in ("của",):
            k += 1
        if _low_at(tokens, k) == "(" and (close := next((m for m in range(k + 1, min(k + 7, len(tokens))) if tokens[m].text == ")"), 0)):
            k = close + 1
        if head_at(tokens, k)[1] or _group(tokens, k) > k or _shared_ahead(tokens, k):
            return k - j
    return 0


def _shared_ahead(tokens: Sequence[Token], k: int) -> bool:
    return _low_at(tokens, k) == "các" and _low_at(tokens, k + 1) in W.FIELD_HEADS


def _shared_head(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Các Sở: Y tế, Nội vụ và Tài chính" → three names. Also "các bộ: …", "UBND các xã: A, B"."""
    k = j + (1 if _low_at(tokens, j) in ("các", "hai", "ba") else 0)
    if k >= len(tokens) or tokens[k].low not in W.FIELD_HEADS:
        return _shared_place(text, tokens, j)
    head = tokens[k].text[:1].upper() + tokens[k].text[1:]
    m = k + 1
    if _low_at(tokens, m) == ":":
        m += 1
    elif k == j:
        return None
    names: list[Name] = []
    after = m
    while m < len(tokens) and len(names) < 40:
        n = field_at(tokens, m)
        end = m + n if n else _capital_words(tokens, m)
        if end == m:
            break
        if not n and head_at(tokens, m)[1]:
            break
        end = _tail(tokens, end) if _low_at(tokens, end) in ("tỉnh", "thành") else end
        names.append(Name(f"{head} {text[tokens[m].start:tokens[end - 1].end]}", tokens[m].start, tokens[end - 1].end))
        after = m = end
        step = _separator(tokens, m)
        if not step or head_at(tokens, m + step)[1] and not field_at(tokens, m + step) or _group(tokens, m + step) > m + step:
            break
        m += step
    return (names, after) if names else None


def _capital_words(tokens: Sequence[Token], m: int) -> int:
    if m >= len(tokens) or not tokens[m].capital:
        return m
    k = m
    while k < min(len(tokens), m + 10) and tokens[k].word and tokens[k].low != "và" and not (is_verb(tokens, k) and not tokens[k].capital):
        k += 1
    return k


def _shared_place(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "UBND các xã A, B và C" → three; only where at least two proper names follow the level."""
    kind, n = head_at(tokens, j)
    if kind != "place" or _low_at(tokens, j + n) != "các":
        return None
    head = text[tokens[j].start:tokens[j + n - 1].end]
    k = j + n + 1
    width = 2 if f"{_low_at(tokens, k)} {_low_at(tokens, k + 1)}" in ("thị xã", "thành phố", "thị trấn", "đặc khu") else 1
    if _low_at(tokens, k) not in ("xã", "phường", "huyện", "quận", "thị", "thành", "đặc", "tỉnh"):
        return None
    level = " ".join(t.text for t in tokens[k:k + width])
    m = k + width
    if _low_at(tokens, m) == ":":
        m += 1
    names: list[Name] = []
    while m < len(tokens):
        width = _level(tokens, m) if names else 0
        if width:
            level = " ".join(t.text for t in tokens[m:m + width])
            m += width
        if m >= len(tokens) or not tokens[m].capital or head_at(tokens, m)[1] or is_verb(tokens, m):
            break
        end = _capitals(tokens, m)
        names.append(Name(f"{head} {level} {text[tokens[m].start:tokens[end - 1].end]}", tokens[m].start, tokens[end - 1].end))
        step = _separator(tokens, end)
        after = end
        if not step:
            break
        m = end + step
    return (names, after) if len(names) > 1 else None


def _level(tokens: Sequence[Token], m: int) -> int:
    """How many tokens at ``m`` name a level of places ("phường", "thị xã")."""
    if f"{_low_at(tokens, m)} {_low_at(tokens, m + 1)}" in ("thị xã", "thành phố", "thị trấn", "đặc khu"):
        return 2
    return int(_low_at(tokens, m) in ("xã", "phường", "huyện", "quận", "tỉnh"))


def is_agency_list(text: str) -> bool:
    """Whether a short text (a cell, a label's words) is nothing but agencies."""
    tokens = tokens_of(text[:600])
    found = read_list(text, tokens, 0)
    return bool(found.names) and found.after >= len(tokens) - sum(1 for t in tokens[found.after:] if not t.word)
