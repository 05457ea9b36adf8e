/**
 * Shows broken rules, refused verbs and a stopped simulation, in a place where they do not shift the layout. Screen readers announce them.
 */
import { clockText } from '../draw/vibration-strip.ts';
import { messageOf } from '../engine/runtime/format-value.ts';
import type { Breach } from '../engine/types.ts';
import { element } from './dom.ts';
import type { Panel } from './panel.ts';
import type { Session } from './session.ts';

/** The most breaches that are shown, newest first. The log has them all. */
const MOST_CARDS = 20;

function card(breach: Breach): HTMLElement {
  return element(
    'li',
    { class: 'breach' },
    element('b', {}, breach.rule),
    element('span', {}, breach.sentence),
    element('small', {}, `${breach.source} · at ${clockText(breach.atMs, true)}`),
  );
}

/** @param link leads to the panel from the top of a page, and sums up its content */
export function createBreachPanel(container: HTMLElement, session: Session, link?: HTMLElement): Panel {
  const title = element('h2', {});
  const list = element('ul', { class: 'breaches' });
  container.append(title, list);
  let shown = -1;
  let stopped = '';
  let refusal = '';
  const set = (reasons: { readonly stopped?: string; readonly refusal?: string }): void => {
    stopped = reasons.stopped ?? stopped;
    refusal = reasons.refusal ?? refusal;
    shown = -1;
  };
  session.onRestart(() => set({ stopped: '', refusal: '' }));
  session.onError((error) => set({ stopped: messageOf(error) }));
  session.onRefusal((reason) => {
    if ((reason ?? '') !== refusal) set({ refusal: reason ?? '' });
  });

  return {
    draw: () => {
      const { breaches } = session.simulation;
      if (breaches.length === shown) return;
      shown = breaches.length;
      container.hidden = breaches.length === 0 && stopped === '' && refusal === '';
      title.textContent = titleOf(breaches.length, stopped, refusal);
      if (link !== undefined) {
        link.hidden = container.hidden;
        link.textContent = title.textContent;
      }
      const notes = [stopped, refusal].filter((note) => note !== '').map((note) => element('li', {}, note));
      list.replaceChildren(...notes, ...[...breaches].reverse().slice(0, MOST_CARDS).map(card));
    },
  };
}

function titleOf(count: number, stopped: string, refusal: string): string {
  if (stopped !== '') return 'The simulation stopped';
  if (count === 0 && refusal !== '') return 'That was not possible';
  return count === 1 ? '1 rule broken' : `${count} rules broken`;
}
