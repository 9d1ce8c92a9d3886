/** A text that the provider has approved, with places to fill in. */
export interface Template {
  id: string;
  /** What it costs by the provider's id of a person, in đồng; null: it cannot go that way. */
  userCost: number | null;
  /** The same by telephone number. */
  phoneCost: number | null;
  parameters: readonly TemplateParameter[];
}

export interface TemplateParameter {
  name: string;
  required: boolean;
  /** In characters. */
  maxLength: number;
}

/** What a message can fill in, by meaning. */
export interface TemplateFields {
  /** The person's name. */
  name: string;
  unit: string;
  title: string;
  number: string;
  issuedOn: string;
  due: string;
}

/** The names that parameters of templates may have, in English or Vietnamese without diacritics. */
const meanings: Record<string, keyof TemplateFields> = {
  name: 'name',
  ten: 'name',
  ho_ten: 'name',
  customer_name: 'name',
  unit: 'unit',
  don_vi: 'unit',
  to_chuc: 'unit',
  title: 'title',
  tieu_de: 'title',
  noi_dung: 'title',
  number: 'number',
  so: 'number',
  so_van_ban: 'number',
  issued_on: 'issuedOn',
  ngay: 'issuedOn',
  ngay_ban_hanh: 'issuedOn',
  due: 'due',
  han: 'due',
  thoi_han: 'due',
};

/** Parameters that we cannot fill: such a template is not used, and the operator is told which they are. */
export function unknownParameters({ parameters }: Pick<Template, 'parameters'>): string[] {
  return parameters.filter(({ name }) => !(name.toLowerCase() in meanings)).map(({ name }) => name);
}

/** What to put into each place; null where a required one has nothing to say. What is too long is cut with an ellipsis. */
export function filled(template: Template, fields: TemplateFields): Record<string, string> | null {
  const data: Record<string, string> = {};
  for (const { name, required, maxLength } of template.parameters) {
    const meaning = meanings[name.toLowerCase()];
    const text = meaning ? fields[meaning].normalize('NFC') : '';
    if (text === '' && required) return null;
    data[name] = cut(text, maxLength);
  }
  return data;
}

function cut(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters ? text : `${all.slice(0, Math.max(0, characters - 1)).join('')}…`;
}
