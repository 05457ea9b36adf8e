/** Bytes and messages on the air against the same sessions as naive zml JSON. */
import { benchSync } from '../sync.ts';
import type { Table } from '../table.ts';

export async function syncTables(): Promise<readonly Table[]> {
  return [
    {
      name: 'sync',
      command: 'npm run bench -- sync',
      compares:
        "What crosses the radio for so many sessions, zml's own bytes included, against a JSON request a session.",
      rows: benchSync().map((row) => ({ ...row })),
    },
  ];
}
