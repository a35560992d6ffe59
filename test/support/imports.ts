/** @file Finds everything that a file imports, in every way that TypeScript has. */
import path from 'node:path';
import { isNode, lineOf, literalText, parse, walk, type SyntaxNode } from './syntax.ts';

/** One import. */
export interface Import {
  /** What is imported, as it is written. */
  readonly specifier: string;
  /** Whether nothing of it is left when the types are removed. */
  readonly typeOnly: boolean;
  /** The names that are taken from it by an `import` or `export` statement; `*` for the whole. */
  readonly names: readonly string[];
  readonly line: number;
}

/**
 * Everything that a file imports: `import`, `export … from`, `import()`, `import('…').Type`, `import … = require()`,
 * `require()`, and sources named by `new URL('….ts', import.meta.url)` (workers; other files are data). An import that is computed throws: it
 * could not be checked. `import { type A }` is no type import: under verbatimModuleSyntax the module is still loaded.
 */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  walk(parse(file, text), (node) => {
    const source = sourceOf(node);
    if (source === undefined) return;
    const specifier = literalText(source);
    if (specifier === undefined) {
      throw new Error(
        `${file}:${lineOf(text, node)}: what is imported here is computed and cannot be checked.`,
      );
    }
    const typeOnly =
      node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type';
    found.push({ specifier, typeOnly, names: namesOf(node), line: lineOf(text, node) });
  });
  return found;
}

/** The node that names what a node imports; nothing when it imports nothing. */
function sourceOf(node: SyntaxNode): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node['source'];
    case 'ExportNamedDeclaration':
      return node['source'] ?? undefined;
    case 'TSExternalModuleReference':
      return node['expression'];
    case 'CallExpression':
      return isIdentifier(node['callee'], 'require') ? argument(node, 0) : undefined;
    case 'NewExpression':
      return isSourceUrl(node) ? argument(node, 0) : undefined;
    default:
      return undefined;
  }
}

/** The names that an `import` or `export … from` takes, as the imported file calls them. */
function namesOf(node: SyntaxNode): string[] {
  const specifiers = Array.isArray(node['specifiers']) ? node['specifiers'].filter(isNode) : undefined;
  if (specifiers === undefined) return ['*'];
  return specifiers.map((specifier) => {
    if (specifier.type === 'ImportDefaultSpecifier') return 'default';
    const name = specifier['imported'] ?? specifier['local'];
    return specifier.type === 'ImportNamespaceSpecifier' || !isNode(name)
      ? '*'
      : String(name['name'] ?? name['value']);
  });
}

function isIdentifier(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node['name'] === name;
}

function argument(node: SyntaxNode, index: number): unknown {
  return Array.isArray(node['arguments']) ? node['arguments'][index] : undefined;
}

function isSourceUrl(node: SyntaxNode): boolean {
  const names = isIdentifier(node['callee'], 'URL') && isMetaUrl(argument(node, 1));
  return names && /\.[cm]?[jt]sx?$/.test(literalText(argument(node, 0)) ?? '');
}

function isMetaUrl(node: unknown): boolean {
  return (
    isNode(node) &&
    node.type === 'MemberExpression' &&
    isNode(node['object']) &&
    node['object'].type === 'MetaProperty'
  );
}

/** The file that a relative import means, as a path from the root; nothing for a package. A query is left out. */
export function importedFile(importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.') && !specifier.startsWith('/')) return undefined;
  const bare = specifier.replace(/[?#].*$/, '');
  return bare.startsWith('/') ? bare.slice(1) : path.posix.join(path.posix.dirname(importer), bare);
}

/** The package of an import that is not relative: `d3-scale`, `@ariakit/react`, `node:fs`. */
export function importedPackage(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
