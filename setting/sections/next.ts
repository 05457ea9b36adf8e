/** When to lie down next: the rest window after the last session, in calendar days, and the phase it comes from. */
import { parsePreferences } from '../../utils/core/preferences/document.ts';
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { localDay } from '../../utils/core/schedule/calendar.ts';
import { dayText } from '../../utils/core/schedule/date-text.ts';
import { restState, restWindow } from '../../utils/core/schedule/rest-window.ts';
import { advisedStage, type RatedSession } from '../../utils/core/schedule/stage-advice.ts';
import { PREFERENCES_KEY } from '../../utils/core/sync/phone-keys.ts';
import { say } from '../../utils/core/text/phone-phrase.ts';
import type { KeptSession } from '../../utils/core/trend/stored-session.ts';
import type { PageContext } from '../page-context.ts';
import { linePart, quietPart, strongPart } from '../widgets.ts';

export function nextSection(context: PageContext): readonly Child[] {
  const done = context.latest.sessions.filter(({ record }) => record.holds.some((hold) => hold.seconds > 0));
  const last = done[0];
  if (last === undefined) return [linePart(context, say('next.none'))];
  const { startedAtMs, zoneOffsetMin } = last.record;
  const stored = context.texts.read(PREFERENCES_KEY);
  const { phase, routine } = stored ? parsePreferences(stored).preferences : last.record;
  const rule = findRoutine(routine).rest[phase];
  const window = restWindow(rule, phase, { startedAtMs, zoneOffsetMin, morning: last.morning });
  const state = restState(window, localDay(context.nowMs, zoneOffsetMin));
  const advised = advisedStage(phase, done.map(rated).reverse());
  return [
    strongPart(context, say(`next.${state}`, dayText(window.earliestDay), dayText(window.latestDay))),
    linePart(context, say('next.last', dayText(localDay(startedAtMs, zoneOffsetMin)))),
    quietPart(context, say('next.phase', say(`phase.${phase}`), rule.earliestDays, rule.latestDays)),
    ...(advised === null ? [] : [linePart(context, say('next.advice', say(`phase.${advised}`)))]),
  ];
}

function rated({ record, painBefore, painAfter, contact, morning }: KeptSession): RatedSession {
  return { phase: record.phase, painBefore, painAfter, contact, morning };
}
