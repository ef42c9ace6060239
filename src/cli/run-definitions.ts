import { EXIT, fault } from '../errors.ts';
import { findDataDefinition } from '../indicators/data/index.ts';
import { findIndicator, indicators, nearestCheckable } from '../indicators/index.ts';
import { renderExplain } from '../render/explain.ts';
import { renderExplainData } from '../render/explain-data.ts';
import { renderList } from '../render/list.ts';
import { answer } from './answer.ts';
import type { Io } from './io.ts';
import { printOptions, validate } from './options.ts';
import { renderOptions } from './printing.ts';

/** Prints the list of figures. */
export const runList = async (flags: Record<string, unknown>, io: Io): Promise<number> => {
  const options = renderOptions(io.stdout, io, validate(printOptions, flags));
  await answer(io, renderList(indicators, options));
  return EXIT.done;
};

/** Prints the definitions of figures, one after another; an unknown id is refused before any is printed. */
export const runExplain = async (
  ids: readonly string[],
  flags: Record<string, unknown>,
  io: Io,
): Promise<number> => {
  const options = renderOptions(io.stdout, io, validate(printOptions, flags));
  const texts = ids.map((id) => {
    const indicator = findIndicator(id);
    if (indicator !== undefined) return renderExplain(indicator, options);
    const definition = findDataDefinition(id);
    if (definition !== undefined) return renderExplainData(definition, options);
    throw fault('unknown_indicator', [id, nearestCheckable(id).join(' or ')]);
  });
  await answer(io, texts.join('\n'));
  return EXIT.done;
};
