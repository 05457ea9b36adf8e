/** The form of the whole routine. */
import { button, element } from 'zepp-watch-simulator/page-elements';
import { LINGERS, TRANSITIONS } from '../../utils/core/routine/parse-routine.ts';
import { STAGES } from '../../utils/core/routine/routine.ts';
import { listAt, newStep, withStep } from './draft.ts';
import { controlId, dateField, type FormContext, group, numberField, textField } from './fields.ts';
import { stepForm } from './step-form.ts';
import type { EditorKey } from './texts/en.ts';

/** Draws the form anew; the control that had the focus has it again. @param focus path of another that is to have it */
export function drawForm(form: HTMLElement, context: FormContext, focus?: string): void {
  const focused = focus === undefined ? document.activeElement?.id : controlId(focus);
  // What was opened stays open.
  const open = Array.from(form.querySelectorAll('details'), (details) => details.open);
  form.replaceChildren(...parts(context));
  form.querySelectorAll('details').forEach((details, at) => {
    details.open = open[at] ?? false;
  });
  const control = focused ? document.getElementById(focused) : null;
  if (control !== null && form.contains(control)) control.focus();
}

function parts(context: FormContext): readonly HTMLElement[] {
  const { translate } = context;
  return [
    card('part.about', context, ...aboutParts(context)),
    card('part.steps', context, ...stepParts(context)),
    folded(
      'part.positions',
      context,
      row(
        ...TRANSITIONS.map((one) => numberField(context, `positionsS/${one}`, translate(`position.${one}`))),
      ),
    ),
    folded(
      'part.linger',
      context,
      row(...LINGERS.map((one) => numberField(context, `linger/${one}`, translate(`linger.${one}`)))),
    ),
    folded('part.rest', context, ...restParts(context)),
    folded('part.tries', context, ...countParts(context)),
  ];
}

function row(...fields: readonly HTMLElement[]): HTMLElement {
  return element('div', { class: 'editor-row' }, ...fields);
}

function card(title: EditorKey, { translate }: FormContext, ...content: readonly Node[]): HTMLElement {
  return element('section', { class: 'card editor-card' }, element('h2', {}, translate(title)), ...content);
}

/** Numbers that most routines leave as they are. */
function folded(title: EditorKey, { translate }: FormContext, ...content: readonly Node[]): HTMLElement {
  return element(
    'details',
    { class: 'card' },
    element('summary', {}, translate(title)),
    element('div', { class: 'editor-folded' }, ...content),
  );
}

function aboutParts(context: FormContext): readonly HTMLElement[] {
  const { translate } = context;
  const words = element(
    'div',
    { class: 'editor-row wide-fields' },
    textField(context, 'name', translate('name')),
    textField(context, 'author', translate('author'), { hint: translate('author.hint') }),
    numberField(context, 'version', translate('version'), translate('version.hint')),
    dateField(context, 'reviewBy', translate('reviewBy')),
  );
  return [
    words,
    textField(context, 'safety', translate('safety'), { isLong: true }),
    textField(context, 'source', translate('source'), { isLong: true }),
  ];
}

function stepParts(context: FormContext): readonly HTMLElement[] {
  const { translate, draft, restructure } = context;
  const steps = listAt(draft(), 'steps');
  const add = (kind: 'hold' | 'march'): HTMLElement =>
    button(
      translate(`step.add-${kind}`),
      () => restructure(withStep(draft(), newStep(kind, '')), `steps/${steps.length}/name`),
      { id: `add-${kind}` },
    );
  return [
    ...steps.map((_step, at) => stepForm(context, at)),
    element('div', { class: 'editor-step-buttons' }, add('hold'), add('march')),
  ];
}

function restParts(context: FormContext): readonly HTMLElement[] {
  const { translate } = context;
  return STAGES.map((stage) =>
    group(
      translate(`stage.${stage}`),
      row(
        ...(['earliestDays', 'latestDays'] as const).map((one) =>
          numberField(context, `rest/${stage}/${one}`, translate(`rest.${one}`)),
        ),
      ),
    ),
  );
}

function countParts(context: FormContext): readonly HTMLElement[] {
  const { translate } = context;
  return (['tries', 'retries', 'mostSpots'] as const).map((name) =>
    group(
      name === 'tries' ? translate(name) : `${translate(name)} (${translate('optional')})`,
      row(...STAGES.map((stage) => numberField(context, `${name}/${stage}`, translate(`stage.${stage}`)))),
    ),
  );
}
