/** The texts that the watch and the settings page show, in the order in which scripts and screen readers take them. */
import type { SettingsNode, WidgetNode } from './types.ts';
import { rowsOf, rowTexts } from './widgets/scroll-list-rows.ts';

/** Texts of the visible widgets, parents before children. */
export function widgetTexts(nodes: readonly WidgetNode[]): string[] {
  let texts: string[] = [];
  for (const node of nodes) {
    if (!node.visible) continue;
    if (node.kind === 'SCROLL_LIST') {
      for (const row of rowsOf(node.props)) texts = texts.concat(rowTexts(row));
    } else if (node.props.text !== undefined) texts.push(String(node.props.text));
    texts = texts.concat(widgetTexts(node.children));
  }
  return texts.filter((text) => text.trim() !== '');
}

/** Titles, labels, values and texts of a settings page. */
export function settingsTexts(node: SettingsNode | string | null): string[] {
  if (node === null) return [];
  if (typeof node === 'string') return [node];
  const own = ['title', 'label', 'value', 'message']
    .map((key) => node.props[key])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map(String);
  return node.children.reduce<string[]>((texts, child) => texts.concat(settingsTexts(child)), own);
}

/**
 * Finds the first component of a kind that shows `label`, or the first of the kind without a label.
 * @throws Error listing the components of that kind when none does
 */
export function findComponent(root: SettingsNode | null, kind: string, label?: string): SettingsNode {
  const found: SettingsNode[] = [];
  const visit = (node: SettingsNode | string): void => {
    if (typeof node === 'string') return;
    if (node.kind === kind) found.push(node);
    node.children.forEach(visit);
  };
  if (root !== null) visit(root);
  const match = found.find((node) => label === undefined || settingsTexts(node).indexOf(label) >= 0);
  if (match !== undefined) return match;
  const there = found.map((node) => `"${settingsTexts(node).join(' ')}"`).join(', ');
  throw new Error(
    `The settings page has no ${kind} "${label ?? ''}"; there are: ${there === '' ? 'none' : there}`,
  );
}
