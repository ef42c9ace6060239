import { field } from './field.ts';

/** The customer as files of every role name one: by an id of the shop. */
export const customerId = field(
  'customer_id',
  'key',
  'customer',
  'customer no',
  'customer number',
  'client',
  'client id',
  'id client',
  'numéro client',
  'n° client',
  'code client',
  'user id',
  'buyer id',
  'membre',
  'member id',
);

/** The customer by e-mail address. */
export const email = field(
  'email',
  'email',
  'e-mail',
  'mail',
  'email address',
  'customer email',
  'adresse e-mail',
  'adresse email',
  'adresse mail',
  'courriel',
  'email client',
);
