import { Document, isMap, isScalar } from 'yaml';

/** A configuration as texts: what it holds, and what is said beside its keys and around them. */
export interface Commented {
  readonly value: Readonly<Record<string, unknown>>;
  /** By key, at the end of its line. */
  readonly beside?: Readonly<Record<string, string>>;
  /** By key, on lines above it. */
  readonly above?: Readonly<Record<string, string>>;
  readonly head?: string;
  readonly foot?: string;
}

const commentOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => ` ${line}`.trimEnd())
    .join('\n');

/** A configuration in YAML, with its comments. */
export const yamlText = ({ value, beside = {}, above = {}, head, foot }: Commented): string => {
  const document = new Document(value, { aliasDuplicateObjects: false });
  if (isMap(document.contents))
    for (const [index, { key, value: node }] of document.contents.items.entries()) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      if (above[name] !== undefined) {
        key.commentBefore = commentOf(above[name]);
        key.spaceBefore = index > 0 || head === undefined;
      }
      if (beside[name] === undefined) continue;
      if (isScalar(node)) node.comment = commentOf(beside[name]);
      else key.commentBefore = commentOf(beside[name]);
    }
  if (head !== undefined) document.commentBefore = commentOf(head);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return foot === undefined ? text : `${text}\n${foot.trimEnd()}\n`;
};
