"""Forms of items that plans of other hands use, each read to its rows."""
from __future__ import annotations

import pytest

from core.plan.extract import extract
from core.reading.from_plain import from_text

HEAD = "KẾ HOẠCH\nThực hiện một việc\nI. MỤC ĐÍCH\n- Nâng cao chất lượng.\nII. NHIỆM VỤ\n"


def rows(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(t.text, [m.name for m in t.leads], [m.name for m in t.coops]) for t in extract(from_text(text)).tasks]


def test_letters_with_a_slash_open_items() -> None:
    assert [leads for _, leads, _ in rows(HEAD + "1/ Sở Y tế:\na/ Khám bệnh.\nb/ Cấp thuốc.\n2/ Sở Nội vụ:\na/ Tuyển dụng.\n")] == [
        ["Sở Y tế"], ["Sở Y tế"], ["Sở Nội vụ"]]


def test_things_counted_below_a_piece_of_work_are_its_parts() -> None:
    found = rows(HEAD + "1. Sở Y tế\na) Nâng cấp các cơ sở trợ giúp, bao gồm:\n- Khu nhà ở cho người cao tuổi.\n- Khu phục hồi chức năng.\n"
                 "b) Triển khai:\n- Tuyên truyền cho người dân.\n- Kiểm tra cơ sở.\n")
    assert [text.split(",")[0][:22] for text, _, _ in found] == ["Nâng cấp các cơ sở trợ", "Tuyên truyền cho người", "Kiểm tra cơ sở."]


def test_a_label_over_items_that_name_their_own_shares_out() -> None:
    found = rows(HEAD + "1. Đào tạo\n-- Phân công thực hiện:\n+ Sở Nội vụ bố trí công chức;\n"
                 "+ Sở Y tế phối hợp với Hội Chữ thập đỏ tỉnh mở lớp.\n")
    assert [(leads, coops) for _, leads, coops in found] == [(["Sở Nội vụ"], []), (["Sở Y tế"], ["Hội Chữ thập đỏ tỉnh"])]


def test_a_numbered_paragraph_of_a_directive_gives_a_task_for_each_body_told() -> None:
    order = "1. Sở Y tế chủ trì, phối hợp Sở Nội vụ khám bệnh. Công ty Điện lực Hòa An ưu tiên cấp điện cho bệnh viện.\n"
    assert [leads for _, leads, _ in rows("CHỈ THỊ\nVề một việc\nChủ tịch UBND tỉnh yêu cầu:\n" + order)] == [
        ["Sở Y tế"], ["Công ty Điện lực Hòa An"]]
    plan = rows(HEAD.replace("NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN") + order)
    assert [leads for _, leads, _ in plan] == [["Sở Y tế", "Công ty Điện lực Hòa An"]]


def test_what_speaks_of_the_document_is_no_task_and_joins_none() -> None:
    found = rows("CHỈ THỊ\nVề một việc\nChủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế rà soát các văn bản hết hiệu lực.\n"
                 "Chỉ thị này có hiệu lực kể từ ngày ký./.\n")
    assert found == [("Sở Y tế rà soát các văn bản hết hiệu lực.", ["Sở Y tế"], [])]


def test_the_issuers_promise_is_no_task() -> None:
    found = rows(HEAD + "1. Sở Y tế\n- Khám bệnh.\nTrong quá trình thực hiện nếu có vướng mắc, UBND tỉnh sẽ xem xét, điều chỉnh "
                 "cho phù hợp./.\n")
    assert [text for text, _, _ in found] == ["Khám bệnh."]


def test_clients_who_are_asked_to_do_something_do_not_lead() -> None:
    found = rows(HEAD + "1. Sở Y tế\n- Kiểm tra bếp ăn; yêu cầu các doanh nghiệp lưu mẫu thực phẩm.\n")
    assert found[0][1] == ["Sở Y tế"]


def test_their_own_people_do_not_lead() -> None:
    assert rows(HEAD + "1. Thủ trưởng các đơn vị thuộc Bộ\n- Phân công lãnh đạo đơn vị theo dõi.\n")[0][1] == ["các đơn vị thuộc Bộ"]


