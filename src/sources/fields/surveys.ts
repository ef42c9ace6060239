import { customerId, email } from './customer.ts';
import { type Field, field } from './field.ts';

/** The fields of survey answers, in the order messages list them. */
export const surveys: readonly Field[] = [
  field('response_id', 'key', 'response', 'id réponse', 'respondent id'),
  customerId,
  email,
  field(
    'answered_at',
    'date',
    'answer date',
    'response date',
    'date',
    'created at',
    'submitted at',
    'timestamp',
    'date de réponse',
    'date réponse',
    'horodateur',
  ),
  field(
    'score',
    'score',
    'nps',
    'nps score',
    'note',
    'note nps',
    'recommendation',
    'recommandation',
    'how likely are you to recommend',
    'recommanderiez vous',
  ),
  field('satisfaction', 'score', 'csat', 'satisfaction score', 'note de satisfaction'),
  field('effort', 'score', 'ces', 'effort score', "note d'effort"),
  field('reason', 'text', 'raison', 'motif'),
  field('comment', 'text', 'commentaire', 'verbatim'),
  field('completed', 'flag', 'complete', 'finished', 'terminé', 'complété'),
];
