/** @file Numbers to colours, for light and dark. */

export type Theme = 'light' | 'dark';
