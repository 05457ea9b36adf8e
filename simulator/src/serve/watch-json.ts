/** Files that were on the watch before, as the page reads them: names and base64. */
export function watchJson(files: ReadonlyMap<string, Uint8Array> = new Map()): string {
  const given: Record<string, string> = {};
  for (const [name, bytes] of files) given[name] = Buffer.from(bytes).toString('base64');
  return JSON.stringify({ files: given });
}
