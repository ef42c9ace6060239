import type { Role } from '../report/schema.ts';
import { type Line, labelledLines, titleLine } from './inspection/lines.ts';
import { inspectionWords } from './inspection/words.ts';
import { messageText } from './messages.ts';
import type { RenderOptions } from './options.ts';
import { wordsOf } from './words.ts';

/** What is shown of a profile. */
export interface ShownProfile {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly recognise: {
    readonly has: readonly (readonly string[])[];
    readonly lacks?: readonly string[] | undefined;
  };
  readonly grain: 'orders' | 'lines';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly refunds: 'column' | 'rows' | 'status' | 'none';
  readonly warnings: readonly string[];
}

const words = {
  en: {
    id: 'id',
    known: 'known by',
    or: ' or ',
    lacks: (names: string) => `, without ${names}`,
    rows: 'rows',
    identity: { customer_id: 'customer by id', email: 'customer by e-mail', none: 'no customer' },
    beware: 'beware',
  },
  fr: {
    id: 'id',
    known: 'reconnu à',
    or: ' ou ',
    lacks: (names: string) => `, sans ${names}`,
    rows: 'lignes',
    identity: { customer_id: 'client par id', email: 'client par e-mail', none: 'aucun client' },
    beware: 'attention',
  },
} as const;

const mostNames = 4;

const knownText = ({ recognise }: ShownProfile, lang: RenderOptions['lang']): string => {
  const { or, lacks } = words[lang];
  const has = recognise.has.map((names) => names.join(or)).join(', ');
  const without = recognise.lacks ?? [];
  const some = without.length > mostNames ? [...without.slice(0, mostNames), '…'] : without;
  return has + (without.length === 0 ? '' : lacks(some.join(', ')));
};

const identityText = ({ fields }: ShownProfile, lang: RenderOptions['lang']): string => {
  const { identity } = words[lang];
  const keys = (['customer_id', 'email'] as const).filter((key) => fields[key] !== undefined);
  return keys.length === 0 ? identity.none : keys.map((key) => identity[key]).join(words[lang].or);
};

const rowsText = (profile: ShownProfile, lang: RenderOptions['lang']): string => {
  const { grains, refunds } = inspectionWords(lang);
  const isOrders = profile.role === 'orders';
  return [
    ...(isOrders ? [grains[profile.grain]] : []),
    identityText(profile, lang),
    ...(isOrders ? [refunds[profile.refunds]] : []),
  ].join(wordsOf(lang).semicolon);
};

const profileLines = (profile: ShownProfile, options: RenderOptions): string[] => {
  const { lang } = options;
  const own = words[lang];
  const warnings = profile.warnings.map((code): Line => [own.beware, messageText(code, [profile.id], lang)]);
  return [
    titleLine(`  ${profile.title}`, options),
    ...labelledLines(
      [
        [own.id, profile.id],
        [own.known, knownText(profile, lang)],
        [own.rows, rowsText(profile, lang)],
        ...warnings,
      ],
      options,
    ),
  ];
};

const roles = ['orders', 'customers', 'surveys', 'content', 'spend'] as const;

/** The profiles by the kind of file they are of: how each is known, what its rows are, and what it cannot tell. */
export const renderProfiles = (profiles: readonly ShownProfile[], options: RenderOptions): string => {
  const general = wordsOf(options.lang);
  const sections = roles.flatMap((role) => {
    const members = profiles.filter((profile) => profile.role === role);
    if (members.length === 0) return [];
    return [
      [
        titleLine(`${general.roles[role]} (${members.length})`, options),
        ...members.flatMap((profile) => ['', ...profileLines(profile, options)]),
      ].join('\n'),
    ];
  });
  return `${sections.join('\n\n')}\n`;
};
