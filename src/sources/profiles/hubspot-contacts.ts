import { customers } from '../fields/customers.ts';
import { plainNames } from './plain-names.ts';
import type { DeclaredProfile } from './profile.ts';

/**
 * Contacts of HubSpot: the columns are the user's choice, their names in the language of the account. `Record ID` is
 * HubSpot's own number and no id of the shop, so contacts are found by their address; those without one are left out. A file with
 * columns of a plain one that HubSpot has not, a customer's number or a contract's days, is none of these.
 */
export const hubspotContacts: DeclaredProfile = {
  id: 'hubspot-contacts',
  title: 'HubSpot, contacts',
  role: 'customers',
  recognise: {
    has: [
      ['Record ID', "ID de fiche d'informations"],
      ['Email', 'Adresse e-mail'],
      ['First Name', 'Last Name', 'Prénom', 'Nom'],
      [
        'Associated Company IDs',
        'Associated Company',
        'Contact owner',
        'Lead Status',
        'Lifecycle Stage',
        'Create Date',
        'Propriétaire du contact',
        'Statut du lead',
        'Phase du cycle de vie',
        'Date de création',
      ],
    ],
    lacks: plainNames(
      customers,
      'customer_id',
      'started_at',
      'ended_at',
      'end_reason',
      'tier',
      'enrolled_at',
      'points_earned',
      'points_redeemed',
      'referred_by',
    ),
  },
  fields: {
    email: ['Email', 'Adresse e-mail'],
    created_at: ['Create Date', 'Date de création'],
    country: ['Country/Region', 'Pays/Région'],
    segment: ['Lifecycle Stage', 'Phase du cycle de vie'],
  },
  drop: { Email: [''], 'Adresse e-mail': [''] },
};
