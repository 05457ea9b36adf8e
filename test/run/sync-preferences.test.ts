/** What the sync carries of preferences, and of the last session, to a watch. */
import { describe, expect, it } from 'vitest';
import { createPhonePreferences } from '../../app-side/phone-preferences.ts';
import { PHASES } from '../../utils/core/log/codes.ts';
import {
  emptyDocument,
  formatPreferences,
  parsePreferences,
  setPreference,
  type Writer,
} from '../../utils/core/preferences/document.ts';
import type { Stage } from '../../utils/core/routine/routine.ts';
import { LAST_SESSION, PREFERENCES_DOCUMENT, PREFERENCES_FROM_PHONE } from '../../utils/core/stored-names.ts';
import type { PhonePreferences } from '../../utils/core/sync/inbox.ts';
import { PREFERENCES_KEY, phonePreferencesText } from '../../utils/core/sync/phone-keys.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
import { lastSession } from '../../utils/run/last-session.ts';
import { changePreferences, loadPreferences } from '../../utils/run/preferences.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { createWatch, meet, type Watch } from '../support/watch-meets-phone.ts';

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

  it('of both sides are merged, and no longer sent when they are the same', () => {
    const preferences = phonePreferences('ab');
    const watch = createWatch(1);
    watch.store.save(PREFERENCES_DOCUMENT, 'bc');
    const texts = createMemoryTexts();
    expect(meet(watch, texts, preferences).status).toBe('saved');
    expect([preferences.text(), watch.store.load(PREFERENCES_FROM_PHONE)]).toEqual(['abc', 'abc']);
    watch.store.save(PREFERENCES_DOCUMENT, watch.store.load(PREFERENCES_FROM_PHONE));
    expect(meet(watch, texts, preferences).sent).toHaveLength(1);
  });

  it('that the watch already has are not queued', () => {
    const preferences = phonePreferences('b');
    const watch = createWatch(1);
    watch.store.save(PREFERENCES_DOCUMENT, 'ab');
    meet(watch, createMemoryTexts(), preferences);
    expect([preferences.text(), watch.store.load(PREFERENCES_FROM_PHONE)]).toEqual(['ab', '']);
  });

  it('are not sent to a phone of an older version', () => {
    const watch = createWatch(1, 1);
    watch.store.save(PREFERENCES_DOCUMENT, 'bc');
    const { status, sent } = meet(watch, createMemoryTexts());
    expect([status, sent.length]).toEqual(['saved', 2]);
  });
});

describe('a fresh watch', () => {
  it('learns when the last session was, and a watch with records does not', () => {
    const texts = createMemoryTexts();
    const old = createWatch(1, 2);
    meet(old, texts);
    const fresh = createWatch(2);
    meet(fresh, texts);
    expect(lastSession(fresh.store)?.startedAtMs).toBeGreaterThan(1_767_600_000_000);
    expect(lastSession(old.store)).toBeNull();
  });
});

describe('a watch without preferences of its own', () => {
  it('sends none, and notes no session of a phone that has none', () => {
    const texts = createMemoryTexts();
    const preferences = createPhonePreferences(texts);
    preferences.merge(formatPreferences(emptyDocument));
    const fresh = createWatch(2);
    expect(meet(fresh, texts, preferences).sent).toHaveLength(1);
    meet(fresh, createMemoryTexts());
    expect(fresh.store.load(LAST_SESSION)).toBe('');
  });

  it('notes the last session of the phone only with the preferences of the phone', () => {
    const texts = createMemoryTexts();
    meet(createWatch(1, 2), texts);
    const preferences = createPhonePreferences(texts);
    preferences.merge(formatPreferences(emptyDocument));
    const fresh = createWatch(2);
    meet(fresh, texts, preferences);
    expect(fresh.store.load(LAST_SESSION)).toBe('');
  });
});

