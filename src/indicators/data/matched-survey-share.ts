import type { DataDefinition } from './define.ts';

export const matchedSurveyShare = {
  id: 'matched_survey_share',
  title: { en: 'Share of answers matched', fr: 'Part des réponses rattachées' },
  question: {
    en: 'Do the survey and the orders name the same people?',
    fr: 'L’enquête et les commandes nomment-elles les mêmes personnes ?',
  },
  formula: {
    en: 'people of the surveys who are among the customers of the orders ÷ people the surveys name',
    fr: 'personnes des enquêtes présentes parmi les clients des commandes ÷ personnes nommées par les enquêtes',
  },
  unit: 'share',
  better: 'higher',
  byRole: false,
} as const satisfies DataDefinition;
