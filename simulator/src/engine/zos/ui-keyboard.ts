/**
 * The keyboard of the system (`createKeyboard`, API 4.0) and what a keyboard of the app uses (`keyboard`, API 4.2). The system's keyboard
 * is a dialog: the verb `type` writes into it, and its buttons confirm or cancel.
 */
import { recordOf } from '../values.ts';
import type { Dialog } from '../watch/dialogs.ts';
import type { Members, ZosContext } from './context.ts';
import { hidden } from './ui-constants.ts';

const INPUT_TYPES = { EMOJI: 0, NUM: 1, CHAR: 2, VOICE: 3, JSKB: 4, SELECT: 5 };
const FUNCTION_KEYS = { BACKSPACE: 1, ENTER: 2, SWITCH: 3, SELECT: 4, CANCEL: 5 };
/** Share of the screen that the input field takes (assumed). */
const FIELD_SHARE = 0.25;

/** The text that an app's own keyboard edits. */
function createKeyboardApi({ world, realm }: ZosContext): Record<string, unknown> {
  const { width, height } = world.device;
  let text = '';
  let buffer = '';
  let rect = { x: 0, y: 0, w: width, h: Math.round(height * FIELD_SHARE) };
  const backspace = (count: unknown = 1): void => {
    const characters = Array.from(text);
    text = characters.slice(0, Math.max(0, characters.length - Number(count))).join('');
  };
  const tell = (what: string): void => world.log.emit('app', `${realm.name}: keyboard ${what}`);
  return {
    ...FUNCTION_KEYS,
    setContentRect(given: unknown) {
      rect = { ...rect, ...recordOf(given) };
    },
    getContentRect: () => ({ ...rect }),
    getTextContext: () => text,
    inputText(added: unknown) {
      text += String(added);
      buffer = '';
    },
    backspace,
    clearInput() {
      text = '';
    },
    sendFnKey(key: unknown) {
      if (key === FUNCTION_KEYS.BACKSPACE) backspace();
      const names = Object.keys(FUNCTION_KEYS) as (keyof typeof FUNCTION_KEYS)[];
      tell(names.find((name) => FUNCTION_KEYS[name] === key) ?? `key ${String(key)}`);
    },
    inputBuffer(given: unknown) {
      buffer = String(given);
    },
    getBuffer: () => buffer,
    clearBuffer() {
      buffer = '';
    },
    switchInputType: (type: unknown) => tell(`input type ${String(type)}`),
    checkVoiceInputAvailable: () => false,
    isEnabled: () => true,
    isSelected: () => true,
    gotoSettings: () => tell('settings'),
  };
}

export function keyboardMembers(context: ZosContext): Members {
  const { dialogs } = context.world;
  let close: (() => void) | undefined;
  const deleteKeyboard = (): void => {
    close?.();
    close = undefined;
  };
  context.realm.onEnd(deleteKeyboard);
  const createKeyboard = (given: unknown): unknown => {
    context.forbidInService('service-ui', 'ui.createKeyboard');
    deleteKeyboard();
    const option = recordOf(given);
    let text = String(option.text ?? '');
    const handle = {};
    const dialog: Dialog = {
      title: 'Keyboard',
      get body() {
        return text;
      },
      buttons: ['OK', 'Cancel'],
      sticky: true,
      onType(typed) {
        text = typed;
      },
      onAnswer(index) {
        const name = index === 0 ? 'onComplete' : 'onCancel';
        context.call(name, option[name], handle, { data: text });
      },
    };
    close = dialogs.open(dialog);
    return handle;
  };
  return {
    inputType: ['4.0', hidden(INPUT_TYPES)],
    createKeyboard: ['4.0', createKeyboard],
    deleteKeyboard: ['4.0', deleteKeyboard],
    keyboard: ['4.2', createKeyboardApi(context)],
  };
}
