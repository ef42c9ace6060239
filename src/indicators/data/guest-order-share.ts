import type { DataDefinition } from './define.ts';

export const guestOrderShare = {
  id: 'guest_order_share',
  title: { en: 'Share of guest orders', fr: 'Part des commandes d’invités' },
  question: {
    en: 'Of how many orders is the customer unknown?',
    fr: 'De combien de commandes le client est-il inconnu ?',
  },
  formula: { en: 'guest_orders ÷ orders of the period', fr: 'guest_orders ÷ orders de la période' },
  unit: 'share',
  better: 'lower',
  byRole: false,
} as const satisfies DataDefinition;
