"""The words of a task's sentence that bind it in time, told apart from dates of cited documents, periods in titles and targets."""
from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from core.model import Deadline, Span
from core.plan import due
from core.plan.occasions import Occasion, occasions
from core.plan.when import DATED, ROUNDS, Atom, atoms, flat

_W = r"[\s\xa0]{1,4}"
# Words before an expression that make it a limit. "strong" binds whatever follows; "in" binds a stretch of time; "at" asks for more.
_STRONG = (rf"truoc(?:{_W}(?:thoi{_W}(?:diem|han)|het))?|(?:cham|muon){_W}nhat(?:{_W}(?:la|den|vao|trong|truoc|het|ngay|toi)){{0,3}}"
           rf"|(?:tu{_W}nay{_W})?(?:den|toi){_W}het|het|khong{_W}(?:cham|muon|tre){_W}hon|khong{_W}qua|tu{_W}nay{_W}(?:den|toi)"
           rf"|(?:thoi{_W}han|han{_W}(?:chot|cuoi|cuoi{_W}cung)|thoi{_W}diem{_W}cuoi{_W}cung)(?:{_W}la)?")
_LEAD = re.compile(rf"(?:^|(?<=[^\w]))(?:(?P<dk>dinh{_W}ky{_W}(?:vao{_W})?[(]?)?(?:(?P<strong>{_STRONG})|(?P<in>trong(?:{_W}vong)?)"
                   rf"|(?P<on>vao(?:{_W}(?:sang|chieu|toi|trua|dip|thoi{_W}diem))?)"
                   rf"|(?P<at>den|toi)|(?P<from>(?:ke{_W})?tu))?"
                   rf"(?:[\s\xa0]{{0,4}}(?P<of>(?:tuan{_W}|nua{_W})?(?:cuoi|dau|giua)(?:{_W}cua)?|tuan{_W}thu{_W}\w{{1,3}}(?:{_W}cua)?"
                   rf"|(?:thuong|trung|ha){_W}tuan(?:{_W}cua)?))?)[\s\xa0]{{0,4}}$")
_LABEL = re.compile(r"\b(?:(?:thoi (?:gian|han|diem)|tien do|han)(?: (?:hoan thanh|thuc hien|trien khai|bao cao|gui|trinh|den|ket thuc"
                    r"|xong|chot|cuoi))*)"
                    r"\s{0,3}[:\-–]\s{0,3}(?:(?:truoc|trong|tu|den|het|vao)\s{1,3}){0,3}$")
_DONE = re.compile(r"\b(?:hoan thanh|hoan thien|hoan tat|ket thuc|xong|dua vao|khoi cong|khanh thanh|giai quyet|trinh|ban hanh|bao cao"
                   r"|so ket|tong ket"
                   r"|phe duyet|nghiem thu|cong bo)\b")
_FINISH = re.compile(r"\b(?:hoan thanh|hoan thien|hoan tat|ket thuc|xong)\b")
_JUST_DONE = re.compile(r"\b(?:hoan thanh|hoan tat|ket thuc|xong|bao cao|thuc hien|trien khai|ban hanh|khoi cong|khanh thanh|trinh"
                        r"|gui)[\s(]{1,3}$")
_NEAR_YEAR = re.compile(r"\b(?:hoan thanh|hoan tat|ket thuc|xong)(?: xong)?[\s(]{1,3}$")
_REPORTS = re.compile(r"\b(?:bao cao|tong hop|danh gia|theo doi|so ket|tong ket|kiem tra|ra soat|to chuc|giao ban|hop|cong bo|gui"
                      r"|cap nhat|thong ke|tham muu|dang ky"
                      r"|kiem ke|doi chieu|thong bao|to chuc)\b")
# A recurring word that only describes a noun: the yearly plan, the yearly budget.
_NOUN = re.compile(r"\b(?:ke hoach|chuong trinh|du toan|ngan sach|kinh phi|chi tieu|nhiem vu|von|dau tu|cong tac|muc tieu|nha nuoc"
                   r"|ke hoach cong tac|trung han|cong hien|dinh muc"
                   r"|quy|luong|thi dua|khen thuong|ngan sach nha nuoc|ngan sach dia phuong|du toan chi"
                   r"|(?:tro cap|phu cap|tro giup|kinh phi)(?: \w{1,8}){0,4})[\s(]{1,3}$")
