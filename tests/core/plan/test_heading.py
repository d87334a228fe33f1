"""What the letterhead, the abstract, the signature and the recipients of a document say, in every form they come in."""
from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Paragraph, PlanInfo, PlanText, Span
from core.plan.heading import read


def plan(text: str) -> PlanText:
    """The lines of a text as its paragraphs."""
    made, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            made.append(Paragraph(Span(place, place + len(line))))
        place += len(line) + 1
    return PlanText(text, tuple(made))


def info(text: str) -> PlanInfo:
    return read(plan(text))


NORMAL = """ỦY BAN NHÂN DÂN
TỈNH LAM SƠN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 141/KH-UBND
Lam Sơn, ngày 20 tháng 11 năm 2025
KẾ HOẠCH
Phát triển nghề cá bền vững trên địa bàn tỉnh Lam Sơn
giai đoạn 2026 - 2030
Thực hiện Nghị quyết số 07/NQ-HĐND ngày 05/01/2025 của HĐND tỉnh, UBND tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
1. Nâng cao đời sống ngư dân.
Nơi nhận:
- Thường trực Tỉnh ủy (b/c);
- Các sở, ban, ngành cấp tỉnh;
- UBND các xã, phường;
- Lưu: VT, KT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Thị Hồng Vân"""


def test_a_usual_plan() -> None:
    found = info(NORMAL)
    assert found == PlanInfo("141/KH-UBND", date(2025, 11, 20), "Phát triển nghề cá bền vững trên địa bàn tỉnh Lam Sơn giai đoạn 2026 - "
                                                                "2030",
                             "UBND tỉnh Lam Sơn", "Nguyễn Thị Hồng Vân", "Kế hoạch", "tỉnh Lam Sơn",
                             ("Thường trực Tỉnh ủy (b/c)", "Các sở, ban, ngành cấp tỉnh", "UBND các xã, phường"))


@pytest.mark.parametrize("head", [
    "ỦY BAN NHÂN DÂN TỈNH LAM SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc\nSố: 141/KH-UBND Lam Sơn, ngày 20 tháng "
    "11 năm 2025",
    "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n  TỈNH LAM SƠN                Độc lập - Tự do - Hạnh phúc\n"
    "Số: 141 /KH-UBND           Lam Sơn, ngày 20 tháng 11 năm 2025",
    "| ỦY BAN NHÂN DÂN TỈNH LAM SƠN ------- | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập – Tự do – Hạnh phúc |\n|---|---|\n"
    "| Số: 141/KH- UBND | *Lam Sơn, ngày 20 tháng 11 năm 2025* |",
    "UBND TỈNH LAM SƠN\nSố 141/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLam Sơn, ngày 2 0 tháng 11 năm 2025",
    "**UỶ BAN NHÂN DÂN**\n**TỈNH LAM SƠN**\n\nSố: 141/KH-UBND\n\n*Lam Sơn, ngày 20 tháng 11 năm 2025*",
])
def test_letterheads_in_one_line_two_columns_bars_and_stars(head: str) -> None:
    found = info(head + "\n\nKẾ HOẠCH\nPhòng, chống thiên tai năm 2026\n\nCăn cứ Luật Đê điều;\nI. MỤC ĐÍCH\n")
    assert (found.number, found.date, found.issuer, found.title, found.province) == \
        ("141/KH-UBND", date(2025, 11, 20), "UBND tỉnh Lam Sơn", "Phòng, chống thiên tai năm 2026", "tỉnh Lam Sơn")


def test_blanks_left_for_the_clerk_are_none() -> None:
    found = info("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI ĐÔNG\nSố:          /KH-UBND\nHải Đông, ngày      tháng     năm 2025\nKẾ HOẠCH\nCải cách "
                 "hành chính năm 2026\n"
                 "Căn cứ Công văn số 12/BNV-CCHC ngày 03/02/2025;\nI. MỤC TIÊU")
    assert (found.number, found.date, found.issuer, found.province) == (None, None, "UBND thành phố Hải Đông", "thành phố Hải Đông")
    assert found.kind == "Kế hoạch"


def test_without_a_letterhead_the_words_of_the_body_and_the_signature_tell() -> None:
    found = info("KẾ HOẠCH\nTriển khai Kế hoạch số 12-KH/TU ngày 25/6/2025 của Thành ủy\nThực hiện Kế hoạch số 12-KH/TU ngày 25/6/2025; "
                 "Ủy ban nhân dân thành phố "
                 "Hải Đông ban hành Kế hoạch gồm các nội dung sau:\nI. MỤC ĐÍCH\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Khải")
    assert (found.number, found.date, found.issuer, found.signer) == (None, None, "UBND thành phố Hải Đông", "Trần Văn Khải")
    assert found.title == "Triển khai Kế hoạch số 12-KH/TU ngày 25/6/2025 của Thành ủy"


