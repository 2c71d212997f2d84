import type { FlagKind } from "@/lib/watching/flag";

/** Which flags are listed, as in the address: `person` is "me", "all" or an id. */
export interface WatchingQuery {
  kind: FlagKind | "";
  person: string;
}

/** The address of the list. */
export function hrefOfList({ kind, person }: WatchingQuery): string {
  const query = new URLSearchParams({
    ...(kind ? { kind } : {}),
    ...(person === "me" ? {} : { person }),
  }).toString();
  return query ? `/desk/watching?${query}` : "/desk/watching";
}
