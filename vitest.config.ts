import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first: started last, they would leave one worker idle at the end. */
const long = [
  'test/laws/fixed-seed',
  'test/laws/new-seed',
  'test/fuzz/',
  'test/canary/',
  'test/stories/truncation',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = long.findIndex((part) => moduleId.includes(`/${part}`));
  return place < 0 ? long.length : place;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

/**
 * Folders whose files share a process and what it has loaded: none of them changes what the others see, or leaves
 * something to be done after its last test to a module that several of them load.
 */
const together = [
  'checks',
  'cli',
  'config',
  'indicators/own',
  'inspection',
  'oracle',
  'period',
  'render/{checks,inspection}',
  'report',
  'sources/profiles',
  'statistics',
  'warehouse',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ['test/support/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // One more than there are processors: a test that waits for a process of its own leaves one idle.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: ['test/**/*.test.{ts,mjs}'], exclude: together } },
      { extends: true, test: { name: 'together', include: together, isolate: false } },
    ],
  },
});
