"""Names of agencies as plans write them: where a name begins and ends.

A body is told by its head word (Sở, Ban, UBND, Trường …) and by how names go on behind that head; no directory is needed.
Everything works on tokens from left to right, so the time taken is linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.fold import fold
from core.plan import words as W
from core.plan.groups import read_group
from core.plan.heads import company_work, compound, field_at, head_at, is_verb, opens_work, person_at
from core.plan.kinds import kind_of_body, with_subject
from core.plan.known import known_at
from core.plan.places import read_clause, read_place, read_tail, unit_word
from core.plan.tokens import Token, low_at, two_at

_MAX_NAME = 28  # tokens; no agency of the country has a longer name


def read_name(tokens: Sequence[Token], i: int) -> int:
    """The index behind the name that begins at token ``i``; ``i`` itself where none does."""
    end = read_group(tokens, i)
    return end if end > i else read_named(tokens, i)


def read_named(tokens: Sequence[Token], i: int) -> int:
    """The index behind a body's own name at ``i``; where the document bounds it elsewhere, what it says there holds."""
    end = _read_named(tokens, i)
    known = i + known_at(tokens, i)
    if known == i or end == known:
        return end
    if known > end:
        return max(known, read_tail(tokens, known))
    work = is_verb(tokens, known) or two_at(tokens, known) in W.SOFT_VERBS or tokens[known].low in W.SHORT_VERBS
    return known if work and not tokens[known].capital else end


def _read_named(tokens: Sequence[Token], i: int) -> int:
    kind, n = head_at(tokens, i)
    if not n:
        return i
    j = i + n
    if kind == "field":
        end = read_field(tokens, j)
        return end if end > j else i
    if kind == "place" and tokens[i].low == "thanh" and low_at(tokens, j) == "các" and (of_all := read_group(tokens, j)) > j:
        return of_all  # "Thanh tra các Bộ, ngành, địa phương"
    if kind == "place":
        return read_clause(tokens, _with_mass_bodies(tokens, i, read_place(tokens, j)))
    end = with_subject(tokens, i, _with_mass_bodies(tokens, i, _open(tokens, j)))
    if end == j and (n == 1 and not tokens[i].text.isupper()):
        return i  # "Ban", "Hội" alone name nobody
    return end


def _with_mass_bodies(tokens: Sequence[Token], i: int, end: int) -> int:
    """ "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh" has been one Party committee since 2025."""
    if low_at(tokens, end - 1) not in ("quốc", "mttq") and low_at(tokens, end - 2) not in ("việt", "quốc"):
        return end
    key = " ".join(t.key for t in tokens[i:end])
    if not key.startswith(_PARTY) or ("mat tran" not in key and "mttq" not in key):
        return end
    k = end + (low_at(tokens, end) in (",", "và"))
    k += low_at(tokens, k) == "các"
    if f"{low_at(tokens, k)} {low_at(tokens, k + 1)}" != "đoàn thể":
        return end
    return read_tail(tokens, k + 2)


_PARTY = ("dang uy", "dang bo", "ban thuong vu", "ban chap hanh", "ban can su")


def read_field(tokens: Sequence[Token], j: int) -> int:
    """Behind Sở/Bộ: a known field or the run of capitals, then the place."""
    n = field_at(tokens, j)
    if n:
        return read_tail(tokens, j + n)
    if j < len(tokens) and tokens[j].capital:
        return _open(tokens, j)
    return j


