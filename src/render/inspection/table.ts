import { findIndicator } from '../../indicators/index.ts';
import type { Inspection } from '../../inspection/schema.ts';
import { noteText, warningText } from '../messages.ts';
import type { RenderOptions } from '../options.ts';
import { needsText, wordsOf } from '../words.ts';
import { fileLines } from './file.ts';
import { type Line, labelledLines, titleLine } from './lines.ts';
import { orderLines, otherLines } from './rows.ts';
import { inspectionWords } from './words.ts';

/** Figures by what they lack, each reason once. */
const lackingLines = ({ lacking, orders }: Inspection, options: RenderOptions): string[] => {
  if (lacking === null) return [];
  const { lang } = options;
  const words = inspectionWords(lang);
  const general = wordsOf(lang);
  const byReason = new Map<string, string[]>();
  for (const { id, needs, reason } of lacking) {
    const why =
      reason === null
        ? general.missingNeeds(needsText(needs, general))
        : `${words.lackingMonth}${general.colon}${noteText(reason, lang)}`;
    const title = findIndicator(id)?.title[lang] ?? id;
    byReason.set(why, [...(byReason.get(why) ?? []), title]);
  }
  const lines = [...byReason].map(
    ([why, titles]): Line => ['', `${why}${general.colon}${titles.join(', ')}`],
  );
  if (lines.length === 0)
    return orders === null
      ? []
      : ['', titleLine(words.lacking, options), ...labelledLines([['', words.none]], options)];
  return ['', titleLine(words.lacking, options), ...labelledLines(lines, options)];
};

const warningLines = ({ warnings }: Inspection, options: RenderOptions): string[] => {
  if (warnings.length === 0) return [];
  const lines = warnings.map((warning): Line => ['', warningText({ ...warning, count: null }, options.lang)]);
  return ['', titleLine(wordsOf(options.lang).warnings, options), ...labelledLines(lines, options)];
};

const refusalLines = ({ refusal }: Inspection, options: RenderOptions): string[] =>
  refusal === null
    ? []
    : [
        '',
        titleLine(inspectionWords(options.lang).refusal, options),
        ...labelledLines([['', refusal.message]], options),
      ];

/** An inspection for a terminal: each file, what the rows hold, and what the figures will lack. */
export const inspectionTable = (found: Inspection, options: RenderOptions): string => {
  const files = found.files.flatMap((file, index) => [
    ...(index === 0 ? [] : ['']),
    ...fileLines(file, options),
  ]);
  const lines = [
    ...files,
    ...refusalLines(found, options),
    ...orderLines(found, options),
    ...otherLines(found, options),
    ...warningLines(found, options),
    ...lackingLines(found, options),
  ];
  return `${lines.join('\n')}\n`;
};
