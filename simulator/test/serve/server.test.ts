import { describe, expect, it } from 'vitest';
import { openCommandFor } from '../../src/serve/open-in-browser.ts';
import { serveSimulator } from '../../src/serve/server.ts';

const URL = 'http://127.0.0.1:4780/';

describe('opening the page in the reader’s browser', () => {
  it('opens nothing on a build server', () =>
    expect(openCommandFor(URL, 'linux', { CI: '1', DISPLAY: ':0' })).toBeNull());
  it('opens nothing without a display', () => expect(openCommandFor(URL, 'linux', {})).toBeNull());
  it.each([
    ['linux', 'xdg-open'],
    ['darwin', 'open'],
    ['win32', 'cmd'],
  ] as const)('uses the command of %s', (platform, program) => {
    expect(openCommandFor(URL, platform, { DISPLAY: ':0' })?.[0]).toBe(program);
  });
});

describe('serving a package', () => {
  it('fails with the path of a package that does not exist', async () => {
    await expect(serveSimulator({ zabPath: 'nowhere.zab', quiet: true })).rejects.toThrow(
      'there is no package nowhere.zab',
    );
  });
});