@pytest.mark.parametrize(("phrase", "names"), [
    ("Sở Y tế (cơ quan thường trực):\n- Tổ chức trực ban 24/24 giờ, Giám đốc", ["Sở Y tế"]),
    ("Các Vụ: Giáo dục Mầm non, Giáo dục Đại học", ["Vụ Giáo dục Mầm non", "Vụ Giáo dục Đại học"]),
    ("Giám đốc các sở giáo dục và đào tạo", ["các sở giáo dục và đào tạo"]),
    ("các doanh nghiệp viễn thông, Đoàn Thanh niên cùng cấp", ["các doanh nghiệp viễn thông", "Đoàn Thanh niên cùng cấp"]),
    ("các Công ty TNHH một thành viên khai thác công trình thủy lợi", ["các Công ty TNHH một thành viên khai thác công trình thủy lợi"]),
    ("Ban Quản lý rừng phòng hộ và đặc dụng tỉnh", ["Ban Quản lý rừng phòng hộ và đặc dụng tỉnh"]),
    ("UBND các địa phương ven biển", ["UBND các địa phương ven biển"]),
    ("Sở LĐ-TB&XH", ["Sở LĐ-TB&XH"]),
    ("Quỹ Hỗ trợ phát triển hợp tác xã tỉnh", ["Quỹ Hỗ trợ phát triển hợp tác xã tỉnh"]),
    ("Công an các tỉnh giáp ranh, UBND các huyện phía Nam", ["Công an các tỉnh giáp ranh", "UBND các huyện phía Nam"]),
])
def test_names_are_whole(phrase: str, names: list[str]) -> None:
    head, _, rest = phrase.partition("\n")
    found = rows(f"{HEAD}1. {head}\n{rest or '- Khám bệnh.'}\n2. Sở Nội vụ\n- Tuyển dụng.\n")
    assert found[0][1] == names


@pytest.mark.parametrize("work", ["cấp phép cho tàu", "biên tập bộ tài liệu", "nắm chắc số lượng tàu", "bắn pháo hiệu"])
def test_a_name_ends_where_the_work_begins(work: str) -> None:
    for body in ("Văn phòng Bộ", "Sở Giao thông vận tải", "Đài Thông tin duyên hải Lý Sơn"):
        assert rows(f"{HEAD}1. {body} {work}.\n2. Sở Nội vụ tuyển dụng.\n")[0][1] == [body]


def test_a_heading_with_a_colon_is_no_label_of_the_task_above() -> None:
    found = rows("QUYẾT ĐỊNH\nVề một việc\nĐiều 1. Phê duyệt Đề án.\nĐiều 2. Tổ chức thực hiện:\n1. Cơ quan quản lý: Sở Y tế tỉnh Hòa An:\n"
                 "- Khám bệnh.\n2. Sở Nội vụ:\n- Tuyển dụng.\n")
    assert [leads for _, leads, _ in found] == [["Sở Y tế tỉnh Hòa An"], ["Sở Nội vụ"]]


def test_a_place_that_orders_stands_for_its_government() -> None:
    found = rows("Thành phố yêu cầu Sở Công Thương chủ trì, phối hợp các sở, ngành theo dõi thị trường.\n"
                 "Sở Tài chính bố trí kinh phí Tết.\n")
    assert [(leads, coops) for _, leads, coops in found] == [(["Sở Công Thương"], ["các sở, ngành"]), (["Sở Tài chính"], [])]


@pytest.mark.parametrize(("sentence", "coops"), [
    ("Phối hợp với Thanh tra giao thông, Thanh tra Chính phủ, Quản lý thị trường kiểm tra xe.",
     ["Thanh tra giao thông", "Thanh tra Chính phủ", "Quản lý thị trường"]),
    ("Phối hợp với Chủ tịch Hội đồng thành viên, Tổng Giám đốc các tập đoàn tổ chức hội nghị.", ["các tập đoàn"]),
    ("Phối hợp với chính quyền các địa phương rà soát đất.", ["chính quyền các địa phương"]),
])
def test_partners_are_whole(sentence: str, coops: list[str]) -> None:
    assert rows(f"{HEAD}1. Sở Y tế\n- {sentence}\n")[0][2] == coops


