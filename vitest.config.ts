import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Nothing is mocked, so no file needs a process of its own: that costs more than the tests.
          isolate: false,
          maxWorkers: 2,
          // A test takes milliseconds; a machine that is busy elsewhere is no failure of ours.
          testTimeout: 20_000,
          include: [
            'orchestrator/**/*.test.ts',
            'test/*.test.ts',
            'test/golden/**/*.test.ts',
            'test/formats/**/*.test.ts',
            'bench/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'docker',
          include: ['test/docker/**/*.test.ts'],
          globalSetup: ['test/docker/global-setup.ts'],
          setupFiles: ['test/docker/leak-check.ts'],
          // Each file has labs of its own; much of the time is ringing and talking, not computing.
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
