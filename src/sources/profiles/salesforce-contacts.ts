import type { DeclaredProfile } from './profile.ts';

/**
 * Contacts of Salesforce, as its data export and Data Loader write them, under the names of the API. `Id` is
 * Salesforce's own and no id of the shop, so contacts are found by their address; those without one and deleted ones
 * are left out. Times are UTC and say so.
 */
export const salesforceContacts: DeclaredProfile = {
  id: 'salesforce-contacts',
  title: 'Salesforce, contacts',
  role: 'customers',
  recognise: {
    has: [['Id'], ['LastName'], ['Email'], ['AccountId', 'OwnerId', 'HasOptedOutOfEmail', 'SystemModstamp']],
  },
  fields: {
    email: ['Email'],
    created_at: ['CreatedDate'],
    country: ['MailingCountry', 'MailingCountryCode', 'OtherCountry'],
  },
  drop: { Email: [''], IsDeleted: ['true', '1'] },
  dates: { zone: 'UTC' },
};
