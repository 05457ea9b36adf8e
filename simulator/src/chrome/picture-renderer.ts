/** Draws pictures of watches and vibration strips in one headless Chromium, which stays open between pictures. */
import type { Page } from 'playwright-core';
import type { RendererPageApi, SheetRequest, StripRequest, WatchRequest } from '../browser/renderer-page.ts';
import { paletteOrderIn, picturesIn } from '../draw/palette-order.ts';
import { plainView } from '../engine/host-transfer.ts';
import type { AppPackage, DeviceModel, Pulse, WatchView } from '../engine/types.ts';
import { openPage } from './open-page.ts';

export interface StripPicture {
  readonly pulses: readonly Pulse[];
  /** Virtual uptime at the right edge, ms. */
  readonly nowMs: number;
  /** How much virtual time the strip shows, ms. */
  readonly spanMs: number;
  readonly widthPx?: number;
  readonly heightPx?: number;
}

export interface LabelledPicture {
  readonly label: string;
  readonly png: Uint8Array;
}

/** Width of a picture on a sheet, px: about half the width of a watch. */
const SHEET_CELL_PX = 240;

export interface PictureRenderer {
  /** Draws a watch in its case as PNG, at the size of its screen plus the case. */
  watch(app: AppPackage, device: DeviceModel, view: WatchView): Promise<Uint8Array>;
  /** Draws a vibration strip as PNG, at twice its size. */
  strip(strip: StripPicture): Promise<Uint8Array>;
  /** Draws PNG pictures side by side above their labels, as one PNG. */
  sheet(pictures: readonly LabelledPicture[], columns: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** All strings in a tree of plain data, among them the paths of the pictures that are needed. */
function textsIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) textsIn(part, found);
  }
  return found;
}

/** The picture files that a view needs, as base64 by path. */
function filesFor(app: AppPackage, view: WatchView): Record<string, string> {
  const files: Record<string, string> = {};
  for (const text of textsIn(view, new Set())) {
    const path = text.replace(/^assets:\/\//, '').replace(/^\/+/, '');
    const bytes = app.deviceFiles.get(`assets/${path}`);
    if (bytes !== undefined) files[`assets/${path}`] = Buffer.from(bytes).toString('base64');
  }
  return files;
}

/** The bytes behind a `data:` address. */
function pngOf(address: string): Uint8Array {
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

/** Lets the page draw something and returns the PNG. */
async function ask(
  page: Page,
  kind: keyof RendererPageApi,
  request: WatchRequest | StripRequest | SheetRequest,
): Promise<Uint8Array> {
  const address = await page.evaluate(
    async ([method, data]) => {
      const api = window.__renderer;
      if (api === undefined) throw new Error('the picture page is not ready');
      if (method === 'watch') return api.watch(data as WatchRequest);
      return method === 'strip' ? api.strip(data as StripRequest) : api.sheet(data as SheetRequest);
    },
    [kind, request] as const,
  );
  return pngOf(address);
}

/** Opens a renderer; close it when done. */
export async function openPictureRenderer(): Promise<PictureRenderer> {
  const { page, close } = await openPage('renderer');
  return {
    watch: (app, device, shown) => {
      const view = plainView(shown);
      const paletteOrder = paletteOrderIn(picturesIn(app.deviceFiles));
      return ask(page, 'watch', { device, view, files: filesFor(app, view), paletteOrder });
    },
    strip: ({ pulses, nowMs, spanMs, widthPx = 960, heightPx = 120 }) =>
      ask(page, 'strip', { pulses, nowMs, spanMs, widthPx, heightPx }),
    sheet: (pictures, columns) => {
      const plain = pictures.map(({ label, png }) => ({ label, png: Buffer.from(png).toString('base64') }));
      return ask(page, 'sheet', { pictures: plain, columns, cellPx: SHEET_CELL_PX });
    },
    close,
  };
}
