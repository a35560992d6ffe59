/** @file Compares what a source file imports and uses with what its folder may. */
import { usesOf } from './globals.ts';
import { importedFile, importedPackage, importsOf, type Import } from './imports.ts';

/** What the files of one folder of `src` may lean on, besides the folder itself. */
export interface Room {
  /** Folders, or files of them (`engine/explain.ts`, or a pattern), that may be imported. */
  readonly folders: readonly (string | RegExp)[] | 'all';
  /** Folders of which only types may be imported. */
  readonly types?: readonly string[];
  /** Packages that may be imported; a pattern for a family of them. */
  readonly packages?: readonly (string | RegExp)[] | 'all';
  /** Names from outside that may not be used: `Math.random`, `window`. */
  readonly without?: readonly string[];
}

/** The folder of `src` that a file is in; nothing for a file elsewhere. */
function folderOf(file: string): string | undefined {
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

/** One sentence for each import and each use that the table does not allow. */
export function faultsOf(table: Readonly<Record<string, Room>>, file: string, text: string): string[] {
  const folder = folderOf(file);
  const room = folder === undefined ? undefined : table[folder];
  if (folder === undefined || room === undefined)
    return [`${file} is in a folder that the table does not have.`];
  const forbidden = new Set(room.without ?? []);
  const found = importsOf(file, text).flatMap((one) => [
    ...faultOf(room, folder, file, one),
    ...one.names
      .filter((name) => forbidden.has(`${importedPackage(one.specifier)}.${name}`))
      .map((name) => `${file}:${one.line} takes ${name} from ${one.specifier}, which ${folder} may not.`),
  ]);
  const uses = usesOf(file, text)
    .filter(({ name }) => forbidden.has(name))
    .map(({ name, line }) => `${file}:${line} uses ${name}, which ${folder} may not.`);
  return [...found, ...uses];
}

/** What is wrong with one import: nothing, or one sentence. */
function faultOf(room: Room, folder: string, importer: string, one: Import): string[] {
  const place = `${importer}:${one.line} imports ${one.specifier}`;
  const file = importedFile(importer, one.specifier);
  if (file === undefined) {
    const name = importedPackage(one.specifier);
    const allowed =
      room.packages === 'all' || (room.packages ?? []).some((pattern) => matches(pattern, name));
    return allowed ? [] : [`${place}, a package that ${folder} may not import.`];
  }
  const other = folderOf(file);
  if (other === undefined) return [`${place}, which is outside src.`];
  if (other === folder || room.folders === 'all') return [];
  const inside = file.slice('src/'.length);
  if (room.folders.some((pattern) => pattern === other || matches(pattern, inside))) return [];
  if (!(room.types ?? []).includes(other)) return [`${place}, and ${folder} may not import ${other}.`];
  return one.typeOnly
    ? []
    : [`${place}, and ${folder} may import only types of ${other} (write \`import type\`).`];
}

function matches(pattern: string | RegExp, name: string): boolean {
  return typeof pattern === 'string' ? pattern === name : pattern.test(name);
}
