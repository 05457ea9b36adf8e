/** The settings page is built again after each change. A person may still touch what an earlier build has drawn. */
import { expect, it } from 'vitest';
import type { SettingsNode } from '../../src/engine/types.ts';
import { miniWatch } from '../support/mini-app.ts';

/** Each change adds a line on top, so that every component moves down. Each handler says which build it belongs to. */
const SETTING = `let built = 0; AppSettingsPage({ build(props) { const s = props.settingsStorage; const mine = ++built;
  const lines = Object.keys(s.toObject()).map((key) => Text({}, key));
  return View({}, [...lines,
    Button({ label: 'one', onClick: () => s.setItem('one', 'of build ' + mine) }),
    Button({ label: 'two', onClick: () => s.setItem('two', 'of build ' + mine) }),
  ]) } })`;

type Watch = ReturnType<typeof miniWatch>;

async function opened(): Promise<Watch> {
  const watch = miniWatch({ setting: SETTING });
  await watch.openSettings();
  return watch;
}

function button(watch: Watch, label: string): SettingsNode {
  const nodes = watch.sim.phone.settings?.children ?? [];
  const found = nodes.find((node) => typeof node !== 'string' && node.props.label === label);
  if (found === undefined || typeof found === 'string') throw new Error(`no button ${label}`);
  return found;
}

const press = (watch: Watch, { id }: SettingsNode): Promise<void> =>
  watch.perform({ verb: 'settings-call', id, handler: 'onClick', args: [] });

it('a press on a button of the previous build calls its own handler, not that of the button now in its place', async () => {
  const watch = await opened();
  const [one, two] = [button(watch, 'one'), button(watch, 'two')];
  await press(watch, one);
  await watch.advance(100);
  await press(watch, two);
  expect([...watch.sim.phone.storage]).toEqual([
    ['one', 'of build 1'],
    ['two', 'of build 1'],
  ]);
});

it('no two components have the same number, even in different builds', async () => {
  const watch = await opened();
  const ids = new Set<number>();
  for (let build = 0; build < 5; build++) {
    const here = button(watch, 'one');
    expect(ids.has(here.id)).toBe(false);
    ids.add(here.id);
    await press(watch, here);
    await watch.advance(100);
  }
});

it('a number that no component has is refused with the number', async () => {
  const watch = await opened();
  const call = watch.perform({ verb: 'settings-call', id: 9_999, handler: 'onClick', args: [] });
  await expect(call).rejects.toThrow('no component 9999');
});
