import { useEffect, useRef, useState } from "react";
import { type DeskRead, deskRead } from "@/components/reads/read-desk";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { PublicationJobView } from "./publication-progress";

export type LoadPublicationJob = DeskRead<{ articleId: string; jobId: string }, PublicationJobView>;

/** Loads how far the publication of a long article is. */
export const loadPublicationJob: LoadPublicationJob = deskRead("publication-job");

/** Milliseconds between two looks at a job. */
const POLL_INTERVAL_MS = 700;

interface Options {
  /** In preparation when the page was loaded, if any. */
  initial: PublicationJobView | null;
  load: (job: PublicationJobView) => Promise<Result<PublicationJobView, Failure>>;
  onPublished: (publication: { number: number; revision: number }) => void;
  onFailed: (failure: Failure) => void;
}

/**
 * Follows the publication of a long article until it ends.
 * @returns the job in preparation, if any, and a function that begins to follow one
 */
export function usePublicationJob(
  options: Options,
): [PublicationJobView | null, (job: PublicationJobView) => void] {
  const [job, follow] = useState(options.initial?.state === "preparing" ? options.initial : null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (!job) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const loaded = await attempt(() => latest.current.load(job));
      if (stopped) return;
      const { onFailed, onPublished } = latest.current;
      // The connection may be back at the next look.
      if (!loaded.ok && loaded.error.kind === "unavailable") {
        timer = setTimeout(look, POLL_INTERVAL_MS);
        return;
      }
      const now = loaded.ok ? loaded.value : null;
      if (now?.state === "preparing") return follow(now);
      follow(null);
      if (now?.publication) onPublished({ number: now.publication.number, revision: now.revision + 1 });
      else if (now?.failure) onFailed({ kind: "invalid", message: now.failure });
      else if (!loaded.ok) onFailed(loaded.error);
    };
    timer = setTimeout(look, POLL_INTERVAL_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [job]);
  return [job, follow];
}
