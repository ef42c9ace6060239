import { customerId, email } from '../fields/customer.ts';
import type { DeclaredProfile } from './profile.ts';

/**
 * Responses of a Typeform: a column for each question under its text, hidden fields under their names, then the
 * columns of Typeform. Times are UTC; `Submit Date` is blank where a form was only begun. `Network ID` names a network
 * and nobody; who answered is known only from a hidden field.
 */
export const typeform: DeclaredProfile = {
  id: 'typeform',
  title: 'Typeform, responses',
  role: 'surveys',
  recognise: { has: [['Submit Date (UTC)'], ['Start Date (UTC)'], ['Network ID', 'Response Type']] },
  fields: {
    customer_id: [customerId.name, ...customerId.aliases],
    email: [email.name, ...email.aliases],
    answered_at: ['Submit Date (UTC)'],
    score: { question: true },
    satisfaction: { question: true },
    effort: { question: true },
    completed: ['Response Type'],
  },
  notQuestions: ['Stage Date (UTC)', 'Tags', 'Ending', 'Other'],
  dates: { zone: 'UTC' },
};
