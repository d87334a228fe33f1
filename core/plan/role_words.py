"""The words around roles: orders ("Giao", "Đề nghị"), what stands between "phối hợp" and the partners, titles, brackets."""

from __future__ import annotations

from collections.abc import Sequence

from core.plan import words as W
from core.plan.heads import is_verb
from core.plan.tokens import Phrases, Token, low_at, two_at

_ORDERS = (
    "giao nhiem vu cho",
    "giao cho",
    "giao trach nhiem cho",
    "giao",
    "yeu cau",
    "de nghi",
    "tran trong de nghi",
    "phan cong",
    "uy quyen cho",
    "trach nhiem cua",
    "trach nhiem",
    "nhiem vu cua",
    "nhiem vu doi voi",
    "doi voi",
    "khuyen khich",
    "ve phia",
    "kinh de nghi",
    "de nghi cac dong chi",
    "giao trach nhiem",
    "ve trach nhiem cua",
)


def skip_order(tokens: Sequence[Token], i: int) -> int:
    """How many tokens at ``i`` order somebody ("Giao", "Đề nghị", "Trách nhiệm của"); 0 where none do."""
    best, phrase = 0, ""
    if i < len(tokens) and tokens[i].key == "giao" and tokens[i].low != "giao":
        return 0  # "Giáo viên", "Giao" alone orders
    for n in range(min(5, len(tokens) - i)):
        phrase = f"{phrase} {tokens[i + n].key}" if n else tokens[i].key
        if phrase in _ORDERS:
            best = n + 1
    return best


def after_coop(tokens: Sequence[Token], i: int) -> int:
    """Behind "phối hợp" at ``i``: the index where a list of partners may begin, -1 where "giữa" or the work itself follows."""
    j = i + 2
    while j < len(tokens) and j < i + 12:
        if tokens[j].key == "giua" or tokens[j].text in ".;:()":
            return j + 1 if tokens[j].text == ":" else -1
        for width in (3, 2, 1):
            if " ".join(t.key for t in tokens[j : j + width]) in W.COOP_ADVERBS:
                adverb = two_at(tokens, j + 1) in W.COOP_ADVERBS
                if tokens[j].text == "," and is_verb(tokens, j + 1) and not adverb:
                    return -1
                j += width
                break
        else:
            return j
    return j if j < len(tokens) else -1


_THINGS = frozenset(
    [
        "chương trình",
        "quy chế",
        "quy định",
        "thỏa thuận",
        "kế hoạch",
        "cơ chế",
        "hiệu quả",
        "sự",
        "mối",
        "quan hệ",
        "hợp đồng",
        "văn bản",
        "nội dung",
        "khả năng",
        "trách nhiệm",
        "năng lực",
        "công tác",
    ]
)


def nominal(tokens: Sequence[Token], i: int) -> bool:
    """Whether "phối hợp" at ``i`` is a thing ("quy chế phối hợp"), not what somebody is told to do."""
    before = low_at(tokens, i - 1)
    pair = f"{low_at(tokens, i - 2)} {before}"
    if pair == "trách nhiệm" and low_at(tokens, i - 3) in ("có", "chịu", "nêu"):
        return False  # "có trách nhiệm phối hợp với" tells somebody to do so
    return before == "sự" or pair in _THINGS or (before == "mối" and low_at(tokens, i - 2) != "đầu")


def parenthesis_end(tokens: Sequence[Token], j: int) -> int:
    """The index behind the bracket that opens at ``j``; ``j`` where it does not close soon."""
    for k in range(j + 1, min(len(tokens), j + 120)):
        if tokens[k].text in ")]":
            return k + 1
    return j


_INTROS = frozenset({"theo do", "cu the", "trong do", "dong thoi", "ngoai ra", "ben canh", "truoc mat", "mat khac"})


def past_intro(tokens: Sequence[Token], i: int) -> int:
    """ "Theo đó, Chủ tịch UBND … giao", "Cụ thể:": the words that only lead over from the sentence before."""
    if two_at(tokens, i) not in _INTROS:
        return i
    j = i + 2 + (low_at(tokens, i + 2) == "đó")
    return j + 1 if low_at(tokens, j) in (",", ":") else i


_TITLED = Phrases(W.TITLES)


def past_title(tokens: Sequence[Token], j: int) -> int:
    """Behind the title of a name ("Sở A - cơ quan thường trực Ban Chỉ đạo:"); ``j`` where none stands there."""
    if low_at(tokens, j) not in ("-", "–", ",", "(") or not _TITLED.at(tokens, j + 1, 5):
        return j
    k = j + 1 + _TITLED.at(tokens, j + 1, 5)
    while k < min(len(tokens), j + 24):
        if tokens[k].text in ",:;.)" or (is_verb(tokens, k) and not tokens[k].capital) or two_at(tokens, k) in ("co trach", "chiu trach"):
            return k
        k += 1
    return k if k == len(tokens) else j


def helping_at(tokens: Sequence[Token], k: int) -> int:
    """How many words at ``k`` say that those named before take part: "phối hợp", "tham gia", "cùng thực hiện", "hỗ trợ"."""
    start = k
    while two_at(tokens, k) in ("phoi hop", "tham gia", "ho tro", "giup viec") or low_at(tokens, k) == "cùng":
        if low_at(tokens, k) == "cùng":
            if two_at(tokens, k + 1) not in ("phoi hop", "tham gia", "thuc hien"):
                return 0
            k += 3
        else:
            k += 2
    return k - start
