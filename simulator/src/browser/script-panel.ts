/** What the tester did, as a script that the command line can play again; copied with one press. */

import { button, element } from './dom.ts';
import type { RecordedVerb, Session } from './session.ts';

/** Writes the recorded verbs as the lines of a script. */
export type ScriptWriter = (recorded: readonly RecordedVerb[], device: string) => string;

export interface ScriptPanel {
  draw(): void;
}

export function createScriptPanel(
  container: HTMLElement,
  session: Session,
  write: ScriptWriter,
): ScriptPanel {
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
    // Without clipboard rights the text stays selected, ready for the keyboard.
    navigator.clipboard?.writeText(text.value).then(done, () => {
      copied.textContent = 'Selected: copy with the keyboard';
    });
  });
  container.append(text, element('div', { class: 'bar' }, copy, copied));
  let length = -1;
  session.onRestart(() => {
    length = -1;
  });
  return {
    draw: () => {
      const { recorded } = session;
      if (recorded.length === length) return;
      length = recorded.length;
      text.value = write(recorded, session.device.name);
      copied.textContent = '';
    },
  };
}
