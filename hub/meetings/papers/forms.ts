import type { PaperKind } from './content.ts';

/** The form of a kind of paper: the words a paper is made of, in Vietnamese whoever reads the console. */
export interface PaperForm {
  /** Printed above what it is about. */
  title: string;
  /** Its sign, between number and issuer. */
  sign: string;
  /** Parts in their order. `heading`: printed above it; null: none. `label`: what its field is called. */
  parts: readonly { key: string; heading: string | null; label: string }[];
}

/**
 * @source domain.md 3: skeletons of minutes and of a monthly resolution, and what a cell may issue (399-QĐ/TW, 11, 13)
 */
export const paperForms: Readonly<Record<PaperKind, PaperForm>> = {
  minutes: {
    title: 'BIÊN BẢN',
    sign: 'BB',
    parts: [
      { key: 'time-place', heading: null, label: 'Thời gian, địa điểm' },
      { key: 'people', heading: null, label: 'Thành phần' },
      { key: 'content', heading: 'Nội dung', label: 'Nội dung' },
      { key: 'opinions', heading: 'Ý kiến thảo luận', label: 'Ý kiến thảo luận' },
      { key: 'conclusions', heading: 'Kết luận của chủ trì', label: 'Kết luận của chủ trì' },
      { key: 'motions', heading: 'Biểu quyết', label: 'Biểu quyết' },
      { key: 'tasks', heading: 'Phân công thực hiện', label: 'Phân công thực hiện' },
      { key: 'quality', heading: 'Tự chấm chất lượng buổi sinh hoạt', label: 'Tự chấm chất lượng' },
      { key: 'closing', heading: null, label: 'Kết thúc' },
    ],
  },
  resolution: {
    title: 'NGHỊ QUYẾT',
    sign: 'NQ',
    parts: [
      { key: 'opening', heading: null, label: 'Mở đầu' },
      { key: 'last-month', heading: 'Đánh giá kết quả tháng trước', label: 'Đánh giá kết quả tháng trước' },
      { key: 'next-month', heading: 'Nhiệm vụ tháng tới', label: 'Nhiệm vụ tháng tới' },
      { key: 'carrying-out', heading: 'Tổ chức thực hiện', label: 'Tổ chức thực hiện' },
      { key: 'quality', heading: 'Tự chấm chất lượng buổi sinh hoạt', label: 'Tự chấm chất lượng' },
      { key: 'passed', heading: null, label: 'Thông qua' },
      { key: 'recipients', heading: null, label: 'Nơi nhận' },
    ],
  },
  conclusion: {
    title: 'KẾT LUẬN',
    sign: 'KL',
    parts: [
      { key: 'opening', heading: null, label: 'Mở đầu' },
      { key: 'conclusions', heading: 'Nội dung kết luận', label: 'Nội dung kết luận' },
      { key: 'next-month', heading: 'Phân công thực hiện', label: 'Phân công thực hiện' },
      { key: 'carrying-out', heading: 'Tổ chức thực hiện', label: 'Tổ chức thực hiện' },
      { key: 'passed', heading: null, label: 'Thông qua' },
      { key: 'recipients', heading: null, label: 'Nơi nhận' },
    ],
  },
};

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** `I- Nội dung`, counted over the parts that are there. */
export function numberedHeading(index: number, heading: string): string {
  return `${romans[index]}- ${heading}`;
}

/**
 * `Số 07-BB/CB`: no colon, a zero below ten. Without a number, room to write one.
 *
 * @param issuerSign `CB` of a cell, `ĐU` of a committee
 */
export function numberAndSign(number: number | null, kind: PaperKind, issuerSign: string): string {
  const written = number === null ? '    ' : String(number).padStart(2, '0');
  return `Số ${written}-${paperForms[kind].sign}/${issuerSign}`;
}
