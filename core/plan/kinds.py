"""What boards, teams and funds are for, said in words of work right behind their head ("Hội đồng bồi thường", "Quỹ hỗ trợ …")."""

from __future__ import annotations

from collections.abc import Sequence

from core.plan import words as W
from core.plan.heads import compound, head_at, is_verb
from core.plan.places import read_tail
from core.plan.tokens import Token, low_at, two_at

_KINDS_OF_TEAMS = frozenset(
    {
        "cong tac", "kiem tra", "giam sat", "giup viec", "tuyen truyen", "van dong", "dieu hanh", "kiem soat", "bao ve", "xay dung",
        "quan ly", "tu van", "ho tro", "ung pho", "ra soat", "bien tap", "bien soan", "tham dinh", "thuc hien", "kiem ke",
    }
)
_KINDS_OF_FUNDS = frozenset({"ho tro", "dau tu", "bao ve", "bao tro", "phat trien", "phong chong", "khuyen hoc", "tin dung", "bao lanh"})
_KINDS_OF_BOARDS = frozenset(
    {"boi thuong", "tham dinh", "nghiem thu", "xet duyet", "tu van", "dau gia", "dau thau", "giam sat", "danh gia"}
)


def kind_of_body(tokens: Sequence[Token], j: int) -> int:
    """The index behind the words at ``j`` that say what the body is for whose head stands before them; ``j`` where none do."""
    head, pair = low_at(tokens, j - 1), two_at(tokens, j)
    if head in ("ban", "tổ", "đội") and pair in _KINDS_OF_TEAMS:
        return j + 2
    if head == "ban" and f"{low_at(tokens, j)} {low_at(tokens, j + 1)}" == "vì sự":
        return j + 4 + (low_at(tokens, j + 4) == "của")  # "Ban Vì sự tiến bộ của phụ nữ"
    if head == "quỹ" and not tokens[j].capital and pair in _KINDS_OF_FUNDS:
        j += 2 + 2 * (two_at(tokens, j + 2) == "phat trien")
        return j + 3 * (" ".join(t.low for t in tokens[j : j + 3]) == "hợp tác xã")  # "Quỹ hỗ trợ phát triển hợp tác xã tỉnh"
    if head == "đồng" and pair in _KINDS_OF_BOARDS:
        rest = " ".join(t.key for t in tokens[j + 2 : j + 9] if t.key not in (",", "va"))
        j += 9 if rest == "ho tro tai dinh cu" else 2  # "Hội đồng bồi thường, hỗ trợ và tái định cư"
        return j + 3 if f"{low_at(tokens, j)} {low_at(tokens, j + 1)}" == "các địa" else j
    return j


# work that names a field of policy
_POLICIES = frozenset({
    "phong chong", "doi moi", "chuyen doi", "phat trien", "cai cach", "bao ve", "hoi nhap", "xay dung", "giam ngheo", "ung pho", "cuu nan",
    "tim kiem", "chong", "phong ngua", "an toan", "cham soc", "quan ly", "thuc hien",
})
_NO_SUBJECT = frozenset({"việc", "công", "nội", "kết", "kế", "tình", "các", "những", "tiến", "số"})  # "… về kết quả thực hiện"
_ABOUT = 22  # tokens


def with_subject(tokens: Sequence[Token], i: int, end: int) -> int:
    """ "Ban Chỉ đạo tỉnh về phát triển khoa học, công nghệ và chuyển đổi số": a steering board with what it steers; ``end`` without."""
    board = two_at(tokens, i) == "ban chi" and low_at(tokens, i + 2) == "đạo" and low_at(tokens, end) == "về"
    if not board or low_at(tokens, end + 1) in _NO_SUBJECT:
        return end
    k = end + 1
    while k < min(len(tokens), end + _ABOUT):
        token, opens = tokens[k], tokens[k - 1].low in ("về", ",", "và")
        if token.text == "," or token.low == "và":
            if not _subject_goes_on(tokens, k + 1):
                break
        elif token.low in ("tỉnh", "huyện", "xã", "phường") or two_at(tokens, k) == "thanh pho":
            k = read_tail(tokens, k)
            break
        elif opens and (two_at(tokens, k) in _POLICIES or (token.low == "phòng" and low_at(tokens, k + 1) == ",")):
            k += 1 + (low_at(tokens, k + 1) == ",")
        elif not token.word or _ends_subject(tokens, k):
            break
        k += 1
    return k if k > end + 2 else end


def _subject_goes_on(tokens: Sequence[Token], k: int) -> bool:
    """Whether another field follows a comma or "và", and not a body or the board's work."""
    if k >= len(tokens) or not tokens[k].word or tokens[k].capital or tokens[k].low in W.GROUP_OPENERS:
        return False
    return two_at(tokens, k) in _POLICIES or not (is_verb(tokens, k) or head_at(tokens, k)[1] or tokens[k].low in W.STOP_WORDS)


def _ends_subject(tokens: Sequence[Token], k: int) -> bool:
    stops = tokens[k].low in W.STOP_WORDS and not compound(tokens, k)
    return stops or is_verb(tokens, k) or head_at(tokens, k)[1] > 0
