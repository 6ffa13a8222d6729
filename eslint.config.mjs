import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import { noDroppedResult } from './scripts/lint/no-dropped-result.mjs';

const TYPED = ['**/*.ts', '**/*.svelte'];

export default defineConfig(
  { ignores: ['out/', 'demo/', 'bench-results/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Use a named export: one name for one thing everywhere.',
        },
      ],
    },
  },
  {
    files: TYPED,
    extends: [ts.configs.recommendedTypeChecked],
    plugins: { local: { rules: { 'no-dropped-result': noDroppedResult } } },
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.node.json', 'tsconfig.renderer.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // A default is a decision that somebody wrote down; no case and no default is an oversight.
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A leading underscore says that leaving it unused is meant.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'local/no-dropped-result': 'error',
    },
  },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // The type-aware rules see a component's props and events only loosely; svelte-check covers these.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // `let { name } = $props()` is how Svelte declares what may change.
      'prefer-const': 'off',
    },
  },
  // TypeScript checks undefined names better than ESLint can.
  { files: TYPED, rules: { 'no-undef': 'off' } },
  { files: ['src-*/**'], rules: { 'no-console': 'error' } },
  {
    files: ['scripts/**', '*.config.mjs', '.dependency-cruiser.cjs'],
    languageOptions: { globals: globals.node },
  },
  // CommonJS files load modules the CommonJS way.
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  // The tools' configuration files must export a default.
  { files: ['*.config.{ts,mjs,js}'], rules: { 'no-restricted-syntax': 'off' } },
);
