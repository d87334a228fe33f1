"""Names of agencies: what two ways of writing one name have in common, what a name's head says of its kind, short names for columns."""
from __future__ import annotations

import re
from functools import lru_cache

from core.fold import words
from core.model import AgencyKind

# Abbreviations in folded words; "&" was turned into "va" before.
_SHORT = {
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "mttq": "mat tran to quoc", "mttqvn": "mat tran to quoc viet nam",
    "ubmttq": "uy ban mat tran to quoc", "ubmttqvn": "uy ban mat tran to quoc viet nam", "bql": "ban quan ly", "kkt": "khu kinh te",
    "kcn": "khu cong nghiep", "ccn": "cum cong nghiep", "tp": "thanh pho", "vp": "van phong", "vpub": "van phong uy ban nhan dan",
    "vpubnd": "van phong uy ban nhan dan", "bcd": "ban chi dao", "ptnt": "phat trien nong thon",
    "nn va ptnt": "nong nghiep phat trien nong thon",
    "nnptnt": "nong nghiep phat trien nong thon", "nn ptnt": "nong nghiep phat trien nong thon", "nn va mt": "nong nghiep moi truong",
    "nnmt": "nong nghiep moi truong", "nn mt": "nong nghiep moi truong", "tn va mt": "tai nguyen moi truong",
    "tnmt": "tai nguyen moi truong",
    "tn mt": "tai nguyen moi truong", "kh va dt": "ke hoach dau tu", "khdt": "ke hoach dau tu", "kh dt": "ke hoach dau tu",
    "kh va cn": "khoa hoc cong nghe", "khcn": "khoa hoc cong nghe", "kh cn": "khoa hoc cong nghe", "tt va tt": "thong tin truyen thong",
    "tttt": "thong tin truyen thong", "tt tt": "thong tin truyen thong", "gd va dt": "giao duc dao tao", "gddt": "giao duc dao tao",
    "gd dt": "giao duc dao tao", "gtvt": "giao thong van tai", "ldtbxh": "lao dong thuong binh xa hoi",
    "ldtb va xh": "lao dong thuong binh xa hoi",
    "ld tb va xh": "lao dong thuong binh xa hoi", "ld tbxh": "lao dong thuong binh xa hoi", "ldtb xh": "lao dong thuong binh xa hoi",
    "vhttdl": "van hoa the thao du lich", "vhtt va dl": "van hoa the thao du lich", "vh tt va dl": "van hoa the thao du lich",
    "vhtt": "van hoa the thao", "vh va tt": "van hoa the thao", "nhnn": "ngan hang nha nuoc", "kbnn": "kho bac nha nuoc",
    "bhxh": "bao hiem xa hoi", "qltt": "quan ly thi truong", "lhpn": "lien hiep phu nu", "ldld": "lien doan lao dong",
    "ccb": "cuu chien binh",
    "tand": "toa an nhan dan", "vksnd": "vien kiem sat nhan dan", "thads": "thi hanh an dan su", "chqs": "chi huy quan su",
    "bchqs": "bo chi huy quan su", "bch quan su": "bo chi huy quan su", "bdbp": "bo doi bien phong",
    "bch bdbp": "bo chi huy bo doi bien phong",
    "ptth": "phat thanh truyen hinh", "pt th": "phat thanh truyen hinh", "pt va th": "phat thanh truyen hinh",
    "tncs": "thanh nien cong san",
    "hcm": "ho chi minh", "htx": "hop tac xa", "csxh": "chinh sach xa hoi", "nhcsxh": "ngan hang chinh sach xa hoi", "ntm": "nong thon moi",
    "ubkt": "uy ban kiem tra", "btv": "ban thuong vu", "ubtw": "uy ban trung uong", "tw": "trung uong", "dbqh": "dai bieu quoc hoi",
    "khkt": "khoa hoc ky thuat", "kh va kt": "khoa hoc ky thuat", "pvhcc": "phuc vu hanh chinh cong", "tnhh": "trach nhiem huu han",
}
_SHORTS = re.compile(r"\b(?:" + "|".join(sorted(_SHORT, key=len, reverse=True)) + r")\b")
_SHORT_WORDS = frozenset(short.split()[0] for short in _SHORT)
_TITLES = ("giam doc|thu truong|chu tich|bo truong|cuc truong|chi cuc truong|tong giam doc|hieu truong|vien truong|chanh an|chi huy "
           "truong|thong doc"
           "|tong cuc truong|chu nhiem|bi thu|tong bien tap|truong ban(?= ban)|truong(?= ban| phong| doan)|chanh(?= van phong| thanh tra)"
           "|tong(?= thanh tra)|dai dien|lanh dao|nguoi dung dau|dong chi")
