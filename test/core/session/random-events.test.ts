/**
 * Random sessions against a model that knows no phases: a stopwatch in true time, which each felt start cue starts. Whatever happens, no
 * cue is early by this stopwatch, no cue of a hold comes twice, and a stored state goes on like the live one.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minimumS, type Plan } from '../../../utils/core/routine/plan.ts';
import { type SessionState, slotOf } from '../../../utils/core/session/state.ts';
import { anyPlan, START_MS } from '../../support/arbitraries.ts';
import { runs } from '../../support/runs.ts';
import { type FeltCue, nameOf, type PageEvent, startWalk, stepOf, type Walk, walkFrom } from './walk.ts';

/** What was felt of the current hold. */
interface Stopwatch {
  readonly startedMs: number;
  readonly felt: readonly string[];
  readonly lastMs: number;
}

interface Model {
  /** True time since the session's start, ms. */
  trueMs: number;
  /** How far the wall clock is ahead of true time. */
  offsetMs: number;
}

interface Session {
  walk: Walk;
  /** A session that goes through JSON at random moments, and must behave like the walk. */
  thawed: SessionState;
  hold: Stopwatch | null;
  /** The stopwatch of the hold that a touch has left, in case the touch is taken back. */
  left: Stopwatch | null;
}

type Command = fc.Command<Model, Session>;

function command(name: string, run: (model: Model, session: Session) => void): Command {
  return { check: () => true, run, toString: () => name };
}

function feed(model: Model, session: Session, type: PageEvent['type']): void {
  const atMs = START_MS + model.trueMs + model.offsetMs;
  const event: PageEvent = type === 'paused' ? { type, atMs, why: 'wearer' } : { type, atMs };
  const { walk } = session;
  const before = walk.state();
  const felt = walk.cues.length;
  const effects = walk.send(event);
  const [thawed, thawedEffects] = stepOf(session.thawed, event);
  session.thawed = thawed;
  expect(thawed.seenMs).toBe(walk.state().seenMs);
  expect(thawedEffects.length).toBe(effects.length);
  // A step without effects only looked at the clock.
  if (effects.length === 0) return;
  expect(thawedEffects).toEqual(effects);
  expect(thawed).toEqual(walk.state());
  if (type === 'undone' && effects.length > 0) session.hold = session.left;
  else if (walk.state().undo !== before.undo && walk.state().undo !== null) session.left = session.hold;
  for (const cue of walk.cues.slice(felt)) {
    // A move after a touch is due at once.
    const isAskedFor = type !== 'ticked' && type !== 'woke' && cue.cue.name !== 'soft';
    if (!isAskedFor) session.hold = clocked(session.hold, cue, before, model.trueMs);
  }
  expectCredible(walk.state());
}

/** The stopwatch after a cue. Reports a cue that is early, that comes twice, or that follows another too closely. */
function clocked(
  hold: Stopwatch | null,
  { cue }: FeltCue,
  before: SessionState,
  trueMs: number,
): Stopwatch | null {
  const name = nameOf(cue);
  if (name === 'start') return { startedMs: trueMs, felt: [], lastMs: trueMs };
  const slot = slotOf(before);
  if (hold === null || slot.kind !== 'hold' || before.phase.at !== 'hold') return hold;
  const mark = slot.cues.find((one) => one.cue === name);
  const leaves = cue.name === 'move' || cue.name === 'done';
  const leastS = mark?.atS ?? (leaves ? minimumS(slot.cues) + slot.lingerS : 0);
  expect(trueMs - hold.startedMs, `${name} early`).toBeGreaterThanOrEqual(leastS * 1000);
  if (mark !== undefined || leaves) expect(hold.felt, `${name} twice`).not.toContain(name);
  if (name !== 'come-back') expect(trueMs - hold.lastMs, `${name} close`).toBeGreaterThanOrEqual(5_000);
  return leaves ? null : { ...hold, felt: [...hold.felt, name], lastMs: trueMs };
}

/** Checks that each try that counts as a hold was guided through its whole minimum, cue by cue. */
function expectCredible(state: SessionState): void {
  for (const tried of state.tries) {
    if (tried.outcome !== 'guided-to-end' && tried.outcome !== 'let-go') continue;
    const slot = state.plan.slots[tried.slot];
    const cues = slot?.kind === 'hold' ? slot.cues : [];
    expect(tried.reached).toBe(cues.length);
    expect(tried.seconds).toBeGreaterThanOrEqual(minimumS(cues));
  }
}

const touches = [
  ...(['ready', 'more-time', 'not-easing', 'stay', 'let-go'] as const),
  ...(['paused', 'resumed', 'skipped', 'stopped', 'undone'] as const),
];

const anyTicks = fc
  .record({ gapMs: fc.integer({ min: 50, max: 5_000 }), count: fc.integer({ min: 1, max: 60 }) })
  .map(({ gapMs, count }) =>
    command(`${count} ticks of ${gapMs} ms`, (model, session) => {
      for (let tick = 0; tick < count; tick++) {
        model.trueMs += gapMs;
        feed(model, session, 'ticked');
      }
    }),
  );

const anyTouch = fc
  .tuple(fc.constantFrom(...touches), fc.integer({ min: 0, max: 6_000 }))
  .filter(([type, waitMs]) => type !== 'stopped' || waitMs < 500)
  .map(([type, waitMs]) =>
    command(`${type} after ${waitMs} ms`, (model, session) => {
      model.trueMs += waitMs;
      feed(model, session, type);
    }),
  );

const anyJump = fc.integer({ min: -86_400_000, max: 86_400_000 }).map((byMs) =>
  command(`clock set by ${byMs} ms`, (model, session) => {
    model.offsetMs += byMs;
    feed(model, session, 'clock-jumped');
  }),
);

const anyDeath = fc
  .oneof(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 2_000_000 }))
  .map((awayMs) =>
    command(`page away for ${awayMs} ms`, (model, session) => {
      model.trueMs += awayMs;
      session.thawed = session.walk.stored();
      session.walk = walkFrom(session.walk.stored());
      feed(model, session, 'woke');
    }),
  );

const anyFreeze = fc.constant(
  command('through JSON', (_model, session) => {
    session.thawed = JSON.parse(JSON.stringify(session.thawed));
  }),
);

function begun(plan: Plan): { model: Model; real: Session } {
  const walk = startWalk(plan);
  return { model: { trueMs: 0, offsetMs: 0 }, real: { walk, thawed: walk.state(), hold: null, left: null } };
}

it('whatever happens, no cue is early, none comes twice, and no hold is credited without its minimum', () => {
  const anyCommands = fc.commands(
    [anyTicks, anyTicks, anyTicks, anyTicks, anyTouch, anyTouch, anyTouch, anyJump, anyDeath, anyFreeze],
    { maxCommands: 60, size: 'max' },
  );
  fc.assert(
    fc.property(anyPlan, anyCommands, (plan, commands) => {
      fc.modelRun(() => begun(plan), commands);
    }),
    { numRuns: runs(150) },
  );
});
