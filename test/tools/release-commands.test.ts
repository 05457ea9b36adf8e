/** `npm run preview` and `npm run release` in a copy of the repository: what they say if something is missing. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeMadeUpCatalogue } from '../../tools/check/made-up-catalogue.ts';
import { zeusFolder } from '../../tools/release/zeus-cli.ts';
import { type CommandOutcome, copyRepository, type RepositoryCopy } from '../support/repository-copy.ts';
import { installStandIn } from '../support/stand-in-zeus.ts';

const login =
  'No Zepp account is logged in: run `npm run preview -- login`, with the account of the Zepp app on your phone.';
const catalogue =
  'The genuine device catalogue is missing (.zepp/.zeus_devices in the home folder): run `npm run preview -- catalogue`, which fetches it.';

let copy: RepositoryCopy;
let home = '';

beforeAll(() => {
  copy = copyRepository();
});
afterAll(() => copy.remove());

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  return () => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true, force: true });
  };
});

/** What a command prints, without npm's own banner. */
function said({ output }: CommandOutcome): readonly string[] {
  return output.split('\n').filter((line) => line !== '' && !line.startsWith('> '));
}

describe('without a network', () => {
  beforeEach(() => {
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
    vi.stubEnv('npm_config_fetch_retries', '0');
  });

  const sentence =
    '@zeppos/zeus-cli@1.9.1 could not be fetched from the npm registry: connect ECONNREFUSED 127.0.0.1:9. ' +
    'Check the network and the registry, then run the same command again.';

  it('`npm run preview` says what it was fetching and why that failed, and leaves no partial download', () => {
    const done = copy.run('npm run preview');
    expect(said(done)).toEqual([
      'preview: downloading @zeppos/zeus-cli@1.9.1 into node_modules/.cache/zeus-cli-1.9.1: about 180 MB, only this time',
      sentence,
    ]);
    expect(done.code).toBe(1);
    const left = readdirSync(join(copy.root, 'node_modules', '.cache'));
    expect(left.filter((name) => name.startsWith('zeus'))).toEqual([]);
  });

  it('`npm run release` lists the tool with what else is missing', () => {
    const done = copy.run('npm run release');
    expect(done.output).toContain(`\n- ${sentence}\n- The genuine device catalogue is missing`);
    expect(done.output).toContain('\n- No app id was given.');
    expect(done.code).toBe(1);
  });
});

describe('in an empty home folder', () => {
  beforeAll(() => void installStandIn(copy.root, { login: 'no login' }));

  it('`npm run preview` names the missing login and catalogue, each with the command that gets it', () => {
    const done = copy.run('npm run preview -- --app-id 1234567');
    expect(said(done)).toEqual([login, catalogue]);
    expect(done.code).toBe(1);
  });

  it('`npm run release` names the app id as well', () => {
    const done = copy.run('npm run release -- --app-id 27001');
    // The copy has no pictures, which is reported after these.
    expect(said(done).slice(0, 4)).toEqual([
      'Nothing was built. What is missing:',
      `- ${login}`,
      `- ${catalogue}`,
      expect.stringMatching('^- App id 27001 is the development id. Register the app at console.zepp.com'),
    ]);
    expect(done.code).toBe(1);
  });

  it('`npm run preview -- login` hands over to the tool', () => {
    const done = copy.run('npm run preview -- login');
    expect(done.output).toContain('preview: the login page opens in your browser');
    expect(done.output).toContain('The login page has been opened in the default browser.');
    expect(done.code).toBe(0);
  });
});

describe('`npm run preview -- catalogue`', () => {
  it('says in one sentence why the catalogue could not be fetched', () => {
    installStandIn(copy.root, { login: 'no login', catalogue: null });
    const done = copy.run('npm run preview -- catalogue');
    expect(said(done).at(-1)).toBe(
      'The device catalogue could not be fetched: getaddrinfo ENOTFOUND upload-cdn.zepp.com. ' +
        'Check the network, then run `npm run preview -- catalogue` again.',
    );
    expect(done.code).toBe(1);
  });

  it('says what it fetched', async () => {
    await writeMadeUpCatalogue(join(home, 'elsewhere'), Date.now());
    installStandIn(copy.root, {
      login: 'no login',
      catalogue: join(home, 'elsewhere', '.zepp', '.zeus_devices'),
    });
    const done = copy.run('npm run preview -- catalogue');
    expect(said(done).at(-1)).toMatch(/^preview: the device catalogue has \d+ device sources of models that/);
    expect(done.code).toBe(0);
    expect(existsSync(join(home, '.zepp', '.zeus_devices'))).toBe(true);
  });
});

it('a tool that does not start is reported with its own message', () => {
  installStandIn(copy.root, { login: null });
  const done = copy.run('npm run preview');
  expect(said(done)).toEqual(["zeus does not answer: Cannot find module 'zeppos-app-utils'"]);
  expect(existsSync(zeusFolder(copy.root))).toBe(true);
});
