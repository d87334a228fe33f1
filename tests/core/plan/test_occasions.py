"""Times that stand on no calendar: seasons, sessions, school years, what comes after an event or on request."""
from __future__ import annotations

import time
from datetime import date

import pytest

from core.plan.deadlines import find

BASE = date(2026, 3, 15)


@pytest.mark.parametrize(("sentence", "words"), [
    ("Nạo vét kênh tiêu, hoàn thành trong mùa khô năm 2027.", "trong mùa khô năm 2027"),
    ("Gia cố bờ kè xong trước mùa lũ.", "xong trước mùa lũ"),
    ("Trình HĐND tỉnh tại kỳ họp thường lệ cuối năm 2026.", "tại kỳ họp thường lệ cuối năm 2026"),
    ("Báo cáo ngay khi có yêu cầu.", "ngay khi có yêu cầu"),
    ("Đối chiếu số liệu sau mỗi đợt tiêm chủng.", "sau mỗi đợt tiêm chủng"),
    ("Niêm yết danh sách ngay sau khi được phê duyệt và gửi Sở Tư pháp.", "ngay sau khi được phê duyệt"),
    ("Tổng kết phong trào khi kết thúc năm học.", "khi kết thúc năm học"),
    ("Khảo sát nhu cầu học nghề vào đầu năm học 2026 - 2027.", "vào đầu năm học 2026 - 2027"),
    ("Sơ kết giữa nhiệm kỳ.", "giữa nhiệm kỳ"),
    ("Hoàn thành việc đối chiếu trong quý này.", "trong quý này"),
    ("Khắc phục sự cố trong 24 giờ.", "trong 24 giờ"),
    ("Khử khuẩn lớp học trước ngày học sinh trở lại trường.", "trước ngày học sinh trở lại trường"),
    ("Mở lớp dạy bơi trong dịp hè năm 2027.", "trong dịp hè năm 2027"),
    ("Hoàn thành việc thay cửa cống trong mùa khô.", "trong mùa khô"),
    ("Hoàn thành gia cố chuồng trại trước khi bão đổ bộ; trực 24/24.", "trước khi bão đổ bộ"),
    ("Tập huấn cho chủ bè trước mùa du lịch hè năm 2027.", "trước mùa du lịch hè năm 2027"),
])
def test_occasions_are_kept_as_written_without_a_day(sentence: str, words: str) -> None:
    (found,) = find(sentence, base=BASE)
    assert (found.text, found.date, found.due) == (words, None, None)
    assert found.rule


@pytest.mark.parametrize(("sentence", "words", "recurs"), [
    ("Đăng 02 tin, bài mỗi tháng trên cổng thông tin.", "02 tin, bài mỗi tháng", "month"),
    ("Phát thanh 03 buổi/tuần.", "03 buổi/tuần", "week"),
    ("Mỗi quý tổ chức ít nhất một cuộc họp giao ban.", "Mỗi quý tổ chức ít nhất một cuộc họp", "quarter"),
    ("Tổ Trực hằng tuần rà soát 10% hồ sơ.", "hằng tuần", "week"),
])
def test_so_many_times_a_month_comes_round(sentence: str, words: str, recurs: str) -> None:
    (found,) = find(sentence, base=BASE)
    assert (found.text, found.recurs) == (words, recurs)


@pytest.mark.parametrize(("sentence", "words", "due"), [
    ("Họp rút kinh nghiệm trong tuần đầu tháng 7/2026.", "trong tuần đầu tháng 7/2026", date(2026, 7, 7)),
    ("Khởi công vào trung tuần tháng 8/2026.", "vào trung tuần tháng 8/2026", date(2026, 8, 20)),
    ("Hoàn thành đầu quý IV năm 2026.", "đầu quý IV năm 2026", date(2026, 10, 31)),
    ("Nộp hồ sơ trong tuần cuối tháng 9.", "trong tuần cuối tháng 9", date(2026, 9, 30)),
    ("Phát động từ 15/4 đến 15/5.", "từ 15/4 đến 15/5", date(2026, 5, 15)),
    ("Gửi hồ sơ trước 15 tháng 8.", "trước 15 tháng 8", date(2026, 8, 15)),
    ("Trình UBND tỉnh trong quí II năm 2026.", "trong quí II năm 2026", date(2026, 6, 30)),
    ("Tổ chức sơ kết việc thực hiện Kế hoạch vào năm 2026.", "vào năm 2026", date(2026, 12, 31)),
])
def test_parts_of_a_month_and_of_a_quarter(sentence: str, words: str, due: date) -> None:
    (found,) = find(sentence, base=BASE)
    assert (found.text, found.due) == (words, due)


@pytest.mark.parametrize("sentence", [
    "Thực hiện Nghị quyết được thông qua tại kỳ họp thứ 5.",
    "Cung cấp hồ sơ cho cơ quan điều tra khi có yêu cầu.",
    "Thu phí không dùng tiền mặt từ năm học 2026 - 2027.",
    "Xả thải không quá 10 m3/ngày, sản lượng 20 tấn/năm.",
    "Thực hiện nhiệm vụ năm học và kế hoạch nghỉ hè của trường.",
    "Bảo đảm đủ nước tưới cho lúa trong suốt mùa khô.",
    "Giáo dục an toàn giao thông cho học sinh ngay từ đầu năm học mới.",
    "Giữ giá vé xe khách ổn định trong dịp Tết Nguyên đán.",
    "Cử cán bộ giải đáp khi có yêu cầu; báo cáo cấp trên khi có yêu cầu.",
    "Kiểm tra phao, áo phao trước khi tàu rời bến.",
    "Đưa việc này vào nội dung kiểm điểm tại phiên họp của UBND huyện.",
])
def test_what_is_no_deadline(sentence: str) -> None:
    assert find(sentence, base=BASE) == ()


@pytest.mark.parametrize("unit", ["trong mùa ", "tại kỳ họp ", "ngay sau khi ", "mỗi tháng tổ chức ", "khi có yêu cầu ",
                                  "trong 10 ngày ", "02 tin bài ", "cuối năm học ", "sau mỗi đợt ", "trước, trong và sau Tết "])
def test_time_grows_with_the_length_only(unit: str) -> None:
    def spent(letters: int) -> float:
        line = (unit * letters)[:letters]
        start = time.process_time()
        find(line)
        return time.process_time() - start
    short = min(spent(20_000) for _ in range(3))
    assert min(spent(80_000) for _ in range(3)) < 10 * short + 0.1