describe('the stage of the last session that the phone knows', () => {
  const documentWith = (stage: Stage, writer: Writer): string => {
    const changed = setPreference(emptyDocument, 'stage', stage, writer);
    if (!changed.ok) throw new Error(changed.failure.what);
    return formatPreferences(changed.value);
  };

  /** A phone whose last session was in the active stage, with these preferences. */
  function phoneWith(preferences = ''): MemoryTexts {
    const texts = createMemoryTexts();
    texts.setItem('store.last', `1767600000 ${PHASES.indexOf('active')}`);
    if (preferences !== '') texts.setItem(PREFERENCES_KEY, preferences);
    return texts;
  }

  /** A watch that has been through its first run, at home for the first time. */
  function watchAtHome(number: number, records = 0): Watch {
    const watch = createWatch(number, records);
    apply(watch);
    return watch;
  }

  const apply = (watch: Watch): void => applyPreferences(watch.store, watch.report, [20_000, 12]);
  const stageOf = ({ store, report }: Watch): Stage => loadPreferences(store, report).stage;

  function sync(watch: Watch, texts: MemoryTexts): void {
    meet(watch, texts, createPhonePreferences(texts));
    apply(watch);
  }

  it('becomes the stage of a fresh watch, as a change that the phone gets too', () => {
    const texts = phoneWith();
    const watch = watchAtHome(1);
    sync(watch, texts);
    expect(stageOf(watch)).toBe('active');
    sync(watch, texts);
    expect(parsePreferences(phonePreferencesText(texts.getItem)).document.fields).toEqual({
      phase: { value: 'active', revision: 1, writer: 'watch' },
    });
    expect(watch.lines).toEqual([]);
  });

  it('becomes it beside a phone of an older version, which takes no preferences', () => {
    const texts = phoneWith();
    const watch = watchAtHome(1);
    meet(watch, texts);
    apply(watch);
    expect(stageOf(watch)).toBe('active');
  });

  it('is taken once, and later sessions of another watch change nothing', () => {
    const texts = phoneWith();
    const watch = watchAtHome(1);
    sync(watch, texts);
    texts.setItem('store.last', `1767700000 ${PHASES.indexOf('maintenance')}`);
    sync(watch, texts);
    expect(stageOf(watch)).toBe('active');
  });

  it('does not concern a watch with records', () => {
    const texts = phoneWith();
    const watch = watchAtHome(1, 2);
    sync(watch, texts);
    expect(stageOf(watch)).toBe('sore');
  });

  it('does not overrule what the wearer has chosen on the watch, merged or waiting', () => {
    const chosen = watchAtHome(1);
    changePreferences(chosen.store, { stage: 'maintenance' });
    apply(chosen);
    sync(chosen, phoneWith());
    const choosing = watchAtHome(2);
    meet(choosing, phoneWith());
    changePreferences(choosing.store, { stage: 'sore' });
    apply(choosing);
    expect([stageOf(chosen), stageOf(choosing)]).toEqual(['maintenance', 'sore']);
  });

  it.each(['phone', 'watch'] as const)(
    'does not overrule what was chosen in the preferences of the phone, by the %s',
    (writer) => {
      const watch = watchAtHome(1);
      sync(watch, phoneWith(documentWith('maintenance', writer)));
      expect(stageOf(watch)).toBe('maintenance');
    },
  );

  it('waits for the preferences of the phone if these did not arrive', () => {
    const texts = phoneWith(documentWith('maintenance', 'watch'));
    const watch = watchAtHome(1);
    const failing = { ...createPhonePreferences(texts), merge: () => null };
    meet(watch, texts, failing);
    apply(watch);
    expect(stageOf(watch)).toBe('sore');
    sync(watch, texts);
    expect(stageOf(watch)).toBe('maintenance');
  });

  it('of a later version is ignored', () => {
    const texts = phoneWith();
    texts.setItem('store.last', '1767600000 9');
    const watch = watchAtHome(1);
    sync(watch, texts);
    expect([stageOf(watch), watch.lines]).toEqual(['sore', []]);
  });
});
