/**
 * How a paper of the Party looks on A4: every size in one place, since the layouts that offices pass on differ by a
 * point or two. Sizes in points, lengths in millimetres.
 *
 * @source 05-HD/VPTW (27/5/2026) with 399-QĐ/TW (9/1/2026), as domain.md 3 has them; 36-HD/VPTW (3/4/2018) where the
 *   newer text was not seen. To be compared with the full text before an office relies on it.
 */
export const layout = {
  /** Named in a DOCX; in a PDF stands Tinos, which has its measures and may be embedded. */
  typeface: 'Times New Roman',
  pageMm: { width: 210, height: 297 },
  marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
  /** Of what stands between the margins, the left column of the header and of the signatures. */
  leftColumn: 0.45,
  titlePt: 15,
  /** The rule below the title is as long as the title. */
  titleRuleMm: 73,
  issuerPt: 14,
  signPt: 14,
  placeAndDayPt: 14,
  kindPt: 16,
  subjectPt: 14,
  bodyPt: 14,
  /** Exactly, from line to line. */
  linePt: 18,
  firstLineMm: 10,
  afterParagraphPt: 6,
  signaturePt: 14,
  /** Room for a signature by hand. */
  signatureGapPt: 64,
  recipientsTitlePt: 14,
  recipientsPt: 12,
  pageNumberPt: 14,
} as const;

/** A line of Tinos or Times New Roman, in its own size: ascent, descent and gap. */
export const naturalLine = 1.149;

export const pointsOf = (millimetres: number): number => (millimetres * 72) / 25.4;
