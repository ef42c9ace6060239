import { LoyaltyError } from '../errors.ts';
import type { Indicator } from '../indicators/define.ts';
import { parsePeriod } from '../period/index.ts';
import { kpiOptions, printOptions } from './options.ts';
import { requestOf } from './request.ts';
import { wrongText } from './usage-text.ts';

/** The value of a flag as the parser of the command line hands it over. */
export type FlagValue = string | boolean | readonly string[];

const others = { customers: ['-'], surveys: ['-'], content: ['-'], spend: ['-'] };

/** A day on which every relative period has begun. */
const someDay = '2150-06-15';

const forms = { ...kpiOptions.shape, ...printOptions.shape };

/** What a request needs beyond one flag is no fault of that flag. */
const ofTheWhole = new Set(['unknown_profile', 'fiscal_start_missing']);

const sentenceOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof LoyaltyError)) throw error;
    return ofTheWhole.has(error.code) ? null : `is refused: ${error.message.replace(/\.$/, '')}`;
  }
};

/**
 * Why a value cannot be given to a flag of `kpi`, wherever the value comes from; null where it can, or where only the
 * command knows.
 */
export const faultOfSetting = (
  flag: string,
  value: FlagValue,
  own: readonly Indicator[] = [],
): string | null => {
  if (!Object.hasOwn(forms, flag)) return null;
  const result = forms[flag as keyof typeof forms].safeParse(value);
  if (!result.success) return wrongText(result.error.issues[0]!);
  if (flag === 'period')
    return sentenceOf(() => parsePeriod(String(value), { asOf: someDay, fiscalStart: '01-01' }));
  if (!(flag in kpiOptions.shape) || flag in others) return null;
  return sentenceOf(() =>
    requestOf(
      ['-'],
      kpiOptions.parse({ ...others, [flag]: value }),
      new Date(`${someDay}T00:00:00Z`),
      null,
      own,
    ),
  );
};
