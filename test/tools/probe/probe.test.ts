/** The packed probe on a simulated watch, gone through by a simulated person. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { ASSUMPTIONS } from 'zepp-watch-simulator/engine/assumptions';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { openZab } from 'zepp-watch-simulator/engine/package';
import type { AppPackage } from 'zepp-watch-simulator/engine/types';
import { ensureBuilt } from '../../../tools/package/build.ts';
import { CHECKS } from '../../../tools/probe/app/core/questions.ts';
import { parseResult } from '../../../tools/probe/evidence/result.ts';
import { evidenceRows, writeWorn } from '../../../tools/probe/evidence/rows.ts';
import { textOf } from '../../contract/sources.ts';
import { type Assumed, type Run, runProbe } from './wearer.ts';

const NEW = 'Balance 2';
/** API 3.6: no system timers and so no service with timers of its own. */
const OLD = 'Falcon';
const NEEDS_SYSTEM_TIMERS = ['P4b', 'P4c', 'P4d', 'P4e'];

let zab: Uint8Array;
let usual: Run;

function appFor(model: string): AppPackage {
  return openZab(zab, findDevice(model));
}

beforeAll(async () => {
  const { simulatorZab } = await ensureBuilt({ app: 'probe', isQuiet: true });
  zab = new Uint8Array(await readFile(simulatorZab));
  usual = await runProbe(appFor(NEW), NEW);
});

/** Each assumption the other way, and the one check whose answer that changes. */
const others: readonly (readonly [assumed: Assumed, check: string])[] = [
  [['timers-in-dark', 'run'], 'P1a'],
  [['motor-at-dark', 'stops'], 'P1b'],
  [['end-after-dark', 'never'], 'P1c'],
  [['relaunch-on-wake', 'ignored'], 'P1d'],
  [['destroy-at-dark', 'skipped'], 'P5b'],
  [['alarm-launch', 'silent'], 'P2a'],
  [['alarm-launch', 'late'], 'P2b'],
  [['motor-after-exit', 'stops'], 'P3a'],
  [['page-timers', 'late'], 'P4a'],
  [['system-timers', 'late'], 'P4e'],
  [['service-in-dark', 'stops'], 'P4b'],
  [['service-motor', 'silent'], 'P4c'],
  [['service-list', 'empty'], 'P4d'],
  [['call-pauses-page', 'untold'], 'P5a'],
  [['motor-in-dnd', 'muted'], 'P6a'],
  [['key-taking', 'ignored'], 'P7a'],
  [['swipe-taking', 'ignored'], 'P7b'],
  [['long-press', 'cut'], 'P7c'],
  [['pushed-over-page', 'kept'], 'P8a'],
  [['flip-while-paused', 'silent'], 'P9a'],
  [['accelerometer', '5-hz'], 'P9b'],
  [['append', 'lost'], 'P10a'],
  [['rename-over', 'refused'], 'P10b'],
  [['large-file', 'refused'], 'P10c'],
  [['side-cold-start', 'silent'], 'P11a'],
  [['large-frame', 'lost'], 'P11b'],
  [['side-life', 'short'], 'P11c'],
  [['phone-storage', 'lost'], 'P11d'],
  [['svg-image', 'blank'], 'P12a'],
  [['long-text', 'cut'], 'P12b'],
  [['brightness-after-exit', 'returns'], 'P13a'],
  [['screen-cost', 'large'], 'P14a'],
  [['screen-pauses', 'ignored'], 'P15a'],
  [['pauses-after-exit', 'stay'], 'P15b'],
  [['update', 'wipes-files'], 'P16a'],
  [['scene-numbers', 'others'], 'P17a'],
  [['pattern-gaps', 'lost'], 'P17b'],
];

