/** Stored texts of the right shape with values that no session survives: they are set aside, and home, Start and log go on. */
import { describe, expect, it } from 'vitest';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import { makeRecord } from '../../utils/core/log/make-record.ts';
import { decodeSnapshot, encodeSnapshot } from '../../utils/core/session/snapshot.ts';
import {
  HELPER_REPORT,
  LAST_SESSION,
  NEXT_PLAN,
  OPEN_SESSION,
  PAGE_PREFERENCES,
  REFUSED_ADVICE,
} from '../../utils/core/stored-names.ts';
import { adviseStage } from '../../utils/run/advise-stage.ts';
import { readHelperReport } from '../../utils/run/helper-report.ts';
import { lastSession } from '../../utils/run/last-session.ts';
import { logEndedSession } from '../../utils/run/log-ended-session.ts';
import { loadNextPlan, saveNextPlan } from '../../utils/run/next-plan.ts';
import { readStoredPreferences, sessionPreferencesOf } from '../../utils/run/stored-preferences.ts';
import { createManualClock } from '../support/manual-clock.ts';
import {
  createWatchLife,
  defaultPlan,
  startedLife,
  ticking,
  tickToEnd,
  type WatchLife,
} from '../support/watch-life.ts';

/** The first hold, after its first cue. */
const inHold = ticking(startedLife(), 75_000);
const HOLD = encodeSnapshot(inHold.runner.state(), 0);
const inMarch = ticking(startedLife(), 475_000);
const MARCH = encodeSnapshot(inMarch.runner.state(), 0);
const ended = startedLife();
tickToEnd(ended);
const ENDED = encodeSnapshot(ended.runner.state(), 1);

/** The text with the value at a path replaced by a JSON text. */
function withValue(text: string, path: string, json: string): string {
  const data = JSON.parse(text);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce((at, name) => at[name], data);
  if (!(last in parent)) throw new Error(`there is no ${path}`);
  parent[last] = '@';
  return JSON.stringify(data).replace('"@"', () => json);
}

const NUMBERS = ['-1', '0.5', '1e300', '1e999', '-1e300', '9007199254740992'];
const LONG = JSON.stringify('y'.repeat(5_000));

const PLAN: readonly (readonly [path: string, values: readonly string[]])[] = [
  ['routine', [LONG]],
  ['routineVersion', NUMBERS],
  ['phase', ['"x"', '"constructor"', LONG]],
  ['tool', ['"x"']],
  ['sides', ['[]', '["up"]', '["left","left"]', '["left","right","left"]']],
  ['tries', NUMBERS],
  ['softEveryS', [...NUMBERS, '0', '4']],
  ['ceilingS', NUMBERS],
  ['slots.0.kind', ['"x"', '"toString"']],
  ['slots.0.step', [LONG]],
  ['slots.1.side', ['"x"', '""']],
  ['slots.1.positionS', [...NUMBERS, '0', '4', '1e9']],
  ['slots.1.findS', [...NUMBERS, '0']],
  ['slots.1.lingerS', [...NUMBERS, '0', '1e9']],
  ['slots.1.cues.0.atS', [...NUMBERS, '0', '60']],
  ['slots.1.cues.1.atS', [...NUMBERS, '1e9', '30']],
  ['slots.1.cues.0.cue', ['"x"', 'null', '"constructor"', '7']],
  ['slots.4.lifts', [...NUMBERS, '1e9']],
  ['slots.4.beatS', [...NUMBERS, '1e9']],
];

const STATE: typeof PLAN = [
  ['startedAtMs', ['1e300', '-1e300', '1e999']],
  ['slot', NUMBERS],
  ['beats', NUMBERS],
  ['interruptions', NUMBERS],
  ['lostCues', NUMBERS],
  ['style.strength', ['"x"', 'null', '"constructor"']],
  ['style.motor', ['"x"', 'null']],
];

function setAside(text: string): boolean {
  const life = createWatchLife(createManualClock(inHold.clock.nowMs()));
  for (let time = 0; time < 2; time++) life.store.save(OPEN_SESSION, text);
  const next = createWatchLife(life.clock, { contents: life.files.contents });
  const isHome = next.resume().to === 'home' && next.lines.length === 1;
  return isHome && isLogged(next);
}

/** Whether the next session is guided to its end and has a record that can be read. */
function isLogged(life: WatchLife): boolean {
  life.clock.advance(86_400_000);
  life.runner.start(defaultPlan());
  tickToEnd(life);
  const seq = logEndedSession(life.ports, '')?.seq ?? 0;
  const [frame] = life.sessionLog.framesFrom(seq);
  return frame !== undefined && decodeRecord(frame).ok && life.resume().to === 'home';
}

const casesOf = (under: string, list: typeof PLAN): readonly (readonly [string, string])[] =>
  list.flatMap(([path, values]) => values.map((value) => [`${under}${path}`, value] as const));

