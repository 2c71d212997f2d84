/** Whether this instance runs background jobs: "off" if it never will, as on a start without a database. */
export type JobState = "off" | "starting" | "running";

// On globalThis, because the HTTP front and Next have their own instances of this module.
const globals = globalThis as typeof globalThis & { obelusJobState?: JobState };

export function jobState(): JobState {
  return globals.obelusJobState ?? "off";
}

export function setJobState(state: JobState): void {
  globals.obelusJobState = state;
}
