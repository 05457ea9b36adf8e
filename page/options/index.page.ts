/** The preferences as cards in groups. A tap switches to the next value. Changes are merged on the way back. */

import { offerOwn } from '../../utils/core/preferences/offer-own.ts';
import { type PreferenceControl, preferenceControls } from '../../utils/core/preferences/preference-rows.ts';
import {
  OPTION_GROUPS,
  type PreferenceName,
  type Preferences,
} from '../../utils/core/preferences/preference-table.ts';
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import {
  controlsFor,
  helperRow,
  nextStep,
  type OptionRow,
  optionRow,
} from '../../utils/core/view/options-view.ts';
import { loadOwnRoutines } from '../../utils/run/own-routines.ts';
import { changePreferences, loadPreferences, newestPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { canHaveHelper, isHelperGranted } from '../../utils/zos/helper.ts';
import { open, type Route } from '../../utils/zos/routes.ts';
import { hasBuzzer } from '../../utils/zos/screen-size.ts';
import { isTwelveHourWatch } from '../../utils/zos/time-format.ts';
import { cardPart } from '../widgets/card.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { definePage, type OpenOnTop } from '../widgets/define-page.ts';
import { buttonPart, openScreen, textPart } from '../widgets/parts.ts';
import { type ListLayout, listLayout } from '../widgets/rows-layout.ts';

/** The helper plays cues: its row is the last of their group. */
const HELPER_BEFORE: PreferenceName = 'reminder';

/** Draws a row with what it means under it. @returns what draws it again */
function drawRow(layout: ListLayout, row: OptionRow, onTap: () => void): (row: OptionRow) => void {
  const [, value] = cardPart(layout.card('lower'), [row.label, row.value], onTap);
  const means = textPart(layout.remarkBelow(), QUIET, row.means);
  return (next) => {
    value.set(next.value);
    means.set(next.means);
  };
}

function drawHelper(layout: ListLayout, openOnTop: OpenOnTop): void {
  const { store, report } = appContext();
  const isAllowed = loadPreferences(store, report).helper === 'allowed';
  drawRow(layout, helperRow(isAllowed, isHelperGranted()), () =>
    openOnTop({ page: 'question', asks: 'helper', isOnTop: true }),
  );
}

function draw(_route: Route, openOnTop: OpenOnTop): void {
  const { store, report } = appContext();
  const layout = listLayout(openScreen());
  const isTwelveHour = isTwelveHourWatch();
  let values: Preferences = newestPreferences(store, report);
  const own = loadOwnRoutines(store);
  const rowOf = (control: PreferenceControl): OptionRow => optionRow(values, control, context());
  const context = () => ({ isTwelveHour, routine: findRoutine(values.routine, own) });
  textPart(layout.title, TEXT, phrase('options.title'));
  const redraws: (() => void)[] = [];
  for (const control of controlsFor(offerOwn(preferenceControls, own), hasBuzzer())) {
    if (control.name === HELPER_BEFORE && canHaveHelper()) drawHelper(layout, openOnTop);
    const heading = OPTION_GROUPS[control.name];
    if (heading !== undefined) textPart(layout.heading(), TEXT, phrase(heading));
    const redraw = drawRow(layout, rowOf(control), () => {
      const change = nextStep(values, control, context());
      values = { ...values, ...change };
      changePreferences(store, change);
      // A different routine or stage has different default numbers.
      for (const each of redraws) each();
    });
    redraws.push(() => redraw(rowOf(control)));
  }
  buttonPart(layout.button(), 'plain', phrase('options.done'), () =>
    open({ page: 'apply-preferences', isOnTop: true }),
  );
}

definePage('options', {}, draw);
