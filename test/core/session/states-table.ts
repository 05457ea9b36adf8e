/** Reads the rows of the table in docs/session-states.md, and plays one. The document holds the expected values. */
import { lingers, type SessionState } from '../../../utils/core/session/state.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { nameOf, type PageEvent, startWalk, type Walk, walkFrom } from './walk.ts';

export interface Row {
  /** The situation before the event, by its name in `situations`. */
  readonly situation: string;
  /** Seconds since the situation's phase began. */
  readonly atS: string;
  readonly event: string;
  readonly felt: string;
  readonly logged: string;
  readonly next: string;
  readonly leftS: string;
}

/** Rows of every table in `markdown` whose head begins with "In". */
export function rowsOf(markdown: string): readonly Row[] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  return lines
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
    .filter((cells) => cells.length === 7 && cells[0] !== 'In' && !/^:?-+/.test(cells[0] ?? ''))
    .map(([situation = '', atS = '', event = '', felt = '', logged = '', next = '', leftS = '']) => ({
      situation,
      atS,
      event,
      felt,
      logged,
      next,
      leftS,
    }));
}

interface Situation {
  readonly walk: Walk;
  /** The instant at which its phase began. */
  readonly sinceMs: number;
}

const SECOND_MS = 1_000;

/** A session to plan as it is `atS` seconds after Start, and the instant from which the situation counts. */
function toPlan(atS: number, sinceS: number, over: Parameters<typeof planWith>[0] = {}): Situation {
  const walk = startWalk(planWith(over));
  walk.tick(START_MS, START_MS + atS * SECOND_MS, SECOND_MS);
  return { walk, sinceMs: START_MS + sinceS * SECOND_MS };
}

function after(situation: Situation, type: PageEvent['type'], atS: number): Situation {
  const { walk, sinceMs } = situation;
  const atMs = sinceMs + atS * SECOND_MS;
  walk.tick(walk.state().seenMs, atMs, SECOND_MS);
  walk.send(type === 'paused' ? { type, why: 'wearer', atMs } : { type, atMs });
  return { walk, sinceMs: atMs };
}

function lastTry(): Situation {
  const again = after(toPlan(30, 30), 'not-easing', 5);
  again.walk.tick(again.sinceMs, again.sinceMs + 30 * SECOND_MS, SECOND_MS);
  return { walk: again.walk, sinceMs: again.sinceMs + 30 * SECOND_MS };
}

function asked(): Situation {
  const walk = walkFrom(toPlan(60, 30).walk.stored());
  const sinceMs = START_MS + 130 * SECOND_MS;
  walk.happen('woke', sinceMs);
  return { walk, sinceMs };
}

/** How each situation arises; docs/session-states.md says it in words. */
export const situations: Readonly<Record<string, () => Situation>> = {
  position: () => toPlan(0, 0),
  hold: () => toPlan(30, 30),
  'hook hold': () => toPlan(45, 45, { kit: 'hook' }),
  'last try': lastTry,
  linger: () => toPlan(90, 30),
  'last linger': () => toPlan(195, 135, { sides: ['left'], band: false }),
  touched: () => after(toPlan(30, 30), 'skipped', 40),
  standing: () => toPlan(410, 410),
  march: () => toPlan(470, 470),
  paused: () => after(toPlan(30, 30), 'paused', 40),
  asked,
  ended: () => after(toPlan(0, 0), 'stopped', 10),
};

/** The events of the table, with the fields that distinguish them. */
const EVENT =
  /^(ticked|ready|more-time|not-easing|stay|let-go|paused|resumed|skipped|stopped|undone|woke|clock-jumped)(?:, (?:away (\d+) s|clock (back|on) (\d+) s|(call)))?$/;

/** What the engine does with the row's situation and event, in the words of the row. */
export function played(row: Row): Row {
  const situation = situations[row.situation];
  const parts = EVENT.exec(row.event);
  if (situation === undefined || parts === null) throw new Error(`no such row: ${JSON.stringify(row)}`);
  const [, type = '', awayS = '0', way, byS = '0', call] = parts;
  const { walk, sinceMs } = situation();
  const atMs = sinceMs + Number(row.atS) * SECOND_MS;
  // The event replaces the tick of its second. A page dies after that tick.
  walk.tick(walk.state().seenMs, type === 'woke' ? atMs : atMs - 1, SECOND_MS);
  const live = type === 'woke' ? walkFrom(walk.stored()) : walk;
  const eventMs = atMs + Number(awayS) * SECOND_MS + (way === 'back' ? -1 : 1) * Number(byS) * SECOND_MS;
  return { ...row, ...taken(live, type as PageEvent['type'], eventMs, call ? 'call' : 'wearer') };
}

function taken(
  walk: Walk,
  type: PageEvent['type'],
  atMs: number,
  why: 'call' | 'wearer',
): Omit<Row, 'situation' | 'atS' | 'event'> {
  const before = walk.state();
  const effects = walk.send(type === 'paused' ? { type, why, atMs } : { type, atMs });
  const state = walk.state();
  const felt = effects.flatMap((effect) => {
    if (effect.type === 'confirm') return ['touch'];
    return effect.type === 'play' ? [nameOf(effect.cue)] : [];
  });
  return {
    felt: felt.join(', ') || '–',
    logged: loggedBetween(before, state),
    next: state === before ? 'same' : placeOf(state),
    leftS:
      state === before || state.phase.at === 'ended' ? '–' : `${(state.phase.untilMs - atMs) / SECOND_MS}`,
  };
}

function loggedBetween(before: SessionState, state: SessionState): string {
  if (state.tries.length < before.tries.length) return 'taken back';
  const added = state.tries.slice(before.tries.length);
  return added.map((tried) => `${tried.outcome} ${tried.seconds} s`).join(', ') || '–';
}

/** Phase and number of the slot, e.g. `hold 1`; how it ended for an ended session. */
function placeOf(state: SessionState): string {
  const phase = state.phase;
  if (phase.at === 'ended') return `ended, ${phase.how}`;
  return `${lingers(state) ? 'linger' : phase.at} ${state.slot + 1}`;
}
