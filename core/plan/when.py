"""Time words of Vietnamese office prose and what they mean on the calendar: dates, months, quarters, years, periods, rounds.

Everything is matched on folded text (no case, no marks, one letter for one letter) with bounded repetition only, so that a line
of any length costs time in proportion to its length.
"""
from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.fold import fold

_W = r"[\s\xa0]{1,4}"
_S = r"[\s\xa0]{0,3}"
_DASH = r"[-–—]"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_M = r"(?:1[0-2]|0?[1-9])"
_Y = r"(?:19|20)\d\d"
_Q = r"(?:iii|ii|iv|i|0?[1-4])"
_N = r"(?:\d{1,2}|mot|hai|ba|bon|nam|sau|chin|muoi)"
_UNIT = r"(?:ngay|tuan|thang|quy|nam)"
# what is held or published so many times a month
_TURN = (rf"(?:lan|buoi|tiet|cuoc(?:{_W}(?:hop|kiem{_W}tra))?|ky|tin|bai|tin,?{_W}bai|bai{_W}viet|phong{_W}su|chuyen{_W}muc|chuyen{_W}de"
         rf"|ban{_W}tin|dot|phien|hoi{_W}nghi|luot|so)")
# what may follow the first round of a list: "hàng tháng, quý, 6 tháng và năm 2024"
_ROUNDS = (rf"(?:{_S}(?:,|;|va\b|hoac\b|/){_S}(?:(?:hang|moi|dinh{_W}ky){_W})?"
           rf"(?:0?[369]{_W}thang(?:{_W}(?:dau|cuoi){_W}nam)?|tuan\b|thang\b(?!{_W}\d)|quy\b(?!{_W}(?:{_Q})\b)|nua{_W}nam|(?:ca{_W}"
           rf"|mot{_W}|0?1{_W})?nam\b"
           rf"(?:{_W}{_Y})?|(?:khi{_W}co{_W}yeu{_W}cau|dot{_W}xuat)\b)){{0,5}}")
