/**
 * The phone page: a list of sections, each of which reads what it shows. Building writes nothing; what a part does when it
 * is used goes through the context.
 */
import { type PhonePhrase, say } from '../utils/core/text/phone-phrase.ts';
import { createContext, type PageContext } from './page-context.ts';
import { aboutSection } from './sections/about.ts';
import { eraseSection } from './sections/erase.ts';
import { exportSection } from './sections/export.ts';
import { historySection } from './sections/history.ts';
import { outletsSection } from './sections/integrations.ts';
import { nextSection } from './sections/next.ts';
import { preferencesSection } from './sections/preferences.ts';
import { trendSection } from './sections/trend.ts';
import { safely } from './widgets.ts';

interface Section {
  readonly title: PhonePhrase;
  readonly draw: (context: PageContext) => readonly Child[];
}

const SECTIONS: readonly Section[] = [
  { title: say('next.title'), draw: nextSection },
  { title: say('trend.title'), draw: trendSection },
  { title: say('history.title'), draw: historySection },
  { title: say('preferences.title'), draw: preferencesSection },
  { title: say('export.title'), draw: exportSection },
  { title: say('outlets.title'), draw: outletsSection },
  { title: say('about.title'), draw: aboutSection },
  { title: say('erase.title'), draw: eraseSection },
];

const style = {
  page: { padding: '16px' },
  title: { fontSize: '22px', fontWeight: '600', marginBottom: '8px' },
} as const;

AppSettingsPage({
  build(props) {
    try {
      const context = createContext(props.settingsStorage, Date.now());
      const title = Text(
        { style: style.title, bold: true, paragraph: true },
        context.say(say('phone.title')),
      );
      const sections = SECTIONS.map(({ title, draw }) => safely(context, title, () => draw(context)));
      return View({ style: style.page }, [title, ...sections]);
    } catch (thrown) {
      // A throw leaves a blank page on the phone, with no word why.
      return View({ style: style.page }, [Text({ paragraph: true }, `Iliacus: ${String(thrown)}`)]);
    }
  },
});
