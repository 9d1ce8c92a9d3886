export const paperKinds = ['minutes', 'resolution', 'conclusion'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** A part of a paper, in the order of the kind's form (forms.ts). */
export interface Section {
  key: string;
  /** Paragraphs, one a line; empty: the part is left out. */
  text: string;
  /** What the hub last filled in. Where `text` says something else, a person wrote it. */
  prefilled: string;
  /** A model wrote in it and nobody has edited or taken that yet. */
  draft: boolean;
  /** The paper's revision when this part was last saved. */
  revision: number;
}

/** What stands around the text. */
export interface PaperFrame {
  /** `Đảng bộ xã A`; empty where nothing stands above. */
  parent: string;
  issuer: string;
  /** `Xã A`, before the day. */
  place: string;
  /** The day on the paper, `2026-02-05`. */
  day: string;
  /** Below the kind. */
  subject: string;
  chair: string;
  taker: string;
  /** Of a resolution or conclusion: `T/M CHI BỘ`, or `T/M CHI ỦY` where the cell has it so. */
  onBehalf: string;
  /** `BÍ THƯ` or `PHÓ BÍ THƯ`. */
  office: string;
  signer: string;
}

/** A correction after the approval: the paper itself stays as it was. */
export interface PaperNote {
  at: string;
  by: string | null;
  text: string;
}

/** `meeting_paper.content`. */
export interface PaperContent {
  frame: PaperFrame;
  sections: readonly Section[];
  notes: readonly PaperNote[];
}

/** What the hub would fill in now. */
export interface Prefilled {
  key: string;
  text: string;
}

export function edited({ text, prefilled }: Section): boolean {
  return text !== prefilled;
}

/** Lines that the hub knows now and did not when this part was last filled in. */
export function newsFor(section: Section, now: readonly Prefilled[]): string[] {
  const fresh = now.find(({ key }) => key === section.key)?.text ?? section.prefilled;
  const known = new Set([...section.prefilled.split('\n'), ...section.text.split('\n')]);
  return fresh.split('\n').filter((line) => line !== '' && !known.has(line));
}

/** Differs from what the hub would fill in now, and nobody has written in it: it can follow. */
export function canFollow(section: Section, now: readonly Prefilled[]): boolean {
  const fresh = now.find(({ key }) => key === section.key);
  return fresh !== undefined && !edited(section) && !section.draft && fresh.text !== section.text;
}
