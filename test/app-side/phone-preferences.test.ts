import { describe, expect, it } from 'vitest';
import { createPhonePreferences } from '../../app-side/phone-preferences.ts';
import { asciiBytes, u32Bytes } from '../../utils/core/base/bytes.ts';
import type { Writer } from '../../utils/core/preferences/document.ts';
import {
  emptyDocument,
  formatPreferences,
  parsePreferences,
  setPreference,
} from '../../utils/core/preferences/document.ts';
import { withRoutineCodes } from '../../utils/core/preferences/own-routines.ts';
import { encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { type Envelope, HELLO, PREFERENCES } from '../../utils/core/sync/message.ts';
import {
  checkedJsonText,
  checkedText,
  PREFERENCES_KEY,
  SENT_PREFERENCES_KEY,
  WATCH_PREFERENCES_KEY,
} from '../../utils/core/sync/phone-keys.ts';
import { hipDefinition } from '../support/definitions.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';

const WATCH = 0xbeef;

function withKit(kit: 'ball' | 'hook', writer: Writer): string {
  const set = setPreference(emptyDocument, 'kit', kit, writer);
  if (!set.ok) throw new Error(set.failure.what);
  return formatPreferences(set.value);
}

const hook = withKit('hook', 'phone');
const hello: Envelope = { kind: HELLO, id: 1, install: WATCH, body: u32Bytes(1, 0) };
const says = (text: string): Envelope => ({
  kind: PREFERENCES,
  id: 2,
  install: WATCH,
  body: asciiBytes(text),
});

describe('the preferences on the phone', () => {
  it('of a new phone are an empty text, and a greeting from the watch stores nothing', () => {
    const texts = createMemoryTexts();
    const preferences = createPhonePreferences(texts);
    preferences.heard(hello);
    expect([preferences.text(), texts.toObject()]).toEqual(['', {}]);
    texts.setItem(SENT_PREFERENCES_KEY, '');
    preferences.heard(hello);
    expect(texts.getItem(WATCH_PREFERENCES_KEY)).toBeNull();
  });

  it('take in those of the page and of the watch, field by field', () => {
    const texts = createMemoryTexts();
    const preferences = createPhonePreferences(texts);
    expect(preferences.merge(hook)).toBe(hook);
    const band = setPreference(emptyDocument, 'band', false, 'watch');
    if (!band.ok) throw new Error(band.failure.what);
    const merged = preferences.merge(formatPreferences(band.value)) ?? '';
    expect(parsePreferences(merged).preferences).toMatchObject({ kit: 'hook', band: false });
    expect(preferences.text()).toBe(merged);
  });

  it('do not count as being on the watch until its next message shows that it has the answer', () => {
    const texts = createMemoryTexts();
    const preferences = createPhonePreferences(texts);
    preferences.merge(hook);
    const onWatch = (): unknown =>
      parsePreferences(checkedJsonText(texts.getItem(WATCH_PREFERENCES_KEY))).preferences.kit;
    preferences.heard(hello);
    expect(texts.getItem(WATCH_PREFERENCES_KEY)).toBeNull();
    preferences.heard(says(formatPreferences(emptyDocument)));
    expect(onWatch()).toBe('ball');
    preferences.heard(hello);
    expect(onWatch()).toBe('hook');
  });

  it('no longer count as being on the watch if it shows that the answer was lost', () => {
    const texts = createMemoryTexts();
    const preferences = createPhonePreferences(texts);
    preferences.merge(hook);
    preferences.heard(says(formatPreferences(emptyDocument)));
    preferences.heard(says(formatPreferences(emptyDocument)));
    expect(parsePreferences(checkedJsonText(texts.getItem(WATCH_PREFERENCES_KEY))).preferences.kit).toBe(
      'ball',
    );
  });

  it('that are stored already are not written again, since each write wakes the service, and are not reported', () => {
    const texts = createMemoryTexts();
    const lines: string[] = [];
    const preferences = createPhonePreferences(texts, (line) => lines.push(line));
    preferences.merge(hook);
    const { setItem } = texts;
    let writes = 0;
    texts.setItem = (key, value) => {
      writes++;
      setItem(key, value);
    };
    preferences.merge(hook);
    preferences.heard(hello);
    expect([writes, lines]).toEqual([0, []]);
  });

  it('that the storage does not keep are not confirmed', () => {
    const texts = createMemoryTexts();
    texts.mode = 'throws';
    expect(createPhonePreferences(texts).merge(hook)).toBeNull();
    expect(texts.getItem(PREFERENCES_KEY)).toBeNull();
  });
});

describe('a stored document with one wrong character', () => {
  const changed = setPreference(
    withRoutineCodes(emptyDocument, [encodeRoutine(hipDefinition)]),
    'strength',
    'strong',
    'phone',
  );
  const sound = changed.ok ? formatPreferences(changed.value) : '';
  const spoilt = Array.from(checkedText(sound), (_, at) =>
    ['x', '9', '}', ''].map((letter) => {
      const text = checkedText(sound);
      return text.slice(0, at) + letter + text.slice(at + 1);
    }),
  )
    .flat()
    .filter((text) => text !== checkedText(sound));

  it('on the phone changes nothing on the phone or the watch, whichever it is', () => {
    for (const text of spoilt) {
      const texts = createMemoryTexts();
      texts.setItem(PREFERENCES_KEY, text);
      const preferences = createPhonePreferences(texts);
      preferences.heard(says(sound));
      expect(preferences.merge(sound), text).toBe(sound);
      expect(texts.getItem(PREFERENCES_KEY)).toBe(checkedText(sound));
    }
  });

  it('on the phone gives way to what the watch has, which is reported once and stored again', () => {
    const lines: string[] = [];
    for (const text of spoilt) {
      const texts = createMemoryTexts();
      texts.setItem(PREFERENCES_KEY, text);
      texts.setItem(WATCH_PREFERENCES_KEY, checkedText(sound));
      const preferences = createPhonePreferences(texts, (line) => lines.push(line));
      expect(preferences.text()).toBe(sound);
      preferences.heard(hello);
      preferences.heard(hello);
      expect(texts.getItem(PREFERENCES_KEY), text).toBe(checkedText(sound));
    }
    // A text without any checksum is one of version 0.1.0.
    expect(lines.length).toBe(spoilt.length);
    expect(new Set(lines)).toEqual(new Set(['preferences is damaged; those of the watch are used']));
  });

  it('among those that were sent counts as not sent', () => {
    for (const text of spoilt) {
      const texts = createMemoryTexts();
      texts.setItem(SENT_PREFERENCES_KEY, text);
      texts.setItem(WATCH_PREFERENCES_KEY, checkedText(hook));
      createPhonePreferences(texts).heard(hello);
      expect([texts.getItem(WATCH_PREFERENCES_KEY), texts.getItem(SENT_PREFERENCES_KEY)], text).toEqual([
        checkedText(hook),
        null,
      ]);
    }
  });

  it('of version 0.1.0, which bears no checksum, gets one', () => {
    const texts = createMemoryTexts();
    texts.setItem(PREFERENCES_KEY, sound);
    const preferences = createPhonePreferences(texts);
    expect(preferences.text()).toBe(sound);
    preferences.heard(hello);
    expect(texts.getItem(PREFERENCES_KEY)).toBe(checkedText(sound));
  });
});
