/** @file Finds words in the code of views that a reader would see or hear and that are not in the message catalogue. */
import { isNode, lineOf, literalText, parse, walk, type SyntaxNode } from './syntax.ts';

/** Attributes and properties whose text reaches a reader. */
const spoken =
  /^(?:title|alt|placeholder|label|summary|content|caption|description|heading|aria-(?:label|description|placeholder|roledescription|valuetext|braillelabel|brailleroledescription)|\w+(?:Label|Title|Text|Message|Description))$/;

/** Letters outside of a single symbol: `x`, `α` or `h_1` may stand in code; `word` and `of x` may not. */
function isWords(text: string): boolean {
  return /\p{L}{2,}/u.test(text.replace(/&\w+;/g, ''));
}

/** What a sentence looks like wherever it stands: several words, with a capital or a final stop. */
const sentence = /^\p{Lu}[\p{L}’'-]*[,:;]?\s+\p{L}{2,}|\p{L}{2,}[,:;]?\s+\p{L}[\p{L}’'-]*[.!?…]$/u;

type Report = (node: SyntaxNode, words: string) => void;

/**
 * One sentence for each such literal: text in JSX, spoken attributes and properties, `document.title`, `textContent`,
 * constants that are used there, and whatever looks like a sentence and is not the message of an error.
 */
export function literalsOf(file: string, text: string): string[] {
  const found = new Map<number, string>();
  const tree = parse(file, text);
  const constants = constantsOf(tree);
  visit(tree, false, constants, (node, words) => {
    found.set(
      node.start,
      `${file}:${lineOf(text, node)}: "${words.trim()}" is not in the message catalogue.`,
    );
  });
  return [...found.values()];
}

/** The texts that variables of the file are given where they are declared. */
function constantsOf(tree: SyntaxNode): Map<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  walk(tree, (node) => {
    const text = node.type === 'VariableDeclarator' ? node['init'] : undefined;
    if (isNode(text) && literalText(text) !== undefined) found.set(nameOf(node['id']), text);
  });
  return found;
}

/**
 * Goes through the tree. `seen` says whether the value of this node is what a reader sees; that is so for both arms of
 * a condition, both sides of `+`, `&&` and `??`, and what a template is made of.
 */
function visit(
  node: SyntaxNode,
  seen: boolean,
  constants: ReadonlyMap<string, SyntaxNode>,
  report: Report,
): void {
  const words = wordsOf(node);
  if (words !== undefined && isWords(words) && (seen || node.type === 'JSXText' || sentence.test(words)))
    report(node, words);
  const constant = seen && node.type === 'Identifier' ? constants.get(nameOf(node)) : undefined;
  if (constant !== undefined) visit(constant, true, constants, report);
  if (node.type === 'NewExpression' && nameOf(node['callee']).endsWith('Error')) return;
  for (const [property, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) visit(child, reaches(node, property, seen), constants, report);
    }
  }
}

/** The text that a node is, with an ellipsis for each hole of a template. */
function wordsOf(node: SyntaxNode): string | undefined {
  if (node.type === 'JSXText') return String(node['value']);
  if (node.type !== 'TemplateLiteral') return literalText(node);
  const quasis = node['quasis'] as readonly { value: { cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join('…');
}

/** Whether a reader sees the value of the child that stands under this property of a node. */
function reaches(node: SyntaxNode, property: string, seen: boolean): boolean {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return property === 'children';
    case 'JSXAttribute':
      return property === 'value' && spoken.test(nameOf(node['name']));
    case 'Property':
      return property === 'value' && (seen || spoken.test(nameOf(node['key'])));
    case 'AssignmentExpression':
      return property === 'right' && isPageText(node['left']);
    case 'ConditionalExpression':
      return seen && property !== 'test';
    case 'LogicalExpression':
      return seen && (property === 'right' || node['operator'] !== '&&');
    case 'BinaryExpression':
      return seen && node['operator'] === '+';
    case 'JSXExpressionContainer':
    case 'TemplateLiteral':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ArrayExpression':
    case 'SequenceExpression':
    case 'ParenthesizedExpression':
      return seen;
    default:
      return false;
  }
}

/** Whether something is assigned to `document.title`, `textContent`, `innerText` or `ariaLabel`. */
function isPageText(left: unknown): boolean {
  if (!isNode(left) || left.type !== 'MemberExpression') return false;
  const property = nameOf(left['property']);
  return (
    ['textContent', 'innerText', 'ariaLabel', 'ariaDescription'].includes(property) ||
    (property === 'title' && isNode(left['object']) && nameOf(left['object']) === 'document')
  );
}

/** The name of an identifier, a key in quotes, or an attribute. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  const name = node['name'] ?? node['value'];
  return typeof name === 'string' ? name : '';
}
