import type { CheckResult, Report } from '../../report/schema.ts';
import { terminalText } from '../escape.ts';
import type { Language } from '../options.ts';
import type { ReporterOptions } from './options.ts';
import { type State, sentenceOf, stateOf, titleOf } from './view.ts';
import { checkWords } from './words.ts';

type Command = 'error' | 'warning' | 'notice';

const commands: Readonly<Record<State, Command | null>> = {
  passed: null,
  failed: 'error',
  warned: 'warning',
  undecided: 'notice',
  unevaluated: 'error',
};

/** GitHub shows so many annotations of a kind for a step and drops the others in silence. */
const mostOfAKind = 10;

const codes: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};

const messageOf = (text: string): string =>
  terminalText(text).replace(/[%\r\n]/g, (character) => codes[character]!);

const property = (text: string): string =>
  terminalText(text).replace(/[%\r\n:,]/g, (character) => codes[character]!);

interface Annotation {
  readonly command: Command;
  readonly title: string;
  readonly message: string;
}

const annotationOf = (check: CheckResult, { lang, own }: ReporterOptions): Annotation[] => {
  const state = stateOf(check);
  const command = commands[state];
  if (command === null) return [];
  const title = `${titleOf(check, lang, own)} - ${checkWords(lang).states[state]}`;
  return [{ command, title, message: sentenceOf(check, lang, own) }];
};

/** The annotations of a kind, those over GitHub's limit named together in the last. */
const limited = (all: readonly Annotation[], lang: Language): readonly Annotation[] => {
  if (all.length <= mostOfAKind) return all;
  const others = all.slice(mostOfAKind - 1);
  return [
    ...all.slice(0, mostOfAKind - 1),
    {
      command: others[0]!.command,
      title: checkWords(lang).more(String(others.length)),
      message: others.map(({ title }) => title).join('; '),
    },
  ];
};

/**
 * The checks that did not pass as GitHub workflow commands, a line each; nothing where all passed. No text out of the
 * data can end its property or its message, or begin a command of its own.
 */
export const github = (report: Report, options: ReporterOptions): string => {
  const { lang, configuration } = options;
  const all = report.checks.flatMap((check) => annotationOf(check, options));
  const file = configuration === null ? '' : `,file=${property(configuration)}`;
  return (['error', 'warning', 'notice'] as const)
    .flatMap((command) =>
      limited(
        all.filter((annotation) => annotation.command === command),
        lang,
      ),
    )
    .map(
      ({ command, title, message }) =>
        `::${command} title=${property(title)}${file}::${messageOf(message)}\n`,
    )
    .join('');
};
