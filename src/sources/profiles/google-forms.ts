import { customerId, email } from '../fields/customer.ts';
import type { DeclaredProfile } from './profile.ts';

/**
 * Responses of a Google form: the time, the address where it is collected, then a column for each question under its
 * text, which may hold line breaks; a question may be just for an address or a number of the customer. A file with
 * names of a plain survey file is none of these: its columns say themselves what they are. Times are local: written as
 * the sheet's language has them, or by the form itself as `2021/03/31 4:58:01 PM GMT+2`.
 */
export const googleForms: DeclaredProfile = {
  id: 'google-forms',
  title: 'Google Forms, responses',
  role: 'surveys',
  recognise: {
    has: [['Timestamp', 'Horodateur']],
    lacks: [
      'response_id',
      'answered_at',
      'score',
      'nps',
      'note',
      'satisfaction',
      'csat',
      'effort',
      'ces',
      'completed',
    ],
  },
  fields: {
    customer_id: [customerId.name, ...customerId.aliases],
    email: ['Email Address', 'Adresse e-mail', 'Username', "Nom d'utilisateur", email.name, ...email.aliases],
    answered_at: ['Timestamp', 'Horodateur'],
    score: { question: true },
    satisfaction: { question: true },
    effort: { question: true },
  },
  warnings: ['local_times'],
};
