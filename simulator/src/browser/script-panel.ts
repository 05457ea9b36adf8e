/** Shows what the tester has done as a script, which the command line can run again. */
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
      text.value = `# recorded on ${session.device.name}\n${formatScript(recorded)}`;
      copied.textContent = '';
    },
  };
}
