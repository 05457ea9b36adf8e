/** Bytes of a session in the log against general codecs on the same fields, framed alike, beside the model's entropy. */
import { benchLog, ENCODER_BUDGET_BYTES } from '../log.ts';
import type { Table } from '../table.ts';

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
