/** Bytes and messages on the air against the same sessions as naive zml JSON. */
import { benchSync, SYNC_BUDGET_BYTES, syncBundleBytes } from '../sync.ts';
import type { Table } from '../table.ts';

export async function syncTables(): Promise<readonly Table[]> {
  return [
    {
      name: 'sync',
      command: 'npm run bench -- sync',
      compares:
        "What crosses the radio for so many sessions, zml's own bytes included, against a JSON request a session. " +
        `Sync, log, slots and link on the watch, minified: ${await syncBundleBytes()} B, of ${SYNC_BUDGET_BYTES} at most.`,
      rows: benchSync().map((row) => ({ ...row })),
    },
  ];
}
