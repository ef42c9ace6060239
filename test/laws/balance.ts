import { expect } from 'vitest';
import { roles } from '../oracle/shop.ts';
import { idle, type Law, onReport } from './law.ts';
import { expectNear, figureIn, reconciliationsOf, valuesIn } from './reading.ts';

/** What adds up in every report. */
export const balance: readonly Law[] = [
  onReport('customers at the start are the retained and the lost', (report) => {
    const values = valuesIn(report, 'customers_at_start', 'retained_customers', 'lost_customers');
    if (values === null) return idle;
    const [atStart, retained, lost] = values;
    expect(atStart).toBe(retained! + lost!);
  }),

  onReport('customers at the end are the retained, the reactivated and the new', (report) => {
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

  onReport('retention and churn add up to 1, over the customers at the start', (report) => {
    const [retention, churn] = [figureIn(report, 'retention_rate'), figureIn(report, 'churn_rate')];
    expect(churn.status).toBe(retention.status);
    if (retention.value === null || churn.value === null) return idle;
    expectNear(retention.value + churn.value, 1, 'retention + churn');
    expect(retention.numerator! + churn.numerator!).toBe(retention.denominator);
    expect(churn.denominator).toBe(retention.denominator);
    expect(retention.denominator).toBe(figureIn(report, 'customers_at_start').value);
  }),

  onReport('nobody is reactivated who is a customer for ever', (report, { question }) => {
    const values = valuesIn(report, 'reactivated_customers');
    if (values === null || question.base !== 'ever') return idle;
    expect(values).toEqual([0]);
  }),

  onReport('active customers are the new and the returning', (report, { question }) => {
    const values = valuesIn(report, 'active_customers', 'new_customers');
    const returning = figureIn(report, 'returning_customer_share');
    if (values === null || question.base === 'contract' || returning.numerator === null) return idle;
    expect(returning.numerator + values[1]!).toBe(values[0]);
  }),

  onReport('orders are those of customers and those of guests', (report) => {
    const values = valuesIn(report, 'orders', 'identified_orders', 'guest_orders');
    if (values === null) return idle;
    const [orders, identified, guests] = values;
    expect(orders).toBe(identified! + guests!);
  }),

  onReport('every active customer has an order, and a repeat customer two', (report) => {
    const values = valuesIn(report, 'active_customers', 'identified_orders');
    const repeat = figureIn(report, 'repeat_customer_rate');
    if (values === null || repeat.numerator === null) return idle;
    const [active, identified] = values;
    expect(repeat.numerator).toBeLessThanOrEqual(active!);
    expect(active! + repeat.numerator).toBeLessThanOrEqual(identified!);
  }),

  onReport('every record is accounted for', (report, { shop }) => {
    for (const role of roles) {
      const found = reconciliationsOf(report, role);
      expect(found.length, role).toBe(shop[role] === null ? 0 : 1);
      const [reconciliation] = found;
      if (reconciliation === undefined) continue;
      const total = (parts: Record<string, number>) => Object.values(parts).reduce((a, b) => a + b, 0);
      expect(reconciliation.records, role).toBe(shop[role]!.length);
      expect(
        reconciliation.accepted +
          total(reconciliation.rejected) +
          reconciliation.duplicates +
          total(reconciliation.notCounted) +
          reconciliation.excluded +
          reconciliation.outsideWindow,
        role,
      ).toBe(reconciliation.records);
    }
  }),

  onReport('the customers at the end of the period before are those at the start', (report, { question }) => {
    if (question.compare !== 'previous' || report.comparison?.stop !== report.period.start) return idle;
    if (question.base === 'ever') return idle;
    const [atStart, atEnd] = [figureIn(report, 'customers_at_start'), figureIn(report, 'customers_at_end')];
    const before = atEnd.previous?.value ?? null;
    if (before === null || atStart.value === null) return idle;
    expect(atStart.value).toBe(before);
  }),

  onReport('a change is the value less the value before', (report) => {
    const changed = report.figures.filter(({ change }) => change !== null);
    for (const { id, value, previous, change } of changed) {
      const scale = Math.max(Math.abs(value!), Math.abs(previous!.value!), 1e-3);
      expect(Math.abs(value! - previous!.value! - change!.absolute), id).toBeLessThanOrEqual(1e-9 * scale);
      if (previous!.value === 0) expect(change!.relative, id).toBeNull();
      else expectNear(change!.relative!, change!.absolute / previous!.value!, id);
    }
    const unchanged = report.figures.filter(({ change }) => change === null);
    for (const { id, value, previous } of unchanged)
      expect([value, previous?.value ?? null], id).toContain(null);
    return changed.length > 0 ? undefined : idle;
  }),
];
