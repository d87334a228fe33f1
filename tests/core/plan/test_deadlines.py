"""Which words bind a task in time, what they mean on the calendar, and which dates bind nobody."""
from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.plan.deadlines import find, read_cell

BASE = date(2025, 3, 15)


def texts(sentence: str) -> list[str]:
    return [d.text for d in find(sentence, base=BASE)]


@pytest.mark.parametrize(("sentence", "text", "day"), [
    ("Gửi báo cáo trước ngày 20 tháng 11 năm 2025 về Sở Tài chính.", "trước ngày 20 tháng 11 năm 2025", date(2025, 11, 20)),
    ("Báo cáo UBND tỉnh chậm nhất ngày 15/6/2025.", "chậm nhất ngày 15/6/2025", date(2025, 6, 15)),
    ("Việc này xong trước 30-9-2025.", "trước 30-9-2025", date(2025, 9, 30)),
    ("Muộn nhất đến ngày 10 tháng 12 năm 2025 phải nộp.", "Muộn nhất đến ngày 10 tháng 12 năm 2025", date(2025, 12, 10)),
    ("Phấn đấu hoàn thành toàn tuyến trước ngày 30/4/2026.", "trước ngày 30/4/2026", date(2026, 4, 30)),
    ("Nộp hồ sơ (trước ngày 05/8/2025) để thẩm định.", "trước ngày 05/8/2025", date(2025, 8, 5)),
])
def test_full_dates_are_kept_as_written_and_as_days(sentence: str, text: str, day: date) -> None:
    (found,) = find(sentence, base=BASE)
    assert (found.text, found.date, found.due) == (text, day, day)


@pytest.mark.parametrize(("sentence", "text", "due"), [
    ("Trình UBND tỉnh trước quý III/2025.", "trước quý III/2025", date(2025, 6, 30)),
    ("Trình UBND tỉnh trong quý 1/2026.", "trong quý 1/2026", date(2026, 3, 31)),
    ("Hoàn thành trước tháng 6/2025.", "trước tháng 6/2025", date(2025, 5, 31)),
    ("Xây dựng kế hoạch chi tiết xong trong tháng 02/2028.", "trong tháng 02/2028", date(2028, 2, 29)),
    ("Hoàn thành trong năm 2025.", "trong năm 2025", date(2025, 12, 31)),
    ("Hoàn thành việc hỗ trợ nhà ở đến hết năm 2027.", "đến hết năm 2027", date(2027, 12, 31)),
    ("Trong 6 tháng đầu năm 2026 hoàn thành việc rà soát.", "Trong 6 tháng đầu năm 2026", date(2026, 6, 30)),
    ("Từ ngày 01/7/2025 đến ngày 30/9/2025 mở đợt cao điểm.", "Từ ngày 01/7/2025 đến ngày 30/9/2025", date(2025, 9, 30)),
    ("Xong trước 30/6.", "trước 30/6", date(2025, 6, 30)),
    ("Nộp dự toán trước ngày 28/02.", "trước ngày 28/02", date(2026, 2, 28)),
    ("Hoàn thành hồ sơ vào cuối năm 2025.", "vào cuối năm 2025", date(2025, 12, 31)),
    ("Năm 2026: trình ban hành quy chế phối hợp.", "Năm 2026", date(2026, 12, 31)),
    ("Tổ chức ngày hội vào tháng 10/2026.", "vào tháng 10/2026", date(2026, 10, 31)),
    ("Xây dựng ít nhất 05 mô hình trong năm 2026.", "trong năm 2026", date(2026, 12, 31)),
    ("Hoàn thành 1.200 căn nhà giai đoạn 2025 - 2030.", "giai đoạn 2025 - 2030", date(2030, 12, 31)),
])
def test_other_forms_have_no_date_but_a_last_day_and_its_rule(sentence: str, text: str, due: date) -> None:
    (found,) = find(sentence, base=BASE)
    assert (found.text, found.date, found.due) == (text, None, due)
    assert found.rule