_PERSON = re.compile(rf"^(?:(?:{_TITLES}) )+(?!nuoc$)(?=\w)")
_UNIT_TAIL = re.compile(r" (?:cua |cap |tren dia ban )?(tinh|thanh pho)$")


@lru_cache(maxsize=16384)
def plain(name: str) -> str:
    """A name in folded words, abbreviations written out, people turned into their bodies, "và" left out."""
    folded = words(name.replace("&", " và "))  # folding takes the tone marks off, and with them the two styles of writing them
    if not _SHORT_WORDS.isdisjoint(folded.split()):
        folded = _SHORTS.sub(lambda m: _SHORT[m[0]], folded)
    folded = _PERSON.sub("", folded)
    return " ".join(word for word in folded.split() if word != "va")


def own_place(province: str | None) -> tuple[str, str]:
    """Unit and name of a plan's own province, folded: ("tinh", "son la"); ("", "") for central plans."""
    folded = words(province or "")
    unit = next((u for u in ("tinh", "thanh pho") if folded.startswith(u + " ")), "")
    return unit, folded.removeprefix(unit).strip()


@lru_cache(maxsize=16384)
def base_of(name: str, province: str | None = None) -> tuple[str, str]:
    """The name without the tail that says whose it is, and that tail's unit ("tinh", "thanh pho" or "").

    "Công an tỉnh", and "Công an tỉnh Sơn La" in a plan of Sơn La, give ("cong an", "tinh").
    """
    folded = plain(name)
    unit, place = own_place(province)
    if place and folded.endswith(f" {unit} {place}"):
        return folded[:-len(f" {unit} {place}")], unit
    tail = _UNIT_TAIL.search(folded)
    if tail and tail.start() > 1 and (not unit or tail[1] == unit):
        return folded[:tail.start()], tail[1]
    return folded, ""


def bare_of(name: str, province: str | None) -> str | None:
    """The name without the bare name of the plan's own province ("Công an Sơn La" → "cong an"); None where it has none."""
    folded = plain(name)
    place = own_place(province)[1]
    return folded[:-len(place) - 1] if place and folded.endswith(" " + place) and len(folded) > len(place) + 4 else None


# ---------------------------------------------------------------- groups

_COLLECTIVE = re.compile(r"^(?:(?:tat ca|toan the) )?(?:cac|nhung|moi)\b|^cap (?:xa|huyen|uy)|^(?:uy ban nhan dan"
                         r"|hoi dong nhan dan) (?:cac|cap|huyen thi xa|xa phuong|phuong xa)\b"
                         r"|^(?:so|bo)(?: ban)?(?: nganh)+\b|^so$|^(?:ban )?nganh\b|^dia phuong\b|^don vi\b|^co quan(?: don vi| to chuc"
                         r"| lien quan| chuc nang|$)"
                         r"|^(?:huyen|xa)(?: thi xa)?(?: phuong| thanh pho)(?: thi tran| dac khu)?$"
                         r"|^(?:vien|truong|truong dai hoc|vien nghien cuu|doanh nghiep|hop tac xa|ngan hang|cap uy)$")
_COVERS = (  # in this order: "liên quan" and "cơ quan" before "quận", "địa phương" before "phường", "tổ chức chính trị" before "tổ chức"
    ("doanthe", re.compile(r"\b(?:doan the|to chuc chinh tri xa hoi(?: nghe nghiep)?|to chuc xa hoi(?: nghe nghiep)?"
                           r"|mat tran(?: to quoc)?(?: viet nam)?|hoi)\b")),
    ("doanhnghiep", re.compile(r"\b(?:doanh nghiep|hop tac xa|cong ty)\b")),
    ("lienquan", re.compile(r"\b(?:co )?lien quan\b|\bchuc nang\b")),
    ("coquan", re.compile(r"\bco quan\b|\bdon vi\b|\bto chuc\b")),
    ("diaphuong", re.compile(r"\bdia phuong\b")),
    ("bo", re.compile(r"\bbo(?: ban)?(?: nganh)?\b")),
    ("nganh", re.compile(r"\bso(?: ban)?(?: nganh)?\b|\bban nganh\b|\bnganh\b")),
    ("huyen", re.compile(r"\bcap huyen\b|\bhuyen\b|\bthi xa\b|\bthanh pho\b|\bquan\b")),
    ("xa", re.compile(r"\bcap xa\b|\bxa\b|\bphuong\b|\bthi tran\b|\bdac khu\b")),
)
_IDLE = re.compile(r"\b(?:cac|nhung|moi|tat ca|toan the|(?:truc )?thuoc|cua|uy ban nhan dan|hoi dong nhan dan"
                   r"|tren dia ban(?: toan)?(?: tinh)?|cap|tinh|ban)\b")


