/** The widgets of one page: their tree, their creation, change and deletion, and the handles that apps have of them. */
import type { Realm } from '../runtime/realm.ts';
import type { WidgetNode } from '../types.ts';
import { numberOf } from '../values.ts';
import {
  EVENT_NAMES,
  PROP_NAMES,
  REFUSED_WIDGETS,
  WIDGET_NAMES,
  WIDGET_NUMBERS,
} from '../zos/ui-constants.ts';
import { imageSize } from './image-size.ts';
import { pageOf } from './layers.ts';
import { createLayoutTree } from './layout-tree.ts';
import { groupBehaviour } from './widget-groups.ts';
import { listBehaviour } from './widget-lists.ts';
import { checkBox, checkCreation, checkMore } from './widget-rules.ts';

export type Props = Record<string, unknown>;
type Listener = (info: unknown) => unknown;

/** A widget in the tree of a page. */
export interface Widget extends WidgetNode {
  readonly props: Props;
  visible: boolean;
  readonly children: Widget[];
  readonly parent: Widget | undefined;
  readonly listeners: Map<string, Listener[]>;
  /** The object that the app has. */
  readonly handle: Props;
  deleted: boolean;
  enabled: boolean;
}

/** How a page scrolls, and how far it is scrolled. */
export interface ScrollState {
  mode: 'free' | 'swiper' | 'swiper-horizontal';
  locked: boolean;
  /** How far the page is scrolled down, px. */
  topPx: number;
  /** Length of a page of the swiper, px. */
  pagePx: number;
  /** Number of pages of the swiper, and the page that shows. */
  count: number;
  index: number;
  frame: ((params: unknown) => unknown) | undefined;
  complete: ((params: unknown) => unknown) | undefined;
  onPage: ((index: number) => unknown) | undefined;
}

/** How far a page of a swiper lies to the right of the one before, and how far below it, px. */
export function swiperStep({ mode, pagePx }: ScrollState): { readonly x: number; readonly y: number } {
  return { x: mode === 'swiper-horizontal' ? pagePx : 0, y: mode === 'swiper' ? pagePx : 0 };
}

export interface PageUi {
  readonly realm: Realm;
  readonly roots: readonly Widget[];
  readonly scroll: ScrollState;
  /** Whether the status bar of a square screen shows, and its title. */
  statusBar: boolean;
  title: string;
  /** Creates a widget and returns its handle. */
  create(kind: unknown, props: unknown, parent?: Widget): Props | null;
  remove(handle: unknown): void;
  widgetOf(handle: unknown): Widget | undefined;
  /** Lays out the widgets with a `layout`: the tree of the one that is given, or all. */
  updateLayout(handle?: unknown): void;
  /** Checks the boxes that have changed since the last call. Call it when a turn is over. */
  checkBoxes(): void;
  /** Box of a widget on the page, px: with the offsets of its parents, and with the size of its picture if it has none of its own. */
  boxOf(widget: Widget): { x: number; y: number; w: number; h: number };
}

/** A copy of an object, or a new one for anything else. */
function copied(value: unknown): Props {
  return typeof value === 'object' && value !== null ? { ...(value as Props) } : {};
}

/** Key of a property by its constant: `prop.TEXT_SIZE` sets `text_size`. */
function keyOf(name: string): string {
  return name.toLowerCase();
}

const NO_SCROLL = { frame: undefined, complete: undefined, onPage: undefined };

/** Properties that a handle has as accessors from API 4.0 on (ui/gettersetter.mdx). */
const ACCESSORS =
  'x y w h text color text_size src alpha angle start_angle end_angle line_width radius'.split(' ');

/**
 * Creates the user interface of a page, without widgets.
 * @param level API_LEVEL as `levelOf` gives it
 */
