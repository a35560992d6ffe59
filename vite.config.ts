/** @file How the app is built (static files for any sub-folder) and how its unit and component tests are run. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/views/**', 'test/app/**', 'test/browser/**', 'test/peers/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/views/**/*.test.{ts,tsx}', 'test/app/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
