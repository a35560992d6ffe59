/** @file The packages install everywhere as they did here: exact versions, a whole lockfile, no host in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../src/cli/setUp/run.mjs';

type Versions = Readonly<Record<string, string>>;

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

const lockfile = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const manifest = JSON.parse(read('package.json')) as { dependencies: Versions; devDependencies: Versions };
const packages = Object.entries(lockfile.packages).filter(([place]) => place !== '');

/** Whether a package that stands at `place` finds another, in its own node_modules or further up. */
function finds(place: string, name: string): boolean {
  const folders = place
    .split('/node_modules/')
    .map((_, index, all) => all.slice(0, all.length - index).join('/node_modules/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].some(
    (candidate) => lockfile.packages[candidate] !== undefined,
  );
}

describe('package.json', () => {
  it('pins every package to one version', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('has a reason for every package in docs/dependencies.md', () => {
    const reasons = read('docs/dependencies.md');
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const untold = names.filter(
      (name) => !name.startsWith('@types/') && !reasons.includes(name.replace('@testing-library/', '')),
    );
    expect(untold).toEqual([]);
  });
});

describe('package-lock.json', () => {
  it('names no host and has version and checksum of each package', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*\/-\//);
    expect(
      packages.filter(([, { version, integrity }]) => version === undefined || integrity === undefined),
    ).toEqual([]);
  });

  it('has everything that its packages need, also on other platforms', () => {
    const missing = packages.flatMap(([place, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !finds(place, name))
        .map((name) => `${place} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
