/** Prints the figures of a sweep on a line of its own, where the deep run finds them. */
export const tell = (what: string, figures: Readonly<Record<string, unknown>>): void => {
  console.info(`crash: ${JSON.stringify({ what, ...figures })}`);
};