def test_labels_below_the_last_item_hold_for_the_items_before_it() -> None:
    found = rows(HEAD + "1. Giáo dục\n1.1. Mở lớp học cho trẻ em.\n1.2. Cấp sách cho thư viện; yêu cầu doanh nghiệp vận tải chở sách.\n"
                 "Cơ quan chủ trì: Sở Nội vụ. Cơ quan phối hợp: Sở Y tế.\n2. Giao thông\n2.1. Sửa đường.\nCơ quan chủ trì: Sở Xây dựng.\n")
    assert [(leads, coops) for _, leads, coops in found] == [
        (["Sở Nội vụ"], ["Sở Y tế"]), (["Sở Nội vụ"], ["Sở Y tế"]), (["Sở Xây dựng"], [])]


def test_an_agency_in_capitals_without_a_number_heads_its_bullets() -> None:
    found = rows(HEAD + "1. Sở Y tế\n- Khám bệnh.\nSỞ NỘI VỤ, SỞ TÀI CHÍNH\n- Tuyển dụng.\n2. Sở Tư pháp\n- Phổ biến luật.\n")
    assert [[lead.lower() for lead in leads] for _, leads, _ in found] == [["sở y tế"], ["sở nội vụ", "sở tài chính"], ["sở tư pháp"]]


def test_items_that_name_their_own_below_an_item_that_counts() -> None:
    found = rows(HEAD + "a) Tăng cường kiểm soát, cụ thể:\n+ Bộ Chỉ huy Quân sự tỉnh bố trí tàu;\n"
                 "+ Chi cục Thủy sản bổ sung kiểm ngư viên.\n")
    assert [leads for _, leads, _ in found] == [["Bộ Chỉ huy Quân sự tỉnh"], ["Chi cục Thủy sản"]]


def test_a_label_inside_a_bracket_of_roles_belongs_to_the_bracket() -> None:
    found = rows(HEAD + "a) Không cho tàu xuất bến. (Bộ Chỉ huy Quân sự tỉnh chủ trì; phối hợp: Ban Quản lý các Cảng cá tỉnh)\n")
    assert found[0][1:] == (["Bộ Chỉ huy Quân sự tỉnh"], ["Ban Quản lý các Cảng cá tỉnh"])


def test_money_is_no_task_below_an_agency() -> None:
    found = rows(HEAD + "1. Sở Y tế\n- Khám bệnh.\nKinh phí thực hiện Kế hoạch từ nguồn ngân sách nhà nước theo phân cấp.\n")
    assert [text for text, _, _ in found] == ["Khám bệnh."]


@pytest.mark.parametrize(("words", "names"), [
    ("Vụ Pháp chế; đề nghị Bộ Quốc phòng, Bộ Công an cùng tham gia", ["Vụ Pháp chế", "Bộ Quốc phòng", "Bộ Công an"]),
    ("Vụ Đào tạo, Bồi dưỡng công chức; Vụ Học sinh, Sinh viên", ["Vụ Đào tạo, Bồi dưỡng công chức", "Vụ Học sinh, Sinh viên"]),
    ("Các đơn vị thuộc, trực thuộc Bộ", ["Các đơn vị thuộc, trực thuộc Bộ"]),
    ("Trung tâm Trợ giúp pháp lý nhà nước tỉnh, Hải đoàn 48", ["Trung tâm Trợ giúp pháp lý nhà nước tỉnh", "Hải đoàn 48"]),
])
def test_labels_name_whole_bodies(words: str, names: list[str]) -> None:
    assert rows(f"{HEAD}1. Khám bệnh cho người dân.\nCơ quan chủ trì: Sở Y tế.\nCơ quan phối hợp: {words}.\n")[0][2] == names


def test_a_capital_that_opens_work_ends_the_place_of_a_name() -> None:
    found = rows(f"{HEAD}1. Cục Thi hành án dân sự tỉnh Tổ chức thi hành dứt điểm các khoản phạt.\n")
    assert found[0][1] == ["Cục Thi hành án dân sự tỉnh"]


def test_a_request_that_is_given_to_somebody_behind_a_colon() -> None:
    found = rows(HEAD + "- Về đề nghị của Công ty A Ma: giao Thanh tra tỉnh phối hợp với Sở Tài chính làm rõ.\n")
    assert found[0][1:] == (["Thanh tra tỉnh"], ["Sở Tài chính"])


def test_a_short_name_that_the_plan_explains_is_a_body() -> None:
    found = rows(HEAD + "1. Ban Quản lý dự án điện Hòa An (BDA) đắp đường.\n"
                 "2. Sở Y tế phối hợp với Hạt Kiểm lâm huyện Mai và BDA rà soát.\n")
    assert found[1][2] == ["Hạt Kiểm lâm huyện Mai", "BDA"]


