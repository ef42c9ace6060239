import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import { type Document, type KeyPath, type Position, Unreadable } from '../document.ts';

const mostAliases = 100;

const firstLine = (text: string): string => text.split('\n')[0]!.replace(/[.:]$/, '');

/** Reads YAML 1.2 by its core schema: no tags, no merging, keys each once, few aliases; anything else is `Unreadable`. */
export const readYaml = (text: string): Document => {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    strict: true,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const positionOfOffset = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    const what = problem.code === 'MULTIPLE_DOCS' ? 'it holds several documents' : firstLine(problem.message);
    throw new Unreadable(what, positionOfOffset(problem.pos[0]));
  }

  const resolved = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const start = (node: Node | null | undefined): number | null =>
    (node as ParsedNode | null)?.range?.[0] ?? null;
  const positionOf = (path: KeyPath): Position | null => {
    let node: unknown = document.contents;
    let found = start(document.contents);
    for (const part of path) {
      const holder = resolved(node);
      if (isMap(holder)) {
        const pair = holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
        if (pair === undefined) break;
        found = start(pair.key as Node) ?? found;
        node = pair.value;
      } else if (isSeq(holder)) {
        const item = holder.items[Number(part)];
        if (item === undefined) break;
        found = start(item as Node) ?? found;
        node = item;
      } else break;
    }
    return found === null ? null : positionOfOffset(found);
  };
  try {
    return { value: document.toJS({ maxAliasCount: mostAliases }), positionOf };
  } catch (error) {
    if (error instanceof ReferenceError)
      throw new Unreadable('it repeats itself through too many aliases', null);
    throw error;
  }
};
