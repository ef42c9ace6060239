import type { DeclaredProfile } from './profile.ts';

/** A stage as HubSpot shows it, with its pipeline where there are several, and as its value within HubSpot. */
const stage = (words: string): string[] => [words, `${words}_(sales_pipeline)`, words.replaceAll('_', '')];

/**
 * Deals of HubSpot: a row for each, won, lost or open; a won one is a sale, made on the day the deal was closed. The
 * columns are the user's choice, their names in the language of the account, those of associations in English. A
 * customer is the contact, or the company where no contacts are exported, by HubSpot's own number, which is no id of
 * the shop; a deal of several (`8001;8002`) is nobody's. Stages are those every account begins with: others are left
 * out where `Is Closed Won` stands beside them, and for the user to tell where it does not. Nothing is told of refunds,
 * taxes and shipping. Close date, stages: knowledge.hubspot.com, default deal properties and deal pipelines.
 */
export const hubspotDeals: DeclaredProfile = {
  id: 'hubspot-deals',
  title: 'HubSpot, deals',
  role: 'orders',
  recognise: {
    has: [
      ['Record ID', "ID de fiche d'informations"],
      ['Deal Stage', 'Phase de la transaction'],
      ['Close Date', 'Date de fermeture'],
    ],
  },
  fields: {
    order_id: ['Record ID', "ID de fiche d'informations"],
    customer_id: ['Associated Contact IDs', 'Associated Company IDs (Primary)', 'Associated Company IDs'],
    ordered_at: ['Close Date', 'Date de fermeture'],
    amount: ['Amount', 'Montant'],
    currency: ['Currency'],
    status: ['Deal Stage', 'Phase de la transaction'],
  },
  statuses: {
    count: [...stage('closed_won'), 'ferme_gagne'],
    ignore: [
      ...stage('appointment_scheduled'),
      ...stage('qualified_to_buy'),
      ...stage('presentation_scheduled'),
      ...stage('decision_maker_bought_in'),
      ...stage('contract_sent'),
      ...stage('closed_lost'),
      ...['rendez_vous_planifie', 'qualifie_pour_acheter', 'ferme_perdu'],
    ],
  },
  ignore: { 'Is Closed Won': ['false'] },
  nobody: { customer_id: ['*;*'] },
  amountIncludes: { tax: null, shipping: null },
  warnings: ['refunds_unknown', 'local_times'],
};
