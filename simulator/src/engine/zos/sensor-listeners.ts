/**
 * Listeners of sensor objects. The callbacks of an object are stored on the object itself. If objects that the app does not hold are
 * assumed to be collected, events reach an object through a weak reference only. Therefore no function here that outlives its call may have
 * the object or a callback in its scope.
 */
import type { ZosContext } from './context.ts';

/** How long a listener survives if the app does not hold its object, ms (assumed). */
const COLLECTED_AFTER_MS = 10_000;

const LISTENING = Symbol('listening');

/** An object of `@zos/sensor` that has listeners. */
interface Sensor {
  readonly [LISTENING]: { readonly callbacks: unknown[]; readonly madeOnLoad: boolean };
}

/** The sensor, as long as it lives. */
type Reference = () => Sensor | undefined;

/** Calls the app's callback of an event, unless its sensor object has been collected. */
export type Deliver = (...args: unknown[]) => void;

/**
 * Gives an object what its listeners need. Its methods must call `deliverTo` with their `this`.
 *
 * @throws Error in a service, where that is assumed
 */
export function sensorObject(context: ZosContext, members: object): object {
  if (context.inService && context.world.assumed.is('service-sensors', 'throws'))
    throw new Error('a service has no sensors here');
  const value = { callbacks: [], madeOnLoad: context.realm.loading };
  return Object.defineProperty(members, LISTENING, { value });
}

/** A reference to an object, which survives `COLLECTED_AFTER_MS` only if the app can reach the object. */
function weakReference(context: ZosContext, sensor: Sensor, collectGarbage: () => void): Reference {
  const { clock } = context.world;
  const weak = new WeakRef(sensor);
  let held: Sensor | undefined = sensor;
  let checkMs = clock.uptimeMs + COLLECTED_AFTER_MS;
  return () => {
    if (clock.uptimeMs >= checkMs) {
      held = undefined;
      checkMs = clock.uptimeMs + COLLECTED_AFTER_MS;
      collectGarbage();
    }
    return held ?? weak.deref();
  };
}

/** A reference that ends after `COLLECTED_AFTER_MS`. */
function endingReference({ world }: ZosContext, sensor: Sensor): Reference {
  const endMs = world.clock.uptimeMs + COLLECTED_AFTER_MS;
  return () => (world.clock.uptimeMs < endMs ? sensor : undefined);
}

/**
 * A reference that ends as the assumption `listeners` says. In a host without weak references, an object that was made while its bundle was
 * loaded counts as held, and one that a function made does not.
 */
function referenceTo(context: ZosContext, sensor: Sensor): Reference {
  const { assumed, options } = context.world;
  if (assumed.is('listeners', 'collected')) {
    if (options.collectGarbage !== undefined) return weakReference(context, sensor, options.collectGarbage);
    if (!sensor[LISTENING].madeOnLoad) return endingReference(context, sensor);
  }
  return () => sensor;
}

function deliverThrough(context: ZosContext, reference: Reference, place: number, what: string): Deliver {
  let isLost = false;
  return (...args) => {
    const sensor = isLost ? undefined : reference();
    if (sensor !== undefined) context.call(what, sensor[LISTENING].callbacks[place], ...args);
    else if (!isLost) {
      isLost = true;
      context.world.log.emit(
        'app',
        `${context.realm.name}: ${what} ended with its object, which the app does not hold`,
      );
    }
  };
}

/**
 * Adds a listener to a sensor object.
 * @param sensor an object that `sensorObject` has returned
 */
export function deliverTo(context: ZosContext, sensor: object, what: string, callback: unknown): Deliver {
  const { callbacks } = (sensor as Sensor)[LISTENING];
  return deliverThrough(context, referenceTo(context, sensor as Sensor), callbacks.push(callback) - 1, what);
}
