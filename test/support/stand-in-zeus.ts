/** A stand-in for the platform's tool, installed in place of the real one, so that tests need neither network nor account. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zeusFolder, zeusProgramIn } from '../../tools/release/zeus-cli.ts';

export interface StandIn {
  /** What `zeus status` prints of the login; null for a tool that does not start. */
  readonly login: string | null;
  /** File that `zeus cache update` puts into the home folder; null if the server cannot be reached. */
  readonly catalogue?: string | null;
}

/** `preview` writes its arguments and the app id of its folder to a file. */
const PROGRAM = `
const { copyFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { login, catalogue } = require('./stand-in.json');
const [command, ...words] = process.argv.slice(2);
const folder = join(process.env.HOME, '.zepp');
if (login === null) throw new Error("Cannot find module 'zeppos-app-utils'");
if (command === 'login') console.log('The login page has been opened in the default browser.');
if (command === 'status') console.log('login status: ' + login);
if (command === 'preview') {
  const { appId } = JSON.parse(readFileSync('app.json', 'utf8')).app;
  writeFileSync(join(process.env.HOME, 'previewed.json'), JSON.stringify({ words, appId }));
}
if (command === 'cache') {
  if (!catalogue) {
    console.log('- Updating devices, waiting ...');
    console.log('AxiosError: getaddrinfo ENOTFOUND upload-cdn.zepp.com');
    process.exit(1);
  }
  mkdirSync(folder, { recursive: true });
  copyFileSync(catalogue, join(folder, '.zeus_devices'));
}
`;

/** Installs the stand-in for the repository at `root` and returns its program. */
export function installStandIn(root: string, standIn: StandIn): string {
  const program = zeusProgramIn(zeusFolder(root));
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, PROGRAM);
  writeFileSync(join(dirname(program), 'stand-in.json'), JSON.stringify(standIn));
  return program;
}
