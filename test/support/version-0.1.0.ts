/** Version 0.1.0: its packed app, and what it had stored (`test/fixtures/version-0.1.0`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppPackage } from 'zepp-watch-simulator';
import { openZpk } from 'zepp-watch-simulator/package';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import { scanFrames } from '../../utils/core/log/frame.ts';
import type { RatingRecord, SessionRecord } from '../../utils/core/log/record.ts';
import { createPackedWatch, type PackedWatch, type Past } from './packed-watch.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'version-0.1.0');

/** The content of one file of the fixtures. */
interface Situation {
  readonly what: string;
  /** When the stored state was captured, UTC ms. */
  readonly leftAtMs: number;
  readonly zoneOffsetMin: number;
  /** Files of the app on the watch, in base64. */
  readonly files: Readonly<Record<string, string>>;
  readonly phoneStorage: Readonly<Record<string, string>>;
}

export function openVersion010(): AppPackage {
  return openZpk(new Uint8Array(readFileSync(join(FOLDER, 'app-round-480.zpk'))));
}

/**
 * A watch and a phone with what version 0.1.0 had stored. `app` is installed on them and not launched yet.
 * @param name a file of the fixtures, without its ending
 * @param laterMs the time since the state was captured
 */
export function continued(app: AppPackage, name: string, laterMs = 0, past: Past = {}): PackedWatch {
  const situation = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Situation;
  return createPackedWatch(app, 1, {
    files: new Map(
      Object.entries(situation.files).map(([path, text]) => [
        path,
        new Uint8Array(Buffer.from(text, 'base64')),
      ]),
    ),
    phoneStorage: situation.phoneStorage,
    startEpochMs: situation.leftAtMs + laterMs,
    zoneOffsetMin: situation.zoneOffsetMin,
    ...past,
  });
}

/** Combines the watch's half of one app with the phone's half of another. */
export function pairOf(onWatch: AppPackage, onPhone: AppPackage): AppPackage {
  const { 'app-side': service, setting } = onPhone.manifest.module;
  const module = {
    ...onWatch.manifest.module,
    ...(service === undefined ? {} : { 'app-side': service }),
    ...(setting === undefined ? {} : { setting }),
  };
  return {
    deviceFiles: onWatch.deviceFiles,
    phoneFiles: onPhone.phoneFiles,
    manifest: { ...onWatch.manifest, module },
  };
}

export interface Records {
  readonly sessions: readonly SessionRecord[];
  readonly ratings: readonly RatingRecord[];
}

/** @param frames the bytes of each record, hexadecimal, as `PackedWatch` gives them */
export function recordsIn(frames: readonly string[]): Records {
  const records = frames
    .flatMap((hex) => scanFrames(new Uint8Array(Buffer.from(hex, 'hex'))).frames)
    .map((frame) => {
      const record = decodeRecord(frame);
      if (!record.ok) throw new Error(record.failure.what);
      return record.value;
    });
  return {
    sessions: records.filter((record) => record.kind === 'session'),
    ratings: records.filter((record) => record.kind === 'rating'),
  };
}

/** Taps a text on the watch, and gives the app a second. */
export async function tap(watch: PackedWatch, text: string): Promise<void> {
  watch.perform({ verb: 'tap-text', text });
  await watch.wait(1_000);
}

export function shown(watch: PackedWatch, text: string, limitMs?: number): Promise<void> {
  return watch.until(`“${text}” on the watch`, () => watch.texts().includes(text), limitMs);
}

/** Leaves the app, and opens it again after `laterMs`. */
export async function openedAgain(watch: PackedWatch, laterMs: number): Promise<void> {
  watch.perform({ verb: 'key', key: 'home', action: 'click' });
  await watch.wait(laterMs);
  await watch.launch();
  await watch.wait(1_000);
}

/** Plays the running session to its end, past the questions about it if the version asks any, until the phone has it. */
export async function toTheEnd(watch: PackedWatch): Promise<void> {
  const isShown = (text: string): boolean => watch.texts().includes(text);
  const isOver = (): boolean => isShown('Skip') || isShown('Saved on the phone');
  await watch.until('the end of the session', isOver, 20 * 60_000);
  while (isShown('Skip')) await tap(watch, 'Skip');
  await shown(watch, 'Saved on the phone');
}

/**
 * Plays a session from Start to the summary without another touch, until the phone has it. It relies on texts alone, because the pages have
 * other paths now.
 */
export async function playSession(watch: PackedWatch): Promise<void> {
  await shown(watch, 'Start');
  await tap(watch, 'Start');
  // Its wearer has learned other patterns, so the card comes before the first session after the update.
  if (watch.texts().includes('Got it')) await tap(watch, 'Got it');
  // Before the first session with an own routine, its author's safety text comes too.
  if (watch.texts().includes('Its author says')) await tap(watch, 'I understand');
  await toTheEnd(watch);
}
