/** An app that tries every known way out of the simulator, to read and overwrite a file of the computer. */
import type { AppPackage } from '../../src/engine/types.ts';
import { miniPackage } from './mini-app.ts';

/** Expressions that may give a function that makes code from text. */
const MAKERS = [
  '(function () {}).constructor',
  '(() => {}).constructor',
  '(function () { return arguments.callee.constructor })()',
  '(function* () {}).constructor',
  '(async function () {}).constructor',
  '(async function* () {}).constructor',
  'console.log.constructor',
  'setTimeout.constructor',
  'Promise.constructor',
  'Date.now.constructor',
  'Buffer.from.constructor',
  '[].constructor.constructor',
  '{}.constructor.constructor',
  'outer.constructor.constructor',
  'outer.createWidget.constructor',
  'thrown.constructor.constructor',
  'Function.prototype.constructor',
  'Object.getPrototypeOf(async function () {}).constructor',
  `Object.getOwnPropertyDescriptor(Function.prototype, 'constructor').value`,
  `Object.getOwnPropertyDescriptor(Function.prototype, 'constructor').get.call(0)`,
  'class extends (function () {}).constructor {}',
  '(function () {}).constructor.bind(null)',
  '(function () {}).constructor.constructor',
  'Function',
];

/** Expressions that may give the global object of the host, or its \`process\`. */
const OBJECTS = [
  `Reflect.construct((function () {}).constructor, ['return process'])()`,
  `new (class extends Array { static get [Symbol.species]() { return (function () {}).constructor } })('return process').map(String)()`,
  `Function('return this')()`,
  `(Error.prepareStackTrace = (_, sites) => sites, new Error().stack).map((site) => site.getThis && (site.getThis() || site.getFunction().constructor('return process')())).find((one) => one && one.process)`,
  `globalThis`,
  `new Proxy({}, { get: (_, name) => name }).process.constructor.constructor('return process')()`,
];

/** A way out of a host only if its global object has something to offer, as Node's has; see the README. */
const SLOPPY_THIS = '(function () { return this })()';

/** Tries to use what one of these expressions gave: reads the canary file, prints it, and overwrites it. */
const USE = `function use(found, canary) {
  const p = found && (found.process || found);
  const load = p && (p.getBuiltinModule || (p.mainModule && p.mainModule.require));
  if (!load) return;
  console.log('read ' + load('fs').readFileSync(canary, 'utf8'));
  load('fs').writeFileSync(canary, 'overwritten');
}`;

function attempts(canary: string, outer: string, sloppy: boolean): string {
  const file = JSON.stringify(canary);
  const made = MAKERS.map((maker) => `(${maker})('return process')()`);
  const ways = [...made, ...OBJECTS, ...(sloppy ? [SLOPPY_THIS] : [])];
  const tried = (way: string): string => `try { use(${way}, ${file}) } catch (error) {}`;
  return `${USE}
    const outer = ${outer};
    let thrown; try { Buffer.from(5) } catch (error) { thrown = error }
    ${ways.map(tried).join('\n')}
    const late = () => { ${tried(made[0] ?? '')} };
    if (typeof setTimeout === 'function') setTimeout(late, 10);
    Promise.resolve().then(late);
    (async () => { await 0; late(); await 0; late() })();
    console.log('tried')`;
}

/** @param sloppy whether it takes the global object of sloppy functions too */
export function hostileApp(canary: string, sloppy: boolean): AppPackage {
  const onWatch = attempts(canary, `zos('ui')`, sloppy);
  const onPhone = attempts(canary, 'settings.settingsStorage', sloppy);
  return miniPackage({
    pages: { 'page/home': `Page({ build() { ${onWatch} } })` },
    side: `AppSideService({ onInit() { ${onPhone} } })`,
    setting: `AppSettingsPage({ build({ settingsStorage }) { const settings = { settingsStorage }; ${onPhone}
      return Button({ label: 'Go', onClick: () => settingsStorage.setItem('side', 'start') }) } })`,
  });
}

/** Its one way is \`import()\`, which must not even be in a bundle. */
export function importingApp(canary: string): AppPackage {
  const write = `.then((fs) => fs.writeFileSync(${JSON.stringify(canary)}, 'overwritten'), () => 0)`;
  return miniPackage({ pages: { 'page/home': `Page({ build() { import/* */('node:fs')${write} } })` } });
}

export const HOSTILE_SCRIPT = 'launch\nwait 1s\nsettings-open\nwait 1s\nsetting Button Go onClick\nwait 1s';

const stackTraces = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');

/** In Node, an app shares the process, so its changes must not reach later tests in the same process. */
export function restoreStackTraces(): void {
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  if (stackTraces !== undefined) Object.defineProperty(Error, 'prepareStackTrace', stackTraces);
}
