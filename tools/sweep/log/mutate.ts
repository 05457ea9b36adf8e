/** One to four mutations: a flipped bit, another byte, a removed or added byte, a repeated piece, a shorter end. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let list = [...bytes];
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time++) {
    const at = Math.floor(random() * list.length);
    const how = Math.floor(random() * 6);
    const byte = Math.floor(random() * 256);
    if (how === 0) list[at] = (list[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    else if (how === 1) list[at] = byte;
    else if (how === 2) list.splice(at, 1);
    else if (how === 3) list.splice(at, 0, byte);
    else if (how === 4) list.splice(at, 0, ...list.slice(at, at + 8));
    else list = list.slice(0, at);
  }
  return Uint8Array.from(list);
}
