/** Shows the vibration strip, lets the motor be heard, and describes each burst of pulses in words for screen readers. */
import { drawStrip, type StripColors } from '../draw/vibration-strip.ts';
import type { Pulse } from '../engine/types.ts';
import { choice, element, entry } from './dom.ts';
import type { Panel } from './panel.ts';
import type { Session } from './session.ts';
import { createSound } from './sound.ts';

const SPANS = [
  { value: '5000', label: '5 s' },
  { value: '30000', label: '30 s' },
  { value: '120000', label: '2 min' },
  { value: '600000', label: '10 min' },
];
/** A burst is over when the motor has been still for this time, virtual ms. */
const QUIET_MS = 700;
/** Pulses up to this length count as short, ms. */
const SHORT_MS = 350;

/** Describes a burst of pulses: `long, short, short`. */
function burstText(pulses: readonly Pulse[]): string {
  return pulses.map((pulse) => (pulse.offMs - pulse.onMs <= SHORT_MS ? 'short' : 'long')).join(', ');
}

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

/** Returns a function for each frame that announces a burst once it is over. */
function createAnnouncer(session: Session, announce: (text: string) => void): () => void {
  let announced = session.simulation.pulses.length;
  session.onRestart(() => {
    announced = 0;
  });
  return () => {
    const { pulses, uptimeMs, watch } = session.simulation;
    const last = pulses[pulses.length - 1];
    if (pulses.length <= announced || last === undefined || watch.motorOn || uptimeMs - last.offMs < QUIET_MS)
      return;
    const fresh = pulses.slice(announced).slice(-12);
    announced = pulses.length;
    announce(`Felt: ${burstText(fresh)}`);
  };
}

export function createStripPanel(container: HTMLElement, session: Session): Panel {
  const canvas = element('canvas', {
    class: 'strip',
    role: 'img',
    'aria-label': 'Vibration pulses over time',
  });
  const span = choice('Span', SPANS);
  span.select.value = '30000';
  const sound = createSound();
  const toggle = entry('Feel and hear', { type: 'checkbox', id: 'sound' });
  toggle.input.addEventListener('change', () => sound.setOn(toggle.input.checked));
  const description = element(
    'p',
    { class: 'description', 'aria-live': 'polite', id: 'vibration' },
    'No vibration yet',
  );
  container.append(
    element('div', { class: 'bar' }, element('h2', {}, 'Vibration'), description, span.field, toggle.field),
    canvas,
  );
  const surface = canvas.getContext('2d');
  const announce = createAnnouncer(session, (text) => {
    description.textContent = text;
  });

  return {
    draw: () => {
      if (surface === null) return;
      const { pulses, uptimeMs, watch } = session.simulation;
      const ratio = window.devicePixelRatio || 1;
      const widthPx = canvas.clientWidth;
      const heightPx = canvas.clientHeight;
      if (canvas.width !== Math.round(widthPx * ratio)) canvas.width = Math.round(widthPx * ratio);
      if (canvas.height !== Math.round(heightPx * ratio)) canvas.height = Math.round(heightPx * ratio);
      surface.setTransform(ratio, 0, 0, ratio, 0, 0);
      const spanMs = Number(span.select.value);
      drawStrip(surface, { pulses, nowMs: uptimeMs, spanMs, widthPx, heightPx, colors: colorsOf(container) });
      sound.follow(watch.motorOn);
      announce();
    },
  };
}
