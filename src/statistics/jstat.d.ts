/** The part of jStat 1.9 that `distributions.ts` uses; the package has no types of its own. */
declare module 'jstat' {
  interface Distributions {
    readonly normal: { inv(probability: number, mean: number, deviation: number): number };
    readonly studentt: { inv(probability: number, degrees: number): number };
    erfc(x: number): number;
    ibeta(x: number, a: number, b: number): number;
  }
  const jStat: Distributions;
  export default jStat;
}
