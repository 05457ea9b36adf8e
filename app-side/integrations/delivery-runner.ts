/**
 * Sends what is due, an outlet at a time beside the others, until one attempt of an outlet does not come through; the
 * rest waits until it is due, while the service lives, or for the next wake. Every step is stored before it is taken. The
 * only writer of the ledgers.
 */

import {
  type Delivery,
  dueRecord,
  hasRoom,
  mayTry,
  nextTryInMs,
  OUTLETS,
  type OutletId,
  type OutletLedger,
  parseLedger,
  passed,
  sending,
  settled,
  takenThrough,
  takenUp,
  type Underway,
} from '../../utils/core/integrations/delivery-state.ts';
import {
  isComplete,
  ledgerKey,
  parseSecrets,
  parseSetup,
  secretsKey,
  setupKey,
} from '../../utils/core/integrations/setup.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import type { Frame } from '../../utils/core/log/frame.ts';
import { blockKey, decodeBlock, installOfKey } from '../../utils/core/sync/frame-block.ts';
import { blockKeys } from '../../utils/core/trend/stored-log.ts';
import type { TextStore } from '../record-store.ts';
import type { Carrier } from './senders.ts';

export interface OutletRunner {
  /** Tries what is due; an outlet that is at it already goes on. What fails is tried again when it is due. */
  run(): void;
}

export interface OutletTools {
  readonly texts: TextStore;
  readonly carriers: Readonly<Record<OutletId, Carrier>>;
  readonly nowMs: () => number;
  /** Calls `code` once after so long, while the service lives; the result calls it off. */
  readonly after: (ms: number, code: () => void) => () => void;
}

/** Wait before a record that needs a newer version of the app is looked at again. */
const NEWER_VERSION_WAIT_MS = 24 * 3_600_000;

export function createOutletRunner(tools: OutletTools): OutletRunner {
  const busy = new Set<OutletId>();
  const planned = new Map<OutletId, () => void>();

  function runOne(outlet: OutletId): void {
    if (busy.has(outlet)) return;
    busy.add(outlet);
    runOutlet(tools, outlet, () => {
      busy.delete(outlet);
      plan(outlet);
    });
  }

  /** One timer an outlet: that of before is called off, since a wake may have come in between. */
  function plan(outlet: OutletId): void {
    planned.get(outlet)?.();
    planned.delete(outlet);
    const waitMs = nextTry(tools, outlet);
    if (waitMs !== null)
      planned.set(
        outlet,
        tools.after(waitMs, () => runOne(outlet)),
      );
  }

  return { run: () => OUTLETS.forEach(runOne) };
}

/** When an outlet that is switched on has something to try again, ms from now. */
function nextTry({ texts, nowMs }: OutletTools, outlet: OutletId): number | null {
  if (!isReady(texts, outlet)) return null;
  const ledger = parseLedger(texts.getItem(ledgerKey(outlet)));
  return ledger === null ? null : nextTryInMs(ledger, nowMs());
}

function isReady(texts: TextStore, outlet: OutletId): boolean {
  const { isOn } = parseSetup(texts.getItem(setupKey(outlet)));
  return isOn && isComplete(outlet, parseSecrets(texts.getItem(secretsKey(outlet))));
}

/** One record after the other. A loop and no recursion, since a carrier may answer at once and a log may be long. */
function runOutlet(tools: OutletTools, outlet: OutletId, over: () => void): void {
  for (;;) {
    let isWaiting = false;
    let goesOn: boolean | null = null;
    const isTried = attempt(tools, outlet, (again) => {
      goesOn = again;
      if (!isWaiting) return;
      if (again) runOutlet(tools, outlet, over);
      else over();
    });
    if (!isTried) {
      over();
      return;
    }
    if (goesOn === null) {
      isWaiting = true;
      return;
    }
    if (!goesOn) {
      over();
      return;
    }
  }
}

