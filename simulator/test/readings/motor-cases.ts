/** The motor in pages and services (F5, F6). */
import { granted, page, type ReadingCases, withService } from './reading-case.ts';

/** Plays something as the page is built, and in the service a second later. */
const inBoth = (play: string) =>
  withService(
    `AppService({ onInit() { zos('timer').createSysTimer(false, 1000, () => { ${play} }) } })`,
    play,
  );
const SHORT = `const v = new (zos('sensor').Vibrator)(); v.start([{ type: v.getType().CONTINUOUS, duration: 80 }]); `;
const SCENE = `const { Vibrator, VIBRATOR_SCENE_DURATION } = zos('sensor'); new Vibrator().start(VIBRATOR_SCENE_DURATION);`;
const LONG = `const v = new (zos('sensor').Vibrator)();
  const { CONTINUOUS, PAUSE } = v.getType();
  const actions = [10, 20, 30, 40, 50, 60, 70].map((duration, at) => ({ type: at % 2 ? PAUSE : CONTINUOUS, duration }));
  v.start(actions);
  setTimeout(() => { v.stop(); v.start(actions.slice(0, 1)) }, 1000);`;

export const motorCases: ReadingCases = {
  'service-motor': {
    app: inBoth(SCENE),
    options: granted,
    script: 'launch\nwait 3s',
    seen: { works: ['SCENE_DURATION 600', 'SCENE_DURATION 600'], silent: ['SCENE_DURATION 600'] },
  },
  patterns: {
    app: inBoth(SHORT),
    options: granted,
    script: 'launch\nwait 3s',
    seen: { felt: ['CONTINUOUS 80', 'CONTINUOUS 80'], 'silent-in-service': ['CONTINUOUS 80'], silent: [] },
  },
  'start-mode': {
    app: inBoth(SCENE),
    options: granted,
    script: 'launch\nwait 3s',
    seen: {
      taken: ['SCENE_DURATION 600', 'SCENE_DURATION 600'],
      'ignored-in-service': ['SCENE_DURATION 600', 'SCENE_SHORT_MIDDLE 20'],
      ignored: ['SCENE_SHORT_MIDDLE 20', 'SCENE_SHORT_MIDDLE 20'],
    },
  },
  'set-mode': {
    app: page(`Page({ build() {
      const { Vibrator, VIBRATOR_SCENE_DURATION, VIBRATOR_SCENE_DURATION_LONG } = zos('sensor');
      const play = (mode) => { const v = new Vibrator(); v.stop(); v.setMode(mode); v.start() };
      play(VIBRATOR_SCENE_DURATION);
      setTimeout(() => play({ mode: VIBRATOR_SCENE_DURATION_LONG }), 1000);
    } })`),
    script: 'launch\nwait 3s',
    seen: {
      both: ['SCENE_DURATION 600', 'SCENE_DURATION_LONG 1000'],
      number: ['SCENE_DURATION 600', 'SCENE_SHORT_MIDDLE 20'],
      object: ['SCENE_SHORT_MIDDLE 20', 'SCENE_DURATION_LONG 1000'],
    },
  },
  vibrator: {
    app: inBoth(
      `try { new (zos('sensor').Vibrator)(); console.log('made') } catch (e) { console.log('threw') }`,
    ),
    options: granted,
    script: 'launch\nwait 3s',
    seen: { made: ['made', 'made'], 'throws-in-service': ['made', 'threw'], throws: ['threw', 'threw'] },
  },
  'pattern-length': {
    app: page(`Page({ build() { ${LONG} } })`),
    script: 'launch\nwait 3s',
    seen: {
      any: ['CONTINUOUS 10', 'CONTINUOUS 30', 'CONTINUOUS 50', 'CONTINUOUS 70', 'CONTINUOUS 10'],
      'cut-after-6': ['CONTINUOUS 10', 'CONTINUOUS 30', 'CONTINUOUS 50', 'CONTINUOUS 10'],
      'ignored-after-6': ['CONTINUOUS 10'],
    },
  },
};
