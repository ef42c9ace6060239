/** What stops the reading of a JSON text, at a byte offset of the file; the place is made of it later. */
export class Flaw extends Error {
  readonly code: 'json_damaged' | 'json_refused';
  readonly offset: number;

  constructor(code: Flaw['code'], what: string, offset: number) {
    super(what);
    this.name = 'Flaw';
    this.code = code;
    this.offset = offset;
  }
}

/** Thrown where the bytes at hand end inside a record: more of them may complete it. */
export class Unfinished extends Error {
  override readonly name = 'Unfinished';
}
