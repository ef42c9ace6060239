import { terminalText } from '../escape.ts';
import { labelled } from '../layout.ts';
import type { RenderOptions } from '../options.ts';
import { penOf } from '../style.ts';

/** A line of an inspection: what it is about, and what is said of it. */
export type Line = readonly [label: string, text: string];

const labelWidth = 14;

/** Lines with their labels in a column of their own, set in by two; what comes from the files is made safe. */
export const labelledLines = (lines: readonly Line[], options: RenderOptions): string[] => {
  const pen = penOf(options);
  return lines.flatMap(([label, text]) =>
    labelled(
      { text: pen.text(`  ${label}`), paint: pen.paint.dim },
      { text: pen.text(terminalText(text)) },
      labelWidth,
      options.width,
    ),
  );
};

/** A title of a part. */
export const titleLine = (title: string, options: RenderOptions): string => {
  const pen = penOf(options);
  return pen.paint.bold(pen.text(terminalText(title, options.width)));
};
