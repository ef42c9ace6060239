import type { RenderOptions } from '../render/options.ts';
import type { Io, Stream } from './io.ts';
import type { PrintOptions } from './options.ts';

const colourOf = (stream: Stream, io: Io, options: PrintOptions): 0 | 1 | 2 | 3 => {
  if (options.color !== 'auto') return options.color === 'always' ? 1 : 0;
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = io.environment;
  if (forced !== undefined && forced !== '0' && forced !== 'false') return 1;
  if (refused !== undefined && refused !== '') return 0;
  return stream.isTerminal && terminal !== 'dumb' ? 1 : 0;
};

/** How to render for a stream: its width and colours, and the flags. */
export const renderOptions = (stream: Stream, io: Io, options: PrintOptions): RenderOptions => ({
  lang: options.lang,
  width: options.width ?? stream.width,
  colour: colourOf(stream, io, options),
  unicode: !options.ascii,
  csvDialect: options.csvDialect,
  verbose: options.verbose,
});

/** How to render into a file: no colours, and as wide as asked for. */
export const fileRenderOptions = (options: PrintOptions): RenderOptions => ({
  lang: options.lang,
  width: options.width ?? 80,
  colour: 0,
  unicode: !options.ascii,
  csvDialect: options.csvDialect,
  verbose: true,
});
