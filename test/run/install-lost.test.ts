/** The number that names an install is lost in some way: no session reaches the phone twice, and none is lost silently. */
import { describe, expect, it } from 'vitest';
import { INSTALL_ID, LOG_BOUNDS } from '../../utils/core/stored-names.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createPhoneAndWatch, onPhone, type PhoneAndWatch } from '../support/phone-and-watch.ts';

const bodies = ({ texts }: PhoneAndWatch): readonly string[] =>
  onPhone(texts).map(({ body }) => String.fromCharCode(...body));

const copies = (name: string): readonly string[] => ['a', 'b', 'c'].map((copy) => `${name}-${copy}`);
const INSTALL = copies(INSTALL_ID);
const BOTH = [...INSTALL, ...copies(LOG_BOUNDS)];

type Spoil = (contents: Map<string, Uint8Array>, name: string) => void;
const WAYS: Readonly<Record<string, Spoil>> = {
  gone: (contents, name) => contents.delete(name),
  emptied: (contents, name) => contents.has(name) && contents.set(name, new Uint8Array(0)),
  spoilt: (contents, name) => {
    const bytes = contents.get(name);
    if (bytes !== undefined)
      contents.set(
        name,
        bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)),
      );
  },
};

describe.each(Object.entries(WAYS))('files that are %s', (_, spoil) => {
  it.each([
    ['the install number', INSTALL],
    ['the install number and the bounds of the log', BOTH],
  ])('%s: the phone has the synced sessions once, and the later ones too', (_what, names) => {
    for (const between of [0, 1]) {
      const clock = createManualClock();
      const pair = createPhoneAndWatch(clock);
      for (let at = 0; at < 3; at++) pair.finishSession();
      clock.advance(60_000);
      // A session that the phone has not heard of yet.
      if (between === 1) pair.appendSession();
      const unsent = between;
      for (const name of names) spoil(pair.contents, name);
      pair.restartWatch();
      clock.advance(60_000);
      pair.finishSession();
      clock.advance(60_000);
      expect(pair.sync.status()).toBe('saved');
      const texts = bodies(pair);
      expect(new Set(texts).size).toBe(texts.length);
      const isTold = pair.lines.some((line) => line.indexOf('older sessions are not sent again') >= 0);
      expect(isTold || texts.length === 4 + unsent).toBe(true);
      expect(texts).toContain(`{"n":${4 + unsent}}`);
    }
  });
});
