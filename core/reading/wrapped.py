"""Broken lines joined into paragraphs: how a file breaks its lines, and which line goes on with the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.markers import Marker, is_caps, label_of, read_marker, title_word
from core.reading.lines import Line, Repaired


@dataclass(frozen=True, slots=True)
class Shape:
    """How the file breaks its lines. ``width``: where lines are wrapped (0: one line is one paragraph); ``gaps``: blank lines
    stand between paragraphs and nowhere else; ``spaces``: a wrapped line ends in a space, a paragraph's last line does not;
    ``fits``: a line that is shorter than this together with the next word was broken on purpose (0: not known)."""

    width: int
    gaps: bool
    spaces: bool
    fits: int = 0

    def full(self, last: str, text: str) -> bool:
        """Whether ``last`` was broken because the first word of ``text`` had no room on it."""
        if self.fits:
            return len(last) + 1 + len(text.split(" ", 1)[0]) >= self.fits * (0.92 if self.spaces else 1)
        return len(last) >= self.width * 0.8


_UNWRAPPED = Shape(0, True, False)


def shape_of(lines: Sequence[Line]) -> Shape:
    plain = [line for line in lines if line.cell is None]
    lengths = sorted(len(line.text) for line in plain if len(line.text) > 20)
    if len(lengths) < 8:
        return _UNWRAPPED
    width = lengths[int(len(lengths) * 0.9)]
    near = sum(1 for n in lengths if n >= width * 0.8)
    lower = sum(1 for line in plain if _opens_lower(line.text))
    ceiling = lengths[-1] <= width * 1.15  # nothing is longer than a wrapped line
    fits = _fits(lines, width)
    few = lower < len(plain) * 0.12 and not (ceiling and (fits or lower >= len(plain) * 0.04))
    if width > 180 or near < len(lengths) * 0.2 or few:
        return _UNWRAPPED
    after_gap = [line for line in plain[1:] if line.gap]
    cut = sum(1 for line in after_gap if _opens_lower(line.text))
    full = [line for line in plain if len(line.text) >= width * 0.8]
    spaces = sum(1 for line in full if line.open_end) > len(full) * 0.5
    gaps = len(after_gap) >= len(plain) * 0.1 and cut <= len(after_gap) * 0.06 and _gaps_part(plain)
    return Shape(width, gaps, spaces, fits)


def _gaps_part(plain: Sequence[Line]) -> bool:
    """Whether most items, which surely begin a paragraph, stand behind a blank line."""
    items = [line for line in plain if read_marker(line.text)]
    return sum(1 for line in items if line.gap) >= len(items) * 0.5


def _fits(lines: Sequence[Line], width: int) -> int:
    """The least length that lines which go on in the middle of a sentence have with the word that they had no room for."""
    with_word = sorted(len(a.text) + 1 + len(b.text.split(" ", 1)[0]) for a, b in pairwise(lines)
                       if a.cell is None and b.cell is None and not b.gap and _opens_lower(b.text) and not ENDED.search(a.text))
    if len(with_word) < 3:
        return 0
    least = with_word[len(with_word) // 10]
    return max(least, int(width * 0.8)) if least >= (0.6 if len(with_word) > 7 else 0.92) * width else 0


def _opens_lower(text: str) -> bool:
    return text[:1].islower() and read_marker(text) is None


ENDED = re.compile(r"[.:;!?…][\"”’')\]]*$")
_REFERS = re.compile(
    r"(?:\b(?:điều|khoản|điểm|mục|phần|chương|phụ lục|số|ngày|tháng|năm|quý|kỳ|khóa|khoá|thứ|cấp|loại|hạng)|[,/–-]|\d)$", re.IGNORECASE
)
# words that no paragraph ends in: the next line goes on whatever its letters are
_DANGLING = re.compile(
    r"(?:^|\s)(?:(?i:các|những|và|của|với|cho|theo|trong|tại|về|để|do|bởi|từ|được|bằng|giữa|như|hoặc|cùng)|Sở|Bộ|UBND)$"
)
_WHOLE = re.compile(r"(?i:(?:mặt|văn|công|cân|đồng) bằng|tự do)$")  # nouns whose last word looks as if it wanted more
# sentences that close a document: a paragraph of their own even behind a full line
_CLOSING = re.compile(r"Trong quá trình (?:tổ chức |triển khai )?thực hiện|Trên đây là|Yêu cầu (?:các|Thủ trưởng|Chủ tịch|Giám đốc)\b")
_WANTS_NUMBER = {"ngày", "tháng", "năm", "quý", "số", "điều", "khoản", "điểm", "mục", "lục", "đoạn", "khóa"}
_SIGNS = re.compile(
    r"(?:TM|KT|TL|TUQ|Q)\.\s|(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|CHÁNH VĂN PHÒNG)$|nơi nhận", re.IGNORECASE
)
_HYPHEN = re.compile(r"[^\W_][-/]$")
_RECEIVERS = re.compile(r"\W*nơi nhận\s*:?", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """The paragraph that is being put together: its parts, its last line and its own mark."""

    parts: list[Line]
    last: Line
    marker: Marker | None
    length: int


def join_lines(lines: Iterable[Line], shape: Shape, out: Repaired) -> list[Line]:
    """Paragraphs: wrapped lines joined, and those that a page break has cut."""
    paragraphs: list[Line] = []
    open_: _Open | None = None
    titled = closed = False
    for line in lines:
        if open_ is not None and not closed and _continues(open_, line, shape, titled):
            open_.parts.append(line)
            open_.last = line
            open_.length += len(line.text) + 1
            paragraphs[-1].text = ""
            out.count("joined-lines")
            continue
        if open_ is not None:
            _glue(open_.parts, paragraphs[-1])
        if not titled and line.cell is None and title_word(line.text):
            titled = True
        marker = read_marker(line.text)
        closed = line.cell is None and (bool(_RECEIVERS.match(line.text)) or (closed and not _reopens(line.text, marker)))
        open_ = _Open([line], line, marker, len(line.text))
        paragraphs.append(Line(line.text, line.gap, line.open_end, line.cell, line.page, (), line.begins, line.origin))
    if open_ is not None:
        _glue(open_.parts, paragraphs[-1])
    return [p for p in paragraphs if p.text]


def _reopens(text: str, marker: Marker | None) -> bool:
    """Whether behind the receivers and the signature another text begins: the plan that a decision brings, an annex."""
    kinds = ("part", "chapter", "annex", "roman", "upper", "article")
    return title_word(text) or (marker is not None and marker.value == 1 and marker.kind in kinds)


def _glue(parts: Sequence[Line], into: Line) -> None:
    out, marks = parts[0].text, list(parts[0].marks)
    for part in parts[1:]:
        # "29-" + "NQ/TW" and "số 2360/QĐ-" + "TTg" are one word; "xã hội -" + "nghề nghiệp" is not
        tight = out.endswith(("-", "/")) and not out.endswith(" -") and (part.text[:1].isupper() or part.text[:1].isdigit())
        out += "" if tight else " "
        marks += [(len(out) + at, number) for at, number in part.marks]
        out += part.text
    into.text, into.marks = out, tuple(marks)


def _continues(open_: _Open, line: Line, shape: Shape, titled: bool) -> bool:
    last = open_.last
    if last.cell is not None or line.cell is not None:
        return last.cell is not None and last.cell == line.cell and _same_cell(open_, line)
    if line.begins:
        return False
    text = line.text
    if label_of(text) or _SIGNS.match(text) or _SIGNS.match(last.text) or title_word(last.text):
        return False
    marker = read_marker(text)
    ended = bool(ENDED.search(last.text))
    if marker is None and (text[:1].islower() or _HYPHEN.search(last.text)):
        return True
    unsaid = (_DANGLING.search(last.text) and not _WHOLE.search(last.text)) or (shape.width and not line.gap and _unclosed(last.text))
    if marker is None and unsaid and not is_caps(last.text):
        return True
    if not ended and (hangs_on(last.text, text) or (shape.width and _closes(last.text, text))):
        return True
    if marker is None and len(open_.parts) == 1 and open_.marker is not None and _heads_alone(last.text[open_.marker.length :], text):
        return False
    if marker is not None:
        return _marks_nothing(open_, line, marker, shape, ended)
    caps, caps_before = is_caps(text), is_caps(last.text)
    if caps and not caps_before and shape.fits and not (ended or line.gap) and shape.full(last.text, text):
        return True  # "… về / KH&CN."
    if caps or caps_before:
        return caps and caps_before and titled and not line.gap and not ended
    if not shape.width:
        return not ended and open_.length >= 150 and last.text[-1:].isalnum() and _hangs(open_)
    if text[0] == "(" and not ended and label_of(text[1:]):
        return True  # "(Chủ trì: …" behind a page's end
    full = shape.full(last.text, text)
    if text[0].isdigit() and not ended and not line.gap and len(last.text) >= shape.width * 0.5:
        return True  # "… trước ngày" / "22/9/2024": no item begins so
    if shape.gaps:
        return (full or not ended) if not line.gap else last.text.endswith((",", "-"))
    if text[0] == "(" and not ended:
        return True
    if shape.spaces and not last.open_end:
        return False
    if ended:
        return full and not line.gap and not _CLOSING.match(text)
    # a bullet's sentence without an end goes on though a capital begins the next line: "… cơ quan đại diện Việt" / "Nam ở nước ngoài"
    told = open_.marker is not None and open_.marker.kind in _SENTENCES and len(last.text) >= shape.width * 0.8 and not line.gap
    return full or told or last.text.endswith(",")


_SENTENCES = frozenset({"dash", "plus", "star", "bullet", "letter", "paren"})


def _heads_alone(heading: str, text: str) -> bool:
    """Whether an agency stands alone on its line and the next one begins with work: two paragraphs however full the line is."""
    from core.plan.roles import read_opening
    from core.plan.tokens import tokens_of, two_at
    from core.plan.words import VERBS

    if two_at(tokens_of(text[:60]), 0) not in VERBS:
        return False
    opening = read_opening(heading)
    return bool(opening.leads) and opening.whole


def _unclosed(text: str) -> bool:
    """Whether a line ends inside a bracket ("… quốc gia (chủ trì:")."""
    return text.rfind("(") > text.rfind(")")


def hangs_on(last: str, text: str) -> bool:
    """Whether ``last`` cannot end where it ends, and ``text`` has what it wants: "trước ngày / 10 tháng 12", "Sở Y tế và / Sở Nội vụ"."""
    return len(last) >= 40 and not last.isupper() and wants(last[-16:], text)


def wants(last: str, text: str) -> bool:
    """Whether a line that ends with ``last`` wants the beginning of ``text`` behind it: a number, or any word."""
    word = last.rpartition(" ")[2]
    if word.lower() in _WANTS_NUMBER:
        return text[:1].isdigit() or re.match(r"[IVX]+(?:[/.,; ]|$)", text) is not None
    return text[:1].isalpha() and _DANGLING.search(word) is not None and not _WHOLE.search(last)


def _closes(last: str, text: str) -> bool:
    """Whether a bracket that ``last`` opened is closed in ``text``: "(khóa / XVI) về", "(đường Thủy Vân / - Phú Đa)"."""
    closed = text.find(")")
    return closed > 0 and "(" not in text[:closed] and last.rfind("(") > last.rfind(")")


def _hangs(open_: _Open) -> bool:
    """Whether a long unwrapped paragraph without an end looks cut: not a heading, which needs none."""
    return open_.marker is None or open_.marker.kind in ("dash", "plus", "star", "bullet", "paren", "romanparen") or open_.length > 250


def _same_cell(open_: _Open, line: Line) -> bool:
    ended = bool(ENDED.search(open_.last.text))
    return read_marker(line.text) is None and not ended and not line.gap


def _marks_nothing(open_: _Open, line: Line, marker: Marker, shape: Shape, ended: bool) -> bool:
    """Whether what looks like a mark is the middle of a wrapped sentence: "khoản" / "2. Điều", "Tam Giang" / "- Cầu Hai"."""
    last, rest = open_.last, line.text[marker.length :]
    if not shape.width or (shape.gaps and line.gap):
        return False
    if marker.kind in ("romanparen", "paren") and line.text[0] == "(" and marker.value > 1 and shape.full(last.text, line.text):
        return any(f" ({word}) " in part.text for part in open_.parts[-30:] for word in _before(marker.label))
    if ended:
        return False
    if line.text[:marker.length].rstrip().endswith("/") and last.text.lower().endswith(" số"):
        return True
    if marker.kind in ("article", "chapter", "annex") and _DANGLING.search(last.text):
        return True  # "… theo" / "Điều 317 Bộ luật Hình sự"
    if marker.kind in ("number", "dotted", "letter", "paren", "roman", "upper", "article"):
        counted = not rest[:1].isupper() or not last.text[-1:].isdigit()  # "… năm 2019" / "7. Sở Y tế" are two
        return bool(_REFERS.search(last.text)) and counted and len(last.text) >= shape.width * 0.6 and marker.value != 1
    if marker.kind == "dash" and rest[:1].isdigit() and last.text[-1:].isdigit():
        return True
    if marker.kind == "dash" and last.text[-1:].isalpha() and shape.full(last.text, line.text) and (
            rest[:1].islower() or rest.startswith("Thương binh")):
        return True  # "các tổ chức chính trị / - xã hội", "Sở Lao động / - Thương binh và Xã hội"
    itemised = open_.marker is not None and open_.marker.kind in ("dash", "plus", "bullet")
    full = shape.full(last.text, line.text) and (last.open_end or not shape.spaces)
    return marker.kind == "dash" and itemised and full and len(open_.parts) > 1 and last.text[-1:].isalnum()


def _before(label: str) -> tuple[str, ...]:
    """The numbers that stand before this one in a sentence's own list: "ii" → "i", "3" → "2"."""
    if label.isdigit():
        return (str(int(label) - 1),)
    order = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    return (order[order.index(label) - 1],) if label in order[1:] else ()
