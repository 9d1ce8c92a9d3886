import type { PaperContent, PaperKind } from './content.ts';
import type { Block, PaperDocument, Signature } from './document.ts';
import { numberAndSign, numberedHeading, paperForms } from './forms.ts';
import { issuerSign } from './last-meeting.ts';
import { dayInWords, shortDay } from './vietnamese-form.ts';

/** What a draft says of itself on paper. */
const draftRemark = '[Đoạn dưới đây do máy soạn từ ghi chép, chưa có người duyệt]';

/** A paper as it is printed now: with its number once it was approved, until then as a draft. */
export function documentOf(paper: {
  kind: PaperKind;
  number: number | null;
  approved: boolean;
  cell: boolean;
  content: PaperContent;
  changedAt: Date;
}): PaperDocument {
  const { kind, number, content } = paper;
  const { frame, notes } = content;
  const form = paperForms[kind];
  const sign = numberAndSign(number, kind, issuerSign(paper.cell));
  const place = frame.place ? `${frame.place}, ` : '';
  return {
    name: number === null ? `${form.title} ${frame.subject}` : `${form.title} ${sign.slice(3)}`,
    at: paper.changedAt,
    parent: frame.parent ? frame.parent.toLocaleUpperCase('vi') : null,
    issuer: frame.issuer.toLocaleUpperCase('vi'),
    sign,
    placeAndDay: `${place}${dayInWords(frame.day).replaceAll(' ', '\u00a0')}`,
    mark: paper.approved ? null : 'DỰ THẢO',
    kind: form.title,
    subject: frame.subject,
    body: bodyOf(kind, content),
    left:
      kind === 'minutes'
        ? signature('NGƯỜI GHI BIÊN BẢN', frame.taker)
        : { recipients: textOf(content, 'recipients').split('\n') },
    right:
      kind === 'minutes'
        ? signature('CHỦ TRÌ HỘI NGHỊ', frame.chair)
        : { bold: [frame.onBehalf], plain: [frame.office], name: frame.signer },
    notes: notes.map(({ at, text }) => `Đính chính ngày ${shortDay(at)}: ${text}`),
  };
}

/** Parts without text are left out, and the others counted without them. */
function bodyOf(kind: PaperKind, content: PaperContent): Block[] {
  const blocks: Block[] = [];
  let headings = 0;
  for (const { key, heading } of paperForms[kind].parts) {
    const section = content.sections.find((each) => each.key === key);
    if (!section || section.text === '' || key === 'recipients') continue;
    if (heading) {
      blocks.push({ heading: numberedHeading(headings, heading) });
      headings += 1;
    }
    if (section.draft) blocks.push({ remark: draftRemark });
    blocks.push(...section.text.split('\n').map((paragraph) => ({ paragraph })));
  }
  return blocks;
}

function textOf({ sections }: PaperContent, key: string): string {
  return sections.find((section) => section.key === key)?.text ?? '';
}

function signature(title: string, name: string): Signature {
  return { bold: [title], plain: [], name };
}
