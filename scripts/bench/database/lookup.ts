/** A listing or lookup of the product. */
export interface Lookup {
  name: string;
  /** Milliseconds that 95 of 100 runs must not exceed. */
  target?: number;
  /** Runs it once, each time with other values. @param n number of the run */
  run(n: number): Promise<unknown>;
}
