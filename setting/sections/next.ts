/** When to lie down next: the rest window after the last session in calendar days, and the stage that it follows from. */
import { isRestedFrom } from '../../utils/core/log/counted.ts';
import { ownRoutineOf } from '../../utils/core/preferences/own-routines.ts';
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { localDay, wearersDay } from '../../utils/core/schedule/calendar.ts';
import { isPossibleNow } from '../../utils/core/schedule/possible-start.ts';
import { restState, restWindow } from '../../utils/core/schedule/rest-window.ts';
import { type Advice, advisedStage, sessionsAfter } from '../../utils/core/schedule/stage-advice.ts';
import { dayPhrase } from '../../utils/core/text/local-date.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import { latestCounted } from '../../utils/core/trend/counted-sessions.ts';
import { chosenPreferences, chosenToStayS } from '../chosen.ts';
import type { PageContext } from '../page-context.ts';
import { line, quietLine, strongLine } from '../widgets.ts';

export function nextSection(context: PageContext): readonly Child[] {
  const { nowMs, zoneOffsetMin: zoneMin } = context;
  const { stage, routine } = chosenPreferences(context);
  const counted = latestCounted(context.latest.sessions, nowMs, routine);
  const done = counted.filter(({ record }) => isRestedFrom(record));
  const last = done[0];
  if (last === undefined || !isPossibleNow(nowMs)) return [line(context, phrase('next.none'))];
  const { startedAtMs, zoneOffsetMin } = last.record;
  const rule = findRoutine(routine, context.definitions.map(ownRoutineOf)).rest[stage];
  const window = restWindow(rule, stage, { startedAtMs, zoneOffsetMin, morning: last.morning });
  const today = wearersDay(nowMs, zoneMin);
  const state = restState(window, today);
  const shown = (day: number) => dayPhrase(day, today);
  const advised = advisedStage(
    stage,
    sessionsAfter(counted, chosenToStayS(context), nowMs).slice().reverse(),
  );
  return [
    strongLine(context, phrase(`next.${state}`, shown(window.earliestDay), shown(window.latestDay))),
    line(context, phrase('next.last', shown(localDay(startedAtMs, zoneOffsetMin)))),
    quietLine(context, phrase('next.stage', phrase(`stage.${stage}`), rule.earliestDays, rule.latestDays)),
    ...(advised === null ? [] : [adviceLine(context, advised)]),
  ];
}

function adviceLine(context: PageContext, advised: Advice): Child {
  const isPause = advised === 'pause';
  return line(context, isPause ? phrase('next.pause') : phrase('next.advice', phrase(`stage.${advised}`)));
}
