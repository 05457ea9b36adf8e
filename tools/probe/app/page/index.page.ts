/**
 * The probe's page: asks one question after the other, stores each change before it goes on, and shows the outcome. A page
 * that dies in the middle comes back to the same question.
 */
import { getDeviceInfo } from '@zos/device';
import { setPageBrightTime, setWakeUpRelaunch } from '@zos/display';
import { replace } from '@zos/router';
import { Battery } from '@zos/sensor';
import { getSystemInfo } from '@zos/settings';
import { openScreen } from '../../../../page/widgets/parts.ts';
import { createTextStore } from '../../../../utils/run/text-store.ts';
import { createFiles } from '../../../../utils/zos/files.ts';
import * as core from '../core/progress.ts';
import { QUESTIONS } from '../core/questions.ts';
import { askPhone, sendText, shared } from './phone.ts';
import { createQuestionScreen, type QuestionScreen } from './question-screen.ts';
import type { Choice, Pad, ProbeStep, Stage } from './stage.ts';
import { STEPS } from './steps/all.ts';

const NAME = 'probe';
const KEEP_ON_MS = 1_800_000;

const store = createTextStore<typeof NAME>(createFiles(), (where, sentence) =>
  console.log(`${where}: ${sentence}`),
);
let progress: core.Progress;
let screen: QuestionScreen;
const endings: (() => void)[] = [];
/** No new life begins after `onDestroy`. */
let isLeaving = false;

function save(next: core.Progress): void {
  progress = next;
  shared().progress = next;
  store.save(NAME, JSON.stringify(next));
}

function step(): ProbeStep | undefined {
  return STEPS[QUESTIONS[progress.at]?.id ?? ''];
}

/** Runs a part of a question; what it throws is its answer. */
function safely(run: () => void): void {
  try {
    run();
  } catch (thrown) {
    move(`threw: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

/** The same listeners; what one throws is the answer of the question in hand. */
function guarded(listeners: Readonly<Record<string, (() => void) | undefined>>): Partial<Pad> {
  const all: Record<string, () => void> = {};
  for (const name of Object.keys(listeners)) {
    const run = listeners[name];
    if (run !== undefined) all[name] = () => safely(run);
  }
  return all;
}

function show(text: string, choices: readonly Choice[]): void {
  const asked = QUESTIONS[progress.at];
  const title =
    asked === undefined ? 'Done' : `${asked.id} ${asked.title} (${progress.at + 1}/${QUESTIONS.length})`;
  screen.show(
    title,
    text,
    choices.map(([label, then]) => [label, () => safely(then)] as const),
  );
}

function move(outcome: string): void {
  for (const end of endings.splice(0)) end();
  save(core.next(progress, outcome, Date.now()));
  introduce();
}

const skip: Choice = ['Skip', () => move('skipped')];

function introduce(text?: string): void {
  const asked = QUESTIONS[progress.at];
  if (asked === undefined) {
    finish();
    return;
  }
  show(text ?? asked.intro, [['Begin', begin], skip]);
}

function begin(): void {
  save(core.keep(progress, {}));
  step()?.begin(stage);
}

function finish(): void {
  screen.code(core.codeText(progress, (atMs) => new Date(atMs).toISOString()));
  publish();
}

function publish(): void {
  const after = (label: string): void =>
    screen.show('', '', [
      [label, publish],
      ['New run', restart],
    ]);
  after('Sending');
  stage.publish((arrived) => after(arrived ? 'Sent to the phone' : 'Phone? Send again'));
}

function restart(): void {
  save(fresh());
  // A new page, without the code.
  replace({ url: 'page/index.page' });
}

function fresh(): core.Progress {
  const { deviceName, width, height } = getDeviceInfo();
  const { firmwareVersion, osVersion, minAPI } = getSystemInfo();
  const device = {
    model: String(deviceName),
    firmware: String(firmwareVersion),
    os: String(osVersion),
    api: String(minAPI),
    screen: `${width}x${height}`,
  };
  return core.newProgress(device, Date.now(), new Battery().getCurrent());
}

const stage: Stage = {
  note: () => progress.note ?? {},
  keep: (values) => save(core.keep(progress, values)),
  show: (text, ...choices) => show(text, [...choices, skip]),
  answer: (check, holds, values) => save(core.answer(progress, check, holds, Date.now(), values)),
  ask(text, check, then = stage.done, yes = 'Yes', no = 'No') {
    const said = (holds: boolean) => (): void => {
      stage.answer(check, holds);
      then();
    };
    stage.show(text, [yes, said(true)], [no, said(false)]);
  },
  order: (text, then) => stage.show(text, ['Done', then]),
  settle(check, holds, values) {
    stage.answer(check, holds, values);
    stage.done();
  },
  done: () => move('unknown'),
  again(text) {
    for (const end of endings.splice(0)) end();
    save(core.again(progress));
    introduce(text);
  },
  nowMs: () => Date.now(),
  after(delayMs, run) {
    const id = setTimeout(() => safely(run), delayMs);
    endings.push(() => clearTimeout(id));
  },
  every(periodMs, run) {
    const id = setInterval(() => safely(run), periodMs);
    const end = (): void => clearInterval(id);
    endings.push(end);
    return end;
  },
  get launchedBy() {
    return shared().launchedBy;
  },
  get beganAtMs() {
    return progress.beganAtMs;
  },
  get beganPercent() {
    return progress.batteryPercent;
  },
  phone(message, then) {
    const { at } = progress;
    askPhone(message, (reply) => {
      if (!isLeaving && progress.at === at) safely(() => then(reply));
    });
  },
  publish: (then) => sendText(JSON.stringify(progress), then),
  pad({ onDown, onUp, onLongPress, ...rest }) {
    const remove = screen.pad({ ...rest, ...guarded({ onDown, onUp, onLongPress }) });
    endings.push(remove);
    return remove;
  },
};

/** An installation that has wiped everything finds on the phone what it was about to answer. */
function lookOnPhone(): void {
  stage.phone({ ask: 'saved' }, (reply) => {
    const saved = core.parseProgress(String(reply?.text ?? ''));
    if (saved === null || progress.note !== null || saved.note?.phase !== 'update') return;
    save(saved);
    stage.answer('P16a', false, { restored: 'from the phone' });
    stage.done();
  });
}

function open(): void {
  setPageBrightTime({ brightTime: KEEP_ON_MS });
  setWakeUpRelaunch(true);
  screen = createQuestionScreen(openScreen());
  // A page may find an older text on the disk than the one before it has written.
  const stored = shared().progress ?? core.parseProgress(store.load(NAME));
  progress = stored ?? fresh();
  if (stored === null) {
    introduce();
    lookOnPhone();
  } else if (progress.note === null) introduce();
  else {
    const present = step();
    if (present?.back === undefined) stage.again('The app was closed. Begin again?');
    else safely(() => present.back?.(stage));
  }
}

Page({
  build: open,
  onPause: () => inQuestion((present) => present.pause?.(stage)),
  onResume: () => inQuestion((present) => present.resume?.(stage)),
  onDestroy() {
    inQuestion((present) => present.leave?.(stage));
    isLeaving = true;
    for (const end of endings.splice(0)) end();
  },
});

function inQuestion(tell: (present: ProbeStep) => void): void {
  const present = step();
  if (present !== undefined && progress.note !== null) safely(() => tell(present));
}
