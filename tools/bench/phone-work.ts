/** Counts the work of one build of the packed phone page; the counts are the same on every machine. */
import { runInNewContext } from 'node:vm';
import type { AppPackage } from 'zepp-watch-simulator';

export interface PhoneWork {
  /** Keys whose text was read; listing the keys does not count. */
  readonly readKeys: number;
  readonly readChars: number;
  /** Components that the page creates. */
  readonly parts: number;
}

/** With many stored sessions a build may read and create at most this many times as much as with few. */
export const WORK_LIMIT = 3;

const COMPONENTS = ['View', 'Text', 'Button', 'TextInput', 'Select', 'Toggle'] as const;

type Build = (props: unknown) => unknown;

export function pageWork(
  app: AppPackage,
  phoneStorage: Readonly<Record<string, string>>,
  nowMs: number,
): PhoneWork {
  const work = { readKeys: 0, readChars: 0, parts: 0 };
  let build: Build | undefined;
  const makers = COMPONENTS.map((name) => [name, () => ({ name, part: ++work.parts })] as const);
  runInNewContext(new TextDecoder().decode(app.phoneFiles.get('setting.js')), {
    ...Object.fromEntries(makers),
    console: {
      log(...said: readonly unknown[]) {
        throw new Error(said.join(' '));
      },
    },
    Date: class extends Date {
      static override now = (): number => nowMs;
    },
    HmUtils: {
      Lang: class {},
      getLanguage: () => 'en-US',
      gettextFactory: () => () => 'en-US',
    },
    userSettings: { language: 'en-US' },
    AppSettingsPage(page: { readonly build: Build }) {
      build = page.build;
    },
  });
  if (build === undefined) throw new Error('the package has no phone page');
  const settingsStorage = {
    getItem(key: string) {
      const text = phoneStorage[key] ?? null;
      work.readKeys++;
      work.readChars += text?.length ?? 0;
      return text;
    },
    toObject: () => phoneStorage,
  };
  build({ settingsStorage });
  return work;
}
