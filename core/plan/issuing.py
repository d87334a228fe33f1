"""Who issued a document and who signed it, out of the letterhead, the words of the body and the block under the text."""
from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from core.plan.when import flat
from core.plan.words import FAMILY_NAMES
from core.provinces import province_of

_UNITS = {"tinh": "tỉnh", "thanh pho": "thành phố", "huyen": "huyện", "thi xa": "thị xã", "quan": "quận", "xa": "xã", "phuong": "phường",
          "dac khu": "đặc khu", "thi tran": "thị trấn"}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_PEOPLE = re.compile(rf"^(?P<head>uy ban nhan dan|ubnd|hoi dong nhan dan"
                     rf"|hdnd)\b\s*(?:(?P<unit>{_UNIT})\b\s*(?P<name>[\w\s'’.\-]{{0,40}}))?$")
_BODY_HEAD = re.compile(r"(?:^|(?<=\s))(?=(?:uy ban nhan dan|ubnd|hoi dong nhan dan|so (?!do\b)|bo (?!phan\b)|ban (?:quan ly|chi dao"
                        r"|dan toc|thuong vu|chap hanh|to chuc"
                        r"|tuyen giao|dan van|noi chinh)|cong an|cuc|chi cuc|van phong|thanh tra|trung tam|truong "
                        r"|benh vien|(?<!benh )vien |kho bac"
                        r"|bao hiem|ngan hang|thu tuong"
                        r"|(?<!thu tuong )chinh phu|(?:tinh|thanh|huyen|quan|thi|dang) uy|dang bo|toa an|vien kiem sat|lien doan"
                        r"|hoi (?:lien hiep|nong dan|cuu)|phong |tong cuc|uy ban )\b)")
_NOISE = re.compile(r"^(?:so\s{0,3}[:.]|/|v/v|ban hanh kem|ky boi|thoi gian ky|he thong phap luat|dang tai|trang chu|hoa toc|khan|mat$"
                    r"|bao mat|\W+$|ngay\b)|\bngay\b.*\bthang\b")
_NATION_CUT = re.compile(r"\s*(?:c\s?ong h\s?oa x\s?a h\s?oi|doc lap\s{0,2}[-–—]|dang cong san viet nam).*$")
_SIGNS = re.compile(r"\b(?:T\s?M|K\s?T|T\s?L|T\s?U\s?Q|Q)\s?\.\s?(?=[A-ZĐÀ-Ỹ])")
_TITLE = re.compile(r"^(?:(?:pho |quyen |q\. ?)?(?:chu tich(?: thuong truc)?|thu tuong(?: chinh phu)?|bo truong|thu truong|giam doc"
                    r"|bi thu|truong ban|truong doan|chanh van phong"
                    r"|tong giam doc|cuc truong|tong cuc truong|chanh thanh tra|hieu truong|vien truong|chanh an|truong phong"
                    r"|chi huy truong|chu nhiem|tong thanh tra|thong doc"
                    r"|pho bi thu(?: thuong truc)?)|thu tuong|bo truong)\b")
_NAME_WORD = r"[A-ZĐÀ-Ỵ][a-zà-ỹđ]*"
_NAME = re.compile(rf"^(?:{_NAME_WORD}\s){{1,4}}{_NAME_WORD}$")
_CAPS_NAME = re.compile(r"^(?:[A-ZĐÀ-Ỵ]{1,7}\s){1,4}[A-ZĐÀ-Ỵ]{1,7}$")
_PLACE = re.compile(r"(?<!\w)(?P<unit>[Tt]ỉnh|[Tt]hành phố|TP\.?)\s(?P<name>[A-ZĐÀ-Ỵ][\w]{0,7}(?:\s(?:-\s)?[A-ZĐÀ-Ỵ][\w]{0,7}){0,3})(?!\w)")
_ISSUES = re.compile(r"(?:UBND|(?i:[uủ][yỷ]? ban nhân dân))\s(?P<unit>(?i:tỉnh|thành phố|huyện|quận|thị xã|xã|phường))"
                     r"(?:\s(?P<name>[A-ZĐÀ-Ỵ][\w]*(?:\s[A-ZĐÀ-Ỵ][\w]*){0,3}))?[^.;\n]{0,40}?"
                     r"(?:ban hành|xây dựng|yêu cầu|chỉ đạo|triển khai|giao)\b")
