import { customerId, email } from './customer.ts';
import { type Field, field } from './field.ts';

/** The fields of opens, clicks, views and visits, in the order messages list them. */
export const content: readonly Field[] = [
  customerId,
  email,
  field('occurred_at', 'date', 'date', 'event date', 'timestamp', 'created at', 'opened at', 'horodatage'),
  field('kind', 'text', 'event', 'event type', 'type', 'action', 'évènement', 'événement'),
];
