import type { Schema } from "@tiptap/pm/model";
import { Step, type Transform } from "@tiptap/pm/transform";
import { browserStorage } from "@/components/storage/browser-storage";
import { isRecord, readJson } from "@/components/storage/stored-json";

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

/** Who made the edits, and in which version. People who share a browser have separate edits. */
export interface StepsOwner {
  ownerId: string;
  versionId: string;
}

const storageKeyOf = ({ ownerId, versionId }: StepsOwner) => `obelus:text:steps:${ownerId}:${versionId}`;
/** Where earlier versions stored edits, of anyone. */
const formerKeyOf = ({ versionId }: StepsOwner) => `obelus:text:${versionId}`;

interface StoredSteps {
  steps: StepJson[];
  /** ISO 8601 instant. */
  at: string;
}

/** The stored edits of a version; null if there are none. */
export function readStoredSteps(owner: StepsOwner): StoredSteps | null {
  return (
    readJson(browserStorage, storageKeyOf(owner), isStoredSteps) ??
    readJson(browserStorage, formerKeyOf(owner), isStoredSteps)
  );
}

/** Stores the edits of a version in this browser. @returns whether they survive a reload */
export async function storeSteps(owner: StepsOwner, steps: readonly Step[]): Promise<boolean> {
  browserStorage.remove(formerKeyOf(owner));
  if (steps.length > 0) {
    const stored: StoredSteps = { steps: steps.map((step) => step.toJSON()), at: new Date().toISOString() };
    return browserStorage.set(storageKeyOf(owner), JSON.stringify(stored));
  }
  browserStorage.remove(storageKeyOf(owner));
  return true;
}

function isStoredSteps(value: unknown): value is StoredSteps {
  return (
    isRecord(value) &&
    Array.isArray(value.steps) &&
    value.steps.length > 0 &&
    value.steps.every(isRecord) &&
    typeof value.at === "string"
  );
}
