"""The words of Vietnamese plans that the reading goes by: heads of agencies, fields of departments, verbs of work, kinds of parts.

Everything is folded (core.fold.fold: lower case, no marks) unless said otherwise.
"""
from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.replace("\n", ";").split(";") if part.strip())


# Fields of departments and ministries ("Sở …", "Bộ …", "ngành …"), longest first when matched. Kept as data of the language:
# a field not listed is still read by its capitals.
FIELDS = _set("""
ke hoach va dau tu; ke hoach dau tu; ke hoach - dau tu; tai nguyen, moi truong; kh&dt; khdt; kh va dt; tai chinh; noi vu; tu phap
y te; cong thuong; cong nghiep; thuong mai
xay dung; giao thong van tai; gtvt; giao thong cong chinh; nong nghiep va phat trien nong thon; nong nghiep va ptnt; nn&ptnt
nn va ptnt; nong nghiep & ptnt; nong nghiep va moi truong; nn&mt; nnmt; nong nghiep - phat trien nong thon; tai nguyen va moi truong
tn&mt; tnmt; tn va mt; tai nguyen moi truong; tai nguyen - moi truong; khoa hoc va cong nghe; kh&cn; khcn; kh va cn
khoa hoc cong nghe; khoa hoc - cong nghe; thong tin va truyen thong; thong tin - truyen thong; thong tin truyen thong; tt&tt; tttt
tt va tt; van hoa va the thao; van hoa, the thao va du lich; van hoa the thao va du lich; van hoa - the thao va du lich
van hoa the thao du lich; van hoa - the thao - du lich; van hoa, the thao & du lich; van hoa, the thao, du lich; vh,tt&dl; vhtt&dl
vhttdl; vhtt va dl; vh-tt&dl; van hoa, the thao; van hoa the thao; vh&tt; vhtt; du lich; giao duc va dao tao; giao duc - dao tao
giao duc dao tao; gd&dt; gddt; gd va dt; ngoai vu; ngoai giao; dan toc; dan toc va ton giao; dan toc - ton giao; dt&tg
lao dong - thuong binh va xa hoi; lao dong thuong binh va xa hoi; lao dong, thuong binh va xa hoi; lao dong - thuong binh & xa hoi
lao dong - thuong binh - xa hoi; lao dong, thuong binh & xa hoi; ld-tb&xh; ldtb&xh; ldtbxh; ld,tb&xh; ld-tbxh; quoc phong; cong an
quy hoach - kien truc; quy hoach kien truc; quy hoach va kien truc; an toan thuc pham; buu chinh vien thong; vien thong; van hoa
van hoa - thong tin; the thao; giao thong
""")

