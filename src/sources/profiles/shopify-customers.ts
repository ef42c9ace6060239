import type { DeclaredProfile } from './profile.ts';

/**
 * Customers of the Shopify admin. Ids are written with an apostrophe before them, and missing before 2022; the address
 * columns were renamed then (`Country Code` became `Default Address Country Code`). Nothing is dated: who came when is
 * known from the orders alone, which are joined by e-mail.
 */
export const shopifyCustomers: DeclaredProfile = {
  id: 'shopify-customers',
  title: 'Shopify, customers',
  role: 'customers',
  recognise: { has: [['Email'], ['Total Spent'], ['Total Orders'], ['Tax Exempt']] },
  fields: {
    customer_id: ['Customer ID'],
    email: ['Email'],
    country: ['Default Address Country Code', 'Country Code', 'Country'],
  },
};
