/** `@zos/notification` (API 3.0). A button of a notification runs an App Service. */
import { recordOf } from '../values.ts';
import { startSystemScene } from '../watch/motor.ts';
import { moduleOf, paramText, type ZosContext } from './context.ts';

const PERMISSION = 'device:os.notification';

/** Shows a notification and returns its id, or 0 when a part is missing. */
function notify(context: ZosContext, given: unknown): number {
  context.requirePermission(PERMISSION, 'notification.notify');
  const { world } = context;
  const option = recordOf(given);
  const actions = Array.isArray(option.actions) ? option.actions.map(recordOf) : [];
  if (option.title === undefined || option.content === undefined) return 0;
  const id = world.notifications.add();
  world.screen.turnOn('notification');
  startSystemScene(world, 'SCENE_NOTIFICATION');
  world.dialogs.open({
    title: String(option.title),
    body: String(option.content),
    buttons: actions.map((action) => String(action.text ?? '')).concat('Dismiss'),
    onAnswer(index) {
      world.motor.stop('system');
      const action = actions[index];
      if (action === undefined) return;
      const file = String(action.file ?? '');
      if (world.services.isListed(file))
        world.services.runOnce(file, paramText(action.param), 'notification');
    },
  });
  return id;
}

export function notificationModule(context: ZosContext): unknown {
  const { notifications } = context.world;
  return moduleOf(context, '@zos/notification', {
    notify: ['3.0', (option: unknown) => notify(context, option)],
    cancel: [
      '3.0',
      (given: unknown) => {
        context.requirePermission(PERMISSION, 'notification.cancel');
        notifications.remove((Array.isArray(given) ? given : [given]).map(Number));
      },
    ],
    getAllNotifications: [
      '3.0',
      () => {
        context.requirePermission(PERMISSION, 'notification.getAllNotifications');
        return notifications.ids.slice();
      },
    ],
  });
}
