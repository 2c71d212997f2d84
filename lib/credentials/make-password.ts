import { randomInt } from "node:crypto";

/** Letters and digits that are not confused with each other. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Groups of five characters that can be read aloud. */
function makeGroups(count: number): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: count }, group).join("-");
}

/** A one-time password of 20 characters (about 99 bits). */
export function makePassword(): string {
  return makeGroups(4);
}

/** A recovery code of 10 characters (about 49 bits). */
export function makeRecoveryCode(): string {
  return makeGroups(2);
}
