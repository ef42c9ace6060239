import { LoyaltyError } from '../errors.ts';
import type { Indicator } from '../indicators/define.ts';
import { asRefusal } from '../report/engine-faults.ts';
import type { Gathered } from '../report/gather.ts';
import { assertFewRejects, inputOf, type Loaded } from '../report/inputs.ts';
import type { Finding, KpiRequest, Surroundings } from '../report/request.ts';
import type { Reconciliation } from '../report/schema.ts';
import { type Settled, settle } from '../report/settle.ts';
import type { OpenedFile } from '../sources/open.ts';
import { countNearKeys } from '../warehouse/census/near-keys.ts';
import { countRows } from '../warehouse/census/rows.ts';
import type { Engine } from '../warehouse/engine.ts';
import { extentOf, reachOf } from '../warehouse/extent.ts';
import { refusalOf } from './file.ts';
import { lackingOf } from './lacking.ts';
import { currenciesOfOrders, inspectOrders, statusesOfOrders } from './orders.ts';
import type { Inspection } from './schema.ts';

/** The account of a file: its records and what became of them, and whether too many of them could not be read. */
export interface Account extends Pick<Loaded['read'], 'records' | 'sha256'> {
  /** Null where the files are refused before every record has found its place. */
  readonly reconciliation: Reconciliation | null;
  readonly refusal: LoyaltyError | null;
}

type Answers = Omit<Inspection, 'schemaVersion' | 'tool' | 'asOf' | 'timezone' | 'files'>;

/** What the files say together, and the account of each. */
export interface Together {
  readonly answers: Answers;
  readonly accounts: ReadonlyMap<OpenedFile, Account>;
}

/** What no file says. */
export const nothing: Together = {
  answers: {
    statuses: [],
    currencies: [],
    orders: null,
    others: [],
    lacking: null,
    warnings: [],
    refusal: null,
  },
  accounts: new Map(),
};

const accountOf = async (
  engine: Engine,
  file: Loaded,
  { maxRejects }: KpiRequest,
  refused: boolean,
): Promise<Account> => {
  const { records, sha256 } = file.read;
  try {
    const input = await inputOf(engine, file);
    const account = { records, sha256, reconciliation: input.reconciliation };
    try {
      assertFewRejects(input, maxRejects);
      return { ...account, refusal: null };
    } catch (error) {
      if (error instanceof LoyaltyError) return { ...account, refusal: error };
      throw error;
    }
  } catch (error) {
    if (refused && error instanceof LoyaltyError)
      return { records, sha256, reconciliation: null, refusal: null };
    throw error;
  }
};

const accountsOf = async (
  { engine, loaded }: Gathered,
  request: KpiRequest,
  refused: boolean,
): Promise<Map<OpenedFile, Account>> => {
  const accounts = new Map<OpenedFile, Account>();
  for (const file of loaded)
    accounts.set(file.source.file.original, await accountOf(engine, file, request, refused));
  return accounts;
};

const settled = async (
  gathered: Gathered,
  request: KpiRequest,
): Promise<{ found: Settled | null; refusal: LoyaltyError | null }> => {
  try {
    return { found: await settle(gathered, request), refusal: null };
  } catch (error) {
    const refusal = asRefusal(error, request);
    if (!(refusal instanceof LoyaltyError)) throw refusal;
    return { found: null, refusal };
  }
};

/** Customers whose keys are almost those of others, in the files that say who the customers are. */
const nearKeysOf = async ({ engine, sources }: Gathered): Promise<Finding[]> => {
  const roles = (['orders', 'customers'] as const).filter((role) => sources.has(role));
  const near = await countNearKeys(engine, roles);
  const names = roles.flatMap((role) => sources.get(role)!.map(({ file }) => file.original.name));
  return near === 0 ? [] : [{ code: 'near_keys', details: [names.join(', '), String(near)], count: near }];
};

/** Looks at the rows of the files together, as far as they can be settled. */
export const lookTogether = async (
  gathered: Gathered,
  request: KpiRequest,
  indicators: readonly Indicator[],
  surroundings: Surroundings,
): Promise<Together> => {
  const { engine, sources } = gathered;
  const statuses = await statusesOfOrders(gathered, request);
  const currencies = await currenciesOfOrders(gathered);
  const { found, refusal } = await settled(gathered, request);
  const accounts = await accountsOf(gathered, request, refusal !== null);
  const copies = gathered.loaded
    .filter(({ source }) => source.role === 'orders')
    .map(({ source }) => accounts.get(source.file.original)?.reconciliation?.duplicates ?? 0)
    .reduce((sum, count) => sum + count, 0);
  const reach = found?.orders == null ? null : await reachOf(engine, 'orders');
  const extent = await extentOf(engine, 'orders', reach);
  const orders =
    found?.orders == null ? null : await inspectOrders(gathered, found.orders, copies, extent, request.asOf);
  const others: Inspection['others'] = [];
  for (const role of ['customers', 'surveys', 'content', 'spend'] as const)
    if (sources.has(role)) {
      const { kinds, ...counted } = await countRows(engine, role);
      others.push({ ...counted, kinds: [...kinds] });
    }
  const findings = [...(found?.findings ?? []), ...(await nearKeysOf(gathered))];
  const warnings = findings.map((finding) => ({
    code: finding.code,
    details: [...finding.details],
    message: surroundings.describe(finding),
  }));
  const lacking = lackingOf(gathered, indicators, request.base, extent, request.asOf);
  const answers = { statuses, currencies, orders, others, lacking, warnings, refusal: refusalOf(refusal) };
  return { answers, accounts };
};
