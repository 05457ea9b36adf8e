/** Shows what the tester has done as a script, which the command line can run again, and plays one that is pasted. */
import { messageOf } from '../engine/runtime/format-value.ts';
import { formatScript } from '../headless/script.ts';
import { button, element } from './dom.ts';
import type { Panel } from './panel.ts';
import type { Session } from './session.ts';

export function createScriptPanel(container: HTMLElement, session: Session): Panel {
  const text = element('textarea', {
    rows: 8,
    readonly: true,
    'aria-label': 'Script of what was done',
    id: 'script',
  });
  const copied = element('span', { class: 'quiet', 'aria-live': 'polite' });
  const copy = button('Copy script', () => {
    text.select();
    const done = (): void => {
      copied.textContent = 'Copied';
    };
    // Where the page may not use the clipboard, the text stays selected for the keyboard.
    navigator.clipboard?.writeText(text.value).then(done, () => {
      copied.textContent = 'Selected: copy with the keyboard';
    });
  });
  const pasted = element('textarea', {
    rows: 6,
    'aria-label': 'Script to play',
    placeholder: 'Paste a script, one step a line:\nlaunch\ntap-text "Start"\nwait 30s',
    id: 'script-to-play',
  });
  const outcome = element('span', { class: 'quiet', 'aria-live': 'polite', id: 'script-outcome' });
  const play = button('Play from the start', () => {
    outcome.textContent = 'Playing…';
    session.play(pasted.value).then(
      (fault) => {
        outcome.textContent = fault ?? 'Played to its end.';
      },
      (error: unknown) => {
        outcome.textContent = messageOf(error);
      },
    );
  });
  container.append(text, element('div', { class: 'bar' }, copy, copied));
  container.append(pasted, element('div', { class: 'bar' }, play, outcome));
  let length = -1;
  session.onRestart(() => {
    length = -1;
  });
  return {
    draw: () => {
      const { recorded } = session;
      if (recorded.length === length) return;
      length = recorded.length;
      text.value = `# recorded on ${session.device.name}\n${formatScript(recorded)}`;
      copied.textContent = '';
    },
  };
}
