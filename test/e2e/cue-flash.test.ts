/** What is seen while a cue is felt, and what the body does, as pictures: the packed app, in virtual time. */
import { describe, expect, it } from 'vitest';
import type { WidgetNode } from 'zepp-watch-simulator/engine/types';
import type { Headless } from 'zepp-watch-simulator/headless/headless';
import { SUMMARY, startedWatch } from '../support/worn-watch.ts';

const HOLD = ['start', 'check', 'minimum'];
const LIFTS = Array.from({ length: 10 }, () => 'beat');

/** Pictures on the glass, of a folder of the assets, by name. */
function pictures(watch: Headless, folder: string): readonly string[] {
  const found: string[] = [];
  const look = (node: WidgetNode): void => {
    if (!node.visible || node.props.visible === false) return;
    const [, in_, name] = /^(\w+)\/(.+)\.png$/.exec(String(node.props.src ?? '')) ?? [];
    if (in_ === folder && name !== undefined) found.push(name);
    node.children.forEach(look);
  };
  watch.sim.watch.widgets.forEach(look);
  return found;
}

describe.each(['Balance 2', 'Bip 6'])('on %s', (name) => {
  it('every cue of a session is shown by its own sign, and nothing between the cues', async () => {
    const watch = await startedWatch({ on: name });
    const seen: string[] = [];
    let before = '';
    while (watch.sim.watch.page !== SUMMARY && seen.length < 40) {
      await watch.advance(125);
      const now = pictures(watch, 'cue').join();
      if (now !== before && now !== '') seen.push(now);
      before = now;
    }
    expect(seen).toEqual([
      ...[...HOLD, 'side', ...HOLD, 'step'],
      ...[...HOLD, 'side', ...HOLD, 'step'],
      ...['start', ...LIFTS, 'done'],
    ]);
    expect(watch.sim.breaches).toEqual([]);
  });

  it('the sign is gone a second after the cue', async () => {
    const watch = await startedWatch({ on: name }, 60_500);
    expect(pictures(watch, 'cue')).toEqual(['check']);
    await watch.advance(750);
    expect(pictures(watch, 'cue')).toEqual([]);
  });

  it('a long press that begins while a sign shows opens the sheet', async () => {
    const watch = await startedWatch({ on: name }, 60_500);
    const { width, height } = watch.sim.device;
    await watch.perform({ verb: 'long-press', x: width / 2, y: height * 0.35 });
    await watch.advance(1_000);
    expect(watch.texts()).toContain('End session');
  });

  it('beside the side stands what the body does', async () => {
    const watch = await startedWatch({ on: name }, 5_000);
    expect(pictures(watch, 'glyph')).toEqual(['front-ball']);
    await watch.advance(205_000);
    expect(pictures(watch, 'glyph')).toEqual(['back-ball']);
  });
});
