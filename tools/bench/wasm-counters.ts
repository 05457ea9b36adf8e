/**
 * Adds two counters to a WebAssembly module: of executed instructions, and of the calls of one exported function. Counts do
 * not depend on the load of the computer; times do.
 */

/** Names of the exported 64-bit globals of the module that `withCounters` returns. */
export const INSTRUCTIONS = 'counted instructions';
export const ENTRIES = 'counted entries';

const SECTION = { import: 2, function: 3, global: 6, export: 7, code: 10 };
const KIND = { function: 0, table: 1, memory: 2, global: 3 };
const HEADER_BYTES = 8;

const op = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  branchIf: 0x0d,
  branchTable: 0x0e,
  globalGet: 0x23,
  globalSet: 0x24,
  i64Const: 0x42,
  f32Const: 0x43,
  f64Const: 0x44,
  i64Add: 0x7c,
  extended: 0xfc,
};
/** Instructions that only give structure and are not counted. */
const FREE: ReadonlySet<number> = new Set([op.block, op.loop, op.else, op.end]);
/** Instructions that begin or end a straight run. */
const TURNS: ReadonlySet<number> = new Set([op.loop, op.if, op.else, op.end, op.branchIf]);

class Reader {
  readonly bytes: Uint8Array;
  at: number;
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error(`the module ends at ${this.at - 1}, in the middle of something`);
    return byte;
  }
  /** Reads an unsigned LEB128 number. */
  count(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }
  take(bytes: number): Uint8Array {
    this.at += bytes;
    if (this.at > this.bytes.length)
      throw new Error(`the module ends at ${this.bytes.length}, in the middle of something`);
    return this.bytes.subarray(this.at - bytes, this.at);
  }
  name(): string {
    return new TextDecoder().decode(this.take(this.count()));
  }
  /** Skips `many` LEB128 numbers, signed or unsigned. */
  skipNumbers(many: number): void {
    for (let left = many; left > 0; ) if (this.byte() < 0x80) left--;
  }
}

function leb(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; ) {
    const low = left % 128;
    left = Math.floor(left / 128);
    bytes.push(left > 0 ? low | 0x80 : low);
    if (left === 0) return bytes;
  }
}

/** `value`, which is not negative, as a signed LEB128 number. */
function signedLeb(value: number): number[] {
  const bytes = leb(value);
  const last = bytes.length - 1;
  return (bytes[last] ?? 0) & 0x40 ? [...bytes.slice(0, last), (bytes[last] ?? 0) | 0x80, 0] : bytes;
}

function addTo(global: number, amount: number): number[] {
  const index = leb(global);
  return [op.globalGet, ...index, op.i64Const, ...signedLeb(amount), op.i64Add, op.globalSet, ...index];
}

/** Ranges of instructions, and how many LEB128 numbers follow each. */
const OPERANDS: readonly (readonly [first: number, last: number, numbers: number])[] = [
  [0x00, 0x01, 0],
  [op.block, op.if, 1],
  [op.else, op.else, 0],
  [op.end, op.end, 0],
  [0x0c, op.branchIf, 1],
  [0x0f, 0x0f, 0],
  [0x10, 0x10, 1],
  [0x11, 0x11, 2],
  [0x1a, 0x1b, 0],
  [0x20, 0x26, 1],
  [0x28, 0x3e, 2],
  [0x3f, op.i64Const, 1],
  [0x45, 0xc4, 0],
];
/** How many numbers follow the two-byte instructions, by their second byte. */
const EXTENDED = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1];

/** @throws Error for an instruction that is newer than 2020 */
function skipOperands(code: Reader, opcode: number): void {
  if (opcode === op.f32Const) code.take(4);
  else if (opcode === op.f64Const) code.take(8);
  else code.skipNumbers(operandsOf(code, opcode));
}

function operandsOf(code: Reader, opcode: number): number {
  if (opcode === op.branchTable) return code.count() + 1;
  const numbers =
    opcode === op.extended
      ? EXTENDED[code.count()]
      : OPERANDS.find(([first, last]) => opcode >= first && opcode <= last)?.[2];
  if (numbers === undefined)
    throw new Error(`instruction 0x${opcode.toString(16)} at ${code.at - 1} is not known`);
  return numbers;
}

