import { languages, spokenLanguage } from "./words";

/**
 * The language for a person or newsroom with several: the first that the product speaks, else English.
 * @param wanted BCP 47, the best first; null for none
 */
export function firstSpoken(wanted: readonly (string | null | undefined)[]): string {
  const spoken = wanted.find((tag) => tag && languages().includes(primaryOf(tag)));
  return spokenLanguage(spoken ?? "en");
}

const primaryOf = (tag: string) => tag.toLowerCase().split("-")[0] ?? "";