@pytest.mark.parametrize(("sentence", "text"), [
    ("Công bố kết quả trong vòng 48 giờ kể từ khi nhận được báo cáo.", "trong vòng 48 giờ kể từ khi nhận được báo cáo"),
    ("Ra quân dọn kênh vào sáng ngày 05 tháng 6 năm 2025.", "vào sáng ngày 05 tháng 6 năm 2025"),
    ("Gửi tổng kết về Huyện đội vào dịp 22 tháng 12 hàng năm.", "vào dịp 22 tháng 12 hàng năm"),
    ("Đếm đàn vật nuôi vào thời điểm 01/4 hằng năm.", "vào thời điểm 01/4 hằng năm"),
    ("Đối chiếu công nợ vào cuối mỗi quý.", "vào cuối mỗi quý"),
    ("Mít tinh hưởng ứng Ngày Nước 22/3 hằng năm.", "22/3 hằng năm"),
    ("Báo cáo tại giao ban thứ Hai hằng tuần.", "thứ Hai hằng tuần"),
    ("Rà soát danh sách định kỳ cuối năm.", "định kỳ cuối năm"),
    ("Gửi danh sách trong 05 ngày đầu của tháng tiếp theo.", "trong 05 ngày đầu của tháng tiếp theo"),
    ("Kiểm tra các thôn mỗi tháng ít nhất 02 lượt.", "mỗi tháng ít nhất 02 lượt"),
    ("Hoàn thành việc ký hợp đồng với 100% trạm y tế trong năm 2026.", "trong năm 2026"),
    ("Họp báo sau mỗi ngày hội.", "sau mỗi ngày hội"),
])
def test_words_of_time_between_the_sign_and_the_day_belong_to_it(sentence: str, text: str) -> None:
    assert texts(sentence) == [text]


@pytest.mark.parametrize("sentence", [
    "Rút ngắn việc cấp giấy phép từ 05 ngày xuống còn 03 ngày làm việc kể từ khi nhận đủ hồ sơ.",
    "Việc này đã quá 30 ngày kể từ khi nộp đơn.",
    "Tổ chức dạy học 2 buổi/ngày; kiểm tra việc dạy 2 buổi/ngày.",
    "Bố trí kinh phí sự nghiệp văn hóa hằng năm, báo cáo kết quả.",
    "Chi trả trợ cấp xã hội hằng tháng qua tài khoản, báo cáo kết quả.",
    "Kết quả là tiêu chí đánh giá thi đua, khen thưởng hằng năm.",
    "Chưa tăng giá nước sạch trong quý II năm 2025.",
    "Lấy số liệu vào thời điểm 31/12/2024 làm gốc.",
    "Phấn đấu hàng năm giảm nghèo, báo cáo kết quả.",
])
def test_how_long_and_how_often_are_no_deadlines(sentence: str) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize(("sentence", "text", "recurs", "due"), [
    ("Báo cáo Sở Nội vụ trước ngày 20 hằng tháng.", "trước ngày 20 hằng tháng", "month", date(2025, 3, 20)),
    ("Báo cáo trước ngày 10 hàng tháng.", "trước ngày 10 hàng tháng", "month", date(2025, 4, 10)),
    ("Trước ngày 20 tháng 11 hằng năm, gửi báo cáo.", "Trước ngày 20 tháng 11 hằng năm", "year", date(2025, 11, 20)),
    ("Định kỳ hằng quý tổng hợp, báo cáo.", "Định kỳ hằng quý", "quarter", date(2025, 3, 31)),
    ("Thống kê, báo cáo 06 tháng/lần.", "06 tháng/lần", "half", date(2025, 6, 30)),
    ("Định kỳ 03 tháng báo cáo một lần.", "Định kỳ 03 tháng", "quarter", date(2025, 3, 31)),
    ("Báo cáo trước ngày 25 của tháng cuối quý.", "trước ngày 25 của tháng cuối quý", "quarter", date(2025, 3, 25)),
    ("Gửi số liệu trước 16h00 thứ Sáu hằng tuần.", "trước 16h00 thứ Sáu hằng tuần", "week", date(2025, 3, 21)),
    ("Hằng năm (trước ngày 15 tháng 11), báo cáo kết quả.", "Hằng năm (trước ngày 15 tháng 11)", "year", date(2025, 11, 15)),
    ("Báo cáo trước ngày 15/6 và trước ngày 15/12 hằng năm.", "trước ngày 15/6 và trước ngày 15/12 hằng năm", "year", date(2025, 6, 15)),
    ("Gửi báo cáo trước ngày 15 tháng 11 định kỳ hằng năm.", "trước ngày 15 tháng 11 định kỳ hằng năm", "year", date(2025, 11, 15)),
    ("d) Hằng năm, rà soát danh mục đê xung yếu.", "Hằng năm", "year", date(2025, 12, 31)),
    ("Lấy mẫu nước ít nhất 01 lần/năm.", "01 lần/năm", "year", date(2025, 12, 31)),
    ("Tổ chức hội thi định kỳ 02 năm/lần.", "định kỳ 02 năm/lần", "2-year", None),
])
def test_what_comes_round_says_how_often_and_when_first(sentence: str, text: str, recurs: str, due: date | None) -> None:
    (found,) = find(sentence, base=BASE)
    assert (found.text, found.recurs, found.due, found.date) == (text, recurs, due, None)


