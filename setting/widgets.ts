/**
 * The parts that sections are made of. Colours are translucent or of a middle tone and text takes the page's own, so
 * that light and dark phones both show them.
 */
import { type PhonePhrase, say } from '../utils/core/text/phone-phrase.ts';
import type { PageContext } from './page-context.ts';

export const CONTACT_COLOR = '#c2701c';
export const BEFORE_COLOR = '#3d7fc4';
export const AFTER_COLOR = '#2f9460';
export const HOLD_COLOR = '#8a63c4';

const style = {
  section: { padding: '14px 0', borderTop: '1px solid #8886' },
  heading: { fontSize: '19px', fontWeight: '600', marginBottom: '6px' },
  line: { fontSize: '15px', marginTop: '4px', lineHeight: '1.4' },
  quiet: { fontSize: '14px', marginTop: '4px', lineHeight: '1.4', opacity: 0.8 },
  strong: { fontSize: '17px', fontWeight: '600', marginTop: '4px', lineHeight: '1.4' },
  field: { marginTop: '10px' },
  row: { display: 'flex', flexDirection: 'row', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  text: { fontFamily: 'monospace', fontSize: '12px' },
} as const;

function sectionPart(context: PageContext, title: PhonePhrase, children: readonly Child[]): Child {
  const heading = Text({ style: style.heading, bold: true, paragraph: true }, context.say(title));
  return View({ style: style.section }, [heading, ...children]);
}

export function linePart(context: PageContext, phrase: PhonePhrase): Child {
  return Text({ style: style.line, paragraph: true }, context.say(phrase));
}

export function quietPart(context: PageContext, phrase: PhonePhrase): Child {
  return Text({ style: style.quiet, paragraph: true }, context.say(phrase));
}

export function strongPart(context: PageContext, phrase: PhonePhrase): Child {
  return Text({ style: style.strong, bold: true, paragraph: true }, context.say(phrase));
}

/** Buttons side by side. */
export function rowPart(children: readonly Child[]): Child {
  return View({ style: style.row }, children);
}

export function buttonPart(
  context: PageContext,
  label: PhonePhrase,
  onClick: () => void,
  isMain = false,
): Child {
  return Button({ label: context.say(label), color: isMain ? 'primary' : 'default', onClick });
}

/** A text to select and copy: the platform has no other way out of a settings page. */
export function selectablePart(context: PageContext, label: PhonePhrase, value: string): Child {
  const field = TextInput({
    label: context.say(label),
    value,
    multiline: true,
    rows: 12,
    subStyle: style.text,
  });
  return View({ style: style.field }, [field]);
}

/** Wrapped, because a first drawing is said to ignore some of a bare part's properties. */
export function fieldPart(child: Child): Child {
  return View({ style: style.field }, [child]);
}

/** A section whose drawing throws is that sentence; the others stand. */
export function safely(context: PageContext, title: PhonePhrase, draw: () => readonly Child[]): Child {
  try {
    return sectionPart(context, title, draw());
  } catch (thrown) {
    return sectionPart(context, title, [linePart(context, say('phone.failed', String(thrown)))]);
  }
}