_TARGET = re.compile(r"\d[\d.,]*\s{0,2}%|\b(?:dat|phan dau|chiem|binh quan|tang|giam|duy tri)\b[^.;:]{0,40}?\d")
_AIM = re.compile(r"\bphan dau\b")
_PAST = re.compile(
                   r"(?:\b(?:phat sinh|dien ra(?: vao)?|khai mac(?: vao)?"
                   r"|co hieu luc|xay ra|nhap ngu|dat duoc|luy ke|ton tai|(?<!hoc )(?<!thi )sinh|(?:so lieu|ket qua"
                   r"|dan so|thuc hien|no) tinh"
                   r"|(?:duoc|da) (?:duoc )?(?:ban hanh|cap|xay dung|thanh lap|tuyen dung|ky|ky ket|hinh thanh|tiep nhan|dau tu"
                   r"|su dung)|da (?:duoc )?phe duyet|da co|da)"
                   r"|^tinh)[\s,]{1,3}(?:tu[\s]{1,3})?$")
_DENIED = re.compile(r"^[\s\-–+*•]{0,6}(?:chua|khong|tam dung|dung)\b")
_SHIFTS = re.compile(r"\b(?:day|hoc|ban tru|to chuc day)[\s\xa0(]{1,3}$")  # "dạy học 2 buổi/ngày" is a kind of schooling
_PART_OF = re.compile(r"\b(?:dau|giua|cuoi)\b")
_TITLE = re.compile(r"(?:quy hoach|de an|chien luoc|dinh huong|tam nhin|chuong trinh|ke hoach|nghi quyet|du an)\b[^.;:]{0,200}$")
_GAP = re.compile(r"[\s\xa0]{0,3}(?:,|-|–|va\b|den\b|toi\b|den het\b|hoac\b)?[\s\xa0]{0,3}")
_BEFORE_DATE = re.compile(rf"[\s\xa0]{{0,2}}[,(]?[\s\xa0]{{0,2}}(?:(?:vao|trong|truoc|cham{_W}nhat|muon{_W}nhat|den"
                          rf"|xong{_W}truoc)(?:{_W}(?:la|vao|truoc|ngay|den)){{0,2}})?[\s\xa0]{{1,3}}")
_AND_BEFORE = re.compile(rf"[\s\xa0]{{0,2}}(?:,|va\b|,{_W}va\b){_W}truoc{_W}")
_BEFORE_ROUND = re.compile(rf"[\s\xa0]{{0,2}}[,(]?[\s\xa0]{{0,2}}(?:(?:cua|dinh{_W}ky){_W})?")
_TAIL = re.compile(rf"{_W}(?:cua{_W}nam{_W}(?:sau|truoc|lien{_W}ke|ke{_W}tiep|bao{_W}cao|ke{_W}hoach)|(?:nam|thang){_W}(?:sau|truoc"
                   rf"|bao{_W}cao|lien{_W}ke|ke{_W}tiep)|cung{_W}nam"
                   rf"|va{_W}(?:cac|nhung){_W}nam{_W}tiep{_W}theo|nam{_W}nay|sau(?=[,.;)]|{_W}(?:bao|gui|tong)))\b")
_REL_END = re.compile(r"(?<!duoc)[,\s]{1,3}(?:gui|bao cao|xay dung|phai|co trach nhiem|hoan thanh|tham muu|trinh|to chuc|tong hop"
                      r"|de tong hop|thuc hien|ban hanh va)\b")
