/** `@zos/app-service` (API 3.0): starting and stopping the continuous service. Single runs are started by alarms and events. */
import { recordOf } from '../values.ts';
import { moduleOf, paramText, type ZosContext } from './context.ts';

const PERMISSION = 'device:os.bg_service';

export function appServiceModule(context: ZosContext): unknown {
  const { world } = context;
  return moduleOf(context, '@zos/app-service', {
    start: [
      '3.0',
      (given: unknown) => {
        const option = recordOf(given);
        // The reference says `file` and the official sample passes `url`. A strict watch follows the reference.
        const file = String(option.file ?? '');
        const request = { file, param: paramText(option.param), reload: option.reload !== false };
        const code = world.services.start(request, (result) => {
          context.call('complete_func', option.complete_func, { file, result });
        });
        return world.assumed.is('start-result', 'boolean') ? code === 0 : code;
      },
    ],
    stop: [
      '3.0',
      (given: unknown) => {
        context.requirePermission(PERMISSION, 'app-service.stop');
        const option = recordOf(given);
        const file = String(option.file ?? '');
        const result = world.services.stop(file);
        world.clock.after(0, () => {
          context.call('complete_func', option.complete_func, { file, result });
        });
        return result ? 0 : 2;
      },
    ],
    exit: ['3.0', () => void world.clock.after(0, () => world.services.exit(context.realm))],
    getAllAppServices: [
      '3.0',
      () => {
        context.requirePermission(PERMISSION, 'app-service.getAllAppServices');
        return world.services.listed.slice();
      },
    ],
  });
}
