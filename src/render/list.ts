import { type Group, groups, type Indicator } from '../indicators/define.ts';
import { type Column, draw, plan } from './layout.ts';
import type { RenderOptions } from './options.ts';
import { type Pen, penOf } from './style.ts';
import { needsText, wordsOf } from './words.ts';

const columnsOf = (pen: Pen, options: RenderOptions): Column<Indicator>[] => {
  const words = wordsOf(options.lang);
  const quiet = pen.paint.dim;
  const needs = (indicator: Indicator): string => {
    const roles = indicator.needs.map((need) => need.split('.')[0]!).filter((role) => role !== 'orders');
    return needsText(roles, words);
  };
  const column = (
    yields: number,
    head: string,
    cell: (indicator: Indicator) => string,
  ): Column<Indicator> => ({
    head: { text: pen.text(head), paint: quiet },
    align: 'left',
    yields,
    cell: (indicator) => ({ text: pen.text(cell(indicator)), ...(yields > 0 ? { paint: quiet } : {}) }),
  });
  return [
    column(0, words.title, (indicator) => `  ${indicator.title[options.lang]}`),
    column(0, words.id, ({ id }) => id),
    column(2, words.unit, ({ unit }) => words.shortUnits[unit]),
    column(1, words.needs, needs),
  ];
};

/** The indicators by group: title, id, which exports beside the orders they need and, where the page is wide enough, the unit. */
export const renderList = (indicators: readonly Indicator[], options: RenderOptions): string => {
  const pen = penOf(options);
  const layout = plan(columnsOf(pen, options), indicators, options.width, options.width);
  const sections = (Object.keys(groups) as Group[])
    .map((group) => ({ group, members: indicators.filter((indicator) => indicator.group === group) }))
    .filter(({ members }) => members.length > 0);
  const lines = sections.flatMap(({ group, members }, index) => {
    const [, ...heads] = layout.columns.map((column) => (index === 0 ? column.head : { text: '' }));
    const title = { text: pen.text(groups[group][options.lang]), paint: pen.paint.bold };
    return [...(index === 0 ? [] : ['']), ...draw(layout, [title, ...heads], members)];
  });
  return `${lines.join('\n')}\n`;
};
