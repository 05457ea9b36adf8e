/**
 * The service of the questions P18 to P20. Its work is small, as a service's must be: one look at the screen a second, a few
 * buzzes, three short notes into its file, and those in the dark alone.
 */
import { exit } from '@zos/app-service';
import { Screen, VIBRATOR_SCENE_DURATION_LONG, Vibrator } from '@zos/sensor';
import { createSysTimer } from '@zos/timer';
import { asciiBytes, asciiText } from '../../../../utils/core/base/bytes.ts';
import { createFiles } from '../../../../utils/zos/files.ts';
import { elevenEntries, sixEntries } from '../core/buzzes.ts';
import { writeHelperNote } from '../core/helper-note.ts';

const LIT = 1;
/** What it does at which second after its start with the screen lit, and after the screen went dark. */
const LIT_SIX = 1;
const LIT_ELEVEN = 5;
const DARK_READ = 2;
const DARK_SIX = 2;
const DARK_ELEVEN = 5;
const DARK_SCENE = 10;
const DARK_SCENE_END = 12;
const DARK_NOTES = [6, 11, 13];
/** In the always-on display, where the state may say that the screen is lit. */
const STATE_NOTES = [5, 9];
const LONGEST = 90;

let task = '';
let isToldDark = false;
let ticks = 0;
let darkTicks = 0;
let events = 0;
let states = '';
let told = '';
const files = createFiles();
// Held here, so that the engine cannot collect them.
const vibrator = new Vibrator();
const screen = new Screen();

function play(begin: () => void): void {
  try {
    vibrator.stop();
    begin();
  } catch {
    // What does not buzz is not felt, which is the answer.
  }
}

function note(): void {
  files.write('pulse', asciiBytes(writeHelperNote({ darkTicks, events, states, told })));
}

function feelLit(): void {
  if (ticks === LIT_SIX) play(() => vibrator.start(sixEntries(vibrator.getType())));
  if (ticks === LIT_ELEVEN) play(() => vibrator.start(elevenEntries(vibrator.getType())));
}

function feelDark(isLit: boolean): void {
  darkTicks++;
  if (darkTicks === DARK_READ) {
    const bytes = files.read('told');
    told = bytes === null ? '' : asciiText(bytes);
  }
  if (darkTicks === DARK_SIX) play(() => vibrator.start(sixEntries(vibrator.getType())));
  if (darkTicks === DARK_ELEVEN) play(() => vibrator.start(elevenEntries(vibrator.getType())));
  if (darkTicks === DARK_SCENE)
    play(() => {
      vibrator.setMode(VIBRATOR_SCENE_DURATION_LONG as never);
      vibrator.start();
    });
  if (darkTicks === DARK_SCENE_END) play(() => {});
  if (!isLit && DARK_NOTES.indexOf(darkTicks) >= 0) note();
}

function tick(): void {
  ticks++;
  const state = screen.getStatus();
  const isLit = state === LIT;
  if (task === 'state') {
    if (ticks > 2 && states.indexOf(String(state)) < 0) states += String(state);
    if (STATE_NOTES.indexOf(ticks) >= 0) note();
  } else if (isToldDark || darkTicks > 0 || !isLit) {
    if (states.indexOf(String(state)) < 0) states += String(state);
    feelDark(isLit);
  } else feelLit();
  if (ticks >= LONGEST) exit();
}

AppService({
  onInit(given) {
    task = given ?? '';
    isToldDark = task === 'dark';
    if (task !== 'idle') createSysTimer(true, 1_000, tick);
  },
  onEvent(given) {
    events++;
    if (given === 'dark') isToldDark = true;
  },
});
