/** @file The smallest page that React makes: one button. The time until it can be used is the measure for that of the app. */
import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    createElement(StrictMode, null, createElement('button', { type: 'button' }, 'Hello')),
  );
