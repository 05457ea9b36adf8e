/** Decodes the pictures of a package, each once: packed textures immediately, real PNGs by the browser. */
import { paletteOrderIn, picturesIn } from '../draw/palette-order.ts';
import type { Picture } from '../draw/surface.ts';
import { decodeTexture, isPng, type PaletteOrder } from '../draw/texture.ts';

export interface PictureStore {
  /** The picture at a path as apps write it; undefined while it is being decoded and if there is none. */
  picture(path: string): Picture | undefined;
  /** Resolves when all pictures asked for so far are decoded. */
  ready(): Promise<void>;
}

function fromTexture(bytes: Uint8Array, order: PaletteOrder): Picture {
  const raster = decodeTexture(bytes, order);
  const source = document.createElement('canvas');
  source.width = raster.widthPx;
  source.height = raster.heightPx;
  source.getContext('2d')?.putImageData(new ImageData(raster.rgba, raster.widthPx, raster.heightPx), 0, 0);
  return { widthPx: raster.widthPx, heightPx: raster.heightPx, source };
}

/**
 * @param files the files for the watch
 * @param order how the package writes palette indices, if more files than these have shown it
 */
export function createPictureStore(
  files: ReadonlyMap<string, Uint8Array>,
  order: PaletteOrder = paletteOrderIn(picturesIn(files)),
): PictureStore {
  let pending: Promise<unknown> = Promise.resolve();
  const known = new Map<string, Picture | undefined>();

  const load = (path: string): Picture | undefined => {
    const bytes = files.get(`assets/${path}`) ?? files.get(path);
    if (bytes === undefined) return undefined;
    if (!isPng(bytes)) return fromTexture(bytes, order);
    const decoded = createImageBitmap(new Blob([bytes.slice()])).then(
      (bitmap) => void known.set(path, { widthPx: bitmap.width, heightPx: bitmap.height, source: bitmap }),
      () => undefined,
    );
    pending = Promise.all([pending, decoded]);
    return undefined;
  };

  return {
    picture: (path) => {
      const clean = path.replace(/^assets:\/\//, '').replace(/^\/+/, '');
      if (known.has(clean)) return known.get(clean);
      let picture: Picture | undefined;
      try {
        picture = load(clean);
      } catch {
        // A file that cannot be decoded is drawn as a missing picture.
        picture = undefined;
      }
      known.set(clean, picture);
      return picture;
    },
    ready: async () => {
      await pending;
    },
  };
}