# Heads of bodies, by how the name goes on behind them; lower case WITH marks (Sở is not số, Bộ is not bố), old tone style.
FIELD_HEADS = _set("sở; bộ")  # a field follows: Sở Tài chính, Bộ Y tế
PLACE_HEADS = _set("""
ub mttq; ub mttqvn; ủy ban mttq; ubmttq xã;
ubnd; ủy ban nhân dân; hđnd; hội đồng nhân dân; hđnd và ubnd; ubmttq; ubmttqvn; ubmt; ubmttq việt nam; công an; cat; thanh tra; tỉnh ủy
thành ủy; huyện ủy; thị ủy; quận ủy; tỉnh đoàn; thành đoàn; huyện đoàn; quận đoàn; vpubnd; văn phòng ubnd; văn phòng ủy ban nhân dân
văn phòng hđnd và ubnd; văn phòng hđnd&ubnd; văn phòng hđnd và ủy ban nhân dân
văn phòng hội đồng nhân dân và ủy ban nhân dân; văn phòng đoàn đại biểu quốc hội và hđnd; văn phòng đoàn đbqh và hđnd
văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân; bộ chqs; ban chqs; bchqs; bộ chbp; bộ đội biên phòng; bđbp; tòa án nhân dân
viện kiểm sát nhân dân; tand
vksnd; bhxh; bảo hiểm xã hội; kho bạc nhà nước; kbnn; thi hành án dân sự; ban thường vụ; thường trực; ban thường trực
ban cán sự đảng; ban cán sự; trung tâm phục vụ hành chính công
""")
OPEN_HEADS = _set("""
cơ quan; đảng đoàn; tổ đảng; chi ủy; hội đồng quản trị; ban kiểm soát;
đảng ủy; đoàn thanh niên; văn phòng; ban; ban quản lý; bql; ban chỉ đạo; bcđ; ban chỉ huy; bộ chỉ huy; bch; bộ tư lệnh; btl; bộ tham mưu
quân khu; quân chủng; quân đoàn; cục; chi cục; tổng cục; vụ; viện; học viện; trường; đại học; trường cao đẳng; cao đẳng; hội
hiệp hội; hội đồng; liên đoàn; tổng liên đoàn; tổng liên đoàn lao động; thanh tra giao thông; thanh tra xây dựng; quản lý thị trường
cảnh sát giao thông; cảnh sát môi trường; cảnh sát biển; cảnh sát cơ động; phòng thương mại và công nghiệp; ldlđ; lđlđ; liên minh
liên hiệp; liên hiệp các hội; liên hiệp các tổ chức hữu nghị
liên hiệp các tổ chức; tập đoàn; tổng công ty; công ty; tct; ngân hàng
nhnn; nhcsxh; đoàn; đoàn tncs; mặt trận; mttq; mttqvn; ủy ban; báo; đài; đài pt-th; cổng thông tin; cổng ttđt; trung tâm; tttt; quỹ
bệnh viện; nhà máy; kiểm toán; thông tấn xã; tạp chí; nhà xuất bản; đội; tổ; tổ công tác; phòng; trạm; vườn quốc gia; khu bảo tồn
nhà hát; bảo tàng; thư viện; nhà văn hóa; hạt kiểm lâm; ctcp; cty; công ty cp; viettel; vnpt; mobifone; vinaphone; fpt; cảng vụ; chi nhánh
doanh nghiệp; hợp tác xã; xí nghiệp; tổng lãnh sự quán; đại sứ quán; cơ quan thường trực; cơ quan thường trú; thuế
hải quan; thống kê; điện lực
bưu điện; kho bạc; tòa án; viện kiểm sát; tổng hội; hội liên hiệp; câu lạc bộ; bộ phận; tổng đài; nông trường; công đoàn; đảng bộ
giáo viên chủ nhiệm; giáo viên bộ môn; nhân viên y tế; nhân viên thư viện; kế toán trưởng; tổng phụ trách đội; ban giám hiệu
ban giám đốc; hội đồng trường; hội đồng sư phạm; chi đoàn; liên đội; ban đại diện cha mẹ học sinh; ban thanh tra nhân dân; tổ chuyên môn
trạm y tế; hải đoàn; hải đội; lữ đoàn; trung đoàn; đồn; cảng; tiểu ban; hạt; công chức; cán bộ; nhân viên; giáo viên; nhà thiếu nhi
cung; bảo hiểm tiền gửi; khu quản lý; trại giam; trại tạm giam; nhà tạm giữ
khối; khoa; bộ môn; chi bộ; đảng bộ; bưu chính; viễn thông; evn; petrovietnam; trung ương đoàn; trung ương hội
""")
# Heads that are also common words: they open a name only with a capital
SMALL_TOO = _set("""
ubnd; ủy ban nhân dân; hđnd; hội đồng nhân dân; công an; tỉnh ủy; thành ủy; huyện ủy; đảng ủy; tỉnh đoàn; thành đoàn; bộ chỉ huy
bộ tư lệnh; ban quản lý; ban chỉ đạo; bql; sở; hiệp hội; liên đoàn; văn phòng ubnd; thanh tra; bảo hiểm xã hội; kho bạc nhà nước
bộ đội biên phòng; ban thường trực; ban thường vụ; ngân hàng nhà nước; hội liên hiệp; ban chỉ huy; trạm y tế
""")

# heads that are words of work too
ALSO_VERBS = _set("thống kê; thanh tra; kiểm toán")
ROLE_WORDS = _set("""
chu tri; phoi hop; thuc hien; chiu trach; co trach; huong dan; to chuc; tham muu; la co; la don; lam dau; cu nguoi; theo doi
""")

