/** Takes widgets off the page. */
import { deleteWidget, prop } from '@zos/ui';
import type { Clock } from '../../utils/ports/ports.ts';
import type { Widget } from './parts.ts';

export interface Remover {
  /**
   * Hides a widget now and deletes it in a moment: a button must not be deleted inside its own callback, and on some watches
   * what is only hidden still takes the touches of what lies under it (`docs/evidence.md`, E58).
   */
  remove(made: Widget): void;
  /** For a page that goes: deletes nothing more. */
  release(): void;
}

export function createRemover(clock: Clock): Remover {
  let hidden: Widget[] = [];
  let cancel = (): void => {};
  const deleteHidden = (): void => {
    for (const made of hidden) deleteWidget(made);
    hidden = [];
  };
  return {
    remove(made) {
      made.setProperty(prop.VISIBLE, false);
      hidden.push(made);
      cancel();
      cancel = clock.after(0, deleteHidden);
    },
    release: () => cancel(),
  };
}
