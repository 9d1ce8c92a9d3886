import { says } from '../phrases.ts';
import type { OwnTopic } from '../port.ts';
import { spelledOut } from '../shorthand.ts';

/** Of a cell or committee that is the asker's own. */
const ours = '(?:của )?(?:chúng )?(?:tôi|mình|em|ta)';
const cell = '(?:chi bộ|chi đoàn|tổ đảng)';
const unit = `(?:${cell}|chi ủy|chi uỷ|đảng bộ|đảng ủy|đảng uỷ|cấp ủy|cấp uỷ|ban chấp hành)(?: (?:bộ phận|cơ sở|xã|phường|thôn|cơ quan))*`;
const ourUnit = `(?:${unit} ${ours}|${unit} (?:nơi |mà )?(?:tôi|mình|em) (?:đang )?(?:sinh hoạt|ở))`;
const me = '(?:tôi|mình|em)';
const office = '(?:phó bí thư|bí thư|chi ủy|chi uỷ|cấp ủy|cấp uỷ|lãnh đạo|đảng ủy|đảng uỷ)';
const soon =
  '(?:tháng này|tháng sau|tháng tới|tháng \\d+|tuần này|tuần sau|tuần tới|hôm nay|tối nay|chiều nay|sáng nay|ngày mai|mai|sắp tới|kỳ này|kỳ tới|lần tới|lần sau|buổi tới|tới đây)';
const gathering = '(?:họp|sinh hoạt|cuộc họp|buổi họp|buổi sinh hoạt|hội nghị)';
const when = '(?:khi nào|bao giờ|lúc nào|ngày nào|ngày mấy|hôm nào|mấy giờ|lúc mấy giờ|ở đâu|chỗ nào)';
const howMany = '(?:bao nhiêu|mấy)';
/** The question ends here: what would follow makes it one about rules. */
const politely = '(?: vậy| thế| nhỉ| ạ| đồng chí| em)*$';

/** A rule, right, duty or procedure is asked for: documents say those, whoever asks. */
const asksForRule = says([
  'quyền',
  'nghĩa vụ',
  'trách nhiệm',
  'nhiệm vụ',
  'nhiệm kỳ',
  'quy định',
  'theo điều lệ',
  'theo luật',
  'theo hướng dẫn',
  'điều kiện',
  'tiêu chuẩn',
  'thủ tục',
  'hồ sơ gồm',
  'bị xử lý',
  'bị kỷ luật',
  'bị xóa tên',
  'bị xoá tên',
  'bị khai trừ',
  'kỷ luật',
  'thì (?:bị|có bị|phải|làm|sinh hoạt|được|có được|gửi|sao)',
  'do ai',
  'có được',
  'được (?:miễn|bầu|kiêm|biểu quyết|góp)',
  'phải (?:làm|đóng|họp|nộp|có)',
  'triệu tập',
  'tối thiểu',
  'tối đa',
  'muốn',
  'bầu',
  'kết nạp',
  'một lần',
  'là (?:bao lâu|mấy năm)',
]);

