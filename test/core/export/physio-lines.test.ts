/** What single lines of the page for a physio count, and what they leave out. */
import { describe, expect, it } from 'vitest';
import { plainHold, plainRecord } from '../../../tools/shared/plain-record.ts';
import { physioPage } from '../../../utils/core/export/physio.ts';
import type { SessionRecord } from '../../../utils/core/log/record.ts';
import { ownRoutineOf } from '../../../utils/core/preferences/own-routines.ts';
import { phoneTexts } from '../../../utils/core/text/catalogues.ts';
import type { PhonePhrase } from '../../../utils/core/text/phone-phrase.ts';
import { fill } from '../../../utils/core/text/phrase.ts';
import type { StoredSession } from '../../../utils/core/trend/stored-log.ts';
import { wallSit } from '../../support/definitions.ts';
import { DAY_MS, ratedSession } from '../../support/stored-log.ts';

const en: Readonly<Record<string, string>> = phoneTexts['en-US'];

function english({ key, values }: PhonePhrase): string {
  return fill(
    en[key] ?? key,
    values.map((value) => (typeof value === 'object' ? english(value) : value)),
  );
}

/** Sessions newest first, one every third day. */
function sessionsOf(...records: readonly Partial<SessionRecord>[]): readonly StoredSession[] {
  return records.map((over, at) =>
    ratedSession({
      seq: records.length - at,
      record: {
        ...plainRecord,
        startedAtMs: plainRecord.startedAtMs + 3 * (records.length - at) * DAY_MS,
        ...over,
      },
    }),
  );
}

const linesOf = (sessions: readonly StoredSession[]) => physioPage(sessions).map(english);
const line = (start: string, sessions: readonly StoredSession[]) =>
  linesOf(sessions).find((one) => one.startsWith(start));

it('the latest cue is the latest of all holds, and cues that were not played are added up', () => {
  const holds = [
    { ...plainHold, lateMs: 1_200 },
    { ...plainHold, lateMs: 2_340 },
    { ...plainHold, outcome: 'interrupted' as const },
  ];
  expect(line('Interrupted holds', sessionsOf({ holds, lostCues: 2 }, { lostCues: 3 }))).toBe(
    'Interrupted holds: 1; latest cue 2.3 s late; cues not played: 5',
  );
});

it('a hold of 0 seconds counts as skipped, and has no dose', () => {
  const holds = [plainHold, { ...plainHold, seconds: 0, outcome: 'skipped' as const }];
  const lines = linesOf(sessionsOf({ holds, how: 'stopped' }, {}, { how: 'left' }));
  expect(lines).toContain('Iliacus, left: 3 holds, median 75 s, 4 min in all, guided to the end 3');
  expect(lines).toContain('Skipped holds: 1; sessions ended early: 1');
  expect(lines).toContain('Sessions: 3, of which completed: 1');
});

it('lifts are added up', () => {
  expect(linesOf(sessionsOf({ beats: 10 }, { beats: 7 }))).toContain(
    fill(phoneTexts['en-US']['phone.lifts'], [17]),
  );
});

it('the kit is that of the front of the hip, whatever is used elsewhere', () => {
  const back = { ...plainHold, step: 'release-back' };
  const sessions = sessionsOf(
    { holds: [{ ...plainHold, tool: 'hook' }, back] },
    { holds: [{ ...plainHold, tool: 'hook' }] },
    { holds: [back] },
  );
  expect(line('Front of the hip', sessions)).toBe(
    'Front of the hip: with the ball in 0, with the hook in 2 sessions',
  );
});

it('stages are counted one by one, and the latest four of their changes are dated', () => {
  const stages = ['active', 'sore', 'active', 'sore', 'maintenance', 'active', 'sore'] as const;
  const sessions = sessionsOf(...stages.map((phase) => ({ phase })));
  expect(line('Stage: ', sessions)).toBe('Stage: sore 3, active 3, maintenance 1');
  const changed = line('Stage changed', sessions) ?? '';
  expect(changed.match(/(sore|active|maintenance) from/g)).toEqual([
    'active from',
    'sore from',
    'active from',
    'sore from',
  ]);
});

it('the latest six worse mornings are dated', () => {
  const worse = (count: number) =>
    line(
      'Worse the morning after',
      sessionsOf(...Array<object>(count).fill({})).map((session) => ({ ...session, morning: 'worse' })),
    )?.match(/20\d\d/g)?.length;
  expect([worse(5), worse(6), worse(9)]).toEqual([5, 6, 6]);
});

describe('a routine of the wearer’s own', () => {
  const own = ownRoutineOf(wallSit);
  const sessions = sessionsOf({ routine: own.routine.id }, { routine: own.routine.id });

  it('has its own days of rest, and none after it is removed', () => {
    const rules = (known: readonly (typeof own)[]) =>
      physioPage(sessions, sessions, known).filter(({ key }) => key === 'physio.rest.rule').length;
    expect([rules([own]), rules([])]).toEqual([1, 0]);
  });
});
