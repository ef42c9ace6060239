/** A command line that must show no canary. */
export interface Scenario {
  readonly name: string;
  readonly argv: readonly string[];
  /** The exit codes it may have; null where every one will do. */
  readonly exits: readonly number[] | null;
}

/** A command line by its words; it ends with 0 unless told otherwise. */
export const scenario = (argv: readonly string[], exits: readonly number[] | null = [0]): Scenario => ({
  name: argv.join(' '),
  argv,
  exits,
});

/** The path of an export. */
export const at = (name: string): string => `../exports/${name}`;

/** The day from which all is reckoned. */
export const asOf = ['--as-of', '2021-12-31', '--timezone', 'UTC'];
/** The period asked for. */
export const period = ['--period', '2021-Q3', ...asOf];
