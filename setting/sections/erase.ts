/** Deletes everything, after asking twice; says what that means for the watch and for what was sent elsewhere. */
import { isForgetting, isWatchKey } from '../../utils/core/sync/phone-keys.ts';
import { say } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import { buttonPart, linePart, rowPart, strongPart } from '../widgets.ts';

export function eraseSection(context: PageContext): readonly Child[] {
  const { eraseAsked } = context.state;
  const ask =
    (eraseAsked: number): (() => void) =>
    () =>
      context.turn({ eraseAsked });
  const keep = buttonPart(context, say('erase.keep'), ask(0), true);
  const lines = [linePart(context, say('erase.what')), linePart(context, say('erase.watch'))];
  if (context.texts.read('cmd:erase')) return [...lines, strongPart(context, say('erase.waiting'))];
  // Only these are read: the log's own keys are most of them, and long.
  if (context.texts.keys.some((key) => isWatchKey(key) && isForgetting(context.texts.read(key))))
    lines.push(strongPart(context, say('erase.watch-waiting')));
  if (eraseAsked === 0) return [...lines, rowPart([buttonPart(context, say('erase.ask'), ask(1))])];
  if (eraseAsked === 1) {
    const again = buttonPart(context, say('erase.ask-again'), ask(2));
    return [...lines, strongPart(context, say('erase.sure')), rowPart([keep, again])];
  }
  const last = buttonPart(context, say('erase.now'), () => {
    context.turn({ eraseAsked: 0, session: '', history: [], exportKind: '', exportPart: 0 });
    context.post({ kind: 'erase' });
  });
  return [...lines, strongPart(context, say('erase.last')), rowPart([keep, last])];
}
