import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock } from '../../utils/zos/clock.ts';
import { createLink, type ZmlMessaging } from '../../utils/zos/link.ts';
import { createLossyLink } from '../support/lossy-link.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { acceptClock } from './clock-suite.ts';
import { acceptLink } from './link-suite.ts';

describe('the manual clock', () =>
  acceptClock(() => {
    const clock = createManualClock();
    return { clock, advance: clock.advance };
  }));

describe("the platform's clock", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    // First the mocks, which otherwise put the fake timers back later.
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  acceptClock(() => ({ clock: createClock(), advance: (byMs) => void vi.advanceTimersByTime(byMs) }));

  it('calls once if the platform fires the timer twice', () => {
    const start = globalThis.setTimeout;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation((run, delayMs) => {
      start(run, delayMs);
      return start(run, delayMs);
    });
    let calls = 0;
    createClock().after(1_000, () => calls++);
    vi.advanceTimersByTime(5_000);
    expect(calls).toBe(1);
  });
});

describe('the lossy link', () =>
  acceptLink((answer) => {
    const clock = createManualClock();
    const settle = async (): Promise<void> => clock.advance(1_000);
    return { link: createLossyLink(clock, answer), settle };
  }));

const silent = (): void => {};

/** The used part of zml's messaging: an answer is an ArrayBuffer, which is how zml hands over Buffers. */
function zmlWith(request: ZmlMessaging['request']): ZmlMessaging {
  return { request, transport: { connect() {}, disConnect() {}, off() {} } };
}

describe("the link over zml's messaging", () => {
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  acceptLink((answer) => {
    const zml = zmlWith((data) => {
      const said = answer(new Uint8Array(data as Uint8Array));
      return said === null ? new Promise(() => {}) : Promise.resolve(said.slice().buffer);
    });
    return { link: createLink(() => zml, silent), settle };
  });

  it.each([
    [
      'zml throws at once',
      zmlWith(() => {
        throw new Error('the radio takes nothing');
      }),
    ],
    ['zml gives up', zmlWith(() => Promise.reject(new Error('timeout')))],
    ['the answer is an object', zmlWith(() => Promise.resolve({ method: 'HELLO' }))],
    ['the answer is a text', zmlWith(() => Promise.resolve('{}'))],
    ['the answer is null', zmlWith(() => Promise.resolve(null))],
    ['the answer is empty', zmlWith(() => Promise.resolve(new ArrayBuffer(0)))],
  ])('says that no answer comes if %s', async (_, zml) => {
    const answers: unknown[] = [];
    createLink(() => zml, silent).request(Uint8Array.from([1]), (answer) => answers.push(answer));
    await settle();
    expect(answers).toEqual([null]);
  });

  it('says that no answer comes if there is no messaging', () => {
    const answers: unknown[] = [];
    const none = (): ZmlMessaging => {
      throw new TypeError('no messaging');
    };
    createLink(none, silent).request(Uint8Array.from([1]), (answer) => answers.push(answer));
    expect(answers).toEqual([null]);
  });

  it('gives zml a longer time limit than the outbox waits, and a Buffer, because zml keeps the bytes of nothing else', async () => {
    const asked: unknown[] = [];
    const zml = zmlWith((data, options) => {
      asked.push(Buffer.isBuffer(data), options.timeout > 8_000);
      return Promise.resolve(null);
    });
    createLink(() => zml, silent).request(Uint8Array.from([1]), () => {});
    await settle();
    expect(asked).toEqual([true, true]);
  });

  it('connects anew although the farewell throws, and can be asked again if it cannot', () => {
    let connected = 0;
    const transport = {
      connect() {
        connected++;
        if (connected > 1) throw new Error('no radio');
      },
      disConnect() {
        throw new Error('down');
      },
      off() {},
    };
    const link = createLink(() => ({ ...zmlWith(() => Promise.resolve(null)), transport }), silent);
    link.reopen();
    link.reopen();
    link.reopen();
    expect(connected).toBe(3);
  });

  it('listens only once, however often it was opened anew while the farewell could not be sent', () => {
    let listeners = 1;
    const transport = {
      connect() {
        listeners++;
      },
      disConnect() {
        throw new Error('down');
      },
      off(event: string) {
        if (event === 'message') listeners = 0;
      },
    };
    const link = createLink(() => ({ ...zmlWith(() => Promise.resolve(null)), transport }), silent);
    link.reopen();
    link.reopen();
    expect(listeners).toBe(1);
  });
});
