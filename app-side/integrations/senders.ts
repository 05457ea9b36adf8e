/** How a record gets to each outlet. A carrier makes requests and says what came of them; it remembers nothing. */

import type { Delivery, OutletId } from '../../utils/core/integrations/delivery-state.ts';
import { judgeWrite, type WebAnswer } from '../../utils/core/integrations/http.ts';
import {
  INTERVALS_ADDRESS,
  isAmong,
  lookRequest,
  type OutgoingSession,
  writeRequest,
} from '../../utils/core/integrations/intervals.ts';
import type { OutgoingRecord } from '../../utils/core/integrations/outgoing-record.ts';
import type { OutletSecrets } from '../../utils/core/integrations/setup.ts';
import { webhookRequest } from '../../utils/core/integrations/webhook.ts';
import type { Web } from './http-client.ts';

export type Carrier = (
  outgoing: OutgoingRecord,
  secrets: OutletSecrets,
  done: (delivery: Delivery) => void,
) => void;

export interface CarrierTools {
  readonly web: Web;
  readonly nowMs: () => number;
  /** Another place than intervals.icu, for tests. */
  readonly intervalsAddress?: string;
}

export function createCarriers(tools: CarrierTools): Readonly<Record<OutletId, Carrier>> {
  return { webhook: webhookCarrier(tools), intervals: intervalsCarrier(tools) };
}

function webhookCarrier({ web, nowMs }: CarrierTools): Carrier {
  return (outgoing, secrets, done) =>
    web(webhookRequest(outgoing, secrets), (answer) => done(judgeWrite(answer, nowMs(), Date.parse)));
}

/** Looks before it writes; where it cannot look, it does not write. */
function intervalsCarrier({ web, nowMs, intervalsAddress = INTERVALS_ADDRESS }: CarrierTools): Carrier {
  return (outgoing, { secret }, done) => {
    const { record } = outgoing;
    if (record.kind !== 'session') {
      done({ came: 'refused', why: 'only sessions go there' });
      return;
    }
    const session: OutgoingSession = { install: outgoing.install, seq: outgoing.seq, record };
    web(lookRequest(session, intervalsAddress, secret), (look) => {
      const looked = lookResult(session, look, judgeWrite(look, nowMs(), Date.parse));
      if (looked !== 'absent') {
        done(looked);
        return;
      }
      web(writeRequest(session, intervalsAddress, secret), (answer) =>
        done(judgeWrite(answer, nowMs(), Date.parse)),
      );
    });
  };
}

/** `absent` alone allows a write. */
function lookResult(session: OutgoingSession, look: WebAnswer, judged: Delivery): Delivery | 'absent' {
  if (!look.answered || judged.came !== 'delivered') return notLooked(judged);
  const isThere = isAmong(session, look.body);
  if (isThere === null) return { came: 'later', why: 'the list of activities was not readable' };
  return isThere ? { came: 'delivered' } : 'absent';
}

/** A look changes nothing, so what would be unclear for a write is clear for it: nothing was sent. */
function notLooked(judged: Delivery): Delivery {
  switch (judged.came) {
    case 'unanswered':
    case 'refused':
      return { came: 'later', why: `could not look: ${judged.why}` };
    default:
      return judged;
  }
}
