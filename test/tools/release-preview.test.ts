/** The preview on a watch: who is logged in, which id the app gets, and which arguments the platform's tool gets. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMadeUpCatalogue } from '../../tools/check/made-up-catalogue.ts';
import { ensureBuilt } from '../../tools/package/build.ts';
import { type PreviewOptions, previewApp } from '../../tools/release/preview.ts';
import { npmReason, ZEUS_VERSION, type Zeus } from '../../tools/release/zeus-cli.ts';
import { loginProblem } from '../../tools/release/zeus-login.ts';
import { textOf } from '../contract/sources.ts';
import { installStandIn, type StandIn } from '../support/stand-in-zeus.ts';

const home = mkdtempSync(join(tmpdir(), 'preview-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const zeusThat = (standIn: StandIn): Zeus => ({ program: installStandIn(home, standIn), home });

describe('the login', () => {
  it('is present', async () => {
    expect(await loginProblem(zeusThat({ login: 'logged' }))).toBe(null);
  });

  it('has expired, or its server cannot be reached', async () => {
    const zeus = zeusThat({
      login: 'no login - invalid token, you can login again with the command `zeus login`',
    });
    expect(await loginProblem(zeus)).toMatch(
      /^The login has run out, or there is no network: run `npm run preview -- login`/,
    );
  });
});

describe('with a login and a catalogue', () => {
  const lines: string[] = [];

  beforeAll(async () => {
    await writeMadeUpCatalogue(home, Date.now());
    await ensureBuilt({ isQuiet: true });
  });

  /** The arguments that the stand-in was given. */
  async function preview(options: PreviewOptions): Promise<unknown> {
    lines.length = 0;
    expect(await previewApp(zeusThat({ login: 'logged' }), options, (line) => lines.push(line))).toBe(0);
    return JSON.parse(readFileSync(join(home, 'previewed.json'), 'utf8'));
  }

  it('the app goes under the development id, and the tool asks for the model', async () => {
    expect(await preview({})).toEqual({ words: [], appId: 27_001 });
  });

  it('--app-id and --device reach the tool', async () => {
    const told = await preview({ appId: 1_234_567, device: 'Bip 6' });
    expect(told).toEqual({ words: ['--target', 'Bip 6'], appId: 1_234_567 });
  });

  it('"Failed to unzip package" is explained', async () => {
    await preview({ appId: 1_234_567 });
    expect(lines).toEqual([
      '"Failed to unzip package" means that app id 1234567 belongs to another account: ' +
        'register one at console.zepp.com and run `npm run preview -- --app-id ID`.',
    ]);
  });
});

it('the README names the version of the tool that is fetched', () => {
  expect(textOf('README.md')).toContain(`\`@zeppos/zeus-cli\` ${ZEUS_VERSION}`);
});

it.each([
  [
    'npm error code ENOTFOUND\nnpm error network request to http://x/ failed, reason: getaddrinfo ENOTFOUND x\n',
    'getaddrinfo ENOTFOUND x',
  ],
  ['npm error code E404\nnpm error 404 Not Found - GET http://x/\n', '404 Not Found - GET http://x/'],
  ['npm error code ENOSPC\nnpm error syscall write\nnpm error no space left.\n', 'no space left'],
  ['', 'npm gave no reason'],
])('the reason is found in what npm prints on a failure: %j', (output, reason) => {
  expect(npmReason(output)).toBe(reason);
});
