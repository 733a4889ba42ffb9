// One lint for all packages; the import rules hold the architecture: who may know whom.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** @param {string} files @param {{ group: string[], message: string }[]} patterns */
const mayNotImport = (files, patterns) => ({
  files: [files],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const packages = (...names) => ({
  group: names.map((name) => `@oneliner/${name}`).concat(names.map((name) => `**/${name}/src/**`)),
  message: 'The table in README.md says who may import whom.',
});
const folders = (...names) => ({
  group: names.map((name) => `**/${name}/**`),
  message: 'The table in README.md says who may import whom.',
});
const effects = {
  group: ['node:*', 'express', 'socket.io', 'pino', 'helmet', 'nanoid'],
  message: 'This part is pure: times, ids and randomness come in with the command.',
};

export default ts.config(
  { ignores: ['**/node_modules/', '**/dist*/', 'data/', '**/fixtures/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: false } }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] },
    },
  },
  { files: ['client/**'], languageOptions: { globals: { ...globals.browser } } },

  mayNotImport('shared/src/**', [
    packages('shared', 'content', 'server', 'client'),
    effects,
    { group: ['svelte*', 'markdown-it'], message: 'shared knows the validator only.' },
  ]),
  mayNotImport('content/src/**', [
    packages('server', 'client'),
    {
      group: ['socket.io', 'express', 'svelte*'],
      message: 'content reads text and makes questions, nothing else.',
    },
  ]),
  {
    files: ['content/src/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Draw from a seed, by text/random.ts.' },
        ...['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase', 'toLocaleString'].map((property) => ({
          property,
          message: 'A bank is the same on every machine: compare by code unit.',
        })),
      ],
    },
  },
  mayNotImport('server/src/game/**', [
    packages('content', 'client'),
    folders('log', 'rooms', 'web', 'metrics'),
    effects,
  ]),
  mayNotImport('server/src/log/**', [
    packages('content', 'client'),
    folders('rooms', 'web', 'metrics'),
    { group: ['express', 'socket.io'], message: 'The log knows no transport.' },
  ]),
  mayNotImport('server/src/rooms/**', [
    packages('content', 'client'),
    folders('web', 'metrics'),
    {
      group: ['**/log/sqlite*', '**/log/redis*', 'express', 'socket.io', 'node:*'],
      message: 'Rooms know the log by its interface and take clock, timers and transport as arguments.',
    },
  ]),
  mayNotImport('server/src/upkeep/**', [packages('content', 'client'), folders('rooms', 'web')]),
  mayNotImport('server/src/web/**', [packages('client'), folders('log', 'game')]),
  {
    files: ['server/src/game/**', 'server/src/rooms/**', 'client/src/connection.ts', 'client/src/clock.ts'],
    rules: {
      'no-restricted-globals': ['error', 'setTimeout', 'setInterval', 'performance', 'crypto', 'process'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
      ],
    },
  },
  {
    files: ['server/src/**'],
    ignores: ['server/src/cluster/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { name: 'node:http', message: 'Take it from http.ts, which says why.', allowTypeImports: true },
      ],
    },
  },
  mayNotImport('client/**', [packages('content', 'server')]),
);
