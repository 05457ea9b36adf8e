/** The card about the cues: short pulses mean stay, long ones move, drawn as on the screen of a cue. */
import { widget } from '@zos/ui';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';
import { QUIET, TEXT, toneColours } from '../widgets/colours.ts';
import { keepLitForReading } from '../widgets/keep-lit.ts';
import { buttonPart, leftTextPart, makeWidget, openScreen, textPart } from '../widgets/parts.ts';
import { cueCardLayout, type PulseFamily } from './cue-card-layout.ts';

const COLOURS: Readonly<Record<PulseFamily, number>> = {
  short: toneColours.hold,
  long: toneColours.position,
};

/** @param usesHook with the hook, what has eased is pressed */
export function drawCueCard(usesHook: boolean, onRead: () => void): void {
  keepLitForReading();
  const layout = cueCardLayout(openScreen());
  const words: Readonly<Record<PulseFamily, readonly WatchKey[]>> = {
    short: ['card.begin', usesHook ? 'card.press' : 'card.easing', 'card.minimum'],
    long: ['card.spot', 'card.side', 'card.step'],
  };
  textPart(layout.title, QUIET, phrase('card.title'));
  for (const family of ['short', 'long'] as const) drawFamily(family, words[family].map(wordsOf));
  buttonPart(layout.next, 'go', phrase('card.go'), onRead);

  function drawFamily(family: PulseFamily, meanings: readonly Phrase[]): void {
    const color = COLOURS[family];
    textPart(layout[family].heading, color, phrase(`card.${family}`));
    layout[family].rows.forEach(({ pulses, words: line }, at) => {
      for (const box of pulses) makeWidget(widget.FILL_RECT, { ...box, radius: box.h / 2, color });
      leftTextPart(line, TEXT, meanings[at] || '');
    });
  }
}

const wordsOf = (key: WatchKey): Phrase => phrase(key);
