"""What a column of an assignment table holds, told by the words of its head."""

from __future__ import annotations

from core.fold import words

# (kind, words that must stand in the head, words that must not), the first that fits wins; folded, tried in this order
_KINDS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("coop", ("phoi hop", "tham gia", "cung thuc hien", "ho tro"), ("chu tri", "thanh phan", "doi tuong", "so nguoi")),
    (
        "lead",
        (
            "chu tri",
            "dau moi",
            "phan cong",
            "don vi thuc hien",
            "co quan thuc hien",
            "chiu trach nhiem",
            "nguoi thuc hien",
            "bo phan thuc hien",
            "luc luong thuc hien",
            "nguoi chu tri",
            "can bo phu trach",
            "nguoi phu trach",
            "bo phan phu trach",
            "nguoi chiu trach nhiem",
            "don vi tham muu",
            "co quan tham muu",
            "don vi duoc giao",
            "co quan duoc giao",
            "don vi phu trach",
            "co quan phu trach",
            "trach nhiem thuc hien",
            "don vi to chuc thuc hien",
            "to chuc thuc hien",
            "co quan soan thao",
            "co quan trinh",
            "co quan don vi",
            "don vi",
            "co quan",
        ),
        (),
    ),
    (
        "time",
        ("thoi gian", "thoi han", "tien do", "han hoan thanh", "lo trinh", "thoi diem", "hoan thanh", "ky bao cao", "han"),
        ("nhiem vu", "ket qua", "san pham"),
    ),
    ("time", ("thoi han", "thoi gian", "tien do"), ("nhiem vu", "noi dung")),
    ("product", ("san pham", "ket qua", "dau ra", "hinh thuc van ban"), ("noi dung", "nhiem vu")),
    (
        "task",
        (
            "noi dung",
            "nhiem vu",
            "cong viec",
            "hoat dong",
            "ten de an",
            "giai phap",
            "de an",
            "ten du an",
            "viec",
            "ten van ban",
            "ten chuong trinh",
            "hang muc",
            "chuong trinh",
            "chi tieu",
        ),
        (),
    ),
    ("note", ("ghi chu", "kinh phi", "can cu", "muc tieu", "don vi tinh"), ()),
)


# heads of one word or two, which say so only alone
_ALONE = {
    "ngay": "time", "gio": "time", "ngay gio": "time", "ngay thang": "time", "ngay thuc hien": "time", "ket thuc": "time",
    "thuc hien": "lead",
    "phu trach": "lead", "dau moi": "lead", "nguoi": "lead", "chinh": "lead",
}


def column_head(text: str) -> str | None:
    """ "number", "task", "lead", "coop", "time", "product", "note", "who" (a head over lead and coop together), or None."""
    if len(text) > 90:
        return None
    key = words(text)
    if key in ("tt", "stt", "so tt", "so thu tu", "so"):
        return "number"
    if key in _ALONE:
        return _ALONE[key]
    if "chu tri" in key and "phoi hop" in key:
        return "who"
    for kind, wanted, unwanted in _KINDS:
        if any(f" {w} " in f" {key} " for w in wanted) and not any(f" {w} " in f" {key} " for w in unwanted):
            return kind if len(key.split()) <= 10 else None
    return None
