/**
 * The rules of the platform that the simulator checks. The source of a rule is a page of the official documents
 * (`zepp-health/zeppos-docs`, under `docs/`) or a field report.
 */

/** A rule of the platform. */
export interface Rule {
  readonly name: string;
  readonly sentence: string;
  readonly source: string;
  /**
   * A documented limit is an error. A limit that only reports from watches mention is a warning, because it may not hold on every watch.
   */
  readonly grade: Grade;
}

/** `error`: a document or a published type says so. `warning`: only reports from watches do. */
export type Grade = 'error' | 'warning';

const API = 'reference/device-app-api/newAPI';
const GUIDE = 'guides/framework/device';

const TABLE = {
  'service-timers': [
    'An App Service has no setTimeout, setInterval or other JavaScript timer; only createSysTimer.',
    `${GUIDE}/app-service.md`,
  ],
  'service-600ms': [
    'A single-run App Service ends after 600 ms, whatever it still waits for.',
    `${GUIDE}/app-service.md`,
  ],
  'service-file-write-screen-on': [
    'An App Service may write files only while the screen is off.',
    `${GUIDE}/app-service.md`,
  ],
  'service-high-power-sensor': [
    'An App Service cannot use Accelerometer, Gyroscope or Geolocation.',
    `${GUIDE}/app-service.md`,
  ],
  'service-ui': ['An App Service has no user interface.', `${GUIDE}/app-service.md`],
  'service-api': [
    'Of app, settings, display, device and user, an App Service may call only what begins with `get`.',
    `${GUIDE}/app-service.md`,
  ],
  'second-continuous-service': ['Only one continuous App Service runs at a time.', `${GUIDE}/app-service.md`],
  'missing-permission': [
    'An API that needs a permission works only when app.json lists its code.',
    `${GUIDE}/permission.md`,
  ],
  'permission-not-granted': [
    'A continuous service starts only after the user has agreed (requestPermission).',
    `${GUIDE}/app-service.md`,
  ],
  'second-key-listener': [
    'Only one onKey listener may be registered; call offKey before another.',
    `${API}/interaction/onKey.mdx`,
  ],
  'second-gesture-listener': [
    'Only one onGesture listener may be registered; call offGesture before another.',
    `${API}/interaction/onGesture.mdx`,
  ],
  'second-crown-listener': [
    'Only one onDigitalCrown listener may be registered; call offDigitalCrown before another.',
    `${API}/interaction/onDigitalCrown.mdx`,
  ],
  'endless-vibration-left-running': [
    'The CALL and TIMER vibrations never stop by themselves: stop them before the page or service ends.',
    `${API}/sensor/Vibrator.mdx`,
  ],
  'vibration-restart': [
    'Every start of the vibrator needs a stop before the next start, or the next may not be felt.',
    'watchface/api/hmSensor/sensorId/VIBRATE.mdx',
  ],
  'ble-frame-too-large': ['A Bluetooth frame holds at most 3600 bytes.', 'zml 0.0.43, getMessageSize()'],
  'settings-write-in-build': [
    'build() of the settings page runs again at every write, so it must not write.',
    'field report: porting a Fitbit app to an Amazfit Active 2, 2026',
  ],
  'widget-outside-glass': [
    'A visible text, button or picture lies wholly on the glass; a button’s centre is inside the round.',
    'guides/best-practice/multi-screen-adaption.mdx',
  ],
  'visible-not-alone': [
    'VISIBLE is set by setProperty(prop.VISIBLE, …) alone, never in MORE or at creation.',
    `${API}/ui/setProperty.mdx`,
  ],
  'button-needs-box': [
    'setProperty(prop.MORE) on a BUTTON must pass x, y, w and h again.',
    `${API}/ui/widget/BUTTON.mdx`,
  ],
  'button-colors-in-pairs': [
    'normal_color and press_color, normal_src and press_src are set in pairs.',
    `${API}/ui/widget/BUTTON.mdx`,
  ],
  'delete-button-in-own-callback': [
    'A button is not deleted inside its own callback.',
    'field reports; BUTTON.mdx is silent',
  ],
  'widget-after-delete': ['A deleted widget is not used again.', `${API}/ui/deleteWidget.mdx`],
  'canvas-count': ['At most three CANVAS widgets are created on a page.', `${API}/ui/widget/CANVAS.mdx`],
  'view-container-count': [
    'At most seven VIEW_CONTAINER widgets are created on a page.',
    `${API}/ui/widget/VIEW_CONTAINER.mdx`,
  ],
  'implicit-global': [
    'Assigning to an undeclared name makes a global (bundles are sloppy); a watch may lose it or share it.',
    'zpm 3.4.1 emits bundles inside `with`',
  ],
  'code-from-text': [
    'eval and new Function are forbidden on the watch and in the settings page.',
    `${GUIDE}/js-support.md`,
  ],
  'dynamic-import': ['A bundle is one file: nothing is loaded by import().', 'simulator/README.md'],
  'alarm-fractional-seconds': ['Alarms take whole seconds (`time` and `delay`).', `${API}/alarm/set.mdx`],
  'page-not-in-manifest': [
    'Pages and services are opened by a path that app.json lists, without `.js`.',
    'reference/app-json.mdx',
  ],
  'bright-time-range': [
    'setPageBrightTime takes 1000 to 2147483000 ms.',
    `${API}/display/setPageBrightTime.mdx`,
  ],
  'unknown-member': ['The module has no such member at any API_LEVEL.', `${API}/`],
  'not-simulated': ['The simulator does not simulate this member.', 'simulator/README.md'],
  'commonjs-bundle': [
    'A bundle that ends in `module.exports` throws there; on the watch, keep one @zos import in the entry file.',
    'field report: porting a Fitbit app to an Amazfit Active 2, 2026',
  ],
  'called-once': ['App(), Page() and AppService() are called exactly once a file.', `${API}/global/Page.mdx`],
  'settings-value-not-text': [
    'settingsStorage holds texts only.',
    'reference/side-service-api/settings-storage.mdx',
  ],
} as const;

// The engine of the watch is older than Object.hasOwn.
const { hasOwnProperty: hasOwn } = Object.prototype;

export type RuleName = keyof typeof TABLE;

/** All rules, in the order of the table. */
export const RULES: readonly Rule[] = (Object.keys(TABLE) as RuleName[]).map(ruleOf);

/** The rule of a name. */
export function ruleOf(name: RuleName): Rule {
  const [sentence, source] = TABLE[name];
  return { name, sentence, source, grade: /^field report/.test(source) ? 'warning' : 'error' };
}

/**
 * Checks rule names that a tester gave.
 * @throws Error listing the rules when one of the names is unknown
 */
export function checkRuleNames(names: readonly string[]): void {
  for (const name of names) {
    if (hasOwn.call(TABLE, name)) continue;
    throw new Error(`There is no rule "${name}". Rules: ${Object.keys(TABLE).join(', ')}.`);
  }
}
