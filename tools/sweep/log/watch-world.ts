/** One watch and one phone with everything that was lived on the watch, for sweeps that break their storage. */

import { createManualClock, type ManualClock } from '../../../test/support/manual-clock.ts';
import { createMemoryTexts, type MemoryTexts } from '../../../test/support/memory-texts.ts';
import { onPhone } from '../../../test/support/phone-and-watch.ts';
import { frameOf } from '../../../test/support/records.ts';
import { createWatchLife, defaultPlan, tickToEnd, type WatchLife } from '../../../test/support/watch-life.ts';
import { createWatch, meet } from '../../../test/support/watch-meets-phone.ts';
import { toHex } from '../../../utils/core/base/hex.ts';
import { decodeRecord } from '../../../utils/core/log/decode.ts';
import { encodeSession } from '../../../utils/core/log/encode.ts';
import { type Frame, SESSION } from '../../../utils/core/log/frame.ts';
import { makeRecord } from '../../../utils/core/log/make-record.ts';
import { type LogFault, type LogPageStart, readLogPage } from '../../../utils/core/trend/stored-log.ts';
import { logEndedSession } from '../../../utils/run/log-ended-session.ts';

/** Records in the log before, so that it has two files; the phone holds those up to `SYNCED`. */
const BEFORE = 70;
const SYNCED = 66;
const DAY_MS = 86_400_000;

export interface World {
  readonly clock: ManualClock;
  readonly contents: Map<string, Uint8Array>;
  readonly texts: MemoryTexts;
  /** The sessions that were lived, by their start: the record's body in hex, and its number where it is known. */
  readonly lived: Map<number, { readonly body: string; readonly seq: number | null }>;
  /** The starts of those of which the summary has said that they could not be stored. */
  readonly saidNotStored: Set<number>;
  /** What the watch has reported. */
  readonly lines: string[];
}

let past: { readonly contents: Map<string, Uint8Array>; readonly values: Map<string, string> } | undefined;

/** A used watch whose last four records the phone does not have yet. */
export function usedWorld(): World {
  past ??= makePast();
  const texts = createMemoryTexts();
  for (const [key, text] of past.values) texts.values.set(key, text);
  const lived: World['lived'] = new Map();
  for (let seq = 1; seq <= BEFORE; seq++) {
    const frame = frameOf(seq);
    lived.set(startOf(frame), { body: toHex(frame.body), seq });
  }
  const contents = new Map([...past.contents].map(([name, bytes]) => [name, bytes.slice()] as const));
  // After the last of those sessions.
  const clock = createManualClock(Date.UTC(2027, 0, 4, 8));
  return { clock, contents, texts, lived, saidNotStored: new Set(), lines: [] };
}

function makePast(): { readonly contents: Map<string, Uint8Array>; readonly values: Map<string, string> } {
  const texts = createMemoryTexts();
  const watch = createWatch(3, SYNCED);
  meet(watch, texts);
  for (let count = SYNCED; count < BEFORE; count++) watch.append();
  return { contents: watch.files.contents, values: texts.values };
}

/** One launch of the app. @param spoil sets what fails in it */
export function launchIn(world: World, spoil: (life: WatchLife) => void = () => {}): WatchLife {
  const life = createWatchLife(world.clock, { contents: world.contents });
  spoil(life);
  return life;
}

/** A launch, and what a wearer does who goes on with what is open, and closes what has ended. */
export function recoverIn(world: World, life: WatchLife): void {
  if (life.resume().to === 'session') {
    life.runner.load();
    tickToEnd(life);
  }
  closeIn(world, life);
}

/** A whole session of this life, from Start to its summary. */
export function liveIn(world: World, life: WatchLife): void {
  world.clock.advance(DAY_MS);
  life.runner.start(defaultPlan());
  tickToEnd(life);
  const record = makeRecord(life.runner.state());
  world.lived.set(record.startedAtMs, { body: toHex(encodeSession(record)), seq: null });
  closeIn(world, life);
}

/** What the summary does, and what it says. */
function closeIn(world: World, life: WatchLife): void {
  const finished = logEndedSession(life.ports, '', null);
  if (finished === null) return;
  const { startedAtMs } = finished.record;
  if (!finished.stored) world.saidNotStored.add(startedAtMs);
}

/** The watch meets its phone over a radio without faults, and its reports are read. */
export function syncIn(world: World, life: WatchLife): void {
  const { files, store, sessionLog, lines, ports } = life;
  const watch = { files, store, sessionLog, lines, append() {}, random: () => 0.5, report: ports.report };
  meet(watch, world.texts);
  world.lines.push(...lines);
}

/** What has become of the sessions that were lived. */
export interface Fates {
  readonly lost: number;
  readonly doubled: number;
  /** Not stored, and the summary has said so. */
  readonly saidNotStored: number;
  /** Gone, and the phone's history names their numbers. */
  readonly named: number;
  /** Gone, and the watch's report, which the phone exports, names the file. */
  readonly reported: number;
}

export function fatesIn({ texts, lived, saidNotStored, lines }: World): Fates {
  const fates = { lost: 0, doubled: 0, saidNotStored: 0, named: 0, reported: 0 };
  const held = new Map<number, string>();
  for (const frame of onPhone(texts)) {
    if (frame.kind !== SESSION) continue;
    const start = startOf(frame);
    if (held.has(start) || !lived.has(start)) fates.doubled++;
    held.set(start, toHex(frame.body));
  }
  const faults = allFaults(texts);
  const isReported = lines.some((line) => /cannot be read|damaged|gone|lost|could not be stored/.test(line));
  for (const [start, { body, seq }] of lived) {
    // An older state of a session that is held in the place of it counts as the loss of it.
    if (held.get(start) === body) continue;
    if (saidNotStored.has(start)) fates.saidNotStored++;
    else if (seq !== null && faults.some((fault) => names(fault, seq))) fates.named++;
    else if (seq !== null && isReported) fates.reported++;
    else fates.lost++;
  }
  return fates;
}

function startOf(frame: Frame): number {
  const read = decodeRecord(frame);
  return read.ok && read.value.kind === 'session' ? read.value.startedAtMs : Number.NaN;
}

function names({ what, where }: LogFault, seq: number): boolean {
  const [first = 0, last = first] = where.split('–').map(Number);
  return what === 'lost' && seq >= first && seq <= last;
}

function allFaults(texts: MemoryTexts): readonly LogFault[] {
  const stored = { keys: [...texts.values.keys()], read: (key: string) => texts.getItem(key) };
  const faults: LogFault[] = [];
  let start: LogPageStart | null = null;
  do {
    const page = readLogPage(stored, start, 1_000);
    faults.push(...page.faults);
    start = page.next;
  } while (start !== null);
  return faults;
}
