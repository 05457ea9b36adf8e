import { describe, expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { adherenceOf, PHYSIO_SESSIONS, physioPage } from '../../../utils/core/export/physio.ts';
import { wrapLines } from '../../../utils/core/export/wrap.ts';
import { locales, phoneTexts } from '../../../utils/core/text/catalogues.ts';
import { type PhonePhrase, phrase } from '../../../utils/core/text/phone-phrase.ts';
import { fill } from '../../../utils/core/text/phrase.ts';
import type { StoredSession } from '../../../utils/core/trend/stored-log.ts';
import { DAY_MS, ratedSession } from '../../support/stored-log.ts';

/** Sessions newest first, on these days. */
function onDays(...days: readonly number[]): readonly StoredSession[] {
  return days
    .map((day, at) =>
      ratedSession({
        seq: at + 1,
        record: { ...plainRecord, startedAtMs: plainRecord.startedAtMs + day * DAY_MS },
      }),
    )
    .reverse();
}

function english(phrase: PhonePhrase): string {
  const values = phrase.values.map((value) => (typeof value === 'object' ? english(value) : value));
  return fill(phoneTexts['en-US'][phrase.key], values);
}

const page = (sessions: readonly StoredSession[]): string => physioPage(sessions).map(english).join('\n');

describe('keeping to the rest window', () => {
  it('counts the rests within the window, and the shorter and longer ones', () => {
    expect(adherenceOf(onDays(0, 1, 3, 6, 20))).toEqual({ sooner: 1, inWindow: 2, later: 1 });
  });

  it('expects the longer rest after a worse morning', () => {
    const [second, first] = onDays(0, 2);
    if (first === undefined || second === undefined) throw new Error('there are two');
    expect(adherenceOf([second, { ...first, morning: 'worse' }])).toMatchObject({
      sooner: 1,
      inWindow: 0,
    });
  });

  it('does not count a session in which nothing was guided', () => {
    const [third, second, first] = onDays(0, 1, 2);
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('there are three');
    const empty = { ...second, record: { ...second.record, holds: [] } };
    expect(adherenceOf([third, empty, first])).toEqual({ sooner: 0, inWindow: 1, later: 0 });
  });
});

describe('how often', () => {
  it('gives the days from one session to the next, and names the weeks without any', () => {
    const text = page(onDays(0, 2, 17));
    expect(text).toContain('Days from one session to the next: median 8.5, longest 15');
    expect(text.match(/Week of .*: no session/g)).toEqual(['Week of Mon 12 Jan 2026: no session']);
  });

  it('says that older sessions are not on the page', () => {
    const days = Array.from({ length: PHYSIO_SESSIONS }, (_, at) => at);
    expect(page(onDays(...days))).toContain(`Only the latest ${PHYSIO_SESSIONS} sessions`);
    expect(page(onDays(0, 1))).not.toContain('Only the latest');
  });
});

describe('from the start to now', () => {
  it('covers the whole series, whatever is on the page', () => {
    const rated = (seq: number, contact: number): StoredSession =>
      ratedSession({
        seq,
        contact,
        record: { ...plainRecord, startedAtMs: plainRecord.startedAtMs + seq * DAY_MS },
      });
    const latest = [6, 5, 4].map((seq) => rated(seq, 2));
    const series = [...latest, ...[3, 2, 1].map((seq) => rated(seq, 7))];
    const text = physioPage(latest, series).map(english).join('\n');
    expect(text).toContain('FROM THE START TO NOW: Hip release');
    expect(text).toContain('Less sore since January 2026: 7 → 2');
  });

  it('the recent development follows the sentence to which it belongs', () => {
    const rated = (seq: number, contact: number): StoredSession =>
      ratedSession({
        seq,
        contact,
        record: { ...plainRecord, startedAtMs: plainRecord.startedAtMs + seq * DAY_MS },
      });
    const series = [3, 3, 3, 1, 1, 1, 1, 1, 7, 7, 7].map((contact, at) => rated(11 - at, contact));
    const lines = physioPage(series).map(english);
    const at = lines.findIndex((line) => line.startsWith('Less sore since'));
    expect(lines[at + 1]).toBe('  Over the last 8 ratings it has gone up: 1 → 3');
  });
});

describe('sessions of another routine', () => {
  const STRETCH = 'calf-and-hip-stretch';
  /** Like `onDays`, but of the routine that allows daily sessions in its active stage. */
  function stretchesOnDays(...days: readonly number[]): readonly StoredSession[] {
    return onDays(...days).map((session) => {
      const holds = session.record.holds.map((hold) => ({ ...hold, step: 'stretch-calf' }));
      return { ...session, record: { ...session.record, routine: STRETCH, phase: 'active', holds } };
    });
  }

  it('are compared with the rest window of their own routine', () => {
    const [second, first] = onDays(0, 1).map((session) => ({
      ...session,
      record: { ...session.record, phase: 'active' as const },
    }));
    if (first === undefined || second === undefined) throw new Error('there are two');
    expect(adherenceOf([second, first])).toMatchObject({ sooner: 1, inWindow: 0 });
    expect(adherenceOf(stretchesOnDays(0, 1))).toMatchObject({ sooner: 0, inWindow: 1 });
  });

  it('do not interrupt the rest between two sessions of the first routine', () => {
    const releases = onDays(0, 2, 4);
    const stretches = stretchesOnDays(1, 3, 5);
    const all = [...releases, ...stretches].sort(
      (one, other) => other.record.startedAtMs - one.record.startedAtMs,
    );
    expect(adherenceOf(all)).toEqual({ sooner: 0, inWindow: 4, later: 0 });
  });

  it('are compared with no rest window if their routine is unknown', () => {
    const sessions = stretchesOnDays(0, 1).map((session) => ({
      ...session,
      record: { ...session.record, routine: 'of-tomorrow' },
    }));
    expect(adherenceOf(sessions)).toEqual({ sooner: 0, inWindow: 0, later: 0 });
  });

  it('are named in the title, in the window and in what was guided', () => {
    const text = page([...stretchesOnDays(4), ...onDays(0)]);
    expect(text).toContain('Iliacus: Calf and hip stretch, Hip release, ');
    expect(text).toContain(
      'Recommended rest after a session (Calf and hip stretch): when sore 2 to 3 days, when active 1 to 3 days',
    );
    expect(text).toContain('Recommended rest after a session (Hip release): when sore 2 to 3 days');
    expect(text).toContain('Calf stretch, left: 1 holds');
    expect(text).toContain('Iliacus, left: 1 holds');
  });
});

describe('the page for a physio', () => {
  it('is empty without a session', () => {
    expect(physioPage([])).toEqual([]);
  });

  it('shows dose, touches and ratings, each under its heading', () => {
    const [hold] = plainRecord.holds;
    if (hold === undefined) throw new Error('the plain record has holds');
    const record = { ...plainRecord, holds: [hold, { ...hold, seconds: 65, outcome: 'let-go' as const }] };
    const [guided, touched, reported] = page([ratedSession({ record, morning: 'better' })])
      .split(/GUIDED BY|MARKED ON THE WATCH|RATED BY THE WEARER/)
      .slice(1);
    expect(guided).toContain('Iliacus, left: 2 holds, median 70 s, 2 min in all, guided to the end 1');
    expect(touched).toContain(
      'Got off after the minimum, before the watch moved on: 1 (these count as held)',
    );
    expect(touched).toContain('Not easing, moved on: left 0, right 0');
    expect(reported).toContain('Soreness on contact: answers 1, median 6 (oldest here 6, latest 6)');
    expect(reported).toContain('better 1, same 0, worse 0, no answer 0');
  });

  it('shows "not easing" by side, and mornings without an answer', () => {
    const [hold] = plainRecord.holds;
    if (hold === undefined) throw new Error('the plain record has holds');
    const moved = { ...hold, outcome: 'not-easing' as const };
    const record = { ...plainRecord, holds: [moved, { ...moved, side: 'right' as const }, moved] };
    const text = page([ratedSession({ record }), ratedSession({ record, morning: 'worse' })]);
    expect(text).toContain('Not easing, moved on: left 4, right 2');
    expect(text).toContain('better 0, same 0, worse 1, no answer 1');
  });

  it('says when another stage was chosen', () => {
    const [latest, ...earlier] = onDays(0, 3, 6);
    if (latest === undefined) throw new Error('there are three');
    const changed = { ...latest, record: { ...latest.record, phase: 'active' as const } };
    expect(page([changed, ...earlier])).toContain('Stage changed: active from Sun 11 Jan 2026');
    expect(page([latest, ...earlier])).not.toContain('Stage changed');
  });

  it('names the kit for the front of the hip only, and none if nothing is pressed there', () => {
    expect(page(onDays(0, 3))).toContain('Front of the hip: with the ball in 2, with the hook in 0 sessions');
    const [session] = onDays(0);
    if (session === undefined) throw new Error('there is one');
    const holds = session.record.holds.map((hold) => ({
      ...hold,
      step: 'stretch-calf',
      tool: 'none' as const,
    }));
    expect(page([{ ...session, record: { ...session.record, holds } }])).not.toContain('Front of the hip');
  });

  it('stays a single page, however many sessions there are', () => {
    const many = onDays(...Array.from({ length: 200 }, (_, day) => day * 2));
    expect(page(many)).toContain(`Sessions: ${PHYSIO_SESSIONS}`);
    expect(page(many).split('\n').length).toBeLessThan(40);
  });

  it('shows soreness on contact for each side that was rated, and for no other', () => {
    const sessions = [ratedSession({ contactLeft: 2 }), ratedSession({ contactLeft: 6 })];
    expect(page(sessions)).toContain(
      'Soreness on contact, left: answers 2, median 4 (oldest here 6, latest 2)',
    );
    expect(page(sessions)).not.toContain('Soreness on contact, right');
  });

  it('shows how much of the plan was done, by side and by week', () => {
    const [hold] = plainRecord.holds;
    if (hold === undefined) throw new Error('the plain record has holds');
    const missed = {
      ...plainRecord,
      holds: [
        hold,
        { ...hold, outcome: 'not-easing' as const },
        { ...hold, side: 'right' as const, outcome: 'skipped' as const },
      ],
    };
    const sessions = onDays(0, 7).map((session, at) =>
      at === 0 ? { ...session, record: { ...session.record, holds: missed.holds } } : session,
    );
    const text = page(sessions);
    const { left, right } = { left: plainRecord.planned.length, right: plainRecord.planned.length };
    expect(left + right).toBeGreaterThan(0);
    expect(text.match(/Week of Mon \d+ Jan 2026: sessions 1; left \d of \d, right 0 of \d/g)).toHaveLength(1);
    expect(text.match(/Week of /g)).toHaveLength(2);
    expect(text).toMatch(/Spots held of those planned: left 2 of 2, right 1 of 2/);
  });

  it('lists the sessions that were followed by a worse morning', () => {
    const sessions = onDays(0, 3).map((session) => ({ ...session, morning: 'worse' as const }));
    expect(page(sessions)).toContain('Worse the morning after the session of: ');
    expect(page(sessions)).toContain('better 0, same 0, worse 2');
  });

  it.each(locales)('fits 80 columns in %s', (locale) => {
    const texts = phoneTexts[locale];
    const translate = ({ key, values }: PhonePhrase): string =>
      fill(
        texts[key],
        values.map((value) => (typeof value === 'object' ? translate(value) : value)),
      );
    const sessions = onDays(...Array.from({ length: 60 }, (_, day) => day * 3)).map((session) => ({
      ...session,
      morning: 'worse' as const,
    }));
    const text = wrapLines(physioPage(sessions).map(translate), 80);
    for (const line of text.split('\n')) {
      const wide = line.match(/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/g)?.length ?? 0;
      expect(line.length + wide).toBeLessThanOrEqual(80);
    }
    expect(text).not.toMatch(/\n\s*[，。；：、]/);
    expect(text.replace(/\s/g, '')).toBe(physioPage(sessions).map(translate).join('').replace(/\s/g, ''));
  });

  it('counts the rests in a line', () => {
    expect(page(onDays(0, 1, 3, 20))).toContain(english(phrase('physio.rest', 1, 1, 1)));
  });

  it('of a routine that this version does not know says nothing about its rest', () => {
    const sessions = onDays(0, 2).map((session) => ({
      ...session,
      record: { ...session.record, routine: 'of-tomorrow' },
    }));
    expect(physioPage(sessions).some(({ key }) => key === 'physio.rest.rule')).toBe(false);
  });

  it('has a line for each of the latest eight weeks at most', () => {
    const weeks = page(onDays(...Array.from({ length: 12 }, (_, at) => 7 * at))).match(/Week of .* 2026/g);
    expect(weeks).toHaveLength(8);
    expect(page(onDays(0, 7, 14)).match(/Week of /g)).toHaveLength(3);
  });

  it('of one session says nothing about how often', () => {
    expect(physioPage(onDays(0)).some(({ key }) => key === 'physio.often')).toBe(false);
  });

  it('shows soreness of a side that was rated once', () => {
    const sessions = [ratedSession({ contactRight: null }), ratedSession({ contactRight: 6 })];
    expect(page(sessions)).toContain('Soreness on contact, right: answers 1, median 6');
  });

  it('says so if nothing was rated', () => {
    expect(page([ratedSession({ contact: null })])).toContain('Soreness on contact: no ratings');
  });
});