_ATOM = re.compile("|".join((
    rf"(?P<full>(?<![\d/.\-])(?:\bngay{_W})?(?P<fd>{_D}){_S}[/.\-]{_S}(?P<fm>{_M}){_S}[/.\-]{_S}(?P<fy>{_Y})(?![\d/]))",
    rf"(?P<words>(?<![\d/])(?:\bngay{_W})?(?P<wd>{_D}){_W}thang{_W}(?P<wm>{_M})(?:{_S}/{_S}|{_S},?{_S}nam{_W})(?P<wy>{_Y})(?!\d))",
    rf"(?P<short>(?:\bngay{_W}(?P<sd>{_D})(?:{_S}[/\-]{_S}|{_W}thang{_W})|(?<![\d/.,])(?P<sd2>{_D}){_W}thang{_W})(?P<sm>{_M})(?![\d/])"
    rf"(?!{_W}(?:lan|dau|cuoi)\b))",
    rf"(?P<rel>(?:(?:\b(?:cham|muon){_W}nhat(?:{_W}(?:la|trong|sau|khong{_W}qua|trong{_W}vong))?|(?:trong{_W})?thoi{_W}(?:han|gian)"
    rf"(?:{_W}toi{_W}da|{_W}khong{_W}qua)?|trong{_W}vong|khong{_W}qua|toi{_W}da|trong|truoc|sau){_W}(?:\({_S})?|(?<![\d/]))(?P<rn>{_N}"
    rf"|\d{{1,3}})"
    rf"(?:{_S}\([^()\n]{{1,20}}\))?{_W}(?P<ru>ngay|tuan|thang|gio)(?:{_W}(?P<rw>lam{_W}viec))?,?{_W}(?:ke{_W}tu|tinh{_W}tu|tu{_W}ngay"
    rf"|sau{_W}khi|truoc{_W}khi)"
    rf"[^.,;:()]{{0,120}})",
    rf"(?P<every>(?:(?<!\d)(?P<en>{_N}){_W}(?P<eu>{_UNIT}){_S}(?:(?:/|moi){_S})?(?:(?:\d{{1,2}}|mot|hai){_W})?lan\b"
    rf"|(?<!\d)\d{{1,2}}{_W}lan{_S}/{_S}(?P<eu3>{_UNIT})\b|\b(?:moi|hang){_W}(?P<eu2>{_UNIT}){_W}(?:\w{{1,6}}{_W}){{0,3}}?(?:it{_W}nhat{_W}|toi{_W}thieu{_W})?(?P<en2>\d{{1,2}}|mot|hai|ba|bon){_W}{_TURN}\b"
    rf"|(?<![\d.,])\d{{1,2}}{_W}{_TURN}(?:{_S}/{_S}|{_W}(?:moi|hang|trong{_W}mot){_W})(?P<eu4>{_UNIT})\b(?!{_W}\d)))",
    rf"(?P<round>\bdinh{_W}ky{_S}[,(]?{_S}(?:theo{_W})?(?:(?P<pn>{_N}){_W})?(?P<pu>{_UNIT})\b(?!{_W}\d)(?!{_S}/)(?!{_W}(?:mot|hai){_W}lan)"
    rf"(?!{_W}(?:{_Q}){_S}(?:/|nam)){_ROUNDS})",
    rf"(?P<half>(?<!\d)(?P<hn>0?[69]|sau|chin){_W}thang{_W}(?P<hp>dau|cuoi)(?:{_W}(?:cua{_W})?nam\b)?(?:{_W}(?P<hy>{_Y})(?!\d))?)",
    rf"(?P<recur>(?<!ngan )(?<!khach )(?<!cua )(?<!mat )(?<!ban )\b(?:hang|moi){_W}(?P<cu>{_UNIT})\b(?!{_W}\d){_ROUNDS})",
    rf"(?P<turn>\bthang{_W}(?P<tp>dau|cuoi|cuoi{_W}cung)(?:{_W}cua)?(?:{_W}(?P<te>moi|hang))?{_W}quy\b(?:{_W}(?P<tq>{_Q})\b)?)",
    rf"(?P<day>\b(?:cac{_W})?ngay{_W}(?P<dd>{_D})(?![\d/]))",
    rf"(?P<quarter>(?<!noi )\bquy{_W}(?P<q>{_Q})(?:{_S}(?:,|va\b|{_DASH}|den\b){_S}(?:het{_W})?(?:quy{_W})?(?P<q2>{_Q})\b){{0,3}}"
    rf"(?:(?:{_S}[/\-]{_S}|{_S},?{_S}nam{_W}|{_W}(?=\d{{4}}))(?P<qy>{_Y}))?(?![\w/]))",
    rf"(?P<month>\bthang{_W}(?P<m>{_M})(?:(?:{_S}[/\-]{_S}|{_S},?{_S}nam{_W}|{_W}(?=\d{{4}}))(?P<my>{_Y}))?(?![\d/])(?!{_W}lan\b))",
    rf"(?P<period>\b(?:giai{_W}doan|thoi{_W}ky|nhiem{_W}ky|nam{_W}hoc|cac{_W}nam|trong{_W}(?:0?[2-9]|hai|ba"
    rf"|bon){_W}nam)(?:{_W}tu)?(?:{_W}nam)?{_W}(?P<py>{_Y})"
    rf"{_S}(?:{_DASH}|den\b|,|va\b){_S}(?:nam{_W})?(?P<py2>{_Y})(?!\d)(?:{_W}va{_W}(?:nhung|cac){_W}nam{_W}tiep{_W}theo)?)",
    rf"(?P<year>(?:\b(?P<yp>dau|giua|cuoi){_W})?\bnam{_W}(?P<y>{_Y})(?:{_S}{_DASH}{_S}(?P<y2>{_Y}))?(?!\d)(?!{_S}[/.]{_S}\d))",
    rf"(?P<end>\b(?:cuoi|het){_W}(?P<ep>nam|thang|quy|tuan)(?:{_W}(?:nay|hien{_W}tai))?\b(?!{_W}(?:hoc|\d)))",
    rf"(?P<hour>(?<![\d/])(?P<hh>[01]?\d|2[0-4]){_S}(?:h|g|gio)(?:{_S}[0-5]\d\b|\b)(?:{_S}phut)?)",
    rf"(?P<weekday>\b(?:chieu{_W}|sang{_W})?(?:ngay{_W})?(?:thu{_W}(?P<wk>hai|ba|tu|nam|sau|bay|[2-7])|chu{_W}nhat)\b)",
    rf"(?P<mbare>(?<![\d/.,\-])(?P<bm>{_M})/(?P<by>{_Y})(?![\d/]))",
    rf"(?P<dbare>(?<![\d/.,\-])(?P<bd>{_D})[/](?P<bdm>{_M})(?![\d/%])(?!\.\d))",
)))
# Where an expression can begin: looked for first, since trying every form at every letter is ten times slower.
_HEAD = re.compile(r"\d+|(?:ngay|dinh|hang|moi|thang|quy|giai|thoi|nhiem|nam|cac|dau|giua|cuoi|het|cham|muon|khong|toi|trong|truoc|sau"
                   r"|thu|chieu|sang|chu"
                   r"|mot|hai|ba|bon|chin|muoi)\b")
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "chin": 9, "muoi": 10}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_MONTHS_OF = {"thang": 1, "quy": 3, "nam": 12}
DATED = frozenset({"full", "words", "short", "day", "dbare"})
ROUNDS = frozenset({"every", "round", "recur", "turn"})


