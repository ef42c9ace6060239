import type { DataDefinition } from './define.ts';
import { guestOrderShare } from './guest-order-share.ts';
import { inputRecords } from './input-records.ts';
import { lastOrderAgeDays } from './last-order-age-days.ts';
import { matchedSurveyShare } from './matched-survey-share.ts';
import { rejectedShare } from './rejected-share.ts';

const definitions = [
  lastOrderAgeDays,
  inputRecords,
  rejectedShare,
  guestOrderShare,
  matchedSurveyShare,
] as const;

/** The id of a figure of the data. */
export type DataId = (typeof definitions)[number]['id'];

/** The figures of the data themselves, in the order they are listed; adding one is a file and a line here and its measure. */
export const dataDefinitions: readonly (DataDefinition & { readonly id: DataId })[] = definitions;

/** The definition of an id; `undefined` where it is no figure of the data. */
export const findDataDefinition = (id: string): (DataDefinition & { readonly id: DataId }) | undefined =>
  dataDefinitions.find((definition) => definition.id === id);
