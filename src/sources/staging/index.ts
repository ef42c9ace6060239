export type { Encoding } from './decoder.ts';
export { inflate } from './inflate.ts';
export { flattenJson } from './json/flatten.ts';
export { type Kind, sniffJson } from './json/sniff.ts';
export type { Source, StagingOptions } from './source.ts';
export { transcode } from './transcode.ts';
