"""A table's row that lies line by line under its heads, as copied out of a PDF: which of the lines make which cell.

The lines keep the order of the columns; where a cell ends is told by what its column holds (agencies, a time, words) and by how a
wrapped line goes on. The cheapest way to share the lines out among the columns is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_TIME = re.compile(
    r"\W*(?:thường xuyên|hằng|hàng|trong|trước|quý|tháng|năm|cả năm|từ|đến|định kỳ|theo|sau|ngày|giai đoạn|\d{1,2}/\d|\d{4}|chậm nhất|khi"
    r"|hoàn thành|xong|đầu|giữa|cuối|liên tục|mỗi)",
    re.IGNORECASE,
)
_WANTS_MORE = re.compile(
    r"(?:[,&–-]|\b(?:và|của|các|về|theo|tại|cho|với|trong|Sở|Bộ|UBND|Ủy|Công|Hiệp|Trung|Tổng|Văn|Trước|Từ))$"
)
_WANTS_NUMBER = re.compile(r"\b(?:ngày|tháng|năm|số|quý)$", re.IGNORECASE)
_ROLES = ("lead", "who", "coop")
_EMPTY = {"lead": 6.0, "who": 6.0, "task": 20.0, "number": 20.0, "coop": 1.5, "time": 2.5, "product": 1.5, "note": 0.3}
_MOST = {"lead": 7, "who": 9, "coop": 14, "time": 4, "number": 1}
_FAR = 1e9


def share_out(lines: Sequence[str], heads: Sequence[str]) -> list[list[str]]:
    """The lines of each column, in their order; ``lines`` are those of one row without its number, ``heads`` the kinds of the columns."""
    n = len(lines)
    best = [0.0] + [_FAR] * n
    back: list[list[int]] = []
    for head in heads:
        after = [_FAR] * (n + 1)
        cut = [0] * (n + 1)
        for end in range(n + 1):
            for start in range(max(0, end - _MOST.get(head, n)), end + 1):
                if best[start] >= _FAR:
                    continue
                value = best[start] + _cost(tuple(lines[start:end]), head, lines[start - 1] if start else "")
                if value < after[end]:
                    after[end], cut[end] = value, start
        best = after
        back.append(cut)
    if best[n] >= _FAR:
        return [[*lines], *([] for _ in heads[1:])]
    out: list[list[str]] = []
    end = n
    for cut in reversed(back):
        out.append([*lines[cut[end] : end]])
        end = cut[end]
    return out[::-1]


def _cost(block: tuple[str, ...], head: str, before: str) -> float:
    if not block:
        return _EMPTY.get(head, 1.0)
    text = " ".join(block)
    cost = 3.0 * (block[0][:1].islower() and head != "time") + 3.0 * _goes_on(before, block[0])
    if head in _ROLES:
        return cost + (0.0 if _agencies(text) else 5.0)
    if head == "time":
        told = any(_agencies(line) for line in block)
        return cost + (0.0 if _TIME.match(text) and len(text) < 70 and len(text.split()) < 14 else 6.0) + 4.0 * told + 0.02 * len(block)
    if head == "number":
        return cost + (0.0 if len(text) < 6 else 9.0)
    told = _agencies(text) if len(block) < 4 else False
    if head == "task":
        late = any(line[:1].isupper() and _TIME.match(line) for line in block[1:])  # a time mostly has a column of its own
        return cost + 4.0 * told + 2.0 * (len(text) < 12) + 1.0 * late
    return cost + 0.5 + 1.0 * told + 0.05 * len(block)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line wants the next one behind it."""
    return _WANTS_MORE.search(before) is not None or (line[:1].isdigit() and _WANTS_NUMBER.search(before) is not None)


@lru_cache(maxsize=4096)
def _agencies(text: str) -> bool:
    from core.plan.lists import is_agency_list

    bare = re.sub(r"\s*\((?:chủ trì|phối hợp|đầu mối)\)", "", text, flags=re.IGNORECASE)
    return len(text) < 500 and is_agency_list(bare)


def paragraphs_of(lines: Sequence[str], agencies: bool) -> list[str]:
    """The lines of a cell joined where a wrapped line goes on; agencies that stand one a line stay so."""
    out: list[str] = []
    for line in lines:
        apart = out and agencies and not line[:1].islower() and not _goes_on(out[-1], line) and _agencies(out[-1]) and _agencies(line)
        if out and not apart and not line.startswith(("- ", "+ ", "• ")):
            out[-1] = f"{out[-1]} {line}"
        else:
            out.append(line)
    return out