_TIMES = frozenset({"hour", "weekday", "month", "quarter", "half", "end"})
_ITEM = re.compile(r"^\s{0,4}(?:[a-z]{1,4}|\d{1,2}(?:\.\d{1,2}){0,3})[.)]\s")
_LISTED = re.compile(r"\b(?:giai doan|trung han|dai han|0?5 nam|nam nam)\b[^,;]{0,24}\bva[\s]{1,3}$")
_CLOSES = re.compile(r"\b(?:hoan thanh|hoan tat|ket thuc|xong|giai quyet)\b")
_WEAK = re.compile(r"\b(?:bao cao|thuc hien|trinh|gui)[\s(]{1,3}$")
_LOOK = 64
_CLAUSE = 260


@dataclass(frozen=True, slots=True)
class _Group:
    """Expressions that make one deadline, with the words before them that bind."""

    atoms: tuple[Atom, ...]
    start: int
    end: int
    lead: str  # "strong", "in", "on", "at", "from", "label", "dk" or ""

    @property
    def first(self) -> Atom:
        return self.atoms[0]


def find(text: str, offset: int = 0, *, base: date | None = None) -> tuple[Deadline, ...]:
    """The deadlines that bind a task whose text this is, in the order of the text.

    ``offset`` is where ``text`` begins in ``PlanText.text`` (the spans count from there); ``base`` is the day of the plan, from which
    a missing year and "kể từ ngày ban hành" are counted. Any string may come; no exception leaves.
    """
    folded = flat(text)
    clauses = _Clauses(folded)
    found = [_made(text, folded, group, offset, base) for group in _groups(folded) if _binds(folded, group, clauses)]
    seasons = [_season(text, one, offset) for one in occasions(folded) if not clauses.quoted(one.start)]
    if seasons:
        taken = [d.span for d in found if d.span]
        found += [s for s in seasons if s.span and all(s.span.end <= t.start or t.end <= s.span.start for t in taken)]
        found.sort(key=lambda d: d.span.start if d.span else 0)
    return tuple(found)


_CELL_LABEL = re.compile(r"^[\s*\-+|]{0,6}(?:\d{1,2}[.)]\s{0,3})?(?:thoi (?:gian|han|diem)|tien do|han"
                         r"|lo trinh)(?: [a-z]{2,8}){0,4}\s{0,3}[:：]")
_NO_CELL = re.compile(r"^[\W_]*$|^x$", re.IGNORECASE)
_NEVER_ENDS = re.compile(r"\b(?:thuong xuyen|lien tuc|hang ngay|theo (?:yeu cau|quy dinh|ke hoach|lo trinh|tien do))\b")


def read_cell(text: str, offset: int = 0, *, base: date | None = None) -> tuple[Deadline, ...]:
    """The deadline in a cell or label that is known to hold a time: one, whatever its words, and none where there are no words."""
    folded = flat(text)
    label = _CELL_LABEL.match(folded)
    start = label.end() if label else 0
    body = text[start:]
    start += len(body) - len(body.lstrip(" \t\r\n\xa0:*|-–•"))
    end = start + len(text[start:].rstrip(" \t\r\n\xa0.;,*|/"))
    if _NO_CELL.match(text[start:end]):
        return ()
    words = " ".join(text[start:end].split())
    parts = tuple(atoms(folded[start:end]))
    span = Span(offset + start, offset + end)
    meaning = due.of_cell(folded[start:end], parts, base)
    if not parts and _NEVER_ENDS.search(folded[start:end]):
        meaning = due.Meaning(rule="Không ấn định ngày: " + words[:1].lower() + words[1:60])
    return (Deadline(words, meaning.date, meaning.due, meaning.rule, meaning.recurs, span),)


# ---------------------------------------------------------------- expressions that belong together


def _groups(folded: str) -> list[_Group]:
    made: list[_Group] = []
    pending: list[Atom] = []
    for atom in atoms(folded):
        if pending and not _joins(folded, pending, atom):
            made.append(_group(folded, pending))
            pending = []
        pending.append(atom)
    if pending:
        made.append(_group(folded, pending))
    return made


