import { LoyaltyError } from '../../src/errors.ts';
import type { Report } from '../../src/report/schema.ts';
import { disagreements, figuresById } from '../laws/agreement.ts';
import { ask } from '../laws/ask.ts';
import { compute } from '../oracle/oracle.ts';
import { roles, type Shop } from '../oracle/shop.ts';
import { csvText } from '../oracle/shop-text.ts';
import { canary, tableOf } from './bases.ts';
import type { Case } from './cases.ts';
import type { FirstReader } from './first-reading.ts';
import { ordersTold, type Told, Unsure } from './meaning.ts';
import { type Reading, readAgain, Unsound } from './second-reading.ts';

/** How a case ended: `fault` says what must not be, null where all is well. */
export interface Verdict {
  /** `same`, `agreed`, `refused`, `figures`, `unjudged`. */
  readonly outcome: string;
  /** The code of a refusal. */
  readonly code: string | null;
  readonly fault: string | null;
}

const patience = 10_000;

const well = (outcome: string, code: string | null = null): Verdict => ({ outcome, code, fault: null });
const wrong = (fault: string): Verdict => ({ outcome: 'fault', code: null, fault });

/** What an attempt gave, or what it threw; throws on where it took too long. */
const tried = async <T>(work: () => Promise<T>): Promise<T | LoyaltyError | Error> => {
  const begun = performance.now();
  let result: T | Error;
  try {
    result = await work();
  } catch (error) {
    result = error as Error;
  }
  return performance.now() - begun > patience ? new Error('took longer than 10 s') : result;
};

const refusal = (error: Error, same: boolean): Verdict => {
  if (!(error instanceof LoyaltyError)) return wrong(`crashed: ${error.stack}`);
  if (canary.test(error.message)) return wrong(`a customer is named: ${error.message}`);
  if (error.exit !== 3) return wrong(`exit ${error.exit}: ${error.message}`);
  if (same) return wrong(`refused, though it says the same: ${error.message}`);
  return well('refused', error.code);
};

const second = ({ bytes, base }: Case): Reading | Unsound => {
  try {
    return readAgain(bytes, base.role);
  } catch (error) {
    if (error instanceof Unsound) return error;
    throw error;
  }
};

const firstDifference = (one: Reading, other: Reading): string | null => {
  const rows = (of: Reading): string[] => [of.header, ...of.records].map((row) => JSON.stringify(row));
  const [these, those] = [rows(one), rows(other)];
  const at = these.findIndex((row, index) => row !== those[index]);
  if (at >= 0) return `record ${at + 1} is read ${these[at]}, not ${those[at]}`;
  return these.length === those.length ? null : `${these.length - 1} records, not ${those.length - 1}`;
};

/** Reads the file of a case and compares every cell with what other readers see in it. */
export const judgeReading = async (one: Case, reader: FirstReader): Promise<Verdict> => {
  const first = await tried(() => reader.read(one.bytes, one.base.role));
  if (first instanceof Error) return refusal(first, one.same);
  const other = second(one);
  if (other instanceof Unsound)
    // A header and nothing else tells no figure, whatever stands in it.
    return first.records.length === 0
      ? well('no records')
      : wrong(`accepted, though it has ${other.message}`);
  const difference = firstDifference(first, other);
  return difference === null ? well(one.same ? 'same' : 'agreed') : wrong(difference);
};

const allowed = 0.01;

const isStrict = ({ number }: Case): boolean => number % 3 === 0;

const reportOn = (one: Case): Promise<Report> => {
  const { shop, role, flags } = one.base;
  const files = Object.fromEntries(
    roles
      .filter((given) => shop[given] !== null)
      .map((given) => [given, [{ ending: 'txt', bytes: given === role ? one.bytes : csvText(shop, given) }]]),
  );
  return ask(files, isStrict(one) ? flags : { ...flags, maxRejects: '100%' });
};

/** Figures of columns that an export need not have; the oracle's shops always do. */
const needing: Readonly<Record<string, string>> = {
  items_per_order: 'quantity',
  categories_per_customer: 'category',
};

const figureFaults = (report: Report, shop: Shop, one: Case, told: Told | null): string[] => {
  const figures = figuresById(report);
  return [...compute(shop, one.base.question)].flatMap(([id, answer]) => {
    const column = needing[id];
    if (told !== null && column !== undefined && !told.given.has(column))
      return figures.get(id)?.status === 'unavailable' ? [] : [`${id} is told without ${column}`];
    return disagreements(id, figures.get(id), answer);
  });
};

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

const accountFaults = (report: Report, one: Case, read: Reading, told: Told | null): string[] => {
  const input = report.inputs.find(({ role }) => role === one.base.role)!;
  const { reconciliation: found } = input;
  const accounted =
    found.accepted +
    found.duplicates +
    found.outsideWindow +
    found.excluded +
    sum(found.rejected) +
    sum(found.notCounted);
  const faults =
    accounted === input.records ? [] : [`${accounted} of ${input.records} records accounted for`];
  if (input.records !== read.records.length)
    faults.push(`${input.records} records, not ${read.records.length}`);
  if (told === null) return faults;
  const compared = {
    accepted: [found.accepted, told.accepted],
    rejected: [sum(found.rejected), told.rejected],
    duplicates: [found.duplicates, told.duplicates],
    late: [found.outsideWindow, told.late],
    idle: [sum(found.notCounted), told.idle],
  };
  for (const [what, [actual, expected]] of Object.entries(compared))
    if (actual !== expected) faults.push(`${actual} ${what}, not ${expected}`);
  return faults;
};

/** What an export of orders says by the second reading; null where that is not known. */
const toldBy = (one: Case, read: Reading): Told | Unsound | null => {
  if (one.base.role !== 'orders') return null;
  try {
    return ordersTold(read, one.base.question.asOf);
  } catch (error) {
    if (error instanceof Unsound) return error;
    if (error instanceof Unsure) return null;
    throw error;
  }
};

const saysTheSame = (one: Case, read: Reading): boolean =>
  one.same ||
  JSON.stringify([read.header, ...read.records]) === JSON.stringify(tableOf(one.base.shop, one.base.role));

/** Runs `kpi` over the case and holds its account and its figures to the second reading and the oracle. */
export const judgeFigures = async (one: Case): Promise<Verdict> => {
  const report = await tried(() => reportOn(one));
  if (report instanceof Error) return refusal(report, one.same);
  const read = second(one);
  if (read instanceof Unsound) return wrong(`exit 0, though it has ${read.message}`);
  const told = toldBy(one, read);
  if (told instanceof Unsound) return wrong(`exit 0, though it has ${told.message}`);
  if (told !== null && isStrict(one) && told.rejected > allowed * told.records)
    return wrong(`exit 0, though ${told.rejected} of ${told.records} records cannot be read`);
  const faults = accountFaults(report, one, read, told);
  const named = told === null || told.given.has('customer_id') || told.given.has('email');
  const shop = saysTheSame(one, read) ? one.base.shop : named ? (told?.shop ?? null) : null;
  if (shop !== null) faults.push(...figureFaults(report, shop, one, told));
  if (faults.length > 0) return wrong(faults.slice(0, 6).join('; '));
  return well(shop === null ? 'unjudged' : 'figures');
};
