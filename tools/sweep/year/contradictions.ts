/** What the app says after a lived year, held against what was lived. */
import { createMemoryTexts, type MemoryTexts } from '../../../test/support/memory-texts.ts';
import { readCsv } from '../../../test/support/read-csv.ts';
import { csvOf } from '../../../utils/core/export/csv.ts';
import { exportParts, readPart } from '../../../utils/core/export/export-parts.ts';
import { jsonOf } from '../../../utils/core/export/json.ts';
import { adherenceOf, physioPage } from '../../../utils/core/export/physio.ts';
import { recordKey } from '../../../utils/core/integrations/integration.ts';
import { createActivityRequest } from '../../../utils/core/integrations/intervals.ts';
import { webhookRequest } from '../../../utils/core/integrations/webhook.ts';
import type { Morning, SessionRecord } from '../../../utils/core/log/record.ts';
import { routineIds } from '../../../utils/core/routine/built-in.ts';
import { wearersDay } from '../../../utils/core/schedule/calendar.ts';
import { isPossibleStart } from '../../../utils/core/schedule/possible-start.ts';
import { countedSessions } from '../../../utils/core/trend/counted-sessions.ts';
import { readLogPage, type StoredSession } from '../../../utils/core/trend/stored-log.ts';
import { trendSeries } from '../../../utils/core/trend/trend-series.ts';
import {
  meaningfulPoints,
  sorenessVerdicts,
  verdictsOfNow,
} from '../../../utils/core/trend/trend-verdict.ts';
import { nextSession } from '../../../utils/run/next-session.ts';
import { newWatch } from '../../../utils/run/preferences.ts';
import { importPart } from './imports.ts';
import type { Watch } from './year.ts';

/** A session as it was lived, with what was said about it. */
export interface Lived {
  readonly install: number;
  readonly seq: number;
  readonly record: SessionRecord;
  readonly guidedS: number;
  readonly painBefore: number | null;
  painAfter: number | null;
  /** The worse of both sides. */
  contact: number | null;
  contactLeft: number | null;
  contactRight: number | null;
  morning: Morning | null;
}

/** With fewer seconds there is nothing to rest from. */
export const RESTED_FROM_S = 30;

const REST = { earliestDays: 2, latestDays: 14 };

/** @param isOver everything has been synced: what is missing on the phone is lost */
export function contradictions(
  texts: MemoryTexts,
  lived: readonly Lived[],
  nowMs: number,
  isOver: boolean,
): readonly string[] {
  const faults: string[] = [];
  const stored = { keys: [...texts.values.keys()], read: (key: string) => texts.getItem(key) };
  const { sessions } = readLogPage(stored, null, 10_000);
  const byKey = new Map(sessions.map((session) => [recordKey(session.install, session.seq), session]));
  const told = lived.flatMap((one) => {
    const session = byKey.get(recordKey(one.install, one.seq));
    if (session === undefined && isOver) faults.push(`record ${one.seq} is missing on the phone`);
    return session === undefined ? [] : [[one, session] as const];
  });
  if (sessions.length > told.length) faults.push('the phone has a session that nobody lived');
  if (isOver) for (const [one, session] of told) checkAnswers(one, session, faults);
  for (const [one, session] of told) checkGuided(one, session, nowMs, faults);
  if (isOver) checkExports(stored, told, faults);
  checkPhysio(sessions, faults);
  for (const routine of routineIds) {
    checkTrend(stored, sessions, routine, nowMs, faults);
  }
  checkAdherence(sessions, nowMs, faults);
  return faults;
}

function answersOf(one: Lived | StoredSession): string {
  const { painBefore, painAfter, contact, contactLeft, contactRight, morning } = one;
  return JSON.stringify([painBefore, painAfter, contact, contactLeft, contactRight, morning]);
}

function checkAnswers(one: Lived, session: StoredSession, faults: string[]): void {
  const [said, shown] = [answersOf(one), answersOf(session)];
  if (said !== shown) faults.push(`of record ${one.seq} ${said} was said, and ${shown} is shown`);
}

function checkGuided({ guidedS, seq }: Lived, session: StoredSession, nowMs: number, faults: string[]): void {
  const { record, install } = session;
  const outgoing = { install, seq, record };
  const [activity] = JSON.parse(createActivityRequest(outgoing, 'https://x', 'k').body ?? '[]');
  const hook = JSON.parse(webhookRequest(outgoing, { address: 'https://x', secret: '' }, nowMs).body ?? '{}');
  if ((hook.doubtfulDate === true) === isPossibleStart(record.startedAtMs, nowMs))
    faults.push(
      `record ${seq}: a webhook is told that its date is ${hook.doubtfulDate ? 'doubtful' : 'right'}`,
    );
  const all = [activity.moving_time, hook.guidedS];
  if (all.some((seconds) => seconds !== guidedS))
    faults.push(`record ${seq}: ${guidedS} s guided, told as ${all}`);
  if (activity.elapsed_time < guidedS) faults.push(`record ${seq} was shorter than what was guided in it`);
}

