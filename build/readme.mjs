// Writes what the pages say about the program from the built program itself, between their markers.
//
//   node build/readme.mjs [--check]
//
// --check writes nothing and fails, naming them, when pages are not what the program says now.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { importSource } from './source.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = ['README.md', 'THIRD-PARTY.md'];

/** The day every printed run is as of, so that the pages do not change with the day they are written. */
const day = ['--as-of', '2022-01-01'];

const small = (role) => `fixtures/small/${role}.csv`;

const loyalty = (...args) =>
  execFileSync(process.execPath, ['bin/loyalty.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '100', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const block = (language, text) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

const row = (cells) => `| ${cells.join(' | ')} |`;

const table = (heads, rows) => [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

const example = () =>
  block(
    'text',
    loyalty(
      ...['kpi', small('orders'), '--customers', small('customers'), '--surveys', small('surveys')],
      ...['--period', '2021-Q2', '--group', 'retention,nps', ...day],
    ),
  );

const runOf = (...args) =>
  spawnSync(process.execPath, ['bin/loyalty.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80', FORCE_COLOR: '0' },
  });

const quoted = (word) => (/^[\w./-]+$/.test(word) ? word : `'${word}'`);

const checked = () => {
  const args = [
    ...['check', small('orders'), '--customers', small('customers'), '--surveys', small('surveys')],
    ...['-p', '2021-Q2', ...day, '-q'],
    ...[
      'retention_rate >= 0.40',
      'churn_rate max_rise 5pts',
      'repeat_customer_rate >= 40% confidence',
    ].flatMap((check) => ['--check', check]),
    ...['--check', 'net_promoter_score[customer.country=FR] >= 30', '--check', 'rejected_share < 1%'],
  ];
  const { status, stdout } = runOf(...args);
  return `${block('text', `$ loyalty ${args.map(quoted).join(' ')}\n\n${stdout}`)}\n\nIt ends with exit code ${status}.`;
};

const inspection = () => block('text', loyalty('inspect', small('orders'), '--width', '80', ...day));

const jsonExcerpt = () => {
  const report = JSON.parse(
    loyalty(
      'kpi',
      small('orders'),
      '--period',
      '2021-Q2',
      '--only',
      'retention_rate',
      '--format',
      'json',
      ...day,
    ),
  );
  const { schemaVersion, period, comparison, base, inputs, figures, warnings } = report;
  return block(
    'json',
    JSON.stringify(
      { schemaVersion, period, comparison, base, inputs, figures, warnings: warnings.slice(0, 1) },
      null,
      2,
    ),
  );
};

const indicatorTables = ({ indicators, groups }) =>
  Object.entries(groups)
    .map(([group, title]) => {
      const rows = indicators
        .filter((indicator) => indicator.group === group)
        .map(({ id, title: { en }, formula, source }) => [`\`${id}\``, en, formula.en, source]);
      return `**${title.en}** (\`--group ${group}\`)\n\n${table(['id', 'title', 'formula', 'source'], rows)}`;
    })
    .join('\n\n');

const fieldTable = ({ fields, needed }) =>
  table(
    ['export', 'needs', 'fields'],
    Object.entries(fields).map(([role, list]) => [
      role,
      needed[role].map((names) => names.map((name) => `\`${name}\``).join(' or ')).join(', ') || '–',
      list.map(({ name }) => `\`${name}\``).join(', '),
    ]),
  );

const identities = ({ fields }) =>
  ['customer_id', 'email']
    .filter((name) => name in fields)
    .map((name) => `\`${name}\``)
    .join(', else ') || '–';

const refundWords = { column: 'a column', rows: 'rows of their own', status: 'the status', none: '–' };

const profileTable = ({ profiles }) =>
  table(
    ['profile', 'export', 'read as', 'customer', 'refunds'],
    profiles().map((profile) => [
      `\`${profile.id}\``,
      profile.title,
      profile.role === 'orders' && profile.grain === 'lines' ? 'order lines' : profile.role,
      identities(profile),
      profile.role === 'orders' ? refundWords[profile.refunds] : '',
    ]),
  );

const noteTable = ({ notes }) =>
  table(
    ['code', 'meaning'],
    Object.entries(notes).map(([code, { en }]) => [
      en.length === 0 ? `\`${code}\`` : `\`${code}=…\``,
      en(...Array(en.length).fill('…')),
    ]),
  );

const rejectionTable = ({ rejections }) =>
  table(
    ['code', 'why'],
    Object.entries(rejections).map(([code, { en }]) => [`\`${code}\``, en()]),
  );

const exitTable = ({ exitCodes }) =>
  table(
    ['code', 'meaning'],
    exitCodes.map(({ code, meaning, besides }) => [
      code,
      besides === undefined ? meaning : `${meaning}; ${besides}`,
    ]),
  );

/** The keys of a configuration with what stands under them, and of a source. */
const keyTable = ({ configurationSchema }) => {
  const { properties } = configurationSchema();
  const kindOf = ({ type, enum: values, anyOf, items }) => {
    if (values !== undefined) return values.map((value) => `\`${value}\``).join(', ');
    if (anyOf !== undefined) return [...new Set(anyOf.map(kindOf))].join(' or ');
    if (type === 'array') return items.type === 'string' ? 'texts' : 'list';
    return { string: 'text', integer: 'whole number', boolean: 'true or false' }[type] ?? type;
  };
  return table(
    ['key', 'holds', 'meaning'],
    Object.entries(properties)
      .filter(([name]) => name !== '$schema')
      .map(([name, property]) => [`\`${name}\``, kindOf(property), property.description]),
  );
};

/** What an indicator of a configuration may count and sum, grain by grain. */
const columnTable = ({ documented }) =>
  table(
    ['grain', 'rows', 'columns'],
    Object.entries(documented).map(([grain, { rows, columns }]) => [
      `\`${grain}\``,
      rows,
      Object.entries(columns)
        .map(([name, { meaning }]) => `\`${name}\`: ${meaning}`)
        .join('; '),
    ]),
  );

const bundledTable = async () => {
  const notices = await readFile(`${root}dist/THIRD-PARTY.txt`, 'utf8');
  const titles = [...notices.matchAll(/^(\S+) (\S+) \((.+)\)\n=+$/gm)];
  return table(
    ['package', 'version', 'licence'],
    titles.map(([, name, version, licence]) => [name, version, licence]),
  );
};

const source = await importSource(`
  export { indicators } from './src/indicators/index.ts';
  export { exitCodes } from './src/cli/exit-codes.ts';
  export { groups } from './src/indicators/define.ts';
  export { notes } from './src/render/messages/notes.ts';
  export { rejections } from './src/render/messages/rejections.ts';
  export { fields, needed } from './src/sources/fields.ts';
  export { profiles } from './src/sources/profiles/index.ts';
  export { configurationSchema } from './src/config/schema.ts';
  export { documented } from './src/indicators/own/columns.ts';
`);

const contents = {
  example: example(),
  checks: checked(),
  inspection: inspection(),
  json: jsonExcerpt(),
  indicators: indicatorTables(source),
  fields: fieldTable(source),
  notes: noteTable(source),
  profiles: profileTable(source),
  keys: keyTable(source),
  columns: columnTable(source),
  rejections: rejectionTable(source),
  exits: exitTable(source),
  bundled: await bundledTable(),
};

const filled = (page) =>
  page.replace(/(<!-- (\w+):start -->\n)([\s\S]*?)(<!-- \2:end -->)/g, (whole, start, name, _, end) =>
    Object.hasOwn(contents, name) ? `${start}\n${contents[name]}\n\n${end}` : whole,
  );

const stale = [];
const found = new Set();
for (const name of pages) {
  const page = await readFile(root + name, 'utf8');
  for (const [, marker] of page.matchAll(/<!-- (\w+):start -->/g)) found.add(marker);
  const current = filled(page);
  if (current === page) continue;
  stale.push(name);
  if (!process.argv.includes('--check')) await writeFile(root + name, current);
}
const lost = Object.keys(contents).filter((name) => !found.has(name));
if (lost.length > 0) throw new Error(`no page has the markers of: ${lost.join(', ')}`);
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`not current: ${stale.join(', ')}; run npm run readme`);
  process.exitCode = 1;
}
