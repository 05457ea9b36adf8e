/** `@zos/device`: facts about the model. Without its permission, getDeviceInfo returns useless values, as on a watch. */
import { hasPermission } from '../manifest.ts';
import { hasBuzzer } from './buzzer.ts';
import { moduleOf, type ZosContext } from './context.ts';

const PERMISSION = 'data:os.device.info';
const SQUARE = 0;
const ROUND = 1;

/** Sizes of the disk, bytes (assumed; published nowhere). */
const DISK = { total: 2_000_000_000, app: 20_000_000, watchface: 60_000_000, music: 0, system: 700_000_000 };

function deviceInfo(context: ZosContext): Record<string, unknown> {
  const { device, app, log } = context.world;
  if (!hasPermission(app.manifest, PERMISSION)) {
    log.breach('missing-permission', `device.getDeviceInfo needs ${PERMISSION}`);
    // A watch was seen to give no shape and wrong sizes (documents of the Liftosaur app).
    return { width: 0, height: 0, deviceName: '', keyNumber: 0 };
  }
  const info: Record<string, unknown> = {
    width: device.width,
    height: device.height,
    screenShape: device.shape === 'round' ? ROUND : SQUARE,
    deviceName: `Amazfit ${device.name}`,
    keyNumber: device.keys,
    deviceSource: device.deviceSources[0],
    keyType: device.keys > 2 ? 'normal_keys' : 'crown',
    deviceColor: 0,
  };
  if (context.level >= 400) info.hasBuzzer = hasBuzzer(context);
  if (context.level >= 402) info.uuid = '00000000000000000000000000000000';
  return info;
}

function usedBytes(context: ZosContext): number {
  let used = 0;
  context.world.disk.files.forEach((bytes) => {
    used += bytes.length;
  });
  return used;
}

export function deviceModule(context: ZosContext): unknown {
  return moduleOf(context, '@zos/device', {
    SCREEN_SHAPE_SQUARE: ['2.0', SQUARE],
    SCREEN_SHAPE_ROUND: ['2.0', ROUND],
    getDeviceInfo: ['2.0', () => deviceInfo(context)],
    getDiskInfo: [
      '2.0',
      () => {
        const app = DISK.app + usedBytes(context);
        const free = DISK.total - DISK.system - DISK.watchface - DISK.music - app;
        return { ...DISK, app, free: context.world.disk.state === 'full' ? 0 : free };
      },
    ],
  });
}
