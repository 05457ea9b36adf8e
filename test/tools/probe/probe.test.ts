/** The packed probe on a simulated watch, used by a simulated person. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { ASSUMPTIONS } from 'zepp-watch-simulator/assumptions';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import { ensureBuilt } from '../../../tools/package/build.ts';
import { CHECKS } from '../../../tools/probe/app/core/questions.ts';
import { parseResult } from '../../../tools/probe/evidence/result.ts';
import { evidenceRows, writeWorn } from '../../../tools/probe/evidence/rows.ts';
import { textOf } from '../../contract/sources.ts';
import { type Assumed, type Run, runProbe } from './wearer.ts';

const NEW = 'Balance 2';
/** API 3.6: no system timers and so no service with timers of its own. */
const OLD = 'Falcon';
const NEEDS_SYSTEM_TIMERS = CHECKS.filter((check) => /^(P4b|P19|P21)/.test(check));
/** Checks whose claim the simulator does not simulate, or simulates only in a way that contradicts it. */
const UNLIKE_A_WATCH: Readonly<Record<string, RegExp>> = {
  P19d: /^no$/,
  P20a: /^skipped$/,
};
const ANSWERED = CHECKS.filter((check) => !(check in UNLIKE_A_WATCH));

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

/** Each assumption with another value, and the checks whose answers that changes. */
const others: readonly (readonly [assumed: Assumed, checks: string])[] = [
  [['timers-in-dark', 'run'], 'P1a'],
  [['motor-at-dark', 'stops'], 'P1b'],
  [['end-after-dark', 'never'], 'P1c'],
  [['relaunch-on-wake', 'ignored'], 'P1d'],
  [['destroy-at-dark', 'skipped'], 'P1e'],
  [['alarm-launch', 'silent'], 'P2a'],
  [['alarm-launch', 'late'], 'P2b'],
  [['motor-after-exit', 'stops'], 'P3a'],
  [['page-timers', 'late'], 'P4a'],
  [['system-timers', 'late'], 'P4b'],
  [['service-in-dark', 'stops'], 'P19a'],
  [['service-motor', 'silent'], 'P19e P19f P19g P19h P19i'],
  [['service-list', 'empty'], 'P19b'],
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
  [['pattern-gaps', 'lost'], 'P17b P17c P19e P19f P19g P19h'],
];
/** Checks without an assumption: their other answer is tried in test/tools/evidence.test.ts, like that of every check. */
const PLAYED_ONE_WAY = [
  ...['P1f', 'P2c', 'P2d', 'P5b', 'P7d', 'P7e', 'P7f', 'P8b', 'P10d', 'P17d', 'P17e'],
  ...['P18a', 'P18b', 'P18c', 'P19c', 'P19d', 'P19j', 'P20a', 'P21a'],
];