def _joins(folded: str, before: list[Atom], atom: Atom) -> bool:
    """Whether an expression goes on with the ones before it ("hằng năm" + "trước ngày 15/11", "ngày 15/6" + "và ngày 15/12")."""
    last = before[-1]
    gap = folded[last.end:atom.start]
    if len(gap) > 24 or last.kind == "rel" or atom.kind in {"rel", "round"}:
        return False
    if atom.kind in ROUNDS or (last.kind == "day" and atom.kind == "month"):
        return last.kind in DATED | _TIMES and _BEFORE_ROUND.fullmatch(gap) is not None
    if last.kind in ROUNDS and last.kind != "turn":
        return atom.kind not in {"period"} and _BEFORE_DATE.fullmatch(gap) is not None
    if last.kind in {"hour", "weekday"}:
        return _BEFORE_ROUND.fullmatch(gap) is not None
    if {atom.kind, last.kind} <= {"short", "dbare", "month", "day"} and _AND_BEFORE.fullmatch(gap):
        return True
    pair = {atom.kind, last.kind}
    alike = len(pair) == 1 or pair <= DATED | {"words", "month", "mbare"} or pair <= {"year", "end", "quarter", "month"}
    return alike and gap.strip(" \n\t\xa0") != "" and _GAP.fullmatch(gap) is not None


def _group(folded: str, parts: list[Atom]) -> _Group:
    first, start, end, kind = parts[0], parts[0].start, parts[-1].end, ""
    before = folded[max(0, start - _LOOK):start]
    if first.kind not in {"rel"}:
        lead = _LEAD.search(before)
        if lead and lead[0].strip():
            kind = next((k for k in ("strong", "in", "on", "at", "from") if lead[k]), "dk" if lead["dk"] else "")
            if kind == "" and lead["of"]:
                kind = "at" if first.kind in {"month", "quarter"} else ""
            start -= len(lead[0])
            if lead["dk"] and kind != "strong" and first.kind in {"year", "period", "full"}:
                kind = "at"
        if _LABEL.search(before):
            kind, start = "label", start
    tail = _TAIL.match(folded, end)
    if tail:
        end = tail.end()
    open_ = folded.count("(", start, end) - folded.count(")", start, end)
    if open_ == 1 and folded[end:end + 1] == ")":
        end += 1
    return _Group(tuple(parts), start, end, kind)


# ---------------------------------------------------------------- what binds


class _Clauses:
    """Where the clauses of a text end, and which places lie inside quotation marks."""

    def __init__(self, folded: str) -> None:
        self.ends = [m.start() for m in re.finditer(r"[;:\n]|\.(?=[\s\xa0]|$)", folded)]
        self.quotes: list[int] = []
        inside = False
        for match in re.finditer(r"[“”\"«»]", folded):
            opens = match[0] in "“«" or (match[0] == '"' and not inside)
            if opens != inside:
                inside = opens
                self.quotes.append(match.start())

    def quoted(self, place: int) -> bool:
        return bisect_right(self.quotes, place) % 2 == 1

    def around(self, folded: str, start: int, end: int) -> tuple[str, str]:
        """What stands before and after within the clause, at most a few lines each way."""
        place = bisect_right(self.ends, start - 1) if start else 0
        left = self.ends[place - 1] + 1 if place else 0
        after = bisect_right(self.ends, end - 1)
        right = self.ends[after] if after < len(self.ends) else len(folded)
        return folded[max(left, start - _CLAUSE):start], folded[end:min(right, end + _CLAUSE)]


def _binds(folded: str, group: _Group, clauses: _Clauses) -> bool:
    if clauses.quoted(group.start):
        return False
    before, after = clauses.around(folded, group.start, group.end)
    kind = group.first.kind
    if kind == "rel":  # "xuống còn 02 ngày kể từ khi …" tells how long a procedure takes
        return not (folded[group.first.start].isdigit() and re.search(r"\b(?:qua|duoc|con)[\s]{1,3}$", before))
    if any(a.kind in ROUNDS for a in group.atoms):
        return bool(group.lead and _PART_OF.search(folded[group.start:group.first.start])) or _round_binds(group, before, after)
    if group.lead == "label":
        return True
    if group.lead == "on" and "diem" in folded[group.start:group.first.start]:
        return False  # "số liệu vào thời điểm 31/12/2025"
    if _PAST.search(before[-40:]):
        return False
    rule = {"year": _year_binds, "period": _period_binds, "end": _end_binds, "hour": _hour_binds, "weekday": _hour_binds}.get(kind)
    if rule is not None:
        return rule(group, before, after)
    if kind in {"day", "dbare", "mbare"}:
        if group.lead in {"strong", "dk"} or (group.lead == "from" and len(group.atoms) > 1 and kind != "mbare"):
            return True
        return kind != "day" and group.lead in {"in", "on", "at"} and bool(_FINISH.search(before))
    return _date_binds(group, before, after)


