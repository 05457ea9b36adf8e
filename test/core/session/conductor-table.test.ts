/** Plays every row of `conductor-table.ts` against the conductor. */
import { describe, expect, it } from 'vitest';
import { beginSession, type ConductorEvent, conduct } from '../../../utils/core/session/conductor.ts';
import { nextDue } from '../../../utils/core/session/due.ts';
import type { HelperReport } from '../../../utils/core/session/helper-handover.ts';
import type { SessionState } from '../../../utils/core/session/state.ts';
import type { Conductor, Turn } from '../../../utils/core/session/turn.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { usualStyle } from '../../support/cue-style.ts';
import type { Row } from './conductor-row.ts';
import { table } from './conductor-table.ts';
import { nameOf } from './walk.ts';

const TICK_S = 0.25;

type Outcome = Required<Pick<Row, 'plays' | 'stores' | 'does' | 'next'>>;

/** A page on its watch: true time, a clock that can be set, and what a helper has reported. */
function createPage() {
  const plays: string[] = [];
  const stores: string[] = [];
  const does: string[] = [];
  let conductor: Conductor;
  let atS = 0;
  let setByS = 0;
  let report: HelperReport | null = null;

  const nowMs = (): number => START_MS + Math.round((atS + setByS) * 1_000);
  const secondOf = (ms: number): number => (ms - START_MS) / 1_000 - setByS;

  function take(turn: Turn, before: SessionState): void {
    const [next, effects] = turn;
    const isFelt = effects.some(({ type }) => type === 'play' || type === 'confirm');
    for (const effect of effects) {
      if (effect.type === 'play') plays.push(`page: ${nameOf(effect.cue)} at ${atS}`);
      if (effect.type === 'store') {
        stores.push(placeOf(effect.session));
        if (!isFelt && isTakenOver(before, effect.session)) plays.push(takenOver(before, effect.session));
      }
      if (effect.type === 'keep-awake') does.push('awake');
      if (effect.type === 'arm-alarm') does.push(`alarm ${secondOf(effect.atMs)}`);
      if (effect.type === 'confirm') does.push('touch');
      if (effect.type === 'release') does.push('released');
      if (effect.type === 'stop-helper') does.push('helper stopped');
    }
    conductor = next;
  }

  function placeOf(session: SessionState): string {
    const { phase, slot, exits } = session;
    if (phase.at === 'ended') return `ended, ${phase.how}`;
    const left = exits === undefined ? '' : `, left ${exits === 1 ? 'once' : 'twice'}`;
    return `${phase.at} ${slot + 1} since ${secondOf(phase.sinceMs)}${left}`;
  }

  /** Moves the session on by a cue that the page has not played. */
  function isTakenOver(before: SessionState, after: SessionState): boolean {
    return report !== null && after.phase.at !== 'paused' && progressOf(after) !== progressOf(before);
  }

  function takenOver(before: SessionState, after: SessionState): string {
    const due = nextDue(before);
    return `helper: ${due === null ? 'nothing' : nameOf(due.cue)}, counted from ${secondOf(after.seenMs)}`;
  }

  function send(event: ConductorEvent, second: number): void {
    atS = second;
    const facts = { nowMs: nowMs(), helperReport: () => report };
    take(conduct(conductor, event, facts), conductor.session);
  }

  function ticksTo(second: number): void {
    for (let next = atS + TICK_S; next <= second; next += TICK_S) send({ type: 'ticked' }, next);
  }

  function reported(second: number): HelperReport {
    const ofMs = conductor.storedMs;
    const seenMs = START_MS + second * 1_000;
    return { ofMs, seenMs, steps: [seenMs - ofMs] };
  }

  /** Lets the helper play a cue in the dark, and follow a clock that was set since. */
  function cueAndClockReported(second: number): HelperReport {
    const { ofMs, steps } = reported(second);
    return { ofMs, seenMs: nowMs(), steps: [...steps, [setByS * 1_000]] };
  }

  function clockReported(): HelperReport {
    return { ofMs: conductor.storedMs, seenMs: nowMs(), steps: [[setByS * 1_000]] };
  }

  const [first] = beginSession(planWith(), START_MS, 60, usualStyle);
  conductor = first;

  return {
    ticksTo,
    happen(text: string): void {
      const [word = '', one = '', two = '', three = ''] = text.split(' ');
      if (word === 'ticks') ticksTo(Number(one));
      else if (word === 'lives') report = { ...reported(Number(one)), steps: [] };
      else if (word === 'report' && two === 'clock') report = cueAndClockReported(Number(one));
      else if (word === 'report') report = one === 'clock' ? clockReported() : reported(Number(one));
      else if (word === 'old') report = { ...reported(0), ofMs: conductor.storedMs - 1 };
      else if (word === 'clock') {
        setByS += Number(one);
        if (two === 'told') send({ type: 'clock-jumped' }, Number(three));
      } else send(eventNamed(word), Number(one));
    },
    /** What was done since the previous call. */
    outcome(): Outcome {
      const due = nextDue(conductor.session);
      const next = due === null ? 'none' : `${nameOf(due.cue)} ${secondOf(due.dueMs)}`;
      return { plays: plays.splice(0), stores: stores.splice(0), does: does.splice(0), next };
    },
  };
}

/** The event to which a word of a row refers. */
function eventNamed(word: string): ConductorEvent {
  switch (word) {
    case 'tick':
      return { type: 'ticked' };
    case 'call':
      return { type: 'interrupted', by: 'call' };
    case 'dark':
      return { type: 'interrupted', by: 'dark-screen' };
    case 'screen':
      return { type: 'screen-changed' };
    case 'back':
      return { type: 'interrupt-ended' };
    case 'closed':
      return { type: 'page-closed' };
    case 'more-time':
    case 'not-easing':
    case 'stopped':
      return { type: word };
    default:
      throw new Error(`no such event: ${word}`);
  }
}

/** What changes with each played cue, and with nothing else. */
function progressOf({ slot, phase, beats }: SessionState): string {
  return JSON.stringify([slot, phase.at, beats, phase.at === 'hold' ? phase.cursor : 0]);
}

function played(row: Row): Outcome {
  const page = createPage();
  page.ticksTo(row.until);
  page.outcome();
  for (const text of row.events) page.happen(text);
  return page.outcome();
}

describe.each(Object.entries(table))('%s', (_name, rows) => {
  it.each(rows.map((row) => [row.situation, row] as const))('%s', (_situation, row) => {
    const { plays, stores, does = [], next } = row;
    expect(played(row)).toEqual({ plays, stores, does, next });
  });
});

it('every row is there only once', () => {
  const rows = Object.values(table).flat();
  const texts = rows.map(({ until, events }) => JSON.stringify([until, events]));
  expect(new Set(texts).size).toBe(rows.length);
});
