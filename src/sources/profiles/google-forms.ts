import { content } from '../fields/content.ts';
import { customerId, email } from '../fields/customer.ts';
import { customers } from '../fields/customers.ts';
import { orders } from '../fields/orders.ts';
import { surveys } from '../fields/surveys.ts';
import { plainNames } from './plain-names.ts';
import type { DeclaredProfile } from './profile.ts';

/**
 * Responses of a Google form: the time, the address where it is collected, then a column for each question under its
 * text, which may hold line breaks; a question may be just for an address or a number of the customer. A file with
 * names of a plain file is none of these: its columns say themselves what they are. Times are local: written as
 * the sheet's language has them, or by the form itself as `2021/03/31 4:58:01 PM GMT+2`.
 */
export const googleForms: DeclaredProfile = {
  id: 'google-forms',
  title: 'Google Forms, responses',
  role: 'surveys',
  recognise: {
    has: [['Timestamp', 'Horodateur']],
    lacks: [
      ...plainNames(surveys, 'response_id', 'score', 'satisfaction', 'effort', 'completed'),
      ...plainNames(content, 'kind'),
      ...plainNames(orders, 'order_id', 'amount'),
      ...plainNames(customers, 'started_at', 'ended_at'),
    ],
  },
  fields: {
    customer_id: [customerId.name, ...customerId.aliases],
    email: ['Email Address', 'Adresse e-mail', 'Username', "Nom d'utilisateur", email.name, ...email.aliases],
    answered_at: ['Timestamp', 'Horodateur'],
    score: { question: true },
    satisfaction: { question: true },
    effort: { question: true },
    reason: plainNames(surveys, 'reason'),
    comment: plainNames(surveys, 'comment'),
  },
  warnings: ['local_times'],
};
