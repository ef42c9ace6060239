import { fileURLToPath } from 'node:url';

/** The absolute path of a file named from the project's root. */
export const inProject = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

export const LOYALTY = inProject('bin/loyalty.js');
export const LARGE = inProject('bench/data/orders-5m.csv');
export const SMALL = inProject('bench/data/orders-1k.csv');
export const VENV_PYTHON = inProject('bench/data/venv/bin/python');

/** The same million orders in three formats. */
export const MILLION = ['csv', 'json', 'ndjson'].map((format) => inProject(`bench/data/orders-1m.${format}`));

/** Real order lines, where the data lie beside the project. */
export const RETAIL = inProject('../shared/data/online-retail/online_retail_iso_utf8.csv.gz');
