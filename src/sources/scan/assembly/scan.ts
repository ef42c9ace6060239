/**
 * The fast half of the structural scan: AssemblyScript, compiled to WebAssembly with SIMD by build/scan.mjs.
 * It takes the bytes after the header record in order, 64 at a time, and says only "sound so far" or "a fault is near";
 * the slow half (record.ts) names the fault. Its state always stands at the last block that was sound.
 */

let delimiterByte: u8 = 0;
let lastColumn: u32 = 0;
let carriageReturns: bool = false;
let longestRecord: i32 = 0;

/** All ones while the next byte lies inside quotes. */
let quoted: u64 = 0;
/** 1 when the last byte was a closing quote, began a field, was a carriage return outside quotes. */
let afterClosing: u64 = 0;
let afterSeparator: u64 = 1;
let afterReturn: u64 = 0;
let delimiters: u32 = 0;
let lineFeeds: f64 = 0;

/** Where the record being read begins, counted from the first byte of the call that found a fault, else of the next call. */
export let recordStart: i32 = 0;
/** Records closed by a line end, empty lines that are no record, and line feeds (quoted ones too) before `recordStart`. */
export let records: f64 = 0;
export let blankLines: f64 = 0;
export let lines: f64 = 0;
/** Whether a line feed or carriage return stands inside quotes. */
export let quotedLineEnds: bool = false;

/** The address the bytes are to be put at; 64 bytes more than their length are read. */
export function address(): usize {
  return (__heap_base + 63) & ~63;
}

/** Begins a file: its delimiter, the fields of its header, whether its lines end in CR LF, the most bytes of a record. */
export function begin(delimiter: u8, columns: u32, returns: bool, recordBytes: i32): void {
  delimiterByte = delimiter;
  lastColumn = columns - 1;
  carriageReturns = returns;
  longestRecord = recordBytes;
  quoted = 0;
  afterClosing = 0;
  afterSeparator = 1;
  afterReturn = 0;
  delimiters = 0;
  lineFeeds = 0;
  recordStart = 0;
  records = 0;
  blankLines = 0;
  lines = 0;
  quotedLineEnds = false;
}

// @ts-ignore: decorator
@inline
function where(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return (
    (<u64>(<u32>i8x16.bitmask(i8x16.eq(a, byte)))) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(b, byte)))) << 16) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(c, byte)))) << 32) |
    ((<u64>(<u32>i8x16.bitmask(i8x16.eq(d, byte)))) << 48)
  );
}

/** Each bit becomes the parity of itself and all bits below: ones from every opening quote up to its closing one. */
// @ts-ignore: decorator
@inline
function parity(bits: u64): u64 {
  let all = bits;
  all ^= all << 1;
  all ^= all << 2;
  all ^= all << 4;
  all ^= all << 8;
  all ^= all << 16;
  return all ^ (all << 32);
}

/** Reads `length` bytes at `address()`, a multiple of 64 in all calls but the last of a file; false when a fault is near. */
export function scan(length: i32): bool {
  const from = address();
  const quote = i8x16.splat(0x22);
  const feed = i8x16.splat(0x0a);
  const carriageReturn = i8x16.splat(0x0d);
  const separator = i8x16.splat(<i8>delimiterByte);
  const returns: i32 = carriageReturns ? 1 : 0;
  let start = recordStart;
  let fields = delimiters;
  let closedRecords: u32 = 0;
  let emptyLines: u32 = 0;
  let feedsSeen: u32 = 0;
  let feedsBefore: i32 = -1;
  let sound = true;

  for (let at: i32 = 0; at < length; at += 64) {
    const block = from + <usize>at;
    const a = v128.load(block, 0);
    const b = v128.load(block, 16);
    const c = v128.load(block, 32);
    const d = v128.load(block, 48);
    let quotes = where(a, b, c, d, quote);
    let delims = where(a, b, c, d, separator);
    let feeds = where(a, b, c, d, feed);
    let crs: u64 = 0;
    if (
      carriageReturns ||
      v128.any_true(
        v128.or(
          v128.or(i8x16.eq(a, carriageReturn), i8x16.eq(b, carriageReturn)),
          v128.or(i8x16.eq(c, carriageReturn), i8x16.eq(d, carriageReturn)),
        ),
      )
    ) {
      crs = where(a, b, c, d, carriageReturn);
    }
    let nuls: u64 = 0;
    if (!i8x16.all_true(i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d)))) {
      nuls = where(a, b, c, d, i8x16.splat(0));
    }
    let inFile: u64 = ~0;
    if (length - at < 64) {
      inFile = ((<u64>1) << <u64>(length - at)) - 1;
      quotes &= inFile;
      delims &= inFile;
      feeds &= inFile;
      crs &= inFile;
      nuls &= inFile;
    }

    let bad = nuls;
    let inside: u64 = quoted;
    let closing: u64 = 0;
    let ends = feeds;
    let endReturns = crs;
    if ((quotes | quoted | afterClosing) != 0) {
      inside = parity(quotes) ^ quoted;
      closing = quotes & ~inside;
      ends &= ~inside;
      endReturns &= ~inside;
      delims &= ~inside;
      const fieldStarts = ((delims | ends) << 1) | afterSeparator;
      const afterQuotes = ((closing << 1) | afterClosing) & inFile;
      bad |= quotes & inside & ~(fieldStarts | afterQuotes);
      bad |= afterQuotes & ~(delims | feeds | crs | quotes);
    }
    bad |= carriageReturns ? (((endReturns << 1) | afterReturn) & inFile) ^ ends : endReturns;
    if (bad != 0) {
      sound = false;
      break;
    }

    let rest = ends;
    let row = delims;
    let blockStart = start;
    let blockFields = fields;
    let blockRecords: u32 = 0;
    let blockEmpty: u32 = 0;
    while (rest != 0) {
      const below = (rest & (0 - rest)) - 1;
      const end = at + <i32>ctz(rest);
      const bytes = end - blockStart - returns;
      if (bytes == 0 && lastColumn != 0) {
        blockEmpty++;
      } else if (blockFields + <u32>popcnt(row & below) == lastColumn && bytes <= longestRecord) {
        blockRecords++;
      } else {
        sound = false;
        break;
      }
      row &= ~below;
      blockFields = 0;
      blockStart = end + 1;
      rest &= rest - 1;
    }
    if (!sound) break;

    start = blockStart;
    fields = blockFields + <u32>popcnt(row);
    closedRecords += blockRecords;
    emptyLines += blockEmpty;
    if (ends != 0) feedsBefore = feedsSeen + <u32>popcnt(feeds & (~(<u64>0) >> clz(ends)));
    feedsSeen += <u32>popcnt(feeds);
    if (((feeds | crs) & inside) != 0) quotedLineEnds = true;
    quoted = <u64>(<i64>inside >> 63);
    afterClosing = closing >> 63;
    afterSeparator = (delims | ends) >> 63;
    afterReturn = endReturns >> 63;
  }

  if (sound && length - start > longestRecord + 1) sound = false;
  recordStart = sound ? start - length : start;
  delimiters = fields;
  records += <f64>closedRecords;
  blankLines += <f64>emptyLines;
  if (feedsBefore >= 0) lines = lineFeeds + <f64>feedsBefore;
  lineFeeds += <f64>feedsSeen;
  return sound;
}
