/** The `@zos` modules, and `require` for one bundle. */
import { alarmModule } from './alarm.ts';
import { appModule } from './app.ts';
import { appServiceModule } from './app-service.ts';
import { bleModule, transferFileModule } from './ble.ts';
import { refusedMember, type ZosContext } from './context.ts';
import { deviceModule } from './device.ts';
import { displayModule } from './display.ts';
import { fsModule } from './fs.ts';
import { i18nModule } from './i18n.ts';
import { interactionModule } from './interaction.ts';
import { mediaModule } from './media.ts';
import { notificationModule } from './notification.ts';
import { pageModule } from './page.ts';
import { routerModule } from './router.ts';
import { sensorModule } from './sensor.ts';
import { settingsModule } from './settings.ts';
import { storageModule } from './storage.ts';
import { timerModule } from './timer.ts';
import { uiModule } from './ui.ts';
import { userModule } from './user.ts';
import { utilsModule } from './utils.ts';

const MODULES: Readonly<Record<string, (context: ZosContext) => unknown>> = {
  '@zos/alarm': alarmModule,
  '@zos/app': appModule,
  '@zos/app-service': appServiceModule,
  '@zos/ble': bleModule,
  '@zos/ble/TransferFile': transferFileModule,
  '@zos/device': deviceModule,
  '@zos/display': displayModule,
  '@zos/fs': fsModule,
  '@zos/i18n': i18nModule,
  '@zos/interaction': interactionModule,
  '@zos/media': mediaModule,
  '@zos/notification': notificationModule,
  '@zos/page': pageModule,
  '@zos/router': routerModule,
  '@zos/sensor': sensorModule,
  '@zos/settings': settingsModule,
  '@zos/storage': storageModule,
  '@zos/timer': timerModule,
  '@zos/ui': uiModule,
  '@zos/user': userModule,
  '@zos/utils': utilsModule,
};

/** A module that is not simulated. Using any of its members throws an error with the name. Importing it does no harm. */
function refusedModule(context: ZosContext, name: string): unknown {
  const isProbe = (key: string): boolean => ['default', '__esModule', 'then', 'toJSON'].indexOf(key) >= 0;
  return new Proxy(
    {},
    {
      get: (_, key) =>
        typeof key === 'symbol' || isProbe(key) ? undefined : refusedMember(context, `${name}.${key}`),
    },
  );
}

/** `require` for one bundle, which zpm calls `__$$R$$__`. Each module is made once. */
export function createRequire(context: ZosContext): (name: string) => unknown {
  const loaded = new Map<string, unknown>();
  return (name) => {
    if (!loaded.has(name)) {
      const make = MODULES[name];
      loaded.set(name, make === undefined ? refusedModule(context, name) : make(context));
    }
    return loaded.get(name);
  };
}
