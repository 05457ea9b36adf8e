/** JSON whose text is ASCII, which the watch's files and messages need. */

export function asciiJson(data: unknown): string {
  return JSON.stringify(data).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
