"""What the words of a deadline mean on the calendar: the last day they allow, the rule that says so, how often it comes round."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from datetime import date as Day

from core.plan.when import (
    DATED,
    ROUNDS,
    Atom,
    add_months,
    add_working_days,
    calendar_day,
    count_of,
    month_end,
    round_of,
    span_of,
    weekday_of,
)

_BEFORE = re.compile(r"\btruoc\b")
_NAMES = {"month": "tháng", "mbare": "tháng", "quarter": "quý", "half": "kỳ", "year": "năm", "period": "giai đoạn", "end": "kỳ"}
_UNITS = {"ngay": "ngày", "tuan": "tuần", "thang": "tháng", "gio": "giờ"}
_STEP = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_ROUND_NAMES = {"day": "hằng ngày", "week": "hằng tuần", "month": "hằng tháng", "quarter": "hằng quý", "half": "6 tháng một lần",
                "year": "hằng năm"}
_PAPER = "(?:ke hoach|quyet dinh|chi thi|van ban|chuong trinh|cong van|cong dien|nghi quyet)(?: nay)?"
_OWN_START = re.compile(rf"(?:ban hanh|co hieu luc|duoc ky|ky|nhan duoc|duoc phe duyet)\b.{{0,40}}{_PAPER}"
                        rf"|{_PAPER}\b.{{0,30}}(?:ban hanh|hieu luc|ky|phe duyet)|ngay (?:ky|ban hanh)\b")


@dataclass(frozen=True, slots=True)
class Meaning:
    """The calendar side of a ``Deadline``: its fields of the same names."""

    date: Day | None = None
    due: Day | None = None
    rule: str = ""
    recurs: str = ""


def _shown(day: date) -> str:
    return f"{day:%d/%m/}{day.year}"


def of(words: str, parts: Sequence[Atom], lead: str, base: date | None) -> Meaning:
    """The meaning of a deadline in a sentence; ``words`` is its folded text with the words that bind, ``lead`` their sort."""
    first = parts[0]
    if first.kind == "rel":
        return _relative(first, base)
    rounds = next((r for a in parts if (r := round_of(a))), "")
    if rounds:
        return _recurring(parts, rounds, base)
    ends = [(a, s) for a in parts if (s := span_of(a, base))]
    if not ends:
        return Meaning(rule="Chưa tính được ngày" if base else "")
    if len(ends) > 1 and (lead == "from" or re.search(r"\bden\b|[-–—]", words)):
        return Meaning(None, ends[-1][1][1], f"Hết khoảng thời gian: {_shown(ends[-1][1][1])}")
    days = {d for a in parts if (d := calendar_day(a))}
    day = days.pop() if len(days) == 1 else None
    return _single(ends[0][0], ends[0][1], words, day, base)


def _single(atom: Atom, span: tuple[date, date], words: str, day: date | None, base: date | None) -> Meaning:
    before = bool(_BEFORE.search(words))
    if atom.kind in DATED or atom.kind == "words":
        if day is not None:
            return Meaning(day, day, "")
        return Meaning(None, span[1], f"Năm lấy theo ngày của kế hoạch: {_shown(span[1])}" if calendar_day(atom) is None else "")
    name = _NAMES[atom.kind]
    guessed = "" if _has_year(atom) else " (năm lấy theo ngày của kế hoạch)"
    if before and atom.kind not in {"end"} and atom.found.get("yp") is None and span[0] > date.min:
        last = span[0] - timedelta(days=1)
        return Meaning(None, last, f"Trước {name} nêu trong văn bản: chậm nhất {_shown(last)}{guessed}")
    part = _PART.search(words)
    last = _last_of_part(atom.kind, span, part[0]) if part else span[1]
    shown = f"Phần nêu trong văn bản của {name}" if last != span[1] else f"Ngày cuối của {name}"
    return Meaning(None, last, f"{shown}: {_shown(last)}{guessed}")


def _last_of_part(kind: str, span: tuple[date, date], part: str) -> date:
    """The last day of the beginning or the middle of a month or a quarter ("thượng tuần tháng 8", "đầu quý IV")."""
    early = part in ("dau", "thuong tuan", "tuan dau")
    if kind == "quarter" and part in ("dau", "giua"):
        return month_end(span[0].year, span[0].month + (0 if early else 1))
    if kind in ("month", "mbare") and (early or part in ("giua", "trung tuan")):
        return span[0].replace(day=7 if part == "tuan dau" else 10 if early else 20)
    return span[1]


_PART = re.compile(r"\b(?:thuong tuan|trung tuan|tuan dau|dau|giua)\b")


def _has_year(atom: Atom) -> bool:
    return any(k in atom.found for k in ("fy", "wy", "my", "by", "qy", "hy", "y", "py"))


def _relative(atom: Atom, base: date | None) -> Meaning:
    count, unit = count_of(atom.found.get("rn")), atom.found["ru"]
    words = f"{count} {_UNITS[unit]}{' làm việc' if 'rw' in atom.found else ''}"
    own = _OWN_START.search(atom.found["rel"])
    if base is None or count is None or not own or unit == "gio" or "truoc khi" in atom.found["rel"] or base.year > 9900:
        return Meaning(rule=f"{words} tính từ mốc nêu trong văn bản; cần ấn định ngày")
    if unit == "thang":
        last = add_months(base, count)
    elif "rw" in atom.found:
        last = add_working_days(base, count)
    else:
        last = base + timedelta(days=count * (7 if unit == "tuan" else 1))
    return Meaning(None, last, f"{words} kể từ ngày của kế hoạch ({_shown(base)}): {_shown(last)}")


def _recurring(parts: Sequence[Atom], rounds: str, base: date | None) -> Meaning:
    """The first time it falls due on or after the day of the plan."""
    name = _ROUND_NAMES.get(rounds, "định kỳ")
    fixed = [d for a in parts if a.kind in DATED | {"words", "month", "year"} and (d := _date_in_round(a, rounds, base, parts))]
    if fixed:
        return Meaning(None, min(fixed), f"Lặp lại {name}; kỳ đầu tiên {_shown(min(fixed))}", rounds)
    weekday = next((weekday_of(a) for a in parts if a.kind == "weekday"), None)
    if weekday is not None and base is not None and base.year < 9999:
        first = base + timedelta(days=(weekday - base.weekday()) % 7)
        return Meaning(None, first, f"Lặp lại {name}; kỳ đầu tiên {_shown(first)}", rounds)
    if base is None or rounds not in _STEP:
        return Meaning(rule=f"Lặp lại {name}", recurs=rounds)
    step = _STEP[rounds]
    last = month_end(base.year, -(-base.month // step) * step)
    return Meaning(None, last, f"Lặp lại {name}; hết kỳ đầu tiên {_shown(last)}", rounds)


def _date_in_round(atom: Atom, rounds: str, base: date | None, parts: Sequence[Atom]) -> date | None:
    if atom.kind != "day":
        span = span_of(atom, base)
        return span[1] if span else None
    number = atom.number("dd")
    if base is None or number is None or base.year > 9900:
        return None
    step, wanted = 1, 0
    if rounds == "quarter":
        step = 3
        turn = next((a for a in parts if a.kind == "turn"), None)
        wanted = 1 if turn and turn.found["tp"] == "dau" else 0
    for later in range(0, 7):
        day = add_months(base.replace(day=1), later)
        if step == 1 or day.month % 3 == wanted:
            found = day.replace(day=min(number, month_end(day.year, day.month).day))
            if found >= base:
                return found
    return None


def of_cell(words: str, parts: Sequence[Atom], base: date | None) -> Meaning:
    """The meaning of a time cell: the last day of a stretch, the first day of a list, the first round of what recurs."""
    if not parts:
        years = [int(y) for y in re.findall(r"(?<![\d/])(?:19|20)\d\d(?![\d/])", words[:400])]
        if years:
            last = date(max(years), 12, 31)
            return Meaning(None, last, f"Ngày cuối của năm: {_shown(last)}")
        return Meaning(rule="Chưa có ngày lịch, cần ấn định ngày")
    if parts[0].kind == "rel":
        return _relative(parts[0], base)
    if re.match(r"(?:ke )?tu\b", words) and len(parts) == 1 and parts[0].kind != "period" and not re.search(r"\bden\b", words):
        return Meaning(rule="Chỉ nêu thời điểm bắt đầu")
    plain = tuple(a for a in parts if a.kind not in ROUNDS)
    lead = "from" if re.match(r"tu\b", words) else ""
    if len(plain) > 2 and not any(a.kind in ROUNDS for a in parts):
        parts = (plain[0], plain[-1])
    return of(words, parts, lead, base)

