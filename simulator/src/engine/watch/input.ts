/**
 * Input of the wearer: taps, presses, swipes, keys, crown and wrist, and what the system does with them unless the app handles them. If the
 * screen is dark, an input only lights it.
 */
import type { VerbOf } from '../types.ts';
import { type PageUi, swiperStep } from '../widgets/page-ui.ts';
import { findText, longPressAt, tapAt, tapRowText } from '../widgets/touch.ts';
import type { World } from '../world.ts';
import { GESTURES, KEY_EVENTS, KEYS, WRIST } from '../zos/interaction.ts';
import type { ForegroundPage } from './app-instance.ts';
import { reveal, type ScrollDirection, scrollBy } from './scroll.ts';
import type { SecondaryWidget } from './secondary-widget.ts';

/** Share of the screen's height that one swipe scrolls (assumed). */
const SWIPE_SHARE = 0.6;
/** Types that a wrist listener is called with (interaction/onWristMotion.mdx). */
const WRIST_TYPE = 3;
const PALM_TYPE = 0;
/** Time after which the system takes a long press away from the app, if that is assumed, ms. */
const CUT_OFF_MS = 50;

/** The input of the wearer; each method does what a verb does. */
export interface Input {
  /** Coordinates are px of the screen. */
  tap(x: number, y: number): void;
  /** @throws Error when nothing shows the text */
  tapText(text: string): void;
  longPress(x: number, y: number): void;
  /** @param px how far a scrolling page moves */
  swipe(direction: VerbOf<'swipe'>['direction'], px?: number): void;
  key(key: VerbOf<'key'>['key'], action: VerbOf<'key'>['action']): void;
  crown(degrees: number): void;
  wrist(motion: VerbOf<'wrist'>['motion']): void;
  palm(): void;
}

/** Taps the middle of the widget, or the row of a list, that shows a text. False when there is none. */
function tapShown(ui: PageUi, text: string): boolean {
  const widget = findText(ui, text);
  if (widget === undefined) return tapRowText(ui, text);
  reveal(ui, widget);
  const box = ui.boxOf(widget);
  tapAt(ui, { x: box.x + box.w / 2, y: box.y + box.h / 2 });
  return true;
}

/** Does what the system does with a swipe that the app does not handle. */
function defaultGesture(
  world: World,
  page: ForegroundPage,
  direction: VerbOf<'swipe'>['direction'],
  stepPx: number,
): void {
  const hasMoved = scrollBy(world, page, direction, stepPx);
  if (!hasMoved && direction === 'right') world.watch.back();
}

/** True if the screen was lit. Otherwise the input lights it and does nothing else. */
function acceptsInput(world: World, why: string): boolean {
  if (world.screen.on) {
    world.screen.touch();
    return true;
  }
  world.screen.turnOn(why);
  return false;
}

/** Presses the button of the topmost dialog at a place: the buttons share the width. False without a dialog. */
function answerAt(world: World, x: number): boolean {
  const dialog = world.dialogs.top;
  if (dialog === undefined) return false;
  const count = Math.max(1, dialog.buttons.length);
  world.dialogs.answer(Math.min(count - 1, Math.floor((x / world.device.width) * count)));
  return true;
}

/** Presses the last button of the topmost dialog, which by convention changes nothing. */
function answerLast(world: World): void {
  const dialog = world.dialogs.top;
  if (dialog !== undefined) world.dialogs.answer(dialog.buttons.length - 1);
}

/** Converts a point of the screen to a point of the page in front. */
function pointOn({ scroll }: PageUi, x: number, y: number): { x: number; y: number } {
  return { x: x + scroll.index * swiperStep(scroll).x, y: y + scroll.topPx };
}

/** Where the crown moves the content: it turns the pages of a swiper along the swiper's axis. */
function crownDirection({ scroll }: PageUi, degrees: number): ScrollDirection {
  if (scroll.mode === 'swiper-horizontal') return degrees < 0 ? 'left' : 'right';
  return degrees < 0 ? 'up' : 'down';
}

function tapText(world: World, ui: PageUi | undefined, text: string): void {
  const dialog = world.dialogs.top;
  if (dialog !== undefined) {
    const index = dialog.buttons.indexOf(text);
    if (index < 0)
      throw new Error(`No button "${text}" in the dialog; there are: ${dialog.buttons.join(', ')}`);
    world.dialogs.answer(index);
    return;
  }
  if (ui === undefined) throw new Error(`Nothing shows "${text}": no page is open`);
  if (!tapShown(ui, text)) throw new Error(`Nothing on ${ui.realm.name} shows "${text}"`);
}