def _date_binds(group: _Group, before: str, after: str) -> bool:
    """Days, months, quarters and halves of a year."""
    kind = group.first.kind
    if group.lead == "strong":
        return True
    if group.lead in {"in", "dk"}:
        if group.lead == "in" and _DENIED.match(before):
            return False  # "Không tăng giá trong quý I": for how long, not by when
        return not (_AIM.search(before) and _target(before, after) and kind not in DATED)
    if group.lead == "from":  # a stretch of time with its end binds, a mere beginning does not
        return len(group.atoms) > 1 and not before.rstrip().endswith("ke")
    if group.lead == "on" and kind in {"month", "quarter", "half"}:
        return not _target(before, after)
    if group.lead in {"on", "at"}:
        return kind in DATED or kind == "words" or bool(_DONE.search(before)) or _opens(before, after)
    if _JUST_DONE.search(before) and (kind in DATED or kind == "words" or kind in {"month", "quarter", "half"}):
        return bool(_NEAR_YEAR.search(before)) or (kind != "half" and not _WEAK.search(before))
    return kind in {"month", "quarter", "half"} and _opens(before, after) and not _target(before, after)


def _opens(before: str, after: str) -> bool:
    """The expression heads its clause, set off by a mark or by the work itself: "Năm 2019: …", "Quý II, …", "Tháng 8 hoàn thành …"."""
    if _ITEM.sub("", before).strip(" \n\t\xa0-–+*(•"):
        return False
    return not after.strip() or after.lstrip(" \xa0")[0] in ",:" or _DONE.match(after.lstrip(" \n\xa0")) is not None


def _target(before: str, after: str) -> bool:
    return bool(_TARGET.search(after[:120]) or _TARGET.search(before[-120:]) or _AIM.search(after[:40]))


def _year_binds(group: _Group, before: str, after: str) -> bool:
    if group.lead == "strong":
        return not _target(before, after) or bool(_FINISH.search(before))
    if group.lead == "in":
        wanted = bool(_FINISH.search(before)) or not _target(before, after)
        return wanted and not re.search(r"\b(?:chi tieu|muc tieu|ket qua|da)\b[^,;]{0,60}$", before)
    if group.lead in {"on", "at", "dk"}:
        if _target(before, after) or re.search(r"\b(?:chi tieu|muc tieu)\b", before):
            return False
        if _opens(before, after) or (group.lead == "dk" and not before.strip()):
            return True
        # "vào năm" stands in no title: "sơ kết Kế hoạch vào năm 2023"
        to_year = group.lead != "on" and before[-1:] != "" and group.atoms[0].found.get("yp") is None and _title_like(before)
        done = _CLOSES if group.lead == "at" else _DONE
        return bool(done.search(before)) and not to_year
    if group.lead == "from":
        return False
    if before.endswith("(") and after.startswith(")"):
        return bool(re.search(r"\b(?:bao cao|so ket|tong ket|hoan thanh|danh gia (?:giua|cuoi))\b", before))
    if _NEAR_YEAR.search(before):
        return not _target("", after)
    return _opens(before, after) and not _target("", after)


def _title_like(before: str) -> bool:
    """"Quy hoạch … đến năm 2030": the year belongs to the name of a document."""
    return bool(_TITLE.search(before))


