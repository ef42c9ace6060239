import type { ScanLimits, ScanRequest, ScanResult } from '../../../src/sources/scan/contract.ts';

// Unicode Standard 3.9, table 3-7, over bytes written as Latin-1 characters.
const SEQUENCE =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/g;

type Code = NonNullable<ScanResult['fault']>['code'];

/**
 * The structure of a file read one character after the other, written to be obviously right and sharing nothing with the
 * scanner but the shape of its result. With a fault, `ascii` and `utf8` are of the whole file and
 * `quotedLineEnds` of all before the fault, unlike the scanner's.
 */
export const referenceScan = (
  bytes: Buffer,
  request: Pick<ScanRequest, 'start' | 'startLine' | 'delimiter'>,
  limits: ScanLimits,
): Omit<ScanResult, 'sha256'> => {
  const text = bytes.subarray(request.start).toString('latin1');
  const rest = text.replace(SEQUENCE, '');
  const invalid = /[\x80-\xff]/.test(rest);
  const encoding = {
    ascii: !/[\x80-\xff]/.test(text),
    utf8: !invalid
      ? ('valid' as const)
      : rest.length < text.length
        ? ('mixed' as const)
        : ('invalid' as const),
  };
  let columns: number | null = null;
  let lineEnd: '\n' | '\r\n' | null = null;
  let records = 0;
  let blankLines = 0;
  let quotedLineEnds = false;
  let recordAt = 0;
  let fields = 1;
  let fieldLength = 0;
  let quotesInField = 0;
  let fieldIsQuoted = false;
  let quoteAt = 0;

  const outcome = (code: Code | null, at: number) => {
    const before = text.slice(0, at);
    const lineStart = before.lastIndexOf('\n') + 1;
    const header = columns === null;
    return {
      bytes: bytes.length,
      ...encoding,
      records,
      columns: text === '' ? 0 : (columns ?? fields),
      lineEnd,
      terminated: text === '' || (code === null && text.endsWith('\n')),
      quotedLineEnds,
      blankLines,
      fault:
        code === null
          ? null
          : {
              code,
              offset: request.start + at,
              recordOffset: request.start + recordAt,
              record: header ? 1 : records + 2,
              line: request.startLine + before.split('\n').length - 1,
              column: before.slice(lineStart).replace(SEQUENCE, '.').length + 1,
              fields,
            },
    };
  };
  const closeRecord = () => {
    const empty = fields === 1 && fieldLength === 0;
    if (columns === null) columns = fields;
    else if (empty && columns > 1) blankLines++;
    else records++;
    fields = 1;
    fieldLength = quotesInField = 0;
    fieldIsQuoted = false;
  };
  const tooFew = () => columns !== null && fields < columns && !(fields === 1 && fieldLength === 0);

  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const inside = fieldIsQuoted && quotesInField % 2 === 1;
    if (character === '\0') return outcome('nul_byte', at);
    const crlf = text.startsWith('\r\n', at);
    if (!inside && (character === '\n' || crlf)) {
      const end = crlf ? '\r\n' : '\n';
      if (lineEnd !== null && lineEnd !== end) return outcome('mixed_line_ends', at);
      if (tooFew()) return outcome('ragged_record', at);
      lineEnd = end;
      at += end.length - 1;
      closeRecord();
      recordAt = at + 1;
      continue;
    }
    if (at === recordAt + limits.recordBytes) return outcome('record_too_long', recordAt);
    if (!inside && character === '\r') return outcome('bare_carriage_return', at);
    if (!inside && character === request.delimiter) {
      fields++;
      if (columns === null && fields > limits.columns) return outcome('too_many_columns', at);
      if (columns !== null && fields > columns) return outcome('ragged_record', at);
      fieldLength = quotesInField = 0;
      fieldIsQuoted = false;
      continue;
    }
    if (character === '"') {
      if (fieldLength === 0) {
        fieldIsQuoted = true;
        quoteAt = at;
      } else if (!fieldIsQuoted) return outcome('stray_quote', at);
      quotesInField++;
    } else if (fieldIsQuoted && !inside) return outcome('text_after_quote', at);
    if (character === '\n' || character === '\r') quotedLineEnds = true;
    fieldLength++;
  }
  if (fieldIsQuoted && quotesInField % 2 === 1) return outcome('open_quote', quoteAt);
  if (recordAt < text.length) {
    if (tooFew()) return outcome('ragged_record', text.length);
    closeRecord();
  }
  return outcome(null, text.length);
};
