/** Opens an address in the reader's browser where there is one. Never fails and never waits. */

import { spawn } from 'node:child_process';

/** The program that opens an address, with its arguments, or null where nobody would see it. */
export function openCommandFor(
  url: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly [string, readonly string[]] | null {
  if (env.CI !== undefined && env.CI !== '' && env.CI !== 'false') return null;
  if (platform === 'darwin') return ['open', [url]];
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', url]];
  const display = env.DISPLAY ?? env.WAYLAND_DISPLAY ?? '';
  return display === '' ? null : ['xdg-open', [url]];
}

/** Best effort: a browser that cannot be opened is no error, the address was printed. */
export function openInBrowser(url: string): void {
  const opener = openCommandFor(url, process.platform, process.env);
  if (opener === null) return;
  const [program, args] = opener;
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
