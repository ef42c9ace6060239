import { asknicely } from './asknicely.ts';
import { bigcommerceOrders } from './bigcommerce-orders.ts';
import { delighted } from './delighted.ts';
import { etsyOrderItems } from './etsy-order-items.ts';
import { etsyOrders } from './etsy-orders.ts';
import { googleForms } from './google-forms.ts';
import { hubspotContacts } from './hubspot-contacts.ts';
import { hubspotDeals } from './hubspot-deals.ts';
import { hubspotFeedback } from './hubspot-feedback.ts';
import { magentoCustomers } from './magento-customers.ts';
import { magentoOrders } from './magento-orders.ts';
import { medalliaAgentConnect } from './medallia-agent-connect.ts';
import { paypalActivity } from './paypal-activity.ts';
import { prestashopCustomersGrid } from './prestashop-customers-grid.ts';
import { prestashopCustomersTable } from './prestashop-customers-table.ts';
import { prestashopOrdersGrid } from './prestashop-orders-grid.ts';
import { prestashopOrdersTable } from './prestashop-orders-table.ts';
import type { DeclaredProfile, Profile } from './profile.ts';
import { qualtrics } from './qualtrics.ts';
import { salesforceContacts } from './salesforce-contacts.ts';
import { shopifyCustomers } from './shopify-customers.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { shopifyOrders2012 } from './shopify-orders-2012.ts';
import { squareItems } from './square-items.ts';
import { squareTransactions } from './square-transactions.ts';
import { stripeBalance } from './stripe-balance.ts';
import { stripeCharges } from './stripe-charges.ts';
import { stripePayments } from './stripe-payments.ts';
import { surveymonkey } from './surveymonkey.ts';
import { typeform } from './typeform.ts';
import { woocommerceAdvancedOrderExport } from './woocommerce-advanced-order-export.ts';
import { woocommerceAnalytics } from './woocommerce-analytics.ts';
import { woocommerceSkyverge } from './woocommerce-skyverge.ts';
import { woocommerceWebtoffee } from './woocommerce-webtoffee.ts';

export type { Profile } from './profile.ts';

/** The profiles shipped, in the order in which they are listed; adding one is a file and a line here. */
const declared: readonly DeclaredProfile[] = [
  shopifyOrders,
  shopifyOrders2012,
  shopifyCustomers,
  woocommerceAnalytics,
  woocommerceAdvancedOrderExport,
  woocommerceSkyverge,
  woocommerceWebtoffee,
  prestashopOrdersGrid,
  prestashopOrdersTable,
  prestashopCustomersGrid,
  prestashopCustomersTable,
  magentoOrders,
  magentoCustomers,
  stripePayments,
  stripeCharges,
  stripeBalance,
  squareTransactions,
  squareItems,
  bigcommerceOrders,
  paypalActivity,
  etsyOrders,
  etsyOrderItems,
  hubspotDeals,
  typeform,
  surveymonkey,
  qualtrics,
  googleForms,
  hubspotFeedback,
  delighted,
  asknicely,
  medalliaAgentConnect,
  hubspotContacts,
  salesforceContacts,
];

/** Gives a profile its defaults as the schema does, which is slower; a test holds the two together. */
const whole = ({ statuses, ...profile }: DeclaredProfile): Profile => ({
  ...profile,
  headerRows: profile.headerRows ?? 1,
  grain: profile.grain ?? 'orders',
  amountOf: profile.amountOf ?? 'line',
  idCarried: profile.idCarried ?? false,
  refunds: profile.refunds ?? 'none',
  warnings: profile.warnings ?? [],
  ...(statuses === undefined ? {} : { statuses: { ...statuses, refunded: statuses.refunded ?? [] } }),
});

const shipped: readonly Profile[] = declared.map(whole);

/** The profiles shipped. */
export const profiles = (): readonly Profile[] => shipped;