# what looks like a head and is none
NOT_HEADS = _set("""
tổ chức; hội nghị; hội thảo; hội nhập; hội họp; hội đồng; hội viên; hội trường; hội thi; hội chợ; đoàn kết; đoàn viên; đoàn công
đoàn của; đoàn kiểm; đoàn thanh; bộ máy; bộ tiêu; bộ chỉ; bộ phận; bộ thủ; bộ luật; bộ đội; ban hành; khối lượng; khối kiến; quỹ đất
phòng chống; phòng,; phòng ngừa; phòng cháy; trường hợp; đội ngũ; vụ việc; vụ án; báo cáo; báo chí; viện dẫn; trung tâm; bộ công cụ
đài tưởng; quỹ đạo; thuế suất; thuế thu; thuế giá; thuế tài; bộ sản; bộ dữ; bộ câu; bộ tài liệu; bộ quy; bộ mặt; bộ nhận; đội tàu
đội hình; tổ dân; tổ hợp; tổ biên; báo động; ban đầu; khu vực; hội tụ; hội chứng; đoàn ra; đoàn vào; đoàn đại; đại học; doanh nghiệp
hợp tác xã; thông tin; trạm y; trạm bts
""")
HEADS_AFTER_ALL = _set("""
hội đồng; bộ chỉ; trung tâm; đại học; doanh nghiệp; bộ phận; đoàn thanh; bộ đội; hợp tác xã; trạm y; đoàn đại
""")
NOT_HEADS -= HEADS_AFTER_ALL
# heads of persons and places that name somebody only with a name behind them ("Công chức Tư pháp - Hộ tịch", "Cảng Hòn La")
NEEDS_NAME = _set("cơ quan; công chức; cán bộ; nhân viên; giáo viên; cảng; cung; hạt; đồn")

# What stands behind a name as its title, and names nobody else
TITLES = _set("""
cơ quan thường trực; cơ quan đầu mối; đơn vị thường trực; đơn vị đầu mối; cơ quan chủ trì; trưởng ban; phó trưởng ban; phó ban; tổ trưởng
tổ phó; phó tổ trưởng; thường trực; chủ tịch hội đồng; phó chủ tịch hội đồng; ủy viên; thành viên; trưởng tiểu ban; cơ quan chuyên môn
phó trưởng ban thường trực; phó chủ tịch; cơ quan giúp việc; thư ký
""")

# Persons who answer for work themselves where no body is named behind them (schools, hospitals, offices)
ALONE = _set("""
hiệu trưởng; phó hiệu trưởng; giám đốc; phó giám đốc; tổng giám đốc; chủ tịch; phó chủ tịch; bí thư; phó bí thư; chánh văn phòng
chỉ huy trưởng; viện trưởng; chánh án; chủ nhiệm
""")

# Deputies in the plural, who answer for fields of work as one
DEPUTIES = _set("""
thứ trưởng; phó giám đốc; phó chủ tịch; phó hiệu trưởng; phó trưởng ban; phó tổng giám đốc; ủy viên; phó thủ trưởng
""")

# Persons who stand for a body; the body's name follows. Lower case with marks.
PERSONS = _set("""
thủ tướng; phó thủ tướng; thủ trưởng; giám đốc; tổng giám đốc; chủ tịch; chánh; trưởng; bộ trưởng; cục trưởng; chi cục trưởng
tổng cục trưởng; viện trưởng
hiệu trưởng; trạm trưởng; đội trưởng; đồn trưởng; giám đốc điều hành; hạt trưởng
chỉ huy phó; trưởng đoàn; phó bí thư; tư lệnh; tổng biên tập; người đứng đầu; lãnh đạo; đồng chí
chỉ huy trưởng; tổng thanh tra; thống đốc; bí thư
chủ nhiệm; chánh án; tổng kiểm toán; vụ trưởng; đồng chí giám đốc; đồng chí chủ tịch; ông; bà; phó chủ tịch; phó giám đốc
phó trưởng; quyền giám đốc
""")

