import type { Store } from "@/components/article-desk/operations/store";
import { attempt } from "@/components/ui/attempt";
import type { Tick } from "@/lib/checklist/tick";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { withFetched } from "./shown-ticks";

/** The most ticks that are requested by their ids; if there are more, all are loaded. */
const MAX_IDS = 500;

/** Loads the ticks of an article, and those that other people change. */
export function createTickLoader({
  articleId,
  versionId,
  ticks,
  hasFailed,
  withUnsent,
}: {
  articleId: string;
  versionId: string;
  ticks: Store<readonly Tick[] | null>;
  hasFailed: Store<boolean>;
  /** Adds what this browser has not sent yet. */
  withUnsent: (loaded: readonly Tick[]) => readonly Tick[];
}) {
  /** How often a tick was changed here: a list that was requested before the last change is outdated. */
  let changes = 0;

  /** @param ids null for all */
  async function load(ids: readonly string[] | null): Promise<void> {
    for (;;) {
      const before = changes;
      const result = await attempt(() => fetchTicks({ articleId, ids }));
      hasFailed.set(!result.ok && ticks.get() === null);
      if (!result.ok || result.value.versionId !== versionId) {
        // Of another version: the page shows that there is a new text.
        if (result.ok && ticks.get() === null) ticks.set([]);
        return;
      }
      if (changes !== before && ids === null) continue;
      ticks.update((shown) => withUnsent(withFetched(shown ?? [], result.value.ticks, ids)));
      return;
    }
  }

  return {
    load,
    /** A tick was changed here. */
    changed: () => {
      changes += 1;
    },
    /** Loads the ticks that events named. */
    takeEvents: async (ids: readonly string[]): Promise<void> => {
      const news = [...new Set(ids)];
      if (ticks.get() !== null && news.length > 0) await load(news.length > MAX_IDS ? null : news);
    },
  };
}

async function fetchTicks(input: {
  articleId: string;
  ids: readonly string[] | null;
}): Promise<Result<{ versionId: string; ticks: Tick[] }, Failure>> {
  const response = await fetch("/desk/ticks", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`ticks could not be fetched: ${response.status}`);
  return (await response.json()) as Result<{ versionId: string; ticks: Tick[] }, Failure>;
}
