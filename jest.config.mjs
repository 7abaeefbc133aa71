/** One project per layer of tests; see docs/ARCHITECTURE.md, “Tests”. */
const layer = (displayName, settings = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testMatch: [`<rootDir>/tests/${displayName}/**/*.test.ts`],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'es6' } },
    ],
  },
  ...settings,
});

export default {
  projects: [
    layer('unit', { testMatch: ['<rootDir>/tests/unit/**/*.test.ts', '<rootDir>/tests/architecture.test.ts'] }),
    layer('contract'),
    layer('cards'),
    layer('turns'),
    layer('e2e'),
    layer('faults'),
  ],
  testTimeout: 60_000,
  // Modules of every test file stay in a worker's memory: one that has grown is replaced after a file, before it runs out.
  workerIdleMemoryLimit: '1.5GB',
};
