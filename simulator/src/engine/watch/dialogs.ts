/** What covers the page: toasts, and the dialogs of app and system. Only the topmost dialog can be answered. */
import type { Clock } from '../clock.ts';
import type { EventLog } from '../event-log.ts';

/** How long a toast stays, ms (assumed; published nowhere). */
const TOAST_MS = 2000;

/** A dialog of app or system. */
export interface Dialog {
  readonly title: string;
  readonly body: string;
  readonly buttons: readonly string[];
  /** Called with the index of the button that was pressed. */
  readonly onAnswer: (index: number) => void;
  /** Takes the text that the wearer has typed. Dialogs other than keyboards have none. */
  readonly onType?: (text: string) => void;
  /** Keeps the dialog open after an answer, until it is closed. */
  readonly sticky?: boolean;
}

export interface Dialogs {
  readonly toast: string | null;
  readonly top: Dialog | undefined;
  showToast(text: string): void;
  /** Opens a dialog; the returned function closes it. */
  open(dialog: Dialog): () => void;
  /**
   * Replaces the text in the topmost dialog, as a wearer who types does.
   * @throws Error when that dialog is no keyboard
   */
  type(text: string): void;
  /** Presses a button of the topmost dialog. */
  answer(index: number): void;
  closeAll(): void;
}

export function createDialogs(clock: Clock, log: EventLog): Dialogs {
  const stack: Dialog[] = [];
  let toast: string | null = null;
  function close(dialog: Dialog): void {
    const index = stack.indexOf(dialog);
    if (index >= 0) stack.splice(index, 1);
  }
  return {
    get toast() {
      return toast;
    },
    get top() {
      return stack[stack.length - 1];
    },
    showToast(text) {
      toast = text;
      log.emit('toast', text);
      const shown = text;
      clock.after(TOAST_MS, () => {
        if (toast === shown) toast = null;
      });
    },
    open(dialog) {
      stack.push(dialog);
      log.emit('dialog', `${dialog.title}${dialog.body === '' ? '' : `: ${dialog.body}`}`, {
        buttons: dialog.buttons.slice(),
      });
      return () => close(dialog);
    },
    type(text) {
      const onType = stack[stack.length - 1]?.onType;
      if (onType === undefined) throw new Error('no keyboard is open');
      log.emit('dialog', `typed ${text}`);
      onType(text);
    },
    answer(index) {
      const dialog = stack[stack.length - 1];
      if (dialog === undefined) return;
      if (dialog.sticky !== true) close(dialog);
      log.emit('dialog', `answered ${dialog.buttons[index] ?? index}`);
      dialog.onAnswer(index);
    },
    closeAll: () => void stack.splice(0, stack.length),
  };
}
