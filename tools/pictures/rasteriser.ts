/** The image library that the packer brings, so that none is installed twice. */
import { createRequire } from 'node:module';
import { installedFile, projectAt, repositoryRoot } from '../shared/project.ts';

export interface Raster {
  resize(widthPx: number, heightPx: number, options?: FitOptions): Raster;
  composite(layers: readonly Layer[]): Raster;
  png(options: { readonly compressionLevel: number; readonly palette?: boolean }): Raster;
  ensureAlpha(): Raster;
  toBuffer(): Promise<Buffer>;
}

interface FitOptions {
  readonly fit: 'contain' | 'inside';
  readonly background?: Colour;
}

interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha: number;
}

interface Layer {
  readonly input: Buffer;
  readonly left: number;
  readonly top: number;
}

interface Canvas {
  readonly create: {
    readonly width: number;
    readonly height: number;
    readonly channels: 4;
    readonly background: Colour;
  };
}

export type Rasterise = (image: Buffer | Canvas, options?: { readonly density: number }) => Raster;

export const transparent: Colour = { r: 0, g: 0, b: 0, alpha: 0 };

export function loadRasteriser(): Rasterise {
  const packer = installedFile(projectAt(repositoryRoot), '@zeppos/zpm', 'package.json');
  return createRequire(packer)('sharp');
}
