/** Each permission of the manifest, why the app asks for it, and which calls need it. */
export interface Permission {
  readonly reason: string;
  /** Names of the platform that are refused without the permission. */
  readonly usedBy: readonly string[];
}

/**
 * All permissions this app may ever ask for, used or not, so that a new call without its permission is found.
 * Source: the "permission code" boxes of the platform's API pages.
 */
export const permissions: Readonly<Record<string, Permission>> = {
  'data:os.device.info': {
    reason: 'the size and shape of the screen decide where things are drawn',
    usedBy: ['getDeviceInfo'],
  },
  'device:os.local_storage': {
    reason: 'settings in the key-value store',
    usedBy: ['localStorage', 'LocalStorage', 'sessionStorage'],
  },
  'device:os.alarm': {
    reason: 'an alarm brings the session back if the system has closed it; a daily one wakes the reminder',
    usedBy: ['cancel', 'getAllAlarms', 'set'],
  },
  'device:os.bg_service': {
    reason: 'cues go on while the screen is dark',
    usedBy: ['start', 'stop', 'exit', 'getAllAppServices'],
  },
  'device:os.notification': {
    reason: 'one calm reminder when a session is due, for those who ask for it',
    usedBy: ['notify'],
  },
};

/** Modules whose calls need a permission; names like `set` or `start` mean something only together with these. */
export const guardedModules: Readonly<Record<string, string>> = {
  '@zos/device': 'data:os.device.info',
  '@zos/storage': 'device:os.local_storage',
  '@zos/alarm': 'device:os.alarm',
  '@zos/app-service': 'device:os.bg_service',
  '@zos/notification': 'device:os.notification',
};
