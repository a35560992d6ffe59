/** @file The case files of test/fixtures. */

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../src/cli/setUp/run.mjs';

export const casesFolder = path.join(root, 'test/fixtures/cases');

/** A case file and its JSON value. */
export interface FixtureCase {
  readonly name: string;
  readonly json: { readonly mechanism: string; readonly inputs?: object; readonly params?: object } & Record<
    string,
    unknown
  >;
}

/** The cases of one folder (`published`, `generated`, `oracle`), in the order of their names. */
export function casesOf(folder: string): FixtureCase[] {
  const names = readdirSync(path.join(casesFolder, folder)).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => ({
    name: `${folder}/${name}`,
    json: JSON.parse(readFileSync(path.join(casesFolder, folder, name), 'utf8')) as FixtureCase['json'],
  }));
}
