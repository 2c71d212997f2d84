import type { Schema } from "@tiptap/pm/model";
import { Step, type Transform } from "@tiptap/pm/transform";

/** An edit step as stored and sent. */
export type StepJson = Record<string, unknown>;

/** Merges consecutive steps where possible: a typed word becomes one step, not one per letter. */
export function mergeSteps(steps: readonly Step[]): Step[] {
  const out: Step[] = [];
  for (const step of steps) {
    const last = out.at(-1);
    const merged = last?.merge(step);
    if (merged) out[out.length - 1] = merged;
    else out.push(step);
  }
  return out;
}

/** Applies stored steps to a transaction. @returns false if they do not fit its document; the transaction must then be discarded */
export function replay(schema: Schema, transaction: Transform, steps: readonly StepJson[]): boolean {
  try {
    return steps.every((json) => transaction.maybeStep(Step.fromJSON(schema, json)).failed === null);
  } catch {
    return false;
  }
}

const storageKeyOf = (versionId: string) => `obelus:text:${versionId}`;

/** The stored edits of a version; null if there are none. */
export function readStoredSteps(versionId: string): { steps: StepJson[]; at: string } | null {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKeyOf(versionId)) ?? "null");
    return Array.isArray(stored?.steps) && stored.steps.length > 0 ? stored : null;
  } catch {
    return null;
  }
}

/** Stores the edits of a version in this browser. @returns false if its storage is full or disabled */
export function storeSteps(versionId: string, steps: readonly Step[]): boolean {
  try {
    if (steps.length === 0) localStorage.removeItem(storageKeyOf(versionId));
    else
      localStorage.setItem(
        storageKeyOf(versionId),
        JSON.stringify({ steps: steps.map((step) => step.toJSON()), at: new Date().toISOString() }),
      );
    return true;
  } catch {
    return false;
  }
}