# Nouns of collective phrases: "các sở, ban, ngành, đoàn thể, địa phương". Lower case with marks.
GROUP_NOUNS = _set("""
vụ; sở; ban; ngành; bộ; đoàn thể; địa phương; cơ quan; đơn vị; tổ chức; huyện; thị xã; thành phố; xã; phường; thị trấn; đặc khu; quận
tỉnh; hội; hiệp hội; doanh nghiệp; trường; trường học; cấp; cấp ủy; cấp ủy đảng; ban đảng; ban xây dựng đảng; ubnd; ủy ban nhân dân
hđnd; chi cục; cục; phòng; trung tâm; viện; cơ sở; hợp tác xã; ngân hàng; công ty; báo; đài; báo chí; chủ đầu tư; tập đoàn
tổng công ty; nhà đầu tư; hãng; nhà trường; bệnh viện; nhà khoa học; chuyên gia; lực lượng; nhà mạng; đại học; cao đẳng; học viện
chủ rừng; ban quản lý; bql; thôn; tổ dân phố; công an; chính quyền; khối; hội đồng; liên đoàn; nhóm; nhà thầu; tòa án; thanh tra
văn phòng; đảng ủy; huyện ủy; thành ủy; thị ủy; tổ; xã hội; thành viên; hộ kinh doanh; ban chỉ đạo; sở ngành; bộ ngành; ban ngành
thị; khu; làng; bản; cộng đồng; tổ hợp tác; cụm; vùng; quỹ; trạm; bưu điện; nước; câu lạc bộ; đoàn; ban quản trị; nghiệp đoàn
hộ gia đình; cá nhân; cơ quan báo; khoa; khoa phòng; chi bộ; đảng bộ; chi nhánh
bộ phận; khu phố; ấp; buôn; xóm; khóm; trạm y tế; đài truyền thanh; đồn; hạt
đơn vị thành viên; siêu thị; cửa hàng; nhà phân phối; nhà sản xuất; trang trại; khách sạn; nhà hàng; bến xe
xưởng; tổ chuyên môn; bộ môn; nhà máy; phân xưởng; xí nghiệp; cha mẹ học sinh
""")
GROUP_OPENERS = _set("các; những; toàn thể; tất cả; toàn thể các; tất cả các; một số; mọi")
# first words of nouns that stand for the machinery of the state as a whole: phrases of them stay one entry
CLASS_NOUNS = _set("""
thôn; bản; làng; ""; vụ; cục; phòng; khoa; chi; sở; ban; ngành; bộ; đoàn; địa; cơ; đơn; tổ; huyện; thị; thành; xã; phường; đặc
quận; tỉnh; hội; cấp; ubnd; ủy
chính
""")
# two words that go on with a group
GROUP_TAIL_PAIRS = _set("""
liên quan; trung ương; chức năng; chuyên môn; báo chí; thông tấn; đoàn thể; địa phương; ngang bộ; ngoài nước; nhà nước; trọng điểm
tư nhân; tín dụng; lữ hành; viễn thông; hàng không; du lịch; giáo dục; đào tạo; truyền thông; quần chúng; nghề nghiệp; công lập; kinh tế
sự nghiệp; sản xuất; nêu trên; còn lại; y tế; khoa học; quốc tế; đại học; cao đẳng; chủ lực; công nghệ; trung cấp; tham gia
""")
PLACE_WORDS = _set("""
tỉnh; thành phố; huyện; thị xã; quận; xã; phường; thị trấn; đặc khu; tp; tp.; cấp; các; tw; trung ương; địa phương; cơ sở; khối; 02
hai; nước; nhân dân
""")