def test_an_agency_behind_the_topic_of_a_heading_leads_below_it() -> None:
    found = rows(HEAD + "1. Tiếp cận đất đai: Sở Xây dựng chủ trì, phối hợp với Sở Tư pháp thực hiện:\n- Cấp giấy chứng nhận.\n"
                 "2. Minh bạch: Văn phòng UBND tỉnh, Sở Nội vụ:\n- Công khai quy hoạch.\n3. Lao động\n- Khảo sát nhu cầu.\n")
    assert [(leads, coops) for _, leads, coops in found] == [
        (["Sở Xây dựng"], ["Sở Tư pháp"]), (["Văn phòng UBND tỉnh", "Sở Nội vụ"], []), ([], [])]


def test_pluses_below_a_dotted_item_are_its_parts() -> None:
    found = rows(HEAD + "2.2. Phát triển nền tảng học liệu mở:\n+ Xây dựng tiêu chí;\n+ Kết nối thư viện.\nChủ trì: Sở Nội vụ.\n")
    assert [leads for _, leads, _ in found] == [["Sở Nội vụ"]]


def test_a_bracket_of_roles_behind_the_full_stop_is_no_part_of_the_task() -> None:
    found = rows(HEAD + "a) Rà soát tàu cá xong trước ngày 30/5/2022. (Sở Y tế chủ trì, phối hợp với Sở Nội vụ thực hiện).\n")
    assert found == [("Rà soát tàu cá xong trước ngày 30/5/2022.", ["Sở Y tế"], ["Sở Nội vụ"])]


def test_where_only_names_stand_a_field_of_work_goes_on_with_its_name() -> None:
    found = rows(HEAD + "1. Khám bệnh.\nChủ trì: Cục Nhà giáo và Cán bộ quản lý giáo dục; Vụ Pháp chế.\n")
    assert found[0][1] == ["Cục Nhà giáo và Cán bộ quản lý giáo dục", "Vụ Pháp chế"]


@pytest.mark.parametrize("end", [".", "./.", "/."])
def test_the_sign_that_ends_the_document_is_no_part_of_the_last_task(end: str) -> None:
    assert [text for text, _, _ in rows(HEAD + f"1. Sở Y tế\na) Khám bệnh.\nb) Cấp thuốc cho trạm y tế xã{end}\n")] == [
        "Khám bệnh.", "Cấp thuốc cho trạm y tế xã."]


def test_an_order_behind_a_semicolon_is_a_task_of_its_own() -> None:
    found = rows(HEAD + "1. Tiến độ\nSở Tài chính hướng dẫn lập kế hoạch trong tháng 3; UBND tỉnh yêu cầu các sở, ngành gửi dự thảo trước "
                 "ngày 30/3.\nSở Tài chính tổng hợp, báo cáo UBND tỉnh.\n")
    assert [leads for _, leads, _ in found] == [["Sở Tài chính"], ["các sở, ngành"], ["Sở Tài chính"]]


def test_those_named_in_the_sentence_that_leads_in_to_letters_lead_there() -> None:
    found = rows("THÔNG BÁO\nKết luận cuộc họp\nChủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:\n1. Hoan nghênh các sở, ngành đã chuẩn bị.\n"
                 "a) Tài liệu tốt.\n2. Để thúc đẩy chuyển đổi số, thời gian tới, các sở, ngành cần tập trung các nhiệm vụ sau đây:\n"
                 "a) Số hóa dữ liệu.\nb) Sở Nội vụ phối hợp với Công an tỉnh kết nối dữ liệu.\n")
    assert [(t, leads) for t, leads, _ in found if leads] == [
        ("Số hóa dữ liệu.", ["các sở, ngành"]), ("Sở Nội vụ phối hợp với Công an tỉnh kết nối dữ liệu.", ["Sở Nội vụ"])]
    assert not any(t.startswith("Hoan nghênh") for t, _, _ in found)


def test_a_heading_of_no_known_body_over_one_sentence_that_names_its_own() -> None:
    found = rows(HEAD + "1. Cơ quan đăng ký kinh doanh:\nSở Tài chính, UBND các huyện khi xem xét, cấp giấy phải căn cứ quy hoạch.\n")
    assert [leads for _, leads, _ in found] == [["Sở Tài chính", "UBND các huyện"]]


