/**
 * The two requests to intervals.icu: a look at the days around the session for an activity with our external id, and the
 * write of one manual activity. Basic authentication with the user name API_KEY; athlete 0 is the key's own. Sources of
 * every request and answer: docs/integrations.md.
 */

import { toBase64 } from '../base/base64.ts';
import { asciiBytes } from '../base/bytes.ts';
import type { HoldRecord, SessionRecord } from '../log/record.ts';
import { localDay } from '../schedule/calendar.ts';
import { dayText, secondText } from '../schedule/date-text.ts';
import { recordKey } from './delivery-state.ts';
import type { WebRequest } from './http.ts';

export const INTERVALS_ADDRESS = 'https://intervals.icu';

export interface OutgoingSession {
  readonly install: number;
  readonly seq: number;
  readonly record: SessionRecord;
}

/** The name of a session there, for ever. */
function externalId({ install, seq }: OutgoingSession): string {
  return `iliacus-${recordKey(install, seq)}`;
}

/** Asks for the activities from the day before to the day after the session. */
export function lookRequest(session: OutgoingSession, base: string, key: string): WebRequest {
  const day = localDay(session.record.startedAtMs, session.record.zoneOffsetMin);
  const days = `oldest=${dayText(day - 1)}&newest=${dayText(day + 1)}`;
  return { method: 'GET', url: `${base}/api/v1/athlete/0/activities?${days}`, headers: headers(key) };
}

/** Whether the session is among the activities of an answer's body; null where the body is no list of activities. */
export function isAmong(session: OutgoingSession, body: unknown): boolean | null {
  if (!Array.isArray(body)) return null;
  const id = externalId(session);
  return body.some((entry) => typeof entry === 'object' && entry !== null && entry.external_id === id);
}

/** Writes the session: a list of one, which is matched by its external id where the service does so. */
export function writeRequest(session: OutgoingSession, base: string, key: string): WebRequest {
  const { record } = session;
  const activity = {
    external_id: externalId(session),
    type: 'Workout',
    name: `Iliacus: ${record.routine.split('-').join(' ')}`,
    start_date_local: secondText(record.startedAtMs, record.zoneOffsetMin),
    elapsed_time: record.durationS,
    moving_time: record.durationS,
    description: describe(record),
  };
  return {
    method: 'POST',
    url: `${base}/api/v1/athlete/0/activities/manual/bulk`,
    headers: { ...headers(key), 'Content-Type': 'application/json' },
    body: JSON.stringify([activity]),
  };
}

function headers(key: string): Readonly<Record<string, string>> {
  return { Accept: 'application/json', Authorization: `Basic ${toBase64(asciiBytes(`API_KEY:${key}`))}` };
}

/** English, as the place is; ratings stay words here because its own scales run from 1 to 4. */
function describe(record: SessionRecord): string {
  const lines = record.holds.map(holdLine);
  if (record.beats > 0) lines.push(`March: ${record.beats} lifts`);
  lines.push(`Pain 0-10 (self-reported): before ${told(record.painBefore)}, after ${told(record.painAfter)}`);
  lines.push(`Soreness on contact 0-10 (self-reported): ${told(record.contact)}`);
  lines.push('Seconds were guided by the watch; pressure and stillness are not measured.');
  return lines.join('\n');
}

/** `stretch-calf` as `Stretch calf`: a routine's steps are named by its data. */
function stepName(step: string): string {
  const words = step.split('-').join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function holdLine({ step, side, spot, tool, seconds, outcome }: HoldRecord): string {
  return `${stepName(step)}, ${side}, spot ${spot} (${tool}): ${seconds} s, ${outcome}`;
}

function told(value: number | null): string {
  return value === null ? 'not said' : String(value);
}
