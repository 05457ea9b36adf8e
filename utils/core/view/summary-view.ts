/** The finished session in words, one line a hold. Speaks of guided seconds, never of success or failure. */
import type { HoldRecord, SessionRecord } from '../log/record.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

export interface SummaryView {
  readonly title: Phrase;
  readonly lines: readonly Phrase[];
}

/** Cues up to one second late are as good as on time: the tick that plays them comes four times a second. */
const WORTH_SAYING_MS = 1_000;

/** @param isRefused the wearer has not allowed the standby, where there could be one: where to allow it is said */
export function summaryView(record: SessionRecord, isRefused = false): SummaryView {
  const lines = record.holds.map(holdLine);
  if (record.beats > 0) lines.push(phrase('summary.lifts', record.beats));
  if (lines.length === 0) lines.push(phrase('summary.nothing'));
  const late = record.holds.filter((hold) => hold.lateMs > WORTH_SAYING_MS);
  if (late.length > 0) {
    const latestMs = Math.max(...late.map((hold) => hold.lateMs));
    lines.push(phrase('summary.late', late.length, Math.round(latestMs / 1000)));
  }
  if (isRefused) lines.push(phrase('summary.standby'));
  return { title: titleOf(record), lines };
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
