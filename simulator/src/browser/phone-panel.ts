/** Shows the phone: its state, the app's settings page, and buttons to take it away or to end its companion app. */
import type { SettingsNode, Verb } from '../engine/types.ts';
import { settingsTexts } from '../engine/visible-texts.ts';
import { button, element } from './dom.ts';
import type { FontLoader } from './font-loader.ts';
import type { Panel } from './panel.ts';
import type { Session } from './session.ts';
import { createSettingsView } from './settings-view.ts';

function statusText(session: Session): string {
  const { phone } = session.simulation;
  if (!phone.present) return 'Out of reach';
  return phone.sideRunning ? 'In reach, app service running' : 'In reach, app service asleep';
}

export function createPhonePanel(container: HTMLElement, session: Session, fonts: FontLoader): Panel {
  const perform = (verb: Verb): void => void session.perform(verb);
  const status = element('p', { class: 'status', id: 'phone-status' });
  const screen = element('div', { class: 'phone-screen', id: 'settings' });
  const empty = element('p', { class: 'empty' });
  const away = button('Phone away', () => {
    perform({ verb: 'phone', present: !session.simulation.phone.present });
  });
  away.id = 'phone-away';
  const glass = element('div', { class: 'phone-glass' }, empty, screen);
  const setDark = (isDark: boolean): void => {
    glass.classList.toggle('dark', isDark);
    dark.setAttribute('aria-pressed', String(isDark));
  };
  const dark = button('Dark phone', () => setDark(!glass.classList.contains('dark')), { id: 'phone-dark' });
  setDark(matchMedia('(prefers-color-scheme: dark)').matches);
  container.append(
    element('div', { class: 'bar' }, element('h2', {}, 'Phone'), status),
    element('div', { class: 'phone' }, glass),
    element(
      'div',
      { class: 'quick' },
      button('Open settings page', () => perform({ verb: 'settings-open' }), { id: 'settings-open' }),
      away,
      dark,
      button('Close phone app', () => perform({ verb: 'kill', what: 'phone' })),
    ),
  );
  const view = createSettingsView(screen, (id, handler, args) => {
    perform({ verb: 'settings-call', id, handler, args });
  });

  let shown: SettingsNode | null = null;

  return {
    draw: () => {
      const { phone, uptimeMs } = session.simulation;
      const text = statusText(session);
      if (status.textContent !== text) status.textContent = text;
      const awayText = phone.present ? 'Phone away' : 'Phone back';
      if (away.textContent !== awayText) away.textContent = awayText;
      container.classList.toggle('away', !phone.present);
      const hasPage = session.app.manifest.module.setting !== undefined;
      empty.hidden = phone.settings !== null;
      const note = hasPage ? 'The settings page is not open.' : 'This app has no settings page.';
      if (empty.textContent !== note) empty.textContent = note;
      if (phone.settings !== shown) {
        shown = phone.settings;
        fonts.load(settingsTexts(shown));
      }
      view.show(phone.settings);
      view.tick(uptimeMs);
    },
  };
}
