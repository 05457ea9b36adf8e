/** The page behind `picture-renderer.ts`: draws a watch, a vibration strip or a sheet of pictures, and returns a PNG. */
import { fontOf } from '../draw/fonts.ts';
import type { PaletteOrder } from '../draw/texture.ts';
import { drawStrip, type StripColors } from '../draw/vibration-strip.ts';
import { caseOf, drawWatch } from '../draw/watch.ts';
import type { DeviceModel, Pulse, WatchView } from '../engine/types.ts';
import { widgetTexts } from '../engine/visible-texts.ts';
import { createFontLoader } from './font-loader.ts';
import { createPictureStore } from './picture-store.ts';
import { scrollOf } from './scroll.ts';

/** One watch, as plain data. */
export interface WatchRequest {
  readonly device: DeviceModel;
  readonly view: WatchView;
  /** Picture files by path, base64. */
  readonly files: Readonly<Record<string, string>>;
  /** How the package writes palette indices. */
  readonly paletteOrder: PaletteOrder;
}

/** One vibration strip, as plain data. */
export interface StripRequest {
  readonly pulses: readonly Pulse[];
  readonly nowMs: number;
  readonly spanMs: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Pictures side by side above their labels, as plain data. */
export interface SheetRequest {
  /** PNG files, base64. */
  readonly pictures: readonly { readonly label: string; readonly png: string }[];
  readonly columns: number;
  /** Width and height of a cell, px. Pictures are fitted into it. */
  readonly cellPx: number;
}

/** What the page draws for a program. Results are PNG files as `data:` addresses. */
export interface RendererPageApi {
  watch(request: WatchRequest): Promise<string>;
  strip(request: StripRequest): Promise<string>;
  sheet(request: SheetRequest): Promise<string>;
}

declare global {
  interface Window {
    __renderer?: RendererPageApi;
  }
}

const STRIP_COLORS: StripColors = {
  background: '#ffffff',
  axis: '#c9cfd8',
  text: '#5b6472',
  pulse: '#1668b0',
  running: '#c2410c',
};

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** A new canvas and its drawing context. */
function createCanvas(widthPx: number, heightPx: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const surface = canvas.getContext('2d');
  if (surface === null) throw new Error('this browser draws no 2D canvas');
  return [canvas, surface];
}

/** Space around a cell and for its label, px. */
const CELL_GAP_PX = 16;
const LABEL_PX = 28;

async function drawSheet({ pictures, columns, cellPx }: SheetRequest): Promise<HTMLCanvasElement> {
  const stepX = cellPx + CELL_GAP_PX;
  const stepY = cellPx + LABEL_PX + CELL_GAP_PX;
  const rows = Math.ceil(pictures.length / columns);
  const [canvas, surface] = createCanvas(columns * stepX + CELL_GAP_PX, rows * stepY + CELL_GAP_PX);
  surface.fillStyle = STRIP_COLORS.background;
  surface.fillRect(0, 0, canvas.width, canvas.height);
  surface.textAlign = 'center';
  surface.textBaseline = 'bottom';
  surface.font = fontOf(16);
  for (const [index, { label, png }] of pictures.entries()) {
    const x = CELL_GAP_PX + (index % columns) * stepX;
    const y = CELL_GAP_PX + Math.floor(index / columns) * stepY;
    const picture = await createImageBitmap(new Blob([bytesOf(png)], { type: 'image/png' }));
    const scale = Math.min(cellPx / picture.width, cellPx / picture.height);
    const [w, h] = [picture.width * scale, picture.height * scale];
    surface.drawImage(picture, x + (cellPx - w) / 2, y + (cellPx - h) / 2, w, h);
    surface.fillStyle = STRIP_COLORS.text;
    surface.fillText(label, x + cellPx / 2, y + cellPx + LABEL_PX - 4);
  }
  return canvas;
}

const fonts = createFontLoader();

window.__renderer = {
  watch: async ({ device, view, files, paletteOrder }) => {
    const { widthPx, heightPx } = caseOf(device);
    const [canvas, surface] = createCanvas(widthPx, heightPx);
    const stored = new Map(Object.entries(files).map(([path, base64]) => [path, bytesOf(base64)]));
    const store = createPictureStore(stored, paletteOrder);
    const dialog = view.dialog === null ? [] : [view.dialog.title, view.dialog.body, ...view.dialog.buttons];
    fonts.load([...widgetTexts(view.widgets), ...dialog, view.toast ?? '', view.statusBar ?? '']);
    const draw = (): void => {
      surface.clearRect(0, 0, widthPx, heightPx);
      const scroll = scrollOf(view);
      drawWatch(surface, { device, view, picture: store.picture, finger: null, scroll });
    };
    draw();
    await fonts.ready();
    await store.ready();
    draw();
    return canvas.toDataURL('image/png');
  },
  strip: async (request) => {
    const [canvas, surface] = createCanvas(request.widthPx * 2, request.heightPx * 2);
    await fonts.ready();
    surface.setTransform(2, 0, 0, 2, 0, 0);
    drawStrip(surface, { ...request, colors: STRIP_COLORS });
    return canvas.toDataURL('image/png');
  },
  sheet: async (request) => {
    await fonts.ready();
    return (await drawSheet(request)).toDataURL('image/png');
  },
};
document.documentElement.dataset.ready = 'true';
