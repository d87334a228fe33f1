"""What a person should look at: rows the reading is not sure of and text it left out, each with the repairs it proposes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from core.agencies import Directory
from core.fold import words
from core.markers import LETTERS, is_caps
from core.model import Doubt, FindingKind, PlanInfo, PlanText, Proposal, Span
from core.plan.bodies import bodies
from core.plan.doubt_names import KEEP, coop, cut_names, drop, lead, of_names, quoted
from core.plan.heads import head_at, is_verb
from core.plan.inner import read_inner
from core.plan.lists import read_list
from core.plan.made import Made
from core.plan.outline import Node
from core.plan.role_words import after_coop, nominal
from core.plan.roles import read_opening
from core.plan.sections import is_formula
from core.plan.tasks import Walk
from core.plan.tokens import Token, tokens_of

_NOT_TASK = Proposal("not-task", "", "Không phải nhiệm vụ")
_LONG = 450  # words: no single duty of the plans at hand is longer
_SHORT = 4
def find(walk: Walk, root: Node, text: PlanText, info: PlanInfo, directory: Directory | None) -> tuple[list[Made], tuple[Doubt, ...]]:
    """The tasks with their doubts, and the doubts that belong to no task."""
    unsure = sorted(text.unsure)
    told: set[str] = set()
    issued = _issued(info, text.text)
    often = Counter(name for made in walk.made for name in {m.name for m in (*made.leads, *made.coops)})
    for made in walk.made:
        made.doubts = [
            *_of_roles(made, text.text),
            *_of_text(made, text),
            *_of_letters(made, unsure, text.text),
            *_too_early(made, issued),
            *of_names(made, info, directory, told, often),
            *cut_names(made, text.text),
        ]
    return walk.made, (*_numbering(root), *_left_out(walk, text), *_empty_headings(walk), *_unread_tables(walk, text))


# ---------------------------------------------------------------- who


def _of_roles(made: Made, text: str) -> Iterator[Doubt]:
    if not made.leads:
        yield Doubt(
            FindingKind.NO_LEAD, "Không thấy cơ quan nào chủ trì nhiệm vụ này.", made.span, (*_named_inside(made), KEEP, _NOT_TASK)
        )
    elif made.inherited:
        yield Doubt(
            FindingKind.INHERITED,
            f"Cơ quan chủ trì {quoted(made.leads)} lấy từ câu dẫn phía trên, không nói riêng cho nhiệm vụ này.",
            made.span,
            (KEEP, *(drop(m) for m in made.leads[:2])),
        )
    if made.odd_heading and made.leads:
        yield Doubt(
            FindingKind.INHERITED,
            f"Tiêu đề {_line_of(made.leads[0].span, text)} không chỉ có tên cơ quan: hãy xem {quoted(made.leads)} có đúng tên không.",
            made.leads[0].span,
            (KEEP,),
        )
    if made.guessed and made.leads:
        yield Doubt(
            FindingKind.UNKNOWN_AGENCY,
            f"{quoted(made.leads)} được hiểu là nơi thực hiện vì đứng ngang hàng với các mục nêu cơ quan; hãy xem lại.",
            made.leads[0].span,
            (KEEP, *(drop(m) for m in made.leads[:2])),
        )
    if made.aside and made.leads:
        yield Doubt(
            FindingKind.MANY_LEADS,
            f"Mục này giao cho {quoted(made.aside)}, câu lại nêu {quoted(made.leads)}: ai chủ trì?",
            made.leads[0].span,
            (KEEP, *(lead(m.name) for m in made.aside[:3])),
        )
    if made.unsure and made.leads:
        yield Doubt(
            FindingKind.ROLE_WITHOUT_AGENCY,
            f"Chưa rõ {quoted(made.leads)} có phải là cơ quan chủ trì hay chỉ được nhắc đến.",
            made.leads[0].span,
            (KEEP, *(drop(m) for m in made.leads[:2])),
        )
    if made.added:
        yield Doubt(
            FindingKind.MANY_LEADS,
            f"Câu sau giao thêm việc cho {quoted(made.added)}: cùng chủ trì hay phối hợp?",
            made.added[0].span,
            (KEEP, *(lead(m.name) for m in made.leads[:4])),
        )
    if made.overruled:
        yield Doubt(
            FindingKind.MANY_LEADS,
            f"Câu nói đến {quoted(made.overruled)}, dòng ghi đơn vị thực hiện lại nêu {quoted(made.leads)}.",
            made.overruled[0].span,
            (KEEP, *(lead(m.name) for m in (*made.leads[:3], *made.overruled[:3]))),
        )
    twice = made.table and [m for m in made.coops if m.name.casefold() in {one.name.casefold() for one in made.leads}]
    if twice:
        message = f"{quoted(twice)} được ghi cả ở cột chủ trì và cột phối hợp: chỉ giữ vai trò chủ trì."
        yield Doubt(FindingKind.MANY_LEADS, message, twice[0].span, (KEEP,))
    yield from _office_of(made)
    yield from _without_agency(made)
    yield from _unassigned(made)


def _line_of(span: Span | None, text: str) -> str:
    """The line of the plan that a name was read in, quoted: what the name has to be held against."""
    if span is None:
        return "phía trên"
    end = text.find("\n", span.end)
    line = " ".join(text[text.rfind("\n", 0, span.start) + 1:end if end >= 0 else len(text)].split())
    return f"“{line if len(line) <= 90 else line[:88].rstrip() + '…'}”"


def _office_of(made: Made) -> Iterator[Doubt]:
    """ "Phòng Quản lý chất lượng, Sở Giáo dục và Đào tạo": an office with the body it belongs to, or two bodies?"""
    for mentions in (made.leads, made.coops):
        for one, other in pairwise(mentions):
            near = one.span is not None and other.span is not None and 0 <= other.span.start - one.span.end <= 3
            if near and one.name.startswith("Phòng ") and other.name.startswith(("Sở ", "Bộ ", "Công an ", "Cục ")):
                message = f"“{one.name}” có thuộc “{other.name}” không? Nếu thuộc, đó chỉ là một đơn vị."
                yield Doubt(FindingKind.MANY_LEADS, message, one.span, (KEEP, drop(other)))


def _named_inside(made: Made) -> tuple[Proposal, ...]:
    names = dict.fromkeys(n.text for n in bodies(made.text) if not n.group)
    return tuple(lead(name) for name in list(names)[:3])


def _two(tokens: Sequence[Token], i: int) -> str:
    return f"{tokens[i].key} {tokens[i + 1].key}" if 0 <= i < len(tokens) - 1 else ""


def _without_agency(made: Made) -> Iterator[Doubt]:
    """ "phối hợp với" in front of something that is no agency to the rules."""
    tokens = tokens_of(made.text)
    for i, token in enumerate(tokens):
        if token.key != "phoi" or _two(tokens, i) != "phoi hop" or nominal(tokens, i):
            continue
        j = after_coop(tokens, i)
        if j < 0 or j >= len(tokens) or not any(t.key in ("voi", "cung") for t in tokens[i + 2 : j]):
            continue
        if not read_list(made.text, tokens, j).names and not is_verb(tokens, j):
            words_ = " ".join(t.text for t in tokens[j : j + 5])
            yield Doubt(
                FindingKind.ROLE_WITHOUT_AGENCY, f"Chưa nhận ra cơ quan sau “phối hợp với {words_} …”.", made.span, (KEEP, coop(words_))
            )
            return


def _unassigned(made: Made) -> Iterator[Doubt]:
    """A body that stands as the subject of a clause and got no role."""
    if made.table:
        return
    known = {words(m.name) for m in (*made.leads, *made.coops)}
    tokens = tokens_of(made.text)
    for i, token in enumerate(tokens):
        if token.text not in ";:" and not (token.text == "." and i + 1 < len(tokens) and tokens[i + 1].capital):
            continue
        kind, _ = head_at(tokens, i + 1)
        if kind not in ("field", "place"):
            continue
        found = read_list(made.text, tokens, i + 1)
        missing = [n for n in found.names if words(n.text) not in known]
        if missing and is_verb(tokens, found.after):
            name = missing[0].text
            yield Doubt(
                FindingKind.UNASSIGNED_AGENCY,
                f"“{name}” được nêu trong câu như người làm việc nhưng chưa có vai trò.",
                made.span,
                (KEEP, lead(name), coop(name)),  # Enter must not sign a guess
            )
            return


# ---------------------------------------------------------------- the text itself


def _of_text(made: Made, text: PlanText) -> Iterator[Doubt]:
    size = len(made.text.split())
    if size > _LONG:
        yield Doubt(FindingKind.LONG_TASK, f"Nhiệm vụ dài {size} chữ: có thể gồm nhiều nhiệm vụ.", made.span, (KEEP,))
    if size <= _SHORT and not made.table:
        yield Doubt(FindingKind.SHORT_TASK, "Nhiệm vụ quá ngắn: có thể chỉ là tiêu đề hoặc bị ngắt.", made.span, (_NOT_TASK, KEEP))
    elif not made.table and size < 16 and is_caps(made.text):
        yield Doubt(FindingKind.SHORT_TASK, "Toàn chữ hoa: có thể là tiêu đề.", made.span, (_NOT_TASK, KEEP))
    elif not made.table and _cut(made.text):
        yield Doubt(FindingKind.SHORT_TASK, "Câu có vẻ bị ngắt giữa chừng.", made.span, (KEEP, _NOT_TASK))
    if not made.table and (note := _NOTE_INSIDE.search(made.text)):
        yield Doubt(FindingKind.NOTE, f"Trong câu có “{note[0].strip()}”: có thể là chú thích cuối trang lẫn vào.", made.span, (KEEP,))
    if not made.table and (mark := _MARK_INSIDE.search(made.span.of(text.text))):
        yield Doubt(
            FindingKind.LONG_TASK, f"Trong câu có dấu mục “{mark[1].strip()}”: có thể gồm nhiều nhiệm vụ.", made.span, (KEEP,)
        )
    if made.kind == "text" and made.text[:1].islower():
        yield Doubt(FindingKind.SHORT_TASK, "Câu có vẻ bắt đầu giữa chừng.", made.span, (KEEP, _NOT_TASK))
    if not made.deadlines:
        word = _time_word(made.text)
        if word:
            yield Doubt(FindingKind.UNREAD_DEADLINE, f"Có chữ “{word}” nhưng chưa đọc được thời hạn.", made.span, (KEEP,))


# "…; 1 Theo số liệu …": a number that counts nothing, in front of a sentence
_NOTE_INSIDE = re.compile(
    r"(?<=[;,.]) \d{1,2} (?=(?:Theo|Xem|Như|Gồm|Bao gồm|Quyết định|Nghị quyết|Thông tư|Công văn|Kế hoạch|Căn cứ)\b)[^ ]+"
)
_MARK_INSIDE = re.compile(r"[.;] ((?:[a-zđ][)/]|\d{1,2}[.)/]|[-–•]) [A-ZĐÀ-Ỹ][^ ]*)")
_OPEN_ENDS = frozenset(
    [
        "và",
        "hoặc",
        "của",
        "với",
        "cho",
        "để",
        "các",
        "những",
        "theo",
        "về",
        "trong",
        "tại",
        "từ",
        "đến",
        "là",
        "do",
        "bằng",
        "khi",
        "như",
        "nhằm",
        "vào",
        "trên",
        "giữa",
    ]
)


def _cut(text: str) -> bool:
    tail = text.rstrip(" .;,:").rsplit(" ", 1)[-1].lower()
    if text.rstrip().endswith((".", ";", ":", "”", ")")):
        return text[:1].islower() and text[:1] not in "i"
    return tail in _OPEN_ENDS or text.rstrip().endswith((",", "(", "-")) or text[:1].islower()


_TIME_WORDS = (
    "trước ngày",
    "chậm nhất",
    "thời hạn",
    "xong trước",
    "hoàn thành trước",
    "trong quý",
    "trong tháng",
    "hạn cuối",
    "muộn nhất",
    "không quá ngày",
    "xong trong",
)


def _time_word(text: str) -> str:
    low = text.lower()
    for word in _TIME_WORDS:
        place = low.find(word)
        if place >= 0 and any(c.isdigit() for c in low[place : place + len(word) + 25]):
            return text[place : place + len(word)]
    return ""


def _of_letters(made: Made, unsure: Sequence[Span], text: str) -> Iterator[Doubt]:
    """Words that OCR was not sure of, inside the task."""
    first = bisect_left(unsure, Span(made.span.start, 0))
    inside = [s for s in unsure[first : first + 200] if s.start < made.span.end]
    if inside:
        shown = ", ".join(f"“{s.of(text)}”" for s in inside[:4])
        yield Doubt(FindingKind.SCAN, f"Bản quét đọc không chắc {len(inside)} chữ: {shown}.", inside[0], (KEEP,))


_MONTH = re.compile(r"ngày[^\n]{0,12}?\btháng\s{1,3}(\d{1,2})\s{1,3}năm\s{1,3}(20\d\d)\b")


def _issued(info: PlanInfo, text: str) -> date | None:
    """The day of the document; where its day was left blank or is not to be read, the first of its month."""
    if info.date is not None:
        return info.date
    found = _MONTH.search(text[:1500])
    return date(int(found[2]), int(found[1]), 1) if found and 1 <= int(found[1]) <= 12 else None


def _too_early(made: Made, issued: date | None) -> Iterator[Doubt]:
    """A deadline before the document's own day: a digit read wrong (OCR takes 8 for 5), or the plan's own slip."""
    for deadline in made.deadlines:
        if issued is not None and deadline.date is not None and deadline.date < issued:
            what = f"Thời hạn “{deadline.text}” trước cả ngày ban hành văn bản ({issued.day:02}/{issued.month:02}/{issued.year})."
            yield Doubt(FindingKind.UNREAD_DEADLINE, what, deadline.span or made.span, (KEEP,))
            return


# ---------------------------------------------------------------- the plan


def _numbering(root: Node) -> Iterator[Doubt]:
    """Numbers that skip or come twice among the items of one level."""
    stack = [root]
    while stack:
        node = stack.pop()
        stack += node.children
        last: dict[str, Node] = {}
        for child in node.children:
            before = last.get(child.kind)
            if child.value and before is not None and child.value not in (1, before.value + 1) and not _usual_skip(before, child):
                what = "lặp lại" if child.value == before.value else "nhảy"
                yield Doubt(
                    FindingKind.NUMBERING,
                    f"Số thứ tự {what}: sau “{before.label}” là “{child.label}”.",
                    Span(child.start, child.body),
                    (KEEP,),
                )
            last[child.kind] = child


def _usual_skip(before: Node, child: Node) -> bool:
    """Letters that writers leave out: đ behind d, and those that the alphabet of decrees does not have (f, j, w, z)."""
    if child.kind != "letter":
        return False
    skipped = LETTERS[before.value : child.value - 1]
    return child.value > before.value and all(c in "đ" for c in skipped)


def _left_out(walk: Walk, text: PlanText) -> Iterator[Doubt]:
    """Paragraphs in no task that order somebody to do something."""
    spans = sorted((m.span.start, m.span.end) for m in walk.made)
    starts = [s for s, _ in spans]
    heads = walk.headings
    for paragraph in text.paragraphs[:20000]:
        start, end = paragraph.span.start, paragraph.span.end
        if paragraph.cell is not None or end - start < 40 or start in heads:
            continue
        place = bisect_left(starts, end) - 1
        if place >= 0 and spans[place][1] > start:
            continue
        words_ = text.text[start:end]
        if start in walk.passed and _orders_somebody(words_):
            yield Doubt(
                FindingKind.MISSED_TEXT,
                f"Đoạn “{words_[:60].strip()}…” không nằm trong nhiệm vụ nào nhưng có giao việc.",
                paragraph.span,
                (Proposal("add-task", " ".join(words_.split()), "Thêm thành nhiệm vụ"), Proposal("keep", "", "Bỏ qua")),
            )


def _orders_somebody(text: str) -> bool:
    if is_formula(text):
        return False
    opening = read_opening(text)
    if opening.leads and (opening.said or opening.sure) and not opening.whole:
        return True
    inner = read_inner(text)
    return bool(inner.leads and inner.coops)


def _unread_tables(walk: Walk, text: PlanText) -> Iterator[Doubt]:
    for node in walk.unread:
        words_ = " ".join(text.text[node.start : node.start + 120].split())
        yield Doubt(
            FindingKind.MISSED_TEXT,
            f"Bảng bắt đầu bằng “{words_[:60]}…” có tên cơ quan nhưng không đọc được nhiệm vụ nào.",
            node.span,
            (KEEP,),
        )


def _empty_headings(walk: Walk) -> Iterator[Doubt]:
    for node in walk.empty:
        yield Doubt(
            FindingKind.MISSED_TEXT,
            f"Mục “{' '.join(node.text.split())[:80]}” nêu cơ quan nhưng bên dưới không có nhiệm vụ nào.",
            node.span,
            (KEEP,),
        )
