import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Resource } from '@fluent/syntax';
import { describe, expect, test } from 'vitest';
import { problemCodes } from '../../hub/people/import/problems.ts';

/** Each message with the facts it shows. */
function messages(language: string): Record<string, string[]> {
  const path = join(import.meta.dirname, '../../hub/locales', language, 'people.ftl');
  const resource: Resource = parse(readFileSync(path, 'utf8'), { withSpans: false });
  return Object.fromEntries(
    resource.body.flatMap((entry) => {
      if (entry.type === 'Junk') throw new Error(`${language}: ${entry.content}`);
      if (entry.type !== 'Message') return [];
      const facts = JSON.stringify(entry.value).matchAll(
        /"VariableReference","id":{"type":"Identifier","name":"(\w+)"/g,
      );
      return [[entry.id.name, [...facts].map(([, name]) => name ?? '').toSorted()]];
    }),
  );
}

describe('the words of the feature', () => {
  test('are the same in both languages, with the same facts', () => {
    expect(messages('en')).toEqual(messages('vi'));
  });

  test('cover every refusal', () => {
    const refusals = [
      'unit-unknown',
      'member-unknown',
      'may-not',
      ...['wrong', 'used', 'expired', 'revoked'].map((reason) => `invite-${reason}`),
      'token-scope-unknown',
      'rule-unknown',
      'chat-channel-full',
      ...problemCodes.map((code) => `import-${code}`),
    ];
    expect(Object.keys(messages('vi')).toSorted()).toEqual(refusals.toSorted());
  });
});
