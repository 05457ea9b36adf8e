/** What each verb does to watch, phone and surroundings: one entry for each verb. */
import { MODES } from '../environment.ts';
import type { Verb, VerbOf } from '../types.ts';
import type { Input } from '../watch/input.ts';
import { startSystemScene } from '../watch/motor.ts';
import type { World } from '../world.ts';

type Handlers = { readonly [Name in Verb['verb']]: (verb: VerbOf<Name>) => void };

function setMode(world: World, verb: VerbOf<'mode'>): void {
  const name = MODES.find((mode) => mode.toLowerCase() === verb.mode.toLowerCase());
  if (name === undefined) throw new Error(`There is no mode "${verb.mode}". Modes: ${MODES.join(', ')}.`);
  world.environment.modes[name] = verb.on;
}

/** Answers the request for consent, or the next one when none is open. */
function answer(world: World, verb: VerbOf<'permission'>): void {
  const index = ['allow', 'deny', 'ask-again'].indexOf(verb.answer);
  const dialog = world.dialogs.top;
  if (dialog !== undefined && dialog.buttons.indexOf('Ask again') >= 0) world.dialogs.answer(index);
  else world.environment.presetAnswer = verb.answer;
}

function call(world: World, verb: VerbOf<'call'>): void {
  const ringing = world.dialogs.top?.title === 'Incoming call';
  if (verb.state === 'ring') {
    world.screen.turnOn('incoming call');
    if (world.assumed.is('call-pauses-page', 'told')) world.watch.instance?.pauseOrResume(false);
    startSystemScene(world, 'SCENE_CALL');
    world.dialogs.open({
      title: 'Incoming call',
      body: '',
      buttons: ['Answer', 'Decline'],
      onAnswer: () => world.motor.stop('system'),
    });
    return;
  }
  if (ringing) world.dialogs.answer(verb.state === 'answer' ? 0 : 1);
  if (verb.state === 'end' && world.assumed.is('call-pauses-page', 'told'))
    world.watch.instance?.pauseOrResume(true);
}

function notification(world: World): void {
  world.screen.turnOn('notification');
  startSystemScene(world, 'SCENE_NOTIFICATION');
  world.dialogs.open({
    title: 'Notification',
    body: 'from another app',
    buttons: ['Dismiss'],
    onAnswer: () => world.motor.stop('system'),
  });
}

function reboot(world: World): void {
  world.watch.kill();
  if (world.assumed.is('append', 'lost')) world.disk.loseAppend();
  world.disk.changes.splice(0);
  world.dialogs.closeAll();
  world.motor.stop('system');
  world.services.reboot();
  world.alarms.reboot();
  world.screen.turnOn('reboot');
}

/** Installs the app again: its alarms are removed, its files as assumed. */
function update(world: World): void {
  world.watch.kill();
  world.services.kill();
  for (const id of world.alarms.ids.slice()) world.alarms.cancel(id);
  if (world.assumed.is('update', 'wipes-files')) world.disk.wipe();
}

function kill(world: World, what: VerbOf<'kill'>['what']): void {
  if (what === 'page') world.watch.kill();
  else if (what === 'service') world.services.kill();
  else world.phone.kill();
}

function setTimers(world: World, verb: VerbOf<'timers'>): void {
  const { timers } = world.environment;
  if (verb.stallMs !== undefined) timers.stalledUntilMs = world.clock.uptimeMs + verb.stallMs;
  if (verb.rate !== undefined) timers.rate = verb.rate;
  if (verb.doubled !== undefined) timers.doubled = verb.doubled;
}

/** @param focusWidget brings the secondary widget into focus or out of it */
export function createVerbPerformer(
  world: World,
  input: Input,
  focusWidget: (on: boolean) => void,
): (verb: Verb) => void {
  const handlers: Handlers = {
    launch: (verb) => world.watch.launch(verb.page, verb.params),
    tap: (verb) => input.tap(verb.x, verb.y),
    'tap-text': (verb) => input.tapText(verb.text),
    type: (verb) => world.dialogs.type(verb.text),
    'long-press': (verb) => input.longPress(verb.x, verb.y),
    swipe: (verb) => input.swipe(verb.direction, verb.px),
    key: (verb) => input.key(verb.key, verb.action),
    crown: (verb) => input.crown(verb.degrees),
    wrist: (verb) => input.wrist(verb.motion),
    palm: () => input.palm(),
    worn(verb) {
      world.environment.worn = verb.state;
      world.environment.notify('worn');
    },
    battery(verb) {
      world.environment.batteryPercent = verb.percent;
      world.environment.notify('battery');
    },
    permission: (verb) => answer(world, verb),
    mode: (verb) => setMode(world, verb),
    'time-set'(verb) {
      world.phoneWallClock.setEpoch(verb.epochMs);
      world.wallClock.setEpoch(verb.epochMs);
    },
    'time-jump'(verb) {
      world.wallClock.setEpoch(world.wallClock.epochMs + verb.byMs);
      if (!verb.announced) return;
      world.phoneWallClock.setEpoch(world.phoneWallClock.epochMs + verb.byMs);
      world.environment.notify('time');
    },
    'time-zone'(verb) {
      world.phoneWallClock.zoneOffsetMin = verb.offsetMin;
      world.wallClock.zoneOffsetMin = verb.offsetMin;
      world.wallClock.setEpoch(world.wallClock.epochMs);
    },
    timers: (verb) => setTimers(world, verb),
    screen: (verb) => (verb.on ? world.screen.turnOn('by hand') : world.screen.turnOff('by hand')),
    kill: (verb) => kill(world, verb.what),
    link: (verb) => world.link.set(verb.state, verb.rate),
    phone: (verb) => world.phone.setPresent(verb.present),
    reboot: () => reboot(world),
    'foreign-service': (verb) => world.services.setForeign(verb.on),
    alarms(verb) {
      world.environment.alarms = verb.state;
    },
    storage(verb) {
      world.disk.state = verb.state;
    },
    notification: () => notification(world),
    call: (verb) => call(world, verb),
    locale(verb) {
      if (verb.where === 'watch') world.environment.watchLocale = verb.locale;
      else world.environment.phoneLocale = verb.locale;
    },
    hours(verb) {
      world.environment.hourFormat = verb.format;
    },
    assume: (verb) => world.assumed.set(verb.name, verb.value),
    update: () => update(world),
    'widget-focus': (verb) => focusWidget(verb.on),
    'settings-open': () => world.phone.openSettings(),
    'settings-call': (verb) => world.phone.callSettings(verb.id, verb.handler, verb.args),
  };
  return (verb) => (handlers[verb.verb] as (one: Verb) => void)(verb);
}