def _open(tokens: Sequence[Token], j: int) -> int:
    """Behind Ban, Trung tâm, Hội …: on to the first sign or verb; lower-case words belong to it while the name is being said."""
    start, limit = j, min(len(tokens), j + _MAX_NAME)
    while j < limit:
        token = tokens[j]
        if not token.word:
            if token.text in "-–" and j + 1 < limit and tokens[j + 1].word and (tokens[j + 1].capital or tokens[j + 1].low == "chi"):
                j += 1
                continue
            if token.text == "," and tokens[j - 1].low == "phòng" and low_at(tokens, j + 1) == "chống":
                j += 2
                continue
            if token.text == "," and " ".join(low_at(tokens, k) for k in (j - 2, j - 1, j + 1, j + 2)) in _PAIRS:
                j += 3  # "Học sinh, sinh viên"
                continue
            if token.text == "," and (behind := _second_field(tokens, j)):
                j = behind
                continue
            if token.text in "-–" and _hyphen_inside(tokens, j, start):
                j += 1
                continue
            if token.text == "," and _comma_inside(tokens, j, start):
                j += 1
                continue
            if token.text == "&":
                j += 1
                continue
            break
        if token.capital and j > start and tokens[j - 1].low in _CLOSERS and opens_work(tokens, j):
            break  # "Cục Thi hành án dân sự tỉnh Tổ chức …"
        if token.low == "cùng" and low_at(tokens, j + 1) == "cấp":
            return j + 2  # "Đoàn Thanh niên cùng cấp"
        if token.low == "và" and f"{low_at(tokens, j - 3)} {low_at(tokens, j - 2)} {tokens[j - 1].low}" == "các cơ quan":
            j += 1  # "Đảng ủy Khối Các cơ quan và Doanh nghiệp tỉnh"
            continue
        if token.low in ("và", "hoặc", "cùng"):
            if token.low == "và" and _and_inside(tokens, j, start):
                j += 1
                continue
            break
        if token.low == "các" and unit_word(tokens, j):
            return read_place(tokens, j)  # "Hội Nông dân các huyện, thị xã, thành phố"
        if token.low in W.STOP_WORDS and compound(tokens, j):
            j += 1
            continue
        if j == start and (behind := kind_of_body(tokens, j)) > j:
            j = behind
            continue
        if not token.capital and (is_verb(tokens, j) or token.low in W.STOP_WORDS) and not _name_goes_on(tokens, j):
            break
        if token.capital and token.low == "chủ" and low_at(tokens, j + 1) == "trì":
            break  # "Văn phòng Sở Chủ trì, phối hợp …"
        if token.text.isupper() and f"{token.key} {fold(low_at(tokens, j + 1))}" in _ROLES and tokens[j + 1].text.isupper():
            break  # a heading in capitals
        if not token.capital and j - start > (tokens[j - 1].low not in ("bộ", "sở")) and _name_closed(tokens, j):
            break
        if not token.capital and token.low in W.SHORT_VERBS and tokens[j - 1].text.isupper() and len(tokens[j - 1].text) > 1:
            break
        if not token.capital and token.low in W.SHORT_VERBS and j - start > 1 and tokens[j - 1].capital and tokens[j - 2].capital:
            break  # behind a proper name ("Trường Đại học Bình Minh mở …") one syllable is enough
        j += 1
    return j


_ROLES = frozenset({"phoi hop", "chu tri"})
def _name_closed(tokens: Sequence[Token], j: int) -> bool:
    """Whether the name has ended in its place ("… tỉnh"): plain words behind it are the work, even if no list knows them."""
    before, low = tokens[j - 1].low, tokens[j].low
    closed = before == "tỉnh" or (before == "phố" and tokens[j - 2].low == "thành")
    closed = closed or (before == "nam" and tokens[j - 2].low == "việt" and low not in ("thành", "thị", *W.PLACE_WORDS))
    closed = closed or (before in ("xã", "phường", "huyện", "quận") and tokens[j - 2].low not in ("tác", "khu"))
    closed = closed or (before in ("trung", "bắc", "nam") and tokens[j - 2].low == "miền")
    closed = closed or (before in ("bộ", "sở") and tokens[j - 1].capital)  # "Văn phòng Bộ biên tập"
    if closed and low == "ủy" and low_at(tokens, j + 1) in ("thác", "quyền", "nhiệm"):
        return True  # "… chi nhánh tỉnh ủy thác cho vay"
    return closed and low not in W.BEHIND_PLACES and not tokens[j].text.isdigit()


def _name_goes_on(tokens: Sequence[Token], j: int) -> bool:
    """A verb in lower case inside a name: "Đầu tư xây dựng và Phát triển đô thị", "Bảo hiểm", "trên địa bàn"."""
    low, after = tokens[j].low, low_at(tokens, j + 1)
    if (
        f"{tokens[j].key} {fold(after)}" in W.SOFT_VERBS
        and f"{tokens[j - 2].key} {tokens[j - 1].key}" in W.NAME_VERBS
        and tokens[j - 2].capital
        and _ends_behind(tokens, j + 2)
    ):
        return True  # "Trung tâm Xúc tiến đầu tư"
    if _ends_name(tokens, j):
        return True
    before = tokens[j - 1].low
    if company_work(tokens, j):
        return True
    if before == "nghiệp" and two_at(tokens, j) == "phat trien" and low_at(tokens, j + 2) == "nông":
        return True  # "… công trình giao thông và nông nghiệp phát triển nông thôn tỉnh"
    if (low == "phần" and before == "cổ") or (low in ("trình", "lập") and before in ("công", "chương", "độc", "lộ")):
        return True  # "cổ phần", "công trình", "công lập": not "phân cấp", "trình", "lập"
    if _joined_field(tokens, j) or f"{tokens[j].key} {fold(after)}" in ("du phong", "cuu nan", "cuu ho", "tim kiem"):
        return not (tokens[j - 1].capital and tokens[j - 2].capital)  # "Cảng vụ Hàng hải Nha Trang cứu hộ"
    if low in ("thông",) and after in ("tin", "minh"):
        return True
    if low == "trên" and after == "địa":
        return tokens[j - 1].low in ("tỉnh", "phố", "huyện") or True
    if low in (
        "xây",
        "đầu",
        "quản",
        "tổ",
        "phát",
        "khai",
        "bảo",
        "tổng",
        "cấp",
        "thực",
        "phòng",
        "tuyên",
        "kiểm",
        "giám",
        "giao",
        "hỗ",
        "xúc",
        "ứng",
        "điều",
        "cứu",
        "đào",
    ):
        follow = j + 2
        nxt = tokens[follow] if follow < len(tokens) else None
        if low == "cấp" and after in ("tỉnh", "huyện", "xã"):
            return True
        if low == "giao" and after in ("thông", "dịch"):
            return True
        if low == "bảo" and after in ("hiểm", "tàng", "trợ", "vệ"):
            return after != "vệ" or bool(nxt and nxt.low in ("thực", "môi", "rừng", "chăm", "quyền"))
        if nxt is not None and nxt.capital and tokens[j - 1].capital and low in ("quản",):
            return True
        if low in ("quản", "đầu", "phòng", "xây") and tokens[j - 1].low in ("ban", "án", "tư", "bql", "qlda", "da", "tự"):
            return True
    return False


