/**
 * What commander needs of Node's modules at every start: no `node:child_process`, which is for subcommands that are
 * programs of their own, and the global `process` for a module that would open all three standard streams.
 */
const forCommander = new Map([
  ['node:child_process', 'module.exports = {};'],
  ['node:process', 'module.exports = process;'],
]);

/** Leaves out of commander what this program does not use of it. */
export const leanCommander = {
  name: 'lean commander',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:(child_process|process)$/ }, ({ importer, path }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'for-commander' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'for-commander' }, ({ path }) => ({ contents: forCommander.get(path) }));
  },
};

/**
 * The engine's library for this platform. The package that chooses it looks at the system's C library first, and loads
 * half of Node for that; where only one of the two libraries of a platform is installed, there is nothing to choose.
 */
const chooseBinding = `
  const { createRequire } = require('node:module');
  const chooser = '@duckdb/node-bindings';
  const besideChooser = createRequire(require.resolve(chooser));
  const installed = ['', '-musl'].flatMap((library) => {
    try {
      return [besideChooser.resolve(chooser + '-' + process.platform + '-' + process.arch + library + '/duckdb.node')];
    } catch {
      return [];
    }
  });
  module.exports = require(installed.length === 1 ? installed[0] : chooser);
`;

/** Loads the engine's library without its chooser where there is no choice. */
export const leanBinding = {
  name: 'lean binding',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@duckdb\/node-bindings$/ }, ({ namespace, path }) =>
      namespace === 'binding' ? { path, external: true } : { path, namespace: 'binding' },
    );
    onLoad({ filter: /./, namespace: 'binding' }, () => ({ contents: chooseBinding }));
  },
};
