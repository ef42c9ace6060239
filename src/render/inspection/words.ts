import type { Language } from '../options.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

/** The words of an inspection in a language. */
export const inspectionWords = (lang: Language): typeof en => (lang === 'fr' ? fr : en);
