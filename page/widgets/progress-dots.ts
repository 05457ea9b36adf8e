/** A dot for each step of the first run: those that are done, the one in hand, and those to come. */
import { widget } from '@zos/ui';
import { type FirstRunStep, firstRunProgress } from '../../utils/core/view/first-run.ts';
import { newestPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { readScreen } from '../../utils/zos/screen-size.ts';
import { dotColour } from './colours.ts';
import { makeWidget } from './parts.ts';
import { progressDot } from './progress-layout.ts';

export function drawProgress(step: FirstRunStep): void {
  const { report, store } = appContext();
  const { at, count } = firstRunProgress(step, newestPreferences(store, report).kit);
  const screen = readScreen();
  for (let dot = 0; dot < count; dot++)
    makeWidget(widget.CIRCLE, { ...progressDot(screen, dot, count), color: dotColour(dot, at) });
}
