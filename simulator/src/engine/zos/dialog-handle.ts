/** The handle that apps get for a dialog of their own: it shows the dialog and takes it away. */
import type { Dialog } from '../watch/dialogs.ts';
import type { ZosContext } from './context.ts';

export interface DialogHandle {
  show(isShown: boolean): void;
}

/** Makes a handle. The dialog goes away with the bundle that made it. */
export function createDialogHandle(context: ZosContext, dialog: Dialog, isShown: boolean): DialogHandle {
  let close: (() => void) | undefined;
  const show = (shown: boolean): void => {
    close?.();
    close = shown ? context.world.dialogs.open(dialog) : undefined;
  };
  context.realm.onEnd(() => show(false));
  if (isShown) show(true);
  return { show };
}
