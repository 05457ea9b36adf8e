/** A finished session in words: each side, then a line for each hold. The words are about guided seconds, never about success or failure. */
import { isComplete, isGuided } from '../log/counted.ts';
import { minutesOf } from '../log/guided-time.ts';
import type { HoldRecord, SessionRecord } from '../log/record.ts';
import { isOwnId } from '../routine/own-id.ts';
import { wearersDay } from '../schedule/calendar.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

export interface SummaryView {
  readonly title: Phrase;
  /** The session in plain counts: each side, what was left out, the march. */
  readonly counts: readonly Phrase[];
  /** A line for each hold, then further remarks. */
  readonly lines: readonly Phrase[];
}

/** A cue up to this late is not mentioned, ms: the tick that plays it comes four times a second. */
const WORTH_SAYING_MS = 1_000;

export interface SummaryContext {
  /** The wearer has refused the helper. The last line then says where to allow it. */
  readonly isHelperRefused?: boolean;
  /** The answer of the next morning. */
  readonly morning?: Phrase;
  /** Lifts that were planned; 0 if that is not known. */
  readonly lifts?: number;
}

export function summaryView(
  record: SessionRecord,
  { isHelperRefused = false, morning, lifts = 0 }: SummaryContext = {},
): SummaryView {
  const title = summaryTitle(record);
  if (!isGuided(record)) return { title, counts: [phrase('summary.nothing')], lines: [] };
  const isOwn = isOwnId(record.routine);
  const lines = record.holds.map((hold, at) => holdLine(hold, tryNumber(record.holds, at), isOwn));
  if (record.interruptions > 0) lines.push(phrase('summary.time', ...minutesOf(record)));
  const late = record.holds.filter((hold) => hold.lateMs > WORTH_SAYING_MS);
  if (late.length > 0) {
    const latestMs = Math.max(...late.map((hold) => hold.lateMs));
    lines.push(phrase('summary.late', late.length, Math.round(latestMs / 1000)));
  }
  if (morning) lines.push(morning);
  if (isHelperRefused) lines.push(phrase('summary.helper'));
  return { title, counts: countsOf(record, lifts), lines };
}

/**
 * The spots of a side that were held to the minimum or let go by choice, and those that were planned.
 * @param at the side's place among those of the session
 */
export function spotsOf(record: SessionRecord, at: number): readonly [done: number, planned: number] {
  const { sides, planned } = record;
  return [
    lastTries(record).filter((hold) => hold.side === sides[at] && isComplete(hold)).length,
    planned.reduce((sum, step) => sum + (step.spots[at === 0 ? 0 : 1] || 0), 0),
  ];
}

/** Only the last try of each slot counts. If a spot was found in the end, the earlier tries are not mentioned. */
function lastTries({ holds }: SessionRecord): readonly HoldRecord[] {
  const last: Record<string, HoldRecord> = {};
  for (const hold of holds) last[slotName(hold)] = hold;
  return Object.keys(last).map((slot) => last[slot] as HoldRecord);
}

function countsOf(record: SessionRecord, lifts: number): readonly Phrase[] {
  const { sides, beats } = record;
  const counts: Phrase[] = [];
  sides.forEach((side, at) => {
    const [done, spots] = spotsOf(record, at);
    const key = spots === 1 ? 'summary.count.one' : 'summary.count';
    if (spots > 0) counts.push(phrase(key, phrase(`summary.side.${side}`), done, spots));
  });
  const left = lastTries(record).filter(({ outcome }) => outcome === 'not-easing').length;
  if (left > 0) counts.push(phrase('summary.movedOn', left));
  if (beats > 0) {
    counts.push(lifts > 0 ? phrase('summary.marchOf', beats, lifts) : phrase('summary.march', beats));
  }
  return counts;
}

/** The number of a try among those of its slot; 0 if it is the only one. */
function tryNumber(holds: readonly HoldRecord[], at: number): number {
  const slot = slotName(holds[at] as HoldRecord);
  const isSameSlot = (one: HoldRecord): boolean => slotName(one) === slot;
  if (holds.filter(isSameSlot).length < 2) return 0;
  return holds.slice(0, at + 1).filter(isSameSlot).length;
}

function slotName({ side, step, spot }: HoldRecord): string {
  return `${side} ${step} ${spot}`;
}

/** Daylight saving moves clocks by an hour at most. A larger change of the zone means a journey. */
const JOURNEY_MIN = 60;

/**
 * Whether a session can still be rated: until the end of the wearer's day on which it ended, because later answers would be
 * from memory. After a journey that day may end by either clock.
 */
export function canBeRated(record: SessionRecord, nowMs: number, zoneOffsetMin: number): boolean {
  const { startedAtMs, durationS } = record;
  const day = wearersDay(startedAtMs + durationS * 1_000, record.zoneOffsetMin);
  if (wearersDay(nowMs, zoneOffsetMin) === day) return true;
  const hasTravelled = Math.abs(zoneOffsetMin - record.zoneOffsetMin) > JOURNEY_MIN;
  return hasTravelled && wearersDay(nowMs, record.zoneOffsetMin) === day;
}

export function summaryTitle(record: SessionRecord): Phrase {
  if (record.how === 'done') return phrase('summary.title');
  return phrase(record.how === 'stopped' ? 'summary.title.stopped' : 'summary.title.left');
}

/** A hold in one line: place, side and spot, its try if there were several, then how it went. */
function holdLine(hold: HoldRecord, tried: number, isOwn: boolean): Phrase {
  const spot = phrase(
    'summary.spot',
    isOwn ? hold.step : phrase(`summary.place.${hold.step}`),
    phrase(`side.${hold.side}.word`),
    hold.spot,
  );
  return phrase(
    hold.outcome === 'guided-to-end' ? 'summary.hold' : `summary.hold.${hold.outcome}`,
    tried > 0 ? phrase('summary.try', spot, tried) : spot,
    hold.seconds,
  );
}
