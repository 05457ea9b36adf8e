/** The phone page of the packed app, built and used without a browser: its texts, and its parts by their names. */

import type { SettingsNode } from 'zepp-watch-simulator';
import type { PackedWatch } from './packed-watch.ts';

export interface PhonePage {
  texts(): string;
  /** Every button's label. */
  buttons(): readonly string[];
  /** @throws Error where no button's label contains the text */
  press(label: string): Promise<void>;
  /** Chooses, types or switches in the part whose label contains the text. */
  change(label: string, value: unknown): Promise<void>;
  /** Does the same with several parts, so fast that the page is not drawn anew in between. */
  changeAtOnce(changes: readonly (readonly [label: string, value: unknown])[]): Promise<void>;
  /** The value of the part whose label contains the text. */
  value(label: string): unknown;
  /** How many parts the page has. */
  size(): number;
}

export async function openPhonePage(watch: PackedWatch): Promise<PhonePage> {
  watch.perform({ verb: 'settings-open' });
  await watch.wait(200);

  function all(): readonly SettingsNode[] {
    const nodes: SettingsNode[] = [];
    const visit = (node: SettingsNode): void => {
      nodes.push(node);
      for (const child of node.children) if (typeof child !== 'string') visit(child);
    };
    const root = watch.sim.phone.settings;
    if (root !== null) visit(root);
    return nodes;
  }

  /** @param has a property that the part must have */
  function find(label: string, has: string): SettingsNode {
    const found = all().find(
      ({ props }) =>
        typeof props.label === 'string' && props.label.includes(label) && props[has] !== undefined,
    );
    if (found === undefined) throw new Error(`no part "${label}" on the phone page`);
    return found;
  }

  async function call(label: string, handler: string, args: readonly unknown[]): Promise<void> {
    watch.perform({ verb: 'settings-call', id: find(label, handler).id, handler, args });
    await watch.wait(500);
  }

  return {
    texts: () => watch.settingsTexts().join('\n'),
    buttons: () => all().flatMap(({ kind, props }) => (kind === 'Button' ? [String(props.label)] : [])),
    press: (label) => call(label, 'onClick', []),
    change: (label, value) => call(label, 'onChange', [value]),
    async changeAtOnce(changes) {
      const found = changes.map(([label, value]) => ({ id: find(label, 'onChange').id, value }));
      for (const { id, value } of found)
        watch.perform({ verb: 'settings-call', id, handler: 'onChange', args: [value] });
      await watch.wait(500);
    },
    value: (label) => find(label, 'value').props.value,
    size: () => all().length,
  };
}
