"""Which parts of a plan hold tasks: told by the words of their headings."""

from __future__ import annotations

import re

from core.fold import words

YES, NO, OPEN = "yes", "no", "open"  # OPEN: only what names an agency counts

_NO_START = (
    "muc dich",
    "yeu cau",
    "quan diem",
    "muc tieu",
    "chi tieu",
    "tam nhin",
    "can cu",
    "co so phap ly",
    "pham vi",
    "doi tuong",
    "danh gia",
    "ket qua",
    "thuc trang",
    "tinh hinh",
    "su can thiet",
    "nguyen tac",
    "boi canh",
    "dinh huong",
    "giai thich",
    "hieu luc",
    "dac diem",
    "co so xay dung",
    "cac muc tieu",
    "cac chi tieu",
    "mot so chi tieu",
    "ton tai",
    "han che",
    "nguyen nhan",
    "khai quat",
    "thoi gian thuc hien",
    "dia diem",
    "thoi gian dia diem",
    "quy mo",
    "ve muc dich",
    "ve yeu cau",
    "ve muc tieu",
    "nhan dinh",
    "du bao",
    "dieu khoan",
)
_YES = (
    "nhiem vu",
    "giai phap",
    "to chuc thuc hien",
    "phan cong",
    "trach nhiem",
    "trien khai thuc hien",
    "noi dung thuc hien",
    "noi dung trien khai",
    "noi dung va",
    "noi dung ke hoach",
    "cac noi dung",
    "noi dung chu yeu",
    "noi dung cong viec",
    "cac hoat dong",
    "hoat dong chu yeu",
    "to chuc trien khai",
    "noi dung hoat dong",
    "noi dung cu the",
    "cong viec",
)


def kind_of_part(heading: str, above: str) -> str:
    """What a heading says of the part below it; ``above`` where it says nothing."""
    key = words(heading[:160])
    if not key:
        return above
    starts_no = key.startswith(_NO_START)
    if is_means(heading):
        return OPEN
    says_yes = any(y in key for y in _YES) or key in ("noi dung", "to chuc")
    if starts_no:
        first_yes = min((key.find(y) for y in _YES if y in key), default=-1)
        if 0 <= first_yes <= 30 and key.startswith(("muc tieu nhiem vu", "muc tieu va nhiem vu", "quan diem muc tieu nhiem vu")):
            return YES
        return NO if len(key) < 130 else above
    return YES if says_yes and len(key) < 150 else above


_MEANS = ("kinh phi", "nguon luc", "nguon von", "nguon kinh phi", "thoi gian", "co so vat chat", "che do thong tin")


def is_means(heading: str) -> bool:
    """Parts on money and time: only what names an agency there is a task."""
    key = words(heading[:80])
    return key.startswith(_MEANS) and len(key) < 70


_FORMULAS = (
    "chiu trach nhiem thi hanh",
    "chiu trach nhiem to chuc thi hanh",
    "chiu trach nhiem thuc hien quyet dinh nay",
    "co hieu luc ke tu",
    "co hieu luc thi hanh",
    "co hieu luc tu",
    "ban hanh kem theo",
    "het hieu luc",
    "thay the quyet dinh",
    "thay the ke hoach",
    "chiu trach nhiem thi hanh",
    "phe duyet kem theo",
    "chiu trach nhiem thuc hien chi thi nay",
    "can cu quyet dinh thi hanh",
    "quyet dinh thi hanh",
)
# "văn bản hết hiệu lực" is what somebody looks through; "Quyết định số … hết hiệu lực" closes a decision
_OPENS_FORMULA = (
    "quyet dinh", "ke hoach", "chi thi", "nghi quyet", "ban hanh", "phe duyet", "thay the", "bai bo", "cac quy dinh", "chanh van phong",
    "thu truong", "giam doc", "cac ", "van ban nay", "cong van", "dieu", "chuong trinh", "de an", "phuong an", "quy che", "quy dinh",
)
_DOCS = ("quyet dinh nay", "chi thi nay", "ke hoach nay", "nghi quyet nay", "thong bao nay", "cong dien nay")


def _tells_all(key: str) -> bool:
    """ "… thông báo để các cơ quan, đơn vị biết, thực hiện"."""
    if key.startswith("van phong") and " de " in key and key.endswith((" thuc hien", " trien khai thuc hien")):
        return True
    return " de " in key and " biet" in key[-60:]


_REPORTS_BY = re.compile(r"\b(?:dinh ky|truoc ngay|hang|cham nhat)\b.{0,60}\bbao cao\b"
                         r"|\bbao cao\b.{0,80}\b(?:dinh ky|truoc ngay|cham nhat)\b")


def is_formula(text: str) -> bool:
    """Sentences that close a decision and oblige nobody to a piece of work."""
    key = words(text[:1500])
    if any(f in key for f in _FORMULAS[:2]) and any(d in key for d in _DOCS) and len(key) < 900:
        return len(key.split("chiu trach nhiem")[-1]) < 120
    if any(f in key for f in _FORMULAS[2:]) and len(key) < 450 and (key.startswith(_OPENS_FORMULA) or any(d in key for d in _DOCS)):
        return not any(v in key for v in ("chu tri", "phoi hop", "bao cao", "giam sat"))
    if (
        key.startswith(("chu tich", "thu tuong", "uy ban nhan dan", "ubnd", "bo truong"))
        and " yeu cau " in key[:60]
        and key.endswith(_DOCS)
        and len(key) < 350
    ):
        return True
    if " se xem xet dieu chinh" in key[:220] and key.startswith(("trong qua trinh", "trong truong hop", "neu co", "can cu")):
        return True  # the issuer's own promise
    if key.startswith("van phong") and " thong bao ket luan " in key[:90] and len(key) < 350:
        return True  # "Văn phòng UBND tỉnh thông báo kết luận … đến các cơ quan …"
    if len(key) < 350 and " thong bao " in key[:80] and _tells_all(key):
        return True
    if len(key) < 400 and ("yeu cau" in key or key.startswith("nhan duoc")) and "nghiem tuc" in key and any(d in key for d in _DOCS):
        return not _REPORTS_BY.search(key)  # the closing sentence of a directive, after all its orders
    closing = " yeu cau " in f" {key[:60]}" and key.endswith(("nghiem tuc thuc hien", "nghiem tuc trien khai thuc hien"))
    if len(key) < 250 and (closing or key.startswith("tren day la")):
        return True
    if key.startswith("nghi quyet nay") and " thong qua " in key and len(key) < 300:
        return True
    if key.startswith(("ke hoach nay duoc pho bien", "ke hoach nay pho bien", "chi thi nay duoc pho bien", "chi thi nay pho bien")):
        return len(key) < 160
    return key.startswith(("ke hoach nay thay the", "ban hanh kem theo", "nhu dieu", "luu vt"))
