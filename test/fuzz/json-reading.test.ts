import { expect, test } from 'vitest';
import { chanceOf } from './chance.ts';
import { damages } from './damage.ts';
import { readJson } from './json-reading.ts';

const told = (text: string) => readJson(text).map((members) => Object.fromEntries(members));

test('records are read with numbers as written, dotted names and arrays as text', () => {
  expect(told('[{"a":1.50,"b":{"c":"x","d":null}},{"a":"","e":[1, "y"]}]')).toEqual([
    { a: '1.50', 'b.c': 'x', 'b.d': null },
    { a: '', e: '[1,"y"]' },
  ]);
  expect(told('{"a":"1"}\n\n{"a":"2"}\n')).toEqual([{ a: '1' }, { a: '2' }]);
});

test('what is no JSON, a name twice and half a pair are refused', () => {
  const unsound = [
    '[{"a":1,}]',
    '[{"a":01}]',
    '[{"a":1}',
    '{"a":1',
    '[1]',
    '{"a":1,"a":2}',
    '{"a":"\\ud800"}',
  ];
  for (const text of [...unsound, '{"a":"\\u0000"}', '{"a":"\t"}', '[{"a":1}]]', '{"a":NaN}'])
    expect(() => readJson(text), text).toThrow();
});

test('it takes nothing JSON.parse would not, and sees the same in it', () => {
  const sound = Buffer.from('[{"a":"x,y","b":-1.5,"c":null},{"a":"é\\n","b":2e3,"c":true}]');
  let agreed = 0;
  for (let number = 0; number < 4_000; number++) {
    const chance = chanceOf(1, number);
    const damage = chance.pick(Object.values(damages));
    const text = damage(sound, chance).toString('utf8');
    let members: ReturnType<typeof readJson>;
    try {
      members = readJson(text);
    } catch {
      continue;
    }
    if (!text.trimStart().startsWith('[')) continue;
    const parsed = JSON.parse(text) as Record<string, unknown>[];
    const names = (of: object): string[] => Object.keys(of).toSorted();
    expect(members.map((one) => names(Object.fromEntries(one)))).toEqual(parsed.map(names));
    for (const [at, { a }] of parsed.entries())
      if (typeof a === 'string') expect(members[at]!.get('a')).toBe(a);
    agreed += 1;
  }
  expect(agreed).toBeGreaterThan(100);
});
