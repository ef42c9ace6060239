import { customers } from '../fields/customers.ts';
import { plainNames } from './plain-names.ts';
import type { DeclaredProfile } from './profile.ts';

/**
 * PrestaShop, Customers › Export: its headers in the back office's language; `Group`, `Company` and `Sales` came and
 * went. French names as on help-center.prestashop.com/fr, Accéder aux comptes clients; the columns of 1.6 stand on
 * doc.prestashop.com, Your customers.
 */
export const prestashopCustomersGrid: DeclaredProfile = {
  id: 'prestashop-customers-grid',
  title: 'PrestaShop, Customers › Export',
  role: 'customers',
  recognise: {
    has: [
      ['ID'],
      ['Email address', 'Adresse e-mail', 'Adresse email'],
      ['Registration', 'Inscription', "Date d'inscription"],
      ['Last visit', 'Dernière visite'],
    ],
    lacks: plainNames(
      customers,
      'customer_id',
      'started_at',
      'ended_at',
      'country',
      'tier',
      'enrolled_at',
    ).filter((name) => name !== 'id'),
  },
  fields: {
    customer_id: ['ID'],
    email: ['Email address', 'Adresse e-mail', 'Adresse email'],
    created_at: ['Registration', 'Inscription', "Date d'inscription"],
    segment: ['Group', 'Groupe', 'Default group', 'Groupe par défaut'],
  },
};
