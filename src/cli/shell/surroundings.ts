/** Something around the program with what it is to the program. */
export type Surrounding = readonly [name: string, meaning: string];

/** The variables of the environment that change what is printed, and how. */
export const environment: readonly Surrounding[] = [
  [
    'LOYALTY_*',
    'the value of the flag of that name where the command line does not give it, before the configuration: LOYALTY_MIN_GROUP for --min-group; true or false for a flag without a value, commas between the values of one that is repeatable',
  ],
  ['NO_COLOR', 'where it is set and not empty, no colours are printed, unless --color says otherwise'],
  ['FORCE_COLOR', 'where it is set, and neither 0 nor false, colours are printed wherever the text goes'],
  ['TERM', 'on a terminal that is dumb there are no colours'],
  ['COLUMNS', 'the width of the page, from 40; --width wins'],
  ['CI', 'where it is set and not empty, no progress is shown'],
  ['GITHUB_ACTIONS', 'where it is true, checks annotate the run of the workflow by themselves'],
  ['GITHUB_STEP_SUMMARY', 'in such a run, the file to which the summary of the checks is added'],
  ['SHELL', 'named by loyalty completion where no shell is given'],
  ['TMPDIR', 'where the private folder of temporary files is made'],
];

/** The files the program uses that no flag names. */
export const files: readonly Surrounding[] = [
  [
    'loyalty.config.yaml, .yml, .json, .toml',
    'the configuration, looked for in the working directory and above it where --config names none',
  ],
  [
    '$TMPDIR/loyalty-*',
    'a private folder of a run, for copies of inputs that are gzip, JSON or in another encoding, and for what the engine has no memory for; it is removed at the end, also when interrupted',
  ],
  [
    '~/.local/share/bash-completion/completions/loyalty',
    'the completion for bash, as loyalty completion bash prints it',
  ],
  ['~/.config/fish/completions/loyalty.fish', 'the completion for fish'],
];