@pytest.mark.parametrize(("sentence", "text", "due"), [
    ("Chậm nhất 10 ngày kể từ ngày Kế hoạch này được ban hành, các sở xây dựng kế hoạch.",
     "Chậm nhất 10 ngày kể từ ngày Kế hoạch này được ban hành", date(2025, 3, 25)),
    ("Trong thời hạn 15 ngày làm việc kể từ ngày ký ban hành Quyết định này, UBND các xã phải báo cáo.",
     "Trong thời hạn 15 ngày làm việc kể từ ngày ký ban hành Quyết định này", date(2025, 4, 4)),
    ("Chậm nhất 05 ngày làm việc kể từ ngày nhận được hồ sơ gửi Sở Tư pháp.",
     "Chậm nhất 05 ngày làm việc kể từ ngày nhận được hồ sơ", None),
])
def test_relative_terms_count_from_the_plan_only_where_they_say_so(sentence: str, text: str, due: date | None) -> None:
    (found,) = find(sentence, base=BASE)
    assert (found.text, found.due) == (text, due)
    assert found.rule


def test_without_the_day_of_the_plan_nothing_is_guessed() -> None:
    sentence = "Xong trước ngày 30/6; định kỳ hằng quý báo cáo; chậm nhất 10 ngày kể từ ngày ban hành Kế hoạch này."
    assert [d.due for d in find(sentence)] == [None] * 3


