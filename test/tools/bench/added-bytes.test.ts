import { expect, it } from 'vitest';
import { addedBytes } from '../../../tools/bench/added-bytes.ts';
import { ENCODER_BUDGET_BYTES } from '../../../tools/bench/log.ts';
import { SYNC_BUDGET_BYTES, syncBundleBytes } from '../../../tools/bench/sync.ts';

it('what a bundle has already is not counted again', async () => {
  const alone = await addedBytes('globalThis.e = (text) => text.trim();');
  const uses = "import { crc32 } from './utils/core/base/crc32.ts'; globalThis.e = crc32;";
  const carries = "import { crc32 as known } from './utils/core/base/crc32.ts'; globalThis.c = known;";
  expect(alone).toBeGreaterThan(0);
  expect(await addedBytes(uses, carries)).toBeLessThan((await addedBytes(uses)) / 2);
});

it('the encoder adds at most two kilobytes to a watch bundle', async () => {
  const encoder = "import { encodeSession } from './utils/core/log/encode.ts'; globalThis.e = encodeSession;";
  expect(await addedBytes(encoder)).toBeLessThanOrEqual(ENCODER_BUDGET_BYTES);
});

it('sync and storage together add at most six kilobytes to a watch bundle', async () => {
  const bytes = await syncBundleBytes();
  expect(bytes).toBeGreaterThan(4_096);
  expect(bytes).toBeLessThanOrEqual(SYNC_BUDGET_BYTES);
});
