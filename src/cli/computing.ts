import type { Checking, Further } from '../checks/run.ts';
import type { Indicator } from '../indicators/define.ts';
import { indicators } from '../indicators/index.ts';
import { packageVersion } from '../package.ts';
import { guessLines, messageText, terminalText, warningText } from '../render/index.ts';
import type { Outcome } from '../report/outcome.ts';
import type { RejectList } from '../report/rejects.ts';
import type { KpiRequest, Surroundings } from '../report/request.ts';
import { kpiReport } from '../report/shop.ts';
import type { Io } from './io.ts';
import type { PrintOptions } from './options.ts';
import { makeProgress } from './progress.ts';

/** Says on stderr what was guessed and what is to be known of the data. */
export const converse = async (
  io: Io,
  outcome: Outcome,
  periodDefaulted: boolean,
  options: PrintOptions,
): Promise<void> => {
  if (options.quiet) return;
  const { report, guesses } = outcome;
  const lines = [
    ...guessLines(guesses, options.lang),
    ...report.warnings.map((warning) => warningText(warning, options.lang)),
  ];
  if (periodDefaulted) lines.unshift(messageText('period_defaulted', [], options.lang));
  await io.stderr.write(lines.map((line) => `loyalty: ${terminalText(line)}\n`).join(''));
};

/** Every figure there is in a run: those of the register, then the configuration's own that are asked for or checked. */
const knownTo = (request: KpiRequest, checking: Checking | null): ReadonlyMap<string, Indicator> => {
  const checked = (checking?.checks ?? []).flatMap(({ subject }) =>
    subject.kind === 'figure' ? [subject.indicator] : [],
  );
  return new Map([...indicators, ...request.indicators, ...checked].map((one) => [one.id, one]));
};

/** What some commands want beside the report. */
interface Beside {
  readonly rejects?: RejectList | null;
  readonly further?: Further | null;
  /** Done beside the engine, once the files are read. */
  readonly meanwhile?: () => void;
}

/** Computes the report of a request, with the verdicts of its checks, while the progress is shown. */
export const computed = async (
  request: KpiRequest,
  checking: Checking | null,
  io: Io,
  printing: PrintOptions,
  { rejects = null, further = null, meanwhile }: Beside = {},
): Promise<Outcome> => {
  const progress = makeProgress(io, printing);
  const all = knownTo(request, checking);
  const surroundings: Surroundings = {
    get stdin() {
      return io.stdin;
    },
    signal: io.signal,
    version: packageVersion(),
    describe: ({ code, details }) => messageText(code, details, 'en'),
    onProgress: progress.update,
    rejects,
    ...(meanwhile === undefined ? {} : { meanwhile }),
  };
  try {
    if (checking === null) return await kpiReport(request, all, surroundings);
    const { checkedReport } = await import('../checks/run.ts');
    return await checkedReport(request, checking, all, surroundings, further);
  } finally {
    await progress.clear();
  }
};
