/** What leaves the phone for an integration. */
import { describe, expect, it } from 'vitest';
import { plainHold, plainRecord } from '../../../tools/shared/plain-record.ts';
import {
  createActivityRequest,
  hasActivity,
  namesActivity,
} from '../../../utils/core/integrations/intervals.ts';
import { webhookRequest } from '../../../utils/core/integrations/webhook.ts';
import type { RatingRecord, SessionRecord } from '../../../utils/core/log/record.ts';
import { ownRoutineOf } from '../../../utils/core/preferences/own-routines.ts';
import { wallSit } from '../../support/definitions.ts';
import { DAY_MS, WATCH } from '../../support/stored-log.ts';

const OWN = ownRoutineOf(wallSit).routine.id;
const LATER_MS = plainRecord.startedAtMs + DAY_MS;

describe('the webhook', () => {
  const post = (record: SessionRecord | RatingRecord, secret = '', routineName?: string) => {
    const secrets = { address: 'https://home.example/in', secret };
    return webhookRequest({ install: WATCH, seq: 7, record, routineName }, secrets, LATER_MS);
  };
  const body = (...given: Parameters<typeof post>) => JSON.parse(post(...given).body ?? '');

  it('gets a key that lets it keep the record once, and the token if there is one', () => {
    const json = { 'Content-Type': 'application/json', 'Idempotency-Key': 'beef:7' };
    expect(post(plainRecord).headers).toEqual(json);
    expect(post(plainRecord, 'token').headers).toEqual({ ...json, Authorization: 'Bearer token' });
  });

  it('is told of a date that cannot be, and of no other', () => {
    expect(body({ ...plainRecord, startedAtMs: LATER_MS + DAY_MS }).doubtfulDate).toBe(true);
    expect(body(plainRecord)).not.toHaveProperty('doubtfulDate');
  });

  it('gets the name of a routine of the wearer’s own', () => {
    expect(body({ ...plainRecord, routine: OWN }, '', 'Wall sit').routineName).toBe('Wall sit');
    expect(body(plainRecord)).not.toHaveProperty('routineName');
  });

  it('gets the times of a session, and none of an answer', () => {
    expect(body(plainRecord)).toMatchObject({ elapsedS: 540, guidedS: 150 });
    expect(body({ kind: 'rating', of: 1, atMs: LATER_MS })).not.toHaveProperty('elapsedS');
  });
});

describe('intervals.icu', () => {
  const session = (over: Partial<SessionRecord> = {}, routineName?: string) => ({
    install: WATCH,
    seq: 7,
    record: { ...plainRecord, ...over },
    routineName,
  });
  const activity = (...given: Parameters<typeof session>) =>
    JSON.parse(createActivityRequest(session(...given), 'https://i.example', 'key').body ?? '')[0];

  it('gets JSON, from the user API_KEY', () => {
    expect(createActivityRequest(session(), 'https://i.example', 'key').headers).toEqual({
      Accept: 'application/json',
      Authorization: `Basic ${Buffer.from('API_KEY:key').toString('base64')}`,
      'Content-Type': 'application/json',
    });
  });

  it('gets the session in words, a line for each hold', () => {
    const right = { ...plainHold, side: 'right' as const, tool: 'hook' as const, seconds: 20 };
    const holds = [plainHold, { ...right, outcome: 'let-go' as const }];
    expect(activity({ holds, beats: 10, painAfter: null, contact: 0 }).description.split('\n')).toEqual([
      'Release iliacus, left, spot 1 (ball): 75 s, guided-to-end',
      'Release iliacus, right, spot 1 (hook): 20 s, let-go',
      'March: 10 lifts',
      'Pain 0-10 (self-reported): before 4, after not said',
      'Soreness on contact 0-10 (self-reported): 0',
      'Seconds were guided by the watch; pressure and stillness are not measured.',
    ]);
  });

  it('gets no line about a march if there was none', () => {
    expect(activity({ beats: 0 }).description).not.toContain('March');
  });

  it.each([
    ['a routine of the app', 'hip-release', undefined, 'Iliacus: hip release'],
    ['a routine of the wearer’s own', OWN, 'Wall sit', 'Iliacus: Wall sit'],
    ['one that was deleted', OWN, undefined, 'Iliacus: a routine that is no longer here'],
  ])('gets the name of %s', (_, routine, name, title) => {
    expect(activity({ routine }, name).name).toBe(title);
  });

  it.each([
    ['a number', 7, true],
    ['a text', 'i7', true],
    ['an empty text', '', false],
    ['0', 0, false],
    ['null', null, false],
  ])('has made the activity if the answer gives it the id %s', (_, id, isMade) => {
    expect(namesActivity(session(), [{ id }])).toBe(isMade);
  });

  it('lists activities, each with an id; a list without them is none', () => {
    const mine = { id: 1, external_id: 'iliacus-beef:7' };
    expect(hasActivity(session(), [{ id: 2 }, mine])).toBe(true);
    expect(hasActivity(session(), [{ id: 2 }])).toBe(false);
    expect(hasActivity(session(), [{ id: 2 }, { error: 'x' }])).toBeNull();
    expect(hasActivity(session(), { error: 'x' })).toBeNull();
  });
});
