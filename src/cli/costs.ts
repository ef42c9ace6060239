import type { ReadConfiguration } from '../config/read.ts';
import type { Configuration } from '../config/schema.ts';
import type { FileReading, KpiRequest } from '../report/request.ts';
import { dateFormats } from '../sources/values/dates.ts';

type Cost = NonNullable<Configuration['costs']>[number];

/** How a spend export of ours is read: as it is written, whatever flags say of other files. */
const reading: FileReading = {
  declared: {
    delimiter: ',',
    dateOrder: dateFormats['yyyy-mm-dd']!,
    decimal: '.',
    rules: [],
    profiles: [],
    chosenProfiles: ['none'],
  },
  encoding: 'utf-8',
  allowUnterminated: false,
};

const row = ({ kind, amount, on, month }: Cost): string => `${on ?? `${month}-01`},${kind},${amount}\n`;

/** A request with the costs of the configuration as one more spend export, called by the configuration's path. */
export const withCosts = (request: KpiRequest, configuration: ReadConfiguration | null): KpiRequest => {
  if (configuration?.costs === undefined) return request;
  const content = `spent_on,kind,amount\n${configuration.costs.map(row).join('')}`;
  return {
    ...request,
    files: [...request.files, { role: 'spend', path: configuration.path, reading, content }],
  };
};
