import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const beside = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** The folder of real data sets: `LOYALTY_REAL_DATA`, else `../shared/data` beside the checkout. */
export const realData = process.env.LOYALTY_REAL_DATA ?? beside;

/** Whether the real data are there; tests that need them are skipped by name where they are not. */
export const hasRealData = existsSync(realData);
