import { fold } from '../../people/index.ts';
import { keyOf, type Syllable } from './syllables.ts';

/** Words between which something is said: no keyphrase begins or ends with one. */
const emptyWords = new Set(
  (
    'à ạ ấy ai bao bằng bên bị bởi cả các cách cái càng cần chỉ cho chưa chứ chúng có còn cũng của cùng cứ đã đang đâu đây ' +
    'để đến đều đi do đó đồng được em gì gồm hãy hay hết hiện hơn khi không kể kính là lại làm lên lúc luôn mà mấy mình mỗi ' +
    'mong một mới nào này nay nên nếu ngay nghị nhất nhiều như nhưng những nó nữa ở ơi phải phía qua quá ra rằng rất rồi sao sau ' +
    'sẽ sớm suốt ta tại thêm theo thì thế tôi tới trên trong trước từ tuy và vẫn vào vậy về vì việc với vừa xin xuống ' +
    'đề nghị nhờ muốn thể thật thường toàn rõ sự ông bà anh chị bác cô chú đồng chí'
  ).split(' '),
);
const emptyFolded = new Set([...emptyWords].map(fold));

/** What is said in any proposal, whatever it is about. */
const emptyPhrases = new Set(
  (
    'đề nghị,kiến nghị,phản ánh,ý kiến,bà con,nhân dân,người dân,cấp trên,chi bộ,đảng ủy,đảng viên,đảng bộ,chính quyền,' +
    'ủy ban,cơ quan,ban ngành,cấp ủy,xem xét,quan tâm,giải quyết,hỗ trợ,tạo điều kiện,kịp thời,thời gian,thời gian qua,hiện nay,' +
    'lâu ngày,nhiều năm,năm nay,tháng nay,hằng năm,khó khăn,tình trạng,vấn đề,chúng tôi,trân trọng,cảm ơn,khắc phục,bức xúc,' +
    'thôn ta,thôn tôi,xã ta,xã tôi,địa phương,trên địa bàn,địa bàn,có biện pháp,biện pháp,ảnh hưởng,hàng ngày,trong thôn,hư hỏng'
  )
    .split(',')
    .map((phrase) => phrase.split(' ').map(fold).join(' ')),
);

const longestPhrase = 3;

/** Marks what says nothing by itself, or may say nothing where it is typed without accents. */
export function markEmpty(run: readonly Syllable[]): void {
  for (const [at, syllable] of run.entries()) {
    if (isEmpty(syllable)) syllable.empty = true;
    for (let length = 2; length <= longestPhrase; length += 1) {
      const words = run.slice(at, at + length);
      if (emptyPhrases.has(keyOf(words))) for (const part of words) part.empty = true;
    }
  }
}

/** `chợ` is a market, `cho` is nothing, and `cho` typed without accents may be both. */
function isEmpty({ written, folded }: Syllable): boolean {
  const word = written.toLowerCase();
  return emptyWords.has(word) || (word === folded && emptyFolded.has(word)) || /^\d+$/.test(word);
}
