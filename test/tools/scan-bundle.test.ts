import { getQuickJS } from 'quickjs-emscripten';
import { expect, it } from 'vitest';
import { checkBundle, engineNames } from '../../tools/package/check-engine.ts';
import { watchNames } from '../../tools/package/host-names.ts';
import { scanBundle } from '../../tools/package/scan-bundle.ts';

const engine = await getQuickJS();
const builtIns = engineNames(engine);
const check = (source: string): void =>
  checkBundle(engine, builtIns, { name: 'page/x.js', source, names: watchNames, mentions: [] });

it.each([
  ['const big = 10n;', 'has a BigInt literal'],
  ['const last = [1].at(-1);', 'calls .at(), which the engine lacks'],
  ['const own = Object.hasOwn({}, "a");', 'calls .hasOwn(), which the engine lacks'],
  ['const copy = () => structuredClone({});', 'uses structuredClone, which exists nowhere'],
  ['const ref = () => new WeakRef({});', 'uses WeakRef, which exists nowhere'],
  ['module.exports = 1;', 'uses module, which exists nowhere'],
])('reports that `%s` %s', (source, finding) => {
  expect(scanBundle(source, builtIns)).toContain(finding);
});

it('finds syntax newer than the engine', () => {
  expect(scanBundle('let a; a ||= 1;', builtIns)[0]).toMatch(/^has syntax newer than the engine/);
});

it('does not report declared, destructured and caught names, labels, keys and members', () => {
  const source = `function f({ a, b: [c] = [], ...rest }, d = a) {
    outer: for (const key of [rest, c, d]) { if (key) continue outer; }
    try { return { free: this.free, [a]: 1 }; } catch (e) { return e.other; }
  }
  class K { method() { return f; } }
  new K();`;
  expect(scanBundle(source, builtIns)).toEqual([]);
});

it('accepts a name that the bundle asks for with typeof before using it', () => {
  expect(scanBundle("const log = typeof hmLog !== 'undefined' ? hmLog : null;", builtIns)).toEqual([]);
});

it('refuses a bundle whose wrapper catches a crash and only prints it', () => {
  const crashing = "try { null.build(); } catch (e) { console.log('Mini Program Error', e); }";
  expect(() => check(crashing)).toThrow(/^page\/x\.js does not load in QuickJS: TypeError/);
});

it('accepts a bundle in the wrapper of the platform', () => {
  const source = `try { (() => {
    const { beforePageCreate = () => {} } = DeviceRuntimeCore.LifeCycle;
    beforePageCreate();
    const scope = __$$hmAppManager$$__.currentApp.current.__globals__.__$$G$$__;
    !function (context) { with (context) {
      const ui = __$$R$$__('@zos/ui');
      __$$module$$__.module = Page({ build() { ui.createWidget(ui.widget.TEXT, {}); } });
    } }.bind(scope)(scope);
  })(); } catch (e) { console.log('Mini Program Error', e); }`;
  expect(() => check(source)).not.toThrow();
});
