// Three kinds of tests in one run, so that one summed line closes it:
//   *.spec.ts(x)   no I/O          *.int-spec.ts   a real database, a real bus
//   *.e2e-spec.ts  a real server, a real socket, a real browser
const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: { syntax: 'typescript', tsx, decorators: !tsx },
      transform: tsx
        ? { react: { runtime: 'automatic' } }
        : { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];
const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx$': swc(true), '^.+\\.ts$': swc(false) },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '\\.module\\.css$': '<rootDir>/tools/jest-css-names.mjs',
    '\\.css$': '<rootDir>/tools/jest-css-names.mjs',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/tmp/'],
  modulePathIgnorePatterns: [
    ...['/dist/', '<rootDir>/tmp/'],
    ...['<rootDir>/\\.sturmwarte/', '<rootDir>/\\.bench-peers/'],
  ],
};
// `source` resolves our own packages to their TypeScript: tests never run against a stale build.
const node = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};
export default {
  reporters: ['default', '<rootDir>/tools/jest-plain-reporter.mjs'],
  maxWorkers: 2,
  testTimeout: 90_000, // a busy machine is no failure
  // Modules of finished test files are not all given back: a process that grew is replaced before its next file.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    {
      ...shared,
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'console',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
      testMatch: ['<rootDir>/apps/console/**/*.spec.tsx'],
    },
    {
      ...shared,
      ...node,
      displayName: 'integration',
      testMatch: ['<rootDir>/{apps,libs}/**/*.int-spec.ts'],
    },
    {
      ...shared,
      ...node,
      displayName: 'e2e',
      testMatch: ['<rootDir>/apps/e2e/src/**/*.e2e-spec.ts'],
    },
  ],
};
