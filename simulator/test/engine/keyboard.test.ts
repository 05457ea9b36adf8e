/** The keyboard of the system, and what an app's own keyboard uses. */
import { expect, it } from 'vitest';
import { launchedPage, perform, printed, printedBy } from '../support/mini-app.ts';

const ASK = `Page({ build() { const ui = zos('ui');
  ui.createKeyboard({ inputType: ui.inputType.CHAR, text: 'Hello',
    onComplete: (_, result) => { console.log('typed ' + result.data); ui.deleteKeyboard() },
    onCancel: (_, result) => { console.log('left ' + result.data); ui.deleteKeyboard() } }) } })`;

it.each([
  ['confirms the text that it starts with', 'tap-text OK', 'typed Hello'],
  ['returns what is typed', 'type "good day"; tap-text OK', 'typed good day'],
  ['returns an empty text', 'type ""; tap-text OK', 'typed '],
  ['cancels', 'tap-text Cancel', 'left Hello'],
])('createKeyboard %s', async (_, steps, said) => {
  const watch = await perform(await launchedPage(ASK), `${steps}; wait 100ms`);
  expect(printed(watch)).toEqual([said]);
  expect(watch.sim.watch.dialog).toBeNull();
});

it('typing without a keyboard is an error of the script', async () => {
  await expect(perform(await launchedPage('Page({})'), 'type a')).rejects.toThrow('no keyboard is open');
});

it('an app’s own keyboard edits the text of the field', async () => {
  const source = `Page({ build() { const { keyboard } = zos('ui');
    keyboard.inputText('Hallo'); keyboard.backspace(2); keyboard.inputBuffer('xy');
    console.log(keyboard.getTextContext(), keyboard.getBuffer(), keyboard.isEnabled(), keyboard.getContentRect().w);
    keyboard.sendFnKey(keyboard.BACKSPACE); keyboard.clearBuffer();
    console.log(keyboard.getTextContext() + keyboard.getBuffer()) } })`;
  expect(await printedBy(source)).toEqual(['Hal xy true 480', 'Ha']);
});
