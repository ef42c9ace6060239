import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/indicators/edit-distance.ts';
import { indicatorIds, nearestIds } from '../../src/indicators/index.ts';

describe('nearestIds', () => {
  it.each([
    ['retention_rat', 'retention_rate'],
    ['retnetion_rate', 'retention_rate'],
    ['Retention Rate', 'retention_rate'],
    ['repurchase-rate', 'repurchase_rate'],
    ['churn', 'churn_rate'],
    ['nps', 'net_promoter_score'],
    ['clv', 'lifetime_order_value'],
    ['attrition', 'churn_rate'],
    ['panier moyen', 'average_order_value'],
    ['fidelisation', 'retention_rate'],
  ])('%s: %s first', (text, id) => {
    expect(nearestIds(text)[0]).toBe(id);
  });

  it('says nothing where nothing is near', () => {
    expect(nearestIds('weather')).toEqual([]);
    expect(nearestIds('')).toEqual([]);
    expect(nearestIds('é')).toEqual([]);
  });

  it('finds any id again after one slip of the finger, unless three others are as near', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...indicatorIds),
        fc.nat(),
        fc.constantFrom('', 'x', '7'),
        (id, at, slip) => {
          const place = at % id.length;
          const typed = id.slice(0, place) + slip + id.slice(place + 1);
          const near = nearestIds(typed);
          expect(near.length).toBeLessThanOrEqual(3);
          if (near.includes(id)) return;
          const distances = near.map((other) => editDistance(typed, other));
          expect(distances, 'three others that are as near').toHaveLength(3);
          expect(Math.max(...distances)).toBeLessThanOrEqual(editDistance(typed, id));
        },
      ),
      { examples: [['repurchase_rate_180d', 'repurchase_rate_180d'.indexOf('8'), '']], numRuns: 1000 },
    );
  });
});
