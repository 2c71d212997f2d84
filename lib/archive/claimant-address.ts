import { foldText } from "./fold-text";

/** Digits of a claimant's id in their address. */
const CODE_LENGTH = 10;
/** Letters of the name in the address: more tell nobody who it is. */
const MAX_NAME = 60;

/**
 * The path of a claimant's page: "/claimants/jane-doe-0a1b2c3d4e". The end of the id names them, so that two people can have one name, and the address
 * stays valid when the name changes.
 */
export function claimantPath({ id, name }: { id: string; name: string }): string {
  return `/claimants/${encodeURIComponent(claimantSlug({ id, name }))}`;
}

/** The part of the path that names a claimant. */
export function claimantSlug({ id, name }: { id: string; name: string }): string {
  const words = foldText(name).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const named = [...words.join("-")].slice(0, MAX_NAME).join("").replace(/-+$/, "");
  return [named, id.slice(-CODE_LENGTH)].filter(Boolean).join("-");
}

/** What of a claimant's slug names them: the end of their id. Null if it is the slug of nobody. */
export function claimantCode(slug: string): string | null {
  return /(?:^|-)([0-9a-f]{10})$/.exec(slug)?.[1] ?? null;
}