/** The body of a function with an addition to the counter before each straight run of instructions. */
function countedBody(body: Uint8Array, instructions: number, entered: number | null): Uint8Array {
  const code = new Reader(body);
  for (let groups = code.count(); groups > 0; groups--) code.skipNumbers(2);
  const parts: Uint8Array[] = [body.subarray(0, code.at)];
  if (entered !== null) parts.push(Uint8Array.from(addTo(entered, 1)));
  let from = code.at;
  let run = 0;
  while (code.at < body.length) {
    const opcode = code.byte();
    skipOperands(code, opcode);
    if (!FREE.has(opcode)) run++;
    if (!TURNS.has(opcode) && code.at < body.length) continue;
    if (run > 0) parts.push(Uint8Array.from(addTo(instructions, run)));
    parts.push(body.subarray(from, code.at));
    from = code.at;
    run = 0;
  }
  return Buffer.concat(parts);
}

interface Section {
  readonly id: number;
  readonly bytes: Uint8Array;
}

function sectionsOf(module: Uint8Array): Section[] {
  const reader = new Reader(module, HEADER_BYTES);
  const sections: Section[] = [];
  while (reader.at < module.length) sections.push({ id: reader.byte(), bytes: reader.take(reader.count()) });
  return sections;
}

/** How many functions and globals are imported: their indices come before those of the module's own. */
function importsOf(bytes: Uint8Array): { readonly functions: number; readonly globals: number } {
  const reader = new Reader(bytes);
  const many = [0, 0, 0, 0];
  for (let left = reader.count(); left > 0; left--) {
    reader.name();
    reader.name();
    const kind = reader.byte();
    many[kind] = (many[kind] ?? 0) + 1;
    if (kind === KIND.function) reader.count();
    else if (kind === KIND.global) reader.take(2);
    else {
      if (kind === KIND.table) reader.byte();
      reader.skipNumbers(reader.byte() === 1 ? 2 : 1);
    }
  }
  return { functions: many[KIND.function] ?? 0, globals: many[KIND.global] ?? 0 };
}

function exportedFunction(bytes: Uint8Array, name: string): number {
  const reader = new Reader(bytes);
  for (let left = reader.count(); left > 0; left--) {
    const isIt = reader.name() === name;
    const kind = reader.byte();
    const index = reader.count();
    if (isIt && kind === KIND.function) return index;
  }
  throw new Error(`the module exports no function "${name}"`);
}

/** A section, which begins with the number of its entries, with more entries at its end. */
function lengthened(bytes: Uint8Array, added: readonly (readonly number[])[]): Uint8Array {
  const reader = new Reader(bytes);
  const many = reader.count();
  return Uint8Array.from([...leb(many + added.length), ...bytes.subarray(reader.at), ...added.flat()]);
}

function countedCode(bytes: Uint8Array, instructions: number, entered: number): Uint8Array {
  const reader = new Reader(bytes);
  const many = reader.count();
  const parts: Uint8Array[] = [Uint8Array.from(leb(many))];
  for (let at = 0; at < many; at++) {
    const body = reader.take(reader.count());
    const counted = countedBody(body, instructions, at === entered ? instructions + 1 : null);
    parts.push(Uint8Array.from(leb(counted.length)), counted);
  }
  return Buffer.concat(parts);
}

/**
 * @param module a module of the first WebAssembly version that has globals of its own
 * @param entered the exported function whose calls are counted
 * @throws Error if the module is torn, has an unknown instruction, or exports no such function
 */
export function withCounters(module: Uint8Array, entered: string): Uint8Array {
  const sections = sectionsOf(module);
  const find = (id: number): Uint8Array => {
    const found = sections.find((section) => section.id === id);
    if (found === undefined) throw new Error(`the module has no section ${id}`);
    return found.bytes;
  };
  const outside = importsOf(find(SECTION.import));
  const instructions = outside.globals + new Reader(find(SECTION.global)).count();
  const body = exportedFunction(find(SECTION.export), entered) - outside.functions;
  find(SECTION.code);
  const zero = [0x7e, 1, op.i64Const, 0, op.end];
  const globalExport = (name: string, index: number): number[] => {
    const text = [...new TextEncoder().encode(name)];
    return [...leb(text.length), ...text, KIND.global, ...leb(index)];
  };
  const exported = [globalExport(INSTRUCTIONS, instructions), globalExport(ENTRIES, instructions + 1)];
  const parts: Uint8Array[] = [module.subarray(0, HEADER_BYTES)];
  for (const { id, bytes } of sections) {
    let made = bytes;
    if (id === SECTION.global) made = lengthened(bytes, [zero, zero]);
    if (id === SECTION.export) made = lengthened(bytes, exported);
    if (id === SECTION.code) made = countedCode(bytes, instructions, body);
    parts.push(Uint8Array.from([id, ...leb(made.length)]), made);
  }
  return Buffer.concat(parts);
}