@pytest.mark.parametrize("sentence", [
    "Triển khai Nghị quyết số 01/NQ-CP ngày 05/01/2024 của Chính phủ.",
    "Thực hiện Công văn số 14/UBND-NC ngày 02 tháng 12 năm 2021 và Kế hoạch số 3/KH-UBND, ngày 3/4/2022.",
    "Thực hiện Đề án phát triển nghề cá giai đoạn 2021 - 2025, tầm nhìn đến năm 2030.",
    "Phấn đấu đạt 55% vào năm 2030.",
    "Đến hết năm 2025, 100% xã có đường nhựa.",
    "Phấn đấu hằng năm có thêm 200 hộ thoát nghèo.",
    "Xử lý dứt điểm các vụ việc phát sinh trước ngày 01/7/2014.",
    "Số liệu tính đến ngày 31/12/2024.",
    "Luật Đất đai năm 2024 có hiệu lực từ ngày 01/8/2024.",
    "Các ngân hàng năm 2024 đã cho vay đủ.",
    "Bố trí kinh phí trong dự toán ngân sách hằng năm của đơn vị.",
    "Tuyên truyền theo kế hoạch hàng năm và dài hạn.",
    "Thực hiện Chương trình “Hoàn thành chuyển đổi trước năm 2030”.",
    "Phát triển đô thị trong giai đoạn mới, trước mắt nghiên cứu phương án; trước đây chưa làm.",
    "Định kỳ tổng hợp, báo cáo theo quy định.",
    "Lập kế hoạch phát triển ngành giai đoạn 2026 - 2030 và hằng năm.",
    "Tham mưu ban hành chính sách hỗ trợ nghề cá đến năm 2030 và những năm tiếp theo.",
    "Mở ít nhất 10 lớp dạy nghề mỗi năm.",
    "",
])
def test_dates_that_bind_nobody(sentence: str) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize(("cell", "text", "day", "due", "recurs"), [
    ("Thường xuyên", "Thường xuyên", None, None, ""),
    (" Quý I - Quý II/2026 ", "Quý I - Quý II/2026", None, date(2026, 6, 30), ""),
    ("30/6/2025", "30/6/2025", date(2025, 6, 30), date(2025, 6, 30), ""),
    ("2026", "2026", None, date(2026, 12, 31), ""),
    ("2025 - 2035", "2025 - 2035", None, date(2035, 12, 31), ""),
    ("Từ 01/7/2025", "Từ 01/7/2025", None, None, ""),
    ("Từ tháng 3 đến tháng 9/2025", "Từ tháng 3 đến tháng 9/2025", None, date(2025, 9, 30), ""),
    ("Hằng quý", "Hằng quý", None, date(2025, 3, 31), "quarter"),
    ("- Thời gian thực hiện: Quý IV/2025.", "Quý IV/2025", None, date(2025, 12, 31), ""),
    ("Tháng\n12/2025", "Tháng 12/2025", None, date(2025, 12, 31), ""),
    ("Sau khi có hướng dẫn", "Sau khi có hướng dẫn", None, None, ""),
])
def test_a_cell_holds_one_deadline_whatever_its_words(cell: str, text: str, day: date | None, due: date | None, recurs: str) -> None:
    (found,) = read_cell(cell, base=BASE)
    assert (found.text, found.date, found.due, found.recurs) == (text, day, due, recurs)


@pytest.mark.parametrize("cell", ["", "  ", "-", "…", "x", "\n"])
def test_an_empty_cell_holds_none(cell: str) -> None:
    assert read_cell(cell, base=BASE) == ()


WORDS = st.sampled_from(["trước", "ngày", "15/6", "30/02/2025", "tháng", "12", "năm", "2025", "quý", "III", "hằng", "định kỳ",
                         "(", ")", ",", ";", ".", "đến", "hết", "kể từ", "chậm nhất", "10", "“", "”", "\n",
                         "\u0301", "İ", "hoàn thành", "giai đoạn", "-", "và", "6 tháng", "/lần", "9999"])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join)), st.integers(0, 10**6),
       st.none() | st.dates())
def test_any_string_gives_spans_inside_it(text: str, offset: int, base: date | None) -> None:
    for found in (*find(text, offset, base=base), *read_cell(text, offset, base=base)):
        assert found.span is not None
        assert offset <= found.span.start < found.span.end <= offset + len(text)
        assert " ".join(text[found.span.start - offset:found.span.end - offset].split()) == found.text


@pytest.mark.parametrize("unit", ["ngay ", "1/1/", "20 ", "định kỳ ", "hàng tháng, quý, ", "chậm nhất ", "năm 2025 - ", "ngày 15/6 và ",
                                  "thời gian ", "(", "“", "\n", "từ ngày 1/1/2025 đến ", "5 ngày kể từ ", "trước mùa ", "06 tháng, "])
def test_long_lines_cost_time_in_proportion(unit: str) -> None:
    """Four times the length may cost no more than eight times the time (a quadratic rule would cost sixteen)."""
    def spent(letters: int) -> float:
        line = (unit * letters)[:letters]
        start = time.process_time()
        find(line)
        read_cell(line)
        return time.process_time() - start
    short = min(spent(20_000) for _ in range(3))
    assert min(spent(80_000) for _ in range(3)) < 10 * short + 0.1
