import type { Role } from '../report/schema.ts';
import { content } from './fields/content.ts';
import { customers } from './fields/customers.ts';
import type { Field } from './fields/field.ts';
import { orders } from './fields/orders.ts';
import { spend } from './fields/spend.ts';
import { surveys } from './fields/surveys.ts';

export type { Field, FieldKind } from './fields/field.ts';

/** The fields of each role. */
export const fields: Readonly<Record<Role, readonly Field[]>> = {
  orders,
  customers,
  surveys,
  content,
  spend,
};

/** What a file of the role cannot do without; of the alternatives in a list, one is enough. */
export const needed: Readonly<Record<Role, readonly (readonly string[])[]>> = {
  orders: [['ordered_at'], ['amount']],
  customers: [['customer_id', 'email']],
  surveys: [['score', 'satisfaction', 'effort']],
  content: [['customer_id', 'email'], ['occurred_at'], ['kind']],
  spend: [['spent_on'], ['kind'], ['amount']],
};

/** A column name as it is compared: without case, accents, spaces or punctuation. */
export const comparableName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
