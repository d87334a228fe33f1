<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi_VN">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>Dữ liệu: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giấy phép MIT. Dùng Qt và PySide6 (LGPL-3), sqlite-utils, openpyxl, reportlab, lxml, pypdfium2, rapidfuzz, phông chữ Liberation Serif (OFL).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phân công {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Về Phân công</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đóng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đọc kế hoạch hành chính, lập ma trận phân công, in phụ lục và phiếu nhiệm vụ. Không cần mạng; dữ liệu chỉ nằm trên máy này.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ActionTable</name>
    <message>
      <source>Cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dữ liệu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ma trận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rà soát</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trợ giúp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tệp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{}” chưa dùng được lúc này.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AgenciesPage</name>
    <message>
      <source>&amp;Gộp vào cơ quan khác…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Thêm cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Xoá cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bảng này không đổi gì trong danh bạ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bỏ qua</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa chọn cơ quan nào</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỉ hiện cơ quan được giao việc trong kế hoạch nào đó</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan mới</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Danh bạ cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Danh bạ cơ quan.xlsx</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp “{}” vào “{}”?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hãy gộp nó vào cơ quan khác, hoặc bỏ nó khỏi các nhiệm vụ trước.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không cơ quan nào bị xoá. Có thể hoàn tác.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lọc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lọc cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lọc theo loại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lọc thành viên</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mọi loại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhóm mới</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập &amp;danh bạ từ Excel…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập danh bạ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập {new} cơ quan mới và sửa {changed} cơ quan?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thuộc nhóm ({})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thành viên ({})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm &amp;nhóm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thông tin</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên, viết tắt, không cần dấu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Việc của cơ quan trong mọi kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Việc được giao ({})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>X&amp;uất danh bạ ra Excel…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xuất danh bạ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{shown} / {total} cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} phân công chuyển sang “{}”; “{}” thành một cách viết khác của nó. Có thể hoàn tác.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đang có việc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã xuất danh bạ: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{}” đang có việc trong kế hoạch nên chưa xoá được.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AgencyEdit</name>
    <message>
      <source>Thêm cơ quan mới “{}”</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AgencyForm</name>
    <message>
      <source>Có từ ngày</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan kế thừa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi chú</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loại cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên ngắn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Viết tắt, cách viết khác</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ghi ở đầu cột của ma trận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mỗi dòng một cách viết đã gặp: SKHĐT, Sở KH&amp;ĐT…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mỗi dòng một tên</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ngày/tháng/năm, hoặc để trống</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đến hết ngày</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{}” không phải là ngày: hãy ghi như 01/03/2025.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AgencyModel</name>
    <message>
      <source>CT</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kéo một cơ quan thả lên cơ quan khác để gộp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PH</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Số kế hoạch có tên cơ quan này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Số nhiệm vụ chủ trì, mọi kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Số nhiệm vụ phối hợp, mọi kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên lạ, đọc từ kế hoạch: hãy xem lại hoặc gộp vào cơ quan đúng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên ngắn</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AgencyPicker</name>
    <message>
      <source>Bỏ chọn hết</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Các cơ quan tìm thấy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gõ tên hoặc chữ tắt, có dấu hay không</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có cơ quan nào như vậy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xong</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>BottomBar</name>
    <message>
      <source>Dừng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dừng việc đang chạy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Số đếm và bộ lọc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thanh trạng thái</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thông báo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tiến độ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tình trạng lưu</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Bảng lệnh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gõ tên việc hoặc kế hoạch, có dấu hay không dấu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có việc hay kế hoạch nào như vậy. Hãy gõ ít chữ hơn.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kết quả</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tìm việc hoặc kế hoạch</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CompareDialog</name>
    <message>
      <source>, {n} đã hoàn thành</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bản đang dùng: {name}, nhập ngày {day} ({tasks} nhiệm vụ{more})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bỏ chọn hết</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỉ thay văn bản gốc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chọn hết</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Các dòng khác nhau</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cập nhật, lấy {n} dòng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dòng được chọn lấy theo bản mới. Ngày hoàn thành, tạm dừng và ghi chú đã có được giữ lại. Có thể hoàn tác.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hai bản không khác nhau ở nhiệm vụ nào.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Khác nhau thế nào</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nội dung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>So sánh hai bản của kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Để riêng hai kế hoạch</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DeadlineRow</name>
    <message>
      <source>6 tháng một lần</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bỏ khỏi nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bỏ khỏi nhiệm vụ (Delete)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bỏ thời hạn này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bỏ thời hạn “{}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bỏ {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chuyển sang chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chuyển sang phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa tính được ngày từ câu chữ này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete: bỏ; Space: đổi vai</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hạn {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm cơ quan chủ trì…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm cơ quan phối hợp…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm thời hạn: 30/01/2025, quý III/2025…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trong văn bản: “{}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên này chưa có trong danh bạ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hằng năm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hằng quý</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hằng tháng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hằng tuần</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>quy tắc: {}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DetailPanel</name>
    <message>
      <source>Bỏ cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chọn một nhiệm vụ để xem và sửa ở đây.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi chú</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hoàn thành ngày</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ngày hoàn thành</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ này do người dùng thêm, không có trong văn bản.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ {n} / {all}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nội dung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nội dung nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa nội dung nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Theo dõi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm cơ quan chủ trì…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm cơ quan phối hợp…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trong văn bản</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tạm dừng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xem câu trong văn bản gốc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xem trong văn bản gốc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đổi vai cơ quan</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message>
      <source>Bỏ lọc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỉ hiện nhiệm vụ chưa có cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỉ hiện nhiệm vụ còn chỗ cần xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỉ hiện nhiệm vụ của các cơ quan được chọn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hạn quý này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hạn tháng này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hạn tuần này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lọc nhiệm vụ theo nội dung, có dấu hay không</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lọc theo cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lọc theo nội dung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mọi mục</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mọi thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mọi vai trò</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mục</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nghi ngờ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quá hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thiếu chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vai trò</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} cơ quan</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FrozenDelegate</name>
    <message>
      <source>Sửa: {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>trước 30/6/2025, quý III…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FrozenHeader</name>
    <message>
      <source>Số việc chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Số việc phối hợp</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FrozenView</name>
    <message>
      <source>Chưa có CT</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
    <message>
      <source>Không có gì mới</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có kế hoạch nào được nhập</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kết quả nhập</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mở kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rà soát ngay</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tệp “{}” đã được nhập trước đây, không đổi gì.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Từng tệp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>không có chỗ nào phải xem lại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} chú thích để riêng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} chỗ cần xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} có cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} có thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} trang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã hiểu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã nhập {} kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Để sau</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Importer</name>
    <message>
      <source>Bỏ qua</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kế hoạch “{title}” nhập ngày {day} có đúng nội dung này. Nhập lại sẽ thêm một bản nữa, bản cũ vẫn giữ nguyên.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mở bản đã có</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập lại thành bản mới</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tệp “{}” đã được nhập trước đây.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Văn bản dán</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đang mở “{}”…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đang đọc văn bản dán…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã dừng, không nhập gì từ tệp này.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LoadChart</name>
    <message>
      <source>Biểu đồ khối lượng việc của các cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Khối lượng việc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nhiều nhất {0} việc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0}: {1} chủ trì, {2} phối hợp</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Chưa mở kế hoạch nào</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chọn kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chờ tiếp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dừng và đóng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hãy chọn một kế hoạch trong danh sách, hoặc nhập một kế hoạch mới.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ma trận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập kế hoạch…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phân công</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rà soát</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thả vào đây để nhập kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tìm kiếm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xuất, in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>còn {} chỗ cần xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đang nhập kế hoạch. Dừng lại và đóng cửa sổ?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã lưu {}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Matrix</name>
    <message>
      <source>&amp;Biểu đồ khối lượng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Dán</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Gộp cơ quan này vào…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Lưu chế độ xem…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Lọc theo cơ quan này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Mở chế độ xem…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Xoay bảng (cơ quan × nhiệm vụ)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Xoá ô</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bản đồ &amp;nhiệt khối lượng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bấm để ghi rõ (qua “{0}”)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bỏ mọi &amp;bộ lọc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CT · PH</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ch&amp;uyển xuống</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chuyển &amp;lên</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chuyển cột sang phải</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chuyển cột sang trái</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ché&amp;p kèm tiêu đề</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chép phần đang chọn với STT, nhiệm vụ, thời hạn và tên cơ quan để dán vào Excel, Word</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa có cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa có cơ quan chủ trì. </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỉ cơ quan có &amp;việc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chọn cơ quan chủ trì mới cho nhiệm vụ; cơ quan cũ rời nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan theo &amp;khối lượng việc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan theo &amp;tên (A, Ă, Â, B…)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan theo thứ tự &amp;riêng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cỡ 1&amp;00 %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dán CT, PH hoặc x từ Excel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi &amp;chủ trì (CT)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi &amp;phối hợp (PH)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi &amp;rõ phần việc qua nhóm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi vai trò của nhóm cho chính các cơ quan được chọn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gập mọi mục</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hai cách viết của một cơ quan thành một cột</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hiện cột &amp;sản phẩm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hiện phần việc mà cơ quan có qua nhóm (“các sở, ban, ngành”) bằng nét nhạt; bấm vào ô để ghi rõ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hàng &amp;1 dòng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hàng &amp;2 dòng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hàng &amp;4 dòng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kế hoạch viết: {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ma trận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mở mọi mục</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mục {0}, {1} nhiệm vụ, {2}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phóng &amp;to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>STT</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa &amp;nội dung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa &amp;sản phẩm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa thời &amp;hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>T&amp;hêm nhiệm vụ bên dưới</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thu &amp;nhỏ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trải nhóm ra các thành &amp;viên</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tô đậm dần theo số việc của cơ quan; ở hàng của mục là số việc trong mục</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>X&amp;oá nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chưa có việc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chủ trì (qua nhóm)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>không tham gia</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>phối hợp (qua nhóm)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} chủ trì, {1} phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Điền &amp;sang phải</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Điền &amp;xuống</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đổi cơ quan chủ &amp;trì…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>đang gập</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>đang mở</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MatrixCopy</name>
    <message>
      <source>Cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không dán: “{0}” không phải CT, PH hay x.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>STT</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã bỏ qua {0} ô không phải CT, PH hay x, ví dụ “{1}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã chép {0} hàng × {1} cột kèm tiêu đề; dán được vào Excel, Word.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MatrixEdits</name>
    <message>
      <source>Nhiệm vụ mới</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MatrixPage</name>
    <message>
      <source>Cơ quan chủ trì của nhiệm vụ {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp “{0}” vào cơ quan nào?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lưu chế độ xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhóm này chưa có thành viên; hãy ghi thành viên ở trang Cơ quan.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên của chế độ xem:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hạn quý này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hạn tháng này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hạn tuần này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>không có hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lọc: {0}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nghi ngờ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>quá hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>thiếu chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} trong {1} nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã lưu chế độ xem “{0}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>đang chọn {0} ô</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MatrixPane</name>
    <message>
      <source>Cuộn dọc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cuộn ngang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ma trận phân công</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tiêu đề cột nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} chưa có cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{0} nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MergeDialog</name>
    <message>
      <source>Bỏ qua</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Các cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gõ tên hoặc viết tắt, không cần dấu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp “{}” vào cơ quan nào?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có cơ quan nào như vậy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tìm cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Việc của nó chuyển sang cơ quan được chọn; tên của nó thành một cách viết khác. Có thể hoàn tác.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PlanInfoDialog</name>
    <message>
      <source>Bỏ qua</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan ban hành</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi chú</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lưu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ngày ban hành</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ngày ban hành chưa đúng: hãy ghi như 05/01/2024, hoặc để trống.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Người ký</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Số, ký hiệu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thông tin kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trích yếu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ngày/tháng/năm</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PlansPage</name>
    <message>
      <source>&amp;Mở kế hoạch đang chọn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Xoá kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa có kế hoạch nào</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cần theo dõi: </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Danh sách kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dán văn bản</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giữ lại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có kế hoạch nào khớp với chữ đang gõ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kéo một hay nhiều tệp kế hoạch (Word, PDF, văn bản) thả vào đây, hoặc bấm nút bên dưới. Chưa có sẵn tệp nào? Hãy xem thử kế hoạch mẫu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lọc kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lọc theo tên, số, cơ quan ban hành</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mở ma t&amp;rận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập kế hoạch…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Theo dõi chung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thông tin &amp;kế hoạch…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tệp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xem kế hoạch mẫu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xoá</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xoá “{}”?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{shown} / {total} kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} nhiệm vụ quá hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} nhiệm vụ và phần rà soát của kế hoạch này sẽ bị xoá. Có thể hoàn tác.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} nhiệm vụ đến hạn trong tuần này</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QueueBar</name>
    <message>
      <source> (hỏi một lần cho {n} chỗ giống nhau)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chấp nhận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỗ cần xem tiếp theo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỗ cần xem trước</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Còn {n} chỗ cần xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan khác chủ trì…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enter hoặc phím 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giữ nguyên cả {n} chỗ hỏi như vậy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không còn chỗ nào cần xem. Bấm Chấp nhận để sang ma trận phân công.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kế hoạch đã được chấp nhận; mọi thay đổi vẫn được ghi ngay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Là cơ quan khác…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ {n}: </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ đang chọn không có gì phải xem. Bấm Enter để sang chỗ cần xem tiếp theo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phím {n}; Enter chọn đề xuất đầu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rà soát lại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sang ma trận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} / {all}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã chấp nhận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã xem hết</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã xem, giữ nguyên</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đề xuất {n}: {label}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Các trang</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReviewEdits</name>
    <message>
      <source>Bôi đen chữ trong văn bản trước (chuột, hoặc Shift + phím mũi tên), rồi bấm phím này.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp với nhiệm vụ sau</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không phải nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sao chép</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm thành cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm thành cơ quan phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm thành nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm thành thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tách nhiệm vụ tại đây</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đây là nhiệm vụ cuối, không có nhiệm vụ nào sau nó để gộp.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đặt con trỏ vào giữa câu của nhiệm vụ trong văn bản, tại chỗ cần tách, rồi bấm S.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReviewLists</name>
    <message>
      <source>Chỗ cần xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cần xem ({n})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Danh sách</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ ({n})</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message>
      <source>&amp;Gộp với nhiệm vụ sau</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Không phải nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Nhận đề xuất đầu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bôi đen chữ trong văn bản rồi bấm nút</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bạn vẫn có thể rà soát lại sau khi chấp nhận.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bỏ khỏi danh sách: không phải nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa mở kế hoạch nào.