const isAbout: readonly (readonly [OwnTopic, (typed: string) => boolean])[] = [
  [
    'attendance',
    says([
      `${me} (?:đã |có )?(?:vắng|nghỉ|nghỉ họp|nghỉ sinh hoạt|vắng họp|vắng mặt|dự|dự họp|tham gia|đi họp|họp)(?: họp| sinh hoạt)? (?:được )?(?:mất )?(?:${howMany}|buổi nào|lần nào|đủ)`,
      `${me} (?:có )?(?:đi họp|dự họp|họp|sinh hoạt) (?:có )?(?:đủ|đầy đủ) (?:không|chưa)`,
      `${me} (?:đã |có )?(?:vắng|nghỉ|dự).{0,25} (?:buổi|lần) (?:nào|họp nào|sinh hoạt nào)`,
      `(?:số|bao nhiêu|mấy) (?:buổi|lần) ${me} (?:đã )?(?:vắng|nghỉ|dự|họp)`,
      `(?:năm nay|từ đầu năm|tháng này) ${me} (?:đã )?(?:dự|vắng|nghỉ|họp)`,
    ]),
  ],
  [
    'waiting',
    says([
      `${me} (?:còn|có|cần|phải|đang|chưa|đã).{0,30}(?:văn bản|thông báo|chỉ thị|giấy mời|nghị quyết).{0,30}(?:nào|gì|không|chưa)`,
      `(?:còn |có )?(?:văn bản|thông báo) (?:nào|gì).{0,20}${me}.{0,10}(?:chưa|cần|phải|còn)`,
      `(?:còn |có )?(?:văn bản|thông báo) (?:nào|gì) (?:đang )?(?:chờ|đợi|cần) ${me}`,
      `(?:còn |có )?(?:văn bản|thông báo) (?:nào |gì )?(?:còn )?(?:chưa|cần) (?:xác nhận|nắm|đọc)`,
      `${me} (?:đã )?(?:xác nhận|nắm|đọc) (?:hết|đủ|xong)`,
      `${me} (?:còn|cần|phải|chưa) (?:phải )?(?:xác nhận|nắm|đọc) (?:những |cái )?(?:văn bản|thông báo|gì)`,
    ]),
  ],
  [
    'opinions',
    says([
      `(?:ý kiến|góp ý|kiến nghị|phản ánh|câu hỏi|đơn|đề xuất)(?: kiến nghị| phản ánh)? (?:của |mà )?${me}.{0,30}(?:chưa|đến đâu|tới đâu|thế nào|kết quả|trả lời|xử lý|ra sao)`,
      `${me} (?:đã )?(?:gửi|nêu|hỏi|góp ý|kiến nghị|phản ánh).{0,40}(?:chưa|đến đâu|tới đâu)`,
    ]),
  ],
  [
    'status',
    says([
      `${me} (?:đang |còn |đã |có phải )?(?:là )?đảng viên (?:chính thức|dự bị).{0,20}(?:hay|chưa|không)`,
      `${me} (?:đang |hiện |giờ )?là đảng viên (?:gì|loại nào|loại gì|diện nào)$`,
      'am i (?:a |an )?(?:full|probationary|official) member',
      `(?:trạng thái|tình trạng|diện) (?:đảng viên )?(?:của )?${me}`,
      `(?:bao giờ|khi nào) ${me} (?:được|vào|thành|hết|là).{0,25}(?:chính thức|dự bị)`,
      `${me} (?:được công nhận|vào đảng|kết nạp|hết dự bị) .{0,10}(?:khi nào|bao giờ|ngày nào)`,
    ]),
  ],
  [
    'members-count',
    says([
      `${ourUnit}.{0,25}(?:${howMany}|số) (?:đảng viên|đồng chí|người|thành viên)`,
      `(?:số|số lượng|tổng số|${howMany}) (?:đảng viên|đồng chí).{0,10}${ourUnit}`,
    ]),
  ],
  [
    'leaders',
    says([
      `${office}.{0,12} ${ourUnit}`,
      `ai .{0,25}${office}.{0,15} ${ours}`,
      `${office} (?:${unit} )?(?:xã |phường )?${ours}.{0,15}(?:là ai|tên|ai|gồm|nào)`,
      `${office} ${cell}(?: này)? (?:là ai|tên (?:là )?gì|là đồng chí nào|hiện nay là ai)`,
      `ai (?:là|đang là|làm|đang làm) (?:phó )?bí thư ${cell}$`,
      `${ourUnit}.{0,15}${office}.{0,10}(?:là ai|gồm|những ai|nào)`,
      `${ourUnit} (?:do )?ai (?:lãnh đạo|phụ trách|đứng đầu)`,
      'who (?:is|are|leads) (?:my|our) (?:cell s |cell )?(?:secretary|deputy|leaders?|committee|cell)',
    ]),
  ],
  [
    'unit',
    says([
      `${me} (?:đang |thuộc |hiện )*(?:sinh hoạt|ở|thuộc|công tác)(?: đảng)? (?:ở |tại |trong )?(?:${unit}|đâu|chỗ)(?: nào)?$`,
      `${me} (?:là )?(?:đảng viên )?(?:của |thuộc )(?:${unit}) nào`,
      `${unit} ${ours} (?:là|tên) (?:${unit} nào|gì|là gì)`,
    ]),
  ],
  [
    'meetings',
    says([
      `lịch (?:${gathering})(?: ${cell})?(?: của)?(?: ${me})?(?: (?:${soon}|năm nay|${when}|là))*`,
      `${ourUnit}.{0,20} ?${gathering}.{0,25}${when}`,
      `${ourUnit}.{0,15}${when}.{0,10}${gathering}`,
      `${when}.{0,12}${ourUnit}.{0,12}${gathering}`,
      `${gathering}.{0,12}${ourUnit}.{0,12}${when}`,
      `${soon}.{0,25}${gathering}`,
      `${gathering}.{0,25}${soon}`,
      `^(?:buổi |cuộc )?họp ${when}`,
      `^(?:bao giờ|khi nào|mấy giờ|hôm nào|lúc nào|ngày nào) (?:thì )?(?:${cell} )?(?:họp|sinh hoạt)(?: ${cell})?${politely}`,
      `^${cell} (?:họp|sinh hoạt) (?:lúc )?${when}${politely}`,
      `when (?:is|are|do|does|will) .{0,15}(?:meeting|meetings|meet)`,
    ]),
  ],
];

/** A matter of the asker's own that the hub's data answer; null for what is the library's to say. */
export function ownTopicIn(typed: string): OwnTopic | null {
  const said = spelledOut(typed);
  if (asksForRule(said)) return null;
  return isAbout.find(([, isIt]) => isIt(said))?.[0] ?? null;
}
