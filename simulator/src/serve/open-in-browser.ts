/** Opens an address in the user's browser, where there is one. */
import { spawn } from 'node:child_process';

/** The command that opens an address, with its arguments, or null where nobody would see the browser. */
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

/** Opens the address. A browser that cannot be opened is no error, since the address is printed as well. */
export function openInBrowser(url: string): void {
  const opener = openCommandFor(url, process.platform, process.env);
  if (opener === null) return;
  const [program, args] = opener;
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
