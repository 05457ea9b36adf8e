/**
 * The layout of a page's widgets (API_LEVEL 4.0): which widget is laid out inside which, and what `updateLayout` writes into
 * their properties. A VIRTUAL_CONTAINER holds widgets for the layout only; they are children of the page.
 */
import { numberOf, recordOf } from '../values.ts';
import { textLayout } from '../zos/get-text-layout.ts';
import { lengthUnits } from '../zos/utils.ts';
import { layOut } from './flex-layout.ts';
import { type LengthUnits, lengthPx } from './layout-length.ts';
import { type Box, type LayoutNode, normalizedStyle, type Size } from './layout-style.ts';
import type { PageUi, Props, Widget } from './page-ui.ts';

/** Size of texts whose app gave none, px (assumed). */
const DEFAULT_TEXT_PX = 32;

/** Which widget is laid out inside which. */
export interface LayoutTree {
  /** Adds a new widget to the tree: below its `parent` property, or below the group in which it was created. */
  add(widget: Widget): void;
  remove(widget: Widget): void;
  /** The methods and accessors that a handle has for layouts. */
  members(widget: Widget): PropertyDescriptorMap;
  /** Lays out the tree of a widget, or of all widgets. */
  update(handle?: unknown): void;
}

function styleOf(widget: Widget): Props | undefined {
  const { layout } = widget.props;
  return typeof layout === 'object' && layout !== null ? (layout as Props) : undefined;
}

function contentSize(ui: PageUi, widget: Widget, limitPx: number | undefined): Size {
  const { w, h } = ui.boxOf(widget);
  if (widget.kind !== 'TEXT' && widget.kind !== 'BUTTON') return { w, h };
  const layout = textLayout(widget.props.text ?? '', {
    text_size: numberOf(widget.props.text_size, DEFAULT_TEXT_PX),
    text_width: limitPx ?? 0,
    wrapped: limitPx !== undefined && widget.kind === 'TEXT',
  });
  return { w: Number(layout.width), h: Number(layout.height) };
}

/** Writes the box that a layout gives into the properties of a widget. */
function apply(ui: PageUi, widget: Widget, box: Box): void {
  const { props, parent } = widget;
  const origin = parent === undefined ? { x: 0, y: 0 } : ui.boxOf(parent);
  const x = box.x - origin.x - numberOf(parent?.props.pos_x, 0);
  const y = box.y - origin.y - numberOf(parent?.props.pos_y, 0);
  if (widget.kind === 'CIRCLE') {
    props.radius = Math.min(box.w, box.h) / 2;
    props.center_x = x + box.w / 2;
    props.center_y = y + box.h / 2;
  } else Object.assign(props, { x, y, w: box.w, h: box.h });
}

/** Writes what a style says about the look. */
function applyLook(widget: Widget, units: LengthUnits): void {
  const style = normalizedStyle(styleOf(widget) ?? {});
  const textPx = lengthPx(style['font-size'], units);
  const radiusPx = lengthPx(
    String(style['corner-radius'] ?? '').split(' ')[0],
    units,
    numberOf(widget.props.h, 0),
  );
  if (textPx !== undefined) widget.props.text_size = textPx;
  if (radiusPx !== undefined && widget.kind !== 'CIRCLE') widget.props.radius = radiusPx;
}

