/**
 * Constants of `@zos/ui`. The documents give only their names, which apps must use. The numbers are the simulator's own,
 * except UPDATE_DATA (53) and UPDATE_ITEM (66), which were read on a watch. The names cannot be listed, as on a watch (field
 * report, Active 2).
 */

const WIDGETS = [
  'TEXT IMG ARC FILL_RECT STROKE_RECT CIRCLE BUTTON GROUP TEXT_IMG IMG_ANIM SCROLL_LIST SLIDE_SWITCH',
  'CYCLE_LIST CYCLE_IMAGE_TEXT_LIST CHECKBOX_GROUP STATE_BUTTON RADIO_GROUP HISTOGRAM QRCODE CANVAS',
  'PAGE_INDICATOR PAGE_SCROLLBAR VIEW_CONTAINER DIALOG GRADKIENT_POLYLINE WIDGET_PICKER PICK_DATE',
  'TIME_PICKER WIDGET_TIME_PICKER IMG_POINTER IMG_LEVEL IMG_PROGRESS ARC_PROGRESS VIRTUAL_CONTAINER',
]
  .join(' ')
  .split(' ');

/** Widgets that are not simulated: creating one is refused by name. */
export const REFUSED_WIDGETS = [
  'KEYBOARD SPORT_DATA GROUP_VIEW BUTTON_GROUP VARIANT_BUTTON LINE_PROGRESS',
  'IMG_ARC_PROGRESS WIDGET_DELEGATE POLYLINE WATCHFACE_EDIT_GROUP TIME_NUM DATE_POINTER SYSTEM_KEYBOARD',
]
  .join(' ')
  .split(' ');

const PROPS = [
  'MORE X Y W H POS_X POS_Y ANGLE CENTER_X CENTER_Y SRC TEXT TEXT_SIZE TEXT_STYLE COLOR START_ANGLE END_ANGLE',
  'LINE_WIDTH WORD_WRAP ID DATASET VISIBLE ALPHA LEVEL TYPE RADIUS CORNER_RADIUS ANIM ANIM_STATUS',
  'ANIM_IS_RUNINNG ANIM_IS_STOP ANIM_IS_PAUSE UPDATE_DATA UPDATE_ITEM DELETE_ITEM ADD_ITEM MOVE_ITEM LIST_TOP',
  'ITEM_REFRESH ITEM_MORE INIT CHECKED UNCHECKED SELECT TITLE SUBTITLE SHOW CUR_COLUMN TARGET YEAR MONTH DAY',
  'HOUR MINUTE KEY_PARA ADD_KEY DEL_KEY LAYOUT ENABLE',
]
  .join(' ')
  .split(' ');

const FIXED_PROPS: Readonly<Record<string, number>> = { UPDATE_DATA: 53, UPDATE_ITEM: 66 };

const EVENTS = ['CLICK_DOWN', 'CLICK_UP', 'MOVE', 'MOVE_IN', 'MOVE_OUT', 'SELECT'];

export const ALIGN = { LEFT: 0, RIGHT: 1, CENTER_H: 2, TOP: 3, BOTTOM: 4, CENTER_V: 5, CENTER: 2 };
export const TEXT_STYLE = { WRAP: 0, CHAR_WRAP: 1, ELLIPSIS: 2, NONE: 3 };
/** Constants of SCROLL_LIST (types of 4.0). */
export const SCROLL_LIST = {
  view_type: { TEXT: 0, IMAGE: 1, FILL: 2 },
  snap_type: { SNAPCENTER_ALL: 0, SNAPCENTER_EXCEPTTITLE: 1, SNAP_TOP: 2, SNAP_BOTTOM: 3 },
};
export const ARC_TYPE = { FILL: 0, LINE: 1 };
const ANIM_STATUS = ['START', 'STOP', 'PAUSE', 'RESUME', 'UNKNOW'];

/** An object whose properties can be read and not listed. */
export function hidden(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const name of Object.keys(values)) {
    Object.defineProperty(object, name, { value: values[name], enumerable: false });
  }
  return object;
}

function numbered(names: readonly string[], from: number, fixed: Readonly<Record<string, number>> = {}) {
  const values: Record<string, number> = {};
  names.forEach((name, index) => {
    values[name] = fixed[name] ?? from + index;
  });
  return values;
}

export const WIDGET_NUMBERS = numbered(WIDGETS.concat(REFUSED_WIDGETS), 1);
export const PROP_NUMBERS = numbered(PROPS, 101, FIXED_PROPS);
export const EVENT_NUMBERS = numbered(EVENTS, 1);
export const ANIM_STATUS_NUMBERS = numbered(ANIM_STATUS, 0);

function namesByNumber(numbers: Readonly<Record<string, number>>): ReadonlyMap<unknown, string> {
  const names = new Map<unknown, string>();
  for (const name of Object.keys(numbers)) names.set(numbers[name], name);
  return names;
}

export const WIDGET_NAMES = namesByNumber(WIDGET_NUMBERS);
export const PROP_NAMES = namesByNumber(PROP_NUMBERS);
export const EVENT_NAMES = namesByNumber(EVENT_NUMBERS);
