/** Shows the vibration strip below the watch, names each burst of pulses, and lets the motor be heard. */
import { drawStrip, type StripColors, type StripLabel } from '../draw/vibration-strip.ts';
import { button, choice, element, entry } from './dom.ts';
import type { Panel } from './panel.ts';
import type { Session } from './session.ts';
import { createSound } from './sound.ts';
import { type Burst, burstsOf, nameOf, QUIET_MS, shapeOf } from './vibration-names.ts';

const SPANS = [
  { value: '10000', label: '10 s' },
  { value: '30000', label: '30 s' },
  { value: '120000', label: '2 min' },
  { value: '600000', label: '10 min' },
];

type Names = Readonly<Record<string, string>>;

function colorsOf(container: HTMLElement): StripColors {
  const style = getComputedStyle(container);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    background: read('--strip-back'),
    axis: read('--line'),
    text: read('--quiet'),
    pulse: read('--accent'),
    running: read('--live'),
  };
}

/** The bursts of a session. They are computed again only when there are new pulses. */
function createBursts(session: Session): () => readonly Burst[] {
  let length = -1;
  let isRunning = false;
  let bursts: readonly Burst[] = [];
  session.onRestart(() => {
    length = -1;
  });
  return () => {
    const { pulses, watch } = session.simulation;
    if (pulses.length !== length || isRunning) {
      length = pulses.length;
      isRunning = watch.motorOn;
      bursts = burstsOf(pulses);
    }
    return bursts;
  };
}

/** Returns a function for each frame that announces a burst once it is over. */
function createAnnouncer(
  session: Session,
  bursts: () => readonly Burst[],
  announce: (burst: Burst) => void,
): () => void {
  let announced = 0;
  session.onRestart(() => {
    announced = 0;
  });
  return () => {
    const { uptimeMs, watch } = session.simulation;
    const all = bursts();
    const last = all[all.length - 1];
    if (all.length <= announced || last === undefined) return;
    if (watch.motorOn || uptimeMs - last.untilMs < QUIET_MS) return;
    announced = all.length;
    announce(last);
  };
}

/** How far back in time the strip is scrolled, by a finger or the mouse. */
function createLookBack(canvas: HTMLCanvasElement, session: Session, spanMs: () => number, now: HTMLElement) {
  let backMs = 0;
  let fromX: number | null = null;
  const set = (ms: number): void => {
    backMs = Math.max(0, Math.min(ms, session.simulation.uptimeMs - spanMs()));
    now.hidden = backMs === 0;
  };
  now.addEventListener('click', () => set(0));
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    fromX = event.clientX;
  });
  canvas.addEventListener('pointermove', (event) => {
    if (fromX === null) return;
    set(backMs + ((event.clientX - fromX) / Math.max(1, canvas.clientWidth)) * spanMs());
    fromX = event.clientX;
  });
  for (const kind of ['pointerup', 'pointercancel'] as const)
    canvas.addEventListener(kind, () => {
      fromX = null;
    });
  session.onRestart(() => set(0));
  return { untilMs: (): number => session.simulation.uptimeMs - backMs };
}

/** @param names what the app means by its vibrations, see `InitialState` */
export function createStripPanel(container: HTMLElement, session: Session, names: Names = {}): Panel {
  const canvas = element('canvas', {
    class: 'strip',
    role: 'img',
    'aria-label':
      'Vibrations over time: wide bars are long pulses, narrow bars short ones. Drag to look back.',
  });
  const span = choice('Span', SPANS);
  span.select.value = '30000';
  const sound = createSound();
  const toggle = entry('Feel and hear', { type: 'checkbox', id: 'sound' });
  toggle.input.addEventListener('change', () => sound.setOn(toggle.input.checked));
  const description = element(
    'p',
    { class: 'description', 'aria-live': 'polite', id: 'vibration' },
    'No vibration yet. Narrow bars are short pulses, wide bars long ones.',
  );
  const now = button('Now', () => undefined, { hidden: true, id: 'strip-now' });
  container.append(
    element('div', { class: 'bar' }, element('h2', {}, 'Vibration'), description),
    canvas,
    element('div', { class: 'bar' }, span.field, toggle.field, now),
  );
  const surface = canvas.getContext('2d');
  const spanMs = (): number => Number(span.select.value);
  const lookBack = createLookBack(canvas, session, spanMs, now);
  const bursts = createBursts(session);
  const announce = createAnnouncer(session, bursts, (burst) => {
    description.textContent = `Felt: ${nameOf(burst, names)}`;
  });
  const labels = (): readonly StripLabel[] =>
    bursts().map((burst) => ({ atMs: burst.fromMs, text: names[shapeOf(burst)] ?? '' }));

  return {
    draw: () => {
      if (surface === null) return;
      const { pulses, watch } = session.simulation;
      const ratio = window.devicePixelRatio || 1;
      const widthPx = canvas.clientWidth;
      const heightPx = canvas.clientHeight;
      if (canvas.width !== Math.round(widthPx * ratio)) canvas.width = Math.round(widthPx * ratio);
      if (canvas.height !== Math.round(heightPx * ratio)) canvas.height = Math.round(heightPx * ratio);
      surface.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawStrip(surface, {
        pulses,
        labels: labels(),
        nowMs: lookBack.untilMs(),
        spanMs: spanMs(),
        widthPx,
        heightPx,
        colors: colorsOf(container),
      });
      sound.follow(watch.motorOn);
      announce();
    },
  };
}
