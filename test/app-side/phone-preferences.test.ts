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
import { type Envelope, HELLO, PREFERENCES } from '../../utils/core/sync/message.ts';
import {
  PREFERENCES_KEY,
  SENT_PREFERENCES_KEY,
  WATCH_PREFERENCES_KEY,
} from '../../utils/core/sync/phone-keys.ts';
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
      parsePreferences(texts.getItem(WATCH_PREFERENCES_KEY) ?? '').preferences.kit;
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
    expect(parsePreferences(texts.getItem(WATCH_PREFERENCES_KEY) ?? '').preferences.kit).toBe('ball');
  });

  it('that the storage does not keep are not confirmed', () => {
    const texts = createMemoryTexts();
    texts.mode = 'throws';
    expect(createPhonePreferences(texts).merge(hook)).toBeNull();
    expect(texts.getItem(PREFERENCES_KEY)).toBeNull();
  });
});