@pytest.mark.parametrize(("text", "number", "issuer", "kind", "province", "signer"), [
    ("THỦ TƯỚNG CHÍNH PHỦ\nSố: 33/QĐ-TTg\nHà Nội, ngày 05 tháng 01 năm 2025\nQUYẾT ĐỊNH\nPhê duyệt Kế hoạch phát triển đường thủy\nTHỦ "
     "TƯỚNG CHÍNH PHỦ\n"
     "Căn cứ Luật Tổ chức Chính phủ;\nĐiều 1. Phê duyệt.\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\nLê Minh Quang", "33/QĐ-TTg",
     "Thủ tướng Chính phủ", "Quyết định", None, "Lê Minh Quang"),
    ("BỘ Y TẾ\nSố: 12/KH-BYT\nHà Nội, ngày 09 tháng 6 năm 2025\nKẾ HOẠCH\nTiêm chủng mở rộng\nBộ Y tế ban hành Kế hoạch như sau:\nI. MỤC "
     "TIÊU\n"
     "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nĐỗ Thị Hạnh", "12/KH-BYT", "Bộ Y tế", "Kế hoạch", None, "Đỗ Thị Hạnh"),
    ("UBND TỈNH LAM SƠN\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nSố: 88/KH-SNNMT\nLam Sơn, ngày 09 tháng 6 năm 2025\nKẾ HOẠCH\nTrồng rừng\nSở Nông "
     "nghiệp và Môi trường xây dựng "
     "Kế hoạch:\nGIÁM ĐỐC\nPhạm Văn Lộc", "88/KH-SNNMT", "Sở Nông nghiệp và Môi trường", "Kế hoạch", "tỉnh Lam Sơn", "Phạm Văn Lộc"),
    ("TỈNH ỦY LAM SƠN\n*\nSố 27-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLam Sơn, ngày 14 tháng 3 năm 2025\nKẾ HOẠCH\nThực hiện Nghị quyết về khoa "
     "học\nCăn cứ Điều lệ Đảng;\n"
     "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nHoàng Văn Tâm", "27-KH/TU", "Tỉnh ủy Lam Sơn", "Kế hoạch", "tỉnh Lam Sơn", "Hoàng Văn Tâm"),
    ("ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN HÒA\nSố: 09/KH-UBND\nTân Hòa, ngày 02 tháng 8 năm 2025\nKẾ HOẠCH\nChỉnh trang đô thị\nThực hiện chỉ "
     "đạo của UBND tỉnh Lam Sơn, UBND "
     "phường ban hành kế hoạch; trên địa bàn tỉnh Lam Sơn.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nVõ Thành Nam", "09/KH-UBND",
     "UBND phường Tân Hòa", "Kế hoạch",
     "tỉnh Lam Sơn", "Võ Thành Nam"),
    ("CHỦ TỊCH\nỦY BAN NHÂN DÂN\nTỈNH LAM SƠN\nSố: 05/CĐ-UBND\nLam Sơn, ngày 12 tháng 9 năm 2025\nCÔNG ĐIỆN\nVề việc chủ động ứng phó "
     "với bão\n"
     "Ủy ban nhân dân tỉnh điện:\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nBÙI ĐỨC THẮNG", "05/CĐ-UBND", "UBND tỉnh Lam Sơn",
     "Công điện", "tỉnh Lam Sơn",
     "Bùi Đức Thắng"),
])
def test_other_issuers(text: str, number: str, issuer: str, kind: str, province: str | None, signer: str) -> None:
    found = info(text)
    assert (found.number, found.issuer, found.kind, found.province, found.signer) == (number, issuer, kind, province, signer)


def test_an_official_letter_has_its_abstract_under_the_number_and_its_receivers_on_top() -> None:
    found = info("ỦY BAN NHÂN DÂN\nTỈNH LAM SƠN\nSố: 77/UBND-KT\nV/v triển khai thu thuế\nLam Sơn, ngày 01 tháng 02 năm 2025\nKính "
                 "gửi:\n- Sở Tài chính;\n- UBND các xã.\n"
                 "Yêu cầu Sở Tài chính chủ trì.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nLý Văn Bình")
    assert (found.number, found.kind, found.title) == ("77/UBND-KT", "Công văn", "triển khai thu thuế")
    assert found.recipients[:2] == ("Sở Tài chính", "UBND các xã")


