/** The finished session in words, one line a hold. Speaks of guided seconds, never of success or failure. */
import type { HoldRecord, SessionRecord } from '../log/record.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

/** A line whose first gap is a side: the page fills it with the side's word. */
export interface SummaryLine {
  readonly side: Phrase | null;
  readonly text: Phrase;
}

export interface SummaryView {
  readonly title: Phrase;
  readonly lines: readonly SummaryLine[];
}

/** Cues up to one second late are as good as on time: the tick that plays them comes four times a second. */
const WORTH_SAYING_MS = 1_000;

export function summaryView(record: SessionRecord): SummaryView {
  const lines = record.holds.map(holdLine);
  if (record.beats > 0) lines.push(plain(phrase('summary.lifts', record.beats)));
  if (lines.length === 0) lines.push(plain(phrase('summary.nothing')));
  const latestMs = record.holds.reduce((late, hold) => Math.max(late, hold.lateMs), 0);
  if (latestMs > WORTH_SAYING_MS) lines.push(plain(phrase('summary.late', Math.round(latestMs / 1000))));
  return { title: titleOf(record), lines };
}

function titleOf(record: SessionRecord): Phrase {
  if (record.how === 'done') return phrase('summary.title');
  return phrase(record.how === 'stopped' ? 'summary.title.stopped' : 'summary.title.left');
}

function holdLine(hold: HoldRecord): SummaryLine {
  const side = phrase(`side.${hold.side}.word`);
  if (hold.outcome === 'guided-to-end') {
    return { side, text: phrase('summary.hold', '', hold.spot, hold.seconds) };
  }
  return { side, text: phrase(`summary.hold.${hold.outcome}`, '', hold.spot, hold.seconds) };
}

function plain(text: Phrase): SummaryLine {
  return { side: null, text };
}
