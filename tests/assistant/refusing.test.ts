import { describe, expect, test } from 'vitest';
import { asksForMoney, asksOutside } from '../../hub/assistant/refusing/asks.ts';
import { refusalWeights, refusedFrom } from '../../hub/assistant/refusing/weights.ts';
import { shared } from '../library/material.ts';
import { crossValidated, fitRefusal, refusalExamples } from './refusal-fit.ts';

test.each([
  ['Ai là bí thư chi bộ của tôi?', true],
  ['ai la bi thu chi bo cua toi', true],
  ['Giá vàng hôm nay', true],
  ['Số tối đa là bao nhiêu?', false],
  ['so toi da la bao nhieu', false],
  ['Đảng viên được mang theo gì?', false],
])('%s is of oneself, of today or of somebody: %s', (question, outside) => {
  expect(asksOutside(question)).toBe(outside);
});

test.each([
  ['Lương cơ sở là bao nhiêu?', true],
  ['Công chức xếp loại chất lượng mấy mức?', false],
  ['cong chuc xep loai chat luong may muc', false],
  ['le phi la bao nhieu', true],
])('%s asks for money: %s', (question, money) => {
  expect(asksForMoney(question)).toBe(money);
});

describe.skipIf(!shared)('the weights', async () => {
  const examples = shared ? await refusalExamples() : [];

  test('are those that the fit gives', () => {
    const fitted = fitRefusal(examples);
    for (const [name, weight] of Object.entries(refusalWeights)) {
      expect(fitted[name as keyof typeof fitted], name).toBeCloseTo(weight, 1);
    }
  });

  test('judge questions that they were not fitted on', () => {
    const judged = crossValidated(examples);
    const share = (unanswerable: boolean) => {
      const those = judged.filter((one) => one.unanswerable === unanswerable);
      return those.filter(({ likelihood }) => likelihood >= refusedFrom).length / those.length;
    };
    expect(share(true)).toBeGreaterThanOrEqual(0.84);
    expect(share(false)).toBeLessThanOrEqual(0.08);
  });
});
