// Writes a synthetic order export: the same options always give the same bytes.
//
//   node bench/generate.mjs --orders 5000000 --customers 1000000 --seed 1 --out bench/data/orders-5m.csv
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';

const HEADER = 'order_id,customer_id,email,ordered_at,amount,currency,status,channel\n';
const CHANNELS = ['web\n', 'app\n', 'pos\n'];
const FIRST_DAY = Date.UTC(2019, 0, 1);
const DAYS = 1096; // 2019-01-01 to 2021-12-31
const ORDER_NUMBERS = 100_000_000;
const STRIDE = 38_196_601; // coprime to ORDER_NUMBERS, so the numbers never repeat
const CHUNK = 1 << 20;
const LONGEST_ROW = 160;

/** Reads the command line; the customers default to a fifth of the orders. */
function readOptions() {
  const { values } = parseArgs({
    options: {
      orders: { type: 'string', default: '1000' },
      customers: { type: 'string' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  const orders = wholeNumber(values.orders, '--orders', ORDER_NUMBERS);
  const fifth = String(Math.max(1, Math.round(orders / 5)));
  const customers = wholeNumber(values.customers ?? fifth, '--customers', 99_999_999);
  const seed = wholeNumber(values.seed, '--seed', 0xffffffff);
  if (values.out === undefined) throw new Error('--out says where to write the file');
  return { orders, customers, seed, out: values.out };
}

/** The whole number in `text`, from 1 to `most`. */
function wholeNumber(text, option, most) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new Error(`${option} takes a whole number from 1 to ${most}`);
  return number;
}

/** Uniform 32-bit integers from a seed (the mulberry32 generator). */
function uniform32(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Every day of the period as `,YYYY-MM-DD `, and every second of a day as `HH:MM:SS,`. */
function clockTexts() {
  const days = Array.from({ length: DAYS }, (_, day) =>
    Buffer.from(`,${new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10)} `),
  );
  const seconds = Array.from({ length: 86_400 }, (_, second) =>
    Buffer.from(`${new Date(second * 1000).toISOString().slice(11, 19)},`),
  );
  return { days, seconds };
}

/** A growing chunk of bytes that goes to the file whenever it is nearly full. */
function chunkWriter(file) {
  const chunk = Buffer.allocUnsafe(CHUNK);
  let end = 0;
  const flush = () => {
    for (let from = 0; from < end; ) from += writeSync(file, chunk, from, end - from);
    end = 0;
  };
  return {
    flush,
    flushWhenFull() {
      if (end > CHUNK - LONGEST_ROW) flush();
    },
    text(text) {
      for (let at = 0; at < text.length; at++) chunk[end++] = text.charCodeAt(at);
    },
    bytes(bytes) {
      for (let at = 0; at < bytes.length; at++) chunk[end++] = bytes[at];
    },
    digits(number, width) {
      let rest = number;
      for (let at = end + width - 1; at >= end; at--) {
        const tenth = Math.floor(rest / 10);
        chunk[at] = 48 + rest - tenth * 10;
        rest = tenth;
      }
      end += width;
    },
  };
}

/** The number of decimal digits of a whole number. */
function width(number) {
  let digits = 1;
  for (let power = 10; power <= number; power *= 10) digits++;
  return digits;
}

/** Writes the file beside its name first, so that a file under its name is always whole. */
function generate({ orders, customers, seed, out }) {
  mkdirSync(dirname(out), { recursive: true });
  const part = `${out}.part`;
  const file = openSync(part, 'w');
  const write = chunkWriter(file);
  const next = uniform32(seed);
  const { days, seconds } = clockTexts();
  write.text(HEADER);
  for (let order = 1; order <= orders; order++) {
    const share = next() / 2 ** 32;
    const customer = 1 + Math.floor(customers * share * Math.sqrt(share));
    const customerWidth = width(customer);
    const day = next() % DAYS;
    const second = next() % 86_400;
    const cents = 500 + (next() % 14_500);
    write.text('O-');
    write.digits((order * STRIDE) % ORDER_NUMBERS, 8);
    write.text(',C');
    write.digits(customer, customerWidth);
    write.text(',c');
    write.digits(customer, customerWidth);
    write.text('@a.test');
    write.bytes(days[day]);
    write.bytes(seconds[second]);
    write.digits(Math.floor(cents / 100), width(Math.floor(cents / 100)));
    write.text('.');
    write.digits(cents % 100, 2);
    write.text(',EUR,paid,');
    write.text(CHANNELS[next() % CHANNELS.length]);
    write.flushWhenFull();
  }
  write.flush();
  closeSync(file);
  renameSync(part, out);
}

generate(readOptions());
