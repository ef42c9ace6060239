import { expect, test } from 'vitest';
import { renderList } from '../../src/render/list.ts';
import { displayWidth } from '../../src/render/width.ts';
import { definitions } from './definitions.ts';
import { options } from './sample.ts';

test('the figures by group, in the order of the groups', () => {
  expect(renderList(definitions, options())).toMatchInlineSnapshot(`
    "Customers who stay             id                        unit    needs
      Customers at the start       customers_at_start        count
      Customer retention rate      retention_rate            %
      Churn (attrition) rate       churn_rate                %
      Reasons for leaving          churn_reasons             count   --customers

    Customers who come back
      Repeat customer rate         repeat_customer_rate      %
      Days between orders, median  days_between_orders       days

    What they bring
      Revenue                      revenue                   money
      Average order value          average_order_value       money
      Customer lifetime value      customer_lifetime_value   money
      Referral share               referral_share            %       --customers

    Would they recommend you
      Net Promoter Score (NPS)     net_promoter_score        points  --surveys

    What they read
      Content consumption rate     content_consumption_rate  %       --content

    The data, for checks
      Age of the last order        last_order_age_days       days
      Records read                 input_records             count
      Share of records rejected    rejected_share            %
      Share of guest orders        guest_order_share         %
      Share of answers matched     matched_survey_share      %
    "
  `);
});

test('every figure is there in both languages, within the page', () => {
  for (const lang of ['en', 'fr'] as const) {
    const written = renderList(definitions, options({ lang }));
    for (const { id, title } of definitions)
      expect(written).toMatch(new RegExp(`${title[lang].replace(/[()]/g, '.')} +${id}`));
    for (const line of written.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  }
});
