import { invalid, Refusal } from './refusal.ts';

/** A text that Zalo approved beforehand. Costs are in đồng; null: it cannot go that way. */
export type TemplateDefinition = {
  id: string;
  name?: string;
  /** What the person reads, with each parameter as `<name>`. */
  text: string;
  parameters: { name: string; required?: boolean; maxLength: number }[];
  userCost: number | null;
  phoneCost: number | null;
  /** Default `transaction`; promotions are refused at night. */
  tag?: 'transaction' | 'customer-care' | 'promotion';
  /** Default `ENABLE`. */
  status?: 'ENABLE' | 'PENDING_REVIEW' | 'REJECT' | 'DISABLE';
};

export type Templates = ReturnType<typeof templates>;

const tagNames = {
  transaction: 'TRANSACTION',
  'customer-care': 'CUSTOMER_CARE',
  promotion: 'PROMOTION',
} as const;

/** The account's approved texts. */
export function templates({
  clock,
  definitions,
}: {
  clock: () => Date;
  definitions: readonly TemplateDefinition[];
}) {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));

  function find(id: unknown): TemplateDefinition | undefined {
    return byId.get(typeof id === 'number' ? String(id) : (id as string));
  }

  /** As `/template/info/v2` tells it. */
  function info(id: unknown) {
    const found = find(id);
    if (!found) throw new Refusal(-109, 'Template ID is invalid');
    const { name = `Mẫu ${found.id}`, parameters, userCost, phoneCost } = found;
    return {
      templateId: Number(found.id),
      templateName: name,
      status: found.status ?? 'ENABLE',
      reason: '',
      listParams: parameters.map((parameter) => ({
        name: parameter.name,
        require: parameter.required ?? true,
        type: 'STRING',
        maxLength: parameter.maxLength,
        minLength: 0,
        acceptNull: !(parameter.required ?? true),
      })),
      listButtons: [],
      timeout: 7_200_000,
      previewUrl: '',
      templateQuality: 'UNDEFINED',
      templateTag: tagNames[found.tag ?? 'transaction'],
      price: String(phoneCost ?? 0),
      ...(phoneCost !== null && { price_sdt: String(phoneCost) }),
      ...(userCost !== null && { price_uid: String(userCost) }),
    };
  }

  function list() {
    return [...byId.values()].map(({ id, name = `Mẫu ${id}`, status = 'ENABLE' }) => ({
      templateId: Number(id),
      templateName: name,
      createdTime: 1_790_000_000_000,
      status,
      templateQuality: 'UNDEFINED',
    }));
  }

  /** The words of a template with its places filled in. @throws {Refusal} with the code the host has for each fault */
  function fill(
    definition: TemplateDefinition,
    given: unknown,
    codes: { missing: number; tooLong: number },
  ): { text: string; data: Record<string, string> } {
    if (typeof given !== 'object' || given === null) throw invalid('template_data');
    const values = given as Record<string, unknown>;
    const data: Record<string, string> = {};
    for (const { name, required = true, maxLength } of definition.parameters) {
      const value = values[name] ?? '';
      if (typeof value !== 'string' || (required && value === '')) {
        throw new Refusal(codes.missing, `template_data is missing ${name}`);
      }
      if ([...value].length > maxLength) throw new Refusal(codes.tooLong, `${name} is too long`);
      data[name] = value;
    }
    const unknown = Object.keys(values).find((name) => !(name in data));
    if (unknown !== undefined) throw new Refusal(codes.missing, `template_data has no ${unknown}`);
    const text = definition.text.replaceAll(/<(\w+)>/g, (place, name: string) => data[name] ?? place);
    return { text, data };
  }

  /** @throws {Refusal} promotions rest from 22:00 to 06:00 in Vietnam */
  function requireHour({ tag }: TemplateDefinition): void {
    if (tag === 'promotion' && isNight(clock())) throw new Refusal(-234, 'Not allowed from 22:00 to 06:00');
  }

  return {
    find,
    info,
    list,
    fill,
    requireHour,
    set: (definition: TemplateDefinition) => void byId.set(definition.id, definition),
  };
}

/** Vietnam is seven hours ahead of UTC, all year. */
function isNight(instant: Date): boolean {
  const hour = (instant.getUTCHours() + 7) % 24;
  return hour >= 22 || hour < 6;
}
