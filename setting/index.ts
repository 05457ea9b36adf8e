/**
 * The phone page: a list of sections, each of which reads what it shows. Building the page writes nothing; widgets act only
 * through the context.
 */
import { hideSecrets } from '../utils/core/integrations/hide-secrets.ts';
import { phrase } from '../utils/core/text/phone-phrase.ts';
import { createPageContext } from './page-context.ts';
import { aboutSection } from './sections/about.ts';
import { advancedSection } from './sections/advanced.ts';
import { eraseSection } from './sections/erase.ts';
import { exportSection } from './sections/export.ts';
import { historySection } from './sections/history.ts';
import { integrationsSection } from './sections/integrations.ts';
import { nextSection } from './sections/next.ts';
import { preferencesSection } from './sections/preferences.ts';
import { trendSection } from './sections/trend.ts';
import { section, strongLine } from './widgets.ts';

const SECTIONS = [
  { title: phrase('next.title'), draw: nextSection },
  { title: phrase('trend.title'), draw: trendSection },
  { title: phrase('history.title'), draw: historySection },
  { title: phrase('preferences.title'), draw: preferencesSection },
  { title: phrase('export.title'), draw: exportSection },
  { title: phrase('integrations.title'), draw: integrationsSection },
  { title: phrase('about.title'), draw: aboutSection },
  { title: null, draw: advancedSection },
  { title: phrase('erase.title'), draw: eraseSection },
];

const style = {
  page: { padding: '16px' },
  title: { fontSize: '22px', fontWeight: '600', marginBottom: '8px' },
} as const;

AppSettingsPage({
  build(props) {
    try {
      const now = new Date();
      const context = createPageContext(props.settingsStorage, now.getTime(), -now.getTimezoneOffset());
      const title = Text(
        { style: style.title, bold: true, paragraph: true },
        context.translate(phrase('phone.title')),
      );
      const sections = SECTIONS.map(({ title, draw }) => section(context, title, () => draw(context)));
      const full = context.state.isFull ? [strongLine(context, phrase('fault.full'))] : [];
      return View({ style: style.page }, [title, ...full, ...sections]);
    } catch (thrown) {
      // A throw would leave the page blank without an explanation.
      const what = hideSecrets(String(thrown), (key) => props.settingsStorage.getItem(key));
      return View({ style: style.page }, [Text({ paragraph: true }, `Iliacus: ${what}`)]);
    }
  },
});
