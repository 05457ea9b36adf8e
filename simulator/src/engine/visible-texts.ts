/** The texts that watch and settings page show, in order: what a reader sees, and what scripts expect. */
import type { SettingsNode, WidgetNode } from './types.ts';

type Props = Readonly<Record<string, unknown>>;

function listOf(value: unknown): Props[] {
  return Array.isArray(value) ? (value as Props[]) : [];
}

/** Keys of the texts in a row: those of the row's own item type. */
function rowKeys(list: Props, index: number): string[] {
  const ranges = listOf(list.data_type_config);
  const range = ranges.find((one) => index >= Number(one.start) && index <= Number(one.end));
  const configs = listOf(list.item_config);
  const config = configs.find((one) => one.type_id === range?.type_id) ?? configs[0];
  return listOf(config?.text_view).map((view) => String(view.key));
}

function listTexts(node: WidgetNode): string[] {
  const texts: string[] = [];
  listOf(node.props.data_array).forEach((row, index) => {
    for (const key of rowKeys(node.props, index)) texts.push(String(row[key] ?? ''));
  });
  return texts;
}

/** Texts of visible widgets, parents before children. */
export function widgetTexts(nodes: readonly WidgetNode[]): string[] {
  let texts: string[] = [];
  for (const node of nodes) {
    if (!node.visible) continue;
    if (node.kind === 'SCROLL_LIST') texts = texts.concat(listTexts(node));
    else if (node.props.text !== undefined) texts.push(String(node.props.text));
    texts = texts.concat(widgetTexts(node.children));
  }
  return texts.filter((text) => text.trim() !== '');
}

/** Texts, labels and values of a settings page. */
export function settingsTexts(node: SettingsNode | string | null): string[] {
  if (node === null) return [];
  if (typeof node === 'string') return [node];
  const own = ['title', 'label', 'value', 'message']
    .map((key) => node.props[key])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map(String);
  return node.children.reduce<string[]>((texts, child) => texts.concat(settingsTexts(child)), own);
}

/** The first component of a kind whose own text or label is `label`; throws with what there is when none is. */
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
