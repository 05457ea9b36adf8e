/** A session that its page has begun, and a helper beside it, over one storage and one clock. */
import { asReported } from '../../utils/core/session/helper-handover.ts';
import type { SessionState } from '../../utils/core/session/state.ts';
import { readHelperReport } from '../../utils/run/helper-report.ts';
import { createHelperLife, type HelperLife, type HelperOptions } from './helper-life.ts';
import { createManualClock } from './manual-clock.ts';
import { createWatchLife, defaultPlan, type WatchLife } from './watch-life.ts';

export interface Pair {
  readonly page: WatchLife;
  readonly service: HelperLife;
  /** The cues that the helper has played, in seconds since the session's start. */
  readonly cues: readonly number[];
  readonly screen: { isDark: boolean; tells: boolean };
  darken(isDark: boolean): void;
  heard(): SessionState;
}

/** Starts a session on a page, and a helper beside it. The page then does nothing more, unless a test sends it an event. */
export function begun(slowness = 1, isDark = true, whileLit: HelperOptions['whileLit'] = 'forbidden'): Pair {
  const clock = createManualClock();
  const page = createWatchLife(clock);
  const cues: number[] = [];
  const startMs = clock.nowMs();
  const screen = { isDark, tells: true };
  page.runner.start(defaultPlan());
  const service: HelperLife = createHelperLife(clock, {
    contents: page.files.contents,
    slowness,
    whileLit,
    isDark: () => screen.isDark,
    onPlay: () => cues.push((clock.nowMs() - startMs) / 1000),
  });
  return {
    page,
    service,
    cues,
    screen,
    darken(dark) {
      screen.isDark = dark;
      if (screen.tells) service.loop.screenChanged();
    },
    heard() {
      const stored = page.runner.state();
      return asReported(stored, stored.seenMs, readHelperReport(page.store));
    },
  };
}
