import { yamlText } from './documents/yaml-text.ts';
import type { DeclaredConfiguration } from './schema.ts';

const head = `What loyalty knows of these exports; written by \`loyalty init\`, to be reviewed and corrected.
\`loyalty config schema\` prints every key there is, \`loyalty config print\` what holds.`;

const above = {
  sources: `The exports, by their path from this folder, and how each is read.`,
  timezone: `The zone whose days count.`,
};

type Role = NonNullable<DeclaredConfiguration['sources']>[number]['role'];

const examples: readonly (readonly [role: Role, check: string])[] = [
  ['orders', '  - retention_rate >= 40% level=warn'],
  ['orders', '  - figure: repeat_customer_rate\n    at_least: 25%\n    min_n: 30'],
  ['orders', '  - churn_rate max_rise 5pts against=year'],
  ['surveys', '  - net_promoter_score >= 30 min_n=30'],
  ['surveys', '  - response_rate >= 10% level=warn'],
  ['spend', '  - acquisition_cost <= 25'],
];

const footOf = (roles: ReadonlySet<Role>): string => {
  const fitting = examples.filter(([role]) => roles.has(role)).slice(0, 3);
  const checks = ['checks:', ...fitting.flatMap(([, check]) => check.split('\n'))];
  const title = [
    'Thresholds that `loyalty check` holds the figures to. To enable them, take the "# " away from `checks:` and from',
    'the checks that shall hold, and set their numbers; `loyalty list` names the figures.',
  ];
  return (fitting.length === 0 ? [] : [...title, ...checks]).map((line) => `# ${line}`).join('\n');
};

/**
 * The first configuration of a folder: what was understood of its exports, commented, with checks to be enabled, under
 * the schema where one lies at hand.
 */
export const firstConfiguration = (understood: DeclaredConfiguration, schema: string | null): string => {
  const { profiles = [], ...rest } = understood;
  return yamlText({
    value: {
      ...(schema === null ? {} : { $schema: schema }),
      ...rest,
      ...(profiles.length === 0 ? {} : { profiles }),
    },
    above,
    head,
    foot: footOf(new Set((understood.sources ?? []).map(({ role }) => role))),
  });
};
