/** @file Before component tests: matchers for the DOM, and a clean page after each test. */
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A machine under load is no fault of a test.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
