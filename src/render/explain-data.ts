import type { DataDefinition } from '../indicators/data/define.ts';
import { labelled } from './layout.ts';
import type { RenderOptions } from './options.ts';
import { penOf } from './style.ts';
import { displayWidth, wrap } from './width.ts';
import { wordsOf } from './words.ts';

/** What a figure of the data means: question, formula, unit, and whether files can be asked for one by one. */
export const renderExplainData = (definition: DataDefinition, options: RenderOptions): string => {
  const { lang, width } = options;
  const words = wordsOf(lang);
  const pen = penOf(options);
  const fields: (readonly [string, string])[] = [
    [words.formula, definition.formula[lang]],
    [words.unit, `${words.units[definition.unit]}${words.semicolon}${words.directions[definition.better]}`],
    ...(definition.byRole ? [[words.segments, words.byRole] as const] : []),
  ];
  const labelWidth = Math.max(...fields.map(([label]) => displayWidth(pen.text(label)))) + 2;
  const lines = [
    `${pen.paint.bold(pen.text(definition.title[lang]))}  ${pen.paint.dim(definition.id)}`,
    '',
    ...wrap(pen.text(definition.question[lang]), width),
    '',
    ...fields.flatMap(([label, text]) =>
      labelled({ text: pen.text(label), paint: pen.paint.dim }, { text: pen.text(text) }, labelWidth, width),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
