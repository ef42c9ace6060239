import { parentPort, workerData } from 'node:worker_threads';
import { LoyaltyError } from '../../errors.ts';
import type { ScanRequest, ScanResult } from './contract.ts';
import { scanFile } from './pass.ts';

/** What the scanning thread says to the one that started it. */
export type ScanMessage =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'result'; readonly result: ScanResult }
  | { readonly kind: 'changed' };

const say = (message: ScanMessage): void => parentPort?.postMessage(message);

try {
  const onProgress = (bytes: number): void => say({ kind: 'progress', bytes });
  say({ kind: 'result', result: scanFile(workerData as ScanRequest, { onProgress }) });
} catch (error) {
  if (!(error instanceof LoyaltyError && error.code === 'file_changed')) throw error;
  say({ kind: 'changed' });
}
