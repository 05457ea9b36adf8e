/** A finished session in words: each side, then a line for each hold. The words are about guided seconds, never about success or failure. */
import type { HoldRecord, SessionRecord } from '../log/record.ts';
import { localDay } from '../schedule/calendar.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

export interface SummaryView {
  readonly title: Phrase;
  /** How each side went: the side, and one or more phrases about it. */
  readonly sides: readonly (readonly [side: Phrase, words: readonly Phrase[]])[];
  /** A line for each hold, then what else there is to say. */
  readonly lines: readonly Phrase[];
}

/** A cue up to this late is not mentioned, ms: the tick that plays it comes four times a second. */
const WORTH_SAYING_MS = 1_000;

/**
 * @param isRefused whether the wearer has refused the helper; then the last line says where to allow it
 * @param morning the answer of the next morning, where there is one
 */
export function summaryView(record: SessionRecord, isRefused = false, morning?: Phrase): SummaryView {
  const lines = record.holds.map(holdLine);
  if (record.beats > 0) lines.push(phrase('summary.lifts', record.beats));
  if (lines.length === 0) lines.push(phrase('summary.nothing'));
  const late = record.holds.filter((hold) => hold.lateMs > WORTH_SAYING_MS);
  if (late.length > 0) {
    const latestMs = Math.max(...late.map((hold) => hold.lateMs));
    lines.push(phrase('summary.late', late.length, Math.round(latestMs / 1000)));
  }
  if (morning) lines.push(morning);
  if (isRefused) lines.push(phrase('summary.helper'));
  return { title: titleOf(record), sides: sidesOf(record), lines };
}

/** How each side went. Of each slot only the last try counts: a spot that was found in the end needs no word about the tries before. */
function sidesOf({ sides, holds }: SessionRecord): SummaryView['sides'] {
  const told: (readonly [Phrase, readonly Phrase[]])[] = [];
  for (const side of sides) {
    const last: Record<string, HoldRecord> = {};
    for (const hold of holds) if (hold.side === side) last[hold.step + hold.spot] = hold;
    const words = wordsOf(Object.keys(last).map((slot) => last[slot] as HoldRecord));
    if (words.length > 0) told.push([phrase(`summary.side.${side}`), words]);
  }
  return told;
}

function wordsOf(slots: readonly HoldRecord[]): readonly Phrase[] {
  const secondsOf = (outcome: HoldRecord['outcome']): readonly number[] =>
    slots.filter((hold) => hold.outcome === outcome).map(({ seconds }) => seconds);
  const words: Phrase[] = [];
  const done = secondsOf('guided-to-end').length;
  const released = secondsOf('let-go');
  const open = secondsOf('not-easing').length;
  const rest = slots.length - done - released.length - open;
  if (done > 0) words.push(phrase('summary.side.done', done));
  if (released.length > 0) words.push(phrase('summary.side.let-go', released.join(', ')));
  if (open > 0) {
    words.push(open === slots.length ? phrase('summary.side.none') : phrase('summary.side.open', open));
  }
  if (rest > 0) words.push(phrase('summary.side.rest', rest));
  return words;
}

/** Whether a session can still be rated: until the local midnight after its end. What is said later is memory. */
export function canBeRated(record: SessionRecord, nowMs: number, zoneOffsetMin: number): boolean {
  const { startedAtMs, durationS } = record;
  return localDay(nowMs, zoneOffsetMin) === localDay(startedAtMs + durationS * 1_000, record.zoneOffsetMin);
}

function titleOf(record: SessionRecord): Phrase {
  if (record.how === 'done') return phrase('summary.title');
  return phrase(record.how === 'stopped' ? 'summary.title.stopped' : 'summary.title.left');
}

/** A hold in a line: place, side and spot, then how it went. */
function holdLine(hold: HoldRecord): Phrase {
  return phrase(
    hold.outcome === 'guided-to-end' ? 'summary.hold' : `summary.hold.${hold.outcome}`,
    phrase(`summary.place.${hold.step}`),
    phrase(`side.${hold.side}.word`),
    hold.spot,
    hold.seconds,
  );
}