def _period_binds(group: _Group, before: str, after: str) -> bool:
    """Work of a stated amount to be finished within the period ("hoàn thành 7.500 căn hộ giai đoạn 2025 - 2030")."""
    amount = re.compile(r"\b(?:hoan thanh|hoan tat|xay dung|khoi cong)(?: xong)? (?:it nhat |toi thieu |khoang )?\d[\d.,]*\s(?!%)")
    if re.search(r"\d\s{0,2}%|\bdat\b", before[-80:] + " | " + after[:80]):
        return False
    return bool(amount.search(before[-120:]) or amount.match(after.lstrip(" ,\n")))


def _end_binds(group: _Group, before: str, after: str) -> bool:
    if _target(before, after):
        return False
    if group.lead in {"strong", "dk"} or (group.lead in {"in", "on", "at"} and bool(_DONE.search(before))):
        return True
    return bool(_NEAR_YEAR.search(before)) or (group.lead == "at" and _opens(before, after))


def _hour_binds(group: _Group, before: str, after: str) -> bool:
    return group.lead == "strong" or (len(group.atoms) > 1 and group.lead in {"in", "on", "at"})


def _round_binds(group: _Group, before: str, after: str) -> bool:
    kinds = [a.kind for a in group.atoms]
    if kinds[0] not in ROUNDS:
        return group.lead in {"strong", "dk", "in", "on", "at", "label", "from"} or kinds[0] in {"hour", "weekday"} | DATED
    if "round" in kinds or group.lead in {"dk", "strong", "label"}:
        return not re.search(r"\b(?:kham|kiem tra suc khoe|bao duong|kiem dinh)[\s]{1,3}$", before)
    if "every" in kinds or len(kinds) > 1:
        return not (group.first.found.get("eu4") == "ngay" and _SHIFTS.search(before))
    if kinds[0] == "turn":
        return group.lead in {"in", "on", "at"}
    if group.first.found.get("cu") in {"ngay", "tuan", "thang", "quy"} and _REPORTS.match(after.lstrip(" \n\xa0,")):
        return True  # "hằng tuần rà soát 5% hồ sơ": the share is what is looked at, no aim
    described = _NOUN.search(before) or _LISTED.search(before) or re.match(r"[\s\xa0]{1,3}(?:cho|cua|nham|thanh lap)\b", after)
    if described or _target("", after[:80]) or _AIM.search(before[-30:]):
        return False
    if group.first.found["recur"].startswith("moi") and "every" not in kinds:
        return False  # "10 lớp mỗi năm" counts the work
    if _opens(before, after):
        return True
    if re.match(r"[\s\xa0]{1,3}(?:co bao cao|bo tri|bao cao|ra soat|danh gia|tong hop|so ket|to chuc danh gia|kiem tra)\b", after):
        return True
    yearly = group.first.found.get("cu") == "nam" and "," not in group.first.found["recur"]
    ends = not after.strip(" .)\n\t\xa0") or after.lstrip(" \xa0)")[:1] in {",", "("}
    if yearly:
        return (ends and bool(_REPORTS.search(before))) or (not before.strip(" \n-+*•") and bool(_REPORTS.match(after.lstrip(" \n"))))
    return ends or bool(_REPORTS.search(before[-120:])) or bool(_REPORTS.search(after[:30]))


# ---------------------------------------------------------------- the values


def _made(text: str, folded: str, group: _Group, offset: int, base: date | None) -> Deadline:
    start, end = group.start, group.end
    if group.first.kind == "rel":
        cut = _REL_END.search(folded, group.atoms[0].start + 12, end)
        end = cut.start() if cut else end
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and (text[start].isspace() or text[start] in "(,"):
        start += 1
    meaning = due.of(folded[start:end], group.atoms, group.lead, base)
    words = " ".join(text[start:end].split())
    return Deadline(words, meaning.date, meaning.due, meaning.rule, meaning.recurs, Span(offset + start, offset + end))


def _season(text: str, found: Occasion, offset: int) -> Deadline:
    start, end = found.start, found.end
    while end > start and text[end - 1].isspace():
        end -= 1
    words = " ".join(text[start:end].split())
    return Deadline(words, rule=found.rule, span=Span(offset + start, offset + end))
