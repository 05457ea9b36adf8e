/** Bytes of a session in the log, beside general codecs for the same fields in the same frames, and the entropy of the model. */
import { encode as msgpack } from '@msgpack/msgpack';
import { encode as cbor } from 'cborg';
import { build } from 'esbuild';
import protobuf from 'protobufjs';
import { encodeSession } from '../../../utils/core/log/encode.ts';
import { encodeFrame, SESSION } from '../../../utils/core/log/frame.ts';
import type { SessionRecord } from '../../../utils/core/log/record.ts';
import { repositoryRoot } from '../../shared/project.ts';
import { createSource, drawSession, type Holds } from '../session-model.ts';
import type { Table } from '../table.ts';

const COUNT = 1_000;
const SEED = 20_261_123;

/** Limit of the minified session encoder. */
export const ENCODER_BUDGET_BYTES = 4_096;

interface LogRow {
  readonly subject: string;
  readonly bytesPerSession: number;
  /** Divided by the entropy of the model. */
  readonly timesEntropy: number;
}

interface LogBench {
  readonly rows: readonly LogRow[];
  readonly toPlanBytes: Readonly<Record<Holds, number>>;
  readonly averageBytes: Readonly<Record<Holds, number>>;
  readonly entropyBytes: number;
  /** Our bytes divided by those of the best general codec. */
  readonly timesBestGeneral: number;
  /** The session encoder with all that it imports, minified as the build does it. */
  readonly encoderBytes: number;
}

/** All fields of the record as numbers in columns, which is the best input for a general codec. */
function columns(record: SessionRecord): readonly (number | readonly number[])[] {
  const words = (list: readonly string[], word: string): number => list.indexOf(word);
  const { holds, planned } = record;
  const column = (field: 'spot' | 'seconds' | 'positionedS' | 'reached'): readonly number[] =>
    holds.map((hold) => hold[field]);
  const said = (rating: number | null): number => (rating === null ? 15 : rating);
  const bits = (...flags: readonly boolean[]): number =>
    flags.reduce((sum, flag, at) => sum + (flag ? 1 << at : 0), 0);
  const steps = ['release-iliacus', 'release-back', 'march'];
  const outcomes = ['guided-to-end', 'let-go', 'not-easing', 'interrupted', 'skipped', 'stopped'];
  return [
    1,
    record.routineVersion,
    words(['sore', 'active', 'maintenance'], record.phase),
    bits(record.tool === 'hook', record.band, record.sides[0] === 'right', record.sides.length > 1),
    record.startedAtMs / 1000,
    record.zoneOffsetMin / 15,
    record.durationS,
    words(['done', 'stopped', 'left'], record.how),
    record.beats,
    record.interruptions,
    record.clockJumps,
    record.lostCues,
    record.triesLeftOut,
    bits(record.protection.standby, record.protection.alarm, record.protection.screen),
    said(record.painBefore),
    said(record.painAfter),
    said(record.contact),
    planned.flatMap(({ step, tool, seconds, cues, spots, positionsS }) => [
      words(steps, step) * 2 + bits(tool === 'hook'),
      seconds,
      cues,
      ...spots,
      ...positionsS,
    ]),
    holds.map((hold) => words(steps, hold.step) * 4 + bits(hold.side === 'right', hold.tool === 'hook')),
    column('spot'),
    column('seconds'),
    column('positionedS'),
    column('reached'),
    holds.map((hold) => words(outcomes, hold.outcome)),
    holds.map((hold) => hold.lateMs / 100),
  ];
}

/** Protobuf with one packed column for each field. As in proto3, a field that is 0 or all 0 is left out. */
function createProtobuf(): (record: SessionRecord) => Uint8Array {
  const shape = columns(drawSession(createSource(1), 0));
  const type = new protobuf.Type('Session');
  shape.forEach((value, at) => {
    const isColumn = typeof value !== 'number';
    const rule = isColumn ? 'repeated' : undefined;
    type.add(
      new protobuf.Field(
        `f${at}`,
        at + 1,
        at === 5 ? 'sint32' : 'uint32',
        rule,
        undefined,
        isColumn ? { packed: true } : undefined,
      ),
    );
  });
  new protobuf.Root().define('bench').add(type);
  return (record) => {
    const fields = columns(record).map((value, at) => [`f${at}`, value] as const);
    const told = fields.filter(([, value]) =>
      typeof value === 'number' ? value !== 0 : value.some((one) => one !== 0),
    );
    return type.encode(type.create(Object.fromEntries(told))).finish();
  };
}

