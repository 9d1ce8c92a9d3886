import type { GivenFile } from '../../library/index.ts';

export interface QuestionAndAnswer {
  /** The question in one line, as others would ask it. */
  title: string;
  /** At length; empty where the title says it all. */
  question: string;
  answer: string;
}

/** As a document of the library, of a kind of its own. Nothing in it says who asked. */
export function questionAndAnswer(
  { title, question, answer }: QuestionAndAnswer,
  { issuer, day }: { issuer: string; day: string },
): GivenFile {
  const field = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
  const text = `---
title: "${field(title)}"
kind: "Hỏi đáp"
number: ""
issuer: "${field(issuer)}"
date: "${day}"
---

Hỏi: ${field(question || title)}

Trả lời: ${answer.trim()}
`;
  return { name: 'hoi-dap.md', mediaType: 'text/markdown', content: Buffer.from(text) };
}
