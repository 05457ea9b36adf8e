/** Consent, life and work of services (F3, F4, F14, F17, F18), and errors at the start of the app (F10). */
import { granted, type ReadingCases, withService } from './reading-case.ts';

const SAYS_THAT_IT_RUNS = `AppService({ onInit() { console.log('runs') } })`;
const ASKS = `const ask = { permissions: ['device:os.bg_service'], callback(codes) {
    console.log('answer ' + codes);
    console.log('start ' + zos('app-service').start({ file: 'service/one' }));
  } };
  console.log('query ' + zos('app').queryPermission(ask));
  console.log('request ' + zos('app').requestPermission(ask));`;
const LISTS = `setTimeout(() => console.log('listed ' + zos('app-service').getAllAppServices()), 1000);`;
const FIRST_LAUNCH = `permission allow
launch
wait 1s`;
/** Reads two files each second, whether the screen is lit or dark. */
const BUSY = `AppService({ onInit() { zos('timer').createSysTimer(true, 1000, () => {
  zos('fs').readFileSync({ path: 'a' });
  zos('fs').readFileSync({ path: 'b' });
}) } })`;

export const serviceCases: ReadingCases = {
  'consent-answer': {
    app: withService(SAYS_THAT_IT_RUNS, '', ASKS),
    script: `${FIRST_LAUNCH}\nlaunch`,
    seen: {
      'at-once': ['query 0', 'request 0', 'answer 2', 'start 0', 'runs', 'query 2', 'request 2'],
      'next-launch': ['query 0', 'request 0', 'answer 0', 'start 3', 'query 2', 'request 2'],
    },
  },
  'start-before-grant': {
    app: withService(SAYS_THAT_IT_RUNS, '', ASKS),
    script: `assume consent-answer next-launch\n${FIRST_LAUNCH}`,
    seen: {
      refused: ['query 0', 'request 0', 'answer 0', 'start 3'],
      works: ['query 0', 'request 0', 'answer 0', 'start 0', 'runs'],
    },
  },
  'start-result': {
    app: withService(
      SAYS_THAT_IT_RUNS,
      '',
      `const start = () => console.log(zos('app-service').start({ file: 'service/one' }));
      start();
      setTimeout(start, 500);`,
    ),
    options: granted,
    script: 'launch\nwait 1s',
    seen: { code: ['0', 'runs', '2'], boolean: ['true', 'runs', 'false'] },
  },
  'service-list': {
    app: withService(SAYS_THAT_IT_RUNS, LISTS),
    options: granted,
    script: 'launch\nwait 2s',
    seen: { tells: ['runs', 'listed service/one'], empty: ['runs', 'listed '] },
  },
  'service-names': {
    app: withService(SAYS_THAT_IT_RUNS, LISTS),
    options: granted,
    script: 'launch\nwait 2s',
    seen: { 'as-started': ['runs', 'listed service/one'], 'with-js': ['runs', 'listed service/one.js'] },
  },
  'service-start': {
    app: withService(SAYS_THAT_IT_RUNS, LISTS),
    options: granted,
    script: 'launch\nwait 2s',
    seen: { runs: ['runs', 'listed service/one'], 'listed-only': ['listed service/one'] },
  },
  'service-work': {
    app: withService(
      BUSY,
      `zos('display').setPageBrightTime({ brightTime: 120000 });
      setInterval(() => console.log('listed ' + zos('app-service').getAllAppServices()), 15000);`,
    ),
    options: granted,
    script: 'launch\nwait 40s',
    seen: {
      unlimited: ['listed service/one', 'listed service/one'],
      limited: ['listed service/one', 'listed '],
    },
  },
  'service-in-dark': {
    app: withService(
      `AppService({ onInit() { zos('timer').createSysTimer(true, 4000, () => console.log('tick')) } })`,
    ),
    options: granted,
    script: 'launch\nwait 5s\nscreen off\nwait 10s',
    seen: { runs: ['tick', 'tick', 'tick'], stops: ['tick'] },
  },
  'start-again': {
    app: withService(
      `AppService({ onEvent(param) { console.log('event ' + param) } })`,
      `setTimeout(() => console.log(zos('app-service').start({ file: 'service/one', param: 'again' })), 1000);`,
    ),
    options: granted,
    script: 'launch\nwait 2s',
    seen: { refused: ['2'], 'on-event': ['0', 'event again'], ignored: ['0'] },
  },
  'app-error': {
    app: {
      app: `App({ onCreate() { console.log('created'); throw new Error('storage') } })`,
      pages: { 'page/home': `Page({ build() { console.log('page') } })` },
    },
    script: 'launch\nwait 30s',
    seen: {
      'goes-on': ['created', 'page'],
      'relaunch-loop': ['created', 'created', 'created', 'created', 'created', 'created'],
      ends: ['created'],
    },
  },
  'app-for-widget': {
    app: {
      app: `App({ onCreate() { console.log('created') } })`,
      widget: `SecondaryWidget({ build() { console.log(getApp() === undefined ? 'no app' : 'app') } })`,
    },
    script: 'widget-focus on',
    seen: { created: ['created', 'app'], absent: ['no app'] },
  },
};
