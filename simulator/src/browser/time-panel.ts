/** Shows the watch's clock and the uptime, and lets the tester pause time, choose a speed, step and skip. */
import { clockText } from '../draw/vibration-strip.ts';
import { button, element } from './dom.ts';
import type { Panel } from './panel.ts';
import type { Session } from './session.ts';

const SPEEDS = [
  { speed: 0, label: 'Pause' },
  { speed: 1, label: '×1' },
  { speed: 10, label: '×10' },
  { speed: 60, label: '×60' },
];

/** A wall clock as `HH:MM:SS`, in its time zone. */
function wallText(epochMs: number, zoneOffsetMin: number): string {
  return new Date(epochMs + zoneOffsetMin * 60_000).toISOString().slice(11, 19);
}

export function createTimePanel(container: HTMLElement, session: Session): Panel {
  const { clock } = session;
  const speeds = SPEEDS.map(({ speed, label }) => ({
    speed,
    button: button(label, () => clock.setSpeed(speed), {
      'data-speed': String(speed),
      'aria-pressed': 'false',
    }),
  }));
  const now = element('span', {
    class: 'clock',
    id: 'uptime',
    title: 'The clock of the watch, and the time that has passed since its start',
  });
  const group = element('div', { class: 'segments', role: 'group', 'aria-label': 'Speed of time' });
  group.append(...speeds.map((item) => item.button));
  const step = button('Step', () => void clock.runNext(), {
    id: 'step',
    title: 'Run the next thing that is due',
  });
  const skip = button('+10 s', () => void clock.skip(10_000), {
    id: 'skip',
    title: 'Let ten seconds pass at once',
  });
  container.append(now, group, step, skip);

  return {
    draw: () => {
      const { uptimeMs, epochMs, zoneOffsetMin } = session.simulation;
      const text = `Watch ${wallText(epochMs, zoneOffsetMin)} · ${clockText(uptimeMs)} passed`;
      if (now.textContent !== text) now.textContent = text;
      for (const item of speeds) item.button.setAttribute('aria-pressed', String(item.speed === clock.speed));
    },
  };
}