@lru_cache(maxsize=4096)
def group_of(name: str) -> str | None:
    """What a collective phrase covers, as a key ("@nganh+diaphuong"); None where the name is one body's.

    Phrases made of nothing but group words share a key when they cover the same; any other word makes a group of its own.
    """
    folded = plain(name)
    if not _COLLECTIVE.match(folded):
        return None
    rest, found = folded, []
    if not re.search(r"\b(?:huyen|thi xa|quan)\b", folded):  # "các sở, ban, ngành thành phố" speaks of the city's own
        rest = re.sub(r"(?: truc)?(?: thuoc| cua)? thanh pho$", "", rest)
    for token, pattern in _COVERS:
        shorter = pattern.sub(" ", rest)
        if shorter != rest:
            found.append(token)
            rest = shorter
    if "bo" in found and not re.search(r"\bso\b", folded):
        found = [token for token in found if token != "nganh"]
    left = _IDLE.sub(" ", rest).split()
    if not found or left:
        return "@=" + folded
    return "@" + "+".join(sorted(found))


# ---------------------------------------------------------------- kinds and short names

_LOCAL = r"(?:huyen|thi xa|quan|xa|phuong|thi tran|dac khu)"
_KINDS: tuple[tuple[AgencyKind, re.Pattern[str]], ...] = tuple((kind, re.compile(pattern)) for kind, pattern in (
    (AgencyKind.LOCAL, rf"^(?:uy ban nhan dan|hoi dong nhan dan|cong an|van phong (?:hoi dong nhan dan )?uy ban nhan dan"
                       rf"|ban chi huy quan su|mat tran to quoc) {_LOCAL}\b"
                       rf"|^uy ban nhan dan thanh pho \w|^phong |^tram y te|^thon |^to dan pho"),
    (AgencyKind.VERTICAL, r"^(?:bo chi huy|bo doi|bo tu lenh|ban chi huy (?:quan su|bo doi)|cong an|kho bac|bao hiem xa hoi|toa an"
                          r"|vien kiem sat|ngan hang nha nuoc|thong ke"
                          r"|thue|hai quan|thi hanh an|cuc|chi cuc (?:thue|hai quan|thong ke|thi hanh an)|dai khi tuong|quan khu"
                          r"|quan su)\b"),
    (AgencyKind.PARTY, r"^(?:tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|dang bo|chi bo|ban thuong vu|ban chap hanh dang"
                       r"|ban (?:to chuc|tuyen giao|dan van|noi chinh|kinh te)\b"
                       r"|uy ban kiem tra|van phong (?:tinh uy|thanh uy|trung uong)|ban bi thu|bo chinh tri|bao (?!hiem|tang))"),
    (AgencyKind.CENTRAL, r"^(?:bo |thu tuong|chinh phu|van phong chinh phu|tong cuc|thanh tra chinh phu|kiem toan|quoc hoi"
                         r"|van phong quoc hoi|uy ban dan toc|thong tan xa"
                         r"|dai (?:truyen hinh|tieng noi) viet nam|uy ban (?:thuong vu|chung khoan|quan ly von)|vien han lam"
                         r"|hoc vien chinh tri quoc gia)"),
    (AgencyKind.MASS, r"^(?:uy ban (?:trung uong )?mat tran|mat tran|trung uong (?:hoi|doan)|tong lien doan|hoi |lien doan|lien hiep"
                      r"|lien minh|hiep hoi|tinh doan|thanh doan"
                      r"|doan (?:thanh nien|luat su|the)|cau lac bo|cong doan|nghiep doan|huyen doan)"),
    (AgencyKind.COMPANY, r"^(?:cong ty|tong cong ty|tap doan|doanh nghiep|ngan hang|buu dien|vien thong|dien luc|hop tac xa|nha may|vnpt"
                         r"|viettel|mobifone|fpt|evn|chu dau tu|xi nghiep)"),
    (AgencyKind.SCHOOL, r"^(?:truong|dai hoc|hoc vien|cao dang|vien )"),
    (AgencyKind.PROVINCIAL, r"^(?:so |uy ban nhan dan|hoi dong nhan dan|van phong|thanh tra|ban |chi cuc|trung tam|quy |dai |bao tang"
                            r"|thu vien|benh vien|nha |vuon|khu )"),
))


def kind_of(name: str) -> AgencyKind:
    """What sort of body a name means, by its head word."""
    if group_of(name) is not None:
        return AgencyKind.GROUP
    folded = plain(name)
    return next((kind for kind, pattern in _KINDS if pattern.search(folded)), AgencyKind.OTHER)


