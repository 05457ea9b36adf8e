/** `@zos/interaction`: toasts, modal boxes, and one listener each for keys, gestures, crown and wrist. */
import type { RuleName } from '../rules.ts';
import { createPageInput, type PageInput } from '../runtime/device-globals.ts';
import { recordOf } from '../values.ts';
import type { Dialog } from '../watch/dialogs.ts';
import { moduleOf, type ZosContext } from './context.ts';
import { createDialogHandle } from './dialog-handle.ts';

export const GESTURES = { up: 1, down: 2, left: 3, right: 4 } as const;
export const KEYS = { back: 1, select: 2, home: 3, up: 4, down: 5, shortcut: 6 } as const;
export const KEY_EVENTS = { click: 1, long: 2, double: 3, press: 4, release: 5 } as const;
export const WRIST = { lift: 1, lower: 2, flip: 3 } as const;

const MODAL_CONFIRM = 1;
const MODAL_CANCEL = 0;
/** Number of the first capsule button (interaction/createModal.mdx). */
const FIRST_CAPSULE = 10;

function callbackOf(given: unknown): unknown {
  return typeof given === 'function' ? given : recordOf(given).callback;
}

/** The listeners of the bundle's page, or of the page in the foreground. */
function inputOf(context: ZosContext): PageInput {
  const input = context.input ?? context.world.watch.instance?.foreground?.input;
  return input ?? createPageInput();
}

function createModal(context: ZosContext, given: unknown): unknown {
  const option = recordOf(given);
  const capsules = Array.isArray(option.capsuleButton) ? option.capsuleButton.map(String) : [];
  const types =
    capsules.length > 0 ? capsules.map((_, index) => FIRST_CAPSULE + index) : [MODAL_CONFIRM, MODAL_CANCEL];
  const dialog: Dialog = {
    title: String(option.title ?? option.content ?? ''),
    body: [option.subtitle, option.text].filter((text) => text !== undefined).join(' '),
    buttons: capsules.length > 0 ? capsules : ['OK', 'Cancel'],
    sticky: option.autoHide === false,
    onAnswer: (index) => void context.call('modal onClick', option.onClick, { type: types[index] }),
  };
  return createDialogHandle(context, dialog, option.show !== false);
}

export function interactionModule(context: ZosContext): unknown {
  const on = (name: string, slot: keyof PageInput, rule: RuleName | undefined) => (given: unknown) => {
    context.forbidInService('service-ui', `interaction.${name}`);
    const input = inputOf(context);
    if (input[slot] !== undefined && rule !== undefined) {
      context.world.log.breach(rule, `${context.realm.name}: ${name}`);
    }
    const callback = callbackOf(given);
    const listener = (...args: unknown[]): unknown => context.call(name, callback, ...args);
    (input as unknown as Record<string, unknown>)[slot] = listener;
  };
  const off = (slot: keyof PageInput) => () => {
    (inputOf(context) as unknown as Record<string, unknown>)[slot] = undefined;
  };
  return moduleOf(context, '@zos/interaction', {
    GESTURE_UP: ['2.0', GESTURES.up],
    GESTURE_DOWN: ['2.0', GESTURES.down],
    GESTURE_LEFT: ['2.0', GESTURES.left],
    GESTURE_RIGHT: ['2.0', GESTURES.right],
    KEY_BACK: ['2.0', KEYS.back],
    KEY_SELECT: ['2.0', KEYS.select],
    KEY_HOME: ['2.0', KEYS.home],
    KEY_UP: ['2.0', KEYS.up],
    KEY_DOWN: ['2.0', KEYS.down],
    KEY_SHORTCUT: ['2.0', KEYS.shortcut],
    KEY_EVENT_CLICK: ['2.0', KEY_EVENTS.click],
    KEY_EVENT_LONG_PRESS: ['2.0', KEY_EVENTS.long],
    KEY_EVENT_DOUBLE_CLICK: ['2.0', KEY_EVENTS.double],
    KEY_EVENT_PRESS: ['2.0', KEY_EVENTS.press],
    KEY_EVENT_RELEASE: ['2.0', KEY_EVENTS.release],
    MODAL_CONFIRM: ['2.0', MODAL_CONFIRM],
    MODAL_CANCEL: ['2.0', MODAL_CANCEL],
    WRIST_MOTION_LIFT: ['2.0', WRIST.lift],
    WRIST_MOTION_LOWER: ['2.0', WRIST.lower],
    WRIST_MOTION_FLIP: ['2.0', WRIST.flip],
    showToast: [
      '2.0',
      (given: unknown) => {
        context.forbidInService('service-ui', 'interaction.showToast');
        context.world.dialogs.showToast(String(recordOf(given).content ?? ''));
      },
    ],
    createModal: [
      '2.0',
      (given: unknown) => {
        context.forbidInService('service-ui', 'interaction.createModal');
        return createModal(context, given);
      },
    ],
    onGesture: ['2.0', on('onGesture', 'gesture', 'second-gesture-listener')],
    offGesture: ['2.0', off('gesture')],
    onKey: ['2.0', on('onKey', 'key', 'second-key-listener')],
    offKey: ['2.0', off('key')],
    onDigitalCrown: ['2.0', on('onDigitalCrown', 'crown', 'second-crown-listener')],
    offDigitalCrown: ['2.0', off('crown')],
    onWristMotion: ['3.0', on('onWristMotion', 'wrist', undefined)],
    offWristMotion: ['3.0', off('wrist')],
  });
}