def _ends_behind(tokens: Sequence[Token], j: int) -> bool:
    """Whether a name may end at ``j``: a sign, "và", a place or the work stands there, not what the verb before it is about."""
    if j >= len(tokens) or not tokens[j].word or tokens[j].capital or tokens[j].low == "và":
        return True
    if f"{tokens[j].low} {low_at(tokens, j + 1)} {low_at(tokens, j + 2)}" == "hợp tác xã":
        return True  # "Quỹ Hỗ trợ phát triển hợp tác xã"
    work = is_verb(tokens, j) or f"{tokens[j].key} {fold(low_at(tokens, j + 1))}" in W.SOFT_VERBS
    return work or tokens[j].low in W.PLACE_WORDS or tokens[j].low in W.STOP_WORDS or unit_word(tokens, j)


def _joined_field(tokens: Sequence[Token], j: int) -> bool:
    """ "Cục Kinh tế hợp tác và Phát triển nông thôn": a plain field of work with a second one in capitals behind "và"."""
    if low_at(tokens, j + 2) != "và" or j + 3 >= len(tokens) or not tokens[j - 1].word:
        return False
    return tokens[j + 3].capital and not head_at(tokens, j + 3)[1] and tokens[j].low not in W.STOP_WORDS


def _ends_name(tokens: Sequence[Token], j: int) -> bool:
    """Work needs something to be done to: "Phòng Kế hoạch tổng hợp", "Khoa Nội tổng hợp, Khoa …" end there and are names."""
    if f"{tokens[j].key} {fold(low_at(tokens, j + 1))}" not in _CLOSING_VERBS:
        return False
    behind = low_at(tokens, j + 2)
    return behind in ("", ".", ":", ";", ")") or (behind == "," and tokens[j - 1].capital)


_CLOSING_VERBS = frozenset({"tong hop", "dao tao", "quan ly", "dieu duong", "kiem soat", "giam sat", "dieu hanh", "giam dinh"})


def _and_inside(tokens: Sequence[Token], j: int, start: int) -> bool:
    """Whether "và" belongs to the name: a capital that opens no agency and no verb follows, and the name has a capital before."""
    if j + 1 >= len(tokens) or (j == start and tokens[j - 1].low not in ("báo", "đài", "hội")):
        return False
    after = tokens[j + 1]
    if tokens[j - 1].low == "báo" and after.low in ("đài", "phát"):
        return True
    if f"{after.low} {low_at(tokens, j + 2)}" == "đại biểu" and tokens[j - 1].low in ("biểu", "hđnd", "dân"):
        return True  # "Tổ đại biểu và đại biểu HĐND tỉnh", as every resolution of a council closes
    if read_group(tokens, j + 1) > j + 1 or head_at(tokens, j + 1)[1]:
        return f"{after.low} {low_at(tokens, j + 2)}" == "truyền hình"
    if after.text.isupper() and len(after.text) > 2 and not tokens[j - 1].text.isupper():
        return False  # "Hạt Kiểm lâm huyện Krông Hạ và CPMB": a short name of its own
    if after.capital:
        return True
    if not after.capital and _closes_at_end(tokens, j + 1) and any(t.text == "," for t in tokens[start:j]):
        return True
    if not tokens[j - 1].capital and _joins_before_place(tokens, j + 1):
        return True
    return f"{tokens[j - 1].low}" in ("thanh",) or (
        f"{after.low} {low_at(tokens, j + 2)}"
        in W.JOINED_BY_AND
        and not is_verb(tokens, j + 1)
    )


