import { readBaseline } from '../checks/baseline.ts';
import { checkDeclared, type DeclaredCheck } from '../checks/declared.ts';
import { parseCheck } from '../checks/notation.ts';
import { resolveCheck } from '../checks/resolve.ts';
import { type Checking, checkedIndicators } from '../checks/run.ts';
import { fault } from '../errors.ts';
import type { Indicator } from '../indicators/define.ts';
import { checkMessage } from '../render/checks/index.ts';

export { appendSummaries, pathsOf, reported, reportersOf } from './reporting.ts';

/** What is to be checked: declared in the configuration, and said on the command line; both count. */
export const checkingOf = (
  declared: readonly DeclaredCheck[],
  written: readonly string[],
  baselinePath: string | undefined,
  own: readonly Indicator[] = [],
): Checking => {
  const checks = [...declared.map(checkDeclared), ...written.map(parseCheck)].map((one) =>
    resolveCheck(one, own),
  );
  const held = checks.filter(({ condition }) => condition.against === 'baseline');
  if (baselinePath === undefined && held.length > 0) throw fault('baseline_missing', [held[0]!.id]);
  if (baselinePath !== undefined && held.length === 0) throw fault('baseline_unused');
  return {
    checks,
    baseline: baselinePath === undefined ? null : readBaseline(baselinePath),
    tell: (evaluated) => checkMessage(evaluated, own),
  };
};

/** The figures that the checks are on, in the order of the register. */
export const checkedBy = ({ checks }: Checking): readonly Indicator[] => {
  const ids = new Set(checks.map(({ id }) => id));
  return checkedIndicators(checks).filter(({ id }) => ids.has(id));
};