def test_a_title_in_capitals_takes_the_letters_of_the_body() -> None:
    found = info("UBND TỈNH LAM SƠN\nKẾ HOẠCH\nPHÁT TRIỂN DU LỊCH CỘNG ĐỒNG VÙNG HỒ AN LẠC NĂM 2026\nCăn cứ chương trình công tác; UBND "
                 "tỉnh ban hành Kế hoạch "
                 "phát triển du lịch cộng đồng vùng hồ An Lạc năm 2026 như sau:\nI. MỤC ĐÍCH")
    assert found.title == "Phát triển du lịch cộng đồng vùng hồ An Lạc năm 2026"


def test_numbers_and_days_of_cited_documents_are_not_the_plan_s_own() -> None:
    found = info("KẾ HOẠCH\nThực hiện Nghị quyết số 01/NQ-CP ngày 05 tháng 01 năm 2024 của Chính phủ\nCăn cứ Quyết định số 12/QĐ-UBND "
                 "ngày 01 tháng 02 năm 2024;")
    assert (found.number, found.date) == (None, None)


WORDS = st.sampled_from(["KẾ HOẠCH", "Số:", "/KH-UBND", "12", "ngày", "tháng", "năm", "2025", "ỦY BAN NHÂN DÂN", "TỈNH", "LAM SƠN", "TM.",
                         "KT.", "CHỦ TỊCH",
                         "Nguyễn Văn An", "Nơi nhận:", "-", ";", "\n", "V/v", "Kính gửi:", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                         "Lam Sơn,", "(", "|", "**"])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    found = info(text)
    assert isinstance(found.title, str)
    assert all(entry for entry in found.recipients)


@pytest.mark.parametrize("unit", ["SỐ: ", "KẾ HOẠCH ", "ỦY BAN NHÂN DÂN TỈNH ", "tỉnh Lam ", "ngày 1 tháng 1 ", "TM. CHỦ TỊCH ", "- a; ",
                                  "UBND tỉnh a ", "CỘNG HÒA ", "A "])
def test_long_lines_cost_time_in_proportion(unit: str) -> None:
    def spent(letters: int) -> float:
        text = plan("KẾ HOẠCH\n" + (unit * letters)[:letters])
        start = time.process_time()
        read(text)
        return time.process_time() - start
    short = min(spent(20_000) for _ in range(3))
    assert min(spent(80_000) for _ in range(3)) < 10 * short + 0.1


def test_a_title_in_capitals_is_written_as_the_body_writes_its_words() -> None:
    body = ("KẾ HOẠCH\nCHỐNG KHAI THÁC IUU VÀ THỰC HIỆN NGHỊ QUYẾT SỐ 23/NQ-HĐND TRÊN ĐỊA BÀN TỈNH LÂM ĐỒNG\nI. NHIỆM VỤ\n"
            "1. Sở Y tế triển khai Nghị quyết về khai thác IUU tại tỉnh Lâm Đồng.\n")
    title = read(plan(body)).title
    assert title == "Chống khai thác IUU và thực hiện Nghị quyết số 23/NQ-HĐND trên địa bàn tỉnh Lâm Đồng"


def test_a_decision_of_the_chairman_is_cited_as_his() -> None:
    text = NORMAL.replace("141/KH-UBND", "141/QĐ-UBND").replace("KẾ HOẠCH\n", "QUYẾT ĐỊNH\n").replace(
        "Thực hiện Nghị quyết", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nThực hiện Nghị quyết", 1)
    assert (info(text).issuer, info(text).by_chairman) == ("UBND tỉnh Lam Sơn", True)
    assert not info(NORMAL).by_chairman  # "KT. CHỦ TỊCH" signs for the Committee


def test_a_place_that_a_scan_has_blurred_is_the_one_before_the_date() -> None:
    found = info("ỦY BAN NHÂN DÂN\nTHÀNH PHÓỎ LAM SƠN\nSố:\n/CT-UBND\nLam Sơn, ngày 15 tháng 7 năm 2025\nCHỈ THỊ\nTăng cường phòng cháy\n"
                 "1. Sở Y tế kiểm tra.")
    assert found.issuer == "UBND thành phố Lam Sơn"
    other = info("ỦY BAN NHÂN DÂN\nHUYỆN PHÚ BÌNH\nLam Sơn, ngày 15 tháng 7 năm 2025\nKẾ HOẠCH\nTăng cường phòng cháy\n"
                 "1. Phòng Y tế kiểm tra.")
    assert other.issuer == "UBND huyện Phú Bình"  # its seat has another name
