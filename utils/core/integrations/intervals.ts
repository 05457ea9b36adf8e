/**
 * The two requests to intervals.icu: one lists the activities around the session's day, to find one with our external id; the
 * other creates one manual activity. Both use basic authentication with the user name API_KEY, and athlete 0, which means the
 * key's own. docs/integrations.md names the source of every request and answer.
 */

import { toBase64 } from '../base/base64.ts';
import { asciiBytes } from '../base/bytes.ts';
import { fieldsOf } from '../base/fields.ts';
import { guidedS } from '../log/guided-time.ts';
import type { HoldRecord, SessionRecord } from '../log/record.ts';
import { isOwnId } from '../routine/own-id.ts';
import { dayText, localDay, secondText } from '../schedule/calendar.ts';
import type { HttpRequest } from './http.ts';
import { type OutgoingRecord, recordKey } from './integration.ts';

export const INTERVALS_URL = 'https://intervals.icu';

export type OutgoingSession = OutgoingRecord & { readonly record: SessionRecord };

/** The id of a session at intervals.icu; it never changes. */
function externalId({ install, seq }: OutgoingSession): string {
  return `iliacus-${recordKey(install, seq)}`;
}

/** Lists the activities from the day before the session to the day after it. */
export function findActivitiesRequest(
  session: OutgoingSession,
  baseUrl: string,
  apiKey: string,
): HttpRequest {
  const day = localDay(session.record.startedAtMs, session.record.zoneOffsetMin);
  const days = `oldest=${dayText(day - 1)}&newest=${dayText(day + 1)}`;
  const url = `${baseUrl}/api/v1/athlete/0/activities?${days}`;
  return { method: 'GET', redirect: 'manual', url, headers: headers(apiKey) };
}

/** Whether a list of activities, as an answer's body, contains the session; null if the body is no such list, as one of errors is. */
export function hasActivity(session: OutgoingSession, body: unknown): boolean | null {
  if (!Array.isArray(body)) return null;
  const isThere = body.some((entry) => fieldsOf(entry).external_id === externalId(session));
  return isThere || body.every((entry) => isId(fieldsOf(entry).id)) ? isThere : null;
}

/** Whether an answer's body names the session's activity: the list of those that were made, each with its id. */
export function namesActivity(session: OutgoingSession, body: unknown): boolean {
  const { id, external_id: name, error } = fieldsOf(Array.isArray(body) ? body[0] : null);
  return isId(id) && !error && (typeof name !== 'string' || name === externalId(session));
}

function isId(id: unknown): boolean {
  return (typeof id === 'number' && id > 0) || (typeof id === 'string' && id !== '');
}

/** Creates the session's activity. The request takes a list, and is described as matching by external id. */
export function createActivityRequest(
  session: OutgoingSession,
  baseUrl: string,
  apiKey: string,
): HttpRequest {
  const { record } = session;
  const activity = {
    external_id: externalId(session),
    type: 'Workout',
    name: `Iliacus: ${nameOf(session)}`,
    start_date_local: secondText(record.startedAtMs, record.zoneOffsetMin),
    elapsed_time: record.durationS,
    moving_time: guidedS(record),
    description: descriptionOf(record),
  };
  return {
    method: 'POST',
    redirect: 'manual',
    url: `${baseUrl}/api/v1/athlete/0/activities/manual/bulk`,
    headers: { ...headers(apiKey), 'Content-Type': 'application/json' },
    body: JSON.stringify([activity]),
  };
}

function headers(apiKey: string): Readonly<Record<string, string>> {
  return { Accept: 'application/json', Authorization: `Basic ${toBase64(asciiBytes(`API_KEY:${apiKey}`))}` };
}

/** The description is English, as intervals.icu is. Ratings go in here as words, because its own scales run from 1 to 4. */
function descriptionOf(record: SessionRecord): string {
  const isOwn = isOwnId(record.routine);
  const lines = record.holds.map((hold) => holdLine(hold, isOwn ? hold.step : stepName(hold.step)));
  if (record.beats > 0) lines.push(`March: ${record.beats} lifts`);
  lines.push(
    `Pain 0-10 (self-reported): before ${ratingText(record.painBefore)}, after ${ratingText(record.painAfter)}`,
  );
  lines.push(`Soreness on contact 0-10 (self-reported): ${ratingText(record.contact)}`);
  lines.push('Seconds were guided by the watch; pressure and stillness are not measured.');
  return lines.join('\n');
}

/** One of the wearer's own by its name; any other as its id, which says what it is. */
function nameOf({ record, routineName }: OutgoingSession): string {
  if (isOwnId(record.routine)) return routineName ?? 'a routine that is no longer here';
  return record.routine.split('-').join(' ');
}

/** `stretch-calf` as `Stretch calf`: the routine's data names its steps. */
function stepName(step: string): string {
  const words = step.split('-').join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function holdLine({ side, spot, tool, seconds, outcome }: HoldRecord, name: string): string {
  return `${name}, ${side}, spot ${spot} (${tool}): ${seconds} s, ${outcome}`;
}

function ratingText(value: number | null): string {
  return value === null ? 'not said' : String(value);
}
