/** What a page does about time that it has missed: it takes over what the helper has reported, and moves along with a clock that was set. */
import { asReported } from './helper-handover.ts';
import { stepAwake } from './step.ts';
import { keepAwake, PERSIST, RELEASE } from './transitions.ts';
import { andThen, type Conductor, type Facts, seenAt, type Turn, take } from './turn.ts';

/** Takes over the cues that the helper has reported. Nothing is stored and the conductor stays the same where there are none. */
export function catchUp(conductor: Conductor, facts: Facts): Turn {
  const session = asReported(conductor.session, conductor.storedMs, facts.helperReport());
  if (session === conductor.session) return [conductor, []];
  return take(conductor, [session, [PERSIST, session.phase.at === 'ended' ? RELEASE : keepAwake(session)]]);
}

/**
 * Moves all times along with a wall clock that was set, or has gone back. The time since the last event is lost by it, so
 * what follows is late rather than early.
 */
export function rebase(conductor: Conductor, facts: Facts): Turn {
  return andThen(catchUp(conductor, facts), (caughtUp) => {
    const { session } = conductor;
    // The helper has heard of the clock too, and has moved what it reports.
    if (caughtUp.session.clockJumps > session.clockJumps) return [caughtUp, []];
    const here =
      caughtUp === conductor ? seenAt(conductor, Math.max(conductor.lastEventMs, session.seenMs)) : caughtUp;
    const { interruptedAtMs } = here;
    const byMs = facts.nowMs - here.session.seenMs;
    return take(
      { ...here, interruptedAtMs: interruptedAtMs > 0 ? interruptedAtMs + byMs : 0 },
      stepAwake(here.session, { type: 'clock-jumped', atMs: facts.nowMs }),
    );
  });
}
