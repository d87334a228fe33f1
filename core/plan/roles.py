"""Who leads and who takes part, out of one sentence: what stands before "chủ trì", behind "phối hợp với", in brackets, behind "giao"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.fold import fold
from core.model import Mention, Role, Span
from core.plan import words as W
from core.plan.heads import head_at, is_verb, person_at
from core.plan.lists import NameList, read_list
from core.plan.places import capitals, level_at
from core.plan.role_words import after_coop, helping_at, nominal, parenthesis_end, past_intro, past_title, skip_order
from core.plan.shared import Name
from core.plan.tokens import Token, low_at, tokens_of, two_at


@dataclass(frozen=True, slots=True)
class Opening:
    """What the beginning of an item says. ``core``: where the work begins in the text; ``whole``: the item is nothing but
    this phrase (a heading); ``said``: a role word stands there; ``sure``: the work follows, so the agency is its subject."""

    leads: tuple[Mention, ...] = ()
    coops: tuple[Mention, ...] = ()
    core: int = 0
    whole: bool = False
    said: bool = False
    sure: bool = False
    late: bool = False


def mentions(names: Sequence[Name], role: Role, offset: int) -> tuple[Mention, ...]:
    return tuple(Mention(n.text, role, Span(offset + n.start, offset + n.end)) for n in names)


def read_opening(text: str, offset: int = 0) -> Opening:
    """The roles said at the beginning of an item (without its mark)."""
    tokens = tokens_of(text)
    if not tokens:
        return Opening()
    i = 0
    while i < len(tokens) and not tokens[i].word:
        i += 1
    intro = past_intro(tokens, i)
    i = intro + skip_order(tokens, intro)
    ordered = i > intro and tokens[i - 1].word
    found = read_list(text, tokens, i)
    if not found.names and (told := _person_orders(tokens, i)):
        found, ordered = read_list(text, tokens, told), True
    if not found.names:
        return _late_subject(text, tokens, offset)
    j = found.after
    j += low_at(tokens, j) in ("cũng", "đã")
    j += 2 * (two_at(tokens, j) in ("tiep tuc", "thong nhat") and low_at(tokens, j + 2) == "giao")
    may = low_at(tokens, j) == "giao" or (two_at(tokens, j) in ("yeu cau", "de nghi", "phan cong") and gives(found.names))
    again = skip_order(tokens, j) if may else 0
    if not again:
        j = found.after
    if again:
        second = read_list(text, tokens, j + again)
        if second.names:
            found, j, ordered = second, second.after, True
    return _after_subject(text, tokens, found.names, j, offset, ordered)


_OWN_CLIENTS = ("so ", "phong ", "cong an", "chi cuc", "trung tam", "cong ty", "truong ", "benh vien")


def gives(names: Sequence[Name]) -> bool:
    """Whether those who ask are above the others ("UBND tỉnh yêu cầu Sở …"); a Sở that asks its own clients answers itself."""
    return not fold(names[0].text).startswith(_OWN_CLIENTS)


def _person_orders(tokens: Sequence[Token], i: int) -> int:
    """ "Phó Chủ tịch Nguyễn Văn A yêu cầu …": where those who are told begin; 0 where no named person opens the sentence."""
    j = i + person_at(tokens, i)
    level = i + 2 * (two_at(tokens, i) == "lanh dao")
    if j == i and (n := level_at(tokens, level) or level - i) and (order := skip_order(tokens, level + n)):
        return level + n + order if tokens[level + n].key in ("yeu", "giao", "de") else 0  # "Thành phố yêu cầu Sở …"
    while i < j < min(len(tokens), i + 14):
        if order := skip_order(tokens, j):
            return j + order if tokens[j].key in ("yeu", "giao", "de") else 0
        if not (tokens[j].word and (tokens[j].capital or tokens[j].low in ("tỉnh", "thành", "phố", "xã", "phủ", "huyện"))):
            return 0
        j += 1
    return 0


_LINKS = (
    "dong",
    "co trach nhiem",
    "chiu trach nhiem",
    "co nhiem vu",
    "la co quan",
    "la don vi",
    "lam dau moi",
    "la dau moi",
    "lam co quan",
    "chu dong",
    "tich cuc",
    "tiep tuc",
    "khan truong",
    "kip thoi",
    "thuong xuyen",
    "can",
)


def _after_subject(text: str, tokens: Sequence[Token], names: Sequence[Name], j: int, offset: int, ordered: bool) -> Opening:
    leads = mentions(names, Role.LEAD, offset)
    if low_at(tokens, j) == "(":
        j = parenthesis_end(tokens, j)
    j = past_title(tokens, j)
    k = j
    while low_at(tokens, k) in (",", "-", "–"):
        k += 1
    k, role_said = _to_role(tokens, k)
    if two_at(tokens, k) == "chu tri":
        return _after_lead(text, tokens, leads, k + 2, offset)
    if two_at(tokens, k) == "phoi hop":
        coops, core, whole = partners(text, tokens, k, offset)
        return Opening(leads, coops, core if coops else tokens[k].start, whole, True, True)
    rest = tokens[j:]
    whole = not any(t.word for t in rest)
    colon = bool(rest) and rest[0].text == ":"
    core = rest[1].start if colon and len(rest) > 1 else rest[0].start if rest else len(text)
    department = not names[-1].group and names[-1].text.split()[0].lower() in W.FIELD_HEADS
    plain = department and bool(rest) and rest[0].word and not rest[0].capital
    sure = plain or (
        whole
        or colon
        or ordered
        or role_said
        or (
            bool(rest)
            and (
                is_verb(tokens, j)
                or is_verb(tokens, j + 1)
                or low_at(tokens, j) in W.STOP_WORDS
                or (rest[0].text == "," and is_verb(tokens, j + 1))
            )
        )
    )
    return Opening(leads, (), core, whole, False, sure)


def _to_role(tokens: Sequence[Token], k: int) -> tuple[int, bool]:
    """Past "có trách nhiệm", "là cơ quan đầu mối," to the role word within a few words; the same index where there is none."""
    for step in range(0, 14):
        pair = two_at(tokens, k + step)
        if pair in ("chu tri", "phoi hop"):
            opening = " ".join(t.key for t in tokens[k : k + step])
            linked = not opening or opening.startswith(_LINKS)
            return (k + step, True) if linked and not nominal(tokens, k + step) else (k, False)
        if step < 13 and k + step < len(tokens) and tokens[k + step].text in ".:;":
            break
        if k + step < len(tokens) and head_at(tokens, k + step)[1]:
            break
    return k, False


def _after_lead(text: str, tokens: Sequence[Token], leads: tuple[Mention, ...], j: int, offset: int) -> Opening:
    """Behind "chủ trì": the partners, or the work."""
    k = j
    while low_at(tokens, k) in (",", "và", "/", "-", "thực", "hiện", "tham", "mưu") and k < j + 5:
        k += 1
    if low_at(tokens, k) == ";" and two_at(tokens, k + 1) == "phoi hop":
        k += 1
    if two_at(tokens, k) == "phoi hop":
        coops, core, whole = partners(text, tokens, k, offset)
        if coops:
            return Opening(leads, coops, core, whole, True, True)
        j = k + 2
    together = _together(text, tokens, k, offset)
    if together is not None:
        return Opening(leads, together[0], together[1], together[2], True, True)
    helpers = _helpers(text, tokens, k if low_at(tokens, k - 1) in (",", ";", "và") else j, offset)
    if helpers is not None:
        return Opening(leads, helpers[0], helpers[1], helpers[2], True, True)
    rest = tokens[j:]
    if rest and rest[0].text in ",:":
        j += 1
    whole = not any(t.word for t in tokens[j:])
    if _heading_rest(tokens, j):
        whole = True
    return Opening(leads, (), tokens[j].start if j < len(tokens) else len(text), whole, True, True)


def _helpers(text: str, tokens: Sequence[Token], k: int, offset: int) -> tuple[tuple[Mention, ...], int, bool] | None:
    """ "Sở A chủ trì, Sở B và Sở C phối hợp": partners named before their role word."""
    while low_at(tokens, k) in (",", ";", "và"):
        k += 1
    found = read_list(text, tokens, k)
    after = found.after
    helping = helping_at(tokens, after)
    if not found.names or not helping:
        return None
    after += helping
    rest = tokens[after:]
    return mentions(found.names, Role.COOP, offset), rest[0].start if rest else len(text), not any(t.word for t in rest)


_TOGETHER = ("voi su tham gia cua", "voi su phoi hop cua", "voi su ho tro cua", "co su tham gia cua", "co su phoi hop cua", "cung voi",
             "cung")


def _together(text: str, tokens: Sequence[Token], k: int, offset: int) -> tuple[tuple[Mention, ...], int, bool] | None:
    """ "Sở A chủ trì, cùng (với) Sở B rà soát", "… với sự tham gia của Sở B": partners behind another word than "phối hợp"."""
    n = next((len(p.split()) for p in _TOGETHER if " ".join(t.key for t in tokens[k : k + len(p.split())]) == p), 0)
    if not n:
        return None
    found = read_list(text, tokens, k + n)
    rest = tokens[found.after :]
    if not found.names or (rest and rest[0].word and not is_verb(tokens, found.after)):
        return None
    after = found.after + (bool(rest) and rest[0].text in ":,")
    whole = not any(t.word for t in rest)
    return mentions(found.names, Role.COOP, offset), tokens[after].start if after < len(tokens) else len(text), whole


def _heading_rest(tokens: Sequence[Token], j: int) -> bool:
    rest = " ".join(t.key for t in tokens[j : j + 16] if t.word)
    return len(tokens) - j <= 14 and (rest in W.HEADING_REST or (tokens[-1].text == ":" and len(tokens) - j <= 13))


def partners(text: str, tokens: Sequence[Token], i: int, offset: int) -> tuple[tuple[Mention, ...], int, bool]:
    """The coops behind "phối hợp" at ``i``, where the work begins behind them, and whether nothing else follows."""
    j = after_coop(tokens, i)
    if j < 0:
        return (), tokens[i].start, False
    found = read_list(text, tokens, j)
    if not found.names:
        found = _place_alone(text, tokens, j)
    if not found.names:
        return (), tokens[i].start, False
    k = found.after
    if low_at(tokens, k) == "(":
        k = parenthesis_end(tokens, k)
    rest = tokens[k:]
    if rest and rest[0].text in ":,":
        k += 1
    whole = not any(t.word for t in tokens[k:]) or _heading_rest(tokens, k)
    return mentions(found.names, Role.COOP, offset), tokens[k].start if k < len(tokens) else len(text), whole


def _place_alone(text: str, tokens: Sequence[Token], j: int) -> NameList:
    """ "phối hợp với thành phố Hà Nội": a place that stands for its government."""
    level = level_at(tokens, j)
    end = capitals(tokens, j + level) if level and j + level < len(tokens) and tokens[j + level].capital else 0
    if not end or is_verb(tokens, j + level):
        return NameList((), j)
    return NameList((Name(text[tokens[j].start : tokens[end - 1].end], tokens[j].start, tokens[end - 1].end),), end)


LATE = (
    "trong nam",
    "trong quy",
    "trong thang",
    "den nam",
    "trong qua",
    "qua trinh",
    "neu trong",
    "neu gap",
    "trong truong",
    "truong hop",
    "can cu",
    "tren co",
    "hang nam",
    "dinh ky",
    "khi co",
    "khi phat",
    "de trien",
    "de bao",
    "theo chuc",
    "truoc ngay",
    "neu co",
    "trong thoi",
    "sau khi",
    "ngoai ra",
    "dong thoi",
    "dua tren",
    "hang quy",
    "hang thang",
    "tren dia",
    "theo do",
    "trong do",
    "vao ngay",
    "cham nhat",
    "hang tuan",
    "hang ngay",
    "trong pham",
    "can cu",
    "nham trien",
    "de to",
    "ke tu",
)


def _late_subject(text: str, tokens: Sequence[Token], offset: int) -> Opening:
    """The subject behind a condition: "Trong quá trình thực hiện …, các sở, ngành chủ động đề xuất"."""
    i = 0
    while i < len(tokens) and not tokens[i].word:
        i += 1
    late = two_at(tokens, i) in LATE or low_at(tokens, i) in ("để", "nhằm")  # "Để thúc đẩy …, các sở, ngành cần …"
    return late_from(text, tokens, i, offset) if late else Opening()


def _acts(tokens: Sequence[Token], j: int, found: NameList) -> bool:
    """Whether the agencies behind the sign at ``j`` are told to do something: a verb follows them. Projects and centres are
    listed in the same way, so a body with an open name needs a plainer word."""
    pair, low = two_at(tokens, found.after), low_at(tokens, found.after)
    if pair in ("co trach", "chiu trach", "chu tri", "chu dong", "bao cao") or low in ("cần", "phải"):
        return True
    named = head_at(tokens, j + 1)[0] in ("field", "place") or (found.names[0].group and tokens[j].text != ":")
    return named and is_verb(tokens, found.after)


_BEFORE_SUBJECT = frozenset(["mắc", "khăn", "sinh", "sung", "đổi", "thiết", "cần"])  # "… nếu có vướng mắc các đơn vị phản ánh"


def late_from(text: str, tokens: Sequence[Token], i: int, offset: int) -> Opening:
    j, limit = i + 1, min(len(tokens) - 2, i + 110)
    while j < limit - 1:
        j += 1
        if tokens[j].text == ".":
            break
        if tokens[j].key in ("de", "yeu", "giao") and (order := skip_order(tokens, j)):
            named = read_list(text, tokens, j + order)
            if named.names:
                return Opening(mentions(named.names, Role.LEAD, offset), (), 0, False, False, True, True)
        if tokens[j].low in _BEFORE_SUBJECT and tokens[j + 1].low == "các":
            found = read_list(text, tokens, j + 1)
            if found.names and is_verb(tokens, found.after):
                return Opening(mentions(found.names, Role.LEAD, offset), (), 0, False, False, True, True)
        if tokens[j].text not in ",:;":
            j = max(j, read_list(text, tokens, j).after - 1)  # no subject stands inside a list
            continue
        found = read_list(text, tokens, j + 1)
        if found.names and _acts(tokens, j, found):
            opening = _after_subject(text, tokens, found.names, found.after, offset, False)
            return Opening(opening.leads, opening.coops, 0, False, opening.said, True, True)
    return Opening()


def unique(found: Sequence[Mention]) -> tuple[Mention, ...]:
    seen: dict[str, Mention] = {}
    for mention in found:
        seen.setdefault(mention.name.casefold(), mention)
    return tuple(seen.values())