_CENTRAL = re.compile(r"^(?:thu tuong|chinh phu|bo (?!chi huy)|van phong chinh phu|ban bi thu|bo chinh tri|ban chap hanh trung uong"
                      r"|quoc hoi|uy ban thuong vu quoc hoi|tong cuc|thanh tra chinh phu|ngan hang nha nuoc viet nam"
                      r"|toa an nhan dan toi cao|vien kiem sat nhan dan toi cao|kiem toan nha nuoc|uy ban dan toc)")


_COMMITTEE = re.compile(r"(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd) (.+)$")
_ALIKE = 80  # per cent of letters: one or two of a short name


@dataclass(frozen=True, slots=True)
class Signature:
    """The block under the text: whose name stands there, for which body ("ỦY BAN NHÂN DÂN"), with which office."""

    name: str | None = None
    body: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuing body in the form "UBND tỉnh Bắc Ninh", and its province ("tỉnh Bắc Ninh"; None for central bodies)."""

    name: str | None = None
    province: str | None = None


# ---------------------------------------------------------------- signature


def signature(lines: list[str]) -> Signature:
    """The first block that carries a person's name: TM. / KT. / an office in capitals, and the name at most eight lines below."""
    body = ""
    for place, line in enumerate(lines):
        text = _SIGNS.sub(" ", line).strip()
        folded = flat(text)
        caps = _caps_part(text)
        rest = text[len(caps):].strip()
        if not _TITLE.match(folded):
            if not _SIGNS.search(line):
                continue
            body = caps
            office = _OFFICE.search(folded)
            if rest and _is_name(rest):
                return Signature(_name_case(rest), caps[:office.start()].strip() if office else caps, "")
            continue
        if not caps:
            continue
        if rest:
            if _is_name(rest):
                return Signature(_name_case(rest), body, caps)
            if not _is_name(" ".join(text.split()[-4:])):
                continue
        below = _name_below(lines[place + 1:place + 9])
        if below:
            return Signature(below, body, caps)
    return Signature(None, body, "")


_OFFICE = re.compile(r"\b(?:pho )?(?:chu tich|thu tuong|bo truong|giam doc|bi thu|chanh van phong)\b")


def _name_below(lines: list[str]) -> str | None:
    for line in lines:
        if _TITLE.match(flat(line)):
            continue
        if _is_name(line):
            return _name_case(line)
        if len(line) > 70 and not line.startswith(("-", "–")):
            break
    return None


def _caps_part(text: str) -> str:
    """The words in capitals that a line begins with."""
    words = text.split(" ")
    count = next((i for i, word in enumerate(words) if not word.isupper() and any(c.isalpha() for c in word)), len(words))
    return " ".join(words[:count])


def _is_name(text: str) -> bool:
    text = unicodedata.normalize("NFC", text.strip(" .,;"))
    if not (_NAME.match(text) or _CAPS_NAME.match(text)):
        return False
    folded = flat(text)
    known = folded.split()[0] in FAMILY_NAMES
    return known or bool(_NAME.match(text) and len(text.split()) in {3, 4} and not re.match(r"(?:so|ban|cac|noi|phu)\b", folded))


def _name_case(text: str) -> str:
    text = text.strip(" .,;")
    return " ".join(word.capitalize() for word in text.split()) if text.isupper() else " ".join(text.split())


# ---------------------------------------------------------------- issuer


def issuer(letterhead: list[str], text: str, place: str | None, block: Signature, number: str | None) -> Issuer:
    """The body that issued the document, as "UBND tỉnh Bắc Ninh", and the province that it speaks for (None for central bodies)."""
    bodies = [_mended(body, place) for body in _bodies(letterhead)]
    name = _issuer_name(bodies, text, place, block, number)
    if name is None:
        return Issuer(None, _province_of_text(text, place, ""))
    if _CENTRAL.match(flat(name)):
        return Issuer(name, None)
    return Issuer(name, _province(name, bodies, text, place))


def _mended(body: str, place: str | None) -> str:
    """A Committee whose place OCR has blurred ("THÀNH PHÓỎ HÀ NỌI"), with the place that stands before the date."""
    found = _COMMITTEE.match(flat(body))
    if not place or not found or _PEOPLE.match(flat(body)):
        return body
    from rapidfuzz import fuzz

    likeness, unit = max((fuzz.ratio(found[2], flat(f"{unit} {place}")), unit) for unit in _UNITS.values())
    return f"{found[1]} {unit} {place}".upper() if likeness >= _ALIKE else body


