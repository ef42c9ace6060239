import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** What is shipped with a JSON Schema of its own. */
export type Form = 'report' | 'manifest' | 'config';

/** The JSON Schema of a form as it is shipped. */
export const schemaOf = (form: Form): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../dist/${form}.schema.json`, import.meta.url), 'utf8'));

/** A reader of JSON Schema that shares nothing with what wrote the schemas; a keyword unknown to it throws. */
export const reader = (): Ajv2020 =>
  new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    // The pattern that stands beside it says all of it.
    formats: { date: true },
    // test/published.test.ts holds them to the schema of schemas once, not every file of tests again.
    validateSchema: false,
    code: { optimize: false },
  });

const compiled = new Map<Form, ValidateFunction>();

const validatorOf = (form: Form): ValidateFunction => {
  const known = compiled.get(form);
  if (known !== undefined) return known;
  const validator = reader().compile(schemaOf(form));
  compiled.set(form, validator);
  return validator;
};

/** Where a content breaks the JSON Schema of a form, in a sentence; null where it keeps it. */
export const breachOf = (form: Form, content: unknown): string | null => {
  const validator = validatorOf(form);
  if (validator(content)) return null;
  const [first] = validator.errors!;
  return `${first!.instancePath || '/'} ${first!.message} ${JSON.stringify(first!.params)}`;
};

/** A content that keeps the JSON Schema of a form; one that does not throws. */
export const published = <Content>(form: Form, content: Content): Content => {
  const breach = breachOf(form, content);
  if (breach !== null) throw new Error(`dist/${form}.schema.json does not hold: ${breach}`);
  return content;
};
