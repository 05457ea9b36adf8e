/** The handle that apps get for their own dialog, with which they show and close it. */
import type { Dialog } from '../watch/dialogs.ts';
import type { ZosContext } from './context.ts';

export interface DialogHandle {
  show(isShown: boolean): void;
}

/** Makes a handle. The dialog closes when the bundle that made it ends. */
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