describe('the probe', () => {
  it('answers every check on a watch of API 4.2, in less than ten minutes, and breaks no rule of the platform', () => {
    expect(Object.keys(usual.code.answers).sort()).toEqual([...CHECKS].sort());
    expect(Object.values(usual.code.answers).filter((outcome) => outcome !== 'yes')).toEqual([]);
    expect(usual.minutes).toBeLessThan(10);
    expect([usual.watch.sim.breaches, usual.watch.lines('error')]).toEqual([[], []]);
  });

  it('shows the same outcome on the phone, with times and figures beside it', () => {
    const { details, ...short } = usual.onPhone ?? { details: undefined };
    expect(short).toEqual(usual.code);
    expect(details?.P11b).toMatchObject({ whole: 10 });
    expect(Object.values(details ?? {}).every(({ atS }) => Number(atS) > 0)).toBe(true);
  });

  it('fits its outcome into a QR code whose squares are large on a watch: version 13 at most, 425 bytes at correction L', () => {
    const code = usual.watch.sim.watch.widgets.find((one) => one.kind === 'QRCODE');
    expect(String(code?.props.content).length).toBeLessThanOrEqual(425);
  });

  it('comes to its end on a watch of API 3.6, and says what that watch cannot answer', async () => {
    const { code, watch } = await runProbe(appFor(OLD), OLD);
    const unlike = CHECKS.filter((check) => code.answers[check] !== 'yes');
    expect(unlike.sort()).toEqual(NEEDS_SYSTEM_TIMERS);
    expect(NEEDS_SYSTEM_TIMERS.map((check) => code.answers[check])).toEqual(Array(4).fill('unknown'));
    expect(watch.sim.breaches).toEqual([]);
  });

  it('passes over what a person skips', async () => {
    const { code } = await runProbe(appFor(NEW), NEW, [], ['P5', 'P10', 'P11', 'P16']);
    const skipped = CHECKS.filter((check) => code.answers[check] === 'skipped');
    expect(skipped).toEqual(['P5a', 'P10a', 'P10b', 'P10c', 'P11a', 'P11b', 'P11c', 'P11d', 'P16a']);
  });
});

describe('with the simulator answering the other way', () => {
  it('every assumption and every check is tried', () => {
    const tried = others.map(([[name, value]]) => `${name} ${value}`).sort();
    const all = Object.entries(ASSUMPTIONS).flatMap(([name, [, ...rest]]) =>
      rest.map((value) => `${name} ${value}`),
    );
    expect(tried).toEqual(all.sort());
    expect(others.map(([, check]) => check).sort()).toEqual([...CHECKS].sort());
  });

  it.each(others)('%j moves exactly the row of %s', async (assumed, check) => {
    const { code } = await runProbe(appFor(NEW), NEW, [assumed]);
    const contrary = CHECKS.filter((one) => usual.code.answers[one] === 'yes' && code.answers[one] === 'no');
    expect(contrary).toEqual([check]);

    const page = textOf('docs/evidence.md');
    const worn = (answers: Readonly<Record<string, string>>) =>
      parseResult('result.json', JSON.stringify({ ...code, firmware: '1.2.3', answers }));
    const before = writeWorn(page, worn(usual.code.answers));
    const after = writeWorn(before.page, worn(code.answers));
    const contradicted = evidenceRows(after.page).filter((row) => /\bno: /.test(row.worn));
    expect(contradicted.map((row) => row.check)).toEqual([check]);
    expect(after.disagreements).toHaveLength(1);
  });
});

describe('a probe that is cut short', () => {
  it.each(['P3', 'P6', 'P9', 'P12', 'P17'])('in %s by a dead page goes on in that question', async (id) => {
    const { code } = await runProbe(appFor(NEW), NEW, [], [], id);
    expect(Object.keys(code.answers).sort()).toEqual([...CHECKS].sort());
    expect(Object.values(code.answers).filter((outcome) => outcome !== 'yes')).toEqual([]);
  });

  it('notes what the platform throws as the answer, and goes on', async () => {
    const app = appFor(NEW);
    const manifest = {
      ...app.manifest,
      permissions: (app.manifest.permissions ?? []).filter((one) => !/alarm/.test(one)),
    };
    const { code } = await runProbe({ ...app, manifest }, NEW);
    expect(code.answers.P2a).toMatch(/^threw: Permission denied: alarm\.set needs device:os\.alarm/);
    expect(code.answers.P2b).toBe(code.answers.P2a);
    expect(CHECKS.filter((check) => code.answers[check] !== 'yes')).toEqual(['P2a', 'P2b']);
  });
});
