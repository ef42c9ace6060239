import { type Group, groups, type Indicator } from '../indicators/define.ts';
import { findIndicator } from '../indicators/index.ts';
import type { Figure, Report } from '../report/schema.ts';
import type { Language } from './options.ts';
import { needsText, wordsOf } from './words.ts';

/** All figures of one indicator: the total, where it was asked for, then the segments in the report's order. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly definition: Indicator | undefined;
  readonly total: Figure | null;
  readonly segments: readonly Figure[];
}

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] => {
  const byKey = new Map<string, Item[]>();
  for (const item of items) {
    const known = byKey.get(keyOf(item));
    if (known === undefined) byKey.set(keyOf(item), [item]);
    else known.push(item);
  }
  return [...byKey];
};

const definitionOf = (id: string, own: readonly Indicator[] = []): Indicator | undefined =>
  findIndicator(id) ?? own.find((one) => one.id === id);

type Own = readonly Indicator[];

const titleOf = (id: string, lang: Language, own: Own): string => definitionOf(id, own)?.title[lang] ?? id;

const entryOf = (id: string, figures: readonly Figure[], lang: Language, own: Own): Entry => ({
  id,
  title: titleOf(id, lang, own),
  definition: definitionOf(id, own),
  total: figures.find((figure) => figure.segment === null) ?? null,
  segments: figures.filter((figure) => figure.segment !== null),
});

/** A small group's figure is withheld, not missing: its row stays, without a value. */
const isMissing = (figure: Figure): boolean =>
  figure.status === 'unavailable' && !figure.notes.includes('suppressed');

/** The figures that could be computed, by group in the groups' order; those of no group, `own` among them, come last. */
export const sectionsOf = (report: Report, lang: Language, own: Own = []): Section[] => {
  const shown = report.figures.filter((figure) => !isMissing(figure));
  const byId = grouped(shown, (figure) => figure.id);
  const entries = byId.map(([id, figures]) => entryOf(id, figures, lang, own));
  const sections = (Object.keys(groups) as Group[]).map((group) => ({
    title: groups[group][lang],
    entries: entries.filter(({ id }) => findIndicator(id)?.group === group),
  }));
  const others = {
    title: wordsOf(lang).other,
    entries: entries.filter(({ id }) => findIndicator(id) === undefined),
  };
  return [...sections, others].filter((section) => section.entries.length > 0);
};

const needsOf = (figure: Figure): readonly string[] => {
  const noted = figure.notes.filter((note) => note.startsWith('needs='));
  if (noted.length > 0) return noted.map((note) => note.slice('needs='.length));
  return (definitionOf(figure.id)?.needs ?? []).filter((need) => need !== 'orders');
};

/** Of a field whose export is not there at all, the export is what is needed. */
const missingNeed = (need: string, report: Report): string => {
  const [role = need] = need.split('.');
  return report.inputs.some((input) => input.role === role) ? need : role;
};

/** The figures that were not computed, as `[what they need, their titles]`. */
export const missingOf = (
  report: Report,
  lang: Language,
  own: Own = [],
): (readonly [string, readonly string[]])[] => {
  const words = wordsOf(lang);
  const missing = report.figures.filter(isMissing);
  const byNeed = grouped(missing, (figure) => {
    const needs = [...new Set(needsOf(figure).map((need) => missingNeed(need, report)))];
    return needs.length === 0 ? words.missingFigures : words.missingNeeds(needsText(needs, words));
  });
  return byNeed.map(([need, figures]) => [
    need,
    [...new Set(figures.map((figure) => titleOf(figure.id, lang, own)))],
  ]);
};

/** A segment's name out of the data, as it stands there: `web`, or `channel=web, country=FR` where it has several. */
export const segmentName = (segment: Readonly<Record<string, string>>): string => {
  const parts = Object.entries(segment);
  return parts.length === 1
    ? parts[0]![1]
    : parts.map(([attribute, value]) => `${attribute}=${value}`).join(', ');
};

/** The attributes the report is broken down by. */
export const attributesOf = (report: Report): string[] => [
  ...new Set(
    report.figures
      .filter((figure) => definitionOf(figure.id)?.computation.kind !== 'tally')
      .flatMap((figure) => Object.keys(figure.segment ?? {})),
  ),
];
