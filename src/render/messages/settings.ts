import type { Message } from './message.ts';

/** What is said of configurations and of the environment. */
export const settings: Readonly<Record<string, Message>> = {
  config_taken: {
    en: (file) => `The configuration ${file} is taken; --no-config leaves it out.`,
    fr: (file) => `La configuration ${file} est prise ; --no-config l’écarte.`,
  },
  config_written: {
    en: (file, exports) => `${file} is written, of ${exports}; review it, then run loyalty kpi.`,
    fr: (file, exports) => `${file} est écrit, d’après ${exports} ; relisez-le, puis lancez loyalty kpi.`,
  },
  export_left_out: {
    en: (file) => `${file} is left out: it is no export I recognise; give it by its flag if it is one.`,
    fr: (file) =>
      `${file} est laissé de côté : ce n’est pas un export que je connais ; si c’en est un, donnez-le par son option.`,
  },
  variable_unknown: {
    en: (name, nearest) => `${name} in the environment is nothing I know; did you mean ${nearest}?`,
    fr: (name, nearest) => `${name} dans l’environnement ne m’est pas connu ; vouliez-vous dire ${nearest} ?`,
  },
};
