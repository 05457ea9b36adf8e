/** When to lie down next: the rest window after the last session, in calendar days, and the phase it comes from. */
import { dayText, localDay } from '../../utils/core/base/calendar.ts';
import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import { say } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../context.ts';
import { linePart, quietPart, strongPart } from '../parts.ts';

export function nextSection(context: PageContext): readonly Child[] {
  const last = context.latest.sessions.find(({ record }) => record.holds.some((hold) => hold.seconds > 0));
  if (last === undefined) return [linePart(context, say('next.none'))];
  const { startedAtMs, zoneOffsetMin, phase } = last.record;
  const { earliestDays, latestDays } = defaultRoutine.rest[phase];
  const lastDay = localDay(startedAtMs, zoneOffsetMin);
  const today = localDay(context.nowMs, zoneOffsetMin);
  const earliest = lastDay + earliestDays;
  const latest = lastDay + latestDays;
  const state = today < earliest ? 'soon' : today <= latest ? 'ready' : 'late';
  return [
    strongPart(context, say(`next.${state}`, dayText(earliest), dayText(latest))),
    linePart(context, say('next.last', dayText(lastDay))),
    quietPart(context, say('next.phase', say(`phase.${phase}`), earliestDays, latestDays)),
  ];
}
