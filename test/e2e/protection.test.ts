/** The packed app: the record that the phone gets says what protected the session. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { openZab } from 'zepp-watch-simulator/engine/package';
import { createHeadless } from 'zepp-watch-simulator/headless/headless';
import { ensureBuilt } from '../../tools/package/build.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import type { Protection } from '../../utils/core/log/record.ts';
import { decodeBlock, isBlockKey } from '../../utils/core/sync/frame-block.ts';

async function protectionOf(
  name: string,
  consent: 'allow' | 'deny',
  before: 'alarms refused' | null = null,
): Promise<Protection | undefined> {
  const { simulatorZab } = await ensureBuilt({ isQuiet: true });
  const device = findDevice(name);
  const app = openZab(new Uint8Array(await readFile(simulatorZab)), device);
  const watch = createHeadless({ app, device, files: usedWatch({}, 'unasked') });
  await watch.launch();
  await watch.advance(200);
  if (watch.sim.watch.page === 'page/question/index.page') {
    await watch.tapText('Use the helper');
    await watch.permission(consent);
    await watch.advance(200);
  }
  if (before !== null) await watch.perform({ verb: 'alarms', state: 'refused' });
  await watch.tapText('Start');
  await watch.until((sim) => sim.watch.page === 'page/summary/index.page', '20m');
  await watch.advance(10_000);
  const texts = [...watch.sim.phone.storage].filter(([key]) => isBlockKey(key)).map(([, text]) => text);
  const records = texts.flatMap((text) => decodeBlock(text).frames.map(decodeRecord));
  const sessions = records.flatMap((record) =>
    record.ok && record.value.kind === 'session' ? [record.value] : [],
  );
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
