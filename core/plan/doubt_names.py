"""Doubts about names: too long, run into the work behind them, cut short, near to another body of the directory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from core.agencies import Directory
from core.fold import fold, words
from core.model import Doubt, FindingKind, Mention, PlanInfo, Proposal
from core.plan.groups import group_noun
from core.plan.heads import head_at, is_verb, person_at
from core.plan.known import known_alone
from core.plan.made import Made
from core.plan.tokens import Token, tokens_of
from core.plan.words import FIELD_HEADS, FIELDS, SHORT_VERBS, STOP_WORDS

KEEP = Proposal("keep", "", "Giữ nguyên")
_NAME = 14  # words: longer names are mostly two run together


def quoted(found: Sequence[Mention]) -> str:
    return ", ".join(f"“{m.name}”" for m in found[:3]) + (" …" if len(found) > 3 else "")


def lead(name: str) -> Proposal:
    return Proposal("lead", name, f"{name} chủ trì")


def coop(name: str) -> Proposal:
    return Proposal("coop", name, f"{name} phối hợp")


def drop(mention: Mention) -> Proposal:
    return Proposal("drop-agency", mention.name, f"Bỏ {mention.name}")


def of_names(made: Made, info: PlanInfo, directory: Directory | None, told: set[str], often: Mapping[str, int]) -> Iterator[Doubt]:
    """``told``: the names asked about already; ``often``: how many tasks name each: a name that ran on would hardly come again."""
    for mention in (*made.leads, *made.coops):
        size = len(mention.name.split())
        if size > _NAME and not mention.name.lower().startswith(("các ", "những ")) and not known_alone(mention.name):
            yield Doubt(
                FindingKind.UNKNOWN_AGENCY,
                f"Tên “{mention.name}” dài khác thường: có thể là hai tên liền nhau.",
                mention.span,
                (KEEP, drop(mention)),
            )
        elif _runs_on(mention.name) and often[mention.name] < 2 and not known_alone(mention.name):
            words_ = f"Tên “{mention.name}” có thể lấn sang phần việc phía sau."
            yield Doubt(FindingKind.UNKNOWN_AGENCY, words_, mention.span, (KEEP, drop(mention)))
    for mention in made.loose_names[:3]:
        yield Doubt(
            FindingKind.UNKNOWN_AGENCY,
            f"“{mention.name}” đứng ở chỗ ghi cơ quan nhưng không giống tên cơ quan.",
            mention.span,
            (KEEP, drop(mention)),
        )
    if directory is None or not directory.agencies:
        return
    for mention in (*made.leads, *made.coops):
        match = directory.find(mention.name, province=info.province, on=info.date)
        key = words(mention.name)
        if match.agency is not None or key in told:
            continue
        told.add(key)
        if match.near and _same_kind(key, words(match.near[0].name)):
            yield Doubt(
                FindingKind.NEAR_AGENCY,
                f"“{mention.name}” gần giống “{match.near[0].name}” trong danh bạ: có phải một cơ quan không?",
                mention.span,
                (*(Proposal("rename", near.name, f"Là {near.name}") for near in match.near[:3]), Proposal("keep", "", "Là cơ quan khác")),
            )


_KINDS = ("so", "phong", "bo", "vu", "cuc", "chi cuc", "ban", "trung tam", "van phong", "khoa", "to", "doi", "truong", "cong ty", "hoi")
_ENDS = frozenset({"bo", "tinh", "huyen", "xa", "phuong", "pho", "uong", "khu"})
_LEVELS = frozenset({"dang uy", "tinh uy", "thanh uy", "huyen uy", "thi uy", "quan uy"})


def _same_kind(name: str, other: str) -> bool:
    """Whether two names can be one body at all: a Phòng is no Sở, a Đảng ủy no Thành ủy."""
    first, second = (next((k for k in _KINDS if f"{n} ".startswith(f"{k} ")), "") for n in (name, other))
    if first and second and first != second:
        return False
    ends = {n.split()[-1] for n in (name, other) if n}
    if len(ends) == 2 and ends <= _ENDS:
        return False  # "Thanh tra Bộ" is no "Thanh tra tỉnh"
    levels = [{level for level in _LEVELS if level in n} for n in (name, other)]
    return not any(levels) or levels[0] == levels[1]


_LINKS = frozenset({"và", "hoặc", "cùng", "với", "cũng", "đều", "chủ", "trực", "nơi"})


def cut_names(made: Made, text: str) -> Iterator[Doubt]:
    """A name with a word right behind it that is neither a sign nor the work: the name may be longer than what was read."""
    starts = {m.span.start for m in (*made.leads, *made.coops, *made.aside) if m.span}
    for mention in (*made.leads, *made.coops):
        if mention.span is None:
            continue
        behind = text[mention.span.end:mention.span.end + 60].split("\n", 1)[0]
        tokens = tokens_of(behind)
        if not made.table and _list_goes_on(tokens) and mention.span.end + tokens[1].start not in starts:
            words_ = f"Sau tên “{mention.name}” còn “{behind[:40].strip(' ,')}”: có thể là một cơ quan chưa nhận ra."
            yield Doubt(FindingKind.UNKNOWN_AGENCY, words_, mention.span, (KEEP, drop(mention)))
            return
        if _left_over(tokens):
            words_ = f"Sau tên “{mention.name}” còn “{behind[:40].strip(' ,')}”: tên có thể chưa trọn."
            yield Doubt(FindingKind.UNKNOWN_AGENCY, words_, mention.span, (KEEP, drop(mention)))
            return
        plain = tokens and tokens[0].word and not is_verb(tokens, 0) and tokens[0].low not in STOP_WORDS | SHORT_VERBS
        if plain and tokens[0].low not in _LINKS and not (_closed_field(mention.name) and not tokens[0].capital):
            words_ = f"Sau tên “{mention.name}” còn chữ “{tokens[0].text}”: tên có thể chưa trọn."
            yield Doubt(FindingKind.UNKNOWN_AGENCY, words_, mention.span, (KEEP, drop(mention)))
            return


def _list_goes_on(tokens: Sequence[Token]) -> bool:
    """A comma or "và" behind a name, and a word in capitals that no rule knows as name or work."""
    if len(tokens) < 4 or (tokens[0].text != "," and tokens[0].low != "và") or not tokens[1].word:
        return False
    if not tokens[1].capital:  # ", tổ chức, cá nhân và các lực lượng": kinds of bodies, in a row
        n = group_noun(tokens, 1) or 2 * (f"{tokens[1].low} {tokens[2].low}" == "cá nhân")
        return n > 0 and n + 1 < len(tokens) and (tokens[n + 1].text == "," or tokens[n + 1].low == "và")
    return not is_verb(tokens, 1) and not head_at(tokens, 1)[1] and not person_at(tokens, 1) and not tokens[1].text.isdigit()


def _closed_field(name: str) -> bool:
    """A department whose field is known is whole: what follows is its work, even if no list knows the verb."""
    head, _, field = name.partition(" ")
    return head.lower() in FIELD_HEADS and fold(field) in FIELDS


def _left_over(tokens: Sequence[Token]) -> bool:
    """A few plain words between a comma behind a name and the sign that closes what is said: part of the name, most likely."""
    if len(tokens) < 3 or tokens[0].text != "," or not tokens[1].word or tokens[1].capital or tokens[1].low in STOP_WORDS:
        return False
    for token in tokens[1:9]:
        if token.text in ";)":
            return True
        if not token.word or token.capital:
            return False
    return False


def _runs_on(name: str) -> bool:
    """Whether a named body ends in a row of plain words, as names hardly do."""
    parts = name.split()
    if "," in name or "nhân dân" in name or parts[0].lower() in ("các", "những") or len(parts) < 6 or not parts[0][0].isupper():
        return False
    if parts[-1] in ("tỉnh", "phố", "xã", "huyện", "phường", "quận", "ương", "nước"):
        return False
    if any(part in ("nơi", "có", "thuộc") for part in parts[2:]):
        return False  # which of several bodies are meant
    plain = 0
    for part in reversed(parts):
        if not part[0].islower():
            break
        plain += 1
    return plain >= 5
