import { titleKeyOf } from "@/lib/sources/title-key";

/** A key of a name, equal for two that differ only in case, accents, punctuation and white space. Never empty for a name that is not. */
export function nameKeyOf(name: string): string {
  return titleKeyOf(name) ?? name.trim();
}

/** The keys of all names of a claimant, each between line feeds, so that a search finds one of them or the beginning of one. */
export function namesKeyOf({ name, aliases }: { name: string; aliases: readonly string[] }): string {
  return `\n${[...new Set([name, ...aliases].map(nameKeyOf))].join("\n")}\n`;
}
