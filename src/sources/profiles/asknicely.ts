import type { DeclaredProfile } from './profile.ts';

/**
 * Responses of the AskNicely API (demo.asknice.ly/help/apidocs/responses): every column is seen in the test of
 * tap-ask-nicely; shops add columns that end in `_c`. Times are seconds of Unix. Only answers of the kind `nps` are
 * known to be stored on the scale they were given on. `contact_id` is AskNicely's own, so an address is all that names
 * a customer. Rows without an answer are invitations without a date of answer.
 */
export const asknicely: DeclaredProfile = {
  id: 'asknicely',
  title: 'AskNicely, responses of the API',
  role: 'surveys',
  recognise: { has: [['answer'], ['answerlabel'], ['responded'], ['question_type']] },
  fields: {
    response_id: ['response_id'],
    email: ['email'],
    answered_at: ['responded'],
    score: { columns: ['answer'], when: { question_type: ['nps'] } },
  },
  keep: { question_type: ['nps'] },
  drop: { answer: [''] },
};
