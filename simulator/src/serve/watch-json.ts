/** What was on watch and phone before, as the page reads it: files by name in base64, stored texts by key. */
export function watchJson(
  files: ReadonlyMap<string, Uint8Array> = new Map(),
  phoneStorage: Readonly<Record<string, string>> = {},
): string {
  const given: Record<string, string> = {};
  for (const [name, bytes] of files) given[name] = Buffer.from(bytes).toString('base64');
  return JSON.stringify({ files: given, phoneStorage });
}
