/** What one tried fault showed: a row of the table. */
export interface FaultResult {
  /** What was done. */
  fault: string;
  /** What was seen, with figures. */
  seen: string;
  /** What is expected. */
  expected: string;
  met: boolean;
}
