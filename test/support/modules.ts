import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** How a module reaches another: `type` leaves nothing in the running code, `dynamic` loads it when it is needed. */
export type ImportKind = 'value' | 'type' | 'dynamic';

export interface Import {
  readonly kind: ImportKind;
  /** As written: a path, a package with its sub-path, or `node:…`. */
  readonly specifier: string;
  /** The module under the root it names; null for packages. */
  readonly target: string | null;
}

/** A module of the sources, as far as the rules of the house look at it. */
export interface Module {
  /** Under the root, with `/`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** The identifiers it mentions, and the calls of a clock among them. */
  readonly identifiers: ReadonlySet<string>;
  readonly readsClock: boolean;
  /** The texts of its string and template literals, import paths left out. */
  readonly texts: readonly string[];
}

const isClock = (node: ts.Node, source: ts.SourceFile): boolean =>
  (ts.isNewExpression(node) &&
    node.expression.getText(source) === 'Date' &&
    (node.arguments?.length ?? 0) === 0) ||
  (ts.isCallExpression(node) && /^(Date|Date\.now)$/.test(node.expression.getText(source)));

/**
 * Reads a module with the TypeScript parser. Only `import type` and `export type` count as type imports: under
 * `verbatimModuleSyntax` a list of inline types still loads its module.
 */
export const readModule = (path: string, text: string): Module => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const imports: Import[] = [];
  const identifiers = new Set<string>();
  const texts: string[] = [];
  let readsClock = false;
  const add = (specifier: ts.Node | undefined, kind: ImportKind): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const name = specifier.text;
    const target = name.startsWith('.') ? posix.join(posix.dirname(path), name) : null;
    imports.push({ kind, specifier: name, target });
  };
  const visit = (node: ts.Node): void => {
    if (isClock(node, source)) readsClock = true;
    if (ts.isIdentifier(node)) identifiers.add(node.text);
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.isTypeOnly === true ? 'type' : 'value');
      return;
    }
    if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
      return;
    }
    if (ts.isImportTypeNode(node)) {
      if (ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'type');
      return;
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], 'dynamic');
    else if (ts.isCallExpression(node) && node.expression.getText(source) === 'require')
      add(node.arguments[0], 'value');
    else if (ts.isStringLiteralLike(node)) texts.push(node.text);
    else if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { path, lines: text.trimEnd().split('\n').length, imports, identifiers, readsClock, texts };
};

/** Reads every TypeScript module under a folder, the scanner's AssemblyScript and ambient declarations left out. */
export const readModules = (root: URL): Module[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.includes('/assembly/'))
    .sort()
    .map((path) => readModule(path, readFileSync(new URL(path, root), 'utf8')));

/** The package a specifier belongs to: `date-fns/addDays` is `date-fns`. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
