/** Shows the watch: draws it in each frame, turns pointer and keys into verbs, and describes it for screen readers. */
import type { Point } from '../draw/surface.ts';
import { caseOf, drawWatch } from '../draw/watch.ts';
import type { Verb } from '../engine/types.ts';
import { widgetTexts } from '../engine/visible-texts.ts';
import { type Drag, draggedScroll, draggedView, dragOf, NO_DRAG } from './drag.ts';
import type { FontLoader } from './font-loader.ts';
import { createGestures, type Gestures, LONG_PRESS_MS } from './gestures.ts';
import type { Panel } from './panel.ts';
import { createPictureStore, type PictureStore } from './picture-store.ts';
import { scrollOf } from './scroll.ts';
import type { Session } from './session.ts';

/** What keys of the keyboard do while the watch has the focus. */
const KEY_VERBS: Readonly<Record<string, Verb>> = {
  ArrowUp: { verb: 'swipe', direction: 'up' },
  ArrowDown: { verb: 'swipe', direction: 'down' },
  ArrowLeft: { verb: 'swipe', direction: 'left' },
  ArrowRight: { verb: 'swipe', direction: 'right' },
  Backspace: { verb: 'key', key: 'back', action: 'click' },
  Enter: { verb: 'key', key: 'select', action: 'click' },
  '+': { verb: 'crown', degrees: 30 },
  '-': { verb: 'crown', degrees: -30 },
};

/** A wheel sends many events for one turn. Only an event this long after the last step scrolls by another step, ms. */
const WHEEL_PAUSE_MS = 180;

/** Describes in one sentence what the watch shows. */
function describeWatch(session: Session): string {
  const { watch } = session.simulation;
  const name = `${session.device.name} watch`;
  if (!watch.screenOn) return `${name}, screen off`;
  if (watch.dialog !== null)
    return `${name}, dialog: ${[watch.dialog.title, watch.dialog.body, ...watch.dialog.buttons].join('. ')}`;
  const toast = watch.toast === null ? [] : [`message: ${watch.toast}`];
  const texts = [...toast, ...widgetTexts(watch.widgets)];
  const page = watch.page === null ? 'watch face' : `page ${watch.page}`;
  return `${name}, ${page}${texts.length === 0 ? ', no text' : `: ${texts.join(', ')}`}`;
}

interface Pointing {
  finger: Point | null;
  /** Where the finger went down. */
  from: Point | null;
  /** What the finger has moved that the watch has not been told of yet. */
  drag: Drag;
  gestures: Gestures;
}

/** The point of the watch's screen under the pointer, px. */
function pointUnder(canvas: HTMLCanvasElement, session: Session, event: MouseEvent): Point {
  const box = canvas.getBoundingClientRect();
  const { widthPx, glass } = caseOf(session.device);
  const scale = widthPx / box.width;
  return { x: (event.clientX - box.left) * scale - glass.x, y: (event.clientY - box.top) * scale - glass.y };
}

/** Where a point of the watch's screen is in the window, px. */
export function placeInWindow(canvas: HTMLCanvasElement, { device }: Session, { x, y }: Point): Point {
  const box = canvas.getBoundingClientRect();
  const { widthPx, glass } = caseOf(device);
  const scale = box.width / widthPx;
  return { x: box.left + (glass.x + x) * scale, y: box.top + (glass.y + y) * scale };
}

