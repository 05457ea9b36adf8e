/** Draws QRCODE as a code that a phone can scan. */
import qrcode from 'qrcode-generator';
import { numberOf, type Props, textOf } from '../engine/values.ts';
import { fontOf } from './fonts.ts';
import { roundRectPath } from './shapes.ts';
import { type DrawContext, rectOf } from './surface.ts';

// The library's own conversion keeps one byte of each character.
qrcode.stringToBytes = (text) => Array.from(new TextEncoder().encode(text));

/** Dark modules of the code for a text, row by row; undefined for a text that is too long for any code. */
export function modulesOf(text: string): readonly (readonly boolean[])[] | undefined {
  // The version 0 chooses the smallest size. The platform documents no error correction level; M is the usual one.
  const code = qrcode(0, 'M');
  code.addData(text);
  try {
    code.make();
  } catch {
    return undefined;
  }
  const places = Array.from({ length: code.getModuleCount() }, (_, place) => place);
  return places.map((row) => places.map((column) => code.isDark(row, column)));
}

/** Draws QRCODE: a white background box, and the code stretched to the box of the widget. */
export function drawQrCode(context: DrawContext, props: Props): void {
  const { surface } = context;
  const rect = rectOf(props);
  const background = {
    x: numberOf(props.bg_x, rect.x),
    y: numberOf(props.bg_y, rect.y),
    w: numberOf(props.bg_w, rect.w),
    h: numberOf(props.bg_h, rect.h),
  };
  surface.save();
  surface.fillStyle = '#ffffff';
  roundRectPath(context, background, numberOf(props.bg_radius, 0));
  surface.fill();
  const modules = modulesOf(textOf(props.content));
  if (modules === undefined) {
    surface.fillStyle = '#a02020';
    surface.font = fontOf(14);
    surface.textAlign = 'center';
    surface.textBaseline = 'middle';
    surface.fillText('too long for a QR code', rect.x + rect.w / 2, rect.y + rect.h / 2);
  } else {
    const modulePx = Math.min(rect.w, rect.h) / modules.length;
    surface.fillStyle = '#000000';
    modules.forEach((row, y) => {
      row.forEach((isDark, x) => {
        if (isDark) surface.fillRect(rect.x + x * modulePx, rect.y + y * modulePx, modulePx, modulePx);
      });
    });
  }
  surface.restore();
}
