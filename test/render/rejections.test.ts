import { expect, test } from 'vitest';
import { rejections } from '../../src/render/messages/rejections.ts';
import { isRejection, rejectionCodes } from '../../src/warehouse/load/fate.ts';

test('every rejection there can be has its sentence, and every sentence is of one', () => {
  expect(Object.keys(rejections).toSorted()).toEqual(rejectionCodes().toSorted());
});

test('the codes are those that have been promised', () => {
  const promised = [
    'no_order_id no_customer unknown_kind score_out_of_range',
    'bad_ordered_at bad_amount bad_refunded bad_discount bad_quantity',
    'bad_created_at bad_started_at bad_ended_at bad_enrolled_at bad_points_earned bad_points_redeemed',
    'bad_answered_at bad_score bad_satisfaction bad_effort bad_completed',
    'bad_occurred_at bad_spent_on',
  ];
  expect(rejectionCodes()).toEqual(expect.arrayContaining(promised.join(' ').split(' ')));
  expect(rejectionCodes().every(isRejection)).toBe(true);
});

test.each(Object.entries(rejections))('%s is one sentence in each language', (_code, { en, fr }) => {
  expect(en()).toMatch(/^[A-Z][^.]*\.$/);
  expect(fr()).toMatch(/^[A-ZÀ-Ý][^.]*\.$/u);
  expect(fr()).not.toBe(en());
});
