"""What boards, teams and funds are for, said in words of work right behind their head ("Hội đồng bồi thường", "Quỹ hỗ trợ …")."""

from __future__ import annotations

from collections.abc import Sequence

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
