/** The one simulated watch of the page, which stays when another language is chosen. */
import { openEmbedded, type Session } from 'zepp-watch-simulator/embedded';

let opened: Promise<Session> | undefined;

/** Whether the simulation has been started. */
export function isTrialOpen(): boolean {
  return opened !== undefined;
}

/** The simulation, which is started when it is first asked for. The app is not launched. */
export function trialSession(): Promise<Session> {
  opened ??= openEmbedded().then(letTimeWait);
  return opened;
}

/** Lets time stand still until the wearer does something, since an untouched watch goes dark after ten seconds. */
function letTimeWait(session: Session): Session {
  session.clock.setSpeed(0);
  session.onVerb(() => {
    if (waits && session.clock.speed === 0) session.clock.setSpeed(1);
  });
  return session;
}

let waits = false;

/** Runs a task that moves the time itself; then time waits for the wearer. */
export async function withTimeHeld<Value>(session: Session, task: () => Promise<Value>): Promise<Value> {
  waits = false;
  session.clock.setSpeed(0);
  const value = await task();
  waits = true;
  return value;
}
