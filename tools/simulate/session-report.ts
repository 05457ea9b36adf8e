/**
 * The report of a simulated session. The times of cues come from the motor, their due times from the plan, and the holds
 * from what the phone has stored.
 */
import type { Simulation } from 'zepp-watch-simulator';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import type { HoldRecord } from '../../utils/core/log/record.ts';
import { type Plan, plannedHoldS, type Slot } from '../../utils/core/routine/plan.ts';
import { decodeBlock, installOfKey } from '../../utils/core/sync/frame-block.ts';
import { DONE_WAIT_MS, MARCH_LEAD_MS } from '../../utils/core/tuning.ts';
import { type FeltCue, feltCues } from './decode-cues.ts';

export interface CueRow {
  readonly cue: string;
  readonly to?: string;
  readonly step: string | null;
  readonly side: string | null;
  readonly spot: number | null;
  /** After the start of its hold or march, ms; null if the cue has no due time. */
  readonly dueMs: number | null;
  readonly playedMs: number | null;
}

export interface HoldRow {
  readonly step: string;
  readonly side: string;
  readonly spot: number;
  readonly seconds: number;
  readonly outcome: string;
}

export interface SessionReport {
  readonly device: string;
  readonly breaches: readonly string[];
  readonly cues: readonly CueRow[];
  readonly holds: readonly HoldRow[];
  readonly march: { readonly beats: number };
  readonly phone: {
    readonly records: readonly {
      readonly installId: number;
      readonly seq: number;
      readonly holds: readonly HoldRow[];
    }[];
  };
}

export function reportOf(sim: Simulation, plan: Plan): SessionReport {
  const records = phoneRecords(sim.phone.storage);
  const newest = records[records.length - 1];
  return {
    device: sim.device.name,
    breaches: sim.breaches.map((breach) => `${breach.rule}: ${breach.sentence} (${breach.source})`),
    cues: cueRows(feltCues(sim.pulses), plan),
    holds: newest === undefined ? [] : newest.holds,
    march: { beats: newest === undefined ? 0 : newest.beats },
    phone: { records: records.map(({ installId, seq, holds }) => ({ installId, seq, holds })) },
  };
}

/** The report as lines for people. */
export function reportText(report: SessionReport): string {
  const lines = [
    `${report.device}: one session, one tap on Start`,
    '',
    'cue         where                       due        played',
    ...report.cues.map(cueLine),
    '',
    ...report.holds.map(
      (hold) => `${hold.step} ${hold.side} ${hold.spot}: ${hold.seconds} s, ${hold.outcome}`,
    ),
    `march: ${report.march.beats} lifts`,
    `on the phone: ${report.phone.records.length} session(s)`,
    `breaches of platform rules: ${report.breaches.length}`,
    ...report.breaches,
  ];
  return `${lines.join('\n')}\n`;
}

function cueLine(row: CueRow): string {
  const name = row.to === undefined ? row.cue : `${row.cue} (${row.to})`;
  const where = [row.step, row.side, row.spot].filter((part) => part !== null).join(' ');
  const times =
    row.dueMs === null || row.playedMs === null ? '' : `${seconds(row.dueMs)} ${seconds(row.playedMs)}`;
  return `${name.padEnd(12)}${where.padEnd(24)}${times}`.trimEnd();
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(2)} s`.padStart(10);
}

/** The slot of each cue. A start cue begins the next slot, from which its due times count. */
function cueRows(felt: readonly FeltCue[], plan: Plan): readonly CueRow[] {
  const rows: CueRow[] = [];
  let at = -1;
  let startedAtMs = 0;
  let beats = 0;
  for (const { cue, atMs } of felt) {
    if (cue?.name === 'start') {
      at++;
      startedAtMs = atMs;
      beats = 0;
    }
    const slot = plan.slots[at];
    const isHold = slot !== undefined && slot.kind === 'hold';
    const dueMs =
      slot === undefined || cue === null ? null : dueSinceStart(slot, cue.name, atMs - startedAtMs, beats);
    if (cue?.name === 'beat') beats++;
    rows.push({
      cue: cue === null ? 'unknown' : cue.name,
      ...(cue?.name === 'move' ? { to: cue.to ?? 'spot' } : {}),
      step: slot === undefined ? null : slot.step,
      side: isHold ? slot.side : null,
      spot: isHold ? slot.spot : null,
      dueMs,
      playedMs: dueMs === null ? null : atMs - startedAtMs,
    });
  }
  return rows;
}

/**
 * When a cue is due after the start cue of its hold or march, ms.
 * @param passedMs since that start cue, because a hold may ask the same question more than once
 * @param beats of the march that have been felt
 */
function dueSinceStart(slot: Slot, name: string, passedMs: number, beats: number): number | null {
  if (name === 'start') return 0;
  if (slot.kind === 'march') {
    const beatMs = MARCH_LEAD_MS + beats * slot.beatS * 1000;
    if (name === 'beat') return beatMs;
    return name === 'move' || name === 'done' ? beatMs + DONE_WAIT_MS : null;
  }
  if (name === 'move' || name === 'done') return plannedHoldS(slot) * 1000;
  const marks = slot.cues.filter(({ cue }) => cue === name || (cue === 'press' && name === 'check'));
  const distanceMs = ({ atS }: { atS: number }): number => Math.abs(passedMs - atS * 1000);
  const mark = [...marks].sort((one, other) => distanceMs(one) - distanceMs(other))[0];
  return mark === undefined ? null : mark.atS * 1000;
}

interface PhoneRecord {
  readonly installId: number;
  readonly seq: number;
  readonly beats: number;
  readonly holds: readonly HoldRow[];
}

/** Every readable record in the phone's storage, sorted by watch and seq. */
function phoneRecords(storage: ReadonlyMap<string, string>): readonly PhoneRecord[] {
  const records: PhoneRecord[] = [];
  for (const [key, text] of storage) {
    const installId = installOfKey(key);
    if (installId === null) continue;
    for (const frame of decodeBlock(text).frames) {
      const record = decodeRecord(frame);
      if (!record.ok || record.value.kind !== 'session') continue;
      const { beats, holds } = record.value;
      records.push({ installId, seq: frame.seq, beats, holds: holds.map(holdRow) });
    }
  }
  return records.sort((a, b) => a.installId - b.installId || a.seq - b.seq);
}

function holdRow({ step, side, spot, seconds, outcome }: HoldRecord): HoldRow {
  return { step, side, spot, seconds, outcome };
}