def _bodies(letterhead: list[str]) -> list[str]:
    """The bodies named in the letterhead, superior first, each in one string of its own letters."""
    made: list[str] = []
    for line in letterhead:
        cut = _NATION_CUT.search(flat(line))
        line = line[:cut.start()] if cut else line
        line = re.sub(r"\s*S[ốỐ]\s{0,2}[:.].*$", "", line).strip(" -–—_*|")
        folded = flat(line)
        if not line or _NOISE.search(folded) or not (line.isupper() or _PEOPLE.match(folded)):
            continue
        cuts = [m.start() for m in _BODY_HEAD.finditer(folded)]
        if not cuts or cuts[0] > 0:
            head = line[:cuts[0]].strip() if cuts else line
            if made and head:
                made[-1] += " " + head
            elif head and re.match(_UNIT, folded):
                made.append(head)
        starts = [c for i, c in enumerate(cuts) if i == 0 or c - cuts[i - 1] > 6]
        made += [line[a:b].strip() for a, b in zip(starts, [*starts[1:], len(line)], strict=False)]
    return [body for body in made if len(body) < 160]


def _issuer_name(bodies: list[str], text: str, place: str | None, block: Signature, number: str | None) -> str | None:
    if bodies:
        return _body_name(bodies[-1], bodies, text, place)
    code = (number or "").rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    if code == "TTg":
        return "Thủ tướng Chính phủ"
    people = flat(block.body).startswith(("uy ban nhan dan", "ubnd")) or code == "UBND" or "/KH-UBND" in text[:400]
    found = _ISSUES.search(text[:12000])
    if found:
        unit = found["unit"].lower()
        name = found["name"] if found["name"] and found["name"][:1].isupper() else None
        if name is None:
            name = _name_after(text, unit, place)
        return f"UBND {unit} {name}".strip() if name else f"UBND {unit}"
    if people:
        unit = "tỉnh" if len(re.findall(r"\btỉnh\b", text)) >= len(re.findall(r"\b[Tt]hành phố\b", text)) else "thành phố"
        name = _name_after(text, unit, place)
        return f"UBND {unit} {name}" if name else None
    return _proper(block.body, text) if block.body else None


def _body_name(body: str, bodies: list[str], text: str, place: str | None) -> str:
    match = _PEOPLE.match(flat(body))
    if match is None:
        return _proper(re.sub(r"\s+", " ", body), text)
    head = "HĐND" if match["head"] in {"hoi dong nhan dan", "hdnd"} else "UBND"
    unit = _UNITS.get(match["unit"] or "", "")
    name = (match["name"] or "").strip()
    if name:
        shown = body[match.start("name"):match.start("name") + len(name)]
        return f"{head} {unit} {_title_case(shown)}"
    if not unit:
        provinces, cities = len(re.findall(r"\b(?:UBND|nhân dân) tỉnh\b", text)), len(re.findall(r"\bUBND [Tt]hành phố\b", text))
        unit = "tỉnh" if provinces >= cities else "thành phố"
    known = _name_after(text, unit, place)
    return f"{head} {unit} {known}" if known else f"{head} {unit}"


def _title_case(name: str) -> str:
    """The name of a place; a name of the list in its right letters, whatever capitals and marks an OCR left."""
    known = province_of(name)
    if known and flat(known.name) == flat(" ".join(name.split())):
        return known.name
    words = [word if word in {"-", "–"} else word.capitalize() for word in name.split()]
    return " ".join(words)


def _proper(name: str, text: str) -> str:
    """A name in capitals with the letters that the body of the text gives it ("SỞ Y TẾ" → "Sở Y tế")."""
    name = name.strip(" -–—_*|")
    if not name.isupper():
        return name
    wanted, folded = flat(name), flat(text)
    place, found = 0, Counter[str]()
    for _ in range(60):
        place = folded.find(wanted, place)
        if place < 0:
            break
        shown = text[place:place + len(wanted)]
        if not shown.isupper() and "\n" not in shown and shown[:1].isupper():
            found[shown] += 1
        place += len(wanted)
    if found:
        return found.most_common(1)[0][0]
    known = {"THỦ TƯỚNG CHÍNH PHỦ": "Thủ tướng Chính phủ", "CHÍNH PHỦ": "Chính phủ"}.get(name)
    party = re.match(r"^(TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) ([UỦ][YỶ])\b", name)
    if party:
        level = re.sub(r"^(?:Phường|Xã|Tỉnh|Huyện|Quận)\b", lambda m: m[0].lower(), _title_case(name[party.end():].strip()))
        return f"{party[1].capitalize()} ủy {level}".strip()
    school = re.match(r"^(TRƯỜNG) ((?:MẦM NON|TIỂU HỌC|TRUNG HỌC CƠ SỞ|TRUNG HỌC PHỔ THÔNG|THCS|THPT)\b)", name)
    if school:
        kind = school[2] if len(school[2]) == 4 else school[2].capitalize()
        return f"Trường {kind} {_title_case(name[school.end():].strip())}".strip()
    if name.startswith(("BỆNH VIỆN ", "TRUNG TÂM ")):
        return name[:9].capitalize() + " " + name[10:].capitalize()
    return known or _cased(name)


