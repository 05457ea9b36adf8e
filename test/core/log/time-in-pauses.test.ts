/** Time in pauses: the length of a session is the same, however its end is found, and the guided time is separate from it. */
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../utils/core/export/csv.ts';
import { jsonOf } from '../../../utils/core/export/json.ts';
import { createActivityRequest } from '../../../utils/core/integrations/intervals.ts';
import { webhookRequest } from '../../../utils/core/integrations/webhook.ts';
import { makeRecord } from '../../../utils/core/log/make-record.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { readCsv } from '../../support/read-csv.ts';
import { WATCH } from '../../support/stored-log.ts';
import { startWalk, type Walk, walkFrom } from '../session/walk.ts';

const MINUTE_MS = 60_000;
const PLAYED_MS = 151_000;

/** A session that was played for 151 s, and then paused. */
function paused(why: 'wearer' | 'call'): Walk {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + PLAYED_MS, 250);
  walk.send({ type: 'paused', why, atMs: START_MS + PLAYED_MS });
  return walk;
}

/** What happens to a session that nobody continues, by how it is found. */
const WAYS: readonly (readonly [string, (walk: Walk) => Walk])[] = [
  ['its page stays open until it closes the session', (walk) => after(walk, 31)],
  ['its page is back after an hour', (walk) => backAt(walk, 60)],
  ['its page stays open for ten minutes and is back after an hour', (walk) => backAt(after(walk, 10), 60)],
  [
    'its page is back within half an hour, and then left again',
    (walk) => after(backAt(after(walk, 5), 20), 90),
  ],
  ['it was never opened again, and is logged as it stands', (walk) => after(walk, 12)],
];

function after(walk: Walk, minutes: number): Walk {
  walk.tick(walk.state().seenMs, START_MS + PLAYED_MS + minutes * MINUTE_MS, 1_000);
  return walk;
}

function backAt(walk: Walk, minutes: number): Walk {
  const found = walkFrom(walk.stored());
  found.send({ type: 'woke', atMs: START_MS + PLAYED_MS + minutes * MINUTE_MS });
  return found;
}

describe.each(['wearer', 'call'] as const)('151 s, then a pause by the %s, and nobody goes on:', (why) => {
  it.each(WAYS)('%s: 151 s', (_way, leave) => {
    expect(makeRecord(leave(paused(why)).state())).toMatchObject({ durationS: 151, how: 'left' });
  });
});

it('a page that died in a hold does not count the time until it is opened again', () => {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 100_000, 250);
  const seenS = Math.floor((walk.stored().seenMs - START_MS) / 1000);
  const asked = walkFrom(walk.stored());
  asked.send({ type: 'woke', atMs: START_MS + 20 * MINUTE_MS });
  expect(asked.state().phase).toMatchObject({ at: 'paused', why: 'unguided' });
  asked.tick(START_MS + 20 * MINUTE_MS, START_MS + 60 * MINUTE_MS, 1_000);
  const away = walkFrom(walk.stored());
  away.send({ type: 'woke', atMs: START_MS + 60 * MINUTE_MS });
  const lasted = [asked, away].map((one) => makeRecord(one.state()).durationS);
  expect(lasted).toEqual([seenS, seenS]);
});

describe('a session with a pause of 20 minutes', () => {
  const walk = paused('wearer');
  walk.tick(walk.state().seenMs, START_MS + PLAYED_MS + 20 * MINUTE_MS, 1_000);
  walk.happen('resumed', START_MS + PLAYED_MS + 20 * MINUTE_MS);
  walk.tick(walk.state().seenMs, START_MS + 90 * MINUTE_MS, 250);
  const record = makeRecord(walk.state());
  const guidedS = record.holds.reduce((sumS, hold) => sumS + hold.seconds, 0);
  const session = {
    install: WATCH,
    seq: 1,
    record,
    painBefore: null,
    painAfter: null,
    contact: null,
    contactLeft: null,
    contactRight: null,
    morning: null,
  };
  const outgoing = { install: WATCH, seq: 1, record };

  it('has the pause in its elapsed time, but not in its guided time', () => {
    expect(record.how).toBe('done');
    expect(record.durationS - guidedS).toBeGreaterThan(20 * 60);
    expect(guidedS).toBeLessThan(6 * 60);
  });

  it('sends intervals.icu the two times separately', () => {
    const [activity] = JSON.parse(createActivityRequest(outgoing, 'https://x', 'key').body ?? '');
    expect(activity).toMatchObject({ elapsed_time: record.durationS, moving_time: guidedS });
  });

  it('sends a webhook the same seconds that JSON and CSV have', () => {
    const body = JSON.parse(
      webhookRequest(outgoing, { address: 'https://x', secret: '' }, record.startedAtMs).body ?? '',
    );
    expect(body).toMatchObject({ elapsedS: record.durationS, guidedS });
    const rows = readCsv(csvOf([session]));
    expect(new Set(rows.map((row) => row.session_guided_s))).toEqual(new Set([String(guidedS)]));
    expect(new Set(rows.map((row) => row.duration_s))).toEqual(new Set([String(record.durationS)]));
    expect(rows.reduce((sumS, row) => sumS + Number(row.guided_s), 0)).toBe(guidedS);
    expect(jsonOf([])).toContain('"guidedS"');
  });
});
