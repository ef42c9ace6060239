import type { Report, Role } from '../../report/schema.ts';

/** The inputs of a role, or all of them. */
export const inputsOf = ({ inputs }: Report, role: Role | null): Report['inputs'] =>
  role === null ? inputs : inputs.filter((input) => input.role === role);
