import type { Sentence } from './sentence.ts';

/** Inputs that are refused: exit 3. */
export const inputFaults = {
  ambiguous_profile: (file, ids, first) =>
    `${file} may be the export of several profiles (${ids}); say which with --profile ${first}.`,
  mixed_grains: (lines, orders) =>
    `A row of ${lines} is an order line and one of ${orders} a whole order; compute them apart, or say --grain for both.`,
  attribute_of_lines: (name, count) =>
    `${name} differs between the lines of ${count} orders, so an order cannot be told by it; break down by a column that is the same on all lines of an order.`,
  order_in_two_files: (files, count) =>
    `${files} hold ${count} order ids twice, once in each of two files; export each order once.`,
  mixed_amounts: (one, other) =>
    `The amounts of ${one} and of ${other} are not the same thing: one has tax in it, the other has not; compute them apart.`,
  conflicting_order_values: (file, count) =>
    `${count} orders of ${file} have rows with different totals, refunds or currencies of the whole order; export it again, or say --profile none with --map.`,
  unknown_zone: (file, column, count) =>
    `${count} values of column ${column} in ${file} are no time zones I know; correct them, or leave the column unread with --profile none and --map.`,
  number_too_large: (file) =>
    `An amount of ${file}, or the sum of one customer’s, is beyond 99 999 999 999 999; check the columns with --map.`,
  not_utf8: (file) =>
    `${file} is not in the encoding that was declared; leave --encoding out, or name the right one.`,
  unbalanced: (file, records, accounted) =>
    `Of the ${records} records of ${file} only ${accounted} are accounted for, so no figure is printed; please report this.`,
  too_many_rejects: (file, rejected, records, reasons) =>
    `${rejected} of the ${records} records of ${file} cannot be read (${reasons}), more than --max-rejects allows; list them with --rejects FILE, then correct the file or check its columns with --map.`,
  not_an_nps_scale: (file, why) =>
    `The scores of ${file} are not on the 0–10 scale of the NPS (${why}); map them to another field, or confirm with --scale nps=0-10.`,
  undated_surveys: (file) =>
    `The answers of ${file} have no date; ask for --period all, or name the column with --map surveys.answered_at=COLUMN.`,
  conflicting_customer: (file, count) =>
    `${count} customers of ${file} stand on several rows that contradict each other; keep one row for each, or one for each contract.`,
  unknown_status: (file, seen) =>
    `${file} has order statuses I do not know; say which ones count with --count-status LIST.${seen === '' ? '' : ` Statuses seen: ${seen}.`}`,
  several_currencies: (file, seen, first) =>
    `The orders of ${file} are in several currencies (${seen}), which never add up; pick one with --currency ${first}.`,
  lines_without_ids: (file) =>
    `${file} holds order lines but no order id to fold them by; name it with --map orders.order_id=COLUMN, or say --grain orders.`,
  two_customers_in_order: (file, count) =>
    `${count} orders of ${file} name two customers each; check which column is orders.customer_id and which orders.order_id.`,
  conflicting_order: (file, count) =>
    `${count} order ids of ${file} stand on several rows with other content; if a row is an order line, say --grain lines, else export again without the older copies.`,
  unterminated_file: (file) =>
    `The last record of ${file} has no line end, as when an upload was cut; export it again, or accept it with --allow-unterminated.`,
  counts_differ: (file) =>
    `Two readings of ${file} count different records, so neither is trusted; export it again.`,
  engine_refused: (file) =>
    `The engine cannot read ${file} though its structure is sound; export it again, as plain UTF-8 CSV.`,
  out_of_memory: (file) =>
    `There is not enough memory to read ${file}; raise --memory or free space in the temporary folder.`,
  parquet_damaged: (file) => `${file} is not a whole Parquet file; export it again.`,
  encoding_unclear: (file, why) =>
    `The encoding of ${file} is not one I can tell (${why}); export it as UTF-8, or say which with --encoding.`,
  mixed_encoding: (file) =>
    `${file} holds both UTF-8 and other bytes, as when two exports were joined; export it again, or say which with --encoding.`,
  foreign_container: (file, what) => `${file} is ${what}; save or extract it as CSV, JSON or Parquet first.`,
  mixed_offsets: (file, column) =>
    `Some times of column ${column} in ${file} carry an offset from UTC and some do not; export it again with one notation.`,
  contradictory_dates: (file, column) =>
    `The dates of column ${column} in ${file} have both a day and a month above 12 in the same place; say which stands first with --date-format dd/mm/yyyy or mm/dd/yyyy.`,
  ambiguous_dates: (file, column) =>
    `No date of column ${column} in ${file} tells day from month; say which stands first with --date-format dd/mm/yyyy or mm/dd/yyyy.`,
  several_signs: (file, column, seen) =>
    `The numbers of column ${column} in ${file} stand beside several currencies (${seen}), which never add up; export one file for each.`,
  ambiguous_numbers: (file, column) =>
    `The numbers of column ${column} in ${file} do not tell a decimal mark from a thousands separator; say which with --decimal . or --decimal ,`,
  ambiguous_delimiter: (file) =>
    `The columns of ${file} may be separated by more than one sign; say which with --delimiter , or ; or | or tab.`,
  unknown_column: (file, name, seen) => `${file} has no column "${name}"; its columns are: ${seen}.`,
  duplicate_column: (file, field, names) =>
    `${file} has the column for ${field} more than once (${names}); rename one of them and export again.`,
  ambiguous_column: (file, field, names) =>
    `${file} has several columns that may be ${field}: ${names}; settle it with --map ${field}=COLUMN.`,
  header_absent: (file) =>
    `${file} begins with values where the names of its columns should stand; put a line with the names first, or export it again with its header.`,
  header_blank: (file) =>
    `The first line of ${file} names no column; put a line with the names first, or export it again with its header.`,
  header_too_long: (file) =>
    `The header of ${file} begins here and is longer than 256 KiB; most often a quote was opened and never closed. Export the file again.`,
  header_missing_field: (file, field, seen, flag) =>
    `${file} has no column I know as ${field}; its columns are: ${seen}. Name it with --map ${flag}=COLUMN.`,
  file_remote: (file) => `${file} is an address, not a file; download it first and give the local path.`,
  file_unreadable: (file, why) => `${file} cannot be read (${why}); check its permissions.`,
  too_many_open: (file, why) =>
    `${file} cannot be opened, as this process may open no more files (${why}); raise the limit, as with ulimit -n 1024.`,
  file_not_regular: (file, what) => `${file} is ${what}; give a regular file, or - to read standard input.`,
  file_changed: (file) => `${file} changed while it was read; run again when its export is finished.`,
  file_twice: (file, first) =>
    `${file} and ${first} are the same file; give it once, or its rows would count twice.`,
  empty_file: (file) => `${file} is empty: it holds nothing, not even a header; export it again.`,
  gzip_damaged: (what) => `This gzip file is damaged (${what}); download or compress it again.`,
  gzip_bomb: (ratio) =>
    `This gzip file inflates to more than ${ratio} times its size, as no export does; inflate it yourself, look at it and give me the result.`,
  encoding_unknown: (offset, encoding) =>
    `The byte at offset ${offset} (counted from 0) cannot be ${encoding}; name the right encoding with --encoding, or export the file as UTF-8.`,
  json_damaged: (what) => `This is not whole JSON: ${what}. Export the file again.`,
  json_refused: (what) => `This JSON is not taken as records: ${what}.`,
  stray_quote: (record) =>
    `Record ${record} has a quote inside a field that is not quoted; quote the whole field and double the quotes in it, or export the file again.`,
  text_after_quote: (record) =>
    `Record ${record} has text behind a closing quote; double the quotes inside a quoted field, or export the file again.`,
  nul_byte: (record) =>
    `Record ${record} holds a NUL byte; the file is damaged or no text in UTF-8. Export it again as CSV in UTF-8.`,
  bare_carriage_return: (record) =>
    `Record ${record} holds a carriage return without a line feed outside quotes; export the file again with LF or CRLF line ends.`,
  mixed_line_ends: (record) =>
    `Record ${record} does not end its line as the header does; the file was put together from several. Export it again, with all lines ending in LF or all in CRLF.`,
  ragged_record: (record, fields, columns) =>
    `Record ${record} has ${fields} fields where the header has ${columns}; the file is cut, or a delimiter stands outside quotes. Export it again.`,
  record_too_long: (record) =>
    `Record ${record} begins here and is longer than 1 MiB; most often a quote was opened and never closed. Export the file again.`,
  too_many_columns: () =>
    'The header has more than 1,000 columns; check the delimiter, or leave out the columns that are not needed.',
  open_quote: (record) =>
    `Record ${record} opens a quote here that is never closed; the file is cut or damaged. Export it again.`,
  no_exports: () =>
    'No export was recognised here; name the files, with a flag where their header does not tell their kind: loyalty init orders.csv --customers people.csv.',
  export_unknown: (file) =>
    `The header of ${file} does not tell what it holds; say it with --customers, --surveys, --content or --spend, or name the columns of its orders with --map orders.amount=COLUMN.`,
  export_refused: (file, why) => `${file} cannot be part of a configuration: ${why}`,
  file_missing: (file) => `There is no file ${file}; check the path and the folder you run in.`,
} satisfies Record<string, Sentence>;
