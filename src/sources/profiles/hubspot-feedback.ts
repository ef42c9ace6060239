import type { DeclaredProfile } from './profile.ts';

const kind = (...patterns: string[]): Record<string, string[]> => ({
  'Survey type': patterns,
  hs_survey_type: patterns,
  'properties.hs_survey_type': patterns,
});

/**
 * Survey responses of HubSpot, as exported under their labels, under their internal names, or as records of its API
 * (github.com/airbytehq/airbyte, stream feedback_submissions). One column holds the ratings of all kinds of surveys:
 * 0–10 for loyalty, 1–7 for effort, but 0, 1 or 2 for satisfaction (knowledge.hubspot.com, survey response
 * properties), which is no scale of 1–5 and is left out. Contact ids are HubSpot's, not the shop's.
 */
export const hubspotFeedback: DeclaredProfile = {
  id: 'hubspot-feedback',
  title: 'HubSpot, survey responses',
  role: 'surveys',
  recognise: {
    has: [
      ['Survey type', 'hs_survey_type', 'properties.hs_survey_type'],
      ['Survey name', 'hs_survey_name', 'properties.hs_survey_name'],
      ['Rating', 'Response', 'hs_value', 'properties.hs_value'],
    ],
  },
  fields: {
    response_id: ['Submission ID', 'Record ID', 'hs_object_id', 'id'],
    email: ['Email', 'Contact email', 'hs_contact_email_rollup', 'properties.hs_contact_email_rollup'],
    answered_at: [
      'Date',
      'hs_submission_timestamp',
      'properties.hs_submission_timestamp',
      'hs_createdate',
      'properties.hs_createdate',
      'createdAt',
    ],
    score: { columns: ['Rating', 'Response', 'hs_value', 'properties.hs_value'], when: kind('*NPS*') },
    effort: { columns: ['Rating', 'Response', 'hs_value', 'properties.hs_value'], when: kind('*CES*') },
  },
  keep: kind('*NPS*', '*CES*'),
  warnings: ['local_times'],
};
