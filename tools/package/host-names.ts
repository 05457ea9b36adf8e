/**
 * The names a bundle may rely on beside the engine's own, and a stand-in for all of them.
 * Permissive on purpose: it answers everything, so that only a name nobody gives can fail.
 */

/** Given to every bundle of the watch (the `with` scope of its wrapper and the globals around it). */
export const watchNames: readonly string[] = [
  'App',
  'AppService',
  'Buffer',
  'DeviceRuntimeCore',
  'Page',
  'SecondaryWidget',
  '__$$R$$__',
  '__$$app$$__',
  '__$$hmAppManager$$__',
  '__$$module$$__',
  'clearInterval',
  'clearTimeout',
  'console',
  'getApp',
  'getCurrentPage',
  'px',
  'setInterval',
  'setTimeout',
];

/** Given to the phone's two bundles: the side service and the settings page. */
export const phoneNames: readonly string[] = [
  'AppSettingsPage',
  'AppSideService',
  'Auth',
  'Buffer',
  'Button',
  'HmUtils',
  'Image',
  'Link',
  'Logger',
  'Section',
  'Select',
  'Slider',
  'Text',
  'TextImageRow',
  'TextInput',
  'Toast',
  'Toggle',
  'View',
  'clearInterval',
  'clearTimeout',
  'console',
  'fetch',
  'getApp',
  'messaging',
  'setInterval',
  'setTimeout',
  'settings',
  'sideService',
  'transferFile',
  'userSettings',
];

/**
 * Names that zml mentions on paths for other systems (API 1.0, the phone's own downloader), which it takes only
 * where they exist. Accepted in the two bundles that carry zml, and in no other.
 */
export const linkNames: readonly string[] = [
  'DeviceRuntimeCore',
  'URL',
  'hmBle',
  'hmSetting',
  'hmUI',
  'image',
  'network',
];

/**
 * Source of a function `(names) => said`, to be evaluated inside the engine: defines the stand-in under every
 * name and collects what the bundle prints, because its wrapper catches a crash and only prints it.
 */
export const permissiveHost = `(function (names) {
  var said = [];
  var anything = new Proxy(function () {}, {
    get: function (target, key) {
      if (key === Symbol.unscopables || key === 'then') return undefined;
      if (key === Symbol.toPrimitive) return function () { return 0; };
      if (key === Symbol.iterator) return function () { return [][Symbol.iterator](); };
      if (key === 'prototype') return target.prototype;
      return anything;
    },
    set: function () { return true; },
    apply: function () { return anything; },
    construct: function () { return anything; }
  });
  var bare = { '__$$G$$__': {} };
  names.forEach(function (name) { globalThis[name] = anything; });
  globalThis['__$$hmAppManager$$__'] = {
    currentApp: { __globals__: bare, current: { __globals__: bare } }
  };
  globalThis.DeviceRuntimeCore = { LifeCycle: {} };
  globalThis.console = {};
  ['log', 'info', 'warn', 'error', 'debug'].forEach(function (level) {
    globalThis.console[level] = function () {
      for (var i = 0; i < arguments.length; i++)
        if (arguments[i] instanceof Error) said.push(arguments[i].name + ': ' + arguments[i].message);
    };
  });
  return said;
})`;