def test_a_request_that_cites_the_programme_it_belongs_to_is_a_task() -> None:
    found = rows(HEAD + "1. Đề nghị Ủy ban MTTQ Việt Nam tỉnh phối hợp chặt chẽ với các sở, ngành tăng cường giám sát việc triển khai "
                 "Chương trình hành động ban hành kèm theo Nghị quyết này.\n")
    assert [(leads, coops) for _, leads, coops in found] == [(["Ủy ban MTTQ Việt Nam tỉnh"], ["các sở, ngành"])]


def test_labels_of_roles_make_tasks_of_the_items_above_whatever_the_part_is_called() -> None:
    found = extract(from_text("KẾ HOẠCH\nSản xuất vụ xuân\nI. MỤC TIÊU\n1. Gieo 100 ha.\nII. CÁC BƯỚC TIẾN HÀNH\n1. Bước 1: Chuẩn bị\n"
                              "- Chọn giống ngắn ngày, lập danh sách hộ.\n- Sửa máy bơm.\n"
                              "Đơn vị thực hiện: Phòng Kinh tế (chủ trì), Trạm Khuyến nông huyện, UBND các xã.\n"
                              "Thời gian: Từ ngày 01/8 đến ngày 15/8/2026.\n")).tasks
    assert [([m.name for m in t.leads], [m.name for m in t.coops], [d.text for d in t.deadlines]) for t in found] == [
        (["Phòng Kinh tế"], ["Trạm Khuyến nông huyện", "UBND các xã"], ["Từ ngày 01/8 đến ngày 15/8/2026"])] * 2


def test_paragraphs_under_a_topic_give_a_task_for_each_body() -> None:
    found = rows("CÔNG VĂN\nVề giải ngân\nChủ tịch UBND tỉnh yêu cầu:\n1. Yêu cầu các chủ đầu tư:\n- Lập kế hoạch giải ngân.\n"
                 "2. Về giải phóng mặt bằng\nChủ tịch UBND thành phố Tân An bàn giao mặt bằng trước ngày 30/7. "
                 "UBND các huyện rà soát quỹ đất. UBND các huyện báo cáo kết quả. "
                 "Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng thẩm định giá.\n")
    assert [(leads, coops) for _, leads, coops in found] == [
        (["các chủ đầu tư"], []), (["UBND thành phố Tân An"], []), (["UBND các huyện"], []), (["Sở Tài chính"], ["Sở Xây dựng"])]


def test_the_head_of_each_of_many_does_not_lead_in_their_place() -> None:
    assert rows(HEAD + "1. Các trường THPT\n- Hiệu trưởng chịu trách nhiệm về dữ liệu đăng ký dự thi.\n")[0][1] == ["Các trường THPT"]


def test_a_collective_heading_over_sentences_of_its_members() -> None:
    found = rows(HEAD + "1. Đề nghị các cơ quan liên quan\nCông an tỉnh bảo vệ các điểm thi. Sở Y tế bố trí bác sĩ tại các điểm thi.\n")
    assert [leads for _, leads, _ in found] == [["Công an tỉnh"], ["Sở Y tế"]]


def test_two_who_sign_for_their_bodies_give_no_task() -> None:
    found = rows(HEAD + "1. Sở Y tế\n- Khám bệnh, cấp thuốc cho người nghèo.\nGIÁM ĐỐC BHXH TỈNH\nTrần Thị Bình\n"
                 "GIÁM ĐỐC SỞ Y TẾ\nNguyễn Văn Hòa\n")
    assert [text for text, _, _ in found] == ["Khám bệnh, cấp thuốc cho người nghèo."]


def test_what_points_to_a_form_is_a_note() -> None:
    assert rows(HEAD + "Phân công và thời gian theo Biểu chi tiết kèm theo Kế hoạch này.\n(Đính kèm Kế hoạch số 83-KH/TU)./.\n") == []


def test_what_moves_the_issuer_is_no_task() -> None:
    found = rows("CÔNG ĐIỆN\nVề hạn mặn\nTheo Đài Khí tượng Thủy văn khu vực, từ ngày 10 đến ngày 15/3 ranh mặn vào sâu 60 km.\n"
                 "Chủ tịch UBND tỉnh yêu cầu:\n1. Sở Xây dựng kiểm tra nguồn nước thô tại các nhà máy.\n")
    assert [leads for _, leads, _ in found] == [["Sở Xây dựng"]]


