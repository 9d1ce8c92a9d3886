/** A paper as it is printed: all words are there, nothing is asked any more. Goes to the thread that renders it. */
export interface PaperDocument {
  /** For the properties of the file. */
  name: string;
  /** When this text came to be: the same paper makes the same file again. */
  at: Date;
  /** `ĐẢNG BỘ XÃ A`; null where nothing stands above. */
  parent: string | null;
  /** `CHI BỘ THÔN 1`. */
  issuer: string;
  /** `Số 07-BB/CB`. */
  sign: string;
  /** `Xã A, ngày 05 tháng 02 năm 2026`. */
  placeAndDay: string;
  /** Such as `DỰ THẢO`; null on a paper that was approved. */
  mark: string | null;
  /** `BIÊN BẢN`. */
  kind: string;
  /** Below the kind: what it is about. */
  subject: string;
  body: readonly Block[];
  left: Signature | { recipients: readonly string[] };
  right: Signature;
  /** Dated corrections, below the signatures. */
  notes: readonly string[];
}

export type Block = { heading: string } | { paragraph: string } | { remark: string };

/** Lines of a signature: in bold, then not bold, then room for a hand, then the name. */
export interface Signature {
  bold: readonly string[];
  plain: readonly string[];
  name: string;
}

/** `docx` for who goes on writing, `pdf` for who reads. */
export const fileFormats = ['docx', 'pdf'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};
