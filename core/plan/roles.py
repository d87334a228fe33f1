"""Who leads and who takes part, out of one sentence: what stands before "chủ trì", behind "phối hợp với", in brackets, behind "giao"."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Mention, Role, Span
from core.plan import words as W
from core.plan.names import Name, NameList, Token, head_at, is_verb, read_list, tokens_of


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


@dataclass(frozen=True, slots=True)
class Inner:
    """The roles said inside a sentence."""

    leads: tuple[Mention, ...] = ()
    coops: tuple[Mention, ...] = ()


def mentions(names: Sequence[Name], role: Role, offset: int) -> tuple[Mention, ...]:
    return tuple(Mention(n.text, role, Span(offset + n.start, offset + n.end)) for n in names)


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _two(tokens: Sequence[Token], i: int) -> str:
    return f"{tokens[i].key} {tokens[i + 1].key}" if 0 <= i < len(tokens) - 1 else ""


_ORDERS = ("giao nhiem vu cho", "giao cho", "giao trach nhiem cho", "giao", "yeu cau", "de nghi", "tran trong de nghi", "phan cong", "uy quyen cho", "trach nhiem cua", "trach nhiem",
           "nhiem vu cua", "nhiem vu doi voi", "doi voi", "khuyen khich", "ve phia", "kinh de nghi", "de nghi cac dong chi",
           "giao trach nhiem", "ve trach nhiem cua")


def skip_order(tokens: Sequence[Token], i: int) -> int:
    """How many tokens at ``i`` order somebody ("Giao", "Đề nghị", "Trách nhiệm của"); 0 where none do."""
    best, phrase = 0, ""
    for n in range(min(5, len(tokens) - i)):
        phrase = f"{phrase} {tokens[i + n].key}" if n else tokens[i].key
        if phrase in _ORDERS:
            best = n + 1
    return best


_ADVERBS = frozenset("""chat che; dong bo; tot; thuong xuyen; hieu qua; tich cuc; chu dong; kip thoi; nhip nhang; huu hieu; cung; voi; va; hoac; cung voi; day du; truc tiep; linh hoat; nghiem tuc; ho tro; cac ben; ,; /; -; thuc hien voi; dau moi; lam viec; trien khai voi
lien ket voi; thuc hien cung""".replace("\n", "; ").split("; "))


def after_coop(tokens: Sequence[Token], i: int) -> int:
    """Behind "phối hợp" at ``i``: the index where a list of partners may begin, -1 where "giữa" or the work itself follows."""
    j = i + 2
    while j < len(tokens) and j < i + 12:
        if tokens[j].key == "giua" or tokens[j].text in ".;:()":
            return j + 1 if tokens[j].text == ":" else -1
        for width in (3, 2, 1):
            if " ".join(t.key for t in tokens[j:j + width]) in _ADVERBS:
                if tokens[j].text == "," and is_verb(tokens, j + 1) and _two(tokens, j + 1) != "ho tro":
                    return -1
                j += width
                break
        else:
            return j
    return j if j < len(tokens) else -1


_THINGS = frozenset("chương trình; quy chế; quy định; thỏa thuận; kế hoạch; cơ chế; hiệu quả; sự; mối; quan hệ; hợp đồng; văn bản; nội dung; khả năng; trách nhiệm; năng lực; công tác".split("; "))


def nominal(tokens: Sequence[Token], i: int) -> bool:
    """Whether "phối hợp" at ``i`` is a thing ("quy chế phối hợp"), not what somebody is told to do."""
    before = _low(tokens, i - 1)
    pair = f"{_low(tokens, i - 2)} {before}"
    return before == "sự" or pair in _THINGS or before == "mối" and _low(tokens, i - 2) != "đầu"


def _parenthesis_end(tokens: Sequence[Token], j: int) -> int:
    """The index behind the bracket that opens at ``j``; ``j`` where it does not close soon."""
    for k in range(j + 1, min(len(tokens), j + 120)):
        if tokens[k].text == ")":
            return k + 1
    return j


def read_opening(text: str, offset: int = 0) -> Opening:
    """The roles said at the beginning of an item (without its mark)."""
    tokens = tokens_of(text)
    if not tokens:
        return Opening()
    i = 0
    while i < len(tokens) and not tokens[i].word:
        i += 1
    i += skip_order(tokens, i)
    ordered = i > 0 and tokens[i - 1].word
    found = read_list(text, tokens, i)
    if not found.names:
        return _late_subject(text, tokens, offset)
    j = found.after
    again = skip_order(tokens, j) if _two(tokens, j) in ("yeu cau", "de nghi", "phan cong") or _low(tokens, j) == "giao" else 0
    if again:
        second = read_list(text, tokens, j + again)
        if second.names:
            found, j, ordered = second, second.after, True
    return _after_subject(text, tokens, found.names, j, offset, ordered)


_LINKS = ("co trach nhiem", "chiu trach nhiem", "co nhiem vu", "la co quan", "la don vi", "lam dau moi", "la dau moi", "lam co quan", "chu dong", "tich cuc", "tiep tuc", "khan truong", "kip thoi", "thuong xuyen", "can", "co trach nhiem")


def _after_subject(text: str, tokens: Sequence[Token], names: Sequence[Name], j: int, offset: int, ordered: bool) -> Opening:
    leads = mentions(names, Role.LEAD, offset)
    if _low(tokens, j) == "(":
        j = _parenthesis_end(tokens, j)
    k = j
    while _low(tokens, k) in (",", "-", "–"):
        k += 1
    k, role_said = _to_role(tokens, k)
    if _two(tokens, k) == "chu tri":
        return _after_lead(text, tokens, leads, k + 2, offset)
    if _two(tokens, k) == "phoi hop":
        coops, core, whole = _partners(text, tokens, k, offset)
        return Opening(leads, coops, core if coops else tokens[k].start, whole, True, True)
    rest = tokens[j:]
    whole = not any(t.word for t in rest)
    colon = bool(rest) and rest[0].text == ":"
    core = rest[1].start if colon and len(rest) > 1 else rest[0].start if rest else len(text)
    sure = whole or colon or ordered or role_said or bool(rest) and (is_verb(tokens, j) or is_verb(tokens, j + 1) or _low(tokens, j) in W.STOP_WORDS or (
        rest[0].text == "," and is_verb(tokens, j + 1)))
    return Opening(leads, (), core, whole, False, sure)


def _to_role(tokens: Sequence[Token], k: int) -> tuple[int, bool]:
    """Past "có trách nhiệm", "là cơ quan đầu mối," to the role word within a few words; the same index where there is none."""
    for step in range(0, 14):
        pair = _two(tokens, k + step)
        if pair in ("chu tri", "phoi hop"):
            opening = " ".join(t.key for t in tokens[k:k + step])
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
    while _low(tokens, k) in (",", "và", "/", "-", "thực", "hiện", "tham", "mưu") and k < j + 5:
        k += 1
    if _low(tokens, k) == ";" and _two(tokens, k + 1) == "phoi hop":
        k += 1
    if _two(tokens, k) == "phoi hop":
        coops, core, whole = _partners(text, tokens, k, offset)
        if coops:
            return Opening(leads, coops, core, whole, True, True)
        j = k + 2
    helpers = _helpers(text, tokens, k if _low(tokens, k - 1) in (",", ";", "và") else j, offset)
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
    while _low(tokens, k) in (",", ";", "và"):
        k += 1
    found = read_list(text, tokens, k)
    after = found.after
    if not found.names or _two(tokens, after) not in ("phoi hop", "cung phoi", "tham gia"):
        return None
    after += 2 + (_two(tokens, after) == "cung phoi")
    rest = tokens[after:]
    return mentions(found.names, Role.COOP, offset), rest[0].start if rest else len(text), not any(t.word for t in rest)


_HEADING_REST = frozenset("thuc hien; tham muu; trien khai; to chuc; trien khai thuc hien; to chuc thuc hien; tham muu trien khai; tham muu thuc hien; thuc hien cac nhiem vu; thuc hien cac noi dung; thuc hien cac nhiem vu sau; "
                          "thuc hien cac noi dung sau; thuc hien nhiem vu; thuc hien mot so nhiem vu; chu tri thuc hien; tham muu trien khai hieu qua cac noi dung; co trach nhiem; "
                          "thuc hien mot so nhiem vu sau; tham muu cac noi dung; thuc hien nhung nhiem vu sau; thuc hien cac nhiem vu giai phap sau; tap trung thuc hien cac nhiem vu sau; chiu trach nhiem".split("; "))


def _heading_rest(tokens: Sequence[Token], j: int) -> bool:
    rest = " ".join(t.key for t in tokens[j:j + 16] if t.word)
    return len(tokens) - j <= 14 and (rest in _HEADING_REST or (tokens[-1].text == ":" and len(tokens) - j <= 13))


def _partners(text: str, tokens: Sequence[Token], i: int, offset: int) -> tuple[tuple[Mention, ...], int, bool]:
    """The coops behind "phối hợp" at ``i``, where the work begins behind them, and whether nothing else follows."""
    j = after_coop(tokens, i)
    if j < 0:
        return (), tokens[i].start, False
    found = read_list(text, tokens, j)
    if not found.names:
        return (), tokens[i].start, False
    k = found.after
    if _low(tokens, k) == "(":
        k = _parenthesis_end(tokens, k)
    rest = tokens[k:]
    if rest and rest[0].text in ":,":
        k += 1
    whole = not any(t.word for t in tokens[k:]) or _heading_rest(tokens, k)
    return mentions(found.names, Role.COOP, offset), tokens[k].start if k < len(tokens) else len(text), whole


_LATE = ("trong qua", "qua trinh", "neu trong", "neu gap", "trong truong", "truong hop", "can cu", "tren co", "hang nam", "dinh ky", "khi co", "khi phat", "de trien", "de bao", "theo chuc", "truoc ngay", "neu co", "trong thoi", "sau khi", "ngoai ra",
         "dong thoi", "dua tren", "hang quy", "hang thang", "tren dia", "theo do", "trong do", "vao ngay", "cham nhat", "hang tuan", "hang ngay", "trong pham", "can cu", "nham trien", "de to", "ke tu")


def _late_subject(text: str, tokens: Sequence[Token], offset: int) -> Opening:
    """The subject behind a condition: "Trong quá trình thực hiện …, các sở, ngành chủ động đề xuất"."""
    i = 0
    while i < len(tokens) and not tokens[i].word:
        i += 1
    return _late_from(text, tokens, i, offset) if _two(tokens, i) in _LATE else Opening()


def _token_at(tokens: Sequence[Token], mention: Mention, offset: int) -> int:
    start = (mention.span.start if mention.span else 0) - offset
    return next((k for k, t in enumerate(tokens) if t.start >= start), len(tokens))


def _acts(tokens: Sequence[Token], j: int, found: NameList) -> bool:
    """Whether the agencies behind the sign at ``j`` are told to do something: a verb follows them. Projects and centres are
    listed in the same way, so a body with an open name needs a plainer word."""
    pair, low = _two(tokens, found.after), _low(tokens, found.after)
    if pair in ("co trach", "chiu trach", "chu tri", "chu dong", "bao cao") or low in ("cần", "phải"):
        return True
    named = head_at(tokens, j + 1)[0] in ("field", "place") or found.names[0].group and tokens[j].text != ":"
    return named and is_verb(tokens, found.after)


_BEFORE_SUBJECT = frozenset("mắc khăn sinh sung đổi thiết cần".split())  # "… nếu có vướng mắc các đơn vị phản ánh"


def _late_from(text: str, tokens: Sequence[Token], i: int, offset: int) -> Opening:
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


def read_inner(text: str, offset: int = 0, start: int = 0, *, loose: bool = False) -> Inner:
    """The roles said inside a sentence from character ``start`` on: partners behind "phối hợp", other bodies told to act.

    ``loose``: nobody is known to lead yet, so a collective subject of a later clause counts too.
    """
    tokens = tokens_of(text)
    leads: list[Mention] = []
    coops: list[Mention] = []
    skip = -1
    for i, token in enumerate(tokens):
        if token.start < start or i < skip:
            continue
        if token.key == "phoi" and _two(tokens, i) == "phoi hop" and not nominal(tokens, i):
            found, _, _ = _partners(text, tokens, i, offset)
            coops += found
        elif token.key == "phoi" and _two(tokens, i) == "phoi hop" and _low(tokens, i - 1) == "sự" and _low(tokens, i + 2) == "của":
            coops += mentions(read_list(text, tokens, i + 3).names, Role.COOP, offset)
        elif token.text == "(":
            bracket = _bracket(text, tokens, i, offset, loose)
            if bracket is not None:
                leads += bracket.leads
                coops += bracket.coops
                skip = _parenthesis_end(tokens, i)
        elif token.text in ".;" or _two(tokens, i) == "trong do" or token.text == ":" and _two(tokens, i - 2) == "trong do":
            leads += _next_subject(text, tokens, i, offset, loose)
    return Inner(_unique(leads), _unique(coops))


def _next_subject(text: str, tokens: Sequence[Token], i: int, offset: int, loose: bool) -> tuple[Mention, ...]:
    """Another body that a later sentence makes responsible: ". Văn phòng UBND tỉnh theo dõi …", "; giao Sở X chủ trì"."""
    j = i + 1 if tokens[i].text in ".;:" else i + 2
    while _low(tokens, j) in (",", ":"):
        j += 1
    if _two(tokens, j) in _LATE and tokens[i].text in ".;":
        late = _late_from(text, tokens, j, offset)
        return tuple(m for m in late.leads if loose or head_at(tokens, _token_at(tokens, m, offset))[1])
    order = skip_order(tokens, j) if _two(tokens, j).startswith(("giao ", "yeu cau", "de nghi", "phan cong")) else 0
    found = read_list(text, tokens, j + order)
    if not found.names:
        return ()
    k = found.after
    if _low(tokens, k) == "(":
        k = _parenthesis_end(tokens, k)
    while _low(tokens, k) == ",":
        k += 1
    acts = order > 0 or _two(tokens, k) in ("chu tri", "co trach", "chiu trach")
    if not acts and is_verb(tokens, k):
        sentence = tokens[i].text == "." or tokens[i].text == ";" and head_at(tokens, j)[0] in ("field", "place")
        acts = loose or sentence and all(not n.group for n in found.names)
    return mentions(found.names, Role.LEAD, offset) if acts else ()


_BRACKET_OPENERS = frozenset("giao; do; co quan chu tri; don vi chu tri; chu tri; phan cong; don vi thuc hien; co quan thuc hien; thuc hien; phoi hop; don vi phoi hop".split("; "))


def _bracket(text: str, tokens: Sequence[Token], i: int, offset: int, bare: bool) -> Inner | None:
    """ "(Giao X chủ trì, phối hợp với Y)", "(Chủ trì: X; phối hợp: Y)", "(Sở X, Sở Y thực hiện)"; None for other brackets."""
    end = _parenthesis_end(tokens, i)
    if end == i or end - i < 3:
        return None
    inside = text[tokens[i].end:tokens[end - 1].start]
    start = offset + tokens[i].end
    keys = " ".join(t.key for t in tokens[i + 1:end - 1])
    if "chu tri" not in keys and "phoi hop" not in keys and not keys.startswith(("giao ", "do ")) and not keys.endswith((" thuc hien", " tham muu", " dau moi")):
        found = read_list(text, tokens, i + 1)
        last = found.after == end - 1 and not any(t.word for t in tokens[end:])
        return Inner(mentions(found.names, Role.LEAD, offset)) if bare and found.names and last else None
    leads, coops = read_labelled(inside, start)
    if leads or coops:
        return Inner(leads, coops)
    opening = read_opening(_without_by(inside), start + len(inside) - len(_without_by(inside)))
    return Inner(opening.leads, opening.coops) if opening.leads and (opening.sure or opening.said) else None


def _without_by(text: str) -> str:
    return text.lstrip()[3:] if text.lstrip().lower().startswith("do ") else text


def read_labelled(text: str, offset: int = 0) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """ "Chủ trì: X; phối hợp: Y" → leads and coops; empty where no role word is followed by a colon."""
    tokens = tokens_of(text)
    leads: tuple[Mention, ...] = ()
    coops: tuple[Mention, ...] = ()
    for i in range(len(tokens)):
        pair = _two(tokens, i)
        if pair not in ("chu tri", "phoi hop", "thuc hien"):
            continue
        j = i + 2
        while j < i + 5 and _low(tokens, j) in ("thực", "hiện", "chính", "tham", "mưu", "với"):
            j += 1
        if _low(tokens, j) != ":":
            continue
        names = read_list(text, tokens, j + 1).names
        if pair == "phoi hop":
            coops += mentions(names, Role.COOP, offset)
        else:
            leads += mentions(names, Role.LEAD, offset)
    return leads, coops


def _unique(found: Sequence[Mention]) -> tuple[Mention, ...]:
    seen: dict[str, Mention] = {}
    for mention in found:
        seen.setdefault(mention.name.casefold(), mention)
    return tuple(seen.values())


unique = _unique
