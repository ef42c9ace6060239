import type { Condition } from '../../../src/indicators/own/expression.ts';

/** A condition as somebody writes it, every part of it in parentheses. */
export const written = (condition: Condition): string => {
  switch (condition.kind) {
    case 'flag':
      return condition.column;
    case 'empty':
      return `${condition.column} is empty`;
    case 'not':
      return `not (${written(condition.inner)})`;
    case 'compare': {
      const { value } = condition;
      const text =
        value.type === 'flag' ? String(value.is) : value.type === 'text' ? `'${value.text}'` : value.text;
      return `${condition.column} ${condition.operator} ${text}`;
    }
    default:
      return `(${written(condition.left)}) ${condition.kind} (${written(condition.right)})`;
  }
};
