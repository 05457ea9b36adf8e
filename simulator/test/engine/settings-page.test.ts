/** The settings page is built again after each change. A person uses what was drawn, which may be a build old. */
import { expect, it } from 'vitest';
import type { SettingsNode } from '../../src/engine/types.ts';
import { miniWatch } from '../support/mini-app.ts';

/** Each change puts a line on top, so that every component moves down, and each handler says of which build it is. */
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

it('a press on what was drawn a build ago does what was drawn, and nothing that stands there now', async () => {
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

it('no number is given to two components, of whatever builds', async () => {
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

it('a number that was never given is refused by name', async () => {
  const watch = await opened();
  const call = watch.perform({ verb: 'settings-call', id: 9_999, handler: 'onClick', args: [] });
  await expect(call).rejects.toThrow('no component 9999');
});