export function createPageUi(realm: Realm, level: number): PageUi {
  const { world } = realm;
  const roots: Widget[] = [];
  const byHandle = new Map<unknown, Widget>();
  const dirty = new Set<Widget>();
  let lastId = 0;

  const listWith = (parent: Widget | undefined): Widget[] => parent?.children ?? roots;

  function sizeFromPicture(widget: Widget): { w: number; h: number } {
    const path = String(widget.props.normal_src ?? widget.props.src ?? '');
    const bytes = world.app.deviceFiles.get(`assets/${path.replace(/^assets:\/\//, '')}`);
    const size = path === '' || bytes === undefined ? undefined : imageSize(bytes);
    return { w: size?.widthPx ?? 0, h: size?.heightPx ?? 0 };
  }

  const ui: PageUi = {
    realm,
    roots,
    scroll: { mode: 'free', locked: false, topPx: 0, pagePx: 0, count: 0, index: 0, ...NO_SCROLL },
    statusBar: world.device.shape === 'square',
    title: world.app.manifest.app.appName,
    create(kind, props, parent) {
      const name = WIDGET_NAMES.get(kind);
      if (name === undefined) throw new TypeError(`createWidget: unknown widget type ${String(kind)}`);
      if (REFUSED_WIDGETS.indexOf(name) >= 0) {
        world.log.breach('not-simulated', `widget.${name}`);
        throw new Error(`@zos/ui widget.${name} is not simulated`);
      }
      // What is created in a VIRTUAL_CONTAINER belongs to it for the layout only.
      const isVirtual = parent?.kind === 'VIRTUAL_CONTAINER';
      const given = isVirtual ? { ...copied(props), parent: parent.handle } : copied(props);
      const widget = make(name, given, isVirtual ? undefined : parent);
      checkCreation(ui, widget);
      return widget.handle;
    },
    remove(handle) {
      const widget = byHandle.get(handle);
      if (widget === undefined) return;
      if (realm.callbacks.indexOf(widget) >= 0) {
        world.log.breach(
          'delete-button-in-own-callback',
          `${realm.name}: ${String(widget.props.text ?? widget.kind)}`,
        );
      }
      drop(widget);
      const siblings = listWith(widget.parent);
      const index = siblings.indexOf(widget);
      if (index >= 0) siblings.splice(index, 1);
    },
    widgetOf: (handle) => byHandle.get(handle),
    updateLayout: (handle) => layoutTree.update(handle),
    checkBoxes() {
      dirty.forEach((widget) => {
        checkBox(ui, widget);
      });
      dirty.clear();
    },
    boxOf(widget) {
      const { props } = widget;
      let w = numberOf(props.w, 0);
      let h = numberOf(props.h, 0);
      if (w <= 0 || h <= 0) {
        const natural =
          widget.kind === 'VIEW_CONTAINER'
            ? { w: world.device.width, h: world.device.height }
            : sizeFromPicture(widget);
        w = w > 0 ? w : natural.w;
        h = h > 0 ? h : natural.h;
      }
      const step = swiperStep(ui.scroll);
      let x = numberOf(props.x, 0) + pageOf(widget) * step.x;
      let y = numberOf(props.y, 0) + pageOf(widget) * step.y;
      for (let up = widget.parent; up !== undefined; up = up.parent) {
        x += numberOf(up.props.x, 0) + numberOf(up.props.pos_x, 0) + pageOf(up) * step.x;
        y += numberOf(up.props.y, 0) + numberOf(up.props.pos_y, 0) + pageOf(up) * step.y;
      }
      return { x, y, w, h };
    },
  };

  /** Marks a widget and its children as deleted. */
  function drop(widget: Widget): void {
    widget.deleted = true;
    dirty.delete(widget);
    layoutTree.remove(widget);
    for (const child of widget.children) drop(child);
  }

  function make(kind: string, props: Props, parent: Widget | undefined): Widget {
    lastId += 1;
    const widget: Widget = {
      id: lastId,
      kind,
      props,
      visible: props.visible !== false,
      children: [],
      parent,
      listeners: new Map(),
      handle: {},
      deleted: false,
      enabled: true,
    };
    listWith(parent).push(widget);
    byHandle.set(widget.handle, widget);
    Object.assign(widget.handle, methodsOf(ui, widget, dirty));
    if (level >= 400) {
      addAccessors(widget, dirty);
      layoutTree.add(widget);
      Object.defineProperties(widget.handle, layoutTree.members(widget));
    }
    dirty.add(widget);
    return widget;
  }
  const layoutTree = createLayoutTree(ui, (widget) => dirty.add(widget));
  return ui;
}

/** False after deleteWidget: the use of the handle is then a breach and does nothing. */
function isUsable(ui: PageUi, widget: Widget, what: string): boolean {
  if (!widget.deleted) return true;
  ui.realm.world.log.breach('widget-after-delete', `${ui.realm.name}: ${widget.kind} ${what}`);
  return false;
}

function setOne(ui: PageUi, widget: Widget, name: string, value: unknown): void {
  if (name === 'MORE') {
    checkMore(ui, widget, value);
    const more = copied(value);
    delete more.visible;
    Object.assign(widget.props, more);
  } else if (name === 'VISIBLE') widget.visible = value === true || value === 1;
  else widget.props[keyOf(name)] = value;
}

function methodsOf(ui: PageUi, widget: Widget, dirty: Set<Widget>): Props {
  const methods: Props = {
    setProperty(id: unknown, value: unknown) {
      if (!isUsable(ui, widget, 'setProperty')) return;
      const name = PROP_NAMES.get(id);
      if (name === undefined) {
        ui.realm.world.log.breach('unknown-member', `prop number ${String(id)} on ${widget.kind}`);
        return;
      }
      const special = specialSetter(name);
      if (special !== undefined) special(value);
      else setOne(ui, widget, name, value);
      dirty.add(widget);
    },
    getProperty(id: unknown, value?: unknown) {
      const name = PROP_NAMES.get(id) ?? '';
      if (name === 'VISIBLE') return widget.visible;
      if (name === 'MORE') return Object.assign(copied(value), widget.props);
      return widget.props[keyOf(name)];
    },
    addEventListener(id: unknown, listener: Listener) {
      if (!isUsable(ui, widget, 'addEventListener')) return;
      const name = EVENT_NAMES.get(id) ?? String(id);
      const list = widget.listeners.get(name) ?? [];
      widget.listeners.set(name, list.concat(listener));
    },
    removeEventListener(id: unknown, listener: Listener) {
      const name = EVENT_NAMES.get(id) ?? String(id);
      const list = widget.listeners.get(name) ?? [];
      widget.listeners.set(
        name,
        list.filter((one) => one !== listener),
      );
    },
    getId: () => widget.id,
    getType: () => WIDGET_NUMBERS[widget.kind],
    setAlpha(alpha: unknown) {
      widget.props.alpha = alpha;
    },
    setEnable(enabled: unknown) {
      widget.enabled = enabled !== false;
    },
  };
  const lists = listBehaviour(widget);
  const groups = groupBehaviour(ui, widget);
  const specialSetter = (name: string) => lists.props[name] ?? groups.props[name];
  return { ...methods, ...lists.methods, ...groups.methods };
}

function addAccessors(widget: Widget, dirty: Set<Widget>): void {
  for (const key of ACCESSORS) {
    Object.defineProperty(widget.handle, key, {
      configurable: true,
      get: () => widget.props[key],
      set(value: unknown) {
        widget.props[key] = value;
        dirty.add(widget);
      },
    });
  }
}
