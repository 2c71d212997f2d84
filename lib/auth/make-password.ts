import { randomInt } from "node:crypto";

/** Letters and digits that are not taken for each other. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** A one-time password of 20 characters (about 99 bits), in groups that can be read out. */
export function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
