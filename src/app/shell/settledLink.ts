/** @file The link as the page's own links carry it on: it follows the reader's steps when he pauses. */
import { createContext } from 'react';
import type { LinkState } from '../../url/state.ts';

export const SettledLinkContext = createContext<LinkState | null>(null);