/** CSV and JSON say the same of each session; an import into an empty phone brings the same sessions. */
function checkExports(
  stored: Parameters<typeof readPart>[0],
  told: readonly (readonly [Lived, StoredSession])[],
  faults: string[],
): void {
  const parts = exportParts(stored.keys);
  const guided = new Map(told.map(([one]) => [recordKey(one.install, one.seq), one.guidedS]));
  const other = createMemoryTexts();
  parts.forEach((_, at) => {
    const { sessions, frames } = readPart(stored, parts, at);
    for (const row of readCsv(csvOf(sessions))) {
      const expected = guided.get(`${row.watch?.replace(/^'/, '')}:${row.record}`);
      if (Number(row.session_guided_s) !== expected)
        faults.push(`CSV, record ${row.record}: ${row.session_guided_s} s`);
    }
    for (const { watch, seq, guidedS, record } of JSON.parse(jsonOf(frames)).records) {
      const isRight = record?.kind !== 'session' || guided.get(`${watch}:${seq}`) === guidedS;
      if (!isRight) faults.push(`JSON, record ${seq}: ${guidedS} s`);
    }
    faults.push(...importPart(other, frames));
  });
  const again = { keys: [...other.values.keys()], read: (key: string) => other.getItem(key) };
  if (readLogPage(again, null, 10_000).sessions.length !== told.length)
    faults.push('an import brings other sessions');
}

/** The doses of a physio's page are the guided holds of the sessions that it covers. */
function checkPhysio(sessions: readonly StoredSession[], faults: string[]): void {
  const covered = sessions.slice(0, 40);
  const holds = covered.flatMap(({ record }) => record.holds).filter(({ seconds }) => seconds > 0);
  const doses = physioPage(covered).filter(({ key }) => key === 'physio.dose');
  const counted = doses.reduce((sum, { values }) => sum + Number(values[1]), 0);
  const minutes = doses.reduce((sum, { values }) => sum + Number(values[3]), 0);
  const guidedMin = holds.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
  if (counted !== holds.length)
    faults.push(`the physio reads of ${counted} holds, and ${holds.length} were guided`);
  if (Math.abs(minutes - guidedMin) > doses.length / 2)
    faults.push(`the physio reads ${minutes} of ${guidedMin} min`);
}

function checkTrend(
  stored: Parameters<typeof readPart>[0],
  sessions: readonly StoredSession[],
  routine: string,
  nowMs: number,
  faults: string[],
): void {
  const series = trendSeries(stored, sessions.slice(0, 40), routine, nowMs);
  if (series.some(({ record }) => record.routine !== routine || !isPossibleStart(record.startedAtMs, nowMs)))
    faults.push(`the trend of ${routine} counts a session that does not count`);
  const verdicts = verdictsOfNow(series);
  const [main] = verdicts;
  const sides = main?.measure === 'contact' ? sorenessVerdicts(series, main) : [];
  for (const { change, measure, before, now, first } of [...verdicts, ...sides]) {
    const points = meaningfulPoints(before);
    const right = now - before <= -points ? 'better' : now - before >= points ? 'worse' : 'same';
    if (change !== right) faults.push(`${measure} from ${before} to ${now} is called ${change}`);
    if (first[measure] === null)
      faults.push(`the series of ${measure} begins with a session that was not rated`);
  }
}

/** Rest follows from the newest session of the routine on that watch whose date can be. */
export function checkRest(
  { store, sessionLog }: Watch,
  lived: readonly Lived[],
  nowMs: number,
  zoneMin: number,
  faults: string[],
): void {
  for (const routine of routineIds) {
    const own = lived.filter(
      ({ install, record, guidedS }) =>
        install === sessionLog.installId() && record.routine === routine && guidedS >= RESTED_FROM_S,
    );
    const counted = own.filter(({ record }) => isPossibleStart(record.startedAtMs, nowMs));
    const last = counted[counted.length - 1];
    const planSummary = { rest: REST } as never;
    const { key } = nextSession(store, { ...newWatch, routine, planSummary }, nowMs, zoneMin);
    const days =
      last === undefined
        ? Number.POSITIVE_INFINITY
        : wearersDay(nowMs, zoneMin) - wearersDay(last.record.startedAtMs, last.record.zoneOffsetMin);
    const isToday = key.startsWith('next.today') || key === 'next.ready';
    const state = key === 'next.open' ? 'open' : isToday ? 'ready' : 'soon';
    // A sore wearer who felt worse the next morning gets the longer rest.
    const least = last?.morning === 'worse' ? REST.latestDays : REST.earliestDays;
    const right = days > REST.latestDays ? 'open' : days >= least ? 'ready' : 'soon';
    // Two sessions of a routine are noted: behind more wrong dates in a row, any day is good.
    const isBehind = last !== undefined && own.length - 1 - own.indexOf(last) >= 2;
    if (state !== right && !(isBehind && state === 'open')) {
      faults.push(`${key} is said of ${routine}, ${days} days after its last session`);
    }
  }
}

function checkAdherence(sessions: readonly StoredSession[], nowMs: number, faults: string[]): void {
  const counted = countedSessions(sessions, nowMs);
  const { inWindow, sooner, later } = adherenceOf(counted);
  let rests = 0;
  for (const routine of routineIds) {
    const own = counted.filter(({ record }) => record.routine === routine);
    rests += Math.max(0, own.length - 1);
  }
  if (inWindow + sooner + later > rests)
    faults.push(`${inWindow + sooner + later} rests are counted of ${rests}`);
}
