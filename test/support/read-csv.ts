/** Reads CSV by RFC 4180, and shares no code with the writer. Each row gives its cells by header. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === ',') {
      row.push(cell);
      cell = '';
    } else if (!isQuoted && letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at++;
    } else cell += letter;
  }
  if (cell !== '' || row.length > 0) throw new Error('the last row has no end');
  const [names = [], ...lines] = rows;
  return lines.map((cells) => {
    if (cells.length !== names.length) throw new Error(`a row has ${cells.length} of ${names.length} cells`);
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
  });
}
