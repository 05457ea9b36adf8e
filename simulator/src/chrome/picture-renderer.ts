/**
 * Draws pictures of watches and vibration strips in one headless Chromium that stays open between pictures. Takes
 * what a simulation shows; runs none.
 */

import type { Page } from 'playwright-core';
import type { RendererPageApi, SheetRequest, StripRequest, WatchRequest } from '../browser/renderer-page.ts';
import { paletteOrderIn, picturesIn } from '../draw/palette-order.ts';
import type { AppPackage, DeviceModel, Pulse, WatchView, WidgetNode } from '../engine/types.ts';
import { servePage } from '../serve/page-server.ts';
import { launchChrome } from './launch.ts';

/** Any port will do: the page is nobody's business but this program's. */
const FIRST_PORT = 4880;

export interface StripPicture {
  readonly pulses: readonly Pulse[];
  /** Virtual uptime at the right edge, ms. */
  readonly nowMs: number;
  readonly spanMs: number;
  readonly widthPx?: number;
  readonly heightPx?: number;
}

export interface LabelledPicture {
  readonly label: string;
  readonly png: Uint8Array;
}

/** Width of a picture on a sheet, px: two fifths of most watches. */
const SHEET_CELL_PX = 240;

export interface PictureRenderer {
  /** A watch in its case, as PNG bytes: the model's own pixels plus the case round them. */
  watch(app: AppPackage, device: DeviceModel, view: WatchView): Promise<Uint8Array>;
  /** A vibration strip, as PNG bytes at twice its size. */
  strip(strip: StripPicture): Promise<Uint8Array>;
  /** PNG pictures side by side under their names, as PNG bytes. */
  sheet(pictures: readonly LabelledPicture[], columns: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Every text in a tree of plain data: among them are the paths of the pictures that are needed. */
function textsIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) textsIn(part, found);
  }
  return found;
}

function filesFor(app: AppPackage, view: WatchView): Record<string, string> {
  const files: Record<string, string> = {};
  for (const text of textsIn(view, new Set())) {
    const path = text.replace(/^assets:\/\//, '').replace(/^\/+/, '');
    const bytes = app.deviceFiles.get(`assets/${path}`);
    if (bytes !== undefined) files[`assets/${path}`] = Buffer.from(bytes).toString('base64');
  }
  return files;
}

/** What can be sent of the properties: functions and whatever refers to itself stay here. */
function plainProps(props: WidgetNode['props']): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    try {
      const text = JSON.stringify(value);
      if (text !== undefined) kept[name] = JSON.parse(text);
    } catch {
      // A handle of another widget, say: nothing that is drawn.
    }
  }
  return kept;
}

function plainWidget({ id, kind, props, visible, children }: WidgetNode): WidgetNode {
  return { id, kind, props: plainProps(props), visible, children: children.map(plainWidget) };
}

function plainView(view: WatchView): WatchView {
  const { widgets, ...rest } = view;
  return { ...rest, widgets: widgets.map(plainWidget) };
}

function pngOf(address: string): Uint8Array {
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

async function ask(
  page: Page,
  kind: keyof RendererPageApi,
  order: WatchRequest | StripRequest | SheetRequest,
): Promise<Uint8Array> {
  const address = await page.evaluate(
    async ([method, data]) => {
      const desk = window.__renderer;
      if (desk === undefined) throw new Error('the picture page is not ready');
      if (method === 'watch') return desk.watch(data as WatchRequest);
      return method === 'strip' ? desk.strip(data as StripRequest) : desk.sheet(data as SheetRequest);
    },
    [kind, order] as const,
  );
  return pngOf(address);
}

/** Opens the renderer; close it when done. */
export async function openPictureRenderer(): Promise<PictureRenderer> {
  const server = await servePage(FIRST_PORT);
  const browser = await launchChrome();
  const page = await browser.newPage();
  await page.goto(`${server.url}renderer.html`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return {
    watch: (app, device, shown) => {
      const view = plainView(shown);
      const order = paletteOrderIn(picturesIn(app.deviceFiles));
      return ask(page, 'watch', { device, view, files: filesFor(app, view), order });
    },
    strip: ({ pulses, nowMs, spanMs, widthPx = 960, heightPx = 120 }) =>
      ask(page, 'strip', { pulses, nowMs, spanMs, widthPx, heightPx }),
    sheet: (pictures, columns) => {
      const plain = pictures.map(({ label, png }) => ({ label, png: Buffer.from(png).toString('base64') }));
      return ask(page, 'sheet', { pictures: plain, columns, cellPx: SHEET_CELL_PX });
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
