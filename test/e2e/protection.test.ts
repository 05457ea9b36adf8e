/** The packed app: the record that the phone gets says what protected the session. */
import { describe, expect, it } from 'vitest';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import type { Protection } from '../../utils/core/log/record.ts';
import { sessionsOnPhone, untilSummary, wornWatch } from '../support/worn-watch.ts';

async function protectionOf(
  name: string,
  consent: 'allow' | 'deny',
  before: 'alarms refused' | null = null,
): Promise<Protection | undefined> {
  const watch = wornWatch({ on: name, files: usedWatch({}, 'unasked') });
  await watch.launch();
  await watch.advance(200);
  if (watch.sim.watch.page === 'page/question/index.page') {
    await watch.tapText('Use the helper');
    await watch.permission(consent);
    await watch.advance(200);
    if (consent === 'allow') await watch.tapText('Not now');
    await watch.advance(200);
  }
  if (before !== null) await watch.perform({ verb: 'alarms', state: 'refused' });
  await watch.tapText('Start');
  await untilSummary(watch);
  await watch.advance(9_000);
  const sessions = sessionsOnPhone(watch);
  expect(sessions).toHaveLength(1);
  return sessions[0]?.protection;
}

describe('the record of a session', () => {
  it.each([
    ['Balance 2', 'allow', null, { standby: true, alarm: true, screen: true }],
    ['Balance 2', 'deny', null, { standby: false, alarm: true, screen: true }],
    ['Falcon', 'deny', null, { standby: false, alarm: true, screen: true }],
    ['Falcon', 'deny', 'alarms refused', { standby: false, alarm: false, screen: true }],
  ] as const)('on %s, helper: %s, %s, says what protected it', async (name, consent, before, expected) => {
    expect(await protectionOf(name, consent, before)).toEqual(expected);
  });
});