# Two-word openings of the work itself: a name ends where one of them begins
VERBS = _set("""
chu tri; phoi hop; hinh thanh; tham muu; to chuc; trien khai; xay dung; huong dan; kiem tra; theo doi; don doc; tong hop; bao cao; de xuat
ra soat; can cu; tren co; chu dong; tiep tuc; thuc hien; tang cuong; day manh; nang cao; khan truong; nghien cuu; phat trien
quan ly; bo tri; ban hanh; tuyen truyen; pho bien; quan triet; chi dao; giam sat; danh gia; dinh ky; thuong xuyen; kip thoi
tich cuc; co trach; chiu trach; dam bao; bao dam; tap trung; lap ke; lap du; lap danh; lap ho; lap de; tham dinh; thanh tra; xu ly
giai quyet; huy dong; long ghep; can doi; phan bo; cap nhat; cung cap; cong bo; cong khai; hoan thanh; hoan thien; ho tro; tao dieu
thao go; thu hut; keu goi; xuc tien; day nhanh; kien toan; sap xep; doi moi; cai cach; cai thien; chuyen doi; ung dung; dau tu
nang cap; khai thac; su dung; bao ve; bao ton; phat huy; giu gin; duy tri; mo rong; khuyen khich; van dong; dong vien; khen thuong
bieu duong; phoi ket; lien ket; lien he; hop tac; tham gia; tinh toan; hop ban; chan chinh; nam tam; dua ket; dua noi; treo bang
tang thoi; thanh lap; to giac; dieu tra; xac minh
ngan chan; phong ngua; dau tranh
phat hien; xu phat; cuong che; tiep nhan; cap phep; cap giay; dang ky; thong ke; thong bao; thong tin; gui ve; gui bao; trinh uy
trinh ubnd; trinh cap; trinh chinh; trinh thu; trinh ban; kien nghi; tiep thu; giai trinh; quan tam; chu trong; uu tien; quyet liet
nghiem tuc; day du; dua vao; dua noi; luon; phai; can; se; nham; de; theo chuc; theo nhiem; theo tham; theo quy; theo ke; theo phan
theo linh; theo dung; theo che; theo yeu; tuy theo; tren dia; trong qua; trong pham; trong linh; trong viec; trong cong; trong thoi
trong nam; trong do; truoc ngay; truoc thang; duoc giao; duoc phan; duoc uy; lam dau; lam co; la co; la don; la dau; la thanh
co nhiem; co ke; co giai; co bien; co phuong; chu tam; chuan bi; len ke; khao sat; cong nhan; bien soan; soan thao; in an; cap phat
mua sam; trang bi; lap dat; van hanh; ket noi; chia se; tich hop; so hoa; dao tao; boi duong; tap huan; giao duc; tuyen dung
tuyen sinh; day nghe; giam ngheo; nam bat; quan sat; canh bao; du bao; phan tich; tong ket; so ket; kiem soat; kiem ke; kiem dinh
kiem nghiem; luu tru; bao quan; dieu chinh; sua doi; bo sung; thay the; bai bo; gop y; lay y; xin y; tra loi; phan cong; giao nhiem
giao chi; giao cho; giao ubnd; giao so; yeu cau; de nghi; chap hanh; thi hanh; tuan thu; bao tri; tu bo; ton tao; trung tu; phuc hoi
khac phuc; ung pho; cuu ho; cuu nan; so tan; di doi; giai phong; thu hoi; boi thuong; tai dinh; dau gia; dau thau; lua chon; tap hop
tu van; truyen thong; quang ba; gioi thieu; dua tin; phat song; dang tai; dang tin; viet bai; mo chuyen; xay lap; thi cong
nghiem thu; ban giao; quyet toan; giai ngan; thanh toan; chi tra; ke khai; thu thap; tra cuu; quy hoach; khoanh dinh; giao dat
cho thue; cho vay; dieu hanh; dieu phoi; dieu tiet; binh on; can nhac; xem xet; quyet dinh; phe duyet; chap thuan; cho y; ky ket
dam phan; cu can; cu cong; cu nguoi; cu doan; cu chuyen; cu nhan; cu dai; phan dau; hang nam; hang quy; hang thang; hang tuan
hang ngay; dinh huong; lien tuc; dong thoi; cung voi; khong de; khong ngung; nhanh chong; rieng; ngoai ra; neu co; khi co; khi phat
sau khi; ke tu; trong truong; truc tiep; tang toc; rut ngan; giam thieu; han che; xoa bo; nhan rong; lan toa; bam sat; gan voi
cung co; tham van; chong; phong; sua chua; tien hanh; truc ban; truc chien; tang thoi; cam bien; du phong; phan anh; ra mat
dong chu; dam nhan; dam nhiem; ap dung; bo nhiem; phat dong; phat dong phong; tao lap; tao moi; gin giu; boi dap; thuc hanh; can thiep
cham lo; cham soc; tham hoi; dieu duong; kham chua; kham suc; dang cai; huong ung; huong toi; chuyen giao; chuyen tai; chuyen den
nhan dien; cai tao; giao ban; giao dich; giam dinh; bat buoc; to tung; truy to; xet xu; truy cap; kich cau; dat hang; cung ung
tieu thu; van chuyen; du tru; mua; ban; giu vung; giu; quyen gop; ung ho; tiem; phan luong; phan cap; phan quyen; sang loc; don gian
cat giam; rut kinh; hoc tap; lay; nhap; xuat; canh tac; khai bao; khai; cong tac; tham quan; trong; nuoi; day; dua ra; cu the
cam ket; dac biet; tuan tra; ngan ngua; tran ap; nghiem cam; cho phep; nang; lam tot; lam viec; lam ro; thuc day; xac dinh; xac nhan
xac lap; khoi thong; khoi phuc; gan; mo; moi; mo cac; mo lop; to; xin; neu; vui long; tang; ky; lap; cap; chi; ra; cho; gui; nop
trinh; dang; thu; cu; luu; sap; sam; tu; lanh dao; lam nong; nao vet; luc luong; the hien; lap so; ket hop; thuong truc; phu trach
da dang; nam tinh; nam hoan; vay von; giai trinh; so cuu; kiem diem; rut gon; niem yet; quan trac; nhac nho
dong cua; di chuyen; dap ung; lien thong; bien tap; nam chac; tham van; tiep song
am hieu; an ui; bai tru; ban bac; ban chi; ban hoach; ban phao; bat dau; bat giu; bieu quyet; binh xet; bo cong; bo di; boc tach
boi boi; cach ly; canh giac; cap doi; cap dong; cap lai; cap moi; cat tia; cau truyen; chat van; che tao; chi vien; chia tach
chiu su; cho biet; cho muon; cho ra; chon cu; chon loc; chon mua; chung minh; chung nhan; chung thuc; chuyen ho; chuyen tien
co dong; cong ung; dan dat; danh dau; danh quy; danh thoi; dao lap; dap dap; dap ung; dat muc; dat ra; dau noi; day lui; de bao
de cao; de cu; de dat; de ra; den bu; di chuyen; di dan; dich chuyen; dinh gia; do dac; doi chieu; doi thoai; don dep; don tiep
dong gop; dong hanh; dong kin; dua tren; duc ket; gan bien; gan ket; gay quy; ghi chep; ghi nhan; gia co; gia han; gia tang
giai ma; giai the; giai thich; giai toa; giam can; giam nhe; gian tem; giao khoan; giao luu; giao nop; giao quyen; gieo cay
gieo trong; han gan; hau kiem; hien thuc; hiep thuong; ho de; ho tong; hoa giai; hoa mang; hoan tat; hoan tra
hop nhat; hop quy; hop thuc; hung don; huy bo; ke thua; keo dai; khac dau; khac sau; khai giang; khai mac; khai thong; kham phat
kham tuyen; khang dinh; khep kin; khoanh nuoi; khoanh vung; khoi cong; khoi to; khu trung; khuyen cao; khuyen nghi; kich hoat
kiem dem; kien tao; lam cho; lam giam; lam moi; lam sach; lam thu; lap bao; lap bien; lap phuong; lap quy; lap to; len an
len lich; loai bo; loai tru; lot gach; luan chuyen; luong hoa; luu giu; luu hanh; luu thong; luu y; ly giai; mang lai; minh bach
mo dot; moi chuyen; moi goi; moi tham; nang do; ngung cap; nhac lai; nhan ban; nhan giao; nhan ho; nhan manh; nhan tin; nhap lieu
noi dai; nop ho; phan bien; phan dinh; phan khai; phan loai; phan ra; phan to; phan vai; phan vung; phat am; phat hanh; phat loa
phat quang; phat to; pho cap; phu song; phu xanh; phun thuoc; quet don; quy dinh; quy tap; quyet tam; ra doi; ra quan; ra thong
ran de; sach hoa; san sang; sang che; sao luu; sap dat; soan giang; soi chieu; sua sang; tac dong; tai cau; tai co; tai hien
tai hoa; tam dung; tam giu; tam ung; tan dung; tang chi; tang gia; tang qua; tap dot; tap ket; thach thuc; thay doi; thay moi
theo sat; thi tuyen; thiet lap; thoa thuan; thong nhat; thong suot; thu gom; thu hep; thu nghiem; thu nhan; thu nop; thua nhan
thuc thi; thue chuyen; thue tu; thuong luong; thuong thao; thuyet minh; thuyet phuc; tiep can; tiep cong; tiep don; tiep quan
tiep suc; tiep xuc; tieu doc; tieu hao; tieu huy; tim hieu; tim tham; toi uu; tom tat; ton vinh; tra ket; trai tham; trao doi
trao qua; trao tang; trich lap; trich ngan; trich xuat; tro gia; trong cay; trong nom; trong rung; tru dong; truc cuu; truc gac
trung bay; trung cau; truong bay; truy quet; truy thu; truy tim; truy vet; truy xuat; truyen day; tu choi; tu chu; tu danh
tu kiem; tu soi; tuoi tieu; tuyen chon; tuyen duong; tuyen mo; uoc tinh; uom giong; uy quyen; viet bao; vinh danh; vua chong
vuon len; xa lu; xet chon; xet cong; xet duyet; xoay vong; xuat cap; yem tro
""")
# single words of the list above that end a name alone (others need their second word)
STOP_WORDS = _set("""
cần; phải; sẽ; nhằm; để; là; được; nếu; khi; tại; do; bằng; từ; theo; trên; trước; sau; thì; cùng; có; mà; gồm; bao gồm; như; vì
qua; đến; về; với; làm; gửi; trình; lập; nộp; luôn; đã; đang; không; chưa; hay; trong; ngoài; đối; giữa; cho; cử; tự; xin; nên; ra
giúp
""")

