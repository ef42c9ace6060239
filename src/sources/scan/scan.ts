import type { Worker } from 'node:worker_threads';
import { fault } from '../../errors.ts';
import { builtFile } from '../../package.ts';
import type { ScanRequest, ScanResult } from './contract.ts';
import type { ScanMessage } from './worker.ts';

export type { ScanFault, ScanFaultCode, ScanRequest, ScanResult } from './contract.ts';

/** Below this many bytes a file is read sooner than a thread is started. */
const WORKER_BYTES = 4 * 1024 * 1024;

/** A scan under way. */
export interface RunningScan {
  /**
   * What was found. Rejected with `file_changed` when the file shrank or changed meanwhile, with an `AbortError` when
   * cancelled, with Node's own error when the file cannot be read. It may be left without a handler.
   */
  readonly result: Promise<ScanResult>;
  /** Ends the scan; once this is fulfilled the descriptor is no longer read. Harmless after the end. */
  cancel(): Promise<void>;
}

const aborted = (): Error => Object.assign(new Error('The scan was cancelled.'), { name: 'AbortError' });

/**
 * Starts the strict structural scan of a file: in a thread of its own beside the caller, or, where that costs more than
 * it saves, in this thread after the current turn. The descriptor must stay open until `result` is settled.
 */
export const startScan = (request: ScanRequest, onProgress?: (bytes: number) => void): RunningScan => {
  const scan = request.bytes < WORKER_BYTES ? scanHere(request, onProgress) : scanBeside(request, onProgress);
  scan.result.catch(() => {});
  return scan;
};

const scanHere = (request: ScanRequest, onProgress?: (bytes: number) => void): RunningScan => {
  let cancelled = false;
  const scanned = async (): Promise<ScanResult> => {
    const { scanFile } = await import('./pass.ts');
    if (cancelled) throw aborted();
    return scanFile(request, { onProgress });
  };
  return {
    result: scanned(),
    cancel: async () => {
      cancelled = true;
    },
  };
};

const scanBeside = (request: ScanRequest, onProgress?: (bytes: number) => void): RunningScan => {
  const started = import('node:worker_threads').then(
    ({ Worker }) => new Worker(builtFile('scan-worker.js'), { workerData: request }),
  );
  const answerOf = (worker: Worker): Promise<ScanResult> =>
    new Promise((resolve, reject) => {
      worker.on('message', (message: ScanMessage) => {
        if (message.kind === 'progress') onProgress?.(message.bytes);
        else if (message.kind === 'result') resolve(message.result);
        else reject(fault('file_changed', [request.file]));
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(aborted()));
    });
  return {
    result: started.then(answerOf),
    cancel: async () => {
      await (await started).terminate();
    },
  };
};
