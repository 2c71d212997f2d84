import type { Schema } from "@tiptap/pm/model";
import { Step, type Transform } from "@tiptap/pm/transform";

/** Steps of an edit as they are kept and sent. */
export type StepJson = Record<string, unknown>;

/** Steps in a row that can be one, made one: a word that was typed is one step, not one a letter. */
export function joined(steps: readonly Step[]): Step[] {
  const out: Step[] = [];
  for (const step of steps) {
    const last = out.at(-1);
    const both = last?.merge(step);
    if (both) out[out.length - 1] = both;
    else out.push(step);
  }
  return out;
}

/** Puts kept steps on a transaction. @returns false where they do not fit its document; it must not be used then */
export function replay(schema: Schema, transaction: Transform, steps: readonly StepJson[]): boolean {
  try {
    return steps.every((json) => transaction.maybeStep(Step.fromJSON(schema, json)).failed === null);
  } catch {
    return false;
  }
}

const nameOf = (versionId: string) => `obelus:text:${versionId}`;

/** The edits of a version that this browser keeps; null where there are none. */
export function readStoredSteps(versionId: string): { steps: StepJson[]; at: string } | null {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(versionId)) ?? "null");
    return Array.isArray(kept?.steps) && kept.steps.length > 0 ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps the edits of a version in this browser. @returns whether it took them */
export function storeSteps(versionId: string, steps: readonly Step[]): boolean {
  try {
    if (steps.length === 0) localStorage.removeItem(nameOf(versionId));
    else
      localStorage.setItem(
        nameOf(versionId),
        JSON.stringify({ steps: steps.map((step) => step.toJSON()), at: new Date().toISOString() }),
      );
    return true;
  } catch {
    return false;
  }
}