NAME_VERBS = _set("""
quan ly; to chuc; dau tu; xay dung; giao duc; cong an; tuyen truyen; kiem tra; phat trien; thong tin; thong ke; dao tao; kiem soat
kiem dinh; kiem nghiem; quy hoach; xuc tien; bao ve; bao ton; ho tro; tu van; dieu hanh; giam sat; truyen thong; van dong; thi hanh
khuyen khich; thanh tra; dieu phoi; cong nhan; luu tru; phuc hoi; dieu tra; phong chong; phong; cap; bao tri; ung dung; nghien cuu
lien ket; hop tac; van hanh; giam dinh; day nghe; tu; giam ngheo; ung pho; cuu ho; khoi nghiep; doi moi; chuyen doi
""")
# verbs that are also what bodies are named after: inside a name they go on with it
SOFT_VERBS = _set("""
dau tu; phat trien; quan ly; xay dung; dao tao; nghien cuu; khai thac; bao ve; su dung; ho tro; bao ton; khuyen khich; chuyen giao
ung dung; quy hoach; kiem dinh; giam dinh; dieu duong; phuc hoi; bao tri; ky thuat
""")
# verbs of one syllable, lower case with marks
SHORT_VERBS = _set("""
mở; cử; lập; mua; giúp; lo; đưa; soạn; dạy; giảm; dành; nhận; phát; trao; tặng; thăm; dựng; sửa; tuyển; ký; nêu; chọn; tìm; viết
đăng; rà; bố; treo; cấp; vớt; trồng; in; kẻ; cắm; sơn; gom; thu; khám; dọn; quét; tiêm; phun; lắp; đặt; đón; chạy; chiếu; mời; đo
nạo; đắp; nắm; gieo; khơi; dán; tháo; giữ; trực; canh; bắt; xóa; xây; nuôi; đọc; họp; ghi; bám; cắt
bắn; nhắn; hoãn; ngăn; gỡ; thả; rút; dẹp; thuê
""")
# words of two syllables that hold a word at which names end otherwise
COMPOUNDS = _set("""
trật tự; thứ tự; tuần tự; việc làm; bầu cử; đồng bằng; tiền gửi; tự do; tự quản; tự nguyện; tự nhiên; tự lực; tự động; đối ngoại; đối tác
có công; hàng không; phòng không; cấp trên; sau đại; cân đối; làm nghề; từ thiện; vì người; không quân; không gian; ra đa; thông qua
công trình; chương trình; quy trình; trợ giúp; giúp đỡ; giúp việc; sau thu
""")
# levels of schools, folded
SCHOOL_LEVELS = _set("""
mam non; mau giao; tieu hoc; thcs; thpt; trung hoc co so; trung hoc pho thong; trung hoc; pho thong; th&thcs; ptdtnt; ptdtbt; mn; th
pho thong dan toc noi tru; pho thong dan toc ban tru; dan toc noi tru; giao duc thuong xuyen; gdtx; trung cap; cao dang; dai hoc
th,thcs; day nghe; lien cap; tieu hoc va trung hoc co so; trung cap nghe; cao dang nghe
""")
# Clauses that tell which of several bodies are meant: "nơi có dự án đi qua"
CLAUSE_WORDS = _set("nơi; có; đóng; thuộc")

