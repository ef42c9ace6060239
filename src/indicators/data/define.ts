import type { Unit } from '../../report/schema.ts';
import type { Texts } from '../define.ts';

/** The definition of a figure of the data themselves, which checks hold to a threshold like any other. */
export interface DataDefinition {
  readonly id: string;
  readonly title: Texts;
  readonly question: Texts;
  readonly formula: Texts;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  /** Whether `[role=customers]` asks for one kind of files. */
  readonly byRole: boolean;
}
