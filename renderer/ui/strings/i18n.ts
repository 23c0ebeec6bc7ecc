import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en;
  }
}

/** The languages on board; English is the one every other falls back to. */
export const LANGUAGES = { en } as const;

/** Makes the texts of one language ready. Bundled, so nothing is ever loaded and the first paint already has its words. */
export function createStrings(language: keyof typeof LANGUAGES = 'en'): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: LANGUAGES,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}
