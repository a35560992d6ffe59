/** @file Reads TypeScript for the tests that check rules about the sources. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { root } from '../../src/cli/setUp/run.mjs';

/** A node of the syntax tree, as ESTree and TypeScript-ESTree name it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [property: string]: unknown;
}

/** Whether a property of a node is itself a node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The syntax tree of a file; throws when the text is not TypeScript. */
export function parse(file: string, text: string): SyntaxNode {
  const { program, errors } = parseSync(file, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file} cannot be parsed: ${error.message}`);
  return { ...program };
}

/** Calls `visit` for a node and all nodes in it, each with the node that it stands in. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => void,
  parent?: SyntaxNode,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node);
    }
  }
}

/** The line, counted from 1, on which a node starts. */
export function lineOf(text: string, node: SyntaxNode): number {
  return text.slice(0, node.start).split('\n').length;
}

/** The value of a node that is a text in quotes, or a template without holes. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis']) || node['quasis'].length !== 1)
    return undefined;
  const [quasi] = node['quasis'] as [{ value: { cooked: string } }];
  return quasi.value.cooked;
}

/** Sources in AssemblyScript, which is written like TypeScript but has decorators on functions: a language of its own. */
export const assemblyScript = 'src/engine/kernels/assembly/';

/** The sources in a folder of the project, as paths from its root with forward slashes, in their order; none when there is no such folder. */
export function sourcesIn(folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|tsx|mjs|js|jsx)$/.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .toSorted();
}
