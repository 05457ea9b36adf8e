/** The preferences as large rows: a tap goes on to the next value. What was changed is merged on the way home. */
import { getTimeFormat, TIME_FORMAT_12 } from '@zos/settings';
import { prop } from '@zos/ui';
import { preferenceControls } from '../../utils/core/preferences/preference-rows.ts';
import type { Preferences } from '../../utils/core/preferences/preference-table.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { controlsFor, helperPhrase, nextStep, optionPhrase } from '../../utils/core/view/options-view.ts';
import { changePreferences, loadPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { canHaveHelper, isHelperGranted } from '../../utils/zos/helper.ts';
import { open } from '../../utils/zos/routes.ts';
import { hasBuzzer } from '../../utils/zos/screen-size.ts';
import { translate } from '../../utils/zos/translate.ts';
import { TEXT } from '../widgets/colours.ts';
import { definePage } from '../widgets/define-page.ts';
import { buttonPart, openScreen, textPart } from '../widgets/parts.ts';
import { rowsLayout } from '../widgets/rows-layout.ts';

function draw(): void {
  const screen = openScreen();
  const { store, report } = appContext();
  const preferences = loadPreferences(store, report);
  let values: Preferences = preferences;
  const hasHelper = canHaveHelper();
  const controls = controlsFor(preferenceControls, hasBuzzer());
  const layout = rowsLayout(screen, controls.length + (hasHelper ? 2 : 1));
  const isTwelveHour = getTimeFormat() === TIME_FORMAT_12;
  textPart(layout.title, TEXT, phrase('options.title'));
  layout.rows.forEach((line, at) => {
    const row = controls[at];
    if (row === undefined && hasHelper && at === controls.length) {
      const state = helperPhrase(preferences.helper === 'allowed', isHelperGranted());
      buttonPart(line, 'plain', state, () => open({ page: 'question', asks: 'helper' }));
      return;
    }
    if (row === undefined) {
      buttonPart(line, 'plain', phrase('options.done'), () => open({ page: 'apply-preferences' }));
      return;
    }
    const text = (): string => translate(optionPhrase(values, row, isTwelveHour));
    const button = buttonPart(line, 'plain', text(), () => {
      const change = nextStep(values, row);
      values = { ...values, ...change };
      changePreferences(store, change);
      button.setProperty(prop.MORE, { ...line[0], text: text() });
    });
  });
}

definePage('options', {}, draw);
