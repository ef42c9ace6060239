/** Words of order statuses under which an order counts, English and French, lower case without accents. */
export const countingStatuses = [
  '', 'paid', 'completed', 'complete', 'processing', 'shipped', 'delivered', 'fulfilled', 'closed', 'refunded',
  'partially_refunded', 'partially_shipped', 'succeeded', 'captured', 'invoiced', 'in_preparation', 'payee', 'paye',
  'paiement_accepte', 'terminee', 'termine', 'expediee', 'expedie', 'livree', 'livre', 'en_preparation',
  'en_cours_de_preparation', 'remboursee', 'rembourse', 'partiellement_remboursee', 'partiellement_rembourse', 'facturee', 'validee',
] as const; // biome-ignore format: a list of words

/** Words under which it does not: what was never paid, was called off, or was only tried. */
export const ignoredStatuses = [
  'cancelled', 'canceled', 'voided', 'void', 'failed', 'declined', 'pending', 'pending_payment', 'awaiting_payment',
  'unpaid', 'draft', 'test', 'abandoned', 'expired', 'on_hold', 'annulee', 'annule', 'echouee', 'echoue', 'refusee',
  'refuse', 'en_attente', 'en_attente_de_paiement', 'brouillon', 'abandonnee', 'abandonne', 'erreur_de_paiement', 'impayee',
] as const; // biome-ignore format: a list of words
