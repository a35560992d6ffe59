/** @file Finds the names from outside that a file uses: chance, clock, window. */
import { isNode, lineOf, parse, walk, type SyntaxNode } from './syntax.ts';

/** One use of a name from outside. */
export interface Use {
  /** The name, with the property where one is read by name: `Math.random`, `Date`. */
  readonly name: string;
  readonly line: number;
}

/** Kinds of nodes in which an identifier under the given property is a label and not a use of a variable. */
const labels: Readonly<Record<string, string>> = {
  MemberExpression: 'property',
  Property: 'key',
  MethodDefinition: 'key',
  PropertyDefinition: 'key',
  TSPropertySignature: 'key',
  TSMethodSignature: 'key',
  ImportSpecifier: 'imported',
  ExportSpecifier: 'exported',
  TSQualifiedName: 'right',
};

/** Every use of a name that the file does not declare anywhere itself, with and without the property read from it. */
export function usesOf(file: string, text: string): Use[] {
  const tree = parse(file, text);
  const declared = new Set<unknown>();
  walk(tree, (node, parent) => {
    if (node.type === 'Identifier' && parent !== undefined && declares(node, parent))
      declared.add(node['name']);
    if (node.type === 'ObjectPattern') for (const name of namesIn(node)) declared.add(name);
  });
  const found: Use[] = [];
  walk(tree, (node, parent) => {
    if (node.type !== 'Identifier' || (parent !== undefined && isLabel(node, parent))) return;
    const name = String(node['name']);
    if (declared.has(name)) return;
    const line = lineOf(text, node);
    found.push({ name, line });
    const property = parent === undefined || parent['object'] !== node ? undefined : propertyOf(parent);
    if (property !== undefined) found.push({ name: `${name}.${property}`, line });
  });
  return found;
}

/** Whether an identifier brings a name into the file. */
function declares(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (['ImportSpecifier', 'ImportDefaultSpecifier', 'ImportNamespaceSpecifier'].includes(parent.type)) {
    return parent['local'] === node;
  }
  if (parent.type === 'VariableDeclarator') return parent['id'] === node;
  if (
    ['FunctionDeclaration', 'ClassDeclaration', 'FunctionExpression'].includes(parent.type) &&
    parent['id'] === node
  )
    return true;
  if (Array.isArray(parent['params']) && parent['params'].includes(node)) return true;
  if (parent.type === 'AssignmentPattern') return parent['left'] === node;
  return ['ArrayPattern', 'RestElement', 'CatchClause'].includes(parent.type);
}

/** The identifiers that an object pattern, such as `{ a, b: c }`, brings into the file. */
function namesIn(pattern: SyntaxNode): unknown[] {
  const properties = Array.isArray(pattern['properties']) ? pattern['properties'].filter(isNode) : [];
  return properties
    .map((property) => property['value'])
    .filter((value) => isNode(value) && value.type === 'Identifier')
    .map((value) => (value as SyntaxNode)['name']);
}

function isLabel(node: SyntaxNode, parent: SyntaxNode): boolean {
  const property = labels[parent.type];
  return property !== undefined && parent[property] === node && parent['computed'] !== true;
}

/** The name of the property that a member expression reads, written after a dot or in quotes. */
function propertyOf(member: SyntaxNode): string | undefined {
  const property = member['property'];
  if (!isNode(property)) return undefined;
  if (member['computed'] !== true) return String(property['name']);
  return typeof property['value'] === 'string' ? property['value'] : undefined;
}
