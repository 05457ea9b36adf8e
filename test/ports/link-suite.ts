import { expect, it } from 'vitest';
import type { Link } from '../../utils/ports/ports.ts';

export interface LinkBench {
  readonly link: Link;
  /** Lets a message and its answer arrive. */
  settle(): Promise<void>;
}

/** What every `Link` must do. @param create makes a link to a phone that gives this answer; null means that no answer comes */
export function acceptLink(create: (answer: (bytes: Uint8Array) => Uint8Array | null) => LinkBench): void {
  it('delivers the bytes and brings the answer back, once, later', async () => {
    const { link, settle } = create((bytes) => Uint8Array.from([...bytes, 4]));
    const answers: (readonly number[] | null)[] = [];
    link.request(Uint8Array.from([1, 2, 255]), (answer) => answers.push(answer && [...answer]));
    expect(answers).toEqual([]);
    await settle();
    await settle();
    expect(answers).toEqual([[1, 2, 255, 4]]);
  });

  it('delivers the bytes of a view, and not of the buffer behind it', async () => {
    const { link, settle } = create((bytes) => bytes);
    let got: readonly number[] = [];
    link.request(Uint8Array.from([7, 8, 9]).subarray(1), (answer) => {
      got = [...(answer ?? [])];
    });
    await settle();
    expect(got).toEqual([8, 9]);
  });

  it('never answers with bytes that nobody sent', async () => {
    const { link, settle } = create(() => null);
    const answers: (Uint8Array | null)[] = [];
    link.request(Uint8Array.from([1]), (answer) => answers.push(answer));
    await settle();
    expect(answers.filter((answer) => answer !== null)).toEqual([]);
  });

  it('can be opened anew at any time, and works afterwards', async () => {
    const { link, settle } = create((bytes) => bytes);
    link.reopen();
    link.reopen();
    let got: readonly number[] = [];
    link.request(Uint8Array.from([5]), (answer) => {
      got = [...(answer ?? [])];
    });
    await settle();
    expect(got).toEqual([5]);
  });
}
