<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi_VN">
  <context>
    <name />
    <message>
      <source>Phân công</source>
      <translation>Phân công</translation>
    </message>
  </context>
  <context>
    <name>AboutDialog</name>
    <message>
      <source>Dữ liệu: {}</source>
      <translation>Data: {}</translation>
    </message>
    <message>
      <source>Giấy phép MIT. Dùng Qt và PySide6 (LGPL-3), sqlite-utils, openpyxl, reportlab, lxml, pypdfium2, rapidfuzz, phông chữ Liberation Serif (OFL).</source>
      <translation>MIT licence. Uses Qt and PySide6 (LGPL-3), sqlite-utils, openpyxl, reportlab, lxml, pypdfium2, rapidfuzz, the Liberation Serif fonts (OFL).</translation>
    </message>
    <message>
      <source>Phân công {}</source>
      <translation>Phân công {}</translation>
    </message>
    <message>
      <source>Về Phân công</source>
      <translation>About Phân công</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Đọc kế hoạch hành chính, lập ma trận phân công, in phụ lục và phiếu nhiệm vụ. Không cần mạng; dữ liệu chỉ nằm trên máy này.</source>
      <translation>Reads administrative plans, makes the assignment matrix, prints annexes and checklists. Needs no network; the data stay on this computer.</translation>
    </message>
  </context>
  <context>
    <name>ActionTable</name>
    <message>
      <source>Cơ quan</source>
      <translation>Agencies</translation>
    </message>
    <message>
      <source>Dữ liệu</source>
      <translation>Data</translation>
    </message>
    <message>
      <source>Ma trận</source>
      <translation>Matrix</translation>
    </message>
    <message>
      <source>Rà soát</source>
      <translation>Review</translation>
    </message>
    <message>
      <source>Sửa</source>
      <translation>Edit</translation>
    </message>
    <message>
      <source>Theo dõi</source>
      <translation>Follow-up</translation>
    </message>
    <message>
      <source>Trợ giúp</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>Tệp</source>
      <translation>File</translation>
    </message>
    <message>
      <source>Xem</source>
      <translation>View</translation>
    </message>
    <message>
      <source>“{}” chưa dùng được lúc này.</source>
      <translation>“{}” cannot be used just now.</translation>
    </message>
  </context>
  <context>
    <name>AgenciesPage</name>
    <message>
      <source>&amp;Gộp vào cơ quan khác…</source>
      <translation>&amp;Merge into another agency…</translation>
    </message>
    <message>
      <source>&amp;Thêm cơ quan</source>
      <translation>&amp;Add an agency</translation>
    </message>
    <message>
      <source>&amp;Xoá cơ quan</source>
      <translation>&amp;Delete the agency</translation>
    </message>
    <message>
      <source>Chưa chọn cơ quan nào</source>
      <translation>No agency is chosen</translation>
    </message>
    <message>
      <source>Chỉ hiện cơ quan được giao việc trong kế hoạch nào đó</source>
      <translation>Show only agencies that have work in some plan</translation>
    </message>
    <message>
      <source>Cơ quan</source>
      <translation>Agencies</translation>
    </message>
    <message>
      <source>Cơ quan mới</source>
      <translation>New agency</translation>
    </message>
    <message>
      <source>Danh bạ cơ quan</source>
      <translation>Directory of agencies</translation>
    </message>
    <message>
      <source>Gộp</source>
      <translation>Merge</translation>
    </message>
    <message>
      <source>Gộp “{}” vào “{}”?</source>
      <translation>Merge “{}” into “{}”?</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Hãy gộp nó vào cơ quan khác, hoặc bỏ nó khỏi các nhiệm vụ trước.</source>
      <translation>Merge it into another agency, or take it out of its tasks first.</translation>
    </message>
    <message>
      <source>Lọc</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Lọc cơ quan</source>
      <translation>Filter agencies</translation>
    </message>
    <message>
      <source>Lọc theo loại</source>
      <translation>Filter by kind</translation>
    </message>
    <message>
      <source>Lọc thành viên</source>
      <translation>Filter members</translation>
    </message>
    <message>
      <source>Mọi loại</source>
      <translation>All kinds</translation>
    </message>
    <message>
      <source>Nhóm ({})</source>
      <translation>Groups ({})</translation>
    </message>
    <message>
      <source>Nhóm mới</source>
      <translation>New group</translation>
    </message>
    <message>
      <source>Nhập &amp;danh bạ từ Excel…</source>
      <translation>&amp;Import the directory from Excel…</translation>
    </message>
    <message>
      <source>Thành viên ({})</source>
      <translation>Members ({})</translation>
    </message>
    <message>
      <source>Thành viên hoặc nhóm</source>
      <translation>Members or groups</translation>
    </message>
    <message>
      <source>Thêm &amp;nhóm</source>
      <translation>Add a &amp;group</translation>
    </message>
    <message>
      <source>Thông tin</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Tên hay viết tắt, có dấu hay không dấu</source>
      <translation>Name or abbreviation, with or without marks</translation>
    </message>
    <message>
      <source>Tìm cơ quan</source>
      <translation>Find an agency</translation>
    </message>
    <message>
      <source>Việc ({})</source>
      <translation>Work ({})</translation>
    </message>
    <message>
      <source>Việc của cơ quan trong mọi kế hoạch</source>
      <translation>Work of the agency in all plans</translation>
    </message>
    <message>
      <source>X&amp;uất danh bạ ra Excel…</source>
      <translation>&amp;Export the directory to Excel…</translation>
    </message>
    <message>
      <source>{shown} / {total} cơ quan</source>
      <translation>{shown} / {total} agencies</translation>
    </message>
    <message>
      <source>{} cơ quan</source>
      <translation>{} agencies</translation>
    </message>
    <message>
      <source>{} phân công chuyển sang “{}”; “{}” thành một cách viết khác của nó. Có thể hoàn tác.</source>
      <translation>{} assignments go over to “{}”; “{}” becomes another spelling of it. Can be undone.</translation>
    </message>
    <message>
      <source>Đang có việc</source>
      <translation>With work</translation>
    </message>
    <message>
      <source>Đánh dấu để thêm vào nhóm, bỏ dấu để lấy ra</source>
      <translation>Tick to add to the group, untick to take out</translation>
    </message>
    <message>
      <source>“{}” đang có việc trong kế hoạch nên chưa xoá được.</source>
      <translation>“{}” has work in a plan and cannot be deleted yet.</translation>
    </message>
  </context>
  <context>
    <name>AgencyEdit</name>
    <message>
      <source>Thêm cơ quan mới “{}”</source>
      <translation>Add the new agency “{}”</translation>
    </message>
    <message>
      <source>{} cơ quan: {}</source>
      <translation>{} agencies: {}</translation>
    </message>
  </context>
  <context>
    <name>AgencyField</name>
    <message>
      <source>Thêm cơ quan chủ trì…</source>
      <translation>Add a lead agency…</translation>
    </message>
    <message>
      <source>Thêm cơ quan phối hợp…</source>
      <translation>Add a cooperating agency…</translation>
    </message>
  </context>
  <context>
    <name>AgencyForm</name>
    <message>
      <source>Có từ ngày</source>
      <translation>Exists from</translation>
    </message>
    <message>
      <source>Cơ quan kế thừa</source>
      <translation>Successor</translation>
    </message>
    <message>
      <source>Ghi chú</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Loại</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Loại cơ quan</source>
      <translation>Kind of agency</translation>
    </message>
    <message>
      <source>Tên cơ quan</source>
      <translation>Name of the agency</translation>
    </message>
    <message>
      <source>Tên ngắn</source>
      <translation>Short name</translation>
    </message>
    <message>
      <source>Viết tắt, cách viết khác</source>
      <translation>Abbreviations, other spellings</translation>
    </message>
    <message>
      <source>mỗi dòng một cách viết đã gặp: SKHĐT, Sở KH&amp;ĐT…</source>
      <translation>one spelling a line, as met in plans: SKHĐT, Sở KH&amp;ĐT…</translation>
    </message>
    <message>
      <source>mỗi dòng một tên</source>
      <translation>one name a line</translation>
    </message>
    <message>
      <source>tên ở đầu cột</source>
      <translation>name atop its column</translation>
    </message>
    <message>
      <source>Đến hết ngày</source>
      <translation>Exists until</translation>
    </message>
  </context>
  <context>
    <name>AgencyModel</name>
    <message>
      <source>CT</source>
      <translation>CT</translation>
    </message>
    <message>
      <source>Kéo một cơ quan thả lên cơ quan khác để gộp</source>
      <translation>Drag an agency onto another one to merge them</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Plans</translation>
    </message>
    <message>
      <source>Loại</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>PH</source>
      <translation>PH</translation>
    </message>
    <message>
      <source>Số kế hoạch có tên cơ quan này</source>
      <translation>Plans in which this agency is named</translation>
    </message>
    <message>
      <source>Số nhiệm vụ chủ trì, mọi kế hoạch</source>
      <translation>Tasks led, in all plans</translation>
    </message>
    <message>
      <source>Số nhiệm vụ phối hợp, mọi kế hoạch</source>
      <translation>Tasks with a part, in all plans</translation>
    </message>
    <message>
      <source>Tên cơ quan</source>
      <translation>Name of the agency</translation>
    </message>
    <message>
      <source>Tên lạ, đọc từ kế hoạch: hãy xem lại hoặc gộp vào cơ quan đúng</source>
      <translation>A strange name read from a plan: check it, or merge it into the right agency</translation>
    </message>
    <message>
      <source>Tên ngắn</source>
      <translation>Short name</translation>
    </message>
  </context>
  <context>
    <name>AgencyPicker</name>
    <message>
      <source>Bỏ chọn hết</source>
      <translation>Choose none</translation>
    </message>
    <message>
      <source>Các cơ quan tìm thấy</source>
      <translation>Agencies found</translation>
    </message>
    <message>
      <source>Gõ tên hoặc chữ tắt, có dấu hay không</source>
      <translation>Type a name or abbreviation, with or without marks</translation>
    </message>
    <message>
      <source>Không có cơ quan nào như vậy</source>
      <translation>There is no such agency</translation>
    </message>
    <message>
      <source>Xong</source>
      <translation>Done</translation>
    </message>
  </context>
  <context>
    <name>BackupDialog</name>
    <message>
      <source>(tệp đã chọn)</source>
      <translation>(chosen file)</translation>
    </message>
    <message>
      <source>Bản sao lưu hoặc bản xuất toàn bộ</source>
      <translation>Backup or full export</translation>
    </message>
    <message>
      <source>Bấm “Xem khác gì” để so bản này với dữ liệu hiện tại.</source>
      <translation>Press “Show differences” to compare this copy with the present data.</translation>
    </message>
    <message>
      <source>Chưa có bản sao lưu nào.</source>
      <translation>There is no backup yet.</translation>
    </message>
    <message>
      <source>Chương trình tự sao lưu mỗi giờ khi có thay đổi</source>
      <translation>The program backs up by itself every hour when something has changed</translation>
    </message>
    <message>
      <source>Các bản nằm trong thư mục “sao-luu” cạnh cơ sở dữ liệu. Nên thỉnh thoảng xuất toàn bộ ra USB hoặc ổ khác.</source>
      <translation>The copies are in the folder “sao-luu” beside the database. Now and then, export everything to a USB stick or another disk.</translation>
    </message>
    <message>
      <source>Dung lượng</source>
      <translation>Size</translation>
    </message>
    <message>
      <source>Dữ liệu hiện tại được sao lưu trước, nên vẫn lấy lại được.</source>
      <translation>The present data are backed up first, so they can still be brought back.</translation>
    </message>
    <message>
      <source>Giống hệt dữ liệu hiện tại.</source>
      <translation>The same as the present data.</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Khôi phục</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>Khôi phục bản này…</source>
      <translation>Restore this copy…</translation>
    </message>
    <message>
      <source>Khôi phục sẽ bỏ kế hoạch này (bản sao lưu chưa có nó).</source>
      <translation>Restoring removes this plan (the backup does not have it yet).</translation>
    </message>
    <message>
      <source>Khôi phục sẽ đưa kế hoạch này trở lại.</source>
      <translation>Restoring brings this plan back.</translation>
    </message>
    <message>
      <source>Mở bản khác…</source>
      <translation>Open another copy…</translation>
    </message>
    <message>
      <source>Mở bản sao lưu</source>
      <translation>Open a backup</translation>
    </message>
    <message>
      <source>Sao lưu lúc</source>
      <translation>Backed up at</translation>
    </message>
    <message>
      <source>Sao lưu ngay</source>
      <translation>Back up now</translation>
    </message>
    <message>
      <source>Sao lưu và khôi phục</source>
      <translation>Back up and restore</translation>
    </message>
    <message>
      <source>Thay toàn bộ dữ liệu hiện tại bằng bản “{}”?</source>
      <translation>Replace all present data by the copy “{}”?</translation>
    </message>
    <message>
      <source>Tệp</source>
      <translation>File</translation>
    </message>
    <message>
      <source>Tệp nén</source>
      <translation>Archive</translation>
    </message>
    <message>
      <source>Xem khác gì</source>
      <translation>Show differences</translation>
    </message>
    <message>
      <source>Xuất toàn bộ</source>
      <translation>Export everything</translation>
    </message>
    <message>
      <source>Xuất toàn bộ ra tệp…</source>
      <translation>Export everything to a file…</translation>
    </message>
    <message>
      <source>Đang khôi phục, xin chờ…</source>
      <translation>Restoring, please wait…</translation>
    </message>
    <message>
      <source>Đang sao lưu…</source>
      <translation>Backing up…</translation>
    </message>
    <message>
      <source>Đang so sánh…</source>
      <translation>Comparing…</translation>
    </message>
    <message>
      <source>Đang xuất toàn bộ…</source>
      <translation>Exporting everything…</translation>
    </message>
    <message>
      <source>Đã khôi phục. Dữ liệu trước đó nằm ở {}</source>
      <translation>Restored. The data from before are in {}</translation>
    </message>
    <message>
      <source>Đã sao lưu và đọc lại kiểm tra: {}</source>
      <translation>Backed up and read back: {}</translation>
    </message>
    <message>
      <source>Đã xuất toàn bộ ra {}</source>
      <translation>Everything is exported to {}</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>BottomBar</name>
    <message>
      <source>Dừng</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Dừng việc đang chạy</source>
      <translation>Stop the work under way</translation>
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Số đếm và bộ lọc</source>
      <translation>Counts and filters</translation>
    </message>
    <message>
      <source>Thanh trạng thái</source>
      <translation>Status bar</translation>
    </message>
    <message>
      <source>Thông báo</source>
      <translation>Notice</translation>
    </message>
    <message>
      <source>Tiến độ</source>
      <translation>Progress</translation>
    </message>
    <message>
      <source>Tình trạng lưu</source>
      <translation>State of saving</translation>
    </message>
  </context>
  <context>
    <name>Chip</name>
    <message>
      <source>Bỏ khỏi nhiệm vụ</source>
      <translation>Take out of the task</translation>
    </message>
    <message>
      <source>Bỏ khỏi nhiệm vụ (Delete)</source>
      <translation>Take out of the task (Delete)</translation>
    </message>
    <message>
      <source>Bỏ {}</source>
      <translation>Take {} out</translation>
    </message>
    <message>
      <source>Chuyển sang chủ trì</source>
      <translation>Make it the lead</translation>
    </message>
    <message>
      <source>Chuyển sang phối hợp</source>
      <translation>Make it cooperating</translation>
    </message>
    <message>
      <source>Delete: bỏ; Space: đổi vai</source>
      <translation>Delete: take out; Space: change the role</translation>
    </message>
    <message>
      <source>Trong văn bản: “{}”</source>
      <translation>In the text: “{}”</translation>
    </message>
    <message>
      <source>Tên này chưa có trong danh bạ</source>
      <translation>This name is not in the directory yet</translation>
    </message>
    <message>
      <source>chủ trì</source>
      <translation>leads</translation>
    </message>
    <message>
      <source>phối hợp</source>
      <translation>takes part</translation>
    </message>
  </context>
  <context>
    <name>ColumnActions</name>
    <message>
      <source>Gộp “{0}” vào cơ quan nào?</source>
      <translation>Into which agency does “{0}” go?</translation>
    </message>
  </context>
  <context>
    <name>ColumnPicker</name>
    <message>
      <source> mm</source>
      <translation> mm</translation>
    </message>
    <message>
      <source>Các cột: đánh dấu để in, kéo để đổi thứ tự, bấm đúp để đổi tên</source>
      <translation>Columns: tick to print, drag to reorder, double-click to rename</translation>
    </message>
    <message>
      <source>Cột</source>
      <translation>Column</translation>
    </message>
    <message>
      <source>Lên</source>
      <translation>Up</translation>
    </message>
    <message>
      <source>Như thường</source>
      <translation>As usual</translation>
    </message>
    <message>
      <source>Xuống</source>
      <translation>Down</translation>
    </message>
    <message>
      <source>Ô đánh dấu (☐)</source>
      <translation>Box to tick (☐)</translation>
    </message>
    <message>
      <source>Đánh dấu để in, kéo để đổi thứ tự, bấm đúp (F2) để đổi tên</source>
      <translation>Tick to print, drag to reorder, double-click (F2) to rename</translation>
    </message>
    <message>
      <source>Độ &amp;rộng</source>
      <translation>&amp;Width</translation>
    </message>
    <message>
      <source>Độ rộng của cột đang chọn</source>
      <translation>Width of the chosen column</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Bảng lệnh</source>
      <translation>Command palette</translation>
    </message>
    <message>
      <source>Gõ tên việc hoặc kế hoạch, có dấu hay không dấu</source>
      <translation>Type an action or a plan, with or without marks</translation>
    </message>
    <message>
      <source>Không có việc hay kế hoạch nào như vậy. Hãy gõ ít chữ hơn.</source>
      <translation>There is no such action or plan. Type fewer letters.</translation>
    </message>
    <message>
      <source>Kết quả</source>
      <translation>Hits</translation>
    </message>
    <message>
      <source>Tìm việc hoặc kế hoạch</source>
      <translation>Find an action or a plan</translation>
    </message>
  </context>
  <context>
    <name>CompareDialog</name>
    <message>
      <source>, {n} đã hoàn thành</source>
      <translation>, {n} done</translation>
    </message>
    <message>
      <source>Bản đang dùng: {name}, nhập ngày {day} ({tasks} nhiệm vụ{more})</source>
      <translation>Version in use: {name}, imported on {day} ({tasks} tasks{more})</translation>
    </message>
    <message>
      <source>Bỏ chọn hết</source>
      <translation>Choose none</translation>
    </message>
    <message>
      <source>Chỉ thay văn bản gốc</source>
      <translation>Replace only the source text</translation>
    </message>
    <message>
      <source>Chọn hết</source>
      <translation>Choose all</translation>
    </message>
    <message>
      <source>Các dòng khác nhau</source>
      <translation>Rows that differ</translation>
    </message>
    <message>
      <source>Cơ quan chủ trì</source>
      <translation>Lead agency</translation>
    </message>
    <message>
      <source>Cơ quan phối hợp</source>
      <translation>Cooperating agencies</translation>
    </message>
    <message>
      <source>Cập nhật, lấy {n} dòng</source>
      <translation>Update, taking {n} rows</translation>
    </message>
    <message>
      <source>Dòng được chọn lấy theo bản mới. Ngày hoàn thành, tạm dừng và ghi chú đã có được giữ lại. Có thể hoàn tác.</source>
      <translation>The chosen rows are taken from the new version. Days of completion, pauses and notes are kept. Can be undone.</translation>
    </message>
    <message>
      <source>Hai bản không khác nhau ở nhiệm vụ nào.</source>
      <translation>The two versions differ in no task.</translation>
    </message>
    <message>
      <source>Khác nhau thế nào</source>
      <translation>How they differ</translation>
    </message>
    <message>
      <source>Nội dung</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>So sánh hai bản của kế hoạch</source>
      <translation>Compare two versions of the plan</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Deliverable</translation>
    </message>
    <message>
      <source>Thời hạn</source>
      <translation>Deadline</translation>
    </message>
    <message>
      <source>Để riêng hai kế hoạch</source>
      <translation>Keep them as two plans</translation>
    </message>
  </context>
  <context>
    <name>DayDialog</name>
    <message>
      <source>Ghi</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>Ghi hoàn thành</source>
      <translation>Record as done</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Ngày hoàn thành</source>
      <translation>Day of completion</translation>
    </message>
    <message>
      <source>Xong đúng hạn hay trễ hạn được tính theo ngày này.</source>
      <translation>Whether it was done in time follows from this day.</translation>
    </message>
    <message>
      <source>{} nhiệm vụ hoàn thành ngày nào?</source>
      <translation>On which day were {} tasks done?</translation>
    </message>
  </context>
  <context>
    <name>DayField</name>
    <message>
      <source>Chọn trên lịch (Alt+mũi tên xuống)</source>
      <translation>Pick from the calendar (Alt+Down)</translation>
    </message>
    <message>
      <source>Hãy ghi ngày như 05/01/2024, hoặc để trống.</source>
      <translation>Write the day like 05/01/2024, or leave it empty.</translation>
    </message>
    <message>
      <source>Hãy ghi ngày như 05/01/2024.</source>
      <translation>Write the day like 05/01/2024.</translation>
    </message>
    <message>
      <source>Ngày không được sau {}.</source>
      <translation>The day cannot be after {}.</translation>
    </message>
    <message>
      <source>ngày/tháng/năm</source>
      <translation>day/month/year</translation>
    </message>
  </context>
  <context>
    <name>DeadlineField</name>
    <message>
      <source>Thêm thời hạn</source>
      <translation>Add a deadline</translation>
    </message>
    <message>
      <source>Thêm thời hạn: 30/01/2025, quý III/2025…</source>
      <translation>Add a deadline: 30/01/2025, quý III/2025…</translation>
    </message>
  </context>
  <context>
    <name>DeadlineRow</name>
    <message>
      <source>6 tháng một lần</source>
      <translation>every half-year</translation>
    </message>
    <message>
      <source>Bỏ thời hạn này</source>
      <translation>Remove this deadline</translation>
    </message>
    <message>
      <source>Bỏ thời hạn “{}”</source>
      <translation>Remove the deadline “{}”</translation>
    </message>
    <message>
      <source>Chưa tính được ngày từ câu chữ này</source>
      <translation>No day can be told from these words yet</translation>
    </message>
    <message>
      <source>Hạn {}</source>
      <translation>Due {}</translation>
    </message>
    <message>
      <source>Không có ngày này trên lịch: hãy xem lại chữ số đã gõ</source>
      <translation>No calendar has this day: look at the digits again</translation>
    </message>
    <message>
      <source>Thời hạn</source>
      <translation>Deadline</translation>
    </message>
    <message>
      <source>cách tính: {}</source>
      <translation>reckoned: {}</translation>
    </message>
    <message>
      <source>hằng năm</source>
      <translation>every year</translation>
    </message>
    <message>
      <source>hằng quý</source>
      <translation>every quarter</translation>
    </message>
    <message>
      <source>hằng tháng</source>
      <translation>every month</translation>
    </message>
    <message>
      <source>hằng tuần</source>
      <translation>every week</translation>
    </message>
  </context>
  <context>
    <name>DetailPanel</name>
    <message>
      <source>Bỏ cơ quan</source>
      <translation>Take the agency out</translation>
    </message>
    <message>
      <source>Chú thích {mark}: {text}</source>
      <translation>Note {mark}: {text}</translation>
    </message>
    <message>
      <source>Chọn một nhiệm vụ để xem và sửa ở đây.</source>
      <translation>Choose a task to see and edit it here.</translation>
    </message>
    <message>
      <source>Câu còn nêu: {}</source>
      <translation>The sentence also names: {}</translation>
    </message>
    <message>
      <source>Cơ quan chủ trì</source>
      <translation>Lead agency</translation>
    </message>
    <message>
      <source>Cơ quan phối hợp</source>
      <translation>Cooperating agencies</translation>
    </message>
    <message>
      <source>Ghi chú</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Hoàn thành ngày</source>
      <translation>Done on</translation>
    </message>
    <message>
      <source>Ngày hoàn thành</source>
      <translation>Day of completion</translation>
    </message>
    <message>
      <source>Nhiệm vụ này do người dùng thêm, không có trong văn bản.</source>
      <translation>This task was added by hand and is not in the text.</translation>
    </message>
    <message>
      <source>Nhiệm vụ {n} / {all}</source>
      <translation>Task {n} / {all}</translation>
    </message>
    <message>
      <source>Nội dung</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Nội dung nhiệm vụ</source>
      <translation>Text of the task</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Deliverable</translation>
    </message>
    <message>
      <source>Sửa nội dung nhiệm vụ</source>
      <translation>Edit the text of the task</translation>
    </message>
    <message>
      <source>Theo dõi</source>
      <translation>Follow-up</translation>
    </message>
    <message>
      <source>Thêm cơ quan chủ trì…</source>
      <translation>Add a lead agency…</translation>
    </message>
    <message>
      <source>Thêm cơ quan phối hợp…</source>
      <translation>Add a cooperating agency…</translation>
    </message>
    <message>
      <source>Thời hạn</source>
      <translation>Deadline</translation>
    </message>
    <message>
      <source>Trong văn bản</source>
      <translation>In the text</translation>
    </message>
    <message>
      <source>Tạm dừng</source>
      <translation>Paused</translation>
    </message>
    <message>
      <source>Xem câu trong văn bản gốc</source>
      <translation>Show the sentence in the source text</translation>
    </message>
    <message>
      <source>Xem trong văn bản gốc</source>
      <translation>Show in the source text</translation>
    </message>
    <message>
      <source>Đổi vai cơ quan</source>
      <translation>Change the agency's role</translation>
    </message>
  </context>
  <context>
    <name>DirectoryExchange</name>
    <message>
      <source>Bảng này không đổi gì trong danh bạ.</source>
      <translation>This table changes nothing in the directory.</translation>
    </message>
    <message>
      <source>Danh bạ cơ quan.xlsx</source>
      <translation>Directory of agencies.xlsx</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Không cơ quan nào bị xoá. Có thể hoàn tác.</source>
      <translation>No agency is removed. Can be undone.</translation>
    </message>
    <message>
      <source>Nhập</source>
      <translation>Import</translation>
    </message>
    <message>
      <source>Nhập danh bạ</source>
      <translation>Import a directory</translation>
    </message>
    <message>
      <source>Nhập {new} cơ quan mới và sửa {changed} cơ quan?</source>
      <translation>Import {new} new agencies and change {changed} agencies?</translation>
    </message>
    <message>
      <source>Xuất danh bạ</source>
      <translation>Export the directory</translation>
    </message>
    <message>
      <source>Đã xuất danh bạ: {}</source>
      <translation>The directory is exported: {}</translation>
    </message>
  </context>
  <context>
    <name>ExportChoices</name>
    <message>
      <source> pt</source>
      <translation> pt</translation>
    </message>
    <message>
      <source>Biểu</source>
      <translation>Sheet</translation>
    </message>
    <message>
      <source>Bảng tổng hợp theo cơ quan</source>
      <translation>Summary by agency</translation>
    </message>
    <message>
      <source>Bỏ hết</source>
      <translation>None</translation>
    </message>
    <message>
      <source>Chỉ để xem khi làm việc: phụ lục kèm văn bản phải in đủ nội dung</source>
      <translation>For working copies only: an annex to a document must carry the whole text</translation>
    </message>
    <message>
      <source>Cơ quan được in phiếu</source>
      <translation>Agencies to print</translation>
    </message>
    <message>
      <source>Cơ quan: {} / {}</source>
      <translation>Agencies: {} / {}</translation>
    </message>
    <message>
      <source>Cả phần tham gia qua nhóm: (CT), (PH)</source>
      <translation>Also parts through a group: (CT), (PH)</translation>
    </message>
    <message>
      <source>Cột mà cả bảng không có gì (như Sản phẩm, Ghi chú) được bỏ đi; đánh dấu để in mà ghi tay</source>
      <translation>Columns in which the whole table says nothing (such as Deliverable, Note) are left out; tick to print them for writing by hand</translation>
    </message>
    <message>
      <source>Cỡ chữ</source>
      <translation>Size of letters</translation>
    </message>
    <message>
      <source>Cỡ chữ trong bảng</source>
      <translation>Size of letters in tables</translation>
    </message>
    <message>
      <source>Dọc</source>
      <translation>Portrait</translation>
    </message>
    <message>
      <source>Ghi thành</source>
      <translation>Write as</translation>
    </message>
    <message>
      <source>Giấy</source>
      <translation>Paper</translation>
    </message>
    <message>
      <source>Hướng giấy</source>
      <translation>Orientation</translation>
    </message>
    <message>
      <source>Họ và tên, không ghi học hàm, học vị</source>
      <translation>Full name, without academic titles</translation>
    </message>
    <message>
      <source>I, II… nếu có nhiều</source>
      <translation>I, II… if there are several</translation>
    </message>
    <message>
      <source>In cả cột không có nội dung</source>
      <translation>Print empty columns too</translation>
    </message>
    <message>
      <source>Khổ giấy</source>
      <translation>Paper size</translation>
    </message>
    <message>
      <source>Khổ, hướng</source>
      <translation>Size, orientation</translation>
    </message>
    <message>
      <source>Ký</source>
      <translation>Signature</translation>
    </message>
    <message>
      <source>Liên tục</source>
      <translation>Running through</translation>
    </message>
    <message>
      <source>Lại từ 1 ở mỗi mục</source>
      <translation>From 1 in each section</translation>
    </message>
    <message>
      <source>Ma trận phân công</source>
      <translation>Assignment matrix</translation>
    </message>
    <message>
      <source>Mỗi cơ quan một tệp</source>
      <translation>One file per agency</translation>
    </message>
    <message>
      <source>Một tệp chung</source>
      <translation>One file for all</translation>
    </message>
    <message>
      <source>Ngang</source>
      <translation>Landscape</translation>
    </message>
    <message>
      <source>Người ký</source>
      <translation>Signed by</translation>
    </message>
    <message>
      <source>Như thường dùng</source>
      <translation>As usual</translation>
    </message>
    <message>
      <source>Phiếu nhiệm vụ theo cơ quan</source>
      <translation>Checklist per agency</translation>
    </message>
    <message>
      <source>Phụ lục phân công nhiệm vụ</source>
      <translation>Assignment sheet (annex)</translation>
    </message>
    <message>
      <source>Phụ lục số</source>
      <translation>Annex number</translation>
    </message>
    <message>
      <source>Quốc hiệu, Tiêu ngữ</source>
      <translation>National title and motto</translation>
    </message>
    <message>
      <source>Rút gọn nhiệm vụ dài (“…”) để bớt trang</source>
      <translation>Shorten long tasks (“…”) to save pages</translation>
    </message>
    <message>
      <source>STT</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>Số phụ lục</source>
      <translation>Annex number</translation>
    </message>
    <message>
      <source>TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH</source>
      <translation>ON BEHALF OF THE PEOPLE'S COMMITTEE
