import { describe, expect, it } from 'vitest';
import { type DeclaredProfile, profileSchema } from '../../../src/sources/profiles/profile.ts';
import { questionColumns } from '../../../src/sources/profiles/score-question.ts';
import { codeOf, faultOf } from '../../support/faults.ts';

const declared: DeclaredProfile = {
  id: 'a-survey',
  title: 'A survey',
  role: 'surveys',
  recognise: { has: [['Token']] },
  fields: {
    email: ['Email', 'Mail'],
    answered_at: ['Date'],
    score: { question: true },
    satisfaction: { question: true },
    effort: { question: true },
  },
  notQuestions: ['Rank'],
  drop: { Kind: ['test'] },
};
const profile = profileSchema.parse(declared);

interface Asked {
  readonly titles?: readonly (readonly string[])[];
  readonly mapped?: Readonly<Record<string, number>>;
  readonly of?: typeof profile;
}

const asked = (header: readonly string[], sample: readonly (readonly string[])[], options: Asked = {}) =>
  questionColumns(options.of ?? profile, header, sample, {
    name: 'f.csv',
    titles: options.titles ?? [],
    mapped: new Map(Object.entries(options.mapped ?? {})),
  });

/** The questions of columns given by name with their values from top to bottom, as names by field. */
const found = (columns: Readonly<Record<string, readonly string[]>>, options: Asked = {}) => {
  const header = Object.keys(columns);
  const rows = Math.max(...Object.values(columns).map((values) => values.length));
  const sample = Array.from({ length: rows }, (_, row) => header.map((name) => columns[name]![row] ?? ''));
  const indexes = asked(header, sample, options);
  return Object.fromEntries([...indexes].map(([field, index]) => [field, header[index]]));
};

describe('the question of a score', () => {
  it.each([
    'How likely are you to recommend us to a friend?',
    'Would you RECOMMEND this shop?',
    'Recommanderiez-vous notre boutique\nà un proche ?',
    'Sur une échelle de 0 à 10, quelle est la probabilité que vous nous recommandiez ?',
    'Conseilleriez-vous notre magasin ?',
    '<p>How likely is it that you would <strong>recommend</strong> us?</p>',
    'NPS',
    'nps_score',
    'Q4_NPS',
  ])('asks for a recommendation: %j', (question) => {
    expect(found({ Token: ['1'], [question]: ['3'], 'Age of your account': ['9'] })).toEqual({
      score: question,
    });
  });

  it.each([
    'Votre conseiller était-il à l’écoute ?',
    'How many snps did you order?',
    'Which release do you use?',
    '<span class="recommend">How long did you wait?</span>',
  ])('asks for nothing: %j', (question) => {
    expect(found({ [question]: ['5', '1'] })).toEqual({});
  });

  it('is the one answered in numbers where an open question asks for a recommendation too', () => {
    expect(
      found({
        'Why would you recommend us?': ['nice', '10/10', 'quick'],
        'Would you recommend us?': ['10 - Extremely likely', 'n/a', '7'],
      }),
    ).toEqual({ score: 'Would you recommend us?' });
  });

  it('keeps a column of mostly numbers, so that the others are rejected and told', () => {
    expect(found({ 'Would you recommend us?': ['10', '11', '85', 'maybe', '4.5'] })).toEqual({
      score: 'Would you recommend us?',
    });
  });

  it('may be unanswered so far', () => {
    expect(found({ 'Would you recommend us?': ['', ''], 'Number of visits': ['8', '9'] })).toEqual({
      score: 'Would you recommend us?',
    });
  });

  it('is not another column of numbers where the one that asks is answered in words', () => {
    expect(found({ 'Would you recommend us?': ['Surely', 'No'], 'Number of visits': ['8', '2'] })).toEqual(
      {},
    );
  });

  it('is told by a column of groups beside it, whatever its name', () => {
    expect(
      found({ Q7_NPS_GROUP: ['1', '3'], Q7: ['2', '10'], 'Recommend our app': ['9', '8'], Q8: ['7', '7'] }),
    ).toEqual({ score: 'Q7' });
  });

  it('is found by the header records below the names', () => {
    const titles = [
      ['Question', 'Are you satisfied?', 'Would you recommend us?', 'How easy was it?'],
      ['{"ImportId":"a"}', '', '', ''],
    ];
    expect([...asked(['Q1', 'Q2', 'Q3', 'Q4'], [['6', '5', '9', '7']], { titles })]).toEqual([
      ['score', 2],
      ['satisfaction', 1],
      ['effort', 3],
    ]);
  });
});

