/**
 * Scans the syntax tree of an emitted bundle for what the engine of the watch (QuickJS 2020-07-05) does not have: newer
 * syntax, BigInt literals, newer methods, and names that nobody defines.
 */
import { type Node, parse } from 'acorn';

/** Methods that are newer than the engine, recognised by a call such as `list.at(-1)`. */
const NEWER_METHODS = new Set([
  'at',
  'findLast',
  'findLastIndex',
  'groupBy',
  'hasOwn',
  'isWellFormed',
  'toReversed',
  'toSorted',
  'toSpliced',
  'toWellFormed',
  'withResolvers',
]);

/** The keys of a node whose value declares a name instead of using it. */
const BINDING_KEYS: Readonly<Record<string, readonly string[]>> = {
  VariableDeclarator: ['id'],
  FunctionDeclaration: ['id', 'params'],
  FunctionExpression: ['id', 'params'],
  ArrowFunctionExpression: ['params'],
  ClassDeclaration: ['id'],
  ClassExpression: ['id'],
  CatchClause: ['param'],
};

/** The findings, each worded to follow the name of the bundle, such as "calls .at(), which the engine lacks"; empty if there is none. */
export function scanBundle(source: string, knownNames: ReadonlySet<string>): readonly string[] {
  const tree = parsed(source);
  if (typeof tree === 'string') return [tree];
  const findings = new Set<string>();
  const declared = new Set(['arguments', 'undefined']);
  const used = new Set<string>();
  walk(tree, (node) => {
    const finding = findingAt(node);
    if (finding !== undefined) findings.add(finding);
    for (const key of BINDING_KEYS[node.type] ?? []) collectBindings(child(node, key), declared);
    for (const name of usedNames(node)) used.add(name);
    // A bundle with `typeof name` somewhere allows for the name to be absent.
    if (node.type === 'UnaryExpression' && node.operator === 'typeof')
      collectBindings(child(node, 'argument'), declared);
  });
  for (const name of used)
    if (!declared.has(name) && !knownNames.has(name)) findings.add(`uses ${name}, which exists nowhere`);
  return [...findings];
}

type AnyNode = Node & Readonly<Record<string, unknown>>;

function parsed(source: string): AnyNode | string {
  try {
    return parse(source, { ecmaVersion: 2020, sourceType: 'script' }) as unknown as AnyNode;
  } catch (error) {
    return `has syntax newer than the engine: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function findingAt(node: AnyNode): string | undefined {
  if (node.type === 'Literal' && typeof node.bigint === 'string') return 'has a BigInt literal';
  if (node.type !== 'CallExpression') return undefined;
  const name = memberName(child(node, 'callee'));
  return name !== undefined && NEWER_METHODS.has(name)
    ? `calls .${name}(), which the engine lacks`
    : undefined;
}

function memberName(callee: unknown): string | undefined {
  if (!isNode(callee) || callee.type !== 'MemberExpression' || callee.computed === true) return undefined;
  return identifierName(child(callee, 'property'));
}

/** The names that `node` itself, without its children, reads or calls. */
function usedNames(node: AnyNode): readonly string[] {
  const skipped = new Set(BINDING_KEYS[node.type] ?? []);
  const isMember = node.type === 'MemberExpression' || node.type === 'Property' || isClassMember(node);
  if (isMember && node.computed !== true) skipped.add(node.type === 'MemberExpression' ? 'property' : 'key');
  if (['LabeledStatement', 'BreakStatement', 'ContinueStatement'].includes(node.type)) skipped.add('label');
  return Object.keys(node)
    .filter((key) => !skipped.has(key))
    .flatMap((key) => [node[key]].flat())
    .map(identifierName)
    .filter((name) => name !== undefined);
}

function isClassMember(node: AnyNode): boolean {
  return node.type === 'MethodDefinition' || node.type === 'PropertyDefinition';
}

function collectBindings(pattern: unknown, into: Set<string>): void {
  if (Array.isArray(pattern)) for (const part of pattern) collectBindings(part, into);
  if (!isNode(pattern)) return;
  const name = identifierName(pattern);
  if (name !== undefined) into.add(name);
  if (pattern.type === 'AssignmentPattern') collectBindings(child(pattern, 'left'), into);
  if (pattern.type === 'RestElement') collectBindings(child(pattern, 'argument'), into);
  if (pattern.type === 'ArrayPattern') collectBindings(child(pattern, 'elements'), into);
  if (pattern.type === 'ObjectPattern') collectBindings(child(pattern, 'properties'), into);
  if (pattern.type === 'Property') collectBindings(child(pattern, 'value'), into);
}

function walk(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const part of [value].flat()) if (isNode(part)) walk(part, visit);
  }
}

function child(node: AnyNode, key: string): unknown {
  return node[key];
}

function identifierName(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' && typeof value.name === 'string'
    ? value.name
    : undefined;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
