import { dataDefinitions } from '../../indicators/data/index.ts';
import { groups } from '../../indicators/define.ts';
import { indicators } from '../../indicators/index.ts';
import { profiles } from '../../sources/profiles/index.ts';
import { dateFormats } from '../../sources/values/dates.ts';
import type { Offered } from './model.ts';
import type { Register } from './offers.ts';

const registers: Readonly<Record<Register, () => Offered[]>> = {
  figures: () => indicators.map(({ id, title }) => ({ word: id, meaning: title.en })),
  checked: () =>
    [...dataDefinitions, ...indicators].map(({ id, title }) => ({ word: id, meaning: title.en })),
  groups: () => Object.entries(groups).map(([word, { en }]) => ({ word, meaning: en })),
  profiles: () => profiles().map(({ id, title }) => ({ word: id, meaning: title })),
  dates: () => Object.keys(dateFormats).map((word) => ({ word, meaning: '' })),
};

/** The names a register holds now, with their titles. */
export const register = (of: Register): readonly Offered[] => registers[of]();
