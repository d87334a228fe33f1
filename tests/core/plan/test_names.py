"""Where names of agencies begin and end, and how lists of them are read."""
from __future__ import annotations

import pytest

from core.plan.lists import is_agency_list, read_list
from core.plan.tokens import tokens_of

CASES = {
    "Sở Tài chính chủ trì": ["Sở Tài chính"],
    "Sở Kế hoạch và Đầu tư và Sở Tài chính rà soát": ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"],
    "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế tổ chức": ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"],
    "Các Sở: Y tế, Nội vụ và Tài chính báo cáo": ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính"],
    "Sở Y tế, Nội vụ xây dựng": ["Sở Y tế", "Sở Nội vụ"],
    "các Sở, ban, ngành, địa phương triển khai": ["các Sở, ban, ngành, địa phương"],
    "Công an tỉnh và các sở, ngành liên quan kiểm tra": ["Công an tỉnh", "các sở, ngành liên quan"],
    "Ban Quản lý Khu kinh tế, công nghiệp tỉnh:": ["Ban Quản lý Khu kinh tế, công nghiệp tỉnh"],
    "Ban Quản lý dự án Đầu tư xây dựng và Phát triển đô thị tỉnh theo dõi": ["Ban Quản lý dự án Đầu tư xây dựng và Phát triển đô thị tỉnh"],
    "Báo và Phát thanh, Truyền hình tỉnh; Sở Tư pháp": ["Báo và Phát thanh, Truyền hình tỉnh", "Sở Tư pháp"],
    "UBND các xã Bình An, Hòa Lợi và phường Tân Phú rà soát": ["UBND xã Bình An", "UBND xã Hòa Lợi", "UBND phường Tân Phú"],
    "UBND các huyện, thị xã và thành phố Bình Minh": ["UBND các huyện, thị xã và thành phố Bình Minh"],
    "Giám đốc Sở Nội vụ, Chánh Văn phòng UBND tỉnh": ["Sở Nội vụ", "Văn phòng UBND tỉnh"],
    "Giám đốc (Thủ trưởng) các sở, ban, ngành chỉ đạo": ["các sở, ban, ngành"],
    "Trường Đại học Bình Minh mở ít nhất 02 lớp": ["Trường Đại học Bình Minh"],
    "Trung tâm Xúc tiến đầu tư, thương mại và du lịch": ["Trung tâm Xúc tiến đầu tư, thương mại và du lịch"],
    "Ngân hàng Nhà nước - Chi nhánh Bình Minh chỉ đạo": ["Ngân hàng Nhà nước - Chi nhánh Bình Minh"],
    "Liên đoàn Lao động tỉnh, Tỉnh đoàn, Hội Nông dân tỉnh": ["Liên đoàn Lao động tỉnh", "Tỉnh đoàn", "Hội Nông dân tỉnh"],
    "Đội Quản lý trật tự xây dựng đô thị kiểm tra": ["Đội Quản lý trật tự xây dựng đô thị"],
    "Trung tâm Dịch vụ việc làm tỉnh kết nối": ["Trung tâm Dịch vụ việc làm tỉnh"],
    "Ban Công tác đối ngoại nhân dân tham mưu": ["Ban Công tác đối ngoại nhân dân"],
    "Trung tâm Văn hóa Quận treo 50 băng rôn": ["Trung tâm Văn hóa Quận"],
    "các bộ phận liên quan của Sở Nội vụ rà soát": ["các bộ phận liên quan của Sở Nội vụ"],
    "Ủy ban nhân dân 12 phường thuộc quận Bình Minh tổng vệ sinh": ["Ủy ban nhân dân 12 phường thuộc quận Bình Minh"],
    "UBND các xã nơi có tuyến đường đi qua tổ chức": ["UBND các xã"],
    "Sở Y tế các tỉnh, thành phố ven biển: bố trí": ["Sở Y tế các tỉnh, thành phố ven biển"],
    "Sở Y tế các tỉnh Bình An, Hòa Lợi phối hợp": ["Sở Y tế tỉnh Bình An", "Sở Y tế tỉnh Hòa Lợi"],
    "Các trường trung học phổ thông nơi đặt điểm thi: chuẩn bị": ["Các trường trung học phổ thông"],
    "Trường Tiểu học, THCS, Mầm non Bình An tổ chức": ["Trường Tiểu học Bình An", "Trường THCS Bình An", "Trường Mầm non Bình An"],
    "Các trường Mầm non, Tiểu học, THCS trên địa bàn xã tổ chức": ["Các trường Mầm non, Tiểu học, THCS trên địa bàn xã"],
    "các bệnh viện đa khoa, chuyên khoa tuyến tỉnh chuẩn bị": ["các bệnh viện đa khoa, chuyên khoa tuyến tỉnh"],
    "Công an xã, các chủ tàu du lịch: trang bị": ["Công an xã", "các chủ tàu du lịch"],
    "Các ông (bà) Trưởng khu phố: huy động": ["khu phố"],
    "UBND, Ban An toàn giao thông các huyện, thị xã kiểm tra": [
        "UBND các huyện, thị xã", "Ban An toàn giao thông các huyện, thị xã"],
    "Đảng ủy, UBND xã Hòa Lợi rà soát": ["Đảng ủy xã Hòa Lợi", "UBND xã Hòa Lợi"],
    "Công an, Sở Xây dựng tỉnh kiểm tra": ["Công an tỉnh", "Sở Xây dựng tỉnh"],
    "Công an, Quản lý thị trường kiểm tra": ["Công an", "Quản lý thị trường"],
    "các tập đoàn, Tổng công ty nhà nước rà soát": ["các tập đoàn, Tổng công ty nhà nước"],
    "Thanh tra tỉnh, Thanh tra các sở, ngành kiểm tra": ["Thanh tra tỉnh", "Thanh tra các sở, ngành"],
    "BTL Vùng Cảnh sát biển 9 bố trí tàu": ["BTL Vùng Cảnh sát biển 9"],
    "đồng chí Lê Văn Hòa, Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo": ["UBND tỉnh"],
    "Phó Chủ tịch UBND tỉnh Lê Văn Hòa, Giám đốc Sở Y tế Trần Thị Bình": ["UBND tỉnh", "Sở Y tế"],
    "Chủ tịch UBND huyện Trần Văn Thời, Hiệu trưởng Trường THPT Lê Hồng Phong": [
        "UBND huyện Trần Văn Thời", "Trường THPT Lê Hồng Phong"],
    "Chủ tịch UBND thành phố Hồ Chí Minh chỉ đạo": ["UBND thành phố Hồ Chí Minh"],
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên các huyện tổ chức": [
        "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên các huyện"],
    "Văn phòng Sở Chủ trì, phối hợp": ["Văn phòng Sở"],
    "BHXH cùng cấp kiểm tra": ["BHXH cùng cấp"],
    "Hội đồng bồi thường, hỗ trợ và tái định cư huyện chi trả": ["Hội đồng bồi thường, hỗ trợ và tái định cư huyện"],
    "Phòng Nghiệp vụ (Sở Y tế) và Phòng Giám định (BHXH tỉnh) kiểm tra": ["Phòng Nghiệp vụ (Sở Y tế)", "Phòng Giám định (BHXH tỉnh)"],
    "Cơ sở giáo dục nghề nghiệp, cơ sở giáo dục đại học tổ chức": ["Cơ sở giáo dục nghề nghiệp", "cơ sở giáo dục đại học"],
    "Cha mẹ học sinh và các tổ chức liên quan phối hợp": ["Cha mẹ học sinh", "các tổ chức liên quan"],
    "thành viên Ban Chỉ đạo Nước sạch huyện tham gia": ["Ban Chỉ đạo Nước sạch huyện"],
    "Các đồng chí thành viên Ban Chỉ đạo Nước sạch huyện kiểm tra": ["Ban Chỉ đạo Nước sạch huyện"],
    "các thành viên Ban Chỉ đạo tỉnh kiểm tra": ["các thành viên Ban Chỉ đạo tỉnh"],
    "các Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên tổ chức": ["các Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên"],
    "Phòng Chính trị tư tưởng - Học sinh, sinh viên chỉ đạo": ["Phòng Chính trị tư tưởng - Học sinh, sinh viên"],
    "Trung tâm Giống cây trồng, vật nuôi cung ứng": ["Trung tâm Giống cây trồng, vật nuôi"],
    "Ban Quản lý dự án công trình giao thông và nông nghiệp phát triển nông thôn tỉnh làm": [
        "Ban Quản lý dự án công trình giao thông và nông nghiệp phát triển nông thôn tỉnh"],
    "Cảng vụ Hàng hải Nha Trang cứu hộ, cứu nạn": ["Cảng vụ Hàng hải Nha Trang"],
    "các thôn Suối Sâu, Đồi Cao và Bến Đá (phối hợp)": ["thôn Suối Sâu", "thôn Đồi Cao", "thôn Bến Đá"],
    "Ban Vì sự tiến bộ của phụ nữ tỉnh tham mưu": ["Ban Vì sự tiến bộ của phụ nữ tỉnh"],
    "trung tâm giáo dục thường xuyên, trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên, doanh nghiệp tổ chức": [
        "trung tâm giáo dục thường xuyên", "trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên", "doanh nghiệp"],
    "các sở, ngành và các cơ sở giáo dục có liên quan cùng UBND các xã triển khai": [
        "các sở, ngành", "các cơ sở giáo dục có liên quan", "UBND các xã"],
    "Quỹ hỗ trợ phát triển hợp tác xã tỉnh thẩm định": ["Quỹ hỗ trợ phát triển hợp tác xã tỉnh"],
    "Khu Quản lý đường bộ VI, Trại tạm giam Công an tỉnh kiểm tra": ["Khu Quản lý đường bộ VI", "Trại tạm giam Công an tỉnh"],
    "Trung tâm Khoa học và Công nghệ văn thư, lưu trữ xây dựng": ["Trung tâm Khoa học và Công nghệ văn thư, lưu trữ"],
    "Ngân hàng Chính sách xã hội chi nhánh tỉnh ủy thác cho vay": ["Ngân hàng Chính sách xã hội chi nhánh tỉnh"],
    "các hộ kinh doanh tại chợ chấp hành": ["các hộ kinh doanh tại chợ"],
    "Ban Chỉ đạo tỉnh về phát triển khoa học, công nghệ và chuyển đổi số đôn đốc": [
        "Ban Chỉ đạo tỉnh về phát triển khoa học, công nghệ và chuyển đổi số"],
    "Ban Chỉ đạo huyện về phòng, chống rác thải nhựa, Sở Công Thương kiểm tra": [
        "Ban Chỉ đạo huyện về phòng, chống rác thải nhựa", "Sở Công Thương"],
    "Ban Chỉ đạo tỉnh về kết quả thực hiện": ["Ban Chỉ đạo tỉnh"],
    "Ban Chỉ đạo tỉnh về công tác tuyên truyền": ["Ban Chỉ đạo tỉnh"],
    "Các Thứ trưởng theo lĩnh vực phụ trách chỉ đạo": ["Các Thứ trưởng"],
    "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh lãnh đạo": ["Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh"],
    "các Ban của HĐND, Tổ đại biểu HĐND và đại biểu HĐND tỉnh giám sát": ["các Ban của HĐND", "Tổ đại biểu HĐND và đại biểu HĐND tỉnh"],
    "Ban công tác Mặt trận các thôn vận động": ["Ban công tác Mặt trận các thôn"],
    "Báo và phát thanh, truyền hình Bình An đưa tin": ["Báo và phát thanh, truyền hình Bình An"],
    "Công chức Tư pháp - Hộ tịch tham mưu": ["Công chức Tư pháp - Hộ tịch"],
    "Hiệu trưởng chịu trách nhiệm": ["Hiệu trưởng"],
    "GIÁO VIÊN CHỦ NHIỆM PHỐI HỢP": ["GIÁO VIÊN CHỦ NHIỆM"],
    "Công chức gương mẫu": [],
    "Đối với hộ nghèo": [],
    "Tổ chức kiểm tra": [],
    "Bố trí kinh phí": [],
    "Số hóa dữ liệu": [],
    "Hội nghị tổng kết": [],
}


@pytest.mark.parametrize("text", CASES)
def test_names_of_a_list(text: str) -> None:
    assert [name.text for name in read_list(text, tokens_of(text), 0).names] == CASES[text]


@pytest.mark.parametrize("text", CASES)
def test_names_point_into_the_text(text: str) -> None:
    for name in read_list(text, tokens_of(text), 0).names:
        assert text[name.start:name.end].split()[-1].lower() in name.text.lower().split()


def test_a_cell_of_agencies_is_told_from_work() -> None:
    assert is_agency_list("Sở Tài chính; các sở, ban, ngành")
    assert not is_agency_list("Sở Tài chính rà soát nguồn vốn")
    assert not is_agency_list("Xây dựng kế hoạch")
