/** Tells a person about a failure: a sentence with its place, never a health value. */
export type Report = (where: string, sentence: string) => void;
