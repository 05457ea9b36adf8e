/** `app.ts` over a platform of which one module throws at every call. A watch opens an app again and again if it throws here. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppContext } from '../../utils/zos/app-context.ts';

const platform = vi.hoisted(() => {
  const state = { broken: '', opened: 0 };
  /** The member of a module; throws where that module is broken. */
  const member = (module: string, result: unknown) => () => {
    if (state.broken === module) throw new Error(`${module} is broken`);
    return result;
  };
  return { state, member };
});

vi.mock('@zos/fs', () => ({
  O_APPEND: 8,
  O_CREAT: 256,
  O_TRUNC: 512,
  O_WRONLY: 1,
  openSync: platform.member('fs', 3),
  closeSync: platform.member('fs', 0),
  readFileSync: platform.member('fs', undefined),
  statSync: platform.member('fs', undefined),
  writeSync({ buffer }: { buffer: ArrayBuffer }) {
    platform.member('fs', 0)();
    return buffer.byteLength;
  },
}));
vi.mock('@zos/alarm', () => ({
  set: platform.member('alarm', 1),
  cancel: platform.member('alarm', 0),
  getAllAlarms: platform.member('alarm', [7]),
}));
vi.mock('@zos/app', () => ({
  queryPermission: platform.member('app', [2]),
  requestPermission: platform.member('app', 2),
}));
vi.mock('@zos/app-service', () => ({
  start: platform.member('app-service', 0),
  stop: platform.member('app-service', 0),
  getAllAppServices: platform.member('app-service', []),
}));
vi.mock('@zos/timer', () => ({ createSysTimer: platform.member('timer', 1) }));
vi.mock('@zeppos/zml/3.0/module/messaging/plugin/app', () => ({
  appPlugin() {
    platform.member('zml', 0)();
    return {
      onCreate(this: { globalData: object }) {
        platform.state.opened += 1;
        const transport = { connect() {}, disConnect() {}, off() {} };
        const request = platform.member('zml-request', new Promise(() => {}));
        Object.assign(this.globalData, { messaging: { request, transport } });
        platform.member('zml-connect', 0)();
      },
      onDestroy: platform.member('zml-destroy', 0),
    };
  },
}));

interface AppOptions {
  readonly globalData: { readonly appContext: AppContext };
  onCreate(params?: string): void;
  onDestroy(): void;
}

/** The app as its bundle registers it. */
async function loadApp(): Promise<AppOptions> {
  const registered: AppOptions[] = [];
  vi.stubGlobal('App', (options: AppOptions) => void registered.push(options));
  vi.resetModules();
  await import('../../app.ts');
  const [app] = registered;
  if (app === undefined) throw new Error('no app was registered');
  return app;
}

beforeEach(() => {
  Object.assign(platform.state, { broken: '', opened: 0 });
  vi.useFakeTimers();
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe.each([
  '',
  'fs',
  'alarm',
  'app',
  'app-service',
  'timer',
  'zml',
  'zml-request',
  'zml-connect',
  'zml-destroy',
])('with %s broken', (broken) => {
  it('the app starts, each of its ports can be called, and it ends', async () => {
    platform.state.broken = broken;
    const app = await loadApp();
    app.onCreate('launch');
    const { alarm, helper, protection, store, sessionLog, sync, newestFailure } = app.globalData.appContext;
    helper.start();
    helper.stop();
    alarm.arm(1_767_600_000_000);
    alarm.cancel();
    protection.setPageKept(true);
    expect([protection.letters()[0], helper.isListed(), sync.status()]).toEqual(['p', false, 'unknown']);
    store.save('open', 'a text');
    expect([store.load('open'), sessionLog.append(1, new Uint8Array(1))]).toEqual([
      'a text',
      broken !== 'fs',
    ]);
    sync.start();
    vi.advanceTimersByTime(120_000);
    app.onDestroy();
    // A farewell fails silently, and nobody asks for a permission here.
    const isTold = ['fs', 'alarm', 'app-service', 'zml', 'zml-request', 'zml-connect'].includes(broken);
    expect(newestFailure() !== '').toBe(isTold);
  });
});

it('a console that throws does not keep the app from starting', async () => {
  platform.state.broken = 'alarm';
  vi.mocked(console.log).mockImplementation(() => {
    throw new Error('no console');
  });
  const app = await loadApp();
  app.onCreate();
  app.globalData.appContext.alarm.arm(1_767_600_000_000);
});

it('an error in the callback of a timer is reported', async () => {
  const app = await loadApp();
  app.onCreate();
  app.globalData.appContext.clock.after(10, () => {
    throw new Error('the call is broken');
  });
  vi.advanceTimersByTime(10);
  expect(app.globalData.appContext.newestFailure()).toBe('timer: the call is broken');
});

it('Bluetooth is opened by the first sync, once, and not by the start of the app', async () => {
  const app = await loadApp();
  app.onCreate();
  expect(platform.state.opened).toBe(0);
  for (let page = 0; page < 2; page++) app.globalData.appContext.sync.start();
  // Nobody answers, so the sync asks again and again.
  vi.advanceTimersByTime(300_000);
  expect(platform.state.opened).toBe(1);
});
