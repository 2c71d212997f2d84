import { useState } from "react";
import { type DeskRead, deskRead } from "@/components/reads/read-desk";
import { attempt } from "@/components/ui/attempt";
import type { PersonName } from "@/lib/claims/claim";

/** Reads the people who can be assigned work. */
export type ListPeopleForWork = DeskRead<Record<string, never>, PersonName[]>;

const listPeopleForWork: ListPeopleForWork = deskRead("people-for-work");

/**
 * The people to choose from where work is assigned. Pages stay open for days: the list is read again when it gets the focus, so that it also
 * has a colleague who joined meanwhile. If that fails, it stays as it is.
 * @param initial the people as the page was rendered; newer ones replace what was read since
 */
export function usePeopleForWork(
  initial: readonly PersonName[],
  list: ListPeopleForWork = listPeopleForWork,
): { people: readonly PersonName[]; onFocus: () => void } {
  const [read, setRead] = useState<{ after: readonly PersonName[]; people: readonly PersonName[] } | null>(
    null,
  );
  return {
    people: read?.after === initial ? read.people : initial,
    onFocus: () => {
      void attempt(() => list({})).then((result) => {
        if (result.ok) setRead({ after: initial, people: result.value });
      });
    },
  };
}
