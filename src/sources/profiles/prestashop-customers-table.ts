import type { DeclaredProfile } from './profile.ts';

/**
 * PrestaShop's table of customers, as the SQL manager and modules export it; the segment is the number of the default
 * group. A guest has a row of his own for each order. Columns: install-dev/data/db_structure.sql in
 * github.com/PrestaShop/PrestaShop.
 */
export const prestashopCustomersTable: DeclaredProfile = {
  id: 'prestashop-customers-table',
  title: 'PrestaShop, table of customers',
  role: 'customers',
  recognise: {
    has: [
      ['id_customer'],
      ['email'],
      ['lastname'],
      ['date_add'],
      ['optin', 'newsletter', 'id_default_group'],
    ],
  },
  fields: {
    customer_id: ['id_customer'],
    email: ['email'],
    created_at: ['date_add'],
    segment: ['id_default_group'],
  },
};
