/** Running an app without a script. */
import { describe, expect, it } from 'vitest';
import { findDevice } from '../../src/engine/devices.ts';
import { smokeRun } from '../../src/quickjs/smoke-run.ts';
import { miniPackage } from '../support/mini-app.ts';

const device = findDevice('Balance 2');
const page = (build: string) => miniPackage({ pages: { 'page/home': `Page({ build() { ${build} } })` } });
const button = (onClick: string) => `const ui = zos('ui');
  ui.createWidget(ui.widget.BUTTON, { x: 140, y: 200, w: 200, h: 80, text: 'Go', click_func() { ${onClick} } });`;

describe('a smoke run', () => {
  it('reports what the first page shows, and that both hosts have the same log', async () => {
    const run = await smokeRun(page(button(`console.log('went')`)), device, { isOwnApp: true });
    expect(run).toMatchObject({ loads: true, texts: ['Go'], errors: [], breaches: [], isEqual: true });
  });

  it('does not use Node for an app by somebody else', async () => {
    expect((await smokeRun(page(button('')), device)).isEqual).toBeNull();
  });

  it('taps what the first page shows', async () => {
    const { errors } = await smokeRun(page(button(`throw new Error('broken')`)), device);
    expect(errors.join()).toContain('broken');
  });

  it('finds a use of what only a newer engine has', async () => {
    const run = await smokeRun(page(button(`console.log([1].at(-1))`)), device, { isOwnApp: true });
    expect(run.isEqual).toBe(false);
  });

  it('reports broken rules, except those that are allowed', async () => {
    const app = page(button(`leaked = 1`));
    expect((await smokeRun(app, device)).breaches.map((breach) => breach.rule)).toEqual(['implicit-global']);
    expect((await smokeRun(app, device, { allow: ['implicit-global'] })).breaches).toEqual([]);
  });

  it('opens and uses the phone’s settings page', async () => {
    const app = miniPackage({ setting: `AppSettingsPage({ build() { return Text({}, ['set']) } })` });
    expect((await smokeRun(app, device)).lines).toContain('settings-open');
  });
});
