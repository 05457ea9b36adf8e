/** `@zos/ui`: the widgets of the page, their constants, text layout, and the status bar of square screens. */
import { recordOf } from '../values.ts';
import type { Dialog } from '../watch/dialogs.ts';
import { imageSize } from '../widgets/image-size.ts';
import type { PageUi } from '../widgets/page-ui.ts';
import { moduleOf, type ZosContext } from './context.ts';
import { createDialogHandle } from './dialog-handle.ts';
import { textLayout } from './get-text-layout.ts';
import { cardMembers, scrollMembers } from './ui-cards.ts';
import {
  ALIGN,
  ANIM_STATUS_NUMBERS,
  ARC_TYPE,
  EVENT_NUMBERS,
  hidden,
  PROP_NUMBERS,
  SCROLL_LIST,
  TEXT_STYLE,
  WIDGET_NUMBERS,
} from './ui-constants.ts';
import { keyboardMembers } from './ui-keyboard.ts';
import { layoutMembers } from './ui-layout.ts';

const REFUSED = {
  '2.0': 'showActionSheet',
  '4.0': 'data_type sport_data sport_type edit_widget_group_type VARIANT_BUTTON',
};

function createDialog(context: ZosContext, given: unknown): unknown {
  const option = recordOf(given);
  const dialog: Dialog = {
    title: String(option.title ?? ''),
    body: '',
    buttons: ['OK', 'Cancel'],
    sticky: option.auto_hide === false,
    onAnswer: (index) =>
      void context.call('click_listener', option.click_listener, { type: index === 0 ? 1 : 0 }),
  };
  return createDialogHandle(context, dialog, option.show === true);
}

export function uiModule(context: ZosContext): unknown {
  const { world } = context;
  const ui = (api: string): PageUi => {
    context.forbidInService('service-ui', `ui.${api}`);
    // What the app does before its first page applies to that page.
    const shown = world.watch.instance?.foreground?.ui;
    const present = context.realm.kind === 'app' ? (shown ?? context.ui) : (context.ui ?? shown);
    if (present === undefined) throw new Error(`ui.${api}: there is no page`);
    return present;
  };
  return moduleOf(
    context,
    '@zos/ui',
    {
      widget: ['2.0', hidden(WIDGET_NUMBERS)],
      prop: ['2.0', hidden(PROP_NUMBERS)],
      align: ['2.0', hidden(ALIGN)],
      text_style: ['2.0', hidden(TEXT_STYLE)],
      event: ['2.0', hidden(EVENT_NUMBERS)],
      anim_status: ['2.0', hidden(ANIM_STATUS_NUMBERS)],
      createWidget: ['2.0', (kind: unknown, props?: unknown) => ui('createWidget').create(kind, props)],
      deleteWidget: ['2.0', (handle: unknown) => ui('deleteWidget').remove(handle)],
      getTextLayout: ['2.0', (text: unknown, option: unknown) => textLayout(text, recordOf(option))],
      getImageInfo: [
        '2.0',
        (path: unknown) => {
          const bytes = world.app.deviceFiles.get(`assets/${String(path)}`);
          const size = bytes === undefined ? undefined : imageSize(bytes);
          return { width: size?.widthPx ?? 0, height: size?.heightPx ?? 0 };
        },
      ],
      setStatusBarVisible: [
        '2.0',
        (visible: unknown) => {
          ui('setStatusBarVisible').statusBar = world.device.shape === 'square' && visible !== false;
        },
      ],
      updateStatusBarTitle: [
        '2.0',
        (title: unknown) => {
          ui('updateStatusBarTitle').title = String(title);
        },
      ],
      showToast: [
        '2.0',
        (option: unknown) => {
          ui('showToast');
          world.dialogs.showToast(String(recordOf(option).text ?? ''));
        },
      ],
      createDialog: ['2.0', (option: unknown) => createDialog(context, option)],
      redraw: ['2.0', () => undefined],
      SCROLL_LIST: ['4.0', SCROLL_LIST],
      arc_type: ['2.0', hidden(ARC_TYPE)],
      ...scrollMembers(ui),
      ...cardMembers(context),
      ...layoutMembers(context, ui),
      ...keyboardMembers(context),
      setLayerScrolling: [
        '2.0',
        (on: unknown) => {
          ui('setLayerScrolling').scroll.locked = on === false;
        },
      ],
    },
    REFUSED,
  );
}
