import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

const files = import.meta.glob<{ default: ResourceKey }>('../i18n/{id,en}/*.json');
const storageKey = 'simpul-language';

export const isLanguage = (value: unknown): value is Language => languages.some((l) => l === value);

function remembered(): Language {
  try {
    const value = localStorage.getItem(storageKey);
    if (isLanguage(value)) return value;
  } catch {
    // Storage may be switched off: Bahasa Indonesia then.
  }
  return 'id';
}

/** Each namespace is a file of its own and comes when a screen first asks for it. */
const backend = {
  type: 'backend' as const,
  init: () => undefined,
  read: (
    language: string,
    namespace: string,
    done: (error: Error | null, data: ResourceKey | null) => void,
  ) => {
    const load = files[`../i18n/${language}/${namespace}.json`];
    if (!load) return done(new Error(`no texts ${language}/${namespace}`), null);
    load().then(
      (module) => done(null, module.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

export async function startI18n(): Promise<void> {
  const lng = remembered();
  document.documentElement.lang = lng;
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng,
      fallbackLng: false,
      supportedLngs: [...languages],
      // What the frame itself needs; one round trip instead of four.
      ns: ['common', 'ui', 'nav', 'roles'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    });
}

export async function changeLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Lasts until the page is left.
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
