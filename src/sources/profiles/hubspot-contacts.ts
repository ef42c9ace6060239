import type { DeclaredProfile } from './profile.ts';

/**
 * Contacts of HubSpot: the columns are the user's choice, their names in the language of the account. `Record ID` is
 * HubSpot's own number and no id of the shop, so contacts are found by their address; those without one are left out.
 */
export const hubspotContacts: DeclaredProfile = {
  id: 'hubspot-contacts',
  title: 'HubSpot, contacts',
  role: 'customers',
  recognise: {
    has: [
      ['Record ID', "ID de fiche d'informations"],
      ['Email', 'Adresse e-mail'],
      ['First Name', 'Last Name', 'Prénom', 'Nom', 'Lifecycle Stage', 'Phase du cycle de vie', 'Create Date'],
    ],
  },
  fields: {
    email: ['Email', 'Adresse e-mail'],
    created_at: ['Create Date', 'Date de création'],
    country: ['Country/Region', 'Pays/Région'],
    segment: ['Lifecycle Stage', 'Phase du cycle de vie'],
  },
  drop: { Email: [''], 'Adresse e-mail': [''] },
};
