import type { DeclaredProfile } from './profile.ts';

/**
 * The customers grid of Magento 2 and Adobe Commerce: ten columns as shipped, 25 where all are shown. The first ten are
 * in https://github.com/magento/magento2, dev/tests/integration/testsuite/Magento/Customer/Block/Adminhtml/GridTest.php.
 */
export const magentoCustomers: DeclaredProfile = {
  id: 'magento-customers',
  title: 'Magento, Adobe Commerce, customers',
  role: 'customers',
  recognise: { has: [['Customer Since'], ['Group'], ['Email'], ['Web Site']] },
  fields: {
    customer_id: ['ID'],
    email: ['Email'],
    created_at: ['Customer Since'],
    segment: ['Group'],
    country: ['Country'],
  },
};
