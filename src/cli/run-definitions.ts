import type { ReadConfiguration } from '../config/read.ts';
import { EXIT, fault, LoyaltyError } from '../errors.ts';
import { findDataDefinition } from '../indicators/data/index.ts';
import { findIndicator, indicators, nearestCheckable } from '../indicators/index.ts';
import { renderExplain } from '../render/explain.ts';
import { renderExplainData } from '../render/explain-data.ts';
import { terminalText } from '../render/index.ts';
import { renderList } from '../render/list.ts';
import type { RenderOptions } from '../render/options.ts';
import type { OwnFigure } from '../render/own-figure.ts';
import { answer } from './answer.ts';
import { configurationOf } from './configured.ts';
import type { Io } from './io.ts';
import { printOptions, validate } from './options.ts';
import { renderOptions } from './printing.ts';

/** The figures that a configuration declares, each with the place where it stands. */
const ownFigures = (configuration: ReadConfiguration): OwnFigure[] =>
  configuration.own.map((indicator, index) => {
    const { numerator, denominator = null } = configuration.define![index]!;
    const { file, line } = configuration.placeOf(['define', index]);
    return { indicator, numerator, denominator, place: line === undefined ? file : `${file}:${line}` };
  });

/** The configuration that is named or found; one that is found and refused is said, and keeps no definition from being read. */
const configurationAtHand = async (
  flags: Record<string, unknown>,
  io: Io,
): Promise<ReadConfiguration | null> => {
  try {
    return await configurationOf(flags, io);
  } catch (error) {
    if (!(error instanceof LoyaltyError) || typeof flags.config === 'string') throw error;
    await io.stderr.write(`loyalty: ${terminalText(error.message)}\n`);
    return null;
  }
};

/** How to print, and the figures that are declared, by the configuration that is named or found. */
const surroundingsOf = async (
  flags: Record<string, unknown>,
  io: Io,
): Promise<{ readonly options: RenderOptions; readonly own: readonly OwnFigure[] }> => {
  const configuration = await configurationAtHand(flags, io);
  const lang = flags.lang ?? configuration?.lang;
  return {
    options: renderOptions(io.stdout, io, validate(printOptions, { ...flags, lang })),
    own: configuration === null ? [] : ownFigures(configuration),
  };
};

/** Prints the list of figures. */
export const runList = async (flags: Record<string, unknown>, io: Io): Promise<number> => {
  const { options, own } = await surroundingsOf(flags, io);
  await answer(io, renderList(indicators, options, own));
  return EXIT.done;
};

/** Prints the definitions of figures, one after another; an unknown id is refused before any is printed. */
export const runExplain = async (
  ids: readonly string[],
  flags: Record<string, unknown>,
  io: Io,
): Promise<number> => {
  const { options, own } = await surroundingsOf(flags, io);
  const declared = own.map(({ indicator }) => indicator);
  const texts = ids.map((id) => {
    const indicator = findIndicator(id);
    if (indicator !== undefined) return renderExplain(indicator, options);
    const ours = own.find((one) => one.indicator.id === id);
    if (ours !== undefined) return renderExplain(ours.indicator, options, ours);
    const definition = findDataDefinition(id);
    if (definition !== undefined) return renderExplainData(definition, options);
    throw fault('unknown_indicator', [id, nearestCheckable(id, declared).join(' or ')]);
  });
  await answer(io, texts.join('\n'));
  return EXIT.done;
};
