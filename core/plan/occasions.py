"""Time words that stand on no calendar: seasons, sessions, school years, "khi có yêu cầu", "ngay sau khi …", "trong 24 giờ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_W = r"[\s\xa0]{1,4}"
_Y = rf"(?:{_W}(?:nam{_W})?\d{{4}}(?:\s?[-–]\s?\d{{4}})?)?"
_PART = rf"(?:(?:dau|giua|cuoi|het|ket{_W}thuc){_W})"
_TAIL = r"[^.,;:()\n“”\"]{0,60}"
_N = r"(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"


def _p(pattern: str) -> str:
    """A pattern written with plain blanks."""
    return pattern.replace(" ", _W)


_FORMS: tuple[tuple[str, str], ...] = (
    ("season", _p("(?:(?:xong )?truoc(?: khi| thoi diem| va trong)?|trong(?: suot)?|vao|den|het|(?:ngay )?tu)") + rf"{_W}{_PART}?"
     + _p("(?:cac )?mua (?:mua|lu|bao|kho|he|nang|ret|thu hoach|tuyen sinh|gieo cay|le hoi"
          "|du lich|hoa|vai|can|vu(?=[^.,;:]{0,40}\\d{4}))") + _TAIL),
    ("season", _p("(?:xong )?(?:truoc(?: khi)?|truoc va trong|trong|vao|het) (?:dip )?(?:nghi )?"
                  "(?:tet(?! duong)|tet duong lich|nghi he|he(?! thong))(?!\\w)") + _TAIL),
    ("event", _p("(?:xong )?truoc(?: khi| thoi diem)? (?:dip le|khai giang|ngay khai giang|khai mac|be mac|ky hop|dai hoi"
                 "|le hoi|hoi nghi tong ket|ky thi|cuoc bau cu|ngay bau cu|nam hoc moi)") + _TAIL),
    ("event", _p("(?:xong )?truoc ngay") + rf"{_W}(?=[a-z])(?!nay(?!\w))" + _TAIL),
    ("before", _p("(?:xong )?truoc khi (?!co |thuc hien |trinh )") + _TAIL),
    ("event", _p("(?:trong|vao) dip (?:le|he|ky niem|khai giang)") + _TAIL),
    ("school", _p("(?:truoc|trong(?: suot)?|vao|den|het|sau|ngay tu|khi|moi)") + rf"{_W}{_PART}?" + _p("(?:nam hoc|hoc ky)")
     + rf"(?:{_W}(?:moi|nay|i{{1,2}}|1|2)\b)?" + _Y),
    ("school", rf"{_PART}" + _p("(?:nam hoc|hoc ky)") + rf"(?:{_W}(?:moi|nay|i{{1,2}}|1|2)\b)?" + _Y),
    ("term", _p("(?:(?:vao|den|truoc|khi) )?(?:giua|cuoi|het|ket thuc) nhiem ky") + _Y),
    ("session", _p("(?:tai|vao|trong)") + rf"{_W}" + _p("(?:cac )?(?:ky|phien) hop(?! bao)") + r"(?!\w)" + _TAIL),
    ("request", _p("ngay khi (?:co )?(?:nguoi dan |co quan co tham quyen )?yeu cau") + r"(?!\w)"),
    ("each", _p("(?:ngay )?(?:truoc|sau|trong|khi ket thuc|ket thuc) (?:moi|tung) (?:dot|ky|lan|buoi|ngay|vu|tran|hoi nghi|giai doan|cuoc"
                "|chuyen|hoc ky|phien|khoa|dien tap|mua vu|nam hoc)") + r"(?!\w)[^.,;:()\n“”\"]{0,30}"),
    ("after", _p("ngay sau(?: khi)?") + rf"{_W}[^.,;:()\n“”\"]{{4,70}}"),
    ("close", _p("(?:ngay |truoc )?(?:khi|sau khi|den khi) ket thuc (?:chien dich|dot|giai doan|quy|thang|nam|du an|chuong trinh|ke hoach"
                 "|cuoc|ky|nhiem ky|le hoi|khoa)") + r"(?!\w)[^.,;:()\n“”\"]{0,50}"),
    ("unit", _p("trong (?:tuan|thang|quy)(?: nay)?") + r"(?=[\s\xa0]{0,3}(?:[.,;)]|$))"),
    ("length", _p("(?:chi )?trong(?: thoi gian| vong| thoi han)?(?: khong qua| toi da)?") + rf"{_W}{_N}(?:{_W}\([^()\n]{{1,16}}\))?"
     + _p(" (?:gio|ngay|tuan|thang|nam)(?: lam viec| lien tuc| lien tiep)?(?: dau(?: cua)? (?:thang|quy|nam|ky)(?: (?:tiep theo|sau))?)?")
     + r"(?=[\s\xa0]{0,3}(?:[.,;)]|$))"),
)
_ANY = re.compile(r"(?<!\w)(?:" + "|".join(f"(?P<f{n}>{form})" for n, (_, form) in enumerate(_FORMS)) + ")")
# Where an occasion can begin: looked for first, as trying every form at every letter is dear.
_HEAD = re.compile(r"(?<!\w)(?:xong|truoc|trong|vao|den|het|sau|ngay|tu|khi|moi|dau|giua|cuoi|ket|tai|dot|chi)(?!\w)")
# What follows is no longer the occasion but the work.
_CUT = re.compile(r"[\s\xa0]+(?:de|nham|va (?:bao|gui|to|trien|thuc|xay|cong|tuyen|kiem|theo|huong|ra|tong|trinh|phoi)\w*"
                  r"|bao cao|gui|trinh|tham muu|to chuc|xay dung|cac (?:so|co quan|don vi|dia phuong)|so|ubnd|phai|can|theo|thi|cho"
                  r"|dam bao|bao dam|tien hanh)(?!\w)")
_PAST = re.compile(r"(?:\b(?:duoc|da)\b[^.,;:]{0,40}|\bnghi quyet (?:so|cua)\b[^.;:]{0,60}|\bnghi quyet"
                   r"|\bket luan|\bphat bieu|\by kien)[\s\xa0]{1,3}$")
_REPORTS = re.compile(r"(?:\bbao cao\b|\bdot xuat\b|\btong hop\b)[^.;:]*$")  # what is only given out on request has no date
# A stretch ("trong mùa mưa", "trong dịp Tết", "trong năm học") says for how long, and binds only what is to be finished in it, what
# comes round in it, and where it has a year of its own.
_STRETCH = re.compile(_p("trong(?: suot)?") + rf"{_W}(?!{_PART})|" + _p("ngay tu "))
_FINISHED = re.compile(r"\b(?:hoan thanh|hoan tat|ket thuc|xong|khac phuc|(?:hang|moi)[\s\xa0]{1,3}\w{3,6}|lan|gio)"
                       r"[\s\xa0]{0,3}[,(]?[\s\xa0]{0,3}$"
                       r"|\b(?:hoan thanh|hoan tat|ket thuc|xong)\b[^.;:]{0,160}$")
_SUBMITTED = re.compile(r"\b(?:trinh|bao cao|thong qua|ban hanh|xem xet|hoan thanh|cho y kien|quyet dinh|quyet nghi|bo tri)\b"
                        r"[^.;:]{0,120}$")
_RESULT = re.compile(r"\b(?:ket qua|so lieu|tinh hinh|so thu|dat duoc)\b[^.;:]*$")
_RULES = {
    "request": "Khi có yêu cầu, không ấn định ngày",
    "each": "Lặp lại theo từng đợt nêu trong văn bản, không ấn định ngày",
    "after": "Tính từ sự việc nêu trong văn bản; cần ấn định ngày",
    "length": "Khoảng thời gian không nêu mốc bắt đầu; cần ấn định ngày",
}
_OTHER = "Mốc không phải ngày lịch, cần ấn định ngày"


@dataclass(frozen=True, slots=True)
class Occasion:
    """The range of the words in the folded text, and what the clerk is told of their meaning."""

    start: int
    end: int
    rule: str


def occasions(folded: str) -> Iterator[Occasion]:
    """The occasions of a folded text from left to right, none overlapping."""
    place = 0
    for head in _HEAD.finditer(folded):
        if head.start() < place:
            continue
        match = _ANY.match(folded, head.start())
        if match is None:
            continue
        kind = next(k for n, (k, _) in enumerate(_FORMS) if match[f"f{n}"] is not None)
        before = folded[max(0, match.start() - 180):match.start()]
        if kind in ("season", "school", "event") and _STRETCH.match(match[0]) and not (
            _FINISHED.search(before) or any(c.isdigit() for c in match[0])
        ):
            place = match.end() if kind == "school" else place
            continue
        if kind == "before" and not _FINISHED.search(before + ("xong " if match[0].startswith("xong") else "")):
            continue
        if kind == "session" and not _SUBMITTED.search(before):
            continue
        if kind == "session" and _PAST.search(folded[max(0, match.start() - 80):match.start()]):
            continue
        if kind == "length" and _RESULT.search(folded[max(0, match.start() - 60):match.start()]):
            continue
        if kind == "request" and not _REPORTS.search(folded[max(0, match.start() - 60):match.start() + 8]):
            continue
        cut = _CUT.search(folded, match.start() + 8, match.end()) if kind not in ("unit", "length", "request", "school", "term") else None
        end = cut.start() if cut else match.end()
        place = max(end, head.end())
        yield Occasion(match.start(), end, _RULES.get(kind, _OTHER))
