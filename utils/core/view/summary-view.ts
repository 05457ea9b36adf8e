/** The finished session in words: each side, then one line a hold. Speaks of guided seconds, never of success or failure. */
import type { HoldRecord, SessionRecord } from '../log/record.ts';
import { localDay } from '../schedule/calendar.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

export interface SummaryView {
  readonly title: Phrase;
  /** How each side went: the side, then one or more words about it. */
  readonly sides: readonly (readonly [side: Phrase, words: readonly Phrase[]])[];
  /** One a hold, then what else there is to say. */
  readonly lines: readonly Phrase[];
}

/** Cues up to one second late are as good as on time: the tick that plays them comes four times a second. */
const WORTH_SAYING_MS = 1_000;

/**
 * @param isRefused the wearer has not allowed the helper, where there could be one: where to allow it is said
 * @param morning what was said the next morning
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

/** Each side with its slots' last tries: a spot that was found in the end needs no word about the tries before. */
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

/** What was felt can be said until the local midnight after the session's end: later it is memory, not a rating. */
export function canBeRated(record: SessionRecord, nowMs: number, zoneOffsetMin: number): boolean {
  const { startedAtMs, durationS } = record;
  return localDay(nowMs, zoneOffsetMin) === localDay(startedAtMs + durationS * 1_000, record.zoneOffsetMin);
}

function titleOf(record: SessionRecord): Phrase {
  if (record.how === 'done') return phrase('summary.title');
  return phrase(record.how === 'stopped' ? 'summary.title.stopped' : 'summary.title.left');
}

/** Which place, which side and which spot there, then how it went. */
function holdLine(hold: HoldRecord): Phrase {
  return phrase(
    hold.outcome === 'guided-to-end' ? 'summary.hold' : `summary.hold.${hold.outcome}`,
    phrase(`summary.place.${hold.step}`),
    phrase(`side.${hold.side}.word`),
    hold.spot,
    hold.seconds,
  );
}
