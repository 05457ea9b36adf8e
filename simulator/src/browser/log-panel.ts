/**
 * Shows the event log, the newest event last, filtered by type and text. While it is scrolled to its end, it stays there as events arrive.
 */
import { clockText } from '../draw/vibration-strip.ts';
import { EVENT_TYPES, type SimEvent } from '../engine/types.ts';
import { button, choice, element, entry } from './dom.ts';
import type { Panel } from './panel.ts';
import type { Session } from './session.ts';

/** The most events that are shown. `window.__simulation.events` has them all. */
const MOST_ROWS = 400;

interface Filter {
  readonly kind: string;
  readonly text: string;
}

/** Whether an event is shown. The many frames of the link are shown only when the filter asks for them. */
function passes(event: SimEvent, filter: Filter): boolean {
  if (filter.kind === '' && event.type === 'frame') return false;
  if (filter.kind !== '' && event.type !== filter.kind) return false;
  return filter.text === '' || event.text.toLowerCase().includes(filter.text);
}

function rowOf(event: SimEvent): HTMLLIElement {
  return element(
    'li',
    { class: `event ${event.type}` },
    element('time', {}, clockText(event.atMs, true)),
    element('b', {}, event.type),
    element('span', {}, event.text),
  );
}

export function createLogPanel(container: HTMLElement, session: Session): Panel {
  const kind = choice('Kind', [
    { value: '', label: 'all but frames' },
    ...EVENT_TYPES.map((value) => ({ value, label: value })),
  ]);
  const text = entry('Contains', { type: 'search', id: 'log-filter' });
  const list = element('ol', { class: 'log', tabindex: 0, 'aria-label': 'Events', id: 'log' });
  const clear = button('Clear', () => list.replaceChildren());
  container.append(element('div', { class: 'bar' }, kind.field, text.field, clear), list);
  let waiting: SimEvent[] = [];
  const filter = (): Filter => ({ kind: kind.select.value, text: text.input.value.trim().toLowerCase() });

  const refill = (): void => {
    waiting = [];
    const events = session.simulation.events.filter((event) => passes(event, filter())).slice(-MOST_ROWS);
    list.replaceChildren(...events.map(rowOf));
    list.scrollTop = list.scrollHeight;
  };
  kind.select.addEventListener('change', refill);
  text.input.addEventListener('input', refill);
  session.onRestart(refill);
  session.onEvent((event) => {
    if (waiting.length > MOST_ROWS) waiting.shift();
    waiting.push(event);
  });

  return {
    draw: () => {
      if (waiting.length === 0) return;
      const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 24;
      const now = filter();
      list.append(...waiting.filter((event) => passes(event, now)).map(rowOf));
      waiting = [];
      while (list.childElementCount > MOST_ROWS) list.firstElementChild?.remove();
      if (atEnd) list.scrollTop = list.scrollHeight;
    },
  };
}
