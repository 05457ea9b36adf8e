/** Every place of the session page, and the texts that can be there. */
import type { Line, Screen } from '../../../utils/core/layout/screen.ts';
import { sessionLayout } from '../../../utils/core/layout/session-layout.ts';
import { type Phrase, type PhraseValue, phrase } from '../../../utils/core/text/phrase.ts';
import { at, button, family, keysOf, type Place, SIDES, texts } from '../../support/text-places.ts';

/** The texts of the steps whose keys end so. */
const stepTexts = (end: string, ...values: readonly PhraseValue[]): readonly (readonly Phrase[])[] =>
  keysOf('step.')
    .filter((key) => key.endsWith(end))
    .map((key) => [phrase(key, ...values)]);

export const sessionPlaces: Readonly<Record<string, (glass: Screen) => readonly Place[]>> = {
  session(glass) {
    const { dial, targets, menu, pause, unit } = sessionLayout(glass);
    const sides = texts('side.left', 'side.right', 'knee.left', 'knee.right');
    const actions = texts('action.more-time', 'action.undone', 'action.not-easing', 'action.stay');
    return [
      at(dial.side, sides),
      at(dial.place, [...stepTexts('.place'), ...stepTexts('.body')]),
      at(dial.line, [
        ...texts(
          'hint.hold',
          'hint.easing',
          'hint.press',
          'hint.no.crown',
          'hint.no.long',
          'hint.ended',
          'hint.leadIn',
        ),
        [phrase('hint.starts', 188)],
        [phrase('hint.moves', 30)],
        [phrase('hint.staying', 300)],
        ...family('form.'),
      ]),
      at(dial.note, texts('hint.stay.crown', 'hint.stay.long')),
      at(unit(2), [[phrase('hint.of', 10)]]),
      button(targets.ready, texts('action.ready')),
      button(targets.moreTime, texts('action.more-time')),
      at(menu.title, [...texts('menu.title'), [phrase('menu.running', 300)]]),
      button(menu.action, [...actions, ...texts('action.paused')]),
      button(menu.wide, texts('action.skipped', 'action.let-go')),
      button(menu.pairs[0] ?? menu.wide, texts('action.paused')),
      button(menu.pairs[1] ?? menu.wide, texts('action.skipped', 'action.let-go')),
      button(menu.pairs[2] ?? menu.wide, texts('action.end')),
      button(menu.pairs[3] ?? menu.wide, texts('action.back')),
      at(pause.title, [
        ...texts('hint.paused', 'hint.unguided.march', 'menu.end'),
        ...SIDES.map((side) => [phrase('hint.unguided', phrase(`side.${side}`))]),
      ]),
      at(pause.note, [...texts('pause.again'), ...sides.map(([side]) => [phrase('pause.next', side ?? '')])]),
      button(pause.go, texts('action.resumed', 'action.stopped')),
      button(pause.end, texts('action.stopped', 'action.back')),
    ];
  },
  'a cue'(glass) {
    const { cue } = sessionLayout(glass);
    const [word, ...underWord] = cue.word;
    const [title, side, underSide] = cue.side;
    const [caption, underPicture, last] = cue.drawing;
    const lines = texts('cueScreen.yes', 'cueScreen.no.crown', 'cueScreen.no.long', 'cueScreen.menu');
    const there = [
      [phrase('cueScreen.there', 120)],
      ...texts('knee.left', 'knee.right').map(([knee]) => [phrase('cueScreen.knee', 120, knee ?? '')]),
      ...texts('side.left', 'side.right').map(([side]) => [phrase('cueScreen.side-in', 120, side ?? '')]),
      ...texts('cueScreen.hook'),
    ];
    const place = (line: Line | undefined, says: Place['says']): Place => at(line ?? cue.felt, says);
    return [
      at(cue.felt, family('felt.')),
      place(word, [...texts('cueScreen.check', 'cueScreen.done'), [phrase('cueScreen.minimum', 90)]]),
      place(
        title,
        texts(
          'cueScreen.start',
          'cueScreen.spot',
          'cueScreen.again',
          'cueScreen.side',
          'cueScreen.come-back',
        ),
      ),
      place(side, texts('side.left', 'side.right', 'knee.left', 'knee.right')),
      place(caption, [
        ...SIDES.flatMap((to) => stepTexts('.move', phrase(`side.${to}`))),
        ...texts('cueScreen.press'),
      ]),
      ...underWord.map((line) => at(line, [...lines, ...texts('cueScreen.free', 'hint.ended')])),
      place(underSide, [...there, ...texts('hint.hold')]),
      place(underPicture, [...there, ...lines]),
      place(last, texts('cueScreen.menu')),
      button(cue.undo, texts('action.undone')),
    ];
  },
};
