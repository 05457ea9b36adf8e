/** The form of one step: its words, what it is done with, its cues and its counts. */
import { button, element } from 'zepp-watch-simulator/page-elements';
import { HOLD_KITS, type HoldKit, STAGES } from '../../utils/core/routine/routine.ts';
import {
  drawingsFor,
  kitsAt,
  listAt,
  valueAt,
  withCheck,
  withKit,
  withMovedStep,
  withoutCue,
  withoutStep,
} from './draft.ts';
import { pictureOf } from './drawings.ts';
import { controlId, type FormContext, group, numberField, selectField, textField } from './fields.ts';

export function stepForm(context: FormContext, at: number): HTMLElement {
  const { translate } = context;
  const path = `steps/${at}`;
  const isMarch = valueAt(context.draft(), `${path}/kind`) === 'march';
  return element(
    'fieldset',
    { class: 'editor-step' },
    element(
      'legend',
      {},
      `${translate('step', at + 1)} · ${translate(isMarch ? 'step.march' : 'step.hold')}`,
    ),
    stepButtons(context, at),
    element(
      'div',
      { class: 'editor-row wide-fields' },
      textField(context, `${path}/name`, translate('step.name')),
      textField(context, `${path}/instruction`, translate('step.instruction')),
    ),
    ...(isMarch ? marchParts(context, path) : holdParts(context, path)),
    drawingChoice(context, path, isMarch),
  );
}

function stepButtons(context: FormContext, at: number): HTMLElement {
  const { translate, draft, restructure } = context;
  const count = listAt(draft(), 'steps').length;
  const named = (word: string) => ({ 'aria-label': `${word}: ${translate('step', at + 1)}` });
  const move = (key: 'step.up' | 'step.down', by: -1 | 1, isLast: boolean): HTMLElement =>
    button(translate(key), () => restructure(withMovedStep(draft(), at, by), `steps/${at + by}/name`), {
      ...named(translate(key)),
      disabled: isLast,
    });
  return element(
    'div',
    { class: 'editor-step-buttons' },
    move('step.up', -1, at === 0),
    move('step.down', 1, at === count - 1),
    button(
      translate('step.remove'),
      () => restructure(withoutStep(draft(), at), `steps/${Math.max(0, at - 1)}/name`),
      { ...named(translate('step.remove')), disabled: count < 2 },
    ),
  );
}

function marchParts(context: FormContext, path: string): readonly HTMLElement[] {
  const { translate } = context;
  return [
    element(
      'div',
      { class: 'editor-row' },
      numberField(context, `${path}/lifts`, translate('step.lifts')),
      numberField(context, `${path}/beatS`, translate('step.beatS')),
    ),
  ];
}

function holdParts(context: FormContext, path: string): readonly HTMLElement[] {
  const { translate, draft } = context;
  const spots = STAGES.map((stage) =>
    numberField(context, `${path}/spots/${stage}`, translate(`stage.${stage}`)),
  );
  return [
    element(
      'div',
      { class: 'editor-row wide-fields' },
      selectField(context, `${path}/only`, translate('step.only'), [
        ['', translate('only.both')],
        ['left', translate('only.left')],
        ['right', translate('only.right')],
      ]),
    ),
    group(translate('step.kits'), element('div', { class: 'editor-checks' }, ...kitChecks(context, path))),
    ...kitsAt(draft(), path).map((kit) => cueGroup(context, path, kit)),
    group(translate('step.spots'), element('div', { class: 'editor-row' }, ...spots)),
  ];
}

function kitChecks(context: FormContext, path: string): readonly HTMLElement[] {
  const { translate, draft, restructure } = context;
  const used = kitsAt(draft(), path);
  return HOLD_KITS.map((kit) => {
    const id = controlId(`${path}/kits/${kit}`);
    const check = element('input', {
      type: 'checkbox',
      id,
      checked: used.includes(kit),
      // One kit at least does it, or there would be no dose.
      disabled: used.length === 1 && used[0] === kit,
    });
    check.addEventListener('change', () => {
      restructure(withKit(draft(), path, kit, check.checked), `${path}/kits/${kit}`);
    });
    return element('label', { class: 'editor-check' }, check, translate(`kit.${kit}`));
  });
}

/** The cues of a hold with one kit, in their order. */
function cueGroup(context: FormContext, path: string, kit: HoldKit): HTMLElement {
  const { translate, draft, restructure } = context;
  const cues = `${path}/doses/${kit}`;
  const fields = listAt(draft(), cues).map((cue, at) => {
    const isMinimum = valueAt(cue, 'cue') === 'minimum';
    const field = numberField(
      context,
      `${cues}/${at}/atS`,
      translate(isMinimum ? 'cue.minimum' : 'cue.check'),
    );
    if (!isMinimum) {
      const remove = button(translate('cue.remove'), () => {
        restructure(withoutCue(draft(), cues, at), `${cues}/0/atS`);
      });
      field.append(remove);
    }
    return field;
  });
  const add = button(translate('cue.add'), () => {
    restructure(withCheck(draft(), cues), `${cues}/0/atS`);
  });
  return group(
    translate('cues', translate(`kit.${kit}`)),
    element('div', { class: 'editor-row' }, ...fields),
    add,
  );
}

function drawingChoice(context: FormContext, path: string, isMarch: boolean): HTMLElement {
  const { translate, draft, change } = context;
  const chosen = valueAt(draft(), `${path}/glyph`);
  const choices = drawingsFor(isMarch ? ['march'] : kitsAt(draft(), path)).map((glyph) => {
    const radio = element('input', {
      type: 'radio',
      name: `${path}/glyph`,
      value: glyph,
      'data-path': `${path}/glyph`,
      checked: chosen === glyph,
    });
    radio.addEventListener('change', () => change(`${path}/glyph`, glyph));
    const picture = pictureOf(glyph);
    return element(
      'label',
      { class: 'editor-drawing' },
      radio,
      ...(picture === null ? [] : [element('img', { src: picture, alt: '', width: 104, height: 48 })]),
      translate(`glyph.${glyph}`),
    );
  });
  const fault = element('p', { class: 'fault', id: `fault/${path}/glyph`, hidden: true });
  return group(translate('step.glyph'), element('div', { class: 'editor-drawings' }, ...choices), fault);
}