type Codec = (record: SessionRecord) => Uint8Array;

function codecs(): Readonly<Record<string, Codec>> {
  const text = new TextEncoder();
  return {
    Iliacus: encodeSession,
    'JSON, named': (record) => text.encode(JSON.stringify(record)),
    'JSON, columns': (record) => text.encode(JSON.stringify(columns(record))),
    'CBOR, named': (record) => cbor(record),
    'CBOR, columns': (record) => cbor(columns(record)),
    'MessagePack, named': (record) => msgpack(record),
    'MessagePack, columns': (record) => msgpack(columns(record)),
    'protobuf, columns': createProtobuf(),
  };
}

/** Average bytes of a record in a frame of the log, which has length, schema, kind, seq and CRC-32. */
function framedBytes(codec: Codec, records: readonly SessionRecord[]): number {
  const all = records.map((record, at) => encodeFrame(SESSION, at + 1, codec(record)).bytes.length);
  return all.reduce((sum, bytes) => sum + bytes, 0) / records.length;
}

function draw(holds: Holds, isToPlan: boolean): { records: readonly SessionRecord[]; bytes: number } {
  const source = createSource(SEED);
  const records = Array.from({ length: COUNT }, (_, at) => drawSession(source, at, holds, isToPlan));
  return { records, bytes: source.bits / 8 / COUNT };
}

export async function benchLog(): Promise<LogBench> {
  const { records, bytes: entropyBytes } = draw(6, false);
  const rows = Object.entries(codecs()).map(([subject, codec]) => {
    const bytesPerSession = framedBytes(codec, records);
    return { subject, bytesPerSession, timesEntropy: bytesPerSession / entropyBytes };
  });
  const ours = rows[0]?.bytesPerSession ?? Number.NaN;
  const best = Math.min(...rows.slice(1).map((row) => row.bytesPerSession));
  const usual = (holds: Holds): number =>
    Math.max(
      ...draw(holds, true)
        .records.filter(({ tool }) => tool === 'ball')
        .map((record) => encodeFrame(SESSION, COUNT, encodeSession(record)).bytes.length),
    );
  return {
    rows,
    toPlanBytes: { 6: usual(6), 8: usual(8) },
    averageBytes: { 6: ours, 8: framedBytes(encodeSession, draw(8, false).records) },
    entropyBytes,
    timesBestGeneral: ours / best,
    encoderBytes: await encoderBytes(),
  };
}

async function encoderBytes(): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { encodeSession } from './utils/core/log/encode.ts';",
      resolveDir: repositoryRoot,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
  });
  return outputFiles[0]?.contents.length ?? Number.NaN;
}

export async function logTables(): Promise<readonly Table[]> {
  const { rows, toPlanBytes, averageBytes, entropyBytes, timesBestGeneral, encoderBytes } = await benchLog();
  const perHolds = (bytes: Readonly<Record<number, number>>): string =>
    Object.entries(bytes)
      .map(([holds, count]) => `${count.toFixed(1)} B with ${holds} holds`)
      .join(', ');
  return [
    {
      name: 'log',
      command: 'npm run bench -- log',
      compares:
        `Bytes a session, length and CRC-32 included, with the codecs given the same fields. To plan: ${perHolds(toPlanBytes)}. ` +
        `On average: ${perHolds(averageBytes)}. Entropy of tools/bench/session-model.ts: ${entropyBytes.toFixed(1)} B. ` +
        `Against the best general codec: ${timesBestGeneral.toFixed(2)}. Encoder, minified: ${encoderBytes} B, of ${ENCODER_BUDGET_BYTES} at most.`,
      rows: rows.map(({ subject, bytesPerSession, timesEntropy }) => ({
        subject,
        bytesPerSession: Number(bytesPerSession.toFixed(2)),
        timesEntropy: Number(timesEntropy.toFixed(3)),
      })),
    },
  ];
}
