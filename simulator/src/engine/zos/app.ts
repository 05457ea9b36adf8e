/** `@zos/app`: facts about the package, permissions, messages between the bundles of one run, and custom events. */
import { hasPermission } from '../manifest.ts';
import { recordOf } from '../values.ts';
import type { World } from '../world.ts';
import { moduleOf, type ZosContext } from './context.ts';

const BACKGROUND = 'device:os.bg_service';
const ANSWERS = ['Allow', 'Deny', 'Ask again'];

/** State of a permission as the platform numbers it: 0 not asked for yet, 1 not listed, 2 granted. */
function query(context: ZosContext, code: string): number {
  if (!hasPermission(context.world.app.manifest, code)) return code === BACKGROUND ? 0 : 1;
  if (code !== BACKGROUND) return 2;
  const { backgroundConsent, consentReported } = context.world.environment;
  return backgroundConsent === 'granted' && consentReported ? 2 : 0;
}

function codesOf(option: unknown): string[] {
  const codes = recordOf(option).permissions;
  return Array.isArray(codes) ? codes.map(String) : [];
}

/** Asks the wearer for consent to run in the background. */
function ask(context: ZosContext, onAnswer: () => void): void {
  const { world } = context;
  const answered = (index: number): void => {
    if (index === 0) {
      world.environment.backgroundConsent = 'granted';
      world.environment.consentReported = world.assumed.is('consent-answer', 'at-once');
    }
    if (index === 1) world.environment.backgroundConsent = 'refused';
    onAnswer();
  };
  world.dialogs.open({
    title: 'Run in the background?',
    body: `${world.app.manifest.app.appName} wants to keep running`,
    buttons: ANSWERS,
    onAnswer: answered,
  });
  const preset = world.environment.presetAnswer;
  if (preset === undefined) return;
  world.environment.presetAnswer = undefined;
  world.clock.after(0, () => world.dialogs.answer(['allow', 'deny', 'ask-again'].indexOf(preset)));
}

/** Requests permissions and returns 2 when all are granted, 1 when none can be asked for, 0 when the wearer is asked. */
function request(context: ZosContext, option: unknown): number {
  context.forbidInService('service-api', 'app.requestPermission');
  const codes = codesOf(option);
  const states = codes.map((code) => query(context, code));
  if (states.every((state) => state === 2)) return 2;
  const { world } = context;
  const listed = hasPermission(world.app.manifest, BACKGROUND);
  if (codes.indexOf(BACKGROUND) < 0 || !listed || world.environment.backgroundConsent === 'refused') {
    if (codes.indexOf(BACKGROUND) >= 0 && !listed) {
      world.log.breach('missing-permission', `app.requestPermission of ${BACKGROUND}`);
    }
    return 1;
  }
  const callback = recordOf(option).callback;
  ask(context, () => {
    context.call(
      'permission answer',
      callback,
      codes.map((code) => query(context, code)),
    );
  });
  return 0;
}

function packageInfo(world: World): Record<string, unknown> {
  const { app } = world.app.manifest;
  return { ...app, name: app.appName, version: { ...app.version } };
}

/** What the app has used, bytes (assumed). */
const MEMORY = { system: { used: 4_000_000, total: 8_000_000 }, app: 200_000 };

/** Reports steady memory, and times of 0, since virtual time stands still while code runs. */
function performanceOf({ world, realm }: ZosContext, parts: readonly unknown[]): Record<string, unknown> {
  const appid = world.app.manifest.app.appId;
  const file = realm.name;
  const use = { used: MEMORY.app, peak: MEMORY.app };
  const times = { evalTime: 0, createTime: 0, initTime: 0, buildTime: 0 };
  const memory = {
    system: MEMORY.system,
    app: [{ appid, ...use, modules: [{ file, ...use }] }],
    leaking: [],
  };
  return {
    ...(parts.indexOf('memory') < 0 ? {} : { memory }),
    ...(parts.indexOf('perf') < 0 ? {} : { perf: { appid, modules: [{ file, ...times }] } }),
  };
}

function emitCustomEvent(context: ZosContext, option: unknown): void {
  const { eventName, eventParam } = recordOf(option);
  const { world } = context;
  const service = world.app.manifest.module['app-event']?.path;
  if (service === undefined) throw new Error('emitCustomSystemEvent: app.json has no module.app-event');
  const param = `event=${String(eventName)}${eventParam === undefined ? '' : `&${String(eventParam)}`}`;
  world.clock.after(0, () => world.services.runOnce(service, param, String(eventName)));
}

/** Messages by name between the bundles of one run. They are undocumented, and zml uses them. */
function channelMembers(context: ZosContext) {
  const { channels } = context.shared;
  type Listener = (...args: unknown[]) => unknown;
  return {
    onMessage: [
      '3.6',
      (name: string, listener: Listener) => {
        channels.set(name, (channels.get(name) ?? []).concat(listener));
      },
    ],
    postMessage: [
      '3.6',
      (name: string, ...args: unknown[]) => {
        for (const listener of channels.get(name) ?? [])
          context.call(`message ${name}`, listener, { name }, ...args);
      },
    ],
    offMessage: ['3.6', (name: string) => void channels.delete(name)],
  } as const;
}

export function appModule(context: ZosContext): unknown {
  const { world } = context;
  return moduleOf(context, '@zos/app', {
    SCENE_APP: ['2.0', 1],
    SCENE_WATCHFACE: ['2.0', 2],
    SCENE_SETTINGS: ['2.0', 3],
    SCENE_AOD: ['2.0', 4],
    getPackageInfo: ['2.0', () => packageInfo(world)],
    // No other app is installed.
    getPackageInfoById: [
      '4.0',
      (option: unknown) =>
        Number(recordOf(option).appId) === world.app.manifest.app.appId ? packageInfo(world) : undefined,
    ],
    getPerformance: ['4.0', (...parts: readonly unknown[]) => performanceOf(context, parts)],
    getScene: ['2.0', () => 1],
    queryPermission: ['3.0', (option: unknown) => codesOf(option).map((code) => query(context, code))],
    requestPermission: ['3.0', (option: unknown) => request(context, option)],
    emitCustomSystemEvent: ['3.0', (option: unknown) => emitCustomEvent(context, option)],
    exit: ['2.0', () => world.watch.exit('app.exit')],
    ...channelMembers(context),
  });
}
