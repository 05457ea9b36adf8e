/** A session that has come to a moment, and what its page shows then. */
import { type SessionView, sessionView } from '../../../utils/core/view/session-view.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { startWalk, type Walk } from '../session/walk.ts';

/** The session `atS` seconds after its start, with a tick every quarter of a second. */
export function walkTo(atS: number, over: Parameters<typeof planWith>[0] = {}): Walk {
  const walk = startWalk(planWith(over));
  walk.tick(START_MS, START_MS + atS * 1_000, 250);
  return walk;
}

export const seen = (walk: Walk, atS: number): SessionView =>
  sessionView(walk.state(), START_MS + atS * 1_000, 'crown');
