import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { footerOf } from '../../src/sources/footer.ts';
import { figure, reportOf, run } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-footer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const file = (text: string): string => {
  const path = join(folder, `orders-${made++}.csv`);
  writeFileSync(path, text);
  return path;
};

/** What is left of a text without its footer, and how many lines that has. */
const without = (text: string, beginnings: readonly string[] = ['Total', 'Généré']): [string, number] => {
  const bytes = Buffer.from(text);
  const fd = openSync(file(text), 'r');
  try {
    const { end, lines } = footerOf({ fd, bytes: bytes.length }, beginnings);
    return [bytes.toString('utf8', 0, end), lines];
  } finally {
    closeSync(fd);
  }
};

const records = 'a,b\n1,2\n';

describe('the notes below the records', () => {
  it.each<[name: string, notes: string, lines: number]>([
    ['one line', 'Total: 2\n', 1],
    ['without a line end', 'Total: 2', 1],
    ['with CRLF', 'Total: 2\r\n', 1],
    ['in quotes', '"Total, of all"\n', 1],
    ['behind blanks', '  Total: 2\n', 1],
    ['with an accent', 'Généré le 2021-03-31\n', 1],
    ['several', 'Total: 2\nGénéré le 2021-03-31\n', 2],
    ['below a blank line', '\nTotal: 2\n', 1],
    ['below a blank line with CRLF', '\r\nTotal: 2\r\n', 1],
    ['with blank lines between and below', '\nTotal: 2\n\n\nGénéré\n\n \n', 6],
  ])('are taken away: %s', (_, notes, lines) => {
    const [left, taken] = without(records + notes);
    expect([left.trimEnd(), taken]).toEqual([records.trimEnd(), lines]);
  });

  it.each<[name: string, text: string]>([
    ['blank lines alone are none', `${records}\n\n`],
    ['a note with a record below it', `${records}Total: 2\n3,4\n`],
    ['other words', `${records}Sum: 2\n`],
    ['the words elsewhere in the line', `${records}3,Total\n`],
    ['in other letters', `${records}TOTAL: 2\n`],
    ['the header', 'Total,b\n'],
    ['nothing', ''],
    ['the last line of a text in quotes', `${records}3,"x\nTotal: 5"\n`],
  ])('stay: %s', (_, text) => {
    expect(without(text)).toEqual([text, 0]);
  });

  it('are found below any number of blank lines, and the search ends', () => {
    for (const end of ['\n', '\r\n'])
      for (const odd of ['', ' ']) {
        const text = `${records}Total: 2${end}${end.repeat(20_000)}${odd}`;
        const [left, taken] = without(text);
        expect([left.trimEnd(), taken > 20_000]).toEqual([records.trimEnd(), true]);
      }
  });

  it('stand at the end of a file longer than what is searched', () => {
    const long = `a,b\n${'1,2\n'.repeat(10_000)}`;
    expect(without(`${long}Total: 2\nGénéré\n`)).toEqual([long, 2]);
  });
});

const config = join(folder, 'loyalty.json');
writeFileSync(
  config,
  JSON.stringify({
    profiles: [
      {
        id: 'till',
        title: 'Till',
        role: 'orders',
        recognise: { has: [['Ticket'], ['Day'], ['Paid']] },
        fields: { order_id: ['Ticket'], customer_id: ['Who'], ordered_at: ['Day'], amount: ['Paid'] },
        footer: ['Total', 'Printed'],
      },
    ],
  }),
);
const flags = ['--config', config, '--period=2021-01', '--as-of=2021-03-01', '--compare=none'];
const header = 'Ticket,Who,Day,Paid\n';
const sold = '1,A,2021-01-05,10.00\n2,B,2021-01-06,5.50\n';

describe('a profile that knows of notes', () => {
  it.each<[name: string, notes: string, revenue: string, orders: number]>([
    ['none', '', '15.50', 2],
    ['a sum', 'Total: 15.50\n', '15.50', 2],
    ['a sum without a line end', 'Total: 15.50', '15.50', 2],
    ['a sum in its column', 'Total,,,15.50\n', '15.50', 2],
    ['a sum and a note', '\n"Total, of 2 tickets",,,"15.50"\nPrinted by hand, at the till\n\n\n', '15.50', 2],
    ['a record that begins like one', 'Total Wine 7,C,2021-01-07,4.50\n', '20.00', 3],
    [
      'a record that begins like one, in quotes',
      '"Total 7","C","2021-01-07","4.50"\nTotal: 20.00\n',
      '20.00',
      3,
    ],
  ])('reads the records above them: %s', async (_, notes, revenue, orders) => {
    for (const text of [header + sold + notes, (header + sold + notes).replaceAll('\n', '\r\n')]) {
      const report = await reportOf([file(text), ...flags]);
      expect(figure(report, 'orders').value).toBe(orders);
      expect(figure(report, 'revenue').exact).toBe(revenue);
      expect(report.inputs[0]!.records).toBe(orders);
    }
  });

  it('tells how many lines it passed over, and names the whole file by its hash', async () => {
    const { createHash } = await import('node:crypto');
    const text = `${header}${sold}Total: 15.50\nPrinted\n`;
    const path = file(text);
    const { stderr } = await run(['kpi', path, ...flags]);
    expect(stderr).toContain('the last 2 lines are notes');
    const report = await reportOf([path, ...flags]);
    expect(report.inputs[0]).toMatchObject({
      bytes: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
    });
  });

  it('leaves a line between the records to be refused', async () => {
    const { code, stderr } = await run(['kpi', file(`${header}Total: 15.50\n${sold}`), ...flags]);
    expect(code).toBe(3);
    expect(stderr).toContain('ragged_record');
  });
});