Mở một kế hoạch ở trang Kế hoạch để rà soát.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chấp nhận kế h&amp;oạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chọn trong các &amp;đề xuất (phím 1–9)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỗ cần xem &amp;tiếp theo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỗ cần xem t&amp;rước</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chữ đã chọn là:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chữ đã chọn: thêm thành cơ quan &amp;phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chữ đã chọn: thêm thành cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chữ đã chọn: thêm thành nhiệm v&amp;ụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chữ đã chọn: thêm thành thời &amp;hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Còn {n} chỗ chưa xem.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giữ nguyên cả những chỗ hỏi như &amp;vậy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp với nhiệm vụ ngay sau</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không phải nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Là {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rà soát &amp;lại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>So sánh với bản đã nh&amp;ập…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm chữ đã chọn thành cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm chữ đã chọn thành cơ quan phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm chữ đã chọn thành nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm chữ đã chọn thành thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tá&amp;ch tại con trỏ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tách</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tách nhiệm vụ tại con trỏ trong văn bản</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vẫn chấp nhận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xem tiếp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{tasks} nhiệm vụ · còn {left} chỗ cần xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{tasks} nhiệm vụ · đã xem hết</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đến danh &amp;sách</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đến văn &amp;bản gốc</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SearchPage</name>
    <message>
      <source>&amp;Tới chỗ đã tìm thấy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CT: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chỉ kế hoạch đang mở</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gõ để tìm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hãy gõ ít chữ hơn, hoặc bỏ chọn “Chỉ kế hoạch đang mở”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không tìm thấy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kế hoạch {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kết quả tìm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PH: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tìm kiếm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tìm nhiệm vụ, kế hoạch, cơ quan trong mọi kế hoạch đã nhập. Không cần gõ dấu; từ cuối có thể gõ dở.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tìm trong mọi kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tìm trong mọi kế hoạch, có dấu hay không dấu: dau tu, SKHDT, chuyển đổi số…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} kết quả</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} kết quả đầu</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>Bỏ qua</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cỡ chữ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giao diện</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lưu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lớn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ngôn ngữ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ngôn ngữ mới có hiệu lực từ lần mở sau.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhỏ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rất lớn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sáng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Theo hệ thống</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tuỳ chọn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tối</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vừa</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ShortcutModel</name>
    <message>
      <source>Mọi nơi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phím tắt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Việc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ở đâu</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Danh sách phím tắt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gõ tên việc hoặc phím, có dấu hay không dấu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phím tắt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tìm phím tắt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đóng</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SourceView</name>
    <message>
      <source>Văn bản gốc</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TaskCardDelegate</name>
    <message>
      <source>Chưa có cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TaskModel</name>
    <message>
      <source>Chưa có cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chủ trì: %s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cần xem: %s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phối hợp: %s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời hạn: %s</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>VersionBar</name>
    <message>
      <source>Có thể là bản mới của kế hoạch {name}, đã nhập ngày {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Là kế hoạch khác</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>So sánh…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>VersionModel</name>
    <message>
      <source>Bị bỏ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giữ nguyên</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa đổi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm mới</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đổi chủ trì</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ViewTools</name>
    <message>
      <source>Biểu đồ khối lượng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bản đồ nhiệt khối lượng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chế độ xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Các chế độ xem đã lưu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cỡ chữ của bảng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hiển thị</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lưu chế độ xem…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thứ tự cơ quan, xoay bảng, số dòng, cột sản phẩm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xoá chế độ xem</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>WorkModel</name>
    <message>
      <source>CT</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Còn {} ngày</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hạn {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PH</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quá hạn {} ngày</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trong hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tình trạng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tạm dừng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vai trò</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xong trễ {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xong {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>qua “{}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{role} qua “{group}”</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>app</name>
    <message>
      <source>Chương trình gặp lỗi ngoài dự tính.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Việc đã làm trước đó vẫn được lưu. Nếu lỗi lặp lại, hãy gửi phần chi tiết cho người phụ trách.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã hiểu</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>messages</name>
    <message>
      <source>Có</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phân công</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã hiểu</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>plan_row</name>
    <message>
      <source>Rà soát: chờ chấp nhận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rà soát: còn {} chỗ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>xong {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} quá hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{} đến hạn tuần này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã chấp nhận</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>steps</name>
    <message>
      <source>Chuyển nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chấp nhận kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi ngày hoàn thành</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi rõ thành viên của nhóm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp @ vào @</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gộp nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không phải nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập danh bạ cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rà soát lại kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sắp xếp cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa ghi chú</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa nội dung nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa phân công</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa sản phẩm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa thành viên của nhóm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa thông tin kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa thời hạn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm cơ quan phối hợp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tách nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tạm dừng nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xem lại chỗ nghi ngờ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xoá # nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xoá cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xoá kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đánh dấu đã xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã xem chỗ nghi ngờ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đổi # ô</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đổi cơ quan chủ trì</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>window_actions</name>
    <message>
      <source>&amp;Bảng lệnh…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Hoàn tác</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Làm lại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Nhập kế hoạch…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Nền tối</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Phím tắt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Toàn màn hình</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Tìm…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Về Phân công</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gõ vài chữ để tới bất cứ việc nào hay kế hoạch nào</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Khung &amp;chi tiết nhiệm vụ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Làm lại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mọi tệp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Một kế hoạch của một tỉnh tưởng tượng, để làm quen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mở kế hoạch &amp;mẫu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập từ văn bản đã &amp;chép</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Th&amp;oát</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trợ giúp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tuỳ &amp;chọn…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tìm trong trang đang mở; trang không có ô tìm thì tìm trong mọi kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tệp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã hoàn tác: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã làm lại: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đón&amp;g kế hoạch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đọc kế hoạch từ văn bản vừa chép (Ctrl+C) trong chương trình khác</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đọc một hay nhiều tệp kế hoạch; cũng có thể kéo tệp thả vào cửa sổ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{}”: chọn ở đây rồi bấm {}.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>words</name>
    <message>
      <source>Bản quét, đã nhận dạng chữ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan ngành dọc</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan trung ương</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cơ quan Đảng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Doanh nghiệp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Excel (.xlsx)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Khác</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>LibreOffice (.odt)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mặt trận, đoàn thể</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhóm cơ quan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PDF có chữ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>RTF</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sở, ban, ngành tỉnh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trang web (.html)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trường, viện</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Văn bản dán</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Văn bản thuần (.txt)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Word (.docx)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Word cũ (.doc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xong: {}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Địa phương</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
