#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

const bug = 70;

/** What kind of error it is and where it came about; its message may quote a row, and is left out. */
const traceOf = (error) => {
  const frames = String(error?.stack ?? '')
    .split('\n')
    .filter((line) => /^ {4}at /.test(line));
  return [[error?.name ?? typeof error, error?.code ?? ''].join(' ').trim(), ...frames].join('\n');
};

const told = (error) => {
  const code = error?.code ?? 'unknown';
  if (['EMFILE', 'ENFILE'].includes(code))
    return `loyalty: this process may open no more files (${code}); raise the limit, as with ulimit -n 1024.`;
  if (['ENOENT', 'EACCES', 'EIO', 'ERR_MODULE_NOT_FOUND'].includes(code))
    return `loyalty: the program itself cannot be read (${code}); install it again.`;
  return `loyalty: this is a bug; please report it with the lines below.\n${traceOf(error)}`;
};

const end = (error) => {
  try {
    writeSync(2, `${told(error)}\n`);
  } catch {
    // Nobody can be told.
  }
  process.exit(bug);
};

// Whatever ends the process before it has an answer is a bug, and never reads as a check that failed.
process.exitCode = bug;
process.on('uncaughtException', end);
// The young generation begins small and is collected at every step of its growth; a short run ends before it has grown.
setFlagsFromString('--semi-space-growth-factor=16');
await import('../dist/cli.js').catch(end);
