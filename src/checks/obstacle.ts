/** Why a check cannot be evaluated: a stable code, and what its sentence is made with. */
export interface Obstacle {
  readonly reason: string;
  readonly details: readonly string[];
}

/** Makes an obstacle of its code and details. */
export const obstacle = (reason: string, ...details: string[]): Obstacle => ({ reason, details });

/** Whether an obstacle was found in place of what was looked for. */
export const isObstacle = <T extends object>(found: T | Obstacle): found is Obstacle => 'reason' in found;
