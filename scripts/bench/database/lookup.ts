/** A listing or lookup of the product. */
export interface Lookup {
  name: string;
  /** Runs it once, each time with other values. @param n number of the run */
  run(n: number): Promise<unknown>;
}
