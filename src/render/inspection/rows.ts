import type { InspectedOrders, Inspection } from '../../inspection/schema.ts';
import { formatCount, formatDecimal, formatExact, formatNumber } from '../numbers.ts';
import type { RenderOptions } from '../options.ts';
import { wordsOf } from '../words.ts';
import { type Line, labelledLines, titleLine } from './lines.ts';
import { inspectionWords } from './words.ts';

const wordsText = (
  { statuses, currencies }: Pick<Inspection, 'statuses' | 'currencies'>,
  { lang }: RenderOptions,
): Line[] => {
  const words = inspectionWords(lang);
  const shown = (word: string | null): string =>
    word === null ? words.otherWords : word === '' ? words.blank : word;
  const status = statuses.map(
    ({ word, rows, counts }) => `${shown(word)} ${formatCount(rows, lang)} (${words.counted[`${counts}`]})`,
  );
  const currency = currencies.map(({ word, rows }) => `${shown(word)} ${formatCount(rows, lang)}`);
  return [
    ...(status.length === 0 ? [] : [[words.statuses, status.join(', ')] as const]),
    ...(currency.length === 0 ? [] : [[words.currencies, currency.join(', ')] as const]),
  ];
};

const historyLine = ({ firstOrders }: InspectedOrders, { lang }: RenderOptions): Line[] => {
  if (firstOrders === null) return [];
  const words = inspectionWords(lang);
  const { month, customers, share, historyMonths, usual, truncated } = firstOrders;
  const text = words.firstOrdersText(
    month,
    formatCount(historyMonths, lang),
    formatCount(customers, lang),
    formatNumber(share, 'share', lang),
  );
  const compared = usual === null ? '' : words.usual(formatDecimal(String(usual), lang));
  return [[words.firstOrders, `${text}${compared}.${truncated ? ` ${words.truncated}` : ''}`]];
};

const monthsLine = ({ months }: InspectedOrders, { lang }: RenderOptions): Line[] => {
  const words = inspectionWords(lang);
  const said = months.flatMap(({ month, orders, remark, usual }) => {
    const found = formatCount(orders, lang);
    if (remark === null) return [];
    if (remark === 'empty') return [`${month} ${words.remarks.empty}`];
    if (remark === 'unfinished') return [`${month} ${words.remarks.unfinished(found)}`];
    return [`${month} ${words.remarks.drop(found, formatCount(usual!, lang))}`];
  });
  if (months.length === 0) return [];
  return said.length === 0
    ? [[words.months, words.monthsFine]]
    : [
        [words.months, said.join(', ')],
        ['', words.monthsRule],
      ];
};

const settledLines = (orders: InspectedOrders, options: RenderOptions): Line[] => {
  const { lang } = options;
  const words = inspectionWords(lang);
  const { first, last, refunds, guestShare } = orders;
  const days = first === null || last === null ? '' : words.days(first, last);
  const count = (number: number): string => formatCount(number, lang);
  const lines: Line[] = [
    [
      '',
      `${words.ordersCount(count(orders.orders), days)}${wordsOf(lang).semicolon}${words.grains[orders.grain]}`,
    ],
    [words.customers, words.customersCount(count(orders.customers), count(orders.returned))],
  ];
  if (orders.guestOrders > 0 && guestShare !== null)
    lines.push([
      words.guests,
      words.guestsCount(count(orders.guestOrders), formatNumber(guestShare, 'share', lang)),
    ]);
  if (orders.repeatedRows > 0)
    lines.push([words.repeated, words.repeatedRows[orders.grain](count(orders.repeatedRows))]);
  if (refunds.orders > 0)
    lines.push([
      words.refundsLabel,
      words.refundsCount(count(refunds.orders), formatExact(refunds.sum, lang)),
    ]);
  if (refunds.unlinked > 0)
    lines.push(['', words.unlinked(count(refunds.unlinked), formatExact(refunds.unlinkedSum, lang))]);
  return [...lines, ...historyLine(orders, options), ...monthsLine(orders, options)];
};

/** What the orders hold; of refused ones their statuses and currencies. */
export const orderLines = (found: Inspection, options: RenderOptions): string[] => {
  const lines = [
    ...(found.orders === null ? [] : settledLines(found.orders, options)),
    ...wordsText(found, options),
  ];
  if (lines.length === 0) return [];
  return ['', titleLine(inspectionWords(options.lang).orders, options), ...labelledLines(lines, options)];
};

/** What the other files hold. */
export const otherLines = ({ others }: Inspection, options: RenderOptions): string[] => {
  const { lang } = options;
  const words = inspectionWords(lang);
  return others.flatMap(({ role, rows, people, first, last, kinds }) => {
    const days = first === null || last === null ? '' : words.days(first, last);
    const who = role === 'spend' ? null : formatCount(people, lang);
    const named = kinds.map(({ kind, rows: of }) => `${kind} ${formatCount(of, lang)}`).join(', ');
    const lines: Line[] = [
      ['', words.rows(formatCount(rows, lang), who, days)],
      ...(named === '' ? [] : [[words.kinds, named] as const]),
    ];
    return ['', titleLine(words.others[role], options), ...labelledLines(lines, options)];
  });
};