describe('the probe', () => {
  it('answers every check on a watch of API 4.2, in less than ten minutes, and breaks no rule of the platform', () => {
    expect(Object.keys(usual.code.answers).sort()).toEqual([...CHECKS].sort());
    expect(ANSWERED.filter((check) => usual.code.answers[check] !== 'yes')).toEqual([]);
    for (const [check, outcome] of Object.entries(UNLIKE_A_WATCH))
      expect(usual.code.answers[check]).toMatch(outcome);
    expect(usual.minutes).toBeLessThan(10);
    const breaches = usual.watch.sim.breaches.filter(({ rule }) => rule !== 'not-simulated');
    expect([breaches, usual.watch.lines('error')]).toEqual([[], []]);
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

  it('ends on a watch of API 3.6 too, and says what that watch cannot answer', async () => {
    const { code, watch } = await runProbe(appFor(OLD), OLD);
    const unlike = ANSWERED.filter((check) => code.answers[check] !== 'yes');
    expect(unlike).toEqual(NEEDS_SYSTEM_TIMERS.filter((check) => ANSWERED.includes(check)));
    expect(new Set(NEEDS_SYSTEM_TIMERS.map((check) => code.answers[check]))).toEqual(new Set(['unknown']));
    expect(watch.sim.breaches).toEqual([]);
  });

  it('leaves out what a person skips', async () => {
    const { code } = await runProbe(appFor(NEW), NEW, [], ['P5', 'P10', 'P11', 'P16']);
    const skipped = ANSWERED.filter((check) => code.answers[check] === 'skipped');
    expect(skipped).toEqual(ANSWERED.filter((check) => /^(P5|P10|P11|P16)[a-z]$/.test(check)));
    expect(skipped).toHaveLength(11);
  });
});

/** Values that no question of the probe can yet tell from the usual one. */
const UNASKED = [
  'consent-answer next-launch, start-before-grant works, start-result boolean, service-names with-js',
  'service-start listed-only, patterns silent-in-service, patterns silent, start-mode ignored-in-service',
  'start-mode ignored, set-mode number, set-mode object, vibrator throws-in-service, vibrator throws',
  'pattern-length cut-after-6, pattern-length ignored-after-6, covered-touch eaten, covered-touch eaten-by-shown',
  'rect-clicks unheard, double-click two-clicks, double-click unheard, single-click unheard',
  'app-error relaunch-loop, app-error ends, app-for-widget absent, listeners collected, alarm-launch never',
  'service-alarm needs-app-event, service-alarm never, alarm-cancel throws, file-reads stale',
  'file-reads stale-elsewhere, service-work limited, bright-time capped, bright-time refused',
  'bright-time-zero endless, start-again on-event, start-again ignored, swipe-taking needs-lock',
  'timer-drift slow, dark-status lit, dark-status another, replace-in-build refused',
  'replace-in-build loses-page, buzzer present, buzzer switched-off, buzzer silent-in-service, buzzer throws',
  'service-sensors throws, fetch-redirects followed',
]
  .join(', ')
  .split(', ');

describe('the probe, if the simulator assumes the other value,', () => {
  it('is tried with every assumption and every check', () => {
    const tried = others
      .map(([[name, value]]) => `${name} ${value}`)
      .concat(UNASKED)
      .sort();
    const all = Object.entries(ASSUMPTIONS).flatMap(([name, [, ...rest]]) =>
      rest.map((value) => `${name} ${value}`),
    );
    expect(tried).toEqual(all.sort());
    const moved = new Set(others.flatMap(([, checks]) => checks.split(' ')));
    expect([...moved, ...PLAYED_ONE_WAY].sort()).toEqual([...CHECKS].sort());
  });

  it.each(others)('moves with %j exactly the rows of %s', async (assumed, list) => {
    const checks = list.split(' ');
    const { code } = await runProbe(appFor(NEW), NEW, [assumed]);
    const contrary = CHECKS.filter((one) => usual.code.answers[one] === 'yes' && code.answers[one] === 'no');
    expect(contrary.sort()).toEqual(checks);

    const page = textOf('docs/evidence.md');
    const worn = (answers: Readonly<Record<string, string>>) =>
      parseResult('result.json', JSON.stringify({ ...code, firmware: '1.2.3', answers }));
    const before = writeWorn(page, worn(usual.code.answers));
    const after = writeWorn(before.page, worn(code.answers));
    const mixed = evidenceRows(after.page).filter((row) => row.grade.startsWith('mixed'));
    expect(mixed.map((row) => row.check).sort()).toEqual(checks);
    expect(after.disagreements).toHaveLength(checks.length);
  });
});

describe('a person who does not let the probe run in the background', () => {
  it('answers the questions about the permission with no, and leaves those about the helper open', async () => {
    const { code } = await runProbe(appFor(NEW), NEW, [], [], '', false);
    expect(CHECKS.filter((check) => code.answers[check] === 'no')).toEqual(['P18a', 'P18b', 'P18c']);
    expect(CHECKS.filter((check) => code.answers[check] === 'unknown')).toEqual(
      CHECKS.filter((check) => check.startsWith('P19')),
    );
  });
});

describe('a probe that is interrupted', () => {
  it.each(['P3', 'P6', 'P8', 'P9', 'P12', 'P17', 'P18', 'P19'])(
    'in %s by the death of its page goes on with that question',
    async (id) => {
      const { code } = await runProbe(appFor(NEW), NEW, [], [], id);
      expect(Object.keys(code.answers).sort()).toEqual([...CHECKS].sort());
      expect(ANSWERED.filter((check) => code.answers[check] !== 'yes')).toEqual([]);
    },
  );

  it('notes an error of the platform as the answer, and goes on', async () => {
    const app = appFor(NEW);
    const manifest = {
      ...app.manifest,
      permissions: (app.manifest.permissions ?? []).filter((one) => !/alarm/.test(one)),
    };
    const { code } = await runProbe({ ...app, manifest }, NEW);
    expect(code.answers.P2a).toMatch(/^threw: Permission denied: alarm\.set needs device:os\.alarm/);
    for (const check of ['P2b', 'P2c', 'P2d']) expect(code.answers[check]).toBe(code.answers.P2a);
    expect(ANSWERED.filter((check) => code.answers[check] !== 'yes')).toEqual(['P2a', 'P2b', 'P2c', 'P2d']);
  });
});
