/** One sender for each integration: it makes the requests for a record and says what came of them. It remembers nothing. */
import type { HttpAnswer } from '../../utils/core/integrations/http.ts';
import type { IntegrationId, OutgoingRecord } from '../../utils/core/integrations/integration.ts';
import {
  createActivityRequest,
  findActivitiesRequest,
  hasActivity,
  INTERVALS_URL,
  namesActivity,
  type OutgoingSession,
} from '../../utils/core/integrations/intervals.ts';
import { parseSecret } from '../../utils/core/integrations/secret.ts';
import { resultOfWrite, type SendResult } from '../../utils/core/integrations/send-result.ts';
import type { IntegrationSecrets } from '../../utils/core/integrations/setup.ts';
import { webhookRequest } from '../../utils/core/integrations/webhook.ts';
import { parseAddress } from '../../utils/core/integrations/webhook-address.ts';
import { lookWhy, statusWhy, WHY } from '../../utils/core/integrations/why.ts';
import { isPossibleStart } from '../../utils/core/schedule/possible-start.ts';
import type { HttpClient } from './http-client.ts';

/** Sends one record and calls `done` once with what came of it. */
export type Sender = (
  outgoing: OutgoingRecord,
  secrets: IntegrationSecrets,
  done: (result: SendResult) => void,
) => void;

export interface SenderPorts {
  readonly http: HttpClient;
  readonly nowMs: () => number;
  /** Another server than intervals.icu, for tests. */
  readonly intervalsUrl?: string;
}

export function createSenders(ports: SenderPorts): Readonly<Record<IntegrationId, Sender>> {
  return {
    webhook: withSoundSecrets(webhookSender(ports)),
    intervals: withSoundSecrets(intervalsSender(ports)),
  };
}

/** An earlier version accepted values without a check. If a request cannot contain one, no retry can help. */
function withSoundSecrets(send: Sender): Sender {
  return (outgoing, secrets, done) => {
    const secret = parseSecret(secrets.secret);
    const address = secrets.address === '' ? null : parseAddress(secrets.address);
    if (!secret.ok) done({ kind: 'blocked', why: WHY.key });
    else if (address !== null && !address.ok) done({ kind: 'blocked', why: WHY.address });
    else send(outgoing, { secret: secret.value, address: address === null ? '' : address.value }, done);
  };
}

function webhookSender({ http, nowMs }: SenderPorts): Sender {
  return (outgoing, secrets, done) =>
    http(webhookRequest(outgoing, secrets, nowMs()), (answer) =>
      done(resultOfWrite(answer, nowMs(), Date.parse)),
    );
}

/**
 * Checks whether the session is already there, and writes only if the check was answered and it is not. A session with an
 * impossible date is not sent to a calendar.
 */
function intervalsSender({ http, nowMs, intervalsUrl = INTERVALS_URL }: SenderPorts): Sender {
  const judge = (answer: HttpAnswer): SendResult => resultOfWrite(answer, nowMs(), Date.parse);
  return (outgoing, { secret }, done) => {
    const { record } = outgoing;
    if (record.kind !== 'session') {
      done({ kind: 'refused', why: 'only sessions go there' });
      return;
    }
    if (!isPossibleStart(record.startedAtMs, nowMs())) {
      done({ kind: 'not-yet', why: WHY.date });
      return;
    }
    const session: OutgoingSession = { ...outgoing, record };
    http(findActivitiesRequest(session, intervalsUrl, secret), (answer) => {
      const found = resultOfLook(session, answer, judge(answer));
      if (found !== 'absent') {
        done(found);
        return;
      }
      http(createActivityRequest(session, intervalsUrl, secret), (answer) =>
        done(resultOfCreation(session, answer, judge(answer))),
      );
    });
  };
}

/** A write counts only where the place names the activity that it has made. Anything else leaves it in doubt, and is looked for. */
function resultOfCreation(session: OutgoingSession, answer: HttpAnswer, judged: SendResult): SendResult {
  if (!answer.answered || judged.kind !== 'delivered') return judged;
  const { status, body } = answer;
  const isNamed = (status === 200 || status === 201) && namesActivity(session, body);
  return isNamed ? judged : { kind: 'unanswered', why: statusWhy(status) };
}

/** Only `absent` allows a write. */
function resultOfLook(
  session: OutgoingSession,
  answer: HttpAnswer,
  judged: SendResult,
): SendResult | 'absent' {
  if (!answer.answered || judged.kind !== 'delivered') return resultOfFailedLook(judged);
  // Any other success may have a part of the list, or none.
  if (answer.status !== 200) return { kind: 'retry', why: lookWhy(statusWhy(answer.status)) };
  const isThere = hasActivity(session, answer.body);
  if (isThere === null) return { kind: 'retry', why: WHY.list };
  return isThere ? { kind: 'delivered' } : 'absent';
}

/** A check changes nothing, so a failure that would leave a write in doubt leaves no doubt here: nothing was sent. */
function resultOfFailedLook(judged: SendResult): SendResult {
  switch (judged.kind) {
    case 'unanswered':
    case 'conflict':
      return { kind: 'retry', why: lookWhy(judged.why) };
    case 'refused':
      return { kind: 'refused', why: lookWhy(judged.why) };
    default:
      return judged;
  }
}
