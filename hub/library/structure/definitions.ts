// "Công chức là …", "An toàn thông tin bao gồm …": at most a dozen syllables, no comma but "và", then the verb.
const definition =
  /^(?:["“]?(?<quoted>[^"“”]{2,80})["”]|(?<plain>\p{Lu}[\p{L}\p{N}\s/-]{1,80}?))(?:\s*\([^()]{1,80}\))?\s+(?:được hiểu )?là\s+(?!một trong|cơ sở để|căn cứ)/u;
const longestTerm = 12;

/** The word or phrase that a paragraph without its label defines (`Dữ liệu mở` of "Dữ liệu mở là …"); null: none. */
export function definedTerm(text: string): string | null {
  const { quoted, plain } = definition.exec(text.slice(0, 200))?.groups ?? {};
  const term = (quoted ?? plain ?? '').trim();
  return term !== '' && term.split(/\s+/).length <= longestTerm ? term : null;
}
