/**
 * Behaviour of the widgets that hold others or can be switched (GROUP, VIEW_CONTAINER, RADIO_GROUP, CHECKBOX_GROUP,
 * SLIDE_SWITCH), and of CANVAS, which records what is drawn on it.
 */
import type { PageUi, Props, Widget } from './page-ui.ts';
import type { WidgetBehaviour } from './widget-lists.ts';

const CANVAS_CALLS = [
  'drawPixel drawLine drawImage drawText drawRect strokeRect drawCircle strokeCircle drawEllipse strokeEllipse',
  'drawArc strokeArc drawPoly strokePoly drawFill setPaint clear addPath',
]
  .join(' ')
  .split(' ');

function callback(ui: PageUi, widget: Widget, key: string, args: readonly unknown[]): void {
  const run = widget.props[key];
  if (typeof run !== 'function') return;
  ui.realm.run(key, () => (run as (...values: unknown[]) => unknown)(...args));
}

/** Checks or unchecks the member of a group at `index` and tells the app. */
export function choose(ui: PageUi, group: Widget, index: number, on: boolean): void {
  const member = group.children[index];
  if (member === undefined) return;
  const before = (group.props.checked as number[] | undefined) ?? [];
  const others = group.kind === 'RADIO_GROUP' ? [] : before.filter((id) => id !== member.id);
  if (group.kind === 'RADIO_GROUP') {
    group.children.forEach((other, at) => {
      if (other !== member && before.indexOf(other.id) >= 0)
        callback(ui, group, 'check_func', [group.handle, at, false]);
    });
  }
  group.props.checked = on ? others.concat(member.id) : others;
  callback(ui, group, 'check_func', [group.handle, index, on]);
}

/** Switches a SLIDE_SWITCH over and tells the app. */
export function slide(ui: PageUi, widget: Widget): void {
  widget.props.checked = widget.props.checked !== true;
  callback(ui, widget, 'checked_change_func', [widget.handle, widget.props.checked]);
}

function memberIndex(ui: PageUi, group: Widget, handle: unknown): number {
  const member = ui.widgetOf(handle);
  return member === undefined ? -1 : group.children.indexOf(member);
}

function canvasBehaviour(widget: Widget): WidgetBehaviour {
  const calls: { name: string; param: unknown }[] = [];
  widget.props.calls = calls;
  const methods: Props = {};
  for (const name of CANVAS_CALLS) {
    methods[name] = (param: unknown) => {
      const area = (param ?? {}) as Props;
      const whole = name === 'clear' && area.w === undefined;
      if (whole) calls.splice(0, calls.length);
      calls.push({ name, param: Object.assign({}, area) });
    };
  }
  return { methods, props: {} };
}

/** The behaviour of a widget of one of these kinds; empty for other kinds. */
export function groupBehaviour(ui: PageUi, widget: Widget): WidgetBehaviour {
  if (widget.kind === 'CANVAS') return canvasBehaviour(widget);
  if (widget.kind === 'RADIO_GROUP' || widget.kind === 'CHECKBOX_GROUP') {
    return {
      methods: { createWidget: (kind: unknown, props: unknown) => ui.create(kind, props, widget) },
      props: {
        INIT(handle) {
          const index = memberIndex(ui, widget, handle);
          const member = widget.children[index];
          const before = (widget.props.checked as number[] | undefined) ?? [];
          if (member !== undefined) widget.props.checked = before.concat(member.id);
        },
        CHECKED: (handle) => choose(ui, widget, memberIndex(ui, widget, handle), true),
        UNCHECKED: (handle) => choose(ui, widget, memberIndex(ui, widget, handle), false),
      },
    };
  }
  if (widget.kind === 'SLIDE_SWITCH') {
    widget.props.checked = widget.props.checked === true;
    return {
      methods: {},
      props: {
        CHECKED(value) {
          widget.props.checked = value === true || value === 1;
        },
      },
    };
  }
  if (['GROUP', 'VIEW_CONTAINER', 'VIRTUAL_CONTAINER'].indexOf(widget.kind) >= 0) {
    return {
      methods: { createWidget: (kind: unknown, props: unknown) => ui.create(kind, props, widget) },
      props: {},
    };
  }
  return { methods: {}, props: {} };
}
