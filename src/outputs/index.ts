export { assertWritable } from './destination.ts';
export type { Output } from './output.ts';
export { makeSpool, type Spool } from './spool.ts';
export { writeOutputs } from './write.ts';
