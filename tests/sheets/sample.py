"""A small book of our own writing that holds what sheets meet: headings, groups, long tasks, days, texts that look like formulas."""
from __future__ import annotations

from datetime import date

from core.book import Book
from core.edits import due_of
from core.model import Agency, AgencyKind, Assignment, Deadline, Membership, Plan, Record, Role, Task

LEAD, COOP = Role.LEAD, Role.COOP
PLAN = Plan("p", "Phát triển du lịch cộng đồng năm 2026", "05/KH-UBND", date(2026, 1, 5), "UBND tỉnh Sông Hậu", "Trần Văn Mẫu", "KH",
            "tỉnh Sông Hậu")
LONG = ("Rà soát, hoàn thiện quy hoạch các điểm du lịch cộng đồng trên địa bàn tỉnh, bảo đảm phù hợp với quy hoạch sử dụng đất, quy hoạch "
        "xây dựng và kế hoạch phòng, chống thiên tai; ưu tiên các xã vùng cù lao có vườn cây ăn trái, làng nghề và lễ hội truyền thống. ")
GROUP_WORDS = "các sở, ban, ngành có liên quan"

_AGENCIES = (
    Agency("vh", "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL", AgencyKind.PROVINCIAL, place=1),
    Agency("tc", "Sở Tài chính", "STC", AgencyKind.PROVINCIAL, place=2),
    Agency("xd", "Sở Xây dựng", "SXD", AgencyKind.PROVINCIAL, place=3),
    Agency("ct", "Sở Công Thương", "SCT", AgencyKind.PROVINCIAL, place=4),
    Agency("cl", "Ủy ban nhân dân xã Cù Lao", "", AgencyKind.LOCAL, place=5),
    Agency("vt", "Ủy ban nhân dân xã Vườn Trái", "", AgencyKind.LOCAL, place=6),
    Agency("hh", "Hiệp hội Du lịch tỉnh", "", AgencyKind.MASS, place=7),
    Agency("cs", GROUP_WORDS, "", AgencyKind.GROUP, place=8),
    Agency("dp", "các địa phương", "", AgencyKind.GROUP, place=9),
    Agency("dn", "các doanh nghiệp lữ hành", "", AgencyKind.GROUP, place=10),
)
_MEMBERS = (("cs", "tc"), ("cs", "xd"), ("cs", "ct"), ("dp", "cl"), ("dp", "vt"))
_SECTIONS = {1: ("NHIỆM VỤ CHỦ YẾU", "Quy hoạch, hạ tầng"), 2: ("NHIỆM VỤ CHỦ YẾU", "Sản phẩm, quảng bá"), 3: ("TỔ CHỨC THỰC HIỆN",)}
_PATHS = {1: ("II", "1"), 2: ("II", "2"), 3: ("III",)}


def _due(text: str, day: date | None = None, due: date | None = None) -> tuple[Deadline, ...]:
    return (Deadline(text, day, due),)


_TASKS: tuple[tuple[int, str, tuple[Deadline, ...], str, dict[str, Role]], ...] = (
    (1, LONG * 3, _due("trước ngày 30/6/2026", date(2026, 6, 30)), "Quyết định phê duyệt quy hoạch", {"vh": LEAD, "xd": COOP, "cs": COOP}),
    (1, "Nâng cấp các tuyến đường vào khu du lịch sinh thái.", _due("quý III/2026", None, date(2026, 9, 30)), "",
     {"xd": LEAD, "cl": COOP, "vt": COOP}),
    (1, "Bố trí kinh phí thực hiện kế hoạch theo phân cấp ngân sách.", (), "Tờ trình", {"tc": LEAD, "dp": COOP}),
    (2, "Xây dựng bộ nhận diện thương hiệu du lịch mùa nước nổi.", _due("trong năm 2026", None, date(2026, 12, 31)), "Bộ nhận diện",
     {"vh": LEAD, "hh": COOP, "dn": COOP}),
    (2, "Tổ chức phiên chợ đặc sản cuối tuần tại các điểm đến.", _due("định kỳ hằng quý"), "", {"ct": LEAD, "vh": COOP, "dp": COOP}),
    (2, "=HYPERLINK(\"http://example.org\";\"Bấm vào đây\") là chữ của văn bản, không phải công thức.", (), "", {"hh": LEAD}),
    (2, "-1+2: tỷ lệ khách quay lại; @gmail; \t+84 292", (), "-", {"dn": LEAD, "hh": LEAD}),
    (3, "Báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh.", _due("trước ngày 05/01/2026", date(2026, 1, 5)), "Báo cáo",
     {"cs": LEAD, "dp": COOP}),
    (3, "Theo dõi, đôn đốc việc thực hiện kế hoạch.", (), "", {"vh": LEAD}),
    (3, "Nhiệm vụ chưa nêu cơ quan chủ trì.", (), "", {}),
)


def sample_book(times: int = 1) -> Book:
    """The book; with ``times`` its tasks again and again under other ids."""
    records: list[Record] = [*_AGENCIES, *(Membership(g, a) for g, a in _MEMBERS)]
    place = 0
    for _ in range(times):
        for section, text, deadlines, product, roles in _TASKS:
            place += 1
            task = Task(f"{place:016x}", "p", float(place), text, _PATHS[section], _SECTIONS[section], None, deadlines, due_of(deadlines),
                        product, "Ưu tiên" if place == 1 else "", date(2026, 5, 1) if place == 2 else None)
            records.append(task)
            written = {"cs": GROUP_WORDS, "dp": "các địa phương"}
            records += [Assignment(task.id, agency, role, written.get(agency, "")) for agency, role in roles.items()]
    return Book(PLAN, records)
