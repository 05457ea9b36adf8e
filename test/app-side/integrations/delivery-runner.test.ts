/** One wake of an integration: what it sends of a record, and when it stops. */
import { describe, expect, it } from 'vitest';
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import type { OutgoingRecord } from '../../../utils/core/integrations/integration.ts';
import { integrationKeys } from '../../../utils/core/integrations/setup.ts';
import { emptyDocument, formatPreferences } from '../../../utils/core/preferences/document.ts';
import { withRoutineCodes } from '../../../utils/core/preferences/own-routines.ts';
import { ownId } from '../../../utils/core/routine/own-routine.ts';
import { encodeRoutine } from '../../../utils/core/routine/routine-code.ts';
import { PREFERENCES_KEY } from '../../../utils/core/sync/phone-keys.ts';
import { wallSit } from '../../support/definitions.ts';
import { MONDAY_MS } from '../../support/manual-clock.ts';
import { sessionFrame, textsWith } from '../../support/stored-log.ts';

const KEYS = integrationKeys('webhook');

/** A webhook that accepts everything, with these sessions to send. */
function phone(frames: Parameters<typeof textsWith>[0]) {
  const texts = textsWith(frames);
  texts.setItem(KEYS.setup, JSON.stringify({ isOn: true }));
  texts.setItem(KEYS.secrets, JSON.stringify({ address: 'https://fake.example/x' }));
  const sent: OutgoingRecord[] = [];
  const run = createDeliveryRunner({
    storage: texts,
    nowMs: () => MONDAY_MS,
    after: () => () => {},
    senders: {
      webhook: (outgoing, _secrets, done) => {
        sent.push(outgoing);
        done({ kind: 'delivered' });
      },
      intervals: () => {},
    },
  });
  const underway = (): number => parseDeliveryState(texts.getItem(KEYS.deliveryState))?.underway.length ?? -1;
  return { texts, sent, run, underway };
}

describe('a webhook', () => {
  it('gets the name of a routine of the wearer’s own, and of no other', () => {
    const { texts, sent, run } = phone([sessionFrame(1), sessionFrame(2, { routine: ownId(wallSit) })]);
    const document = withRoutineCodes(emptyDocument, [encodeRoutine(wallSit)]);
    texts.setItem(PREFERENCES_KEY, formatPreferences(document));
    run();
    expect(sent.map(({ routineName }) => routineName)).toEqual([undefined, wallSit.name]);
  });

  it('gets nothing while the phone cannot note what is sent, and everything later', () => {
    const { texts, sent, run } = phone([sessionFrame(1), sessionFrame(2)]);
    const { setItem } = texts;
    let writes = 0;
    // A record is noted as taken, and cannot be noted as being sent.
    texts.setItem = (key, value) =>
      key === KEYS.deliveryState && ++writes > 1 ? undefined : setItem(key, value);
    run();
    expect(sent).toEqual([]);
    texts.setItem = setItem;
    run();
    expect(sent.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('has one record under way, and not all of them, if its address cannot be read at that moment', () => {
    const { texts, sent, run, underway } = phone([sessionFrame(1), sessionFrame(2), sessionFrame(3)]);
    const { getItem } = texts;
    let reads = 0;
    texts.getItem = (key) => {
      if (key === KEYS.secrets && ++reads % 2 === 0) throw new Error('busy');
      return getItem(key);
    };
    run();
    expect([sent, underway()]).toEqual([[], 1]);
  });

  it('gets a log of years at one wake', () => {
    const { sent, run } = phone(Array.from({ length: 2_000 }, (_, at) => sessionFrame(at + 1)));
    run();
    expect(sent).toHaveLength(2_000);
  });
});
