import type { DeclaredProfile } from './profile.ts';

/**
 * Responses of a Qualtrics survey: names, the text of the questions, and import ids in three header rows; files saved
 * again by a script keep the first alone. A question of
 * recommendation is exported with a column of its groups (`Q1` and `Q1_NPS_GROUP`). Previews, tests and spam are told
 * by `Status`, in words or as numbers. Times are in the zone that the third row names.
 */
export const qualtrics: DeclaredProfile = {
  id: 'qualtrics',
  title: 'Qualtrics, responses',
  role: 'surveys',
  recognise: {
    has: [
      ['ResponseId'],
      ['RecordedDate'],
      ['Finished', 'Progress'],
      ['StartDate', 'IPAddress', 'Duration (in seconds)', 'DistributionChannel', 'UserLanguage'],
    ],
  },
  headerRows: 3,
  lastHeaderRow: { holds: 'ImportId' },
  fields: {
    response_id: ['ResponseId'],
    customer_id: ['ExternalReference', 'ExternalDataReference'],
    email: ['RecipientEmail'],
    answered_at: ['EndDate', 'RecordedDate'],
    score: { question: true },
    satisfaction: { question: true },
    effort: { question: true },
    completed: ['Finished'],
  },
  notQuestions: [
    'StartDate',
    'IPAddress',
    'Progress',
    'Duration (in seconds)',
    'RecipientLastName',
    'RecipientFirstName',
    'LocationLatitude',
    'LocationLongitude',
    'DistributionChannel',
    'UserLanguage',
    'Q_RecaptchaScore',
  ],
  drop: { Status: ['*Preview*', '*Spam*', 'Survey Test', '1', '2', '8', '9', '12', '17', '40'] },
  warnings: ['local_times'],
};
