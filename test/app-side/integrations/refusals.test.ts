/** What an integration refuses is set aside with the reason, and never delays later records. */
import { describe, expect, it } from 'vitest';
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { createHttpClient } from '../../../app-side/integrations/http-client.ts';
import { createSenders } from '../../../app-side/integrations/senders.ts';
import { parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import { integrationKeys } from '../../../utils/core/integrations/setup.ts';
import { encodeFrame, type Frame, RATING } from '../../../utils/core/log/frame.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { ratingFrame, sessionFrame, textsWith } from '../../support/stored-log.ts';

const HOUR_MS = 3_600_000;
const KEYS = integrationKeys('webhook');

interface Request {
  readonly url: string;
  readonly body: string;
  readonly redirect?: string;
}

type Answers = (request: Request) => unknown;

const isRating = ({ body }: Request): boolean => JSON.parse(body).record.kind === 'rating';

/** A phone with these records, whose webhook gives these answers. `pass` lets hours pass, and wakes the service in each. */
function phone(frames: readonly Frame[], answers: Answers, secrets: object = {}) {
  const clock = createManualClock();
  const texts = textsWith(frames);
  texts.setItem(KEYS.setup, JSON.stringify({ isOn: true }));
  texts.setItem(KEYS.secrets, JSON.stringify({ address: 'https://fake.example/x', ...secrets }));
  const delivered = new Set<number>();
  const requests: Request[] = [];
  const { nowMs, after } = clock;
  const run = createDeliveryRunner({
    storage: texts,
    nowMs,
    after,
    senders: createSenders({
      nowMs,
      http: (request, done) => {
        requests.push(request as Request);
        const fetch = (): Promise<unknown> => Promise.resolve(answers(request as Request));
        createHttpClient({ fetch, after: () => {} })(request, (result) => {
          if (result.answered && result.status === 200) delivered.add(JSON.parse(request.body ?? '{}').seq);
          done(result);
        });
      },
    }),
  });
  const state = () => {
    const read = parseDeliveryState(texts.getItem(KEYS.deliveryState));
    if (read === null) throw new Error('the state is damaged');
    return read;
  };
  return {
    clock,
    texts,
    run,
    state,
    requests,
    delivered,
    async pass(hours: number): Promise<void> {
      for (let hour = 0; hour < hours; hour++) {
        run();
        // By then every answer has come.
        await new Promise((resolve) => setImmediate(resolve));
        clock.advance(HOUR_MS);
      }
    },
  };
}

/** Five months: each session is followed by a rating. */
const YEAR = Array.from({ length: 60 }, (_, at) => [
  sessionFrame(2 * at + 1),
  ratingFrame(2 * at + 2, 2 * at + 1, { morning: 'same' }),
]).flat();

const unreadable = (seq: number): Frame => encodeFrame(RATING, seq, new Uint8Array(0), 7);

describe('a receiver that refuses every rating', () => {
  // 409 means "already there" after a few tries. A record without any answer is tried for ever, after all others.
  it.each([
    400, 402, 406, 409, 411, 412, 413, 414, 415, 417, 422, 423, 424, 426, 428, 431, 451, 500, 501, 503,
  ])('by %i gets every session of five months', async (status) => {
    const { delivered, pass, state } = phone(YEAR, (request) => ({
      status: isRating(request) ? status : 200,
    }));
    await pass(status < 500 ? 150 : 400);
    expect(delivered.size).toBe(60);
    expect(state().underway.length).toBe(60);
    expect(new Set(state().underway.map(({ why }) => why)).size).toBe(1);
  });

  it('is tried again if the wearer wants it, and then has everything', async () => {
    const { retryAll } = await import('../../../utils/core/integrations/delivery-state.ts');
    let refuses = true;
    const { delivered, pass, state, texts, clock } = phone(YEAR, (request) => ({
      status: refuses && isRating(request) ? 422 : 200,
    }));
    await pass(24);
    expect(state().underway.every((record) => record.state === 'failed' && record.why === 'status 422')).toBe(
      true,
    );
    refuses = false;
    texts.setItem(KEYS.deliveryState, JSON.stringify(retryAll(state(), clock.nowMs())));
    await pass(24);
    expect([delivered.size, state().underway]).toEqual([120, []]);
  });
});

describe('records that this version cannot read', () => {
  it('delay nothing, however many there are, and are listed with the reason', async () => {
    const frames = [...Array.from({ length: 60 }, (_, at) => unreadable(at + 1)), sessionFrame(61)];
    const { delivered, pass, state } = phone(frames, () => ({ status: 200 }));
    await pass(48);
    expect([...delivered]).toEqual([61]);
    expect(state().underway).toHaveLength(60);
    expect(state().underway.every(({ why }) => why === 'needs a newer version of the app')).toBe(true);
  });
});

describe('an integration that answers 409', () => {
  it('is asked three times, and then believed', async () => {
    const { pass, requests, state } = phone([sessionFrame(1)], () => ({ status: 409 }));
    await pass(24);
    expect(requests).toHaveLength(3);
    expect(state()).toMatchObject({
      delivered: 0,
      underway: [{ state: 'failed', why: 'already there (status 409)' }],
    });
  });
});

describe('a clock that was years ahead', () => {
  it('blocks nothing for longer than the longest wait as soon as it is right again', async () => {
    const right = phone([sessionFrame(1)], () => ({ status: 200 }));
    const aheadMs = right.clock.nowMs() + 11 * 365 * 24 * HOUR_MS;
    for (const stored of [
      { restsUntilMs: aheadMs, underway: [] },
      {
        restsUntilMs: 0,
        underway: [{ install: 0xbeef, seq: 1, state: 'pending', tries: 1, dueAtMs: aheadMs, why: '' }],
      },
    ]) {
      const { texts, delivered, pass } = phone([sessionFrame(1)], () => ({ status: 200 }));
      const through = stored.underway.length > 0 ? { beef: 1 } : {};
      texts.setItem(KEYS.deliveryState, JSON.stringify({ through, delivered: 0, barredWhy: '', ...stored }));
      await pass(1);
      expect([...delivered]).toEqual([1]);
    }
  });
});

describe('a redirect', () => {
  it.each<readonly [string, object]>([
    ['that the phone hands over', { status: 301 }],
    ['by 302', { status: 302 }],
    ['by 303', { status: 303 }],
    ['by 307', { status: 307 }],
    ['by 308', { status: 308 }],
    ['that hides its status', { status: 0, type: 'opaqueredirect' }],
    ['that was followed, as a flag says', { status: 200, redirected: true }],
    ['that was followed to another host', { status: 200, url: 'https://login.example/x' }],
    ['that was followed to another path', { status: 200, url: 'https://fake.example/login' }],
    ['that was followed to http', { status: 200, url: 'http://fake.example/x' }],
    ['that was followed to another port', { status: 200, url: 'https://fake.example:444/x' }],
    ['that was followed, as an older name says', { status: 200, responseURL: 'https://fake.example/y' }],
  ])('%s does not count as a delivery', async (_name, answer) => {
    const { pass, state, requests } = phone([sessionFrame(1)], () => answer);
    await pass(2);
    expect(state()).toMatchObject({ delivered: 0, underway: [{ seq: 1 }] });
    expect(state().barredWhy).not.toBe('');
    expect(requests.map(({ redirect }) => redirect)).toEqual(['manual']);
  });

  it.each(['https://fake.example/x', 'https://FAKE.example:443/x', 'https://fake.example/x#top', ''])(
    'is not assumed for an answer from %s',
    async (url) => {
      const { pass, state } = phone([sessionFrame(1)], () => ({ status: 200, redirected: false, url }));
      await pass(2);
      expect(state()).toMatchObject({ delivered: 1, underway: [] });
    },
  );
});

describe('a secret that an earlier version accepted unchecked', () => {
  it.each([{ secret: 'k–y' }, { secret: 'ключ' }, { address: 'https://fake.example:99999/x' }])(
    '%j stops the integration at once, and is not sent',
    async (secrets) => {
      const { pass, requests, state } = phone([sessionFrame(1)], () => ({ status: 200 }), secrets);
      await pass(24);
      expect(requests).toEqual([]);
      expect(state().barredWhy).toMatch(/^the (key|address) /);
    },
  );
});
