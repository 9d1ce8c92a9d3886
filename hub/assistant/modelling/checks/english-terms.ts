// What an English answer may say, and the words of documents that say the same. One term a line: `english: tiếng Việt | …`.
// An English sentence is judged by these words; what has none of them is not shown. Written for this product.

const list = `
party: đảng
party member: đảng viên
member: đảng viên | thành viên | ủy viên
probationary member: đảng viên dự bị | dự bị
probationary party member: đảng viên dự bị
official member: đảng viên chính thức | chính thức
full member: đảng viên chính thức | chính thức
official: chính thức | cán bộ
officer: cán bộ
civil servant: công chức
cell: chi bộ
party cell: chi bộ
committee: cấp ủy | ủy ban | ban chấp hành | đảng ủy | chi ủy
party committee: cấp ủy | đảng ủy
cell committee: chi ủy
central committee: trung ương | ban chấp hành trung ương
political bureau: bộ chính trị
politburo: bộ chính trị
secretariat: ban bí thư
secretary: bí thư
deputy secretary: phó bí thư
standing committee: ban thường vụ | thường trực
inspection committee: ủy ban kiểm tra
congress: đại hội
delegate: đại biểu
organization: tổ chức
agency: cơ quan
unit: đơn vị
body: cơ quan | tổ chức
grassroots: cơ sở
level: cấp | mức
superior: cấp trên
higher level: cấp trên
province: tỉnh
commune: xã
ward: phường
village: thôn
national assembly: quốc hội
government: chính phủ
ministry: bộ
minister: bộ trưởng
prime minister: thủ tướng
state: nhà nước
people: nhân dân | người
person: người
citizen: công dân
individual: cá nhân
enterprise: doanh nghiệp
meeting: sinh hoạt | họp | cuộc họp | hội nghị
meet: sinh hoạt | họp
regular: thường lệ | thường xuyên | định kỳ
regular meeting: sinh hoạt thường lệ | họp thường lệ
thematic: chuyên đề
monthly: hằng tháng | hàng tháng | mỗi tháng
every month: hằng tháng | hàng tháng | mỗi tháng
each month: hằng tháng | hàng tháng | mỗi tháng
yearly: hằng năm | hàng năm | mỗi năm
annual: hằng năm | hàng năm | mỗi năm
every year: hằng năm | hàng năm | mỗi năm
quarterly: hằng quý | hàng quý | mỗi quý
time: thời gian | thời hạn | lần
duration: thời gian
period: thời gian | thời hạn
deadline: thời hạn
term: nhiệm kỳ | thời hạn
last: thời gian | kéo dài
vote: biểu quyết | bầu | bỏ phiếu
elect: bầu
election: bầu cử
right: quyền
right to vote: quyền biểu quyết | biểu quyết
duty: nhiệm vụ | nghĩa vụ
task: nhiệm vụ
responsibility: trách nhiệm
discuss: thảo luận
discussion: thảo luận
attend: tham gia | tham dự | dự
take part: tham gia | tham dự
participate: tham gia | tham dự
absent: vắng mặt | vắng
report: báo cáo
inform: thông báo | báo cáo
propose: đề nghị | đề xuất
request: đề nghị | yêu cầu
consider: xem xét | xét
decide: quyết định
decision: quyết định
approve: phê duyệt | đồng ý | chuẩn y | thông qua
issue: ban hành
replace: thay thế
amend: sửa đổi | bổ sung
effective: hiệu lực
effect: hiệu lực
take effect: hiệu lực
force: hiệu lực
regulation: quy định
resolution: nghị quyết
directive: chỉ thị
guidance: hướng dẫn
conclusion: kết luận
plan: kế hoạch
law: luật | pháp luật
document: văn bản
charter: điều lệ
rule: quy định | quy tắc
party dues: đảng phí
dues: đảng phí
pay: đóng | trả | nộp
payment: đóng | trả | nộp
salary: tiền lương | lương
wage: tiền lương | lương
income: thu nhập
remove: xóa tên | đưa ra
removal: xóa tên
name: tên
expel: khai trừ
expulsion: khai trừ
discipline: kỷ luật
disciplinary: kỷ luật
reprimand: khiển trách
warning: cảnh cáo
dismissal: cách chức
reason: lý do
legitimate: chính đáng
legitimate reason: lý do chính đáng
admit: kết nạp
admission: kết nạp
join: vào đảng | kết nạp
applicant: người vào đảng | người xin vào đảng
introduce: giới thiệu
card: thẻ
party card: thẻ đảng viên | thẻ đảng
badge: huy hiệu
transfer: chuyển
residence: cư trú
work: công tác | làm việc | lao động
working day: ngày làm việc
age: tuổi
exempt: miễn
exemption: miễn
economy: kinh tế
digital economy: kinh tế số
digital: số
digital transformation: chuyển đổi số
science: khoa học
technology: công nghệ
innovation: đổi mới sáng tạo
development: phát triển
develop: phát triển
data: dữ liệu
information: thông tin
network: mạng
cyberspace: không gian mạng
security: an ninh | an toàn
national: quốc gia
international: quốc tế
target: mục tiêu
goal: mục tiêu
scale: quy mô
share: tỷ lệ
rate: tỷ lệ
budget: ngân sách
cost: chi phí | kinh phí
education: giáo dục
training: đào tạo | bồi dưỡng
health: sức khỏe
condition: điều kiện
case: trường hợp
standard: tiêu chuẩn
quality: chất lượng
evaluate: đánh giá | xếp loại
evaluation: đánh giá | xếp loại
inspect: kiểm tra
inspection: kiểm tra
supervise: giám sát
supervision: giám sát
file: hồ sơ
form: mẫu | hình thức
opinion: ý kiến
written: văn bản
year: năm
month: tháng
day: ngày
week: tuần
hour: giờ
minute: phút
quarter: quý
once: một lần
twice: hai lần
percent: phần trăm | %
at least: ít nhất | tối thiểu | không dưới | trở lên
minimum: ít nhất | tối thiểu
or more: trở lên
at most: tối đa | không quá | nhiều nhất
maximum: tối đa | nhiều nhất
no more than: không quá | tối đa
not exceed: không quá | không vượt quá
must: phải | có trách nhiệm | có nghĩa vụ | bắt buộc
required: phải | bắt buộc
shall: phải
may: có thể | được
can: có thể | được
entitled: được | có quyền
allowed: được
allow: được | cho phép
permitted: được | phép
only: chỉ | duy nhất
all: tất cả | toàn bộ | toàn thể | mọi
every: tất cả | mọi | mỗi
each: mỗi | từng
before: trước
after: sau
above: trên
over: trên | quá | hơn
more than: trên | hơn | quá
under: dưới
less than: dưới
increase: tăng | nâng
reduce: giảm
or: hoặc
not: không | chưa
no: không | chưa
never: không
without: không | không có
prohibited: cấm | không được
forbidden: cấm | không được
except: trừ | ngoại trừ
unless: trừ
article: điều
clause: khoản
point: điểm
chapter: chương
section: mục
appendix: phụ lục
`;

/** English words, in their plain form, and what says the same. */
export const englishTerms: ReadonlyMap<string, readonly string[]> = new Map(
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [english, vietnamese] = line.split(': ');
      return [english!, vietnamese!.split(' | ')];
    }),
);

/** Words that join and claim nothing. */
export const englishConnecting: ReadonlySet<string> = new Set(
  (
    'a an the of to in on at by for from with and as is are be been being was were has have had it its this that these those who ' +
    'which their they them he she his her will would into within during per than such there also if when where while who whose ' +
    'according under according about between including include provide state say take hold do does did so then any some'
  ).split(' '),
);