CHAIRMAN</translation>
    </message>
    <message>
      <source>Thẩm quyền ký</source>
      <translation>Signing authority</translation>
    </message>
    <message>
      <source>Tên biểu</source>
      <translation>Title of the sheet</translation>
    </message>
    <message>
      <source>Tên viết tắt của cơ quan</source>
      <translation>Short names of agencies</translation>
    </message>
    <message>
      <source>Tất cả</source>
      <translation>All</translation>
    </message>
    <message>
      <source>Đánh STT</source>
      <translation>Numbering</translation>
    </message>
    <message>
      <source>Địa danh</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Địa danh trên phiếu</source>
      <translation>Place on the checklist</translation>
    </message>
  </context>
  <context>
    <name>ExportDesk</name>
    <message>
      <source>Dừng</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Ghi vào thư mục mới</source>
      <translation>Write into a new folder</translation>
    </message>
    <message>
      <source>Ghi vào đó sẽ thay các phiếu cùng tên; phiếu cũ của cơ quan không còn việc vẫn nằm lại.</source>
      <translation>Writing there replaces checklists of the same name; old ones of agencies without work stay.</translation>
    </message>
    <message>
      <source>Ghi đè phiếu cùng tên</source>
      <translation>Replace those of the same name</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>In…</source>
      <translation>Print…</translation>
    </message>
    <message>
      <source>Mở thư mục</source>
      <translation>Open the folder</translation>
    </message>
    <message>
      <source>Mở tệp</source>
      <translation>Open the file</translation>
    </message>
    <message>
      <source>Thư mục “{0}” đã có tệp.</source>
      <translation>The folder “{0}” has files already.</translation>
    </message>
    <message>
      <source>Xuất…</source>
      <translation>Export…</translation>
    </message>
    <message>
      <source>Đã ghi {}</source>
      <translation>Written: {}</translation>
    </message>
    <message>
      <source>Đã ghi {} tệp vào “{}”</source>
      <translation>{} files written to “{}”</translation>
    </message>
    <message>
      <source>Định dạng</source>
      <translation>Format</translation>
    </message>
  </context>
  <context>
    <name>ExportPage</name>
    <message>
      <source>&amp;In…</source>
      <translation>&amp;Print…</translation>
    </message>
    <message>
      <source>&amp;Xuất ra tệp…</source>
      <translation>&amp;Export to a file…</translation>
    </message>
    <message>
      <source>Chưa chấp nhận, còn {} chỗ cần xem</source>
      <translation>Not accepted, {} places to look at</translation>
    </message>
    <message>
      <source>Chưa có gì để in</source>
      <translation>There is nothing to print yet</translation>
    </message>
    <message>
      <source>Chưa in được hoặc đã dừng in. Hãy kiểm tra máy in.</source>
      <translation>Not printed, or printing was stopped. Please check the printer.</translation>
    </message>
    <message>
      <source>Chưa xuất được tệp.</source>
      <translation>The file was not exported.</translation>
    </message>
    <message>
      <source>Chưa xuất được: {}</source>
      <translation>Not exported: {}</translation>
    </message>
    <message>
      <source>Ghi biểu đang xem ra Excel, PDF hoặc Word</source>
      <translation>Write the sheet on view to Excel, PDF or Word</translation>
    </message>
    <message>
      <source>In các trang đang xem</source>
      <translation>Print the pages on view</translation>
    </message>
    <message>
      <source>Kế hoạch chưa được chấp nhận</source>
      <translation>The plan is not accepted yet</translation>
    </message>
    <message>
      <source>Mở thư mục</source>
      <translation>Open the folder</translation>
    </message>
    <message>
      <source>Phóng to trang</source>
      <translation>Enlarge the page</translation>
    </message>
    <message>
      <source>Sang trang Rà soát</source>
      <translation>To the review</translation>
    </message>
    <message>
      <source>Thu nhỏ trang</source>
      <translation>Shrink the page</translation>
    </message>
    <message>
      <source>Thư mục để ghi các phiếu</source>
      <translation>Folder for the checklists</translation>
    </message>
    <message>
      <source>Tệp</source>
      <translation>File</translation>
    </message>
    <message>
      <source>Vừa bề ngang trang</source>
      <translation>Fit the width of the page</translation>
    </message>
    <message>
      <source>Xem</source>
      <translation>View</translation>
    </message>
    <message>
      <source>Xuất</source>
      <translation>Export</translation>
    </message>
    <message>
      <source>Xuất, in</source>
      <translation>Export, print</translation>
    </message>
    <message>
      <source>{} trang sẽ in</source>
      <translation>{} pages to print</translation>
    </message>
    <message>
      <source>Đang in trang {} / {}</source>
      <translation>Printing page {} / {}</translation>
    </message>
    <message>
      <source>Đang in…</source>
      <translation>Printing…</translation>
    </message>
    <message>
      <source>Đang xuất…</source>
      <translation>Exporting…</translation>
    </message>
    <message>
      <source>Đã dừng xuất; tệp cũ vẫn còn nguyên.</source>
      <translation>Export stopped; the old file is still whole.</translation>
    </message>
    <message>
      <source>Đã gửi các trang tới máy in.</source>
      <translation>The pages were sent to the printer.</translation>
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message>
      <source>Bỏ lọc</source>
      <translation>Clear filter</translation>
    </message>
    <message>
      <source>Bỏ mọi bộ lọc</source>
      <translation>Clear all filters</translation>
    </message>
    <message>
      <source>Chỉ hiện nhiệm vụ chưa có cơ quan chủ trì</source>
      <translation>Show only tasks without a lead agency</translation>
    </message>
    <message>
      <source>Chỉ hiện nhiệm vụ còn chỗ cần xem</source>
      <translation>Show only tasks with something to look at</translation>
    </message>
    <message>
      <source>Chỉ hiện nhiệm vụ của các cơ quan được chọn</source>
      <translation>Show only tasks of the chosen agencies</translation>
    </message>
    <message>
      <source>Chủ trì</source>
      <translation>Lead</translation>
    </message>
    <message>
      <source>Cơ quan</source>
      <translation>Agencies</translation>
    </message>
    <message>
      <source>Hạn quý này</source>
      <translation>Due this quarter</translation>
    </message>
    <message>
      <source>Hạn tháng này</source>
      <translation>Due this month</translation>
    </message>
    <message>
      <source>Hạn tuần này</source>
      <translation>Due this week</translation>
    </message>
    <message>
      <source>Không có hạn</source>
      <translation>No deadline</translation>
    </message>
    <message>
      <source>Lọc nhiệm vụ theo nội dung, có dấu hay không</source>
      <translation>Filter tasks by their text, with or without marks</translation>
    </message>
    <message>
      <source>Lọc nội dung</source>
      <translation>Filter text</translation>
    </message>
    <message>
      <source>Lọc theo cơ quan</source>
      <translation>Filter by agency</translation>
    </message>
    <message>
      <source>Mọi mục</source>
      <translation>All sections</translation>
    </message>
    <message>
      <source>Mọi thời hạn</source>
      <translation>All deadlines</translation>
    </message>
    <message>
      <source>Mọi vai trò</source>
      <translation>All roles</translation>
    </message>
    <message>
      <source>Mục</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>Nghi ngờ</source>
      <translation>Doubtful</translation>
    </message>
    <message>
      <source>Phối hợp</source>
      <translation>Cooperating</translation>
    </message>
    <message>
      <source>Quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Thiếu chủ trì</source>
      <translation>No lead</translation>
    </message>
    <message>
      <source>Thời hạn</source>
      <translation>Deadline</translation>
    </message>
    <message>
      <source>Vai trò</source>
      <translation>Role</translation>
    </message>
    <message>
      <source>chủ trì</source>
      <translation>leads</translation>
    </message>
    <message>
      <source>hạn quý này</source>
      <translation>due this quarter</translation>
    </message>
    <message>
      <source>hạn tháng này</source>
      <translation>due this month</translation>
    </message>
    <message>
      <source>hạn tuần này</source>
      <translation>due this week</translation>
    </message>
    <message>
      <source>không có hạn</source>
      <translation>no deadline</translation>
    </message>
    <message>
      <source>nghi ngờ</source>
      <translation>doubtful</translation>
    </message>
    <message>
      <source>phối hợp</source>
      <translation>takes part</translation>
    </message>
    <message>
      <source>quá hạn</source>
      <translation>overdue</translation>
    </message>
    <message>
      <source>thiếu chủ trì</source>
      <translation>no lead</translation>
    </message>
    <message>
      <source>{0} cơ quan</source>
      <translation>{0} agencies</translation>
    </message>
  </context>
  <context>
    <name>FollowBar</name>
    <message>
      <source>Cơ quan chủ trì</source>
      <translation>Lead agency</translation>
    </message>
    <message>
      <source>Không hạn</source>
      <translation>No deadline</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>Lọc nội dung</source>
      <translation>Filter text</translation>
    </message>
    <message>
      <source>Lọc nội dung nhiệm vụ</source>
      <translation>Filter by the task's text</translation>
    </message>
    <message>
      <source>Mọi cơ quan</source>
      <translation>All agencies</translation>
    </message>
    <message>
      <source>Mọi kế hoạch</source>
      <translation>All plans</translation>
    </message>
    <message>
      <source>Quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Quý này</source>
      <translation>This quarter</translation>
    </message>
    <message>
      <source>Sắp tới</source>
      <translation>Ahead</translation>
    </message>
    <message>
      <source>Theo dõi</source>
      <translation>Follow-up</translation>
    </message>
    <message>
      <source>Tháng này</source>
      <translation>This month</translation>
    </message>
    <message>
      <source>Tuần này</source>
      <translation>This week</translation>
    </message>
    <message>
      <source>Tạm dừng</source>
      <translation>Paused</translation>
    </message>
    <message>
      <source>Đã xong</source>
      <translation>Done</translation>
    </message>
  </context>
  <context>
    <name>FollowModel</name>
    <message>
      <source>CT: {}</source>
      <translation>CT: {}</translation>
    </message>
    <message>
      <source>PH: {}</source>
      <translation>PH: {}</translation>
    </message>
    <message>
      <source>Xong trễ {} ngày</source>
      <translation>Done {} days late</translation>
    </message>
    <message>
      <source>Xong đúng hạn</source>
      <translation>Done in time</translation>
    </message>
    <message>
      <source>Đã xong</source>
      <translation>Done</translation>
    </message>
  </context>
  <context>
    <name>FollowPage</name>
    <message>
      <source>&amp;Chép</source>
      <translation>&amp;Copy</translation>
    </message>
    <message>
      <source>&amp;Xuất danh sách…</source>
      <translation>&amp;Export list…</translation>
    </message>
    <message>
      <source>Chưa ghi việc nào hoàn thành</source>
      <translation>Nothing has been recorded as done</translation>
    </message>
    <message>
      <source>Chưa xong, mở lại</source>
      <translation>Not done, reopen</translation>
    </message>
    <message>
      <source>Chọn nhiệm vụ trong một danh sách khác rồi bấm “Đã xong hôm nay” (phím cách).</source>
      <translation>Choose tasks on another list and press “Done today” (space).</translation>
    </message>
    <message>
      <source>Cơ quan chủ trì</source>
      <translation>Lead agency</translation>
    </message>
    <message>
      <source>Cơ quan phối hợp</source>
      <translation>Cooperating agencies</translation>
    </message>
    <message>
      <source>Danh sách này lấy từ mọi kế hoạch đã nhập.</source>
      <translation>This list is taken from all imported plans.</translation>
    </message>
    <message>
      <source>Ghi danh sách đang hiện ra Excel, PDF hoặc Word để gửi hay in</source>
      <translation>Write the list shown to Excel, PDF or Word, to send or print</translation>
    </message>
    <message>
      <source>Hãy xoá bớt chữ lọc, hoặc chọn mọi cơ quan, mọi kế hoạch.</source>
      <translation>Type less into the filter, or choose all agencies and all plans.</translation>
    </message>
    <message>
      <source>Hạn</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Không có nhiệm vụ nào</source>
      <translation>No tasks</translation>
    </message>
    <message>
      <source>Không có nhiệm vụ nào khớp</source>
      <translation>No task matches</translation>
    </message>
    <message>
      <source>Không có việc quá hạn</source>
      <translation>Nothing is overdue</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>Mọi nhiệm vụ có ngày đều còn trong hạn hoặc đã xong.</source>
      <translation>Every task with a day is in time or done.</translation>
    </message>
    <message>
      <source>Mở tệp</source>
      <translation>Open the file</translation>
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>Nhiệm vụ cần theo dõi</source>
      <translation>Tasks to follow up</translation>
    </message>
    <message>
      <source>Theo dõi</source>
      <translation>Follow-up</translation>
    </message>
    <message>
      <source>Tiếp tục</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Tạm &amp;dừng, hoặc tiếp tục</source>
      <translation>&amp;Pause, or go on</translation>
    </message>
    <message>
      <source>Tạm dừng</source>
      <translation>Paused</translation>
    </message>
    <message>
      <source>Tới nhiệm &amp;vụ</source>
      <translation>Go to the &amp;task</translation>
    </message>
    <message>
      <source>Tới nhiệm vụ</source>
      <translation>Go to the task</translation>
    </message>
    <message>
      <source>Việc: {}</source>
      <translation>Tasks: {}</translation>
    </message>
    <message>
      <source>Xem danh sách</source>
      <translation>Show list</translation>
    </message>
    <message>
      <source>Xong &amp;ngày khác…</source>
      <translation>Done on another &amp;day…</translation>
    </message>
    <message>
      <source>Xong ngày khác…</source>
      <translation>Done on another day…</translation>
    </message>
    <message>
      <source>Xuất danh sách</source>
      <translation>Export list</translation>
    </message>
    <message>
      <source>Xuất danh sách…</source>
      <translation>Export list…</translation>
    </message>
    <message>
      <source>chọn {}</source>
      <translation>{} chosen</translation>
    </message>
    <message>
      <source>{} nhiệm vụ</source>
      <translation>{} tasks</translation>
    </message>
    <message>
      <source>Đã &amp;xong hôm nay, hoặc mở lại</source>
      <translation>Done &amp;today, or reopen</translation>
    </message>
    <message>
      <source>Đã chép {} nhiệm vụ</source>
      <translation>Copied {} tasks</translation>
    </message>
    <message>
      <source>Đã ghi {}</source>
      <translation>Written: {}</translation>
    </message>
    <message>
      <source>Đã xong hôm nay</source>
      <translation>Done today</translation>
    </message>
  </context>
  <context>
    <name>FollowRow</name>
    <message>
      <source>CT: {}</source>
      <translation>CT: {}</translation>
    </message>
    <message>
      <source>PH: {}</source>
      <translation>PH: {}</translation>
    </message>
  </context>
  <context>
    <name>FrozenDelegate</name>
    <message>
      <source>Sửa: {0}</source>
      <translation>Edit: {0}</translation>
    </message>
    <message>
      <source>trước 30/6/2025, quý III…</source>
      <translation>before 30/6/2025, quý III…</translation>
    </message>
  </context>
  <context>
    <name>FrozenHeader</name>
    <message>
      <source>Số việc chủ trì</source>
      <translation>Tasks led</translation>
    </message>
    <message>
      <source>Số việc phối hợp</source>
      <translation>Tasks with a part</translation>
    </message>
  </context>
  <context>
    <name>FrozenView</name>
    <message>
      <source>Thiếu CT</source>
      <translation>No lead</translation>
    </message>
  </context>
  <context>
    <name>GiveDialog</name>
    <message>
      <source>Chọn kế hoạch để bàn giao</source>
      <translation>Choose the plans to hand over</translation>
    </message>
    <message>
      <source>Ghi gói bàn giao</source>
      <translation>Write a hand-over package</translation>
    </message>
    <message>
      <source>Ghi gói…</source>
      <translation>Write the package…</translation>
    </message>
    <message>
      <source>Gói bàn giao</source>
      <translation>Hand-over package</translation>
    </message>
    <message>
      <source>Gói là một tệp, chép vào USB hoặc gửi thư: kế hoạch, tệp gốc, lịch sử và danh bạ liên quan. Người nhận mở bằng “Nhận gói bàn giao”.</source>
      <translation>The package is one file for a USB stick or an e-mail: plans, original files, history and directory. It is opened with “Take a hand-over package”.</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>Số, ký hiệu</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Đang ghi gói…</source>
      <translation>Writing the package…</translation>
    </message>
    <message>
      <source>Đã ghi gói bàn giao: {}</source>
      <translation>The hand-over package is written: {}</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>GroupsNote</name>
    <message>
      <source> và {} nhóm khác</source>
      <translation> and {} other groups</translation>
    </message>
    <message>
      <source>Ghi thành viên của nhóm…</source>
      <translation>Record the group's members…</translation>
    </message>
    <message>
      <source>Việc giao cho {} chưa vào phiếu của từng cơ quan vì nhóm chưa ghi thành viên.</source>
      <translation>Work given to {} is on no agency's checklist yet: no members of the group are recorded.</translation>
    </message>
    <message>
      <source>Việc giao chung cho {} chỉ có trên phiếu của nhóm.</source>
      <translation>Work given to {} in general is on the group's own checklist only.</translation>
    </message>
    <message>
      <source>“{}” ({} việc)</source>
      <translation>“{}” ({} tasks)</translation>
    </message>
  </context>
  <context>
    <name>HistoryDialog</name>
    <message>
      <source> (đã hoàn tác)</source>
      <translation> (undone)</translation>
    </message>
    <message>
      <source> (ở máy khác)</source>
      <translation> (on another computer)</translation>
    </message>
    <message>
      <source>Ai</source>
      <translation>Who</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Khôi phục</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>Khôi phục về lúc này…</source>
      <translation>Restore to this moment…</translation>
    </message>
    <message>
      <source>Không có gì để khôi phục: hiện tại giống hệt lúc đó.</source>
      <translation>Nothing to restore: it is the same as it was then.</translation>
    </message>
    <message>
      <source>Kế hoạch đang mở</source>
      <translation>The open plan</translation>
    </message>
    <message>
      <source>Kế hoạch được nhập: {} mục.</source>
      <translation>The plan was imported: {} items.</translation>
    </message>
    <message>
      <source>Lúc</source>
      <translation>When</translation>
    </message>
    <message>
      <source>Lịch sử</source>
      <translation>History</translation>
    </message>
    <message>
      <source>Lịch sử của</source>
      <translation>History of</translation>
    </message>
    <message>
      <source>Mọi kế hoạch và danh bạ</source>
      <translation>All plans and the directory</translation>
    </message>
    <message>
      <source>Mọi thay đổi đều được ghi lại: ai, lúc nào, trước và sau</source>
      <translation>Every change is written down: who, when, before and after</translation>
    </message>
    <message>
      <source>Nhiệm vụ đang chọn</source>
      <translation>The chosen task</translation>
    </message>
    <message>
      <source>Việc đã làm</source>
      <translation>What was done</translation>
    </message>
    <message>
      <source>kế hoạch</source>
      <translation>plan</translation>
    </message>
    <message>
      <source>nhiệm vụ</source>
      <translation>task</translation>
    </message>
    <message>
      <source>{} bước</source>
      <translation>{} steps</translation>
    </message>
    <message>
      <source>{} bước gần nhất</source>
      <translation>the last {} steps</translation>
    </message>
    <message>
      <source>{} mục sẽ đổi. Có thể hoàn tác bằng Ctrl+Z.</source>
      <translation>{} items will change. Can be undone with Ctrl+Z.</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Đưa kế hoạch (hoặc nhiệm vụ) về đúng như sau bước được chọn; có thể hoàn tác</source>
      <translation>Bring the plan (or the task) back to what it was after the chosen step; can be undone</translation>
    </message>
    <message>
      <source>Đưa {} về lúc {}?</source>
      <translation>Bring {} back to {}?</translation>
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
    <message>
      <source>Có {} tệp không nhập được, xem lý do bên dưới.</source>
      <translation>{} files could not be imported; the reasons stand below.</translation>
    </message>
    <message>
      <source>Không có gì mới</source>
      <translation>Nothing new</translation>
    </message>
    <message>
      <source>Không có kế hoạch nào được nhập</source>
      <translation>No plan was imported</translation>
    </message>
    <message>
      <source>Kết quả nhập</source>
      <translation>What was imported</translation>
    </message>
    <message>
      <source>Mở kế hoạch</source>
      <translation>Open the plan</translation>
    </message>
    <message>
      <source>Rà soát ngay</source>
      <translation>Review now</translation>
    </message>
    <message>
      <source>Từng tệp</source>
      <translation>File by file</translation>
    </message>
    <message>
      <source>Việc tiếp theo: rà soát những chỗ cần xem rồi chấp nhận. Để sau cũng được, kế hoạch đã nằm trong danh sách.</source>
      <translation>Next: review the places that need a look, then accept. It can wait: the plan is in the list already.</translation>
    </message>
    <message>
      <source>Đã hiểu</source>
      <translation>Got it</translation>
    </message>
    <message>
      <source>Đã nhập {} kế hoạch</source>
      <translation>{} plans imported</translation>
    </message>
    <message>
      <source>Để sau</source>
      <translation>Later</translation>
    </message>
  </context>
  <context>
    <name>Importer</name>
    <message>
      <source>Bỏ qua</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Chưa đọc tệp này, vì đã dừng trước khi tới lượt.</source>
      <translation>Not read: the import was stopped before its turn.</translation>
    </message>
    <message>
      <source>Kế hoạch “{title}” nhập ngày {day} có đúng nội dung này. Nhập lại sẽ thêm một bản nữa, bản cũ vẫn giữ nguyên.</source>
      <translation>The plan “{title}”, imported on {day}, has exactly this content. Importing it again adds another copy; the old one stays.</translation>
    </message>
    <message>
      <source>Mở bản đã có</source>
      <translation>Open the one that is there</translation>
    </message>
    <message>
      <source>Nhập lại thành bản mới</source>
      <translation>Import again as a new copy</translation>
    </message>
    <message>
      <source>Tệp “{}” đã được nhập trước đây.</source>
      <translation>The file “{}” was imported before.</translation>
    </message>
    <message>
      <source>Văn bản dán</source>
      <translation>Pasted text</translation>
    </message>
    <message>
      <source>Đang mở “{}”…</source>
      <translation>Opening “{}”…</translation>
    </message>
    <message>
      <source>Đang đọc văn bản dán…</source>
      <translation>Reading the pasted text…</translation>
    </message>
    <message>
      <source>Đã dừng, không nhập gì từ tệp này.</source>
      <translation>Stopped; nothing was imported from this file.</translation>
    </message>
  </context>
  <context>
    <name>LetterSwitch</name>
    <message>
      <source>Có thể hoàn tác bằng Ctrl+Z.</source>
      <translation>Ctrl+Z takes it back.</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Tệp gốc của kế hoạch này không có trong cơ sở dữ liệu nên không đọc lại được.</source>
      <translation>The original file of this plan is not in the database, so it cannot be read again.</translation>
    </message>
    <message>
      <source>Đọc lại</source>
      <translation>Read again</translation>
    </message>
    <message>
      <source>Đọc lại tệp sẽ thay những gì đã sửa trong kế hoạch này. Vẫn đọc lại?</source>
      <translation>Reading the file again replaces what was changed in this plan. Read it again?</translation>
    </message>
  </context>
  <context>
    <name>LoadChart</name>
    <message>
      <source>Biểu đồ khối lượng việc của các cơ quan</source>
      <translation>Chart of the agencies' load</translation>
    </message>
    <message>
      <source>Khối lượng việc</source>
      <translation>Load</translation>
    </message>
    <message>
      <source>chủ trì</source>
      <translation>leads</translation>
    </message>
    <message>
      <source>nhiều nhất {0} việc</source>
      <translation>at most {0} tasks</translation>
    </message>
    <message>
      <source>phối hợp</source>
      <translation>takes part</translation>
    </message>
    <message>
      <source>{0}: {1} chủ trì, {2} phối hợp</source>
      <translation>{0}: {1} led, {2} with a part</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Chưa mở kế hoạch nào</source>
      <translation>No plan is open</translation>
    </message>
    <message>
      <source>Chọn kế hoạch</source>
      <translation>Choose a plan</translation>
    </message>
    <message>
      <source>Chờ tiếp</source>
      <translation>Go on waiting</translation>
    </message>
    <message>
      <source>Cơ quan</source>
      <translation>Agencies</translation>
    </message>
    <message>
      <source>Dừng và đóng</source>
      <translation>Stop and close</translation>
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Hãy chọn một kế hoạch trong danh sách, hoặc nhập một kế hoạch mới.</source>
      <translation>Choose a plan from the list, or import a new one.</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Plans</translation>
    </message>
    <message>
      <source>Ma trận</source>
      <translation>Matrix</translation>
    </message>
    <message>
      <source>Nhập kế hoạch…</source>
      <translation>Import a plan…</translation>
    </message>
    <message>
      <source>Phân công</source>
      <translation>Phân công</translation>
    </message>
    <message>
      <source>Phân công (chỉ xem)</source>
      <translation>Phân công (read only)</translation>
    </message>
    <message>
      <source>Rà soát</source>
      <translation>Review</translation>
    </message>
    <message>
      <source>Theo dõi</source>
      <translation>Follow-up</translation>
    </message>
    <message>
      <source>Thả vào đây để nhập kế hoạch</source>
      <translation>Drop here to import plans</translation>
    </message>
    <message>
      <source>Tìm kiếm</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>Xuất, in</source>
      <translation>Export, print</translation>
    </message>
    <message>
      <source>còn {} chỗ cần xem</source>
      <translation>{} places to look at</translation>
    </message>
    <message>
      <source>{}: hãy chờ xong rồi đóng cửa sổ.</source>
      <translation>{}: please wait until it is done before closing the window.</translation>
    </message>
    <message>
      <source>Đang nhập kế hoạch. Dừng lại và đóng cửa sổ?</source>
      <translation>A plan is being imported. Stop and close the window?</translation>
    </message>
    <message>
      <source>Đã lưu {}</source>
      <translation>Saved {}</translation>
    </message>
  </context>
  <context>
    <name>Matrix</name>
    <message>
      <source>&amp;Biểu đồ khối lượng</source>
      <translation>&amp;Chart of the load</translation>
    </message>
    <message>
      <source>&amp;Dán</source>
      <translation>&amp;Paste</translation>
    </message>
    <message>
      <source>&amp;Gộp cơ quan này vào…</source>
      <translation>Mer&amp;ge this agency into…</translation>
    </message>
    <message>
      <source>&amp;Lưu chế độ xem…</source>
      <translation>&amp;Save the view…</translation>
    </message>
    <message>
      <source>&amp;Lọc theo cơ quan này</source>
      <translation>&amp;Filter by this agency</translation>
    </message>
    <message>
      <source>&amp;Mở chế độ xem…</source>
      <translation>Op&amp;en a view…</translation>
    </message>
    <message>
      <source>&amp;Xoay bảng (cơ quan × nhiệm vụ)</source>
      <translation>Turn the ta&amp;ble (agencies × tasks)</translation>
    </message>
    <message>
      <source>&amp;Xoá ô</source>
      <translation>&amp;Clear the cells</translation>
    </message>
    <message>
      <source>Bản đồ &amp;nhiệt khối lượng</source>
      <translation>&amp;Heat map of the load</translation>
    </message>
    <message>
      <source>Bấm để ghi rõ (qua “{0}”)</source>
      <translation>Click to make it explicit (through “{0}”)</translation>
    </message>
    <message>
      <source>Bỏ mọi &amp;bộ lọc</source>
      <translation>Clear all &amp;filters</translation>
    </message>
    <message>
      <source>Bộ lọc, chế độ xem</source>
      <translation>Filter and views</translation>
    </message>
    <message>
      <source>CT · PH</source>
      <translation>CT · PH</translation>
    </message>
    <message>
      <source>Ch&amp;uyển xuống</source>
      <translation>Move d&amp;own</translation>
    </message>
    <message>
      <source>Chuyển &amp;lên</source>
      <translation>Move &amp;up</translation>
    </message>
    <message>
      <source>Chuyển cột sang phải</source>
      <translation>Move the column right</translation>
    </message>
    <message>
      <source>Chuyển cột sang trái</source>
      <translation>Move the column left</translation>
    </message>
    <message>
      <source>Ché&amp;p kèm tiêu đề</source>
      <translation>Cop&amp;y with headings</translation>
    </message>
    <message>
      <source>Chép phần đang chọn với STT, nhiệm vụ, thời hạn và tên cơ quan để dán vào Excel, Word</source>
      <translation>Copy the selection with numbers, tasks, deadlines and agency names, to paste into Excel or Word</translation>
    </message>
    <message>
      <source>Chưa có cơ quan chủ trì</source>
      <translation>No lead agency yet</translation>
    </message>
    <message>
      <source>Chưa có cơ quan chủ trì. </source>
      <translation>No lead agency yet. </translation>
    </message>
    <message>
      <source>Chỉ cơ quan có &amp;việc</source>
      <translation>Only agencies with &amp;work</translation>
    </message>
    <message>
      <source>Chọn cơ quan chủ trì mới cho nhiệm vụ; cơ quan cũ rời nhiệm vụ</source>
      <translation>Choose the new lead of the task; the former one leaves it</translation>
    </message>
    <message>
      <source>Cơ quan</source>
      <translation>Agencies</translation>
    </message>
    <message>
      <source>Cơ quan theo &amp;khối lượng việc</source>
      <translation>Agencies by lo&amp;ad</translation>
    </message>
    <message>
      <source>Cơ quan theo &amp;tên (A, Ă, Â, B…)</source>
      <translation>Agencies by &amp;name (A, Ă, Â, B…)</translation>
    </message>
    <message>
      <source>Cơ quan theo thứ tự &amp;riêng</source>
      <translation>Agencies in my &amp;own order</translation>
    </message>
    <message>
      <source>Cỡ 1&amp;00 %</source>
      <translation>Size 1&amp;00 %</translation>
    </message>
    <message>
      <source>Cỡ chữ</source>
      <translation>Size of letters</translation>
    </message>
    <message>
      <source>Dán CT, PH hoặc x từ Excel</source>
      <translation>Paste CT, PH or x from Excel</translation>
    </message>
    <message>
      <source>Ghi &amp;chủ trì (CT)</source>
      <translation>Make it &amp;lead (CT)</translation>
    </message>
    <message>
      <source>Ghi &amp;phối hợp (PH)</source>
      <translation>Make it &amp;cooperating (PH)</translation>
    </message>
    <message>
      <source>Ghi &amp;rõ việc của nhóm cho từng cơ quan</source>
      <translation>Write the group's &amp;work out for each agency</translation>
    </message>
    <message>
      <source>Ghi vai trò của nhóm cho chính các cơ quan được chọn</source>
      <translation>Write the group's role down for the chosen agencies themselves</translation>
    </message>
    <message>
      <source>Gập mọi mục</source>
      <translation>Fold all sections</translation>
    </message>
    <message>
      <source>Hai cách viết của một cơ quan thành một cột</source>
      <translation>Two spellings of one agency become one column</translation>
    </message>
    <message>
      <source>Hiển thị</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>Hiện cột &amp;sản phẩm</source>
      <translation>Show the deliverable &amp;column</translation>
    </message>
    <message>
      <source>Hiện phần việc mà cơ quan có qua nhóm (“các sở, ban, ngành”) bằng nét nhạt; bấm đúp vào ô để ghi rõ</source>
      <translation>Show the parts that agencies have through a group (“các sở, ban, ngành”) in light print; double-click a cell to write it out</translation>
    </message>
    <message>
      <source>Hàng &amp;1 dòng</source>
      <translation>Rows of &amp;1 line</translation>
    </message>
    <message>
      <source>Hàng &amp;2 dòng</source>
      <translation>Rows of &amp;2 lines</translation>
    </message>
    <message>
      <source>Hàng &amp;4 dòng</source>
      <translation>Rows of &amp;4 lines</translation>
    </message>
    <message>
      <source>Kế hoạch viết: {0}</source>
      <translation>The plan says: {0}</translation>
    </message>
    <message>
      <source>Ma trận</source>
      <translation>Matrix</translation>
    </message>
    <message>
      <source>Mở mọi mục</source>
      <translation>Unfold all sections</translation>
    </message>
    <message>
      <source>Mục {0}, {1} nhiệm vụ, {2}</source>
      <translation>Section {0}, {1} tasks, {2}</translation>
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>Phóng &amp;to</source>
      <translation>Zoom &amp;in</translation>
    </message>
    <message>
      <source>STT</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>Sản phẩm</source>
      <translation>Deliverable</translation>
    </message>
    <message>
      <source>Sửa &amp;nội dung</source>
      <translation>Edit the &amp;text</translation>
    </message>
    <message>
      <source>Sửa &amp;sản phẩm</source>
      <translation>Edit the deli&amp;verable</translation>
    </message>
    <message>
      <source>Sửa thời &amp;hạn</source>
      <translation>Edit the deadl&amp;ine</translation>
    </message>
    <message>
      <source>T&amp;hêm nhiệm vụ bên dưới</source>
      <translation>&amp;Add a task below</translation>
    </message>
    <message>
      <source>Thu &amp;nhỏ</source>
      <translation>Zoom ou&amp;t</translation>
    </message>
    <message>
      <source>Thời hạn</source>
      <translation>Deadline</translation>
    </message>
    <message>
      <source>Thứ tự cơ quan</source>
      <translation>Order of agencies</translation>
    </message>
    <message>
      <source>Trong danh bạ: {0}</source>
      <translation>In the directory: {0}</translation>
    </message>
    <message>
      <source>Trải nhóm ra các thành &amp;viên</source>
      <translation>Spread groups over their &amp;members</translation>
    </message>
    <message>
      <source>Tô đậm dần theo số việc của cơ quan; ở hàng của mục là số việc trong mục</source>
      <translation>Darker with the number of tasks of the agency; on section rows the tasks in the section</translation>
    </message>
    <message>
      <source>X&amp;oá nhiệm vụ</source>
      <translation>Delete the task</translation>
    </message>
    <message>
      <source>chưa có việc</source>
      <translation>no work yet</translation>
    </message>
    <message>
      <source>chủ trì</source>
      <translation>leads</translation>
    </message>
    <message>
      <source>chủ trì (qua nhóm)</source>
      <translation>leads (through a group)</translation>
    </message>
    <message>
      <source>không tham gia</source>
      <translation>no part</translation>
    </message>
    <message>
      <source>phối hợp</source>
      <translation>takes part</translation>
    </message>
    <message>
      <source>phối hợp (qua nhóm)</source>
      <translation>takes part (through a group)</translation>
    </message>
    <message>
      <source>{0} chủ trì, {1} phối hợp</source>
      <translation>{0} leads, {1} take part</translation>
    </message>
    <message>
      <source>Điền &amp;sang phải</source>
      <translation>Fill &amp;right</translation>
    </message>
    <message>
      <source>Điền &amp;xuống</source>
      <translation>Fill dow&amp;n</translation>
    </message>
    <message>
      <source>Điền nhiều ô</source>
      <translation>Fill several cells</translation>
    </message>
    <message>
      <source>Đổi cơ quan chủ &amp;trì…</source>
      <translation>Change the lea&amp;d agency…</translation>
    </message>
    <message>
      <source>đang gập</source>
      <translation>folded</translation>
    </message>
    <message>
      <source>đang mở</source>
      <translation>unfolded</translation>
    </message>
  </context>
  <context>
    <name>MatrixCopy</name>
    <message>
      <source>Cơ quan</source>
      <translation>Agencies</translation>
    </message>
    <message>
      <source>Không dán: “{0}” không phải CT, PH hay x.</source>
      <translation>Not pasted: “{0}” is not CT, PH or x.</translation>
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>STT</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>Thời hạn</source>
      <translation>Deadline</translation>
    </message>
    <message>
      <source>Đã bỏ qua {0} ô không phải CT, PH hay x, ví dụ “{1}”.</source>
      <translation>{0} cells were left out that are not CT, PH or x, for example “{1}”.</translation>
    </message>
    <message>
      <source>Đã chép {0} hàng × {1} cột kèm tiêu đề; dán được vào Excel, Word.</source>
      <translation>{0} rows × {1} columns copied with headings; they can be pasted into Excel or Word.</translation>
    </message>
  </context>
  <context>
    <name>MatrixEdits</name>
    <message>
      <source>Ghi thành viên</source>
      <translation>Write the members down</translation>
    </message>
    <message>
      <source>Gộp</source>
      <translation>Merge</translation>
    </message>
    <message>
      <source>Gộp “{0}” vào “{1}”?</source>
      <translation>Merge “{0}” into “{1}”?</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Nhiệm vụ mới</source>
      <translation>New task</translation>
    </message>
    <message>
      <source>Nhóm này chưa có thành viên; hãy ghi thành viên ở trang Cơ quan.</source>
      <translation>This group has no members yet; write them down on the page of agencies.</translation>
    </message>
    <message>
      <source>Nhóm “{0}” chưa có thành viên. Ghi {1} cơ quan theo danh bạ?</source>
      <translation>The group “{0}” has no members yet. Write down {1} agencies from the directory?</translation>
    </message>
    <message>
      <source>{0} phân công trong mọi kế hoạch chuyển sang “{1}”; “{2}” thành một cách viết khác của nó. Có thể hoàn tác.</source>
      <translation>{0} assignments in all plans go over to “{1}”; “{2}” becomes another spelling of it. Can be undone.</translation>
    </message>
    <message>
      <source>Đang chọn {0} ô; mỗi lần nhiều nhất {1} ô.</source>
      <translation>{0} cells are chosen; at most {1} at a time.</translation>
    </message>
    <message>
      <source>Để sau</source>
      <translation>Later</translation>
    </message>
  </context>
  <context>
    <name>MatrixPage</name>
    <message>
      <source>Cơ quan chủ trì của nhiệm vụ {0}</source>
      <translation>Lead agency of task {0}</translation>
    </message>
    <message>
      <source>lọc: {0}</source>
      <translation>filter: {0}</translation>
    </message>
    <message>
      <source>{0} cơ quan</source>
      <translation>{0} agencies</translation>
    </message>
    <message>
      <source>{0} nhiệm vụ</source>
      <translation>{0} tasks</translation>
    </message>
    <message>
      <source>{0} trong {1} nhiệm vụ</source>
      <translation>{0} of {1} tasks</translation>
    </message>
    <message>
      <source>Đang lập ma trận…</source>
      <translation>Laying out the matrix…</translation>
    </message>
    <message>
      <source>Đã lưu chế độ xem “{0}”</source>
      <translation>The view “{0}” is saved</translation>
    </message>
    <message>
      <source>đang chọn {0} ô</source>
      <translation>{0} cells chosen</translation>
    </message>
    <message>
      <source>đang lọc “{0}”…</source>
      <translation>filtering “{0}”…</translation>
    </message>
  </context>
  <context>
    <name>MatrixPane</name>
    <message>
      <source>Cuộn dọc</source>
      <translation>Scroll up and down</translation>
    </message>
    <message>
      <source>Cuộn ngang</source>
      <translation>Scroll sideways</translation>
    </message>
    <message>
      <source>Ma trận phân công</source>
      <translation>Assignment matrix</translation>
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>Tiêu đề cột nhiệm vụ</source>
      <translation>Heading of the task columns</translation>
    </message>
    <message>
      <source>Tên cơ quan</source>
      <translation>Name of the agency</translation>
    </message>
    <message>
      <source>trước ngày 30/12/2025</source>
      <translation>before 30/12/2025, text</translation>
    </message>
    <message>
      <source>{0} chưa có cơ quan chủ trì</source>
      <translation>{0} without a lead agency</translation>
    </message>
    <message>
      <source>{0} nhiệm vụ</source>
      <translation>{0} tasks</translation>
    </message>
  </context>
  <context>
    <name>MergeDialog</name>
    <message>
      <source>Các cơ quan</source>
      <translation>Agencies</translation>
    </message>
    <message>
      <source>Gõ tên hoặc viết tắt, không cần dấu</source>
      <translation>Type a name or abbreviation, marks are not needed</translation>
    </message>
    <message>
      <source>Gộp</source>
      <translation>Merge</translation>
    </message>
    <message>
      <source>Gộp cơ quan</source>
      <translation>Merge agencies</translation>
    </message>
    <message>
      <source>Gộp “{}” vào cơ quan nào?</source>
      <translation>Into which agency does “{}” go?</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Không có cơ quan nào như vậy.</source>
      <translation>There is no such agency.</translation>
    </message>
    <message>
      <source>Tìm cơ quan</source>
      <translation>Find an agency</translation>
    </message>
    <message>
      <source>Việc của nó chuyển sang cơ quan được chọn; tên của nó thành một cách viết khác. Có thể hoàn tác.</source>
      <translation>Its work goes over to the chosen agency; its name becomes another spelling of it. Can be undone.</translation>
    </message>
  </context>
  <context>
    <name>Opener</name>
    <message>
      <source>Đang mở kế hoạch…</source>
      <translation>Opening the plan…</translation>
    </message>
  </context>
  <context>
    <name>PdfView</name>
    <message>
      <source>Các trang sẽ in</source>
      <translation>Pages to print</translation>
    </message>
  </context>
  <context>
    <name>PersonDialog</name>
    <message>
      <source>Ghi nhớ</source>
      <translation>Remember</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Tên chỉ lưu trên máy này và đi kèm gói bàn giao, để đồng nghiệp biết ai đã sửa.</source>
      <translation>The name is kept on this computer and goes with hand-over packages, so that colleagues know who changed what.</translation>
    </message>
    <message>
      <source>Tên của bạn</source>
      <translation>Your name</translation>
    </message>
    <message>
      <source>Tên nào được ghi bên mỗi thay đổi?</source>
      <translation>Which name is written beside each change?</translation>
    </message>
    <message>
      <source>Ví dụ: Nguyễn Thị Lan</source>
      <translation>For example: Nguyễn Thị Lan</translation>
    </message>
  </context>
  <context>
    <name>PickedAgencies</name>
    <message>
      <source>Bỏ {} (Delete)</source>
      <translation>Take {} off (Delete)</translation>
    </message>
    <message>
      <source>Ghi các cơ quan đã chọn</source>
      <translation>Write the chosen agencies</translation>
    </message>
    <message>
      <source>Ghi {} cơ quan</source>
      <translation>Write {} agencies</translation>
    </message>
    <message>
      <source>{} chủ trì</source>
      <translation>{} leads</translation>
    </message>
    <message>
      <source>{} phối hợp</source>
      <translation>{} cooperates</translation>
    </message>
    <message>
      <source>Đã chọn {}; bấm để bỏ</source>
      <translation>Chosen: {}; click to take off</translation>
    </message>
  </context>
  <context>
    <name>PlanDocument</name>
    <message>
      <source>Chú thích {mark} (sau “{words}”): {text}</source>
      <translation>Note {mark} (after “{words}”): {text}</translation>
    </message>
    <message>
      <source>Chú thích {mark}: {text}</source>
      <translation>Note {mark}: {text}</translation>
    </message>
  </context>
  <context>
    <name>PlanInfoDialog</name>
    <message>
      <source>Cơ quan ban hành</source>
      <translation>Issued by</translation>
    </message>
    <message>
      <source>Ghi chú</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Lưu</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Ngày ban hành</source>
      <translation>Date of issue</translation>
    </message>
    <message>
      <source>Người ký</source>
      <translation>Signed by</translation>
    </message>
    <message>
      <source>Số, ký hiệu</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Thông tin kế hoạch</source>
      <translation>About the plan</translation>
    </message>
    <message>
      <source>Trích yếu</source>
      <translation>Abstract</translation>
    </message>
  </context>
  <context>
    <name>PlansPage</name>
    <message>
      <source>&amp;Mở kế hoạch đang chọn</source>
      <translation>&amp;Open the chosen plan</translation>
    </message>
    <message>
      <source>&amp;Xoá kế hoạch</source>
      <translation>&amp;Delete the plan</translation>
    </message>
    <message>
      <source>1. Nhập kế hoạch   →   2. Rà soát chỗ nghi ngờ   →   3. Ma trận phân công   →   4. Xuất, in</source>
      <translation>1. Import a plan   →   2. Review what is doubtful   →   3. Assignment matrix   →   4. Export, print</translation>
    </message>
    <message>
      <source>Chưa có kế hoạch nào</source>
      <translation>There is no plan yet</translation>
    </message>
    <message>
      <source>Cần theo dõi: </source>
      <translation>To follow up: </translation>
    </message>
    <message>
      <source>Danh sách kế hoạch</source>
      <translation>List of plans</translation>
    </message>
    <message>
      <source>Dán văn bản</source>
      <translation>Paste text</translation>
    </message>
    <message>
      <source>Giữ lại</source>
      <translation>Keep it</translation>
    </message>
    <message>
      <source>Không có kế hoạch nào khớp với chữ đang gõ.</source>
      <translation>No plan fits what is typed.</translation>
    </message>
    <message>
      <source>Kéo một hay nhiều tệp kế hoạch (Word, PDF, văn bản) thả vào đây, hoặc bấm nút bên dưới. Chưa có sẵn tệp nào? Hãy xem thử kế hoạch mẫu.</source>
      <translation>Drag one or more plan files (Word, PDF, text) here, or press a button below. No file at hand? Have a look at the sample plan.</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Plans</translation>
    </message>
    <message>
      <source>Lọc kế hoạch</source>
      <translation>Filter plans</translation>
    </message>
    <message>
      <source>Mở ma t&amp;rận</source>
      <translation>Open its &amp;matrix</translation>
    </message>
    <message>
      <source>Nhập kế hoạch…</source>
      <translation>Import a plan…</translation>
    </message>
    <message>
      <source>Theo dõi chung</source>
      <translation>Follow-up at a glance</translation>
    </message>
    <message>
      <source>Theo tên, số, cơ quan ban hành; có dấu hay không dấu</source>
      <translation>By title, number or issuer; with or without marks</translation>
    </message>
    <message>
      <source>Thông tin &amp;kế hoạch…</source>
      <translation>&amp;About the plan…</translation>
    </message>
    <message>
      <source>Tệp</source>
      <translation>File</translation>
    </message>
    <message>
      <source>Xem kế hoạch mẫu</source>
      <translation>Show the sample plan</translation>
    </message>
    <message>
      <source>Xem và ghi kết quả</source>
      <translation>See and record results</translation>
    </message>
    <message>
      <source>Xoá</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>Xoá “{}”?</source>
      <translation>Delete “{}”?</translation>
    </message>
    <message>
      <source>{shown} / {total} kế hoạch</source>
      <translation>{shown} / {total} plans</translation>
    </message>
    <message>
      <source>{} kế hoạch</source>
      <translation>{} plans</translation>
    </message>
    <message>
      <source>{} nhiệm vụ quá hạn</source>
      <translation>{} tasks overdue</translation>
    </message>
    <message>
      <source>{} nhiệm vụ và phần rà soát của kế hoạch này sẽ bị xoá. Có thể hoàn tác.</source>
      <translation>{} tasks and the review of this plan will be deleted. Can be undone.</translation>
    </message>
    <message>
      <source>{} nhiệm vụ đến hạn trong tuần này</source>
      <translation>{} tasks due this week</translation>
    </message>
  </context>
  <context>
    <name>PreviewBar</name>
    <message>
      <source>Dừng</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Dừng dựng trang xem trước</source>
      <translation>Stop making the preview</translation>
    </message>
    <message>
      <source>Dựng lại</source>
      <translation>Make again</translation>
    </message>
    <message>
      <source>Dựng lại các trang xem trước</source>
      <translation>Make the previewed pages again</translation>
    </message>
    <message>
      <source>Phóng to</source>
      <translation>Zoom in</translation>
    </message>
    <message>
      <source>Thu nhỏ</source>
      <translation>Zoom out</translation>
    </message>
    <message>
      <source>Tiến độ dựng trang</source>
      <translation>Progress of the preview</translation>
    </message>
    <message>
      <source>Trang sau</source>
      <translation>Next page</translation>
    </message>
    <message>
      <source>Trang trước</source>
      <translation>Previous page</translation>
    </message>
    <message>
      <source>Vừa bề ngang</source>
      <translation>Fit the width</translation>
    </message>
    <message>
      <source>Đang dựng trang…</source>
      <translation>Making the pages…</translation>
    </message>
    <message>
      <source>Đến phiếu của</source>
      <translation>Go to the checklist of</translation>
    </message>
  </context>
  <context>
    <name>PreviewPane</name>
    <message>
      <source>Chưa dựng được các trang.</source>
      <translation>The pages could not be made.</translation>
    </message>
    <message>
      <source>Trang {} / {}   {} %</source>
      <translation>Page {} / {}   {} %</translation>
    </message>
    <message>
      <source>Vẫn xuất ra tệp được. Bấm “Dựng lại” để xem các trang sẽ in.</source>
      <translation>You can still export to a file. Press “Make again” to see the pages to be printed.</translation>
    </message>
    <message>
      <source>Đang dựng các trang sẽ in…</source>
      <translation>Making the pages that will be printed…</translation>
    </message>
    <message>
      <source>Đã dừng dựng trang</source>
      <translation>Preview stopped</translation>
    </message>
  </context>
  <context>
    <name>QueueBar</name>
    <message>
      <source> (hỏi một lần cho {n} chỗ giống nhau)</source>
      <translation> (asked once for {n} places alike)</translation>
    </message>
    <message>
      <source>Bôi đen câu giao việc trong văn bản rồi bấm T để thêm thành nhiệm vụ.</source>
      <translation>Select a sentence that assigns work in the text and press T to add it as a task.</translation>
    </message>
    <message>
      <source>Chưa có nhiệm vụ nào</source>
      <translation>There is no task yet</translation>
    </message>
    <message>
      <source>Chấp nhận</source>
      <translation>Accept</translation>
    </message>
    <message>
      <source>Chấp nhận kế hoạch</source>
      <translation>Accept the plan</translation>
    </message>
    <message>
      <source>Chỗ cần xem tiếp theo</source>
      <translation>Next place to look at</translation>
    </message>
    <message>
      <source>Chỗ cần xem trước</source>
      <translation>Previous place to look at</translation>
    </message>
    <message>
      <source>Còn {n} chỗ cần xem</source>
      <translation>{n} places to look at</translation>
    </message>
    <message>
      <source>Cơ quan khác chủ trì…</source>
      <translation>Another agency leads…</translation>
    </message>
    <message>
      <source>Cơ quan phối hợp…</source>
      <translation>Agency taking part…</translation>
    </message>
    <message>
      <source>Enter hoặc phím 1</source>
      <translation>Enter or key 1</translation>
    </message>
    <message>
      <source>Giữ nguyên cả {n} chỗ hỏi như vậy</source>
      <translation>Keep all {n} places that ask the same</translation>
    </message>
    <message>
      <source>Giữ nguyên cả {n} chỗ đang chọn</source>
      <translation>Leave all {n} selected places as they are</translation>
    </message>
    <message>
      <source>Không còn chỗ nào cần xem. Chấp nhận xong, kế hoạch sang ma trận phân công.</source>
      <translation>There is nothing more to look at. Once accepted, the plan goes on to the matrix.</translation>
    </message>
    <message>
      <source>Kế hoạch đã được chấp nhận; mọi thay đổi vẫn được ghi ngay.</source>
      <translation>The plan has been accepted; every change is still written at once.</translation>
    </message>
    <message>
      <source>Là cơ quan khác…</source>
      <translation>It is another agency…</translation>
    </message>
    <message>
      <source>Nhiều cơ quan: Enter hay dấu ; sau mỗi tên, rồi Enter lần nữa để ghi</source>
      <translation>Several agencies: Enter or ; after each name, then Enter once more to write them</translation>
    </message>
    <message>
      <source>Nhiệm vụ {n}: </source>
      <translation>Task {n}: </translation>
    </message>
    <message>
      <source>Nhiệm vụ đang chọn không có gì phải xem.</source>
      <translation>The chosen task has nothing to look at.</translation>
    </message>
    <message>
      <source>Phím {n}; Enter chọn đề xuất đầu</source>
      <translation>Key {n}; Enter takes the first proposal</translation>
    </message>
    <message>
      <source>Rà soát lại</source>
      <translation>Review again</translation>
    </message>
    <message>
      <source>Sang ma trận</source>
      <translation>To the matrix</translation>
    </message>
    <message>
      <source>Thêm cơ quan chủ trì…</source>
      <translation>Add a lead agency…</translation>
    </message>
    <message>
      <source>Thêm cơ quan phối hợp…</source>
      <translation>Add a cooperating agency…</translation>
    </message>
    <message>
      <source>Thêm cơ quan…</source>
      <translation>Another agency…</translation>
    </message>
    <message>
      <source>{n} / {all}</source>
      <translation>{n} / {all}</translation>
    </message>
    <message>
      <source>Đang chọn {n} chỗ cần xem.</source>
      <translation>{n} places selected.</translation>
    </message>
    <message>
      <source>Đã chấp nhận</source>
      <translation>Accepted</translation>
    </message>
    <message>
      <source>Đã xem hết</source>
      <translation>All looked at</translation>
    </message>
    <message>
      <source>Đã xem, giữ nguyên</source>
      <translation>Looked at, keep as it is</translation>
    </message>
    <message>
      <source>Đề xuất {n}: {label}</source>
      <translation>Proposal {n}: {label}</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Các trang</source>
      <translation>Pages</translation>
    </message>
  </context>
  <context>
    <name>ReadingCard</name>
    <message>
      <source>&amp;Giữ nguyên chữ gốc</source>
      <translation>&amp;Keep the file's letters</translation>
    </message>
    <message>
      <source>Không tìm thấy nhiệm vụ nào. Khi rà soát, hãy bôi đen câu giao việc trong văn bản để thêm.</source>
      <translation>No task was found. In the review, select the sentence that gives work to add it.</translation>
    </message>
    <message>
      <source>Tệp “{}” đã được nhập trước đây, không đổi gì.</source>
      <translation>The file “{}” was imported before; nothing has changed.</translation>
    </message>
    <message>
      <source>Ví dụ: “{before}” → “{after}”</source>
      <translation>Example: “{before}” → “{after}”</translation>
    </message>
    <message>
      <source>không có chỗ nào phải xem lại</source>
      <translation>nothing to look at again</translation>
    </message>
    <message>
      <source>{} chú thích để riêng</source>
      <translation>{} notes set apart</translation>
    </message>
    <message>
      <source>{} chỗ cần xem</source>
      <translation>{} to look at</translation>
    </message>
    <message>
      <source>{} có cơ quan chủ trì</source>
      <translation>{} with a lead agency</translation>
    </message>
    <message>
      <source>{} có thời hạn</source>
      <translation>{} with a deadline</translation>
    </message>
    <message>
      <source>{} nhiệm vụ</source>
      <translation>{} tasks</translation>
    </message>
    <message>
      <source>{} trang</source>
      <translation>{} pages</translation>
    </message>
    <message>
      <source>Đang đọc lại…</source>
      <translation>Reading again…</translation>
    </message>
    <message>
      <source>Đọc lại tệp gốc; có thể hoàn tác bằng Ctrl+Z</source>
      <translation>Reads the original file again; Ctrl+Z takes it back</translation>
    </message>
    <message>
      <source>Đổi &amp;lại sang Unicode</source>
      <translation>&amp;Turn to Unicode again</translation>
    </message>
  </context>
  <context>
    <name>ReadingDialog</name>
    <message>
      <source>Tệp gốc đã đọc thế nào</source>
      <translation>How the original was read</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>ReviewAnswers</name>
    <message>
      <source>Câu còn nêu: {}. Thêm vào hay ghi như đã chọn?</source>
      <translation>The sentence also names: {}. Add them, or write what was chosen?</translation>
    </message>
    <message>
      <source>Ghi như đã chọn</source>
      <translation>Write what was chosen</translation>
    </message>
    <message>
      <source>Thêm {} chủ trì</source>
      <translation>Add {} as lead</translation>
    </message>
    <message>
      <source>Thêm {} phối hợp</source>
      <translation>Add {} taking part</translation>
    </message>
  </context>
  <context>
    <name>ReviewEdits</name>
    <message>
      <source>Bôi đen chữ trong văn bản trước (chuột, hoặc Shift + phím mũi tên), rồi bấm phím này.</source>
      <translation>Select words in the text first (mouse, or Shift + arrow keys), then press this key.</translation>
    </message>
    <message>
      <source>Danh bạ chưa có “{}”.</source>
      <translation>The directory does not have “{}” yet.</translation>
    </message>
    <message>
      <source>Gộp với nhiệm vụ sau</source>
      <translation>Merge with the next task</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Không phải nhiệm vụ</source>
      <translation>Not a task</translation>
    </message>
    <message>
      <source>Sao chép</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>Thêm là cơ quan mới</source>
      <translation>Add as a new agency</translation>
    </message>
    <message>
      <source>Thêm thành cơ quan chủ trì</source>
      <translation>Add as a lead agency</translation>
    </message>
    <message>
      <source>Thêm thành cơ quan phối hợp</source>
      <translation>Add as a cooperating agency</translation>
    </message>
    <message>
      <source>Thêm thành nhiệm vụ</source>
      <translation>Add as a task</translation>
    </message>
    <message>
      <source>Thêm thành thời hạn</source>
      <translation>Add as a deadline</translation>
    </message>
    <message>
      <source>Tách nhiệm vụ tại đây</source>
      <translation>Split the task here</translation>
    </message>
    <message>
      <source>Đoạn này đã là nhiệm vụ {}.</source>
      <translation>This passage is task {} already.</translation>
    </message>
    <message>
      <source>Đây là cơ quan nào?</source>
      <translation>Which agency is this?</translation>
    </message>
    <message>
      <source>Đây là nhiệm vụ cuối, không có nhiệm vụ nào sau nó để gộp.</source>
      <translation>This is the last task; there is none after it to merge with.</translation>
    </message>
    <message>
      <source>Đặt con trỏ vào giữa câu của nhiệm vụ trong văn bản, tại chỗ cần tách, rồi bấm S.</source>
      <translation>Put the cursor into the task's sentence in the text, where it is to be split, then press S.</translation>
    </message>
  </context>
  <context>
    <name>ReviewLists</name>
    <message>
      <source>Chỗ cần xem</source>
      <translation>Places to look at</translation>
    </message>
    <message>
      <source>Cần xem ({n})</source>
      <translation>To look at ({n})</translation>
    </message>
    <message>
      <source>Danh sách</source>
      <translation>List</translation>
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>Nhiệm vụ ({n})</source>
      <translation>Tasks ({n})</translation>
    </message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message>
      <source>&amp;Gộp với nhiệm vụ sau</source>
      <translation>&amp;Merge with the next task</translation>
    </message>
    <message>
      <source>&amp;Không phải nhiệm vụ</source>
      <translation>Not a &amp;task</translation>
    </message>
    <message>
      <source>&amp;Nhận đề xuất đầu</source>
      <translation>Accept the &amp;first proposal</translation>
    </message>
    <message>
      <source>Bôi đen chữ trong văn bản rồi bấm nút</source>
      <translation>Select words in the text, then press a button</translation>
    </message>
    <message>
      <source>Bạn vẫn có thể rà soát lại sau khi chấp nhận.</source>
      <translation>You can still review after accepting.</translation>
    </message>
    <message>
      <source>Bỏ khỏi danh sách: không phải nhiệm vụ</source>
      <translation>Take off the list: it is not a task</translation>
    </message>
    <message>
      <source>Chưa mở kế hoạch nào.
