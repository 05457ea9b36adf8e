/**
 * `network.downloader` and `image.convert` of the side service. The handler of `fetch` answers downloads too. A converted picture keeps its
 * bytes. How long either takes is assumed.
 */
import { Buffer } from 'buffer/index.js';
import type { Realm } from '../runtime/realm.ts';
import { numberOf, type Props, recordOf } from '../values.ts';
import type { World } from '../world.ts';
import { webHandler } from './fetch-rules.ts';
import { answered, originOf } from './web-requests.ts';

/** How long the conversion of a picture takes, ms. */
const CONVERT_MS = 200;
const FAILED = -1;
const OK = 200;

/** The body of an answer as the bytes of a file. */
function bytesOf(body: unknown): Uint8Array {
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  return new Uint8Array(Buffer.from(typeof body === 'string' ? body : (JSON.stringify(body) ?? ''), 'utf8'));
}

function fileNameOf(url: string): string {
  const path = url.replace(/[?#].*$/, '').replace(/^[a-z]+:\/\/[^/]*/i, '');
  return path.slice(path.lastIndexOf('/') + 1) || 'download';
}

export function networkGlobal(world: World, realm: Realm): unknown {
  /** Callbacks are set on the task after the call (side-service-api/download-file.mdx). */
  function downloadFile(given: unknown): Record<string, unknown> {
    const options = recordOf(given);
    const url = String(options.url ?? '');
    let isOpen = true;
    const task: Record<string, unknown> = {
      cancel() {
        isOpen = false;
      },
    };
    const tell = (name: string, event?: Props): void => {
      const callback = task[name];
      if (typeof callback === 'function')
        realm.run(name, () => (callback as (event?: Props) => unknown)(event));
    };
    const fail = (message: string): void => {
      if (!isOpen) return;
      tell('onFail', { code: FAILED, message });
      tell('onComplete');
    };
    const succeed = (answer: Props): void => {
      if (!isOpen) return;
      const { filePath } = options;
      const path = typeof filePath === 'string' ? filePath : `data://download/${fileNameOf(url)}`;
      const bytes = bytesOf(answer.body);
      world.fileTransfers.storeOnPhone(path, bytes);
      tell('onProgress', { progress: 100, total: bytes.length, loaded: bytes.length });
      const isOwnPath = typeof filePath === 'string';
      tell('onSuccess', {
        filePath: isOwnPath ? path : undefined,
        tempFilePath: isOwnPath ? undefined : path,
        statusCode: numberOf(answer.status, OK),
      });
      tell('onComplete');
    };
    realm.print(`download ${originOf(url)}`);
    const handler = webHandler(world.options);
    if (handler === undefined) {
      const message = `network.downloader is not simulated (${url}); give the simulation a fetch handler`;
      world.clock.after(0, () => fail(message));
    } else {
      answered(world, handler, { url }).then(
        (answer) => succeed(recordOf(answer)),
        (error: unknown) => fail(String(error)),
      );
    }
    return task;
  }
  return { downloader: { downloadFile } };
}

export function imageGlobal(world: World, realm: Realm): unknown {
  return {
    convert: (given: unknown) =>
      new realm.Promise((resolve, reject) => {
        const { filePath, targetFilePath } = recordOf(given);
        const bytes = world.fileTransfers.readOnPhone(String(filePath));
        const target = String(targetFilePath ?? `${String(filePath)}_converted`);
        world.clock.after(CONVERT_MS, () => {
          if (bytes === undefined) reject(new Error(`image.convert: there is no ${String(filePath)}`));
          else {
            world.fileTransfers.storeOnPhone(target, bytes);
            resolve({ filePath, targetFilePath: target, options: { size: bytes.length } });
          }
        });
      }),
  };
}
