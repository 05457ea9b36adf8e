/** How much a new wearer has to read on the way to the first session: under a minute. */
import { expect, it } from 'vitest';
import { type WatchKey, watchEn } from '../../../utils/core/text/watch-en.ts';

/** Silent reading of English: 238 words a minute on average (Brysbaert 2019, SessionLog of Memory and Language 109). */
const WORDS_A_MINUTE = 238;

const keysOf = (start: string): readonly WatchKey[] =>
  (Object.keys(watchEn) as WatchKey[]).filter((key) => key.startsWith(start));

/** Every word on the pages of the first run: safety, hip, kit, band, the spot, the feel test, the card, the helper. */
const PAGES: readonly WatchKey[] = [
  ...keysOf('safety.'),
  ...keysOf('setup.'),
  'help.find',
  'help.find.body',
  'help.next',
  'feel.title',
  'feel.intro',
  'feel.start',
  'feel.later',
  'card.title',
  'card.body',
  'card.go',
  ...keysOf('helper.'),
];

const wordsOf = (keys: readonly WatchKey[]): number =>
  keys.reduce((sum, key) => sum + watchEn[key].split(/\s+/).length, 0);

it('the first run is read in under a minute', () => {
  expect(wordsOf(PAGES)).toBeGreaterThan(150);
  expect(wordsOf(PAGES)).toBeLessThan(WORDS_A_MINUTE);
});

it('setting up the hook takes less than ten seconds more', () => {
  const more = wordsOf(['help.hook', 'help.hook.body', 'card.body.hook']) - wordsOf(['card.body']);
  expect(more).toBeLessThan(WORDS_A_MINUTE / 6);
});