Mở một kế hoạch ở trang Kế hoạch để rà soát.</source>
      <translation>No plan is open.
Open one on the page of plans to review it.</translation>
    </message>
    <message>
      <source>Chấp nhận kế h&amp;oạch</source>
      <translation>&amp;Accept the plan</translation>
    </message>
    <message>
      <source>Chọn trong các &amp;đề xuất (phím 1–9)</source>
      <translation>&amp;Choose among the proposals (keys 1–9)</translation>
    </message>
    <message>
      <source>Chỗ cần xem &amp;tiếp theo</source>
      <translation>&amp;Next place to look at</translation>
    </message>
    <message>
      <source>Chỗ cần xem t&amp;rước</source>
      <translation>&amp;Previous place to look at</translation>
    </message>
    <message>
      <source>Chủ trì</source>
      <translation>Lead</translation>
    </message>
    <message>
      <source>Chữ đã chọn</source>
      <translation>Chosen words</translation>
    </message>
    <message>
      <source>Chữ đã chọn là:</source>
      <translation>The chosen words are:</translation>
    </message>
    <message>
      <source>Chữ đã chọn: thêm thành cơ quan &amp;phối hợp</source>
      <translation>Chosen words: add as a c&amp;ooperating agency</translation>
    </message>
    <message>
      <source>Chữ đã chọn: thêm thành cơ quan chủ trì</source>
      <translation>Chosen words: add as a &amp;lead agency</translation>
    </message>
    <message>
      <source>Chữ đã chọn: thêm thành nhiệm v&amp;ụ</source>
      <translation>Chosen words: add as a tas&amp;k</translation>
    </message>
    <message>
      <source>Chữ đã chọn: thêm thành thời &amp;hạn</source>
      <translation>Chosen words: add as a &amp;deadline</translation>
    </message>
    <message>
      <source>Còn {n} chỗ chưa xem.</source>
      <translation>{n} places have not been looked at.</translation>
    </message>
    <message>
      <source>Giữ nguyên cả những chỗ hỏi như &amp;vậy</source>
      <translation>&amp;Keep all places that ask the same</translation>
    </message>
    <message>
      <source>Gộp</source>
      <translation>Merge</translation>
    </message>
    <message>
      <source>Gộp với nhiệm vụ ngay sau</source>
      <translation>Merge with the next task</translation>
    </message>
    <message>
      <source>Không phải nhiệm vụ</source>
      <translation>Not a task</translation>
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>Phối hợp</source>
      <translation>Cooperating</translation>
    </message>
    <message>
      <source>Rà soát &amp;lại</source>
      <translation>&amp;Review again</translation>
    </message>
    <message>
      <source>So sánh với bản đã nh&amp;ập…</source>
      <translation>Compare with an imported &amp;version…</translation>
    </message>
    <message>
      <source>Thêm chữ đã chọn thành cơ quan chủ trì</source>
      <translation>Add the chosen words as a lead agency</translation>
    </message>
    <message>
      <source>Thêm chữ đã chọn thành cơ quan phối hợp</source>
      <translation>Add the chosen words as a cooperating agency</translation>
    </message>
    <message>
      <source>Thêm chữ đã chọn thành nhiệm vụ</source>
      <translation>Add the chosen words as a task</translation>
    </message>
    <message>
      <source>Thêm chữ đã chọn thành thời hạn</source>
      <translation>Add the chosen words as a deadline</translation>
    </message>
    <message>
      <source>Thời hạn</source>
      <translation>Deadline</translation>
    </message>
    <message>
      <source>Tá&amp;ch tại con trỏ</source>
      <translation>&amp;Split at the cursor</translation>
    </message>
    <message>
      <source>Tách</source>
      <translation>Split</translation>
    </message>
    <message>
      <source>Tách nhiệm vụ tại con trỏ trong văn bản</source>
      <translation>Split the task at the cursor in the text</translation>
    </message>
    <message>
      <source>Vẫn chấp nhận</source>
      <translation>Accept anyway</translation>
    </message>
    <message>
      <source>Xem tiếp</source>
      <translation>Go on looking</translation>
    </message>
    <message>
      <source>{tasks} nhiệm vụ · còn {left} chỗ cần xem</source>
      <translation>{tasks} tasks · {left} to look at</translation>
    </message>
    <message>
      <source>{tasks} nhiệm vụ · đã xem hết</source>
      <translation>{tasks} tasks · all looked at</translation>
    </message>
    <message>
      <source>Đến danh &amp;sách</source>
      <translation>Go to the l&amp;ist</translation>
    </message>
    <message>
      <source>Đến văn &amp;bản gốc</source>
      <translation>Go to the so&amp;urce text</translation>
    </message>
  </context>
  <context>
    <name>SearchPage</name>
    <message>
      <source>&amp;Tới chỗ đã tìm thấy</source>
      <translation>&amp;Go to what was found</translation>
    </message>
    <message>
      <source>CT: {}</source>
      <translation>CT: {}</translation>
    </message>
    <message>
      <source>Chỉ kế hoạch đang mở</source>
      <translation>Only the open plan</translation>
    </message>
    <message>
      <source>Cơ quan</source>
      <translation>Agency</translation>
    </message>
    <message>
      <source>Gõ để tìm</source>
      <translation>Type to search</translation>
    </message>
    <message>
      <source>Hãy gõ ít chữ hơn, hoặc bỏ chọn “Chỉ kế hoạch đang mở”.</source>
      <translation>Type fewer letters, or untick “Only the open plan”.</translation>
    </message>
    <message>
      <source>Không tìm thấy</source>
      <translation>Nothing found</translation>
    </message>
    <message>
      <source>Kế hoạch {}</source>
      <translation>Plan {}</translation>
    </message>
    <message>
      <source>Kết quả tìm</source>
      <translation>What was found</translation>
    </message>
    <message>
      <source>PH: {}</source>
      <translation>PH: {}</translation>
    </message>
    <message>
      <source>Sửa</source>
      <translation>Edit</translation>
    </message>
    <message>
      <source>Tìm kiếm</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>Tìm nhiệm vụ, kế hoạch, cơ quan trong mọi kế hoạch đã nhập. Không cần gõ dấu; từ cuối có thể gõ dở.</source>
      <translation>Finds tasks, plans and agencies in all imported plans. Marks are not needed; the last word may be half typed.</translation>
    </message>
    <message>
      <source>Tìm trong mọi kế hoạch</source>
      <translation>Search all plans</translation>
    </message>
    <message>
      <source>Tìm trong mọi kế hoạch: dau tu, SKHDT, chuyển đổi số…</source>
      <translation>Search all plans: dau tu, SKHDT, chuyển đổi số…</translation>
    </message>
    <message>
      <source>{} kết quả</source>
      <translation>{} hits</translation>
    </message>
    <message>
      <source>{} kết quả đầu</source>
      <translation>the first {} hits</translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>Cỡ chữ</source>
      <translation>Size of letters</translation>
    </message>
    <message>
      <source>Giao diện</source>
      <translation>Appearance</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Lưu</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Lớn</source>
      <translation>Large</translation>
    </message>
    <message>
      <source>Ngôn ngữ</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Ngôn ngữ mới có hiệu lực từ lần mở sau.</source>
      <translation>A new language is used from the next start.</translation>
    </message>
    <message>
      <source>Nhỏ</source>
      <translation>Small</translation>
    </message>
    <message>
      <source>Rất lớn</source>
      <translation>Very large</translation>
    </message>
    <message>
      <source>Sáng</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Theo hệ thống</source>
      <translation>As the system</translation>
    </message>
    <message>
      <source>Tuỳ chọn</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Tối</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>Vừa</source>
      <translation>Medium</translation>
    </message>
  </context>
  <context>
    <name>ShortcutModel</name>
    <message>
      <source>Mọi nơi</source>
      <translation>Everywhere</translation>
    </message>
    <message>
      <source>Phím tắt</source>
      <translation>Shortcut</translation>
    </message>
    <message>
      <source>Việc</source>
      <translation>Action</translation>
    </message>
    <message>
      <source>Ở đâu</source>
      <translation>Where</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Danh sách phím tắt</source>
      <translation>List of shortcuts</translation>
    </message>
    <message>
      <source>Gõ tên việc hoặc phím, có dấu hay không dấu</source>
      <translation>Type an action or a key, with or without marks</translation>
    </message>
    <message>
      <source>Phím tắt</source>
      <translation>Shortcut</translation>
    </message>
    <message>
      <source>Tìm phím tắt</source>
      <translation>Find a shortcut</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
  </context>
  <context>
    <name>SourceView</name>
    <message>
      <source>Chủ trì: {}</source>
      <translation>Lead: {}</translation>
    </message>
    <message>
      <source>Cần xem: {}</source>
      <translation>To look at: {}</translation>
    </message>
    <message>
      <source>Kế hoạch này không kèm văn bản gốc.</source>
      <translation>This plan came without its text.</translation>
    </message>
    <message>
      <source>Nhiệm vụ {}</source>
      <translation>Task {}</translation>
    </message>
    <message>
      <source>Phối hợp: {}</source>
      <translation>Cooperating: {}</translation>
    </message>
    <message>
      <source>Thời hạn: {}</source>
      <translation>Deadline: {}</translation>
    </message>
    <message>
      <source>Văn bản gốc</source>
      <translation>Source text</translation>
    </message>
  </context>
  <context>
    <name>TakeDialog</name>
    <message>
      <source>(không rõ người gửi)</source>
      <translation>(sender not known)</translation>
    </message>
    <message>
      <source>Chưa quyết định</source>
      <translation>Not decided yet</translation>
    </message>
    <message>
      <source>Chọn</source>
      <translation>Choose</translation>
    </message>
    <message>
      <source>Cả hai cùng sửa</source>
      <translation>Changed on both sides</translation>
    </message>
    <message>
      <source>Giữ của tôi</source>
      <translation>Keep mine</translation>
    </message>
    <message>
      <source>Gói bàn giao</source>
      <translation>Hand-over package</translation>
    </message>
    <message>
      <source>Gói của {}, ghi lúc {}</source>
      <translation>Package of {}, written at {}</translation>
    </message>
    <message>
      <source>Gộp cả hai</source>
      <translation>Merge both</translation>
    </message>
    <message>
      <source>Lấy của gói</source>
      <translation>Take the package's</translation>
    </message>
    <message>
      <source>Mọi chỗ hai bên cùng sửa:</source>
      <translation>All places changed on both sides:</translation>
    </message>
    <message>
      <source>Mọi thứ trong gói đã có ở đây, giống hệt.</source>
      <translation>Everything in the package is here already, the same.</translation>
    </message>
    <message>
      <source>Mới</source>
      <translation>New</translation>
    </message>
    <message>
      <source>Mục</source>
      <translation>Item</translation>
    </message>
    <message>
      <source>Nhận gói bàn giao</source>
      <translation>Take a hand-over package</translation>
    </message>
    <message>
      <source>Nhận {} mục</source>
      <translation>Take {} items</translation>
    </message>
    <message>
      <source>Sửa ở gói</source>
      <translation>Changed there</translation>
    </message>
    <message>
      <source>Sửa ở đây</source>
      <translation>Changed here</translation>
    </message>
    <message>
      <source>Trong gói</source>
      <translation>In the package</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>State</translation>
    </message>
    <message>
      <source>trong gói</source>
      <translation>in the package</translation>
    </message>
    <message>
      <source>{} mục cả hai bên cùng sửa chưa chọn: sẽ để nguyên của bạn</source>
      <translation>{} items changed on both sides are not decided: yours stay as they are</translation>
    </message>
    <message>
      <source>Đang đọc gói bàn giao…</source>
      <translation>Reading the hand-over package…</translation>
    </message>
    <message>
      <source>Đã nhận gói bàn giao: {} thay đổi</source>
      <translation>Hand-over package taken: {} changes</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Để sau</source>
      <translation>Later</translation>
    </message>
    <message>
      <source>Ở đây</source>
      <translation>Here</translation>
    </message>
    <message>
      <source>ở đây</source>
      <translation>here</translation>
    </message>
  </context>
  <context>
    <name>TakeOverDialog</name>
    <message>
      <source>Bỏ chọn hết</source>
      <translation>Choose none</translation>
    </message>
    <message>
      <source>Chọn hết</source>
      <translation>Choose all</translation>
    </message>
    <message>
      <source>Cơ quan chưa có trong danh bạ, sẽ được thêm</source>
      <translation>The agency is not in the directory and will be added</translation>
    </message>
    <message>
      <source>Cột</source>
      <translation>Column</translation>
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>Nhận bảng Excel đơn vị gửi lại</source>
      <translation>Take back a returned Excel sheet</translation>
    </message>
    <message>
      <source>Nhận {} thay đổi</source>
      <translation>Take {} changes</translation>
    </message>
    <message>
      <source>Trang “{}”, ô {}{}</source>
      <translation>Sheet “{}”, cell {}{}</translation>
    </message>
    <message>
      <source>Trước → Sau</source>
      <translation>Before → After</translation>
    </message>
    <message>
      <source>{} dòng đã đọc.</source>
      <translation>{} rows read.</translation>
    </message>
    <message>
      <source>{} nhiệm vụ không có trong bảng: giữ nguyên.</source>
      <translation>{} tasks are not in the sheet: they stay as they are.</translation>
    </message>
    <message>
      <source>Ô</source>
      <translation>Cell</translation>
    </message>
    <message>
      <source>Đang đọc bảng Excel…</source>
      <translation>Reading the Excel sheet…</translation>
    </message>
    <message>
      <source>Đã nhận {} thay đổi từ Excel</source>
      <translation>{} changes taken from Excel</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Để sau</source>
      <translation>Later</translation>
    </message>
    <message>
      <source>“{}” giống hệt kế hoạch đang mở: không có gì để nhận.</source>
      <translation>“{}” is the same as the open plan: there is nothing to take.</translation>
    </message>
    <message>
      <source>“{}” khác kế hoạch ở {} ô</source>
      <translation>“{}” differs from the plan in {} cells</translation>
    </message>
  </context>
  <context>
    <name>TaskCardDelegate</name>
    <message>
      <source>Chưa có cơ quan chủ trì</source>
      <translation>No lead agency yet</translation>
    </message>
  </context>
  <context>
    <name>TaskModel</name>
    <message>
      <source>Chưa có cơ quan chủ trì</source>
      <translation>No lead agency yet</translation>
    </message>
    <message>
      <source>Chủ trì: %s</source>
      <translation>Lead: %s</translation>
    </message>
    <message>
      <source>Cần xem: %s</source>
      <translation>To look at: %s</translation>
    </message>
    <message>
      <source>Phối hợp: %s</source>
      <translation>Cooperating: %s</translation>
    </message>
    <message>
      <source>Thời hạn: %s</source>
      <translation>Deadline: %s</translation>
    </message>
  </context>
  <context>
    <name>VersionBar</name>
    <message>
      <source>Có thể là bản mới của kế hoạch {name}, đã nhập ngày {day}.</source>
      <translation>This may be a new version of the plan {name}, imported on {day}.</translation>
    </message>
    <message>
      <source>Là kế hoạch khác</source>
      <translation>It is another plan</translation>
    </message>
    <message>
      <source>So sánh…</source>
      <translation>Compare…</translation>
    </message>
  </context>
  <context>
    <name>VersionModel</name>
    <message>
      <source>Bị bỏ</source>
      <translation>Dropped</translation>
    </message>
    <message>
      <source>Giữ nguyên</source>
      <translation>Unchanged</translation>
    </message>
    <message>
      <source>Sửa đổi</source>
      <translation>Changed</translation>
    </message>
    <message>
      <source>Thêm mới</source>
      <translation>Added</translation>
    </message>
    <message>
      <source>Đổi chủ trì</source>
      <translation>Lead moved</translation>
    </message>
  </context>
  <context>
    <name>ViewNameDialog</name>
    <message>
      <source>Bộ lọc, thứ tự cơ quan và cách hiện bảng được giữ dưới tên này.</source>
      <translation>Filter, order of agencies and the look of the table are kept under this name.</translation>
    </message>
    <message>
      <source>Ghi đè</source>
      <translation>Replace</translation>
    </message>
    <message>
      <source>Huỷ</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Lưu</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Lưu chế độ xem</source>
      <translation>Save the view</translation>
    </message>
    <message>
      <source>Tên của chế độ xem</source>
      <translation>Name of the view</translation>
    </message>
    <message>
      <source>Ví dụ: Việc quá hạn của Sở Y tế</source>
      <translation>For example: Late work of Sở Y tế</translation>
    </message>
    <message>
      <source>Đặt tên cho chế độ xem</source>
      <translation>Name this view</translation>
    </message>
  </context>
  <context>
    <name>ViewOnlyStrip</name>
    <message>
      <source>Chỉ xem, không sửa được: dữ liệu đang mở để sửa ở cửa sổ khác ({}). Hãy sửa ở cửa sổ ấy, hoặc đóng nó rồi đóng và mở lại cửa sổ này.</source>
      <translation>View only, nothing can be changed: the data is open for editing in another window ({}). Edit there, or close that window, then close and reopen this one.</translation>
    </message>
    <message>
      <source>Chỉ xem, không sửa được: tệp dữ liệu nằm ở nơi không ghi được. Muốn sửa, hãy chép tệp sang nơi ghi được rồi mở ở đó.</source>
      <translation>View only, nothing can be changed: the data file is in a place that cannot be written. To edit, copy the file to a place that can, and open it there.</translation>
    </message>
  </context>
  <context>
    <name>ViewTools</name>
    <message>
      <source>Biểu đồ</source>
      <translation>Chart</translation>
    </message>
    <message>
      <source>Bản đồ nhiệt</source>
      <translation>Heat map</translation>
    </message>
    <message>
      <source>Chế độ xem</source>
      <translation>View</translation>
    </message>
    <message>
      <source>Các chế độ xem đã lưu</source>
      <translation>Saved views</translation>
    </message>
    <message>
      <source>Cỡ chữ của bảng</source>
      <translation>Size of the table's letters</translation>
    </message>
    <message>
      <source>Hiển thị</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>Khối lượng việc của từng cơ quan</source>
      <translation>Amount of work of each agency</translation>
    </message>
    <message>
      <source>Lưu chế độ xem…</source>
      <translation>Save the view…</translation>
    </message>
    <message>
      <source>Thứ tự cơ quan, xoay bảng, số dòng, cột sản phẩm</source>
      <translation>Order of agencies, turning the table, number of lines, deliverable column</translation>
    </message>
    <message>
      <source>Tô màu theo khối lượng việc</source>
      <translation>Tint by amount of work</translation>
    </message>
    <message>
      <source>Xoá chế độ xem</source>
      <translation>Delete a view</translation>
    </message>
  </context>
  <context>
    <name>WorkModel</name>
    <message>
      <source>CT</source>
      <translation>CT</translation>
    </message>
    <message>
      <source>Còn {} ngày</source>
      <translation>{} days left</translation>
    </message>
    <message>
      <source>Hạn</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Hạn hôm nay</source>
      <translation>Due today</translation>
    </message>
    <message>
      <source>Hạn {}</source>
      <translation>Due {}</translation>
    </message>
    <message>
      <source>Không hạn</source>
      <translation>No deadline</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>Nhiệm vụ</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>PH</source>
      <translation>PH</translation>
    </message>
    <message>
      <source>Quá hạn {} ngày</source>
      <translation>{} days overdue</translation>
    </message>
    <message>
      <source>Trong hạn</source>
      <translation>In time</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Tạm dừng</source>
      <translation>Paused</translation>
    </message>
    <message>
      <source>Vai trò</source>
      <translation>Role</translation>
    </message>
    <message>
      <source>Xong trễ {}</source>
      <translation>Done late, {}</translation>
    </message>
    <message>
      <source>Xong {}</source>
      <translation>Done {}</translation>
    </message>
    <message>
      <source>qua “{}”</source>
      <translation>through “{}”</translation>
    </message>
    <message>
      <source>{role} qua “{group}”</source>
      <translation>{role} through “{group}”</translation>
    </message>
  </context>
  <context>
    <name>_Calendar</name>
    <message>
      <source>Lịch</source>
      <translation>Calendar</translation>
    </message>
  </context>
  <context>
    <name>app</name>
    <message>
      <source>Chương trình gặp lỗi ngoài dự tính.</source>
      <translation>The program has met an error that nobody expected.</translation>
    </message>
    <message>
      <source>Việc đã làm trước đó vẫn được lưu. Nếu lỗi lặp lại, hãy gửi phần chi tiết cho người phụ trách.</source>
      <translation>What was done before is saved. If it happens again, please send the details to the person in charge.</translation>
    </message>
    <message>
      <source>Đã hiểu</source>
      <translation>Got it</translation>
    </message>
  </context>
  <context>
    <name>findings</name>
    <message>
      <source>Bỏ {}</source>
      <translation>Take {} out</translation>
    </message>
    <message>
      <source>Chưa thấy cơ quan chủ trì</source>
      <translation>No lead was found</translation>
    </message>
    <message>
      <source>Chữ đọc không chắc từ bản quét</source>
      <translation>Words of the scan that are not sure</translation>
    </message>
    <message>
      <source>Có vai trò nhưng chưa nhận ra cơ quan</source>
      <translation>A role whose agency was not recognised</translation>
    </message>
    <message>
      <source>Cơ quan lấy từ câu dẫn hoặc tiêu đề phía trên</source>
      <translation>The agency comes from a line above</translation>
    </message>
    <message>
      <source>Cơ quan được nêu nhưng chưa có vai trò</source>
      <translation>An agency is named but has no role</translation>
    </message>
    <message>
      <source>Cần xem lại</source>
      <translation>To be looked at</translation>
    </message>
    <message>
      <source>Giữ nguyên</source>
      <translation>Unchanged</translation>
    </message>
    <message>
      <source>Không phải nhiệm vụ</source>
      <translation>Not a task</translation>
    </message>
    <message>
      <source>Là {}</source>
      <translation>It is {}</translation>
    </message>
    <message>
      <source>Nhiều cơ quan có thể chủ trì</source>
      <translation>Several agencies may lead</translation>
    </message>
    <message>
      <source>Nhiệm vụ dài khác thường</source>
      <translation>An unusually long task</translation>
    </message>
    <message>
      <source>Nhiệm vụ ngắn hoặc bị ngắt</source>
      <translation>A task that is short or broken off</translation>
    </message>
    <message>
      <source>Số thứ tự không liền nhau</source>
      <translation>Numbers do not follow one another</translation>
    </message>
    <message>
      <source>Thêm thành nhiệm vụ</source>
      <translation>Add as a task</translation>
    </message>
    <message>
      <source>Thời hạn chưa đọc được</source>
      <translation>A deadline that could not be read</translation>
    </message>
    <message>
      <source>Tên cơ quan chưa có trong danh bạ</source>
      <translation>A name that the directory does not know</translation>
    </message>
    <message>
      <source>Tên gần giống một cơ quan trong danh bạ</source>
      <translation>A name much like one in the directory</translation>
    </message>
    <message>
      <source>{} chủ trì</source>
      <translation>{} leads</translation>
    </message>
    <message>
      <source>{} phối hợp</source>
      <translation>{} cooperates</translation>
    </message>
    <message>
      <source>Đoạn có thể là nhiệm vụ bị sót</source>
      <translation>A passage that may be a task</translation>
    </message>
  </context>
  <context>
    <name>imported</name>
    <message>
      <source>Tệp gốc của kế hoạch này không có trong cơ sở dữ liệu.</source>
      <translation>The original file of this plan is not in the database.</translation>
    </message>
  </context>
  <context>
    <name>listing</name>
    <message>
      <source>(mục đã xoá)</source>
      <translation>(deleted item)</translation>
    </message>
    <message>
      <source>Bớt</source>
      <translation>Removed</translation>
    </message>
    <message>
      <source>Chi tiết</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Không có gì khác nhau.</source>
      <translation>There is no difference.</translation>
    </message>
    <message>
      <source>Sửa</source>
      <translation>Edit</translation>
    </message>
    <message>
      <source>Thêm</source>
      <translation>Added</translation>
    </message>
    <message>
      <source>… và {} mục khác</source>
      <translation>… and {} more</translation>
    </message>
  </context>
  <context>
    <name>loans</name>
    <message>
      <source>Đang hoàn tác</source>
      <translation>Undoing</translation>
    </message>
    <message>
      <source>Đang khôi phục dữ liệu</source>
      <translation>Restoring the data</translation>
    </message>
    <message>
      <source>Đang làm lại</source>
      <translation>Redoing</translation>
    </message>
    <message>
      <source>Đang xoá kế hoạch</source>
      <translation>Deleting the plan</translation>
    </message>
  </context>
  <context>
    <name>matrix_empty</name>
    <message>
      <source>Bỏ mọi bộ lọc</source>
      <translation>Clear all filters</translation>
    </message>
    <message>
      <source>Các nhiệm vụ vẫn còn nguyên, chỉ đang bị bộ lọc ở trên che đi.</source>
      <translation>The tasks are all still there; the filter above hides them.</translation>
    </message>
    <message>
      <source>Hãy thêm nhiệm vụ, hoặc sang trang Rà soát và bôi đen câu giao việc trong văn bản.</source>
      <translation>Add a task, or go to the review and select the sentence in the text that assigns one.</translation>
    </message>
    <message>
      <source>Không còn chỗ nào cần xem</source>
      <translation>Nothing is left to look at</translation>
    </message>
    <message>
      <source>Không có gì phải bổ sung ở đây.</source>
      <translation>There is nothing to add here.</translation>
    </message>
    <message>
      <source>Không có nhiệm vụ nào khớp bộ lọc</source>
      <translation>No task passes the filter</translation>
    </message>
    <message>
      <source>Kế hoạch này chưa có nhiệm vụ nào</source>
      <translation>This plan has no tasks yet</translation>
    </message>
    <message>
      <source>Mọi chỗ nghi ngờ của kế hoạch này đã được xem.</source>
      <translation>Every doubtful place of this plan has been looked at.</translation>
    </message>
    <message>
      <source>Nhiệm vụ nào cũng đã có cơ quan chủ trì</source>
      <translation>Every task has its lead agency</translation>
    </message>
    <message>
      <source>Sang Rà soát</source>
      <translation>To the review</translation>
    </message>
    <message>
      <source>Thêm nhiệm vụ</source>
      <translation>Add a task</translation>
    </message>
  </context>
  <context>
    <name>messages</name>
    <message>
      <source>Chi tiết</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Có</source>
      <translation>Yes</translation>
    </message>
    <message>
      <source>Không</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Phân công</source>
      <translation>Phân công</translation>
    </message>
    <message>
      <source>Đã hiểu</source>
      <translation>Got it</translation>
    </message>
  </context>
  <context>
    <name>plan_row</name>
    <message>
      <source>Rà soát: chờ chấp nhận</source>
      <translation>Review: to be accepted</translation>
    </message>
    <message>
      <source>Rà soát: còn {} chỗ</source>
      <translation>Review: {} to look at</translation>
    </message>
    <message>
      <source>xong {}</source>
      <translation>{} done</translation>
    </message>
    <message>
      <source>{} nhiệm vụ</source>
      <translation>{} tasks</translation>
    </message>
    <message>
      <source>{} quá hạn</source>
      <translation>{} overdue</translation>
    </message>
    <message>
      <source>{} đến hạn tuần này</source>
      <translation>{} due this week</translation>
    </message>
    <message>
      <source>Đã chấp nhận</source>
      <translation>Accepted</translation>
    </message>
  </context>
  <context>
    <name>rescue</name>
    <message>
      <source>Có bản sao lưu lúc {}. Dùng bản đó thay vào? Tệp hỏng được giữ lại bên cạnh.</source>
      <translation>There is a backup of {}. Use it instead? The damaged file is kept beside it.</translation>
    </message>
    <message>
      <source>Dùng bản sao lưu</source>
      <translation>Use the backup</translation>
    </message>
    <message>
      <source>Không</source>
      <translation>No</translation>
    </message>
    <message>
      <source>Tệp hỏng được giữ ở {}</source>
      <translation>The damaged file is kept at {}</translation>
    </message>
    <message>
      <source>Đã mở bản sao lưu lúc {}.</source>
      <translation>The backup of {} is open.</translation>
    </message>
  </context>
  <context>
    <name>steps</name>
    <message>
      <source>Bỏ hoàn thành # nhiệm vụ</source>
      <translation>Reopen # tasks</translation>
    </message>
    <message>
      <source>Chuyển nhiệm vụ</source>
      <translation>Move the task</translation>
    </message>
    <message>
      <source>Chấp nhận kế hoạch</source>
      <translation>Accept the plan</translation>
    </message>
    <message>
      <source>Dán # ô</source>
      <translation>Paste # cells</translation>
    </message>
    <message>
      <source>Ghi chủ trì</source>
      <translation>Make it the lead</translation>
    </message>
    <message>
      <source>Ghi hoàn thành # nhiệm vụ</source>
      <translation>Record # tasks as done</translation>
    </message>
    <message>
      <source>Ghi ngày hoàn thành</source>
      <translation>Write down the day of completion</translation>
    </message>
    <message>
      <source>Ghi phối hợp</source>
      <translation>Make it cooperating</translation>
    </message>
    <message>
      <source>Ghi rõ thành viên của nhóm</source>
      <translation>Make the group's members explicit</translation>
    </message>
    <message>
      <source>Giữ nguyên # chỗ</source>
      <translation>Leave # places as they are</translation>
    </message>
    <message>
      <source>Giữ nguyên # chỗ giống nhau</source>
      <translation>Leave # like places as they are</translation>
    </message>
    <message>
      <source>Giữ nguyên chữ gốc</source>
      <translation>Keep the file's letters</translation>
    </message>
    <message>
      <source>Gộp @ vào @</source>
      <translation>Merge @ into @</translation>
    </message>
    <message>
      <source>Gộp nhiệm vụ</source>
      <translation>Merge tasks</translation>
    </message>
    <message>
      <source>Không phải nhiệm vụ</source>
      <translation>Not a task</translation>
    </message>
    <message>
      <source>Nhập danh bạ cơ quan</source>
      <translation>Import the directory of agencies</translation>
    </message>
    <message>
      <source>Nhập kế hoạch</source>
      <translation>Import a plan</translation>
    </message>
    <message>
      <source>Rà soát lại kế hoạch</source>
      <translation>Review the plan again</translation>
    </message>
    <message>
      <source>Sắp xếp cơ quan</source>
      <translation>Order agencies</translation>
    </message>
    <message>
      <source>Sửa cơ quan</source>
      <translation>Edit the agency</translation>
    </message>
    <message>
      <source>Sửa ghi chú</source>
      <translation>Edit the note</translation>
    </message>
    <message>
      <source>Sửa nhiệm vụ</source>
      <translation>Edit the task</translation>
    </message>
    <message>
      <source>Sửa nội dung nhiệm vụ</source>
      <translation>Edit the text of the task</translation>
    </message>
    <message>
      <source>Sửa phân công</source>
      <translation>Edit the assignment</translation>
    </message>
    <message>
      <source>Sửa sản phẩm</source>
      <translation>Edit the deliverable</translation>
    </message>
    <message>
      <source>Sửa thành viên của nhóm</source>
      <translation>Edit the members of the group</translation>
    </message>
    <message>
      <source>Sửa thông tin kế hoạch</source>
      <translation>Edit what the plan says of itself</translation>
    </message>
    <message>
      <source>Sửa thời hạn</source>
      <translation>Edit the deadline</translation>
    </message>
    <message>
      <source>Thêm cơ quan</source>
      <translation>Add an agency</translation>
    </message>
    <message>
      <source>Thêm cơ quan chủ trì</source>
      <translation>Add a lead agency</translation>
    </message>
    <message>
      <source>Thêm cơ quan phối hợp</source>
      <translation>Add a cooperating agency</translation>
    </message>
    <message>
      <source>Thêm nhiệm vụ</source>
      <translation>Add a task</translation>
    </message>
    <message>
      <source>Tiếp tục # nhiệm vụ</source>
      <translation>Go on with # tasks</translation>
    </message>
    <message>
      <source>Tách nhiệm vụ</source>
      <translation>Split the task</translation>
    </message>
    <message>
      <source>Tạm dừng # nhiệm vụ</source>
      <translation>Pause # tasks</translation>
    </message>
    <message>
      <source>Tạm dừng nhiệm vụ</source>
      <translation>Pause the task</translation>
    </message>
    <message>
      <source>Xem lại chỗ nghi ngờ</source>
      <translation>Look at the doubt again</translation>
    </message>
    <message>
      <source>Xoá # nhiệm vụ</source>
      <translation>Delete # tasks</translation>
    </message>
    <message>
      <source>Xoá cơ quan</source>
      <translation>Delete the agency</translation>
    </message>
    <message>
      <source>Xoá kế hoạch</source>
      <translation>Delete a plan</translation>
    </message>
    <message>
      <source>Điền # ô</source>
      <translation>Fill # cells</translation>
    </message>
    <message>
      <source>Đánh dấu đã xem</source>
      <translation>Mark as looked at</translation>
    </message>
    <message>
      <source>Đã xem chỗ nghi ngờ</source>
      <translation>Doubt looked at</translation>
    </message>
    <message>
      <source>Đổi # ô</source>
      <translation>Change # cells</translation>
    </message>
    <message>
      <source>Đổi chữ sang Unicode</source>
      <translation>Turn letters to Unicode</translation>
    </message>
    <message>
      <source>Đổi cơ quan chủ trì</source>
      <translation>Change the lead agency</translation>
    </message>
  </context>
  <context>
    <name>store_actions</name>
    <message>
      <source>&amp;Lịch sử…</source>
      <translation>&amp;History…</translation>
    </message>
    <message>
      <source>&amp;Nhận gói bàn giao…</source>
      <translation>&amp;Take a hand-over package…</translation>
    </message>
    <message>
      <source>&amp;Sao lưu và khôi phục…</source>
      <translation>&amp;Back up and restore…</translation>
    </message>
    <message>
      <source>&amp;Tên của bạn…</source>
      <translation>Your &amp;name…</translation>
    </message>
    <message>
      <source>Ai đã sửa gì, lúc nào; đưa kế hoạch hoặc nhiệm vụ về một lúc trước đó</source>
      <translation>Who changed what and when; bring a plan or a task back to an earlier moment</translation>
    </message>
    <message>
      <source>Chưa sao lưu được: {}</source>
      <translation>Could not back up: {}</translation>
    </message>
    <message>
      <source>Các bản sao lưu tự động; xuất hoặc lấy lại toàn bộ dữ liệu</source>
      <translation>The automatic backups; export or bring back all data</translation>
    </message>
    <message>
      <source>Dữ liệu</source>
      <translation>Data</translation>
    </message>
    <message>
      <source>Ghi &amp;gói bàn giao…</source>
      <translation>&amp;Write a hand-over package…</translation>
    </message>
    <message>
      <source>Một tệp để chép sang máy đồng nghiệp: kế hoạch, tệp gốc, lịch sử</source>
      <translation>One file for a colleague's computer: plans, original files, history</translation>
    </message>
    <message>
      <source>Mở gói của đồng nghiệp, xem từng mục khác nhau rồi nhận</source>
      <translation>Open a colleague's package, look at what differs and take it</translation>
    </message>
    <message>
      <source>Nhận bảng &amp;Excel đơn vị gửi lại…</source>
      <translation>Take back a returned &amp;Excel sheet…</translation>
    </message>
    <message>
      <source>So bảng đã gửi đi và được sửa tay với kế hoạch đang mở, nhận từng thay đổi</source>
      <translation>Compare a sheet that was sent out and edited by hand with the open plan, and take changes one by one</translation>
    </message>
    <message>
      <source>Tên được ghi bên mỗi thay đổi trong lịch sử</source>
      <translation>The name that is written beside each change in the history</translation>
    </message>
  </context>
  <context>
    <name>window_actions</name>
    <message>
      <source> trong {}</source>
      <translation> in {}</translation>
    </message>
    <message>
      <source>&amp;Bảng lệnh…</source>
      <translation>Command &amp;palette…</translation>
    </message>
    <message>
      <source>&amp;Hoàn tác</source>
      <translation>&amp;Undo</translation>
    </message>
    <message>
      <source>&amp;Làm lại</source>
      <translation>&amp;Redo</translation>
    </message>
    <message>
      <source>&amp;Nhập kế hoạch…</source>
      <translation>&amp;Import a plan…</translation>
    </message>
    <message>
      <source>&amp;Nền tối</source>
      <translation>&amp;Dark theme</translation>
    </message>
    <message>
      <source>&amp;Phím tắt</source>
      <translation>&amp;Shortcuts</translation>
    </message>
    <message>
      <source>&amp;Toàn màn hình</source>
      <translation>F&amp;ull screen</translation>
    </message>
    <message>
      <source>&amp;Tìm…</source>
      <translation>&amp;Find…</translation>
    </message>
    <message>
      <source>&amp;Tệp gốc đã đọc thế nào…</source>
      <translation>How the &amp;original was read…</translation>
    </message>
    <message>
      <source>&amp;Về Phân công</source>
      <translation>&amp;About Phân công</translation>
    </message>
    <message>
      <source>Bàn phím sang khung bên: danh sách, văn bản, bộ lọc, khung chi tiết, các trang</source>
      <translation>The keyboard goes to the pane beside: list, text, filter, panel, pages</translation>
    </message>
    <message>
      <source>Gõ vài chữ để tới bất cứ việc nào hay kế hoạch nào</source>
      <translation>Type a few letters to reach any action or plan</translation>
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Khung &amp;chi tiết nhiệm vụ</source>
      <translation>Task &amp;details panel</translation>
    </message>
    <message>
      <source>Kế hoạch</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>Loại tệp, số trang, những chỗ đã sửa khi đọc; giữ nguyên chữ gốc hoặc đổi sang Unicode</source>
      <translation>Kind of file, pages, what was repaired on reading; keep the file's letters or turn them to Unicode</translation>
    </message>
    <message>
      <source>Làm lại</source>
      <translation>Redo</translation>
    </message>
    <message>
      <source>Mọi tệp</source>
      <translation>All files</translation>
    </message>
    <message>
      <source>Một kế hoạch của một tỉnh tưởng tượng, để làm quen</source>
      <translation>A plan of an imaginary province, to get acquainted</translation>
    </message>
    <message>
      <source>Mở kế hoạch &amp;mẫu</source>
      <translation>Open the sam&amp;ple plan</translation>
    </message>
    <message>
      <source>Nhập kế hoạch</source>
      <translation>Import a plan</translation>
    </message>
    <message>
      <source>Nhập từ văn bản đã &amp;chép</source>
      <translation>Import copied te&amp;xt</translation>
    </message>
    <message>
      <source>Sang khung tiếp th&amp;eo</source>
      <translation>N&amp;ext pane</translation>
    </message>
    <message>
      <source>Sửa</source>
      <translation>Edit</translation>
    </message>
    <message>
      <source>Th&amp;oát</source>
      <translation>&amp;Quit</translation>
    </message>
    <message>
      <source>Trợ giúp</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>Tuỳ &amp;chọn…</source>
      <translation>&amp;Settings…</translation>
    </message>
    <message>
      <source>Tìm lệnh, kế hoạch</source>
      <translation>Find a command or plan</translation>
    </message>
    <message>
      <source>Tìm trong trang đang mở; trang không có ô tìm thì tìm trong mọi kế hoạch</source>
      <translation>Searches the page on view; a page without a search field searches all plans</translation>
    </message>
    <message>
      <source>Tệp</source>
      <translation>File</translation>
    </message>
    <message>
      <source>Về khung trướ&amp;c</source>
      <translation>&amp;Previous pane</translation>
    </message>
    <message>
      <source>Xem</source>
      <translation>View</translation>
    </message>
    <message>
      <source>Đã hoàn tác{where}: {step}</source>
      <translation>Undone{where}: {step}</translation>
    </message>
    <message>
      <source>Đã làm lại{where}: {step}</source>
      <translation>Redone{where}: {step}</translation>
    </message>
    <message>
      <source>Đón&amp;g kế hoạch</source>
      <translation>&amp;Close the plan</translation>
    </message>
    <message>
      <source>Đọc kế hoạch từ văn bản vừa chép (Ctrl+C) trong chương trình khác</source>
      <translation>Reads a plan from text that was just copied (Ctrl+C) in another program</translation>
    </message>
    <message>
      <source>Đọc một hay nhiều tệp kế hoạch; cũng có thể kéo tệp thả vào cửa sổ</source>
      <translation>Reads one or more plan files; they can also be dropped onto the window</translation>
    </message>
    <message>
      <source>“{}”: chọn ở đây rồi bấm {}.</source>
      <translation>“{}”: choose here, then press {}.</translation>
    </message>
  </context>
  <context>
    <name>words</name>
    <message>
      <source>Bản quét, đã nhận dạng chữ</source>
      <translation>Scan, letters recognised</translation>
    </message>
    <message>
      <source>Cơ quan ngành dọc</source>
      <translation>Vertical agencies</translation>
    </message>
    <message>
      <source>Cơ quan trung ương</source>
      <translation>Central bodies</translation>
    </message>
    <message>
      <source>Cơ quan Đảng</source>
      <translation>Party bodies</translation>
    </message>
    <message>
      <source>Doanh nghiệp</source>
      <translation>Companies</translation>
    </message>
    <message>
      <source>Excel (.xlsx)</source>
      <translation>Excel (.xlsx)</translation>
    </message>
    <message>
      <source>Khác</source>
      <translation>Other</translation>
    </message>
    <message>
      <source>LibreOffice (.odt)</source>
      <translation>LibreOffice (.odt)</translation>
    </message>
    <message>
      <source>Mặt trận, đoàn thể</source>
      <translation>Fatherland Front, unions</translation>
    </message>
    <message>
      <source>Nhóm cơ quan</source>
      <translation>Group of agencies</translation>
    </message>
    <message>
      <source>PDF có chữ</source>
      <translation>PDF with text</translation>
    </message>
    <message>
      <source>RTF</source>
      <translation>RTF</translation>
    </message>
    <message>
      <source>Sở, ban, ngành tỉnh</source>
      <translation>Provincial departments</translation>
    </message>
    <message>
      <source>Trang web (.html)</source>
      <translation>Web page (.html)</translation>
    </message>
    <message>
      <source>Trường, viện</source>
      <translation>Schools, institutes</translation>
    </message>
    <message>
      <source>Văn bản dán</source>
      <translation>Pasted text</translation>
    </message>
    <message>
      <source>Văn bản thuần (.txt)</source>
      <translation>Plain text (.txt)</translation>
    </message>
    <message>
      <source>Word (.docx)</source>
      <translation>Word (.docx)</translation>
    </message>
    <message>
      <source>Word cũ (.doc)</source>
      <translation>Old Word (.doc)</translation>
    </message>
    <message>
      <source>Xong: {}</source>
      <translation>Done: {}</translation>
    </message>
    <message>
      <source>Đã bỏ: không phải nhiệm vụ</source>
      <translation>Removed: not a task</translation>
    </message>
    <message>
      <source>Đã ghi: {}</source>
      <translation>Recorded: {}</translation>
    </message>
    <message>
      <source>Địa phương</source>
      <translation>Local authorities</translation>
    </message>
  </context>
</TS>