function listenToPointer(canvas: HTMLCanvasElement, session: Session, pointing: Pointing): void {
  const perform = (verb: Verb | null): void => {
    if (verb !== null) void session.perform(verb);
  };
  const follow = (to: Point): void => {
    const { scrollRooms } = session.simulation.watch;
    if (pointing.from !== null) pointing.drag = dragOf(scrollRooms, pointing.from, to);
  };
  // The picture stays where the finger left it until the watch has scrolled.
  session.onRefusal(() => {
    if (pointing.from === null) pointing.drag = NO_DRAG;
  });
  canvas.addEventListener('pointerdown', (event) => {
    const point = pointUnder(canvas, session, event);
    canvas.setPointerCapture(event.pointerId);
    pointing.finger = point;
    pointing.from = point;
    pointing.gestures.down(point.x, point.y, event.timeStamp);
    setTimeout(() => perform(pointing.gestures.held(performance.now())), LONG_PRESS_MS + 5);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (pointing.finger === null) return;
    const point = pointUnder(canvas, session, event);
    pointing.finger = point;
    pointing.gestures.move(point.x, point.y);
    follow(point);
  });
  canvas.addEventListener('pointerup', (event) => {
    const point = pointUnder(canvas, session, event);
    pointing.finger = null;
    follow(point);
    pointing.from = null;
    const verb = pointing.gestures.up(point.x, point.y, event.timeStamp);
    const px = Math.abs(pointing.drag.x + pointing.drag.y);
    if (verb?.verb === 'swipe' && px > 0) perform({ ...verb, px });
    else {
      pointing.drag = NO_DRAG;
      perform(verb);
    }
  });
  canvas.addEventListener('pointercancel', () => {
    pointing.finger = null;
    pointing.from = null;
    pointing.drag = NO_DRAG;
    pointing.gestures.cancel();
  });
  let wheelAtMs = 0;
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      if (event.timeStamp - wheelAtMs < WHEEL_PAUSE_MS) return;
      wheelAtMs = event.timeStamp;
      const { x, y } = pointUnder(canvas, session, event);
      const { width, height } = session.device;
      const isBeside = x < 0 || y < 0 || x > width || y > height;
      const isDown = event.deltaY + event.deltaX > 0;
      perform(
        event.shiftKey || event.altKey || isBeside
          ? { verb: 'crown', degrees: isDown ? 30 : -30 }
          : { verb: 'swipe', direction: isDown ? 'up' : 'down' },
      );
    },
    { passive: false },
  );
}

function listenToKeys(stage: HTMLElement, session: Session): void {
  stage.addEventListener('keydown', (event) => {
    const verb = KEY_VERBS[event.key];
    if (verb === undefined || event.target !== stage || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    void session.perform(verb);
  });
}

/** @param stage the element around the canvas, which takes the focus */
export function createWatchPanel(
  stage: HTMLElement,
  canvas: HTMLCanvasElement,
  session: Session,
  fonts: FontLoader,
): Panel {
  const surface = canvas.getContext('2d');
  if (surface === null) throw new Error('this browser draws no 2D canvas');
  const side = (): number => Math.min(session.device.width, session.device.height);
  const pointing: Pointing = { finger: null, from: null, drag: NO_DRAG, gestures: createGestures(side()) };
  let pictures: PictureStore = createPictureStore(session.app.deviceFiles);
  let description = '';

  const fit = (): void => {
    const { widthPx, heightPx } = caseOf(session.device);
    canvas.width = widthPx;
    canvas.height = heightPx;
    canvas.style.setProperty('--case-width', `${widthPx}px`);
    pointing.gestures = createGestures(side());
    pictures = createPictureStore(session.app.deviceFiles);
  };
  // These attributes are set here and not in the HTML, because the element takes the focus only for the keys of this panel.
  stage.tabIndex = 0;
  stage.setAttribute('role', 'group');
  stage.setAttribute('aria-label', 'Watch glass');
  stage.setAttribute('aria-describedby', 'stage-keys');
  fit();
  session.onRestart(fit);
  listenToPointer(canvas, session, pointing);
  listenToKeys(stage, session);

  return {
    draw: () => {
      const watch = draggedView(session.simulation.watch, pointing.drag);
      const { device } = session;
      const now = describeWatch(session);
      if (now !== description) {
        description = now;
        canvas.setAttribute('aria-label', now);
        fonts.load([now]);
      }
      surface.clearRect(0, 0, canvas.width, canvas.height);
      const scroll = draggedScroll(scrollOf(watch), pointing.drag);
      drawWatch(surface, {
        device,
        view: watch,
        picture: pictures.picture,
        finger: pointing.finger,
        scroll,
      });
    },
  };
}
