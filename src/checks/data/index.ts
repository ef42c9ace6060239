import type { DataId } from '../../indicators/data/index.ts';
import { guestOrderShare } from './guest-order-share.ts';
import { inputRecords } from './input-records.ts';
import { lastOrderAgeDays } from './last-order-age-days.ts';
import { matchedSurveyShare } from './matched-survey-share.ts';
import type { Measure } from './measure.ts';
import { rejectedShare } from './rejected-share.ts';

/** How each figure of the data is measured. */
export const measures: Readonly<Record<DataId, Measure>> = {
  last_order_age_days: lastOrderAgeDays,
  input_records: inputRecords,
  rejected_share: rejectedShare,
  guest_order_share: guestOrderShare,
  matched_survey_share: matchedSurveyShare,
};

/** The figures a measure is made from. */
export const measuredFrom: Readonly<Partial<Record<DataId, readonly string[]>>> = {
  guest_order_share: ['guest_orders', 'orders'],
};
