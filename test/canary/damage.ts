import type { ShopRole } from './shop.ts';

/** A file that cannot be read, or not all of it; `exit` is that of `kpi` with `flags`. */
export interface Damage {
  readonly name: string;
  readonly role: ShopRole;
  readonly bytes: string | Buffer;
  readonly exit: number;
  readonly flags: readonly string[];
}

/** Makes one; most are of orders and refused. */
export const damage = (
  name: string,
  bytes: string | Buffer,
  exit = 3,
  role: ShopRole = 'orders',
  flags: readonly string[] = [],
): Damage => ({ name, role, bytes, exit, flags });