/** @param changed called with each widget whose box has changed */
export function createLayoutTree(ui: PageUi, changed: (widget: Widget) => void): LayoutTree {
  const parents = new Map<Widget, Widget>();
  const children = new Map<Widget, Widget[]>();
  const known = new Set<Widget>();
  const childrenOf = (widget: Widget): Widget[] => children.get(widget) ?? [];

  function detach(widget: Widget): void {
    const parent = parents.get(widget);
    if (parent === undefined) return;
    children.set(
      parent,
      childrenOf(parent).filter((one) => one !== widget),
    );
    parents.delete(widget);
  }

  function attach(widget: Widget, parent: Widget | undefined, index?: number): void {
    if (parent === undefined) return;
    for (let up: Widget | undefined = parent; up !== undefined; up = parents.get(up)) {
      if (up === widget) throw new Error('a widget cannot be laid out inside itself');
    }
    detach(widget);
    const list = childrenOf(parent).slice();
    list.splice(index ?? list.length, 0, widget);
    children.set(parent, list);
    parents.set(widget, parent);
    known.add(widget).add(parent);
  }

  function nodeOf(widget: Widget, widgets: Map<LayoutNode, Widget>): LayoutNode {
    const node: LayoutNode = {
      style: normalizedStyle(styleOf(widget) ?? {}),
      children: childrenOf(widget)
        .filter((child) => !child.deleted)
        .map((child) => nodeOf(child, widgets)),
      contentSize: (limitPx) => contentSize(ui, widget, limitPx),
    };
    widgets.set(node, widget);
    return node;
  }

  function layOutTree(root: Widget): void {
    const units = lengthUnits(ui.realm.world);
    const below = (widget: Widget): Widget[] => [widget].concat(...childrenOf(widget).map(below));
    for (const widget of below(root)) applyLook(widget, units);
    const widgets = new Map<LayoutNode, Widget>();
    const boxes = layOut(nodeOf(root, widgets), units);
    for (const [node, box] of Array.from(boxes)) {
      const widget = widgets.get(node);
      if (widget === undefined) continue;
      apply(ui, widget, box);
      applyLook(widget, units);
      changed(widget);
    }
  }

  function rootOf(widget: Widget): Widget {
    const parent = parents.get(widget);
    return parent === undefined ? widget : rootOf(parent);
  }

  function members(widget: Widget): PropertyDescriptorMap {
    const method = (value: unknown): PropertyDescriptor => ({ value, writable: true, enumerable: true });
    return {
      layoutParent: { get: () => parents.get(widget)?.handle },
      layoutChildren: {
        get: () => childrenOf(widget).map((child) => child.handle),
        set(handles: unknown) {
          for (const child of childrenOf(widget)) detach(child);
          for (const handle of Array.isArray(handles) ? handles : []) {
            const child = ui.widgetOf(handle);
            if (child !== undefined) attach(child, widget);
          }
        },
      },
      isAutoLayout: { get: () => styleOf(widget) !== undefined },
      setLayoutParent: method((parent: unknown) => attach(widget, ui.widgetOf(parent))),
      addLayoutChild: method((handle: unknown, index?: number) => {
        const child = ui.widgetOf(handle);
        if (child !== undefined) attach(child, widget, index);
      }),
      removeLayoutChild: method((handle: unknown) => {
        const child = ui.widgetOf(handle);
        if (child !== undefined && parents.get(child) === widget) detach(child);
      }),
      updateLayoutStyle: method((style: unknown) => {
        const before = normalizedStyle(styleOf(widget) ?? {});
        widget.props.layout = { ...before, ...normalizedStyle(recordOf(style)) };
        known.add(widget);
      }),
    };
  }

  return {
    add(widget) {
      const parent = ui.widgetOf(widget.props.parent);
      if (parent !== undefined) delete widget.props.parent;
      const holder = widget.parent;
      const isLaidOut = styleOf(widget) !== undefined;
      if (isLaidOut) known.add(widget);
      if (parent !== undefined) attach(widget, parent);
      else if (isLaidOut && holder !== undefined && styleOf(holder) !== undefined) attach(widget, holder);
    },
    remove(widget) {
      detach(widget);
      for (const child of childrenOf(widget)) detach(child);
      children.delete(widget);
      known.delete(widget);
    },
    members,
    update(handle) {
      const one = ui.widgetOf(handle);
      const all = one === undefined ? Array.from(known) : [one];
      for (const root of Array.from(new Set(all.map(rootOf)))) if (!root.deleted) layOutTree(root);
    },
  };
}
