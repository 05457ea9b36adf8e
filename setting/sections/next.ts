/** When to lie down next: the rest window after the last session in calendar days, and the stage that it follows from. */
import { parsePreferences } from '../../utils/core/preferences/document.ts';
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { dayText, localDay, wearersDay } from '../../utils/core/schedule/calendar.ts';
import { restState, restWindow } from '../../utils/core/schedule/rest-window.ts';
import { advisedStage } from '../../utils/core/schedule/stage-advice.ts';
import { PREFERENCES_KEY } from '../../utils/core/sync/phone-keys.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import { line, quietLine, strongLine } from '../widgets.ts';

export function nextSection(context: PageContext): readonly Child[] {
  const done = context.latest.sessions.filter(({ record }) => record.holds.some((hold) => hold.seconds > 0));
  const last = done[0];
  if (last === undefined) return [line(context, phrase('next.none'))];
  const { startedAtMs, zoneOffsetMin } = last.record;
  const stored = context.texts.read(PREFERENCES_KEY);
  const { stage, routine } = stored
    ? parsePreferences(stored).preferences
    : { stage: last.record.phase, routine: last.record.routine };
  const rule = findRoutine(routine).rest[stage];
  const window = restWindow(rule, stage, { startedAtMs, zoneOffsetMin, morning: last.morning });
  const state = restState(window, wearersDay(context.nowMs, context.zoneOffsetMin));
  const advised = advisedStage(stage, done.reverse());
  return [
    strongLine(context, phrase(`next.${state}`, dayText(window.earliestDay), dayText(window.latestDay))),
    line(context, phrase('next.last', dayText(localDay(startedAtMs, zoneOffsetMin)))),
    quietLine(context, phrase('next.stage', phrase(`stage.${stage}`), rule.earliestDays, rule.latestDays)),
    ...(advised === null ? [] : [line(context, phrase('next.advice', phrase(`stage.${advised}`)))]),
  ];
}
