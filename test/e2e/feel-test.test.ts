/**
 * The feel test, answered by a wearer who judges only by what the motor has run. Under each reading of the motor (F5, F6) it ends with cues
 * that are felt, from a lit page and from the helper, if the watch can play them at all.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { ASSUMPTION_ROWS } from 'zepp-watch-simulator/assumptions';
import { feltCues } from '../../tools/simulate/decode-cues.ts';
import { allowingWatch } from '../../tools/simulate/seeded-watch.ts';
import type { Strength } from '../../utils/core/cue/vocabulary.ts';
import { answerFeelTest } from '../support/wearer.ts';
import { launchedWatch, taps } from '../support/worn-watch.ts';

/** The cues of the first hold, from its start to the move to the other side, which is felt twice. */
const HOLD = ['start', 'check', 'minimum', 'move twice'];
const HOLD_ENDS_MS = 105_000;
/** The helper plays 2.5 s after a cue was due. */
const HELPER_LATE_MS = 15_000;

const readings = ASSUMPTION_ROWS.filter(({ reading }) => reading === 'F5' || reading === 'F6').flatMap(
  ({ name, values }) => values.map((value) => [name, value] as const),
);
/** No form of the motor can be felt from a service. */
const MUTE_SERVICE = ['service-motor silent', 'vibrator throws-in-service', 'vibrator throws'];
const MUTE_WATCH = ['vibrator throws'];
/** What helped, if anything was needed. */
const FORM = ['Stronger cues', 'Try the other wrist', 'Vibrate another way'];
const HELPED: Readonly<Record<string, readonly string[]>> = {
  'patterns silent': FORM,
  'service-motor silent': ['Keep the screen on'],
  'vibrator throws-in-service': ['Keep the screen on'],
};

function cuesSince(watch: Watch, sinceMs: number, strength: Strength): readonly string[] {
  const pulses = watch.sim.pulses.filter(({ onMs }) => onMs >= sinceMs);
  return feltCues(pulses, { strength, motor: 'pattern' }).map(
    ({ cue, times }) => `${cue?.name ?? 'unknown'}${times === 2 ? ' twice' : ''}`,
  );
}

describe.each(readings)('%s %s', (name, value) => {
  const world = `${name} ${value}`;
  let watch: Watch;
  let helped: readonly string[];
  let strength: Strength;

  beforeAll(async () => {
    watch = await launchedWatch({
      ...allowingWatch(),
      assume: { [name]: value },
    });
    await taps(watch, 'More', 'Feel test');
    helped = await answerFeelTest(watch);
    await watch.advance(2_000);
    strength = helped.includes('Stronger cues') ? 'strong' : 'normal';
    await taps(watch, 'Back', 'Start');
  }, 60_000);

  it('can be answered to its end', () => {
    if (MUTE_WATCH.includes(world)) expect(helped.length).toBeGreaterThan(3);
    else expect(helped).toEqual(HELPED[world] ?? []);
  });

  it('breaks no rule of the platform', () => {
    expect(watch.sim.breaches).toEqual([]);
  });

  it('makes every cue of a hold felt from a lit page', async () => {
    const { uptimeMs } = watch.sim;
    await watch.advance(HOLD_ENDS_MS + 10_000);
    const cues = cuesSince(watch, uptimeMs, strength);
    expect(cues).toEqual(MUTE_WATCH.includes(world) ? [] : HOLD);
  });

  it('makes every cue of a hold felt from the helper', async () => {
    const { uptimeMs } = watch.sim;
    await watch.perform({ verb: 'kill', what: 'page' });
    await watch.advance(HOLD_ENDS_MS + HELPER_LATE_MS);
    const cues = cuesSince(watch, uptimeMs, strength);
    if (!MUTE_SERVICE.includes(world))
      expect(cues.slice(0, 4)).toEqual(['start', 'check', 'minimum', 'move twice']);
    else expect(cues.filter((cue) => cue !== 'come-back')).toEqual([]);
  });
});

it('no answer to "stay or move?" or to what was felt stands out as the right one', async () => {
  const watch = await launchedWatch(allowingWatch());
  await taps(watch, 'More', 'Feel test', 'Start');
  const coloursOf = (): readonly unknown[] =>
    watch.sim.watch.widgets
      .flatMap((widget) => [widget, ...widget.children])
      .filter(({ kind, props }) => kind === 'BUTTON' && props.text !== '')
      .map(({ props }) => props.normal_color);
  await watch.until(() => watch.texts().includes('Felt nothing'), '2m');
  expect(coloursOf()).toHaveLength(3);
  expect(new Set(coloursOf()).size).toBe(1);
  await taps(watch, 'Move');
  expect(coloursOf()).toHaveLength(2);
  expect(new Set(coloursOf()).size).toBe(1);
});
