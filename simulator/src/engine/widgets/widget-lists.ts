/**
 * Behaviour of the widgets that show a list of data (SCROLL_LIST, CYCLE lists, HISTOGRAM, WIDGET_PICKER): replacing all data,
 * changing a row, and deleting a row.
 */
import { listOf, recordOf } from '../values.ts';
import type { Props, Widget } from './page-ui.ts';

type Setter = (value: unknown) => void;

/** What a kind of widget has in addition to the methods and properties that all widgets have. */
export interface WidgetBehaviour {
  readonly methods: Props;
  /** Special setters by the name of the property. */
  readonly props: Readonly<Record<string, Setter>>;
}

const LISTS = ['SCROLL_LIST', 'CYCLE_LIST', 'CYCLE_IMAGE_TEXT_LIST', 'HISTOGRAM', 'WIDGET_PICKER'];

function setRows(widget: Widget, rows: unknown[]): void {
  widget.props.data_array = rows;
  widget.props.data_count = rows.length;
}

/** The behaviour of a widget of one of these kinds; empty for other kinds. */
export function listBehaviour(widget: Widget): WidgetBehaviour {
  if (LISTS.indexOf(widget.kind) < 0) return { methods: {}, props: {} };
  const { props } = widget;
  if (Array.isArray(props.data_array)) props.data_array = props.data_array.slice();
  return {
    methods: {},
    props: {
      UPDATE_DATA(value) {
        const update = recordOf(value);
        Object.assign(props, update);
        if (Array.isArray(update.data_array)) props.data_array = update.data_array.slice();
        // Without `on_page: 1` the list jumps to its top (widget/SCROLL_LIST.mdx).
        if (update.on_page !== 1) props.scroll_y = 0;
      },
      UPDATE_ITEM(value) {
        const { index, item_data: data } = recordOf(value);
        const rows = listOf(widget.props.data_array).slice();
        if (typeof index === 'number' && index < rows.length) rows[index] = data;
        setRows(widget, rows);
      },
      DELETE_ITEM(value) {
        const { index } = recordOf(value);
        setRows(
          widget,
          listOf(widget.props.data_array).filter((_, at) => at !== index),
        );
      },
      LIST_TOP() {
        props.scroll_y = 0;
      },
    },
  };
}
