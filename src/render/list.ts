import type { DataDefinition } from '../indicators/data/define.ts';
import { dataDefinitions } from '../indicators/data/index.ts';
import { type Group, groups, type Indicator } from '../indicators/define.ts';
import { terminalText } from './escape.ts';
import { type Column, draw, plan } from './layout.ts';
import type { RenderOptions } from './options.ts';
import type { OwnFigure } from './own-figure.ts';
import { type Pen, penOf } from './style.ts';
import { needsText, wordsOf } from './words.ts';

type Listed = Indicator | DataDefinition;

const columnsOf = (pen: Pen, options: RenderOptions, own: readonly OwnFigure[]): Column<Listed>[] => {
  const words = wordsOf(options.lang);
  const quiet = pen.paint.dim;
  const needs = (listed: Listed): string => {
    const roles = ('needs' in listed ? listed.needs : [])
      .map((need) => need.split('.')[0]!)
      .filter((role) => role !== 'orders');
    return needsText(roles, words);
  };
  const placeOf = (id: string): string => own.find(({ indicator }) => indicator.id === id)?.place ?? '';
  const column = (yields: number, head: string, cell: (listed: Listed) => string): Column<Listed> => ({
    head: { text: pen.text(head), paint: quiet },
    align: 'left',
    yields,
    cell: (listed) => ({ text: pen.text(cell(listed)), ...(yields > 0 ? { paint: quiet } : {}) }),
  });
  return [
    column(0, words.title, (indicator) => `  ${terminalText(indicator.title[options.lang])}`),
    column(0, words.id, ({ id }) => id),
    column(2, words.unit, ({ unit }) => words.shortUnits[unit]),
    column(1, words.needs, needs),
    column(3, words.declaredAt, ({ id }) => terminalText(placeOf(id))),
  ];
};

/**
 * The indicators by group, those a configuration declares, then the figures of the data for checks: title, id, which
 * exports beside the orders they need and, where the page is wide enough, the unit and the place of what is declared.
 */
export const renderList = (
  indicators: readonly Indicator[],
  options: RenderOptions,
  own: readonly OwnFigure[] = [],
): string => {
  const pen = penOf(options);
  const sections: { title: string; members: readonly Listed[] }[] = (Object.keys(groups) as Group[])
    .map((group) => ({
      title: groups[group][options.lang],
      members: indicators.filter((indicator) => indicator.group === group),
    }))
    .filter(({ members }) => members.length > 0);
  if (own.length > 0)
    sections.push({
      title: wordsOf(options.lang).declared(terminalText(own[0]!.place.replace(/:\d+$/, ''))),
      members: own.map(({ indicator }) => indicator),
    });
  sections.push({ title: wordsOf(options.lang).dataFigures, members: dataDefinitions });
  const layout = plan(
    columnsOf(pen, options, own),
    sections.flatMap(({ members }) => members),
    options.width,
    options.width,
  );
  const lines = sections.flatMap(({ title, members }, index) => {
    const [, ...heads] = layout.columns.map((column) => (index === 0 ? column.head : { text: '' }));
    const head = { text: pen.text(title), paint: pen.paint.bold };
    return [...(index === 0 ? [] : ['']), ...draw(layout, [head, ...heads], members)];
  });
  return `${lines.join('\n')}\n`;
};
