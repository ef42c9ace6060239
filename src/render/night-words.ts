import type { CauseCode } from '../nights/schema.ts';
import type { FigureStatus } from '../report/schema.ts';
import type { Language } from './options.ts';

type CauseSentence = (before: string, now: string) => string;

interface NightWords {
  readonly wrote: (period: string, asOf: string) => string;
  readonly wouldWrite: (period: string, asOf: string) => string;
  readonly restated: (count: string, many: boolean) => string;
  readonly more: (count: string) => string;
  readonly status: Readonly<Record<FigureStatus, string>>;
  readonly toDate: (cause: string) => string;
  readonly causes: Readonly<Record<CauseCode, CauseSentence>>;
}

/** The words of what a night tells. */
export const nightWords: Readonly<Record<Language, NightWords>> = {
  en: {
    wrote: (period, asOf) => `Written for ${period}, as of ${asOf}:`,
    wouldWrite: (period, asOf) => `Nothing is written. For ${period}, as of ${asOf}, it would be:`,
    restated: (count, many) =>
      `Restated: ${count} ${many ? 'figures of closed periods are' : 'figure of a closed period is'} not what ${many ? 'they were' : 'it was'}.`,
    more: (count) => `and ${count} more, in the manifest`,
    status: { ok: 'no value', undefined: 'undefined', incomplete: 'incomplete', unavailable: 'none' },
    toDate: (cause) => `up to its end, ${cause}`,
    causes: {
      definition: () => 'another definition: base, zone or settings',
      define: () => 'its declaration under define changed',
      costs: (before, now) => `the costs of the configuration changed: ${before} → ${now}`,
      spend: (before, now) => `spending changed: ${before} → ${now}`,
      late_orders: (before, now) => `late orders: ${before} → ${now}`,
      removed_orders: (before, now) => `orders removed: ${before} → ${now}`,
      refunds: (before, now) => `refunds: ${before} → ${now}`,
      amounts: (before, now) => `amounts changed: ${before} → ${now}`,
      identified_orders: (before, now) => `orders that name a customer: ${before} → ${now}`,
      merged_ids: (before, now) => `customers merged: ${before} → ${now}`,
      split_ids: (before, now) => `customers split: ${before} → ${now}`,
      customers_before: (before, now) => `customers at the start: ${before} → ${now}`,
      late_answers: (before, now) => `late answers: ${before} → ${now}`,
      removed_answers: (before, now) => `answers removed: ${before} → ${now}`,
      data_end: () => 'the data end before the period does',
      version: (before, now) => `loyalty ${before} → ${now}`,
      unknown: () => 'cause not found',
    },
  },
  fr: {
    wrote: (period, asOf) => `Écrit pour ${period}, au ${asOf} :`,
    wouldWrite: (period, asOf) => `Rien n’est écrit. Pour ${period}, au ${asOf}, ce serait :`,
    restated: (count, many) =>
      `Révisé : ${count} ${many ? 'chiffres de périodes closes ne sont plus ce qu’ils étaient' : 'chiffre d’une période close n’est plus ce qu’il était'}.`,
    more: (count) => `et ${count} autres, dans le manifeste`,
    status: {
      ok: 'sans valeur',
      undefined: 'indéfini',
      incomplete: 'incomplet',
      unavailable: 'aucun',
    },
    toDate: (cause) => `jusqu’à sa fin, ${cause}`,
    causes: {
      definition: () => 'autre définition : base, fuseau ou réglages',
      define: () => 'sa déclaration sous define a changé',
      costs: (before, now) => `les coûts de la configuration ont changé : ${before} → ${now}`,
      spend: (before, now) => `dépenses modifiées : ${before} → ${now}`,
      late_orders: (before, now) => `commandes tardives : ${before} → ${now}`,
      removed_orders: (before, now) => `commandes retirées : ${before} → ${now}`,
      refunds: (before, now) => `remboursements : ${before} → ${now}`,
      amounts: (before, now) => `montants modifiés : ${before} → ${now}`,
      identified_orders: (before, now) => `commandes qui nomment un client : ${before} → ${now}`,
      merged_ids: (before, now) => `clients fusionnés : ${before} → ${now}`,
      split_ids: (before, now) => `clients séparés : ${before} → ${now}`,
      customers_before: (before, now) => `clients au début : ${before} → ${now}`,
      late_answers: (before, now) => `réponses tardives : ${before} → ${now}`,
      removed_answers: (before, now) => `réponses retirées : ${before} → ${now}`,
      data_end: () => 'les données finissent avant la période',
      version: (before, now) => `loyalty ${before} → ${now}`,
      unknown: () => 'cause non trouvée',
    },
  },
};
