/**
 * A whole session in the packed app, under each reading of reports about consent, life and work of the helper, about the dark and about
 * files: by the page alone, by the helper alone, and by both in turn.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { TimedFault } from '../../tools/sweep/cues/fault.ts';
import { createSweeper, type Sweeper } from '../../tools/sweep/cues/run.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import type { HoldRecord } from '../../utils/core/log/record.ts';
import { decodeBlock, isBlockKey } from '../../utils/core/sync/frame-block.ts';

let sweeper: Sweeper;

beforeAll(async () => {
  sweeper = await createSweeper();
}, 300_000);

/** One side takes 317 s: two holds and the march. Each of them may begin 16 s late. */
const OPENED_AGAIN_MS = 460_000;
const darkAndLit = (atMs: number): readonly TimedFault[] => [
  { atMs, fault: { kind: 'dark' } },
  { atMs: atMs + 30_000, fault: { kind: 'lit' } },
];

const SESSIONS = {
  'by the page alone': [],
  'by the helper alone': [{ atMs: 5_300, fault: { kind: 'dark' } }],
  'by both in turn': [20_300, 80_300, 140_300, 200_300, 260_300].flatMap(darkAndLit),
} satisfies Readonly<Record<string, readonly TimedFault[]>>;

type Who = 'page' | 'helper' | 'nobody';

/** The readings, and which of page and helper live under them while the screen is dark. */
const READINGS: readonly (readonly [assume: Readonly<Record<string, string>>, inTheDark: Who])[] = [
  [{}, 'helper'],
  // Consent is not granted before the next launch, and `start` is refused until then.
  [{ F3: 'reversed' }, 'nobody'],
  [{ 'consent-answer': 'next-launch', 'start-before-grant': 'works' }, 'helper'],
  [{ 'start-result': 'boolean' }, 'helper'],
  [{ F4: 'reversed' }, 'nobody'],
  [{ 'service-list': 'empty' }, 'helper'],
  [{ 'service-names': 'with-js' }, 'helper'],
  [{ 'service-start': 'listed-only' }, 'nobody'],
  [{ F14: 'reversed' }, 'helper'],
  [{ F17: 'reversed' }, 'nobody'],
  [{ F18: 'reversed' }, 'helper'],
  [{ 'start-again': 'ignored' }, 'helper'],
  [{ F21: 'reversed' }, 'helper'],
  [{ 'dark-status': 'another' }, 'helper'],
  [{ 'file-reads': 'stale-elsewhere' }, 'helper'],
  [{ 'service-sensors': 'throws' }, 'helper'],
  [{ 'timers-in-dark': 'run', 'end-after-dark': 'never' }, 'page'],
  [{ 'timers-in-dark': 'run', 'end-after-dark': 'never', 'dark-status': 'lit' }, 'page'],
  [{ 'timers-in-dark': 'run', 'end-after-dark': 'never', 'file-reads': 'stale-elsewhere' }, 'page'],
];

describe.each(READINGS.map((reading) => [JSON.stringify(reading[0]), ...reading] as const))(
  'assuming %s',
  (_name, assume, inTheDark) => {
    it.each(Object.keys(SESSIONS) as (keyof typeof SESSIONS)[])(
      '%s: no cue is early or doubled, none is lost while page or helper lives, and what was guided is credited',
      async (how) => {
        const { findings, excused, trace, storage } = await sweeper.run({
          device: 'Balance 2',
          consent: 'allow',
          preferences: { sides: ['left'] },
          faults: [...SESSIONS[how], { atMs: OPENED_AGAIN_MS, fault: { kind: 'relaunch' } }],
          watchMs: OPENED_AGAIN_MS + 10_000,
          // The alarm would bring back the page in a session that only the helper is to guide.
          assume: how === 'by the helper alone' ? { ...assume, 'alarm-launch': 'never' } : assume,
        });
        const lives = how === 'by the page alone' || inTheDark !== 'nobody';
        // If neither lives in the dark, the cues that are due then are lost.
        expect(findings.filter(({ verdict }) => lives || verdict !== 'lost')).toEqual([]);
        if (!lives) return;
        expect(excused).toBe(0);
        const players = new Set(trace.played.map(({ by }) => by));
        if (how === 'by the page alone') expect([...players]).toEqual(['page']);
        if (how === 'by the helper alone') expect([...players]).toEqual([inTheDark]);
        expect(holdsIn(storage).map(({ outcome }) => outcome)).toEqual(['guided-to-end', 'guided-to-end']);
      },
    );
  },
);

/** The holds of the session that the phone has stored. */
function holdsIn(storage: ReadonlyMap<string, string>): readonly HoldRecord[] {
  const texts = [...storage].filter(([key]) => isBlockKey(key)).map(([, text]) => text);
  return texts
    .flatMap((text) => decodeBlock(text).frames.map(decodeRecord))
    .flatMap((record) => (record.ok && record.value.kind === 'session' ? record.value.holds : []));
}
