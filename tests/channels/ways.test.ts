import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  possibleWays,
  type Left,
  type Situation,
  type Standing,
  type Template,
  type Terms,
} from '../../hub/channels/index.ts';

const hourMs = 3_600_000;
const now = new Date('2026-11-20T08:00:00Z');
const window = { freeMs: 48 * hourMs, paidMs: 168 * hourMs, cost: 55 };
const template: Template = { id: 'T1', userCost: 200, phoneCost: 300, parameters: [] };
const endless: Left = { messages: Infinity, money: Infinity };

const terms = (given: Partial<Terms> = {}): Terms => ({
  window,
  templateFor: () => template,
  monthlyQuota: null,
  peopleQuota: null,
  monthlyBudget: Infinity,
  ...given,
});
const standing = (given: Partial<Standing> = {}): Standing => ({
  heardAt: null,
  hasPhone: false,
  group: null,
  ...given,
});
const silentFor = (hours: number) => new Date(now.getTime() - hours * hourMs);
const situation = (given: Partial<Situation> = {}): Situation => ({
  purpose: 'notice',
  standing: standing(),
  parts: 1,
  left: endless,
  now,
  ...given,
});
const waysOf = (given: Partial<Situation> = {}, under: Partial<Terms> = {}) =>
  possibleWays(terms(under), situation(given)).map(({ way }) => way);

describe('the ways to somebody', () => {
  test.each<[string, Partial<Standing>, string[]]>([
    ['heard just now', { heardAt: silentFor(0) }, ['free', 'template']],
    ['heard a moment short of two days ago', { heardAt: silentFor(47.99) }, ['free', 'template']],
    ['heard two days ago', { heardAt: silentFor(48) }, ['paid', 'template']],
    ['heard a moment short of seven days ago', { heardAt: silentFor(167.99) }, ['paid', 'template']],
    ['heard seven days ago', { heardAt: silentFor(168) }, ['template']],
    ['never heard', {}, ['template']],
    ['never heard, with a telephone', { hasPhone: true }, ['template', 'phone_template']],
    [
      'never heard, in a group that gets what cannot be sent',
      { group: { instead: false } },
      ['template', 'group'],
    ],
    [
      'heard just now, in a group that stands for personal messages',
      { heardAt: silentFor(0), group: { instead: true } },
      ['group', 'free', 'template'],
    ],
    ['heard in the future, by a clock that is ahead', { heardAt: silentFor(-1) }, ['free', 'template']],
  ])('%s', (_, given, expected) => {
    expect(waysOf({ standing: standing(given) })).toEqual(expected);
  });

  test('who may be written to at any time needs no template', () => {
    expect(waysOf({}, { window: null, templateFor: () => null })).toEqual(['free']);
  });

  test('a template that goes only by telephone is for those with one', () => {
    const byPhone = { templateFor: () => ({ ...template, userCost: null }) };
    expect(waysOf({}, byPhone)).toEqual([]);
    expect(waysOf({ standing: standing({ hasPhone: true }) }, byPhone)).toEqual(['phone_template']);
  });

  test('a template is for what it was approved for', () => {
    const forDirectives: Partial<Terms> = {
      templateFor: (purpose) => (purpose === 'directive' ? template : null),
    };
    expect(waysOf({ purpose: 'directive' }, forDirectives)).toEqual(['template']);
    expect(waysOf({ purpose: 'reminder' }, forDirectives)).toEqual([]);
  });

  test('each part of a long message counts and costs; a template stands for all of it, a group’s post for itself', () => {
    const group = { instead: false };
    const given = { parts: 3, standing: standing({ heardAt: silentFor(100), group }) };
    expect(possibleWays(terms(), situation(given))).toEqual([
      { way: 'paid', messages: 3, cost: 165 },
      { way: 'template', messages: 1, cost: 200 },
      { way: 'group', messages: 0, cost: 0 },
    ]);
  });

  test.each<[string, Left, string[]]>([
    ['no messages left', { messages: 0, money: Infinity }, ['group']],
    ['fewer messages than parts', { messages: 2, money: Infinity }, ['template', 'phone_template', 'group']],
    ['no money', { messages: Infinity, money: 0 }, ['group']],
    ['money for the cheaper alone', { messages: 3, money: 199 }, ['paid', 'group']],
    ['money to the last đồng', { messages: 3, money: 200 }, ['paid', 'template', 'group']],
    ['more of both gone than there was', { messages: -2, money: -55 }, ['group']],
  ])('with %s', (_, left, expected) => {
    const given = standing({ heardAt: silentFor(100), hasPhone: true, group: { instead: false } });
    expect(waysOf({ parts: 3, standing: given, left })).toEqual(expected);
  });

  test('what costs nothing goes however much more than the budget was spent', () => {
    const left = { messages: Infinity, money: -55 };
    expect(waysOf({ standing: standing({ heardAt: silentFor(1) }), left })).toEqual(['free']);
  });
});

const anyTerms = fc.record({
  window: fc.option(
    fc.record({ free: fc.nat(200), more: fc.nat(200), cost: fc.nat(100) }).map(({ free, more, cost }) => ({
      freeMs: free * hourMs,
      paidMs: (free + more) * hourMs,
      cost,
    })),
  ),
  template: fc.option(fc.record({ userCost: fc.option(fc.nat(500)), phoneCost: fc.option(fc.nat(500)) })),
});
const anySituation = fc.record({
  silentHours: fc.option(fc.integer({ min: -5, max: 500 })),
  hasPhone: fc.boolean(),
  group: fc.option(fc.record({ instead: fc.boolean() })),
  parts: fc.integer({ min: 1, max: 9 }),
  messages: fc.oneof(fc.nat(10), fc.constant(Infinity)),
  money: fc.oneof(fc.nat(2_000), fc.constant(Infinity)),
});

test('whatever is asked: no way twice, none that what is left does not carry, and with less left none that was not there before', () => {
  fc.assert(
    fc.property(anyTerms, anySituation, (t, s) => {
      const given = terms({
        window: t.window,
        templateFor: () => t.template && { ...template, ...t.template },
      });
      const asked = situation({
        standing: {
          heardAt: s.silentHours === null ? null : silentFor(s.silentHours),
          hasPhone: s.hasPhone,
          group: s.group,
        },
        parts: s.parts,
        left: { messages: s.messages, money: s.money },
      });
      const open = possibleWays(given, asked);
      const names = open.map(({ way }) => way);
      expect(new Set(names).size).toBe(names.length);
      for (const { messages, cost } of open) {
        expect(messages).toBeLessThanOrEqual(s.messages);
        expect(cost).toBeLessThanOrEqual(s.money);
      }
      expect(names.includes('free') && names.includes('paid')).toBe(false);
      if (names.includes('phone_template')) expect(s.hasPhone).toBe(true);
      // A group costs nothing, so it is always there for whoever is in one.
      expect(names.includes('group')).toBe(s.group !== null);
      const anyhow = possibleWays(given, { ...asked, left: endless }).map(({ way }) => way);
      expect(anyhow.filter((way) => names.includes(way))).toEqual(names);
    }),
  );
});
