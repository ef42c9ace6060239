const scarce = new Set(['EMFILE', 'ENFILE']);

/** Types of errors as the engine names them. */
const types =
  /^(?:Binder|Catalog|Connection|Constraint|Conversion|Dependency|FATAL|INTERNAL|IO|Internal|Interrupt|Invalid (?:Configuration|Input|type)|Mismatch Type|Not implemented|Out of (?:Memory|Range)|Parser|Permission|Sequence|Serialization|Settings|Stat|Syntax|TransactionContext)$/i;

const nameOf = (error: Error): string => {
  const { code, type } = error as { readonly code?: unknown; readonly type?: unknown };
  const words = [error.name, code, types.test(String(type)) ? type : null];
  return words.filter((word) => typeof word === 'string').join(' ');
};

/**
 * What is said of an error that nobody foresaw: its kind and where it came about. Its message is left out, for other
 * people's code may quote a row there.
 */
export const bugText = (error: unknown): string => {
  if (!(error instanceof Error)) return bugText(new Error());
  const { code } = error as NodeJS.ErrnoException;
  if (scarce.has(code ?? ''))
    return `loyalty: this process may open no more files (${code}); raise the limit, as with ulimit -n 1024.\n`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  const trace = [nameOf(error), ...frames].join('\n');
  return `loyalty: this is a bug; please report it with the lines below.\n${trace}\n`;
};
