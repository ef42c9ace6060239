import type { Indicator } from '../indicators/define.ts';
import { parsePeriod } from '../period/index.ts';
import { makeWorkspace } from '../sources/workspace.ts';
import { defineMacros } from '../warehouse/aggregate.ts';
import { settleNoOrders } from '../warehouse/canonical/orders.ts';
import type { Engine } from '../warehouse/engine.ts';
import { asRefusal } from './engine-faults.ts';
import { extentsOf } from './frame.ts';
import { type Gathered, gather } from './gather.ts';
import type { Outcome, Question, Settlement } from './outcome.ts';
import { asksForAll, type KpiRequest, type Surroundings } from './request.ts';
import { rowRulesOf } from './rules.ts';
import { settle } from './settle.ts';

/** The files of a request, loaded once; close it. */
export interface Shop {
  /** Answers a question; one about all the data only where the request asks for all, since rows without a date stand then. */
  readonly report: (question: Question) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** The code that computes is loaded while the engine reads the files; where that fails, computing tells. */
const loadComputation = () => import('./outcome.ts');

const settleAll = async (gathered: Gathered, request: KpiRequest): Promise<Settlement> => {
  const settled = await settle(gathered, request);
  if (!gathered.sources.has('orders')) await settleNoOrders(gathered.engine);
  return { settled, extents: await extentsOf(gathered), inputs: await gathered.inputs() };
};

/**
 * Opens the files of a request and loads them, once for all that is asked of them. An aborted signal interrupts the
 * engine and rejects with its reason; where the opening fails, nothing is left behind.
 */
export const openShop = async (
  request: KpiRequest,
  all: ReadonlyMap<string, Indicator>,
  surroundings: Surroundings,
): Promise<Shop> => {
  const workspace = makeWorkspace();
  let engine: Engine | null = null;
  const stop = (): void => engine?.stop();
  surroundings.signal.addEventListener('abort', stop);
  const close = async (): Promise<void> => {
    surroundings.signal.removeEventListener('abort', stop);
    await engine?.close();
    workspace.remove();
  };
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      const result = await work();
      surroundings.signal.throwIfAborted();
      return result;
    } catch (error) {
      surroundings.signal.throwIfAborted();
      throw asRefusal(error, request);
    }
  };
  try {
    return await guarded(async () => {
      parsePeriod(request.period, { asOf: request.asOf, fiscalStart: request.fiscalStart });
      const gathered = await gather(request, rowRulesOf(request), surroundings, workspace, (opened) => {
        engine = opened;
        loadComputation().catch(() => undefined);
      });
      surroundings.meanwhile?.();
      await defineMacros(gathered.engine);
      const settlement = await settleAll(gathered, request);
      return {
        report: (question) =>
          guarded(async () => {
            const asked = { ...request, ...question };
            if (asksForAll(asked) !== asksForAll(request))
              throw new RangeError('these files were not loaded for that period');
            const { compute } = await loadComputation();
            return compute(asked, all, gathered, settlement, surroundings);
          }),
        close,
      };
    });
  } catch (error) {
    await close();
    throw error;
  }
};

/** Answers the one question of a request: opens the files, computes the figures, closes whatever happens. */
export const kpiReport = async (
  request: KpiRequest,
  all: ReadonlyMap<string, Indicator>,
  surroundings: Surroundings,
): Promise<Outcome> => {
  const shop = await openShop(request, all, surroundings);
  try {
    return await shop.report(request);
  } finally {
    await shop.close();
  }
};
