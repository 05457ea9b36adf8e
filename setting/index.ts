/** The phone page: lists the stored sessions with their holds. Draws a view; writes nothing. */
import { gettext } from 'i18n';
import { phoneLocaleKey, phoneTextsFor } from '../utils/core/text/catalogues.ts';
import { fill } from '../utils/core/text/phrase.ts';
import { type PhonePhrase, phoneView, type SessionItem } from '../utils/core/view/phone-view.ts';

const style = {
  page: { padding: '16px' },
  title: { fontSize: '22px', fontWeight: '600', marginBottom: '8px' },
  session: { padding: '12px 0', borderTop: '1px solid #8884' },
  sessionTitle: { fontSize: '17px', fontWeight: '600' },
  line: { fontSize: '15px', marginTop: '4px' },
} as const;

AppSettingsPage({
  build(props) {
    try {
      const view = phoneView(props.settingsStorage.toObject());
      return View({ style: style.page }, [
        Text({ style: style.title, bold: true, paragraph: true }, say({ key: 'phone.title', values: [] })),
        ...view.faults.map(line),
        line(
          view.sessions.length === 0
            ? { key: 'phone.empty', values: [] }
            : { key: 'phone.count', values: [view.sessions.length] },
        ),
        ...view.sessions.map(session),
      ]);
    } catch (thrown) {
      // A throw leaves a blank page on the phone, with no word why.
      return View({ style: style.page }, [line({ key: 'phone.failed', values: [String(thrown)] })]);
    }
  },
});

function session(item: SessionItem): unknown {
  return View({ style: style.session }, [
    Text({ style: style.sessionTitle, bold: true, paragraph: true }, say(item.title)),
    ...item.lines.map(line),
  ]);
}

function line(phrase: PhonePhrase): unknown {
  return Text({ style: style.line, paragraph: true }, say(phrase));
}

function say(phrase: PhonePhrase): string {
  const values = phrase.values.map((value) => (typeof value === 'object' ? say(value) : value));
  return fill(phoneTextsFor(gettext(phoneLocaleKey))[phrase.key], values);
}
