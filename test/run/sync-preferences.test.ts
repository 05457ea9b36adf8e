/** What the sync carries of preferences, and of the last session, to a watch. */
import { describe, expect, it } from 'vitest';
import { PREFERENCES_DOCUMENT, PREFERENCES_FROM_PHONE } from '../../utils/core/stored-names.ts';
import type { PhonePreferences } from '../../utils/core/sync/inbox.ts';
import { lastSession } from '../../utils/run/last-session.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';
import { createWatch, meet } from '../support/watch-meets-phone.ts';

describe('the preferences', () => {
  function phonePreferences(text: string): PhonePreferences {
    let mine = text;
    return {
      text: () => mine,
      merge(theirs) {
        mine = [...new Set(`${mine}${theirs}`)].sort().join('');
        return mine;
      },
    };
  }

  it('of both sides are merged, and no more is said once they are the same', () => {
    const preferences = phonePreferences('ab');
    const watch = createWatch(1);
    watch.store.save(PREFERENCES_DOCUMENT, 'bc');
    const texts = createMemoryTexts();
    expect(meet(watch, texts, preferences).status).toBe('saved');
    expect([preferences.text(), watch.store.load(PREFERENCES_FROM_PHONE)]).toEqual(['abc', 'abc']);
    watch.store.save(PREFERENCES_DOCUMENT, watch.store.load(PREFERENCES_FROM_PHONE));
    expect(meet(watch, texts, preferences).sent).toHaveLength(1);
  });

  it('that the watch has already are not put in line', () => {
    const preferences = phonePreferences('b');
    const watch = createWatch(1);
    watch.store.save(PREFERENCES_DOCUMENT, 'ab');
    meet(watch, createMemoryTexts(), preferences);
    expect([preferences.text(), watch.store.load(PREFERENCES_FROM_PHONE)]).toEqual(['ab', '']);
  });

  it('of the watch reach a phone that has none yet', () => {
    const preferences = phonePreferences('');
    const watch = createWatch(1);
    watch.store.save(PREFERENCES_DOCUMENT, 'bc');
    meet(watch, createMemoryTexts(), preferences);
    expect(preferences.text()).toBe('bc');
  });

  it('are not told to a phone of an older version', () => {
    const watch = createWatch(1, 1);
    watch.store.save(PREFERENCES_DOCUMENT, 'bc');
    const { status, sent } = meet(watch, createMemoryTexts());
    expect([status, sent.length]).toEqual(['saved', 2]);
  });
});

describe('a fresh watch', () => {
  it('hears when the last session was; one with records does not', () => {
    const texts = createMemoryTexts();
    const old = createWatch(1, 2);
    meet(old, texts);
    const fresh = createWatch(2);
    meet(fresh, texts);
    expect(lastSession(fresh.store)?.startedAtMs).toBeGreaterThan(1_767_600_000_000);
    expect(lastSession(old.store)).toBeNull();
  });
});