describe('a score whose question says nothing', () => {
  it('is none, however its answers look', () => {
    expect(found({ Mark: ['0', '10', '7'] })).toEqual({});
    expect(found({ 'How many visits a month?': ['6', '7', '8'], Mark: ['0', '10 (great)', '9'] })).toEqual(
      {},
    );
  });

  it('leaves the other questions as they are', () => {
    expect(
      found({ 'Are you satisfied?': ['9', '10'], 'Was it easy?': ['7', '6'], Mark: ['9', '8'] }),
    ).toEqual({
      satisfaction: 'Are you satisfied?',
      effort: 'Was it easy?',
    });
  });
});

describe('questions of satisfaction and effort', () => {
  it.each([
    ['satisfaction', 'Overall, how satisfied or dissatisfied are you?'],
    ['satisfaction', 'Êtes-vous satisfaite de la livraison ?'],
    ['satisfaction', 'How satisfied are you with how easy it was?'],
    ['effort', 'How much effort did it take?'],
    ['effort', 'Quel effort avez-vous dû fournir ?'],
    ['effort', 'The shop made it easy for me.'],
    ['effort', 'A-t-il été facile de nous joindre ?'],
    ['effort', 'Avez-vous facilement trouvé ?'],
  ])('%s: %s', (field, question) => {
    expect(found({ [question]: ['4', '5'] })).toEqual({ [field]: question });
  });
});

describe('several columns for one field', () => {
  const two = { 'Recommend the shop?': ['9'], 'Recommend\nthe app?': ['8'] };

  it('are refused with the rule that settles them', () => {
    const fault = faultOf(() => found(two));
    expect(fault.code).toBe('ambiguous_column');
    expect(fault.message).toContain('Recommend the shop?, Recommend the app?');
    expect(fault.message).toContain('--map surveys.score=COLUMN');
    expect(codeOf(() => found({ 'Satisfied?': ['4'], 'Satisfied with us?': ['5'] }))).toBe(
      'ambiguous_column',
    );
  });

  it('are settled by the rule, and a column mapped to another field is no question', () => {
    expect(found(two, { mapped: { score: 1 } })).toEqual({});
    expect(found(two, { mapped: { reason: 1 } })).toEqual({ score: 'Recommend the shop?' });
  });

  it('are called repeated where they have one name', () => {
    expect(codeOf(() => asked(['Recommend us?', 'Recommend us'], [['9', '8']]))).toBe('duplicate_column');
  });

  it('do not matter in a file without rows', () => {
    expect([...asked(['Recommend us?', 'Why recommend us?'], [])]).toEqual([['score', 0]]);
    expect([...asked(['Token', 'Recommend us?', 'Why recommend us?'], [['', ' ', '']])]).toEqual([
      ['score', 1],
    ]);
    const begun = () => asked(['Token', 'Recommend us?', 'Why recommend us?'], [['1', '', '']]);
    expect(codeOf(begun)).toBe('ambiguous_column');
  });
});

describe('the profile', () => {
  it('says which fields are questions', () => {
    const { score, email } = declared.fields;
    const of = profileSchema.parse({ ...declared, fields: { score: score!, email: email! } });
    expect(found({ 'Recommend us?': ['9'], 'Satisfied?': ['5'] }, { of })).toEqual({
      score: 'Recommend us?',
    });
    expect(profileSchema.safeParse({ ...declared, fields: { email: { question: true } } }).success).toBe(
      false,
    );
  });
});
