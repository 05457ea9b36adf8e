/** The official packer, whose exit code does not tell success from failure. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { findDevice } from '../../src/engine/devices.ts';
import {
  type Flavour,
  firstComplaint,
  PackerFailure,
  pack,
  packerFolder,
  writeDeviceCatalogue,
} from '../../src/packer/packer.ts';
import { EXAMPLES } from '../support/zml-examples.ts';

const device = findDevice('Balance 2');
const folder = mkdtempSync(join(tmpdir(), 'zepp-packer-test-'));
const catalogueHome = join(folder, 'home');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the messages of the packer', () => {
  it.each([
    'Error: The icon in app.json is empty or the image does not exist',
    "error '../x.js' is imported by app.js, but could not be resolved",
    'no matching target devices',
    'SyntaxError: Unexpected token',
  ])('count as a failure: %s', (line) => {
    expect(firstComplaint(`[ROLLUP] Transform 7 JS files in 470ms\n${line}\n`)).toBe(line);
  });

  it('count as success if they report progress only', () => {
    expect(firstComplaint('[PNG2TGA] 1 files, 122ms, done!\n[QJSC] 5 files, 104ms, done!\n')).toBeUndefined();
  });
});

describe('the device catalogue', () => {
  it('has a row for each device source of a model, and never expires', async () => {
    await writeDeviceCatalogue(catalogueHome, [device]);
    const { devices, expiredTime } = JSON.parse(
      readFileSync(join(catalogueHome, '.zepp', '.zeus_devices'), 'utf8'),
    ) as { devices: { deviceSource: number; value: { screen: { size: string } } }[]; expiredTime: number };
    expect(devices.map((row) => row.deviceSource)).toEqual(device.deviceSources);
    expect(devices[0]?.value.screen.size).toBe('480*480');
    expect(expiredTime).toBeGreaterThan(Date.UTC(2099, 0, 1));
  });
});

/** Packs an example of zml and returns the names of the watch's files. */
async function packedFiles(flavour: Flavour): Promise<string[]> {
  const app = join(folder, flavour);
  cpSync(join(EXAMPLES, 'helloworld1'), app, { recursive: true });
  symlinkSync(dirname(dirname(packerFolder())), join(app, 'node_modules'));
  await writeDeviceCatalogue(catalogueHome, [device]);
  const zab = unzipSync(await pack({ folder: app, flavour, catalogueHome, isCompact: true }));
  const zpk = Object.keys(zab).find((name) => name.endsWith('.zpk')) ?? '';
  const parts = unzipSync(zab[zpk] ?? new Uint8Array());
  return Object.keys(unzipSync(parts['device.zip'] ?? new Uint8Array()));
}

describe('a packed app', () => {
  it('holds JavaScript in the flavour for the simulator', async () => {
    expect(await packedFiles('javascript')).toContain('app.js');
  });

  it('holds bytecode and no JavaScript in the flavour for a watch', async () => {
    const files = await packedFiles('bytecode');
    expect(files).toContain('app.bin');
    expect(files.filter((name) => name.endsWith('.js'))).toEqual([]);
  });

  it('cannot be made from a folder without an app, and the packer’s message says so', async () => {
    const request = { folder: catalogueHome, flavour: 'javascript', catalogueHome } as const;
    await expect(pack(request)).rejects.toThrow(PackerFailure);
  });
});
