/** zml as the build puts it on the watch, beside zml as it is published: on the air the two say the same, byte for byte. */
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { transform } from 'esbuild';
import { expect, it } from 'vitest';
import { loadForWatch } from '../../tools/package/watch-zml.ts';

interface Messaging {
  request(data: unknown, options: { readonly timeout: number }): Promise<unknown>;
  readonly transport: { connect(): void; disConnect(): void };
}

const path = createRequire(import.meta.url).resolve('@zeppos/zml/3.0/module/messaging/plugin/app');

/** Everything that `source` sends while an app opens, asks thrice, reopens the line and ends; the phone answers its greeting. */
async function sentBy(source: string): Promise<readonly string[]> {
  const sent: string[] = [];
  let heard: (index: number, data: ArrayBuffer) => void = () => {};
  const ble = {
    connectStatus: () => true,
    addListener() {},
    disConnect() {},
    createConnect(listener: typeof heard) {
      heard = listener;
    },
    send(data: ArrayBuffer) {
      const bytes = Buffer.from(data.slice(0));
      sent.push(bytes.toString('hex'));
      // A greeting (flag 1, type 1) is answered with the port of the side service.
      if (bytes[0] === 1 && bytes.readUInt16LE(2) === 1) {
        bytes.writeUInt16LE(4_711, 6);
        queueMicrotask(() => heard(0, new Uint8Array(bytes).buffer));
      }
      return true;
    },
  };
  const quiet = { info() {}, warn() {}, error() {}, log() {}, debug() {} };
  class EventBus extends EventEmitter {
    override off(name: string): this {
      return this.removeAllListeners(name);
    }
  }
  const modules: Record<string, object> = {
    '@zos/ble': ble,
    '@zos/utils': { EventBus, log: { getLogger: () => quiet } },
    '@zos/timer': { setTimeout: () => 1, clearTimeout() {} },
    '@zos/app': { getPackageInfo: () => ({ appId: 27001 }) },
  };
  const context = createContext({ Buffer, ArrayBuffer, __$$R$$__: (name: string) => modules[name] ?? {} });
  const { code } = await transform(source, { format: 'iife', globalName: 'zml' });
  runInContext('Date.now = () => 5_000_000;', context);
  runInContext(code, context);
  const app = { globalData: {} as { messaging: Messaging } };
  const plugin = runInContext('zml.appPlugin()', context);
  plugin.onCreate.call(app);
  const { messaging } = app.globalData;
  const ask = async (data: unknown): Promise<void> => {
    void messaging.request(data, { timeout: 9_000 }).catch(() => {});
    await new Promise((resolve) => setImmediate(resolve));
  };
  await ask(Buffer.from([1, 2, 3]));
  await ask(Buffer.alloc(8_000, 7));
  messaging.transport.disConnect();
  messaging.transport.connect();
  await ask({ method: 'hello', params: { at: 1 } });
  plugin.onDestroy.call(app);
  return sent;
}

it('every frame is the same, greeting, data in one and in several parts, and farewell', async () => {
  const published = await sentBy(await readFile(path, 'utf8'));
  expect(published.length).toBeGreaterThan(7);
  expect(await sentBy(await loadForWatch(path))).toEqual(published);
});