function pressKey(
  world: World,
  page: ForegroundPage,
  key: VerbOf<'key'>['key'],
  action: VerbOf<'key'>['action'],
): void {
  const { assumed } = world;
  if (action === 'double' && assumed.is('double-click', 'two-clicks')) {
    pressKey(world, page, key, 'click');
    pressKey(world, page, key, 'click');
    return;
  }
  const listener = page.input.key;
  const isUnheard =
    (action === 'double' && assumed.is('double-click', 'unheard')) ||
    (action === 'click' && assumed.is('single-click', 'unheard'));
  listener?.(KEYS[key], KEY_EVENTS.press);
  const isHandled = !isUnheard && listener?.(KEYS[key], KEY_EVENTS[action]) === true;
  const isTaken = isHandled && assumed.is('key-taking', 'works');
  listener?.(KEYS[key], KEY_EVENTS.release);
  if (isTaken || action !== 'click') return;
  if (key === 'back') world.watch.back();
  else if (key === 'home') world.watch.exit('home key');
}

/** Whether a gesture listener of the page can take a swipe from the system. */
function canTakeSwipe({ assumed }: World, page: ForegroundPage): boolean {
  return (
    assumed.is('swipe-taking', 'works') || (assumed.is('swipe-taking', 'needs-lock') && page.ui.scroll.locked)
  );
}

/** A gesture that switches the screen off, unless it is paused and that pause works. */
function screenOffGesture(world: World, gesture: 'wrist' | 'palm'): void {
  if (world.assumed.is('screen-pauses', 'ignored')) world.screen.resume(gesture);
  world.screen.gesture(gesture);
}

export function createInput(world: World, widget: SecondaryWidget): Input {
  const foreground = (): ForegroundPage | undefined => world.watch.instance?.foreground;
  /** What a touch reaches: the page, or the secondary widget while that is in focus and no page is open. */
  const touched = (): PageUi | undefined => foreground()?.ui ?? (widget.isInFocus ? widget.ui : undefined);
  return {
    tap(x, y) {
      if (!acceptsInput(world, 'tap') || answerAt(world, x)) return;
      const ui = touched();
      if (ui !== undefined) tapAt(ui, pointOn(ui, x, y));
    },
    tapText(text) {
      if (acceptsInput(world, 'tap')) tapText(world, touched(), text);
    },
    longPress(x, y) {
      if (!acceptsInput(world, 'press') || answerAt(world, x)) return;
      const ui = touched();
      const liftMs = world.assumed.is('long-press', 'cut') ? CUT_OFF_MS : undefined;
      if (ui !== undefined) longPressAt(ui, pointOn(ui, x, y), world.clock.after, liftMs);
    },
    swipe(direction, px = world.device.height * SWIPE_SHARE) {
      const page = foreground();
      if (!acceptsInput(world, 'swipe') || page === undefined) return;
      if (world.dialogs.top !== undefined) {
        if (direction === 'right') answerLast(world);
      } else {
        const isHandled = page.input.gesture?.(GESTURES[direction]) === true;
        if (!isHandled || !canTakeSwipe(world, page)) defaultGesture(world, page, direction, px);
      }
    },
    key(key, action) {
      const page = foreground();
      if (!acceptsInput(world, `${key} key`)) return;
      if (world.dialogs.top !== undefined) {
        if (key === 'back' && action === 'click') answerLast(world);
      } else if (page !== undefined) pressKey(world, page, key, action);
    },
    crown(degrees) {
      const page = foreground();
      if (!acceptsInput(world, 'crown') || page === undefined) return;
      if (page.input.crown !== undefined) page.input.crown(KEYS.home, degrees);
      else scrollBy(world, page, crownDirection(page.ui, degrees), Math.abs(degrees));
    },
    wrist(motion) {
      const silent = world.screen.isPaused('wrist') && world.assumed.is('flip-while-paused', 'silent');
      if (motion !== 'flip' || !silent)
        foreground()?.input.wrist?.({ type: WRIST_TYPE, motion: WRIST[motion] });
      if (motion === 'lift') world.screen.turnOn('wrist lifted');
      if (motion === 'lower') screenOffGesture(world, 'wrist');
    },
    palm() {
      foreground()?.input.wrist?.({ type: PALM_TYPE, motion: 0 });
      screenOffGesture(world, 'palm');
    },
  };
}
