/** Deletes everything after asking twice, and says what that means for the watch and for data that was sent elsewhere. */
import { commandKey } from '../../utils/core/sync/phone-commands.ts';
import { isForgetting, isWatchKey } from '../../utils/core/sync/phone-keys.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import type { PageContext } from '../page-context.ts';
import { button, buttonRow, failureLines, line, strongLine } from '../widgets.ts';

export function eraseSection(context: PageContext): readonly Child[] {
  const { read } = context.texts;
  const lines = [
    line(context, phrase('erase.what')),
    line(context, phrase('erase.watch')),
    ...failureLines(context, { kind: 'erase' }),
  ];
  if (read(commandKey({ kind: 'erase' }))) {
    return [...lines, strongLine(context, phrase('erase.waiting'))];
  }
  if (isWatchBehind(context)) lines.push(strongLine(context, phrase('erase.watch-waiting')));
  return [...lines, ...question(context)];
}

/** Whether a watch still has records that were deleted here. */
function isWatchBehind({ texts }: PageContext): boolean {
  // Only the keys of watches are read: those of the log are most of the keys, and their texts are long.
  return texts.keys.some((key) => isWatchKey(key) && isForgetting(texts.read(key)));
}

function question(context: PageContext): readonly Child[] {
  const { eraseAsked } = context.state;
  const ask = (eraseAsked: number) => () => context.updateState({ eraseAsked });
  if (eraseAsked === 0) return [buttonRow([button(context, phrase('erase.ask'), ask(1), 'danger')])];
  const keep = button(context, phrase('erase.keep'), ask(0), 'main');
  if (eraseAsked === 1) {
    const again = button(context, phrase('erase.ask-again'), ask(2), 'danger');
    return [strongLine(context, phrase('erase.sure')), buttonRow([keep, again])];
  }
  const eraseAll = (): void => {
    context.updateState({ eraseAsked: 0, session: '', history: [], exportKind: '', exportPart: 0 });
    context.post({ kind: 'erase' });
  };
  const erase = button(context, phrase('erase.now'), eraseAll, 'danger');
  return [strongLine(context, phrase('erase.last')), buttonRow([keep, erase])];
}
