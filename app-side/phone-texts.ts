/** The phone's settings storage as the service uses it. */
export interface PhoneTexts {
  getItem(key: string): string | null | undefined;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  toObject(): Readonly<Record<string, string>>;
}
