"""The roles said inside a sentence: partners behind "phối hợp", bodies that a later clause tells to act, brackets and labels."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Mention, Role
from core.plan.heads import head_at, is_verb
from core.plan.lists import read_list
from core.plan.role_lines import role_line, roles_of
from core.plan.role_words import helping_at, nominal, parenthesis_end, skip_order
from core.plan.roles import LATE, late_from, mentions, partners, read_opening, unique
from core.plan.tokens import Token, low_at, tokens_of, two_at


@dataclass(frozen=True, slots=True)
class Inner:
    """The roles said inside a sentence."""

    leads: tuple[Mention, ...] = ()
    coops: tuple[Mention, ...] = ()


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
        if token.key == "phoi" and two_at(tokens, i) == "phoi hop" and not nominal(tokens, i):
            found, _, _ = partners(text, tokens, i, offset)
            coops += found
        elif token.key == "phoi" and two_at(tokens, i) == "phoi hop" and low_at(tokens, i - 1) == "sự" and low_at(tokens, i + 2) == "của":
            coops += mentions(read_list(text, tokens, i + 3).names, Role.COOP, offset)
        elif token.text in "([":
            bracket = _bracket(text, tokens, i, offset, loose)
            if bracket is not None:
                leads += bracket.leads
                coops += bracket.coops
                skip = parenthesis_end(tokens, i)
        elif token.key == "chu" and two_at(tokens, i) == "chu tri" and low_at(tokens, i + 2) == "cùng":
            partners_ = read_list(text, tokens, i + 3 + (low_at(tokens, i + 3) == "với"))
            coops += mentions(partners_.names, Role.COOP, offset)
        elif token.low == "do" or (token.text == "," and low_at(tokens, i + 1) == "giao"):
            leads += _charged(text, tokens, i, offset, loose)
        elif token.low == "cùng" and not any(t.word for t in tokens[:i]):
            together = read_list(text, tokens, i + 1 + (low_at(tokens, i + 1) == "với"))
            coops += mentions(together.names, Role.COOP, offset) if is_verb(tokens, together.after) else ()
        elif token.text in ".;" or two_at(tokens, i) == "trong do" or (token.text == ":" and _orders_behind(tokens, i)):
            leads += _next_subject(text, tokens, i, offset, loose)
            coops += _next_helpers(text, tokens, i, offset)
        elif token.text == ",":
            coops += _aside(text, tokens, i + 1, offset)
        elif token.low in ("với", "có") and low_at(tokens, i + 1) == "sự" and low_at(tokens, i + 2) == "tham":
            coops += _aside(text, tokens, i, offset)
    return Inner(unique(leads), unique(coops))


_CHARGED = frozenset({"dam nhiem", "dam nhan", "phu trach", "thuc hien", "chu tri", "chiu trach", "to chuc"})


def _charged(text: str, tokens: Sequence[Token], i: int, offset: int, loose: bool) -> tuple[Mention, ...]:
    """ "…: do Trung tâm X đảm nhiệm" where nobody else leads; ", giao Trạm Y tế xã hướng dẫn …" inside a sentence."""
    given = tokens[i].text == ","
    found = read_list(text, tokens, i + 2 if given else i + 1)
    if given:
        told = is_verb(tokens, found.after) and not any(n.group for n in found.names)
    else:
        told = loose and two_at(tokens, found.after) in _CHARGED
    return mentions(found.names, Role.LEAD, offset) if told else ()


def _orders_behind(tokens: Sequence[Token], i: int) -> bool:
    """ "Về đề nghị của …: giao Sở X", "Trong đó: Sở X": an order behind a colon."""
    if two_at(tokens, i - 2) == "trong do":
        return True
    return two_at(tokens, i + 1).startswith(("giao ", "yeu cau", "de nghi")) and skip_order(tokens, i + 1) > 0


def _next_subject(text: str, tokens: Sequence[Token], i: int, offset: int, loose: bool) -> tuple[Mention, ...]:
    """Another body that a later sentence makes responsible: ". Văn phòng UBND tỉnh theo dõi …", "; giao Sở X chủ trì"."""
    j = i + 1 if tokens[i].text in ".;:" else i + 2
    while low_at(tokens, j) in (",", ":", "riêng"):
        j += 1
    if two_at(tokens, j) in LATE and tokens[i].text in ".;":
        late = late_from(text, tokens, j, offset)
        return tuple(m for m in late.leads if loose or head_at(tokens, _token_at(tokens, m, offset))[1])
    order = skip_order(tokens, j) if two_at(tokens, j).startswith(("giao ", "yeu cau", "de nghi", "phan cong")) else 0
    found = read_list(text, tokens, j + order)
    if not found.names or (not order and helping_at(tokens, found.after)):
        return ()
    k = found.after
    if low_at(tokens, k) == "(":
        k = parenthesis_end(tokens, k)
    while low_at(tokens, k) == ",":
        k += 1
    acts = order > 0 or two_at(tokens, k) in ("chu tri", "co trach", "chiu trach")
    if order and all(_client(n.text) for n in found.names):
        return ()  # "kiểm tra …; yêu cầu các doanh nghiệp có phương án …": those who are looked after, by the one who leads
    if not acts and is_verb(tokens, k):
        sentence = tokens[i].text == "." or (tokens[i].text == ";" and head_at(tokens, j)[0] in ("field", "place"))
        acts = loose or (sentence and all(not n.group for n in found.names))
    return mentions(found.names, Role.LEAD, offset) if acts else ()


_CLIENTS = ("doanh nghiệp", "hộ ", "người", "chủ ", "cơ sở", "nhà thầu", "nhà đầu tư", "đơn vị thi công", "nhà xe",
            "hợp tác xã", "trang trại")


def _client(name: str) -> bool:
    words_ = name.lower().removeprefix("các ").removeprefix("những ")
    return words_.startswith(_CLIENTS)


def _next_helpers(text: str, tokens: Sequence[Token], i: int, offset: int) -> tuple[Mention, ...]:
    """ "…; Sở B, Sở C tham gia phối hợp": those who take part, named before the word that says so."""
    if tokens[i].text not in ".;":
        return ()
    found = read_list(text, tokens, i + 1)
    helps = bool(found.names) and helping_at(tokens, found.after) > 0
    if helps and read_list(text, tokens, found.after + helping_at(tokens, found.after) + (low_at(tokens, found.after + 2) == "với")).names:
        return ()  # "Sở B phối hợp với Sở C" has its own lead
    return mentions(found.names, Role.COOP, offset) if helps else ()


def _aside(text: str, tokens: Sequence[Token], k: int, offset: int) -> tuple[Mention, ...]:
    """ ", cùng với Sở B rà soát", ", với sự tham gia của Sở B": partners set off by a comma. Collective phrases of people do not count."""
    words_ = " ".join(t.key for t in tokens[k : k + 5])
    opens = next((p for p in ("voi su tham gia cua", "co su tham gia cua", "voi su phoi hop cua", "cung voi") if words_.startswith(p)), "")
    if not opens:
        return ()
    k += len(opens.split())
    found = read_list(text, tokens, k)
    names = [n for n in found.names if not n.group or n.text.lower().startswith(_BODIES)]
    if opens == "cung voi" and not is_verb(tokens, found.after):
        return ()
    return mentions(names, Role.COOP, offset)


_BODIES = ("các sở", "các ban", "các bộ", "các cơ quan", "các đơn vị", "các phòng", "các địa phương", "các ngành", "sở,", "các hội",
           "các đoàn thể")


def _bracket(text: str, tokens: Sequence[Token], i: int, offset: int, bare: bool) -> Inner | None:
    """ "(Giao X chủ trì, phối hợp với Y)", "(Chủ trì: X; phối hợp: Y)", "(Sở X, Sở Y thực hiện)"; None for other brackets."""
    end = parenthesis_end(tokens, i)
    if end == i or end - i < 3:
        return None
    inside = text[tokens[i].end : tokens[end - 1].start]
    start = offset + tokens[i].end
    keys = " ".join(t.key for t in tokens[i + 1 : end - 1])
    if (
        "chu tri" not in keys
        and "phoi hop" not in keys
        and not keys.startswith(("giao ", "do "))
        and not keys.endswith((" thuc hien", " tham muu", " dau moi"))
    ):
        found = read_list(text, tokens, i + 1)
        last = found.after == end - 1 and not any(t.word for t in tokens[end:])
        return Inner(mentions(found.names, Role.LEAD, offset)) if bare and found.names and last else None
    leads, coops = read_labelled(inside, start)
    if coops and not leads and (before := read_opening(inside, start)).said:
        leads = before.leads  # "Sở A chủ trì; phối hợp: Sở B"
    if leads or coops:
        return Inner(leads, coops)
    line = role_line(inside)
    if line is not None:
        return Inner(*roles_of(line, start))
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
        pair = two_at(tokens, i)
        if pair not in ("chu tri", "phoi hop", "thuc hien"):
            continue
        j = i + 2
        while j < i + 5 and low_at(tokens, j) in ("thực", "hiện", "chính", "tham", "mưu", "với"):
            j += 1
        if low_at(tokens, j) != ":":
            continue
        names = read_list(text, tokens, j + 1).names
        if pair == "phoi hop":
            coops += mentions(names, Role.COOP, offset)
        else:
            leads += mentions(names, Role.LEAD, offset)
    return leads, coops


def _token_at(tokens: Sequence[Token], mention: Mention, offset: int) -> int:
    start = (mention.span.start if mention.span else 0) - offset
    return next((k for k, t in enumerate(tokens) if t.start >= start), len(tokens))
