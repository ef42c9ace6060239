import type { DeclaredProfile } from './profile.ts';

/**
 * Feedback of Medallia Agent Connect, formerly Stella Connect: a row for each request, with one to five stars where it
 * was answered. Times are UTC. The columns stand in docs.medallia.com (agent-connect) and in public models of the
 * export. `request_sent_to` is the address or the telephone number the request went to.
 */
export const medalliaAgentConnect: DeclaredProfile = {
  id: 'medallia-agent-connect',
  title: 'Medallia Agent Connect, feedback',
  role: 'surveys',
  recognise: { has: [['request_id'], ['star_rating'], ['response_received_at']] },
  fields: {
    response_id: ['request_id'],
    customer_id: ['customer_custom_id'],
    email: ['customer_email_address', 'request_sent_to'],
    answered_at: ['response_received_at'],
    satisfaction: ['star_rating'],
    comment: ['comments'],
  },
  dates: { zone: 'UTC' },
};
