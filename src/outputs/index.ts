export { assertWritable } from './destination.ts';
export type { Output } from './output.ts';
export { writeOutputs } from './write.ts';