/** Tries one record; false where there is none to try. `done` is told whether another may be tried. */
function attempt(tools: OutletTools, outlet: OutletId, done: (again: boolean) => void): boolean {
  const { texts, nowMs } = tools;
  const next = taken(tools, outlet);
  if (next === null) return false;
  const { record, frame, ledger } = next;
  const settle = (delivery: Delivery): void => {
    // Read anew: the wearer may have changed or deleted it meanwhile.
    const latest = parseLedger(texts.getItem(ledgerKey(outlet)));
    if (latest !== null) keep(texts, outlet, settled(latest, record, delivery, nowMs()));
    done(latest !== null && (delivery.came === 'delivered' || delivery.came === 'refused'));
  };
  const read = frame === null ? null : decodeRecord(frame);
  if (read === null) settle({ came: 'refused', why: 'the phone has it no more' });
  else if (!read.ok) settle({ came: 'later', why: read.failure.what, waitMs: NEWER_VERSION_WAIT_MS });
  else if (read.value.kind === 'void') settle({ came: 'refused', why: 'the record is lost' });
  else if (!keep(texts, outlet, sending(ledger, record, nowMs()))) done(false);
  else {
    const secrets = parseSecrets(texts.getItem(secretsKey(outlet)));
    const outgoing = { install: record.install, seq: record.seq, record: read.value };
    tools.carriers[outlet](outgoing, secrets, settle);
  }
  return true;
}

interface Taken {
  readonly ledger: OutletLedger;
  readonly record: Underway;
  readonly frame: Frame | null;
}

/** The record to try now: one that is due again, or the next of the log; stored as taken up. */
function taken({ texts, nowMs }: OutletTools, outlet: OutletId): Taken | null {
  if (!isReady(texts, outlet)) return null;
  let ledger = parseLedger(texts.getItem(ledgerKey(outlet)));
  if (ledger === null || !mayTry(ledger, nowMs())) return null;
  const due = dueRecord(ledger, nowMs());
  if (due !== null) return { ledger, record: due, frame: frameOf(texts, due.install, due.seq) };
  if (!hasRoom(ledger)) return null;
  const keys = blockKeys(Object.keys(texts.toObject()));
  for (const install of new Set(keys.map(installOfKey))) {
    if (install === null) continue;
    let frame = nextFrame(texts, keys, install, takenThrough(ledger, install));
    while (frame !== null && !isFor(outlet, frame)) {
      ledger = passed(ledger, install, frame.seq);
      frame = nextFrame(texts, keys, install, frame.seq);
    }
    if (frame === null) continue;
    const next = takenUp(ledger, install, frame.seq, nowMs());
    const record = next.underway[next.underway.length - 1];
    if (record !== undefined && keep(texts, outlet, next)) return { ledger: next, record, frame };
  }
  return null;
}

/** Lost records go nowhere; an activity of intervals.icu has no place for an answer given later. */
function isFor(outlet: OutletId, frame: Frame): boolean {
  const read = decodeRecord(frame);
  if (!read.ok) return true;
  return read.value.kind === 'session' || (read.value.kind === 'rating' && outlet === 'webhook');
}

/** Whether the ledger is stored now: a ledger that cannot be kept must not send. */
function keep(texts: TextStore, outlet: OutletId, ledger: OutletLedger): boolean {
  const text = JSON.stringify(ledger);
  try {
    texts.setItem(ledgerKey(outlet), text);
  } catch {
    return false;
  }
  return texts.getItem(ledgerKey(outlet)) === text;
}

/** The frame with the lowest seq above `through` that the phone has of this watch. */
function nextFrame(
  texts: TextStore,
  keys: readonly string[],
  install: number,
  through: number,
): Frame | null {
  const own = keys.filter((key) => installOfKey(key) === install);
  const from = own.indexOf(blockKey(install, through));
  for (const key of own.slice(Math.max(0, from))) {
    const next = decodeBlock(texts.getItem(key)).frames.find((frame) => frame.seq > through);
    if (next !== undefined) return next;
  }
  return null;
}

function frameOf(texts: TextStore, install: number, seq: number): Frame | null {
  const { frames } = decodeBlock(texts.getItem(blockKey(install, seq)));
  return frames.find((frame) => frame.seq === seq) ?? null;
}