@dataclass(frozen=True, slots=True)
class Atom:
    """One time expression in folded text: ``kind`` is the name of its form, ``found`` its named parts (folded, those present)."""

    kind: str
    start: int
    end: int
    found: dict[str, str]

    def number(self, name: str) -> int | None:
        return count_of(self.found.get(name))


def count_of(word: str | None) -> int | None:
    """The number that digits or a number word mean ("06" → 6, "sau" → 6); None where there is none."""
    if not word:
        return None
    return int(word) if word.isdigit() else _NUMBERS.get(word)


_QUI = re.compile(r"\bqui\b")  # "quí II", as it was written


def flat(text: str) -> str:
    """``text`` folded with exactly one letter for each of its letters, whatever it holds, so that offsets stay valid."""
    folded = fold(text)
    if len(folded) != len(text):
        folded = "".join(one if len(one := fold(letter)) == 1 else "\x00" for letter in text)
    return _QUI.sub("quy", folded)


def atoms(folded: str) -> Iterator[Atom]:
    """The time expressions of folded text, left to right, none overlapping."""
    place = 0
    for head in _HEAD.finditer(folded):
        start = head.start()
        if start < place or (start and folded[start - 1].isalnum()):
            continue
        match = _ATOM.match(folded, start)
        if match is None or match.end() == start:
            continue
        place = match.end()
        kind = next(k for k in _KINDS if match[k] is not None)
        yield Atom(kind, match.start(), match.end(), {k: v for k, v in match.groupdict().items() if v is not None})


_KINDS = ("full", "words", "short", "rel", "every", "round", "half", "recur", "turn", "day", "quarter", "month", "period", "year", "end",
          "hour", "weekday", "mbare", "dbare")


def calendar_day(atom: Atom) -> date | None:
    """The day of a full calendar date, None for every other form and for days that do not exist (31/02/2025)."""
    for year, month, day in (("fy", "fm", "fd"), ("wy", "wm", "wd")):
        if year in atom.found:
            return _safe(int(atom.found[year]), int(atom.found[month]), int(atom.found[day]))
    return None


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last day of a shorter month. Years outside 1..9998 stay at the edge."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9998 * 12 + 11)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_working_days(day: date, count: int) -> date:
    """``count`` working days later (Saturdays and Sundays are skipped; holidays are not known here)."""
    for _ in range(min(count, 999)):
        day += timedelta(days=1)
        while day.weekday() >= 5:
            day += timedelta(days=1)
    return day


def year_near(base: date | None, month: int, day: int) -> date | None:
    """The first such day on or after ``base``; None without a base."""
    if base is None:
        return None
    found = _safe(base.year, month, day)
    if found is not None and found < base:
        found = _safe(base.year + 1, month, day)
    return found


def span_of(atom: Atom, base: date | None) -> tuple[date, date] | None:
    """First and last day that the expression covers; a missing year is taken from ``base``. None where that cannot be told."""
    day = calendar_day(atom)
    if day is not None:
        return day, day
    rule = _SPANS.get(atom.kind)
    return rule(atom, base) if rule else None


