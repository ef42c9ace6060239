import { parse } from 'csv-parse/sync';
import { report } from '../../src/report/schema.ts';
import { type Finished, figure, run } from '../support/cli.ts';

/** An order of a small file. */
export interface TinyOrder {
  readonly ordered_at: string;
  readonly amount: string;
  /** Null where the file has no such column. */
  readonly customer_id: string | null;
  readonly note: string;
}

/** Three orders of two customers whose notes need quotes, accents and line ends inside quotes. */
export const tinyOrders: readonly TinyOrder[] = [
  { ordered_at: '2021-01-05', amount: '10.50', customer_id: 'A1', note: 'a "b", c' },
  { ordered_at: '2021-02-06', amount: '1.25', customer_id: 'B2', note: 'é' },
  { ordered_at: '2021-03-07', amount: '130', customer_id: 'A1', note: 'x\ny' },
];

export const header = 'ordered_at,amount,customer_id,note';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** An order as a CSV record without its line end. */
export const csvRecord = ({ ordered_at, amount, customer_id, note }: TinyOrder): string =>
  [ordered_at, amount, customer_id, quoted(note)].join(',');

/** The figures that these stories compare, by a plain loop. */
export interface TinyFigures {
  readonly orders: number;
  readonly cents: number;
  /** Null where no column names customers. */
  readonly customers: number | null;
}

export const figuresOf = (orders: readonly TinyOrder[]): TinyFigures => {
  let cents = 0;
  const customers = new Set<string | null>();
  for (const order of orders) {
    cents += Math.round(Number(order.amount) * 100);
    if (order.customer_id !== '') customers.add(order.customer_id);
  }
  return { orders: orders.length, cents, customers: customers.has(null) ? null : customers.size };
};

/** The orders that csv-parse, strict, reads from the bytes; it throws where it finds them broken. */
export const readByPeer = (bytes: Uint8Array, encoding: BufferEncoding): TinyOrder[] => {
  const rows = parse(Buffer.from(bytes).toString(encoding), {
    columns: true,
    skip_empty_lines: true,
  }) as Record<keyof TinyOrder, string | undefined>[];
  return rows.map((row) => ({
    ordered_at: row.ordered_at ?? '',
    amount: row.amount ?? '',
    customer_id: row.customer_id ?? null,
    note: row.note ?? '',
  }));
};

const flags = ['--only', 'orders,revenue,active_customers', '--threads', '1', '--format', 'json'];

/** Runs `kpi` in this process over a file of tiny orders. */
export const runTiny = (path: string, ...more: string[]): Promise<Finished> =>
  run(['kpi', path, ...flags, ...more]);

/** The figures of a run that ended well; a reconciliation that does not balance throws. */
export const figuresSaid = ({ stdout, stderr }: Finished): TinyFigures => {
  const said = report.parse(JSON.parse(stdout));
  for (const { records, reconciliation } of said.inputs) {
    const { accepted, rejected, duplicates, notCounted, excluded, outsideWindow } = reconciliation;
    const parts = [
      accepted,
      duplicates,
      excluded,
      outsideWindow,
      ...Object.values({ ...rejected, ...notCounted }),
    ];
    const sum = parts.reduce((total, part) => total + part, 0);
    if (sum !== records) throw new Error(`${sum} of ${records} records: ${stderr}`);
  }
  return {
    orders: figure(said, 'orders').value ?? Number.NaN,
    cents: Math.round(Number(figure(said, 'revenue').exact) * 100),
    customers: figure(said, 'active_customers').value,
  };
};
