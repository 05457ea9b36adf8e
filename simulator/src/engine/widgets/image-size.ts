/** Reads the size of a packed picture from the beginning of its file: a PNG, or a TGA of the packer with the mark `SOMH`. */

/** Width and height of a picture, or undefined when the bytes are no picture of a known kind. */
export function imageSize(bytes: Uint8Array): { widthPx: number; heightPx: number } | undefined {
  if (bytes.length < 24) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) === 0x89504e47) return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
  const idBytes = view.getUint8(0);
  const stored = view.getUint16(12, true);
  const marked = idBytes >= 6 && view.getUint32(18) === 0x534f4d48;
  const wide = marked ? view.getUint16(22, true) : 0;
  const widthPx = wide > 0 && wide <= stored ? wide : stored;
  return widthPx === 0 ? undefined : { widthPx, heightPx: view.getUint16(14, true) };
}
