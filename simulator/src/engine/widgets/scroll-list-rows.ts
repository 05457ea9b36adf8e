/** The rows of a SCROLL_LIST: which item type each has, how tall it is, and which of its texts it shows. */
import { listOf, numberOf, type Props, recordOf, textOf } from '../values.ts';

/** Height of a row whose app gave none, px (assumed). */
const DEFAULT_ROW_PX = 80;

/** The item type of a row: the one whose range in `data_type_config` holds the row, else the first. */
function rowConfig(list: Props, index: number): Props {
  const configs = listOf(list.item_config).map(recordOf);
  const range = listOf(list.data_type_config)
    .map(recordOf)
    .find((one) => index >= numberOf(one.start, 0) && index <= numberOf(one.end, -1));
  return configs.find((config) => config.type_id === range?.type_id) ?? configs[0] ?? {};
}

/** A row of a list, and where it lies. */
export interface Row {
  readonly index: number;
  readonly config: Props;
  readonly data: Props;
  /** Distance of the upper edge from that of the first row, px. */
  readonly topPx: number;
  readonly heightPx: number;
}

/** All rows of a list, from the top. */
export function rowsOf(list: Props): Row[] {
  const spacePx = numberOf(list.item_space, 0);
  let topPx = 0;
  return listOf(list.data_array).map((data, index) => {
    const config = rowConfig(list, index);
    const heightPx = numberOf(config.item_height, numberOf(list.item_height, DEFAULT_ROW_PX));
    const row = { index, config, data: recordOf(data), topPx, heightPx };
    topPx += heightPx + spacePx;
    return row;
  });
}

/** Texts that a row shows, in the order of the text views of its item type. */
export function rowTexts({ config, data }: Row): string[] {
  return listOf(config.text_view).map((view) => textOf(data[textOf(recordOf(view).key)]));
}