describe('an open session', () => {
  it.each([HOLD, MARCH, ENDED])('is read as it was stored', (text) => {
    expect(decodeSnapshot(text).ok).toBe(true);
  });

  it.each([...casesOf('state.plan.', PLAN), ...casesOf('state.', STATE)])(
    'whose %s is %s is set aside, in a hold and at its end',
    (path, value) => {
      expect([HOLD, ENDED].map((text) => setAside(withValue(text, path, value)))).toEqual([true, true]);
    },
  );

  it.each<readonly [string, string]>([
    ...casesOf('state.phase.', [
      ['sinceMs', ['0', '1e9', '-1e300']],
      ['untilMs', ['1e300', '1e15']],
      ['cursor', NUMBERS],
      ['at', ['"x"', '"constructor"']],
      ['positionedS', NUMBERS],
    ]),
    ['state.undo', '{"untilMs":1,"slot":0}'],
    ['state.undo', '{"untilMs":1,"slot":9,"tries":0,"phase":{"at":"position","sinceMs":1,"untilMs":2}}'],
  ])('in a hold, whose %s is %s, is set aside', (path, value) => {
    expect(setAside(withValue(HOLD, path, value))).toBe(true);
  });

  it.each([
    ['state.phase.untilMs', '1e15'],
    ['state.undo', 'true'],
    ['state.undo', '0'],
    ['state.undo', '""'],
  ])('in its march, whose %s is %s, is set aside', (path, value) => {
    expect(setAside(withValue(MARCH, path, value))).toBe(true);
  });

  it.each(['null', '{"4":-1}', '{"4":1e999}', '[]'])(
    'in its march, whose lifts are %s, is set aside',
    (value) => {
      expect(setAside(withValue(MARCH, 'state.lifted', value))).toBe(true);
    },
  );

  it.each(
    casesOf('state.', [
      ['tries.0.seconds', NUMBERS],
      ['tries.0.outcome', ['"x"', '"constructor"']],
      ['phase.how', ['"x"', 'null']],
    ]),
  )('that has ended, whose %s is %s, is set aside', (path, value) => {
    expect(setAside(withValue(ENDED, path, value))).toBe(true);
  });

  it.each(['-100000', '100000', '1e9'])('of a zone of %s min has a record that can be read', (zone) => {
    const life = createWatchLife(createManualClock());
    life.store.save(OPEN_SESSION, withValue(ENDED, 'state.zoneOffsetMin', zone));
    logEndedSession(life.ports, '');
    const [frame] = life.sessionLog.framesFrom(1);
    const expected = { ...makeRecord(ended.runner.state()), zoneOffsetMin: Number(zone) < 0 ? -720 : 840 };
    expect(frame && decodeRecord(frame)).toEqual({ ok: true, value: expected });
  });
});

it.each(casesOf('', PLAN))('the next plan whose %s is %s is made anew', (path, value) => {
  const { store } = createWatchLife(createManualClock());
  saveNextPlan(store, {}, defaultPlan());
  expect(loadNextPlan(store, {})).toEqual(defaultPlan());
  store.save(NEXT_PLAN, withValue(store.load(NEXT_PLAN), `plan.${path}`, value));
  expect(loadNextPlan(store, {})).toBeNull();
});

it.each(['"x"', 'null', '7', '""', '{}', '"constructor"'])(
  'a strength and a motor of %s play the usual cues',
  (json) => {
    const { store, ports } = createWatchLife(createManualClock());
    store.save(PAGE_PREFERENCES, `{"version":2,"strength":${json},"motor":${json}}`);
    const { style } = sessionPreferencesOf(readStoredPreferences(store, ports.report), () => true);
    expect(style).toEqual({ strength: 'normal', motor: 'pattern' });
  },
);

it.each(['-1', '2.5', '4294967296', '1e300', '1e999'])(
  'a note with the number %s beside lost bounds costs no session',
  (seq) => {
    const life = createWatchLife(createManualClock());
    life.store.save(LAST_SESSION, `[[${life.clock.nowMs()},60,null,${seq},0,""]]`);
    expect(lastSession(life.store)).toBeNull();
    expect([isLogged(life), life.sessionLog.tail()]).toEqual([true, 1]);
  },
);

it.each(['0.5', 'x', '1e300', '-3', 'null'])('refused advice up to %s stops no advice', (text) => {
  const life = createWatchLife(createManualClock());
  isLogged(life);
  life.store.save(REFUSED_ADVICE, text);
  expect(() => adviseStage(life.sessionLog, life.store, 'sore')).not.toThrow();
});

it.each([
  '[5,1,null]',
  '[5,1,"x"]',
  '[5,1,{}]',
  '[5,1e999,3]',
  '["5",1]',
  '[5]',
  '[5,1,[null]]',
  '[]',
  'null',
])('a report of the helper of %s is none', (text) => {
  const { store } = createWatchLife(createManualClock());
  store.save(HELPER_REPORT, text);
  expect(readHelperReport(store)).toBeNull();
});
