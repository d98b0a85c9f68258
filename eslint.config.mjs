// The house's law, as far as a linter can read it (CONTRIBUTING says why). Everything is an error
// or off. tools/lint-walls.int-spec.ts plants one violation per wall and expects its rule to fire.
import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import featureWall from './tools/eslint-feature-wall.mjs';

const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', '**/*.e2e-spec.ts'];
const testCode = [...specs, '**/src/testing/**', 'apps/e2e/**'];
const anywhere = ['domain', 'contracts', 'i18n', 'clock', 'playbook', 'text', 'detect'];
const runsAnywhere = [...anywhere.map((lib) => `libs/${lib}/src/**/*.ts`), 'apps/console/src/**'];

// ESLint's own correctness rules that typescript-eslint's presets leave to a package of their own.
const correctness = [
  ...['no-async-promise-executor', 'no-case-declarations', 'no-cond-assign', 'no-control-regex'],
  ...[
    'no-constant-condition',
    'no-dupe-else-if',
    'no-duplicate-case',
    'no-empty',
    'no-fallthrough',
  ],
  ...['no-irregular-whitespace', 'no-loss-of-precision'],
  ...['no-self-assign', 'no-sparse-arrays', 'no-unsafe-finally', 'no-unsafe-optional-chaining'],
  ...['no-useless-catch', 'no-useless-escape', 'use-isnan', 'valid-typeof'],
];
const alwaysOn = Object.fromEntries(correctness.map((rule) => [rule, 'error']));

// --- walls between projects -------------------------------------------------------------------
const only = (sourceTag, onlyDependOnLibsWithTags, bannedExternalImports = []) => ({
  sourceTag,
  onlyDependOnLibsWithTags,
  bannedExternalImports,
});
const nest = ['@nestjs/*', '@fastify/*', 'fastify'];
const sql = ['typeorm', 'pg', 'pg-copy-streams'];
const react = ['react', 'react-dom', 'react-dom/*', 'react-i18next', '@mantine/*', '@tanstack/*'];
const sockets = ['socket.io', 'socket.io-client'];
const walls = (floor0Bans) => [
  'error',
  {
    allow: [],
    banTransitiveDependencies: true,
    depConstraints: [
      only('floor:0', [], floor0Bans),
      only('floor:1', ['floor:0'], [...nest, ...sql, ...sockets, ...react]),
      only('floor:2', ['floor:0', 'floor:1'], [...nest, ...sockets, ...react]),
      only('floor:top', ['floor:0', 'floor:1', 'floor:2'], sql),
      only('runs:anywhere', ['runs:anywhere'], [...nest, ...sql, ...sockets, ...react]),
      only('runs:browser', ['runs:anywhere'], [...nest, ...sql, 'socket.io', 'rxjs']),
      only('runs:server', ['runs:anywhere', 'runs:server'], react),
    ],
  },
];

// --- imports that need more than a project's tags. The rule's options do not merge, so every kind
// of file gets its whole list here.
const timeOperators = [
  ...['window', 'windowCount', 'windowTime', 'windowToggle', 'windowWhen'],
  ...['buffer', 'bufferCount', 'bufferTime', 'bufferToggle', 'bufferWhen'],
  ...['debounce', 'debounceTime', 'throttle', 'throttleTime'],
  ...['audit', 'auditTime', 'sample', 'sampleTime'],
];
const timeOutsideDetect = ['rxjs', 'rxjs/operators'].map((name) => ({
  name,
  importNames: timeOperators,
  message: 'Windows and other operators of time live in libs/detect.',
}));
const builders = { regex: '^@sturmwarte/[^/]+/testing', message: 'Builders are for tests only.' };
const nodeBuiltins = {
  regex: '^node:|^(fs|path|os|crypto|child_process|http|https|net|stream|url|util|worker_threads)$',
  message: 'This code also runs in a browser.',
};
const holidays = {
  regex: '^@sturmwarte/clock/holidays',
  message: 'The holidays of all countries are too large for a console.',
};
const sqlElsewhere = {
  regex: '^(typeorm|pg|pg-copy-streams)(/|$)',
  message: 'SQL and TypeORM live in libs/store.',
};
const exits = {
  regex: '^@sturmwarte/connectors/exits|/exits/index\\.js$',
  message: 'Things leave in one place: apps/api/src/publishing/leave.ts.',
};
const onlyItself = { regex: '^[^.]', message: 'libs/domain imports nothing.' };
const restrict = (paths, patterns) => ({
  'no-restricted-imports': ['error', { paths, patterns }],
});

// --- time, ids and randomness are arguments -----------------------------------------------------
const isArgument = 'is an argument (Clock), never fetched inside a rule.';
const fetched = [
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", 'Time'],
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'Time'],
  ["CallExpression[callee.name='Date']", 'Time'],
  ["CallExpression[callee.object.name='performance'][callee.property.name='now']", 'Time'],
  ["CallExpression[callee.object.name='Math'][callee.property.name='random']", 'Randomness'],
  ['CallExpression[callee.property.name=/^(randomUUID|getRandomValues|randomBytes)$/]', 'An id'],
  ['CallExpression[callee.name=/^(randomUUID|getRandomValues|randomBytes)$/]', 'An id'],
].map(([selector, what]) => ({ selector, message: `${what} ${isArgument}` }));

export default tseslint.config(
  {
    ignores: [
      ...['**/dist/**', '**/node_modules/**', '**/.nx/**', '**/.sturmwarte/**', '**/coverage/**'],
      ...['tmp/**', '.bench-peers/**'],
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@nx': nx },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@nx/enforce-module-boundaries': walls(['*']),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An async function keeps an interface's promise, also where it has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      ...alwaysOn,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      ...restrict(timeOutsideDetect, [builders, sqlElsewhere, exits]),
    },
  },
  {
    files: runsAnywhere,
    ignores: testCode,
    rules: restrict(timeOutsideDetect, [builders, nodeBuiltins, holidays]),
  },
  {
    files: runsAnywhere,
    ignores: testCode,
    rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', '__filename'] },
  },
  {
    files: ['libs/store/src/**/*.ts'],
    ignores: testCode,
    rules: restrict(timeOutsideDetect, [builders]),
  },
  {
    files: ['apps/api/src/publishing/leave.ts'],
    rules: restrict(timeOutsideDetect, [builders, sqlElsewhere]),
  },
  {
    files: ['libs/detect/src/**/*.ts'],
    ignores: testCode,
    rules: restrict([], [builders, nodeBuiltins]),
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: testCode,
    rules: restrict([], [onlyItself]),
  },
  {
    files: ['libs/{domain,detect,text,playbook}/src/**/*.ts'],
    ignores: testCode,
    rules: { 'no-restricted-syntax': ['error', ...fetched] },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    plugins: { house: featureWall },
    rules: { 'house/feature-wall': 'error' },
  },
  {
    files: ['apps/console/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...Object.fromEntries(
        Object.keys(hooks.configs.recommended.rules).map((name) => [name, 'error']),
      ),
    },
  },
  {
    // What our own is measured against is built the way others build it.
    files: ['apps/replay/src/bench/yardsticks/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': 'off', 'no-restricted-imports': 'off' },
  },
  {
    // Tests may be longer, may look into `any`, and may use builders and test libraries.
    files: testCode,
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      '@nx/enforce-module-boundaries': walls([]),
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.recommended],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      ...alwaysOn,
    },
  },
);
