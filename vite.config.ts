/** @file How the app is built (static files for any sub-folder) and how its unit and component tests are run. */
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './src/cli/setUp/contentSecurityPolicy.mjs';

/** Puts the Content-Security-Policy into the built page; while developing Vite's own inline scripts must run. */
function strictPage(): Plugin {
  return {
    name: 'strict-page',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

const componentTests = ['test/views/**/*.test.{ts,tsx}', 'test/app/**/*.test.{ts,tsx}'];

export default defineConfig({
  base: './',
  plugins: [react(), strictPage()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // fonts and pictures stay files: the policy allows no data: fonts
    modulePreload: { polyfill: false },
    // What the first frame needs is one file: a request more costs more than what it could save.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  test: {
    maxWorkers: 2,
    allowOnly: false,
    testTimeout: 120_000, // a machine under load is no fault of a test
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...componentTests, 'test/browser/**', 'test/peers/**', 'test/exports/torch.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: componentTests,
          setupFiles: ['test/support/componentTests.ts'],
        },
      },
    ],
  },
});