def test_doubts_where_a_body_stands_in_both_columns_and_where_a_task_is_all_capitals() -> None:
    draft = extract(from_text("KẾ HOẠCH\nLàm một việc\n| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp |\n|---|---|---|---|\n"
                              "| 1 | Rà soát quy trình nội bộ | Các sở, ngành | Sở Nội vụ; các sở, ngành |\n"
                              "| 2 | Số hóa hồ sơ | Sở Nội vụ | các sở, ngành |\n"))
    assert [[d.message.startswith("“các sở, ngành” được ghi cả") for d in t.doubts] for t in draft.tasks] == [[True], []]
    caps = extract(from_text(HEAD + "1. Sở Y tế\n- KHÁM BỆNH CHO NGƯỜI CAO TUỔI\n- Khám bệnh cho trẻ em.\n")).tasks
    assert [[d.message for d in t.doubts] for t in caps] == [["Toàn chữ hoa: có thể là tiêu đề."], []]


def test_a_list_of_partners_that_goes_on_in_small_letters_is_asked_about() -> None:
    line = "- Phối hợp với cha mẹ học sinh, tổ chức, cá nhân và các lực lượng xã hội tuyên truyền.\n"
    (task,) = extract(from_text(HEAD + "1. Sở Y tế\n" + line)).tasks
    assert [d.message.startswith("Sau tên “cha mẹ học sinh” còn “tổ chức, cá nhân") for d in task.doubts] == [True]


def test_paragraphs_of_a_paper_without_parts_that_say_whose_duty_it_is() -> None:
    notice = rows("THÔNG BÁO\nVề việc treo cờ\nNhân dịp lễ lớn, các hộ gia đình treo cờ.\n"
                  "UBND các phường có trách nhiệm nhắc nhở việc treo cờ ở khu dân cư; Thủ trưởng các cơ quan kiểm tra việc treo "
                  "cờ ở đơn vị.\n")
    assert [leads for _, leads, _ in notice] == [["UBND các phường"], ["các cơ quan"]]
    news = rows("Tăng cường an toàn giao thông\nUBND tỉnh vừa có công văn về an toàn giao thông.\n"
                "Theo đó, các cơ quan báo chí đẩy mạnh tuyên truyền pháp luật. Công an tỉnh mở đợt cao điểm kiểm soát tải trọng xe.\n"
                "Sở Xây dựng triển khai kế hoạch vận chuyển hành khách dịp lễ.\n")
    assert [leads for _, leads, _ in news] == [["các cơ quan báo chí"], ["Công an tỉnh"], ["Sở Xây dựng"]]


def test_bodies_behind_the_topic_of_a_heading_lead_below_it() -> None:
    found = rows(HEAD + "1. Thông tin, tuyên truyền: Sở Y tế, Đài Phát thanh tỉnh\na) Xây dựng phim ngắn về rửa tay.\nb) Mở chuyên mục.\n")
    assert [leads for _, leads, _ in found] == [["Sở Y tế", "Đài Phát thanh tỉnh"]] * 2


def test_the_end_of_a_directive_that_wants_reports_is_work_and_one_that_only_urges_is_not() -> None:
    head = ("UBND TỈNH LAM SƠN\nCHỈ THỊ\nVề phòng cháy\nChủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế: Kiểm tra các bệnh viện.\n"
            "2. Sở Xây dựng: Sửa đường.\n\n")
    urges = "Yêu cầu Thủ trưởng các sở, ban, ngành nghiêm túc triển khai thực hiện Chỉ thị này."
    reports = ("Yêu cầu Thủ trưởng các sở, ban, ngành nghiêm túc thực hiện Chỉ thị này; định kỳ trước ngày 10 tháng 12 hằng năm báo cáo "
               "kết quả. Giao Sở Nội vụ theo dõi, tổng hợp, báo cáo UBND tỉnh.")
    assert len(extract(from_text(head + urges)).tasks) == 2
    found = extract(from_text(head + reports)).tasks
    assert [[m.name for m in t.leads] for t in found[2:]] == [["các sở, ban, ngành"], ["Sở Nội vụ"]]
    assert found[2].deadlines[0].text == "định kỳ trước ngày 10 tháng 12 hằng năm"
