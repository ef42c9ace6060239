import { expect, test } from 'vitest';
import { roles } from '../oracle/shop.ts';
import { expectNear, figureIn, reconciliationsOf, valuesIn } from './reading.ts';
import { everyReport, idle, patience } from './trials.ts';

test('customers at the start are the retained and the lost', patience, () =>
  everyReport((report) => {
    const values = valuesIn(report, 'customers_at_start', 'retained_customers', 'lost_customers');
    if (values === null) return idle;
    const [atStart, retained, lost] = values;
    expect(atStart).toBe(retained! + lost!);
  }),
);

test('customers at the end are the retained, the reactivated and the new', patience, () =>
  everyReport((report) => {
    const values = valuesIn(
      report,
      'customers_at_end',
      'retained_customers',
      'reactivated_customers',
      'new_customers',
    );
    if (values === null) return idle;
    const [atEnd, retained, reactivated, fresh] = values;
    expect(atEnd).toBe(retained! + reactivated! + fresh!);
  }),
);

test('retention and churn add up to 1, over the customers at the start', patience, () =>
  everyReport((report) => {
    const [retention, churn] = [figureIn(report, 'retention_rate'), figureIn(report, 'churn_rate')];
    expect(churn.status).toBe(retention.status);
    if (retention.value === null || churn.value === null) return idle;
    expectNear(retention.value + churn.value, 1, 'retention + churn');
    expect(retention.numerator! + churn.numerator!).toBe(retention.denominator);
    expect(churn.denominator).toBe(retention.denominator);
    expect(retention.denominator).toBe(figureIn(report, 'customers_at_start').value);
  }),
);

test('nobody is reactivated who is a customer for ever', patience, () =>
  everyReport((report, { question }) => {
    const values = valuesIn(report, 'reactivated_customers');
    if (values === null || question.base !== 'ever') return idle;
    expect(values).toEqual([0]);
  }),
);

test('active customers are the new and the returning', patience, () =>
  everyReport((report, { question }) => {
    const values = valuesIn(report, 'active_customers', 'new_customers');
    const returning = figureIn(report, 'returning_customer_share');
    if (values === null || question.base === 'contract' || returning.numerator === null) return idle;
    expect(returning.numerator + values[1]!).toBe(values[0]);
  }),
);

test('orders are those of customers and those of guests', patience, () =>
  everyReport((report) => {
    const values = valuesIn(report, 'orders', 'identified_orders', 'guest_orders');
    if (values === null) return idle;
    const [orders, identified, guests] = values;
    expect(orders).toBe(identified! + guests!);
  }),
);

test('every active customer has an order, and a repeat customer two', patience, () =>
  everyReport((report) => {
    const values = valuesIn(report, 'active_customers', 'identified_orders');
    const repeat = figureIn(report, 'repeat_customer_rate');
    if (values === null || repeat.numerator === null) return idle;
    const [active, identified] = values;
    expect(repeat.numerator).toBeLessThanOrEqual(active!);
    expect(active! + repeat.numerator).toBeLessThanOrEqual(identified!);
  }),
);

test('every record is accounted for', patience, () =>
  everyReport((report, { shop }) => {
    for (const role of roles) {
      const [reconciliation, ...more] = reconciliationsOf(report, role);
      expect(more, role).toEqual([]);
      const total = (parts: Record<string, number>) => Object.values(parts).reduce((a, b) => a + b, 0);
      expect(reconciliation!.records, role).toBe((shop[role] ?? []).length);
      expect(
        reconciliation!.accepted +
          total(reconciliation!.rejected) +
          reconciliation!.duplicates +
          total(reconciliation!.notCounted) +
          reconciliation!.excluded +
          reconciliation!.outsideWindow,
        role,
      ).toBe(reconciliation!.records);
    }
    return undefined;
  }),
);
