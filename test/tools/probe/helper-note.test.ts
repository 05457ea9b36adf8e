/** What the probe's service writes for its page. */
import { expect, it } from 'vitest';
import { readHelperNote, writeHelperNote } from '../../../tools/probe/app/core/helper-note.ts';

it('a note is read as it was written', () => {
  const note = { darkTicks: 13, events: 1, states: '12', told: '1767600000000' };
  expect(readHelperNote(writeHelperNote(note))).toEqual(note);
});

it.each(['', 'rubbish', ',,,'])('the note "%s" says that the service has not run in the dark', (text) => {
  expect(readHelperNote(text)).toMatchObject({ darkTicks: 0, events: 0 });
});