def _short(atom: Atom, base: date | None) -> tuple[date, date] | None:
    if atom.kind == "short":
        month, day = atom.number("sm"), atom.number("sd") or atom.number("sd2")
    else:
        month, day = atom.number("bdm"), atom.number("bd")
    found = year_near(base, month or 1, day or 1)
    return (found, found) if found else None


def _year_of(atom: Atom, name: str, base: date | None) -> int | None:
    return atom.number(name) or (base.year if base else None)


def _months(first: int, last: int, year: int | None, base: date | None, given: bool) -> tuple[date, date] | None:
    if year is None:
        return None
    if not given and base is not None and month_end(year, last) < base:
        year += 1
    return date(year, first, 1), month_end(year, last)


def _month(atom: Atom, base: date | None) -> tuple[date, date] | None:
    name, year = ("m", "my") if atom.kind == "month" else ("bm", "by")
    month = atom.number(name) or 1
    return _months(month, month, _year_of(atom, year, base), base, year in atom.found)


def _quarter(atom: Atom, base: date | None) -> tuple[date, date] | None:
    first = quarter_number(atom.found.get("q", "")) or 1
    last = max(first, quarter_number(atom.found.get("q2", "")) or first)
    return _months(first * 3 - 2, last * 3, _year_of(atom, "qy", base), base, "qy" in atom.found)


def quarter_number(word: str) -> int | None:
    return _QUARTERS.get(word) or (int(word) if word.isdigit() else None)


def _half(atom: Atom, base: date | None) -> tuple[date, date] | None:
    months = 9 if atom.found["hn"] in {"9", "09", "chin"} else 6
    first, last = (1, months) if atom.found["hp"] == "dau" else (13 - months, 12)
    return _months(first, last, _year_of(atom, "hy", base), base, "hy" in atom.found)


def _year(atom: Atom, base: date | None) -> tuple[date, date] | None:
    year, part = int(atom.found["y"]), atom.found.get("yp")
    last = int(atom.found.get("y2", year))
    if last < year:
        return None
    ends = {"dau": (1, 3), "giua": (4, 9)}.get(part or "", (1, 12))
    return date(year, ends[0], 1), month_end(last, ends[1])


def _period(atom: Atom, base: date | None) -> tuple[date, date] | None:
    first, last = int(atom.found["py"]), int(atom.found["py2"])
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _end(atom: Atom, base: date | None) -> tuple[date, date] | None:
    if base is None:
        return None
    if atom.found["ep"] == "tuan":
        last = base + timedelta(days=6 - base.weekday()) if base < date(9998, 1, 1) else base
        return base, last
    months = _MONTHS_OF[atom.found["ep"]]
    return base, month_end(base.year, -(-base.month // months) * months)


_SPANS = {"short": _short, "dbare": _short, "month": _month, "mbare": _month, "quarter": _quarter, "half": _half, "year": _year,
          "period": _period, "end": _end}


def round_of(atom: Atom) -> str:
    """How often a recurring expression comes round: "day", "week", "month", "quarter", "half", "year", else "2-year", "4-month" …;
    "" where it does not recur."""
    if atom.kind == "turn":
        return "" if "tq" in atom.found else "quarter"
    names = (("eu", "en"), ("pu", "pn"), ("cu", ""), ("eu2", ""), ("eu3", ""), ("eu4", ""))
    name, number = next(((u, n) for u, n in names if u in atom.found), ("", ""))
    if not name:
        return ""
    unit, count = atom.found[name], atom.number(number) or 1
    if unit in _MONTHS_OF:
        months = count * _MONTHS_OF[unit]
        named = {1: "month", 3: "quarter", 6: "half", 12: "year"}.get(months)
        return named or (f"{months // 12}-year" if months % 12 == 0 else f"{months}-month")
    one = {"ngay": "day", "tuan": "week"}[unit]
    return one if count == 1 else f"{count}-{one}"


def weekday_of(atom: Atom) -> int:
    """0 for Monday … 6 for Sunday."""
    word = atom.found.get("wk", "")
    return int(word) - 2 if word.isdigit() else _WEEKDAYS.get(word, 6)