_SHOWN = (
    "Ủy ban Mặt trận Tổ quốc Việt Nam", "Liên đoàn Lao động", "Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh",
    "Hội Chữ thập đỏ",     "Tổng công ty", "Công ty", "Ban Quản lý", "Ban Chỉ đạo", "Bộ Chỉ huy Quân sự", "Ban Chỉ huy Quân sự",
    "Bảo hiểm xã hội",
    "Tổng Liên đoàn",
)


def _cased(name: str) -> str:
    """A name in capitals in the letters of prose: its head as it is written, each field of work and the place with a capital."""
    folded = flat(name)
    head = next((shown for shown in _SHOWN if folded.startswith(flat(shown) + " ")), "")
    words, out = name[len(head) :].split(), head.split()
    place = False
    for i, word in enumerate(words):
        begins = i < 2 - bool(head) or words[i - 1] in ("VÀ", "-", "–") or words[i - 1].endswith(",")
        level = word in ("TỈNH", "HUYỆN", "XÃ", "PHƯỜNG", "QUẬN") or (word == "PHỐ" and words[max(i - 1, 0)] == "THÀNH")
        second = len(out) < 2 and not head
        out.append(word.lower() if level else word.capitalize() if place or begins or second else word.lower())
        place = place or level
    return " ".join(out)


def _province(name: str, bodies: list[str], text: str, place: str | None) -> str | None:
    match = re.match(r"(?:UBND|HĐND) (tỉnh|thành phố) (\S.*)$", name)
    superior = [m for b in bodies[:-1] if (m := _PEOPLE.match(flat(b))) and m["unit"] in {"tinh", "thanh pho"} and m["name"]]
    if superior:
        last = superior[-1]
        body = next(b for b in bodies if flat(b) == last.string)
        return f"{_UNITS[last['unit']]} {_title_case(body[last.start('name'):])}"
    if match:
        return f"{match[1]} {match[2]}"
    party = re.match(r"(Tỉnh|Thành) [uủ][yỷ] (\S.*)$", name)
    if party:
        return f"{'tỉnh' if party[1] == 'Tỉnh' else 'thành phố'} {party[2]}"
    return _province_of_text(text, place, name)


def _province_of_text(text: str, place: str | None, name: str) -> str | None:
    """The province that the text names most often after "tỉnh" or "thành phố"; a place of signing settles ties."""
    counts: Counter[str] = Counter()
    for match in _PLACE.finditer(text[:400_000]):
        unit = "tỉnh" if match["unit"].lower() == "tỉnh" else "thành phố"
        counts[f"{unit} {match['name']}"] += 1
    if place:
        for known in counts:
            if flat(known).endswith(" " + flat(place)):
                counts[known] += 1000
    best = [k for k, n in counts.most_common(3) if k.startswith("tỉnh") or n >= 3]
    return best[0] if best and counts[best[0]] >= 2 else None


def _name_after(text: str, unit: str, place: str | None) -> str | None:
    """The name that follows "tỉnh", "xã" … most often in the text; the place of signing where the text says nothing else."""
    counts: Counter[str] = Counter()
    pattern = re.compile(rf"(?<!\w){unit}\s([A-ZĐÀ-Ỵ]\w{{0,7}}(?:\s(?:-\s)?[A-ZĐÀ-Ỵ]\w{{0,7}}){{0,3}})(?!\w)",
                         re.IGNORECASE if unit.isupper() else 0)
    for match in pattern.finditer(text[:400_000]):
        if not match[1].isupper():
            counts[match[1]] += 1
    if place and len(place.split()) <= 5 and not any(c.isdigit() for c in place):
        shown = place.removeprefix("TP ").removeprefix("TP. ")
        if not counts or flat(shown) in {flat(k) for k in counts}:
            return _title_case(shown) if shown.isupper() else shown
    return counts.most_common(1)[0][0] if counts else None
