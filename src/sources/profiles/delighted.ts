import type { DeclaredProfile } from './profile.ts';

/**
 * Survey responses of the Delighted API, an array of JSON. `person` is an id of Delighted, or under `expand[]=person`
 * an object with the address. Answers on satisfaction are on a scale of 1–5; those on effort are on one of 5 or of 7
 * points, which the records do not tell (help.delighted.com, CES surveys), so they are left out.
 */
export const delighted: DeclaredProfile = {
  id: 'delighted',
  title: 'Delighted, survey responses of the API',
  role: 'surveys',
  recognise: { has: [['survey_type'], ['score'], ['person', 'person.id'], ['permalink', 'created_at']] },
  fields: {
    response_id: ['id'],
    customer_id: ['person_properties.customer_id', 'person'],
    email: ['person.email'],
    answered_at: ['created_at'],
    score: { columns: ['score'], when: { survey_type: ['nps'] } },
    satisfaction: { columns: ['score'], when: { survey_type: ['csat'] } },
  },
  keep: { survey_type: ['nps', 'csat'] },
};