# what may stand between "phối hợp" and the partners
COOP_ADVERBS = _set("""
,; -; /; cac ben; cu the; chat che; quyet liet; nhuan nhuyen; toan dien; lien tuc; co hieu qua; mat thiet; nghiem tuc; dong bo
chu dong; cung; cung voi; dau moi; day du; hieu qua; ho tro; hoac; huu hieu; kip thoi; lam viec; lien ket voi; linh hoat
nhip nhang; thuc hien cung; thuc hien voi; thuong xuyen; tich cuc; tot; trien khai voi; truc tiep; va; voi
""")
# what may close a heading behind "chủ trì" without being work of its own
HEADING_REST = _set("""
chiu trach nhiem; chu tri thuc hien; co trach nhiem; tap trung thuc hien cac nhiem vu sau; tham muu; tham muu cac noi dung
tham muu thuc hien; tham muu trien khai; tham muu trien khai hieu qua cac noi dung; thuc hien; thuc hien cac nhiem vu
thuc hien cac nhiem vu giai phap sau; thuc hien cac nhiem vu sau; thuc hien cac noi dung; thuc hien cac noi dung sau
thuc hien mot so nhiem vu; thuc hien mot so nhiem vu sau; thuc hien nhiem vu; thuc hien nhung nhiem vu sau; to chuc
to chuc thuc hien; trien khai; trien khai thuc hien
""")

