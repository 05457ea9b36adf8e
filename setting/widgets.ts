/**
 * The widgets that sections are made of. Colours are translucent or of a middle tone and text takes the page's own colour, so
 * that phones in a light and in a dark theme show both.
 */
import { hideSecrets } from '../utils/core/integrations/hide-secrets.ts';
import { type CommandTarget, commandKey } from '../utils/core/sync/phone-commands.ts';
import { FAILED_COMMANDS_KEY, hasFailed } from '../utils/core/sync/phone-keys.ts';
import { type PhonePhrase, phrase } from '../utils/core/text/phone-phrase.ts';
import type { PageContext } from './page-context.ts';

const style = {
  section: { padding: '14px 0', borderTop: '1px solid #8886' },
  heading: { fontSize: '19px', fontWeight: '600', marginBottom: '6px' },
  line: { fontSize: '15px', marginTop: '4px', lineHeight: '1.4' },
  quiet: { fontSize: '14px', marginTop: '4px', lineHeight: '1.4', opacity: 0.8 },
  strong: { fontSize: '17px', fontWeight: '600', marginTop: '12px', lineHeight: '1.4' },
  field: { marginTop: '10px' },
  row: { display: 'flex', flexDirection: 'row', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  rowButton: {
    display: 'block',
    width: '100%',
    padding: '10px 0',
    textAlign: 'left',
    fontSize: '15px',
    background: 'transparent',
    color: 'inherit',
    border: 'none',
    boxShadow: 'none',
    borderRadius: '0',
    borderBottom: '1px solid #8884',
  },
  text: { fontFamily: 'monospace', fontSize: '12px' },
} as const;

function titledSection(context: PageContext, title: PhonePhrase | null, children: readonly Child[]): Child {
  if (title === null) return View({ style: style.section }, children);
  const heading = Text({ style: style.heading, bold: true, paragraph: true }, context.translate(title));
  return View({ style: style.section }, [heading, ...children]);
}

/**
 * A section with its title, or one that begins with a line that opens it. If drawing it throws, a sentence says so in its place
 * and the other sections still appear.
 */
export function section(
  context: PageContext,
  title: PhonePhrase | null,
  draw: () => readonly Child[],
): Child {
  try {
    return titledSection(context, title, draw());
  } catch (thrown) {
    const what = hideSecrets(String(thrown), context.texts.read);
    return titledSection(context, title, [line(context, phrase('phone.notShown', what))]);
  }
}

export function line(context: PageContext, text: PhonePhrase): Child {
  return Text({ style: style.line, paragraph: true }, shown(context, text));
}

/** The text, with arrows that stay with the number on either side of them. */
function shown(context: PageContext, text: PhonePhrase): string {
  return context.translate(text).split(' → ').join('\u00a0→\u00a0');
}

/** A less prominent line, for explanations. */
export function quietLine(context: PageContext, text: PhonePhrase): Child {
  return Text({ style: style.quiet, paragraph: true }, context.translate(text));
}

export function strongLine(context: PageContext, text: PhonePhrase): Child {
  return Text({ style: style.strong, bold: true, paragraph: true }, shown(context, text));
}

/** Says that the last command of this kind could not be carried out; no line if it could. */
export function failureLines(context: PageContext, command: CommandTarget): readonly Child[] {
  const isFailed = hasFailed(context.texts.read(FAILED_COMMANDS_KEY), commandKey(command));
  return isFailed ? [strongLine(context, phrase('fault.full'))] : [];
}

/** Buttons side by side. */
export function buttonRow(buttons: readonly Child[]): Child {
  return View({ style: style.row }, buttons);
}

/** How important a button is: the next step, one of several ways, or something that cannot be undone. */
export type Weight = 'main' | 'plain' | 'danger';

const ROUND = {
  borderRadius: '18px',
  padding: '8px 16px',
  fontSize: '15px',
  lineHeight: '1.3',
  boxShadow: 'none',
};
const WEIGHTS: Readonly<Record<Weight, Style>> = {
  main: { ...ROUND, background: '#2f7d5b', color: '#fff' },
  plain: { ...ROUND, background: '#8883', color: 'inherit' },
  danger: { ...ROUND, background: '#b3362b', color: '#fff' },
};

export function button(
  context: PageContext,
  label: PhonePhrase,
  onClick: () => void,
  weight: Weight = 'plain',
): Child {
  const color = weight === 'main' ? 'primary' : 'default';
  return Button({ label: context.translate(label), color, style: WEIGHTS[weight], onClick });
}

/** A line of a list that opens its details. */
export function rowButton(context: PageContext, label: PhonePhrase, onClick: () => void): Child {
  return Button({ label: context.translate(label), color: 'default', style: style.rowButton, onClick });
}

/** A text to select and copy, since the platform has no other way out of a settings page. */
export function selectableText(context: PageContext, label: PhonePhrase, value: string): Child {
  return field(
    TextInput({ label: context.translate(label), value, multiline: true, rows: 12, subStyle: style.text }),
  );
}

/** An input in a view of its own, because the platform is said to ignore some of a bare input's properties at first. */
export function field(input: Child): Child {
  return View({ style: style.field }, [input]);
}
