/** The names that bundles may use beside the engine's own, and a stand-in for all of them. */

const listed = (names: string): readonly string[] => names.trim().split(/\s+/);

/** Names that every bundle of the watch is given: by the `with` scope of its wrapper, or as globals. */
export const watchNames = listed(`
  App AppService Buffer DeviceRuntimeCore Page SecondaryWidget __$$R$$__ __$$app$$__ __$$hmAppManager$$__ __$$module$$__
  clearInterval clearTimeout console getApp getCurrentPage px setInterval setTimeout`);

/** Names that the phone gives to the side service and to the settings page. */
export const phoneNames = listed(`
  AppSettingsPage AppSideService Auth Buffer Button HmUtils Image Link Logger Section Select Slider Text TextImageRow
  TextInput Toast Toggle View clearInterval clearTimeout console fetch getApp messaging setInterval setTimeout settings
  sideService transferFile userSettings`);

/**
 * Names that zml mentions for API 1.0 and for the phone's downloader, and uses only if they exist. They are accepted in the
 * two bundles that carry zml, and in no other.
 */
export const zmlNames = listed('DeviceRuntimeCore URL hmBle hmSetting hmUI image network');

/**
 * Source of a function `(names) => printed`, to be evaluated inside the engine. It defines each name as an object that
 * answers every access, so that only a name that is not defined can fail. It returns a list that collects the errors
 * that a bundle prints, because the wrapper of a bundle catches a crash and prints it.
 */
export const standInHost = `(function (names) {
  var printed = [];
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
        if (arguments[i] instanceof Error) printed.push(arguments[i].name + ': ' + arguments[i].message);
    };
  });
  return printed;
})`;
