/** A name that is not known, with those that are. */
export interface Unknown {
  readonly text: string;
  readonly known: readonly string[];
}

/** What keeps an indicator of a configuration from being one, to be said behind the key it stands at. */
export class Misread extends Error {
  readonly unknown: Unknown | null;
  readonly key: 'numerator' | 'denominator' | 'unit';

  constructor(what: string, unknown: Unknown | null = null, key: Misread['key'] = 'unit') {
    super(what);
    this.name = 'Misread';
    this.unknown = unknown;
    this.key = key;
  }

  /** The same, as it stands at a key. */
  at(key: Misread['key']): Misread {
    return new Misread(this.message, this.unknown, key);
  }
}
