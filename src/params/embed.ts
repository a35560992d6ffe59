/** @file The control of what is shown where a page is embedded in another: one worksheet, or one matrix. */
import { choice } from './choice.ts';

/** What stands alone in a frame. */
export const embed = choice('worksheet', ['worksheet', 'scores', 'weights']);

export type Embedded = (typeof embed.options)[number];