_HEADS = tuple((re.compile(pattern, re.IGNORECASE), short) for pattern, short in (
    (r"[uủ][yỷ] ban nhân dân", "UBND"), (r"[uủ][yỷ] ban (?:mặt trận tổ quốc|mttq)(?: việt nam)?", "MTTQ"), (r"[uủ][yỷ] ban", "UB"),
    (r"công an", "CA"), (r"hội đồng nhân dân", "HĐND"), (r"mặt trận tổ quốc(?: việt nam)?", "MTTQ"), (r"ban quản lý", "BQL"),
    (r"ban chỉ đạo", "BCĐ"),
    (r"bộ chỉ huy", "BCH"), (r"văn phòng", "VP"), (r"trung tâm", "TT"), (r"hiệp hội", "HH"), (r"hợp tác xã", "HTX"),
    (r"(?:trường )?đại học", "ĐH"),
    (r"(?:trường )?cao đẳng", "CĐ"), (r"công ty (?:cổ phần|cp)", "CTCP"), (r"tổng công ty", "TCT"), (r"công ty(?: trách nhiệm hữu hạn"
                                                                                                     r"| tnhh)?(?: mtv| một thành viên)?",
                                                                                                     "Cty"),
    (r"bệnh viện", "BV"), (r"chi cục", "CC"), (r"khu kinh tế", "KKT"), (r"khu công nghiệp", "KCN"), (r"ngân hàng", "NH"), (r"liên hiệp",
                                                                                                                           "LH"),
                                                                                                                           (r"liên đoàn",
                                                                                                                            "LĐ"),
    (r"tập đoàn", "TĐ"), (r"bảo hiểm xã hội", "BHXH"), (r"tòa án nhân dân", "TAND"), (r"viện kiểm sát nhân dân", "VKSND"),
    (r"kho bạc nhà nước", "KBNN")))
_GROUP_WORDS = (("bộ, ban, ngành", "bộ, ngành"), ("sở, ban, ngành", "sở, ngành"), (" và các ", ", "), (" và ", ", "), (", các ", ", "),
                (" có liên quan", " LQ"), ("liên quan", "LQ"), (" trực thuộc ", " thuộc "), ("địa phương", "ĐP"), ("đơn vị", "ĐV"),
                ("cơ quan", "CQ"),
                ("đoàn thể", "ĐT"),
                ("doanh nghiệp", "DN"), ("chính trị - xã hội", "CT-XH"), ("tổ chức", "TC"), ("thị xã", "TX"), ("thị trấn", "TT"),
                ("thành phố", "TP"))
_GROUP_UNIT = re.compile(r"(?<!,)(?<! và) (?:(?:trực )?thuộc |của |cấp )*(?:(?:UBND|[uủ][yỷ] ban nhân dân) )?(?:tỉnh|thành phố)$",
                         re.IGNORECASE)
WIDTH = 14  # letters that a column header of the matrix takes


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)


def short_of(name: str) -> str:
    """A name for a column header: at most ``WIDTH`` letters; the known heads abbreviated, then initials."""
    name = " ".join(name.split())
    if group_of(name) is not None:
        shown = _HEADS[0][0].sub(_HEADS[0][1], name[:1].upper() + name[1:])
        if _letters(shown) > WIDTH:  # "các sở, ban, ngành cấp tỉnh"; not "UBND các huyện, thành phố"
            shown = _GROUP_UNIT.sub("", shown)
        for word, short in _GROUP_WORDS:
            if _letters(shown) <= WIDTH:
                break
            shown = re.sub(re.escape(word), short, shown, flags=re.IGNORECASE)
        return _cut(shown[:1].upper() + shown[1:])
    shown = name
    for pattern, short in _HEADS:
        shown = pattern.sub(short, shown, count=1)
    for tail in (" tỉnh", " thành phố", " Việt Nam"):
        if _letters(shown) > WIDTH:
            shown = shown.removesuffix(tail)
    for unit, short in (("thành phố ", "TP "), ("thị xã ", "TX "), ("UBND phường ", "P. "), ("UBND xã ", "X. "), ("UBND huyện ", "H. ")):
        if _letters(shown) > WIDTH:
            shown = shown.replace(unit, short)
    if _letters(shown) <= WIDTH:
        return shown
    head, *rest = [word for word in re.split(r"[\s,\-–]+", shown) if word and word.lower() not in {"và", "các"}]
    return _cut(f"{head} {''.join(word if word.isupper() and len(word) < 5 else word[0].upper() for word in rest)}")


def _cut(text: str) -> str:
    kept, letters = "", 0
    for char in text:
        letters += char.isalpha()
        if letters > WIDTH:
            break
        kept += char
    if len(kept) < len(text) and text[len(kept)].isalnum() and " " in kept:
        kept = kept[:kept.rindex(" ")]
    return kept.rstrip(" ,-–;")
