/** The wearer's choices as large rows: a tap goes on to the next value. What was changed is taken in on the way home. */
import { replace } from '@zos/router';
import { getTimeFormat, TIME_FORMAT_12 } from '@zos/settings';
import { prop } from '@zos/ui';
import { phrase } from '../../utils/core/text/phrase.ts';
import { nextChoice, optionNames, shownChoice } from '../../utils/core/view/options-view.ts';
import { changePreferences } from '../../utils/run/config-inbox.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { house } from '../../utils/zos/house.ts';
import { buttonPart } from '../parts/button.ts';
import { rowsLayout } from '../parts/rows-layout.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { TEXT } from '../parts/tones.ts';

function open(): void {
  const screen = openScreen();
  const { store, report } = house();
  const { choices, routine, strength, wrist, reminder, morningQuestion } = loadPreferences(store, report);
  let values = { ...choices, routine, strength, wrist, reminder, morningQuestion };
  const layout = rowsLayout(screen, optionNames.length + 1);
  const isTwelve = getTimeFormat() === TIME_FORMAT_12;
  textPart(layout.title, TEXT, say(phrase('options.title')));
  layout.rows.forEach((line, at) => {
    const name = optionNames[at];
    if (name === undefined) {
      buttonPart(line, 'go', say(phrase('options.done')), () => replace({ url: 'page/adopt/index.page' }));
      return;
    }
    const text = (): string => say(phrase(`options.${name}`, shownChoice(values, name, isTwelve)));
    const button = buttonPart(line, 'plain', text(), () => {
      const change = nextChoice(values, name);
      values = { ...values, ...change };
      changePreferences(store, change);
      button.setProperty(prop.MORE, { ...line[0], text: text() });
    });
  });
}

Page({
  build() {
    guard('page/options build', house().report, open);
  },
});
