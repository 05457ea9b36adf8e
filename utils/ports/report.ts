/** Reports a failure to a person: the part that failed, and a sentence without health values. */
export type Report = (where: string, sentence: string) => void;