def _joins_before_place(tokens: Sequence[Token], j: int) -> bool:
    """ "Ban Quản lý rừng phòng hộ và đặc dụng tỉnh …": plain words behind "và" up to the place or the role of the body."""
    for k in range(j, min(j + 8, len(tokens))):
        if two_at(tokens, k) == "phat trien" and low_at(tokens, k + 2) in ("nông", "đô", "quỹ", "rừng"):
            continue  # "… giao thông và nông nghiệp phát triển nông thôn tỉnh"
        if k > j and (tokens[k].low in _CLOSERS or f"{tokens[k].key} {fold(low_at(tokens, k + 1))}" in _ROLES):
            return True
        if not tokens[k].word or tokens[k].capital or is_verb(tokens, k) or head_at(tokens, k)[1] or tokens[k].low in W.STOP_WORDS:
            return False
    return False


def _comma_inside(tokens: Sequence[Token], j: int, start: int) -> bool:
    """Whether a comma belongs to the name: "Khu kinh tế, công nghiệp tỉnh", "Phát thanh, Truyền hình"."""
    if j + 2 >= len(tokens) or j == start or not tokens[j + 1].word:
        return False
    press = f"{tokens[j + 1].low} {tokens[j + 2].low}" in ("truyền hình", "truyền thanh")
    if press and (tokens[j + 1].capital or tokens[j - 1].low == "thanh"):
        return True  # "Báo và Phát thanh, Truyền hình" has been one body since 2025
    if read_group(tokens, j + 1) > j + 1 or head_at(tokens, j + 1)[1] or unit_word(tokens, j + 1):
        return False
    if tokens[j + 1].low in W.GROUP_OPENERS or (tokens[j - 1].capital and tokens[j - 2].capital and not tokens[j + 1].capital):
        return False  # "…, các khách sạn"; behind a proper name plain words begin something else
    if (is_verb(tokens, j + 1) and not tokens[j + 1].capital) or person_at(tokens, j + 1):
        return False
    if tokens[start - 1].low in _UNITS and tokens[j + 1].capital and tokens[j - 1].word and not _place_before(tokens, j):
        return True  # "Vụ Đào tạo, Bồi dưỡng công chức": what opens no body of its own is a second field of this one
    return _closes_like_name(tokens, j + 1) or (tokens[j + 1].word and not tokens[j + 1].capital and _closes_at_end(tokens, j + 1))


_PAIRS = frozenset({"học sinh sinh viên", "cây trồng vật nuôi", "lai tạo nhân giống", "cứu hộ cứu nạn", "văn thư lưu trữ"})
_UNITS = frozenset({"vụ", "cục", "phòng", "khoa"})


def _place_before(tokens: Sequence[Token], j: int) -> bool:
    return any(t.low in ("tỉnh", "huyện", "quận", "xã", "phường", "phố") for t in tokens[max(0, j - 4) : j])


def _second_field(tokens: Sequence[Token], j: int) -> int:
    """ "Cục Phổ biến, giáo dục pháp luật": the index behind the second field of work at a comma, 0 where the work begins there."""
    before = f"{tokens[j - 2].key} {tokens[j - 1].key}" if j >= 2 else ""
    if before not in W.VERBS or not tokens[j - 2].capital or not is_verb(tokens, j + 1) or tokens[j + 1].capital:
        return 0
    for k in range(j + 3, min(j + 8, len(tokens) + 1)):
        if k == len(tokens) or tokens[k].text in ";:.),(" or low_at(tokens, k) in ("có", "chịu", "chủ", "là"):
            return k
    return 0


def _hyphen_inside(tokens: Sequence[Token], j: int, start: int) -> bool:
    """ "Vụ Pháp luật hình sự - hành chính": a hyphen between plain words, where a sign or the role follows soon."""
    if j - start < 2 or tokens[j - 1].capital or not tokens[j - 1].word:
        return False
    for k in range(j + 1, min(j + 5, len(tokens) + 1)):
        if k == len(tokens) or tokens[k].text in ";:.),(" or low_at(tokens, k) in ("có", "chịu", "chủ"):
            return k > j + 1
        if not tokens[k].word or tokens[k].capital or is_verb(tokens, k) or head_at(tokens, k)[1]:
            return False
    return False


_CLOSERS = frozenset(["tỉnh", "thành", "huyện", "xã", "phường", "quận"])


def _closes_like_name(tokens: Sequence[Token], j: int) -> bool:
    """Whether the words behind a comma finish a name: a few words that end in a place or in capitals before the next sign or role."""
    for k in range(j, min(j + 9, len(tokens))):
        token = tokens[k]
        if not token.word:
            return False
        if token.low in _CLOSERS and k > j:
            return not (token.low == "xã" and low_at(tokens, k + 1) == "hội")
        if token.low == "và" and k > j:
            return k + 1 < len(tokens) and tokens[k + 1].capital and not head_at(tokens, k + 1)[1] and tokens[j].capital
        if not token.capital and is_verb(tokens, k) and k > j:
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
