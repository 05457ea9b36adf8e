/** The probe's phone page: two questions for the eye, and the outcome as one JSON to select and copy. Writes nothing in `build`. */
import { parseProgress, resultOf } from '../core/progress.ts';

const LONG_CHARACTERS = 20_000;
const LAST_WORD = 'the last word is LEMON';
const GREEN_CIRCLE =
  'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI2MCIgaGVpZ2h0PSI2MCI+PGNpcmNsZSBjeD0iMzAiIGN5PSIzMCIgcj0iMjgiIGZpbGw9ImdyZWVuIi8+PC9zdmc+';

AppSettingsPage({
  build({ settingsStorage }) {
    const press = (label: string, key: string, value: string): unknown =>
      Button({ label, onClick: () => settingsStorage.setItem(key, value) });
    return View({ style: { padding: '16px' } }, [
      Text({ paragraph: true }, 'Iliacus probe'),
      press('Wake', 'wake', 'again'),
      Text({ paragraph: true }, '1. Is there a green circle here?'),
      Image({ src: GREEN_CIRCLE, alt: '', width: 60, height: 60 }),
      press('I see a green circle', 'seen.P12a', 'yes'),
      press('I see none', 'seen.P12a', 'no'),
      Text({ paragraph: true }, '2. Go to the end of this text. What is its last word?'),
      TextInput({ label: 'Long text', value: longText(), multiline: true, rows: 4 }),
      press('LEMON', 'seen.P12b', 'yes'),
      press('Another, or I cannot get there', 'seen.P12b', 'no'),
      Text({ paragraph: true }, 'The outcome. Select all and copy it.'),
      TextInput({ label: 'Outcome', value: outcome(settingsStorage), multiline: true, rows: 8 }),
    ]);
  },
});

function longText(): string {
  const line = 'This is filler. ';
  const end = LONG_CHARACTERS - LAST_WORD.length;
  return line.repeat(Math.ceil(end / line.length)).slice(0, end) + LAST_WORD;
}

function outcome(store: SettingsStorage): string {
  let text = '';
  for (let part = 0; part < Number(store.getItem('parts') ?? 0); part++)
    text += store.getItem(`part.${part}`) ?? '';
  const progress = parseProgress(text);
  if (progress === null) return 'Nothing has arrived from the watch yet.';
  return JSON.stringify(resultOf(progress, (atMs) => new Date(atMs).toISOString()));
}
