import type { DeclaredProfile } from './profile.ts';

/**
 * All responses of a SurveyMonkey survey: names in the first row, `Response`, `Open-Ended Response` or the choices in
 * the second. Older files run the names together (`RespondentID`); newer ones have `Date Created` and `Date Modified`.
 * Times are in the zone of the account, month first. `Custom Data` holds what the shop put there: it may be an id of
 * the customer, or of a campaign, so it names nobody unless the user says so.
 */
export const surveymonkey: DeclaredProfile = {
  id: 'surveymonkey',
  title: 'SurveyMonkey, all responses',
  role: 'surveys',
  recognise: { has: [['Respondent ID'], ['Collector ID'], ['End Date', 'Date Modified']] },
  headerRows: 2,
  lastHeaderRow: { blank: ['Respondent ID', 'End Date', 'Date Modified'] },
  fields: {
    response_id: ['Respondent ID'],
    email: ['Email Address'],
    answered_at: ['End Date', 'Date Modified'],
    score: { question: true },
    satisfaction: { question: true },
    effort: { question: true },
  },
  notQuestions: [
    'Start Date',
    'Date Created',
    'IP Address',
    'First Name',
    'Last Name',
    'Custom Data',
    'Custom Data 1',
    'Custom Data 2',
    'Custom Data 3',
    'Custom Data 4',
    'Custom Data 5',
    'Custom Data 6',
  ],
  dates: { order: 'mdy' },
  warnings: ['local_times'],
};