# which of the places are meant
PLACE_TAILS = _set("""
ven biển; miền núi; biên giới; vùng cao; hải đảo; trọng điểm; đồng bằng; nông thôn; vùng sâu; vùng xa; nêu trên; nói trên; còn lại
phía nam; phía bắc; phía đông; phía tây; giáp ranh; lân cận; bãi ngang; ven đô; khó khăn
""")

# lower-case words that go on with a name behind "và"
JOINED_BY_AND = _set("""
truyền hình; phát triển; nhỏ và; công nghệ; đào tạo; du lịch; nông thôn; hỗ trợ; trẻ em; công nghiệp; môi trường; trung học
""")

# plain words that may follow the place of a name and still belong to it ("tỉnh ủy", "thành phố trực thuộc")
BEHIND_PLACES = _set("""
và; trực; liên; cấp; có; trên; thuộc; chi; ủy; đoàn; đội; hội; nơi; vùng; ven; khu; miền; đảo; số; loại; phận; môn; máy
""")

# The first word of a person's name
FAMILY_NAMES = _set("""
nguyen; tran; le; pham; huynh; hoang; phan; vu; vo; dang; bui; do; ho; ngo; duong; ly; dinh; trinh; mai; truong; lam; doan; luong; ha; ta
cao; dao; to; chu; quach; thai; luu; trieu; la; nong; vi; tang; chau; kieu; phung; ton; au; vuong; van; lo; giang; a; quang; cam; sung
mua; vang; thao; ma; nghiem; bach; tong; khuc; lai; than; mac; dam; bien; kim; hua
""")
