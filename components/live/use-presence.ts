import { useEffect, useMemo, useState } from "react";
import {
  othersHere,
  type PersonHere,
  PRESENCE,
  type PresenceInput,
  type PresentTab,
} from "@/lib/live/presence";
import { liveConnection } from "./live-connection";

const ADDRESS = "/desk/presence";
/** Milliseconds for which a tab that nobody looks at still counts as there. */
const HIDDEN = 60_000;

/** Tells others that one is here, and in which claim; tells who else is. */
export function usePresence({
  articleId,
  actorId,
  claimId,
  editing,
}: {
  articleId: string;
  actorId: string;
  claimId: string | null;
  editing: boolean;
}): PersonHere[] {
  const [tabs, setTabs] = useState<readonly PresentTab[]>([]);
  // Made once a page: a reload is another tab to the others, and the old one leaves.
  const [tabId] = useState(() => crypto.randomUUID());

  useEffect(() => {
    let hiddenAt: number | null = null;
    let hasLeft = false;
    const beat = () => {
      if (hiddenAt !== null && Date.now() - hiddenAt > HIDDEN) return leave();
      hasLeft = false;
      send({ kind: "here", tabId, articleId, claimId, editing });
    };
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      // It is sent also while the page is being closed.
      navigator.sendBeacon(
        ADDRESS,
        new Blob([JSON.stringify({ kind: "left", tabId } satisfies PresenceInput)], {
          type: "application/json",
        }),
      );
    };
    const onVisibility = () => {
      hiddenAt = document.visibilityState === "hidden" ? Date.now() : null;
      if (hiddenAt === null) beat();
    };
    beat();
    const timer = setInterval(beat, PRESENCE.every);
    document.addEventListener("visibilitychange", onVisibility);
    addEventListener("pagehide", leave);
    addEventListener("pageshow", beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onVisibility);
      removeEventListener("pagehide", leave);
      removeEventListener("pageshow", beat);
    };
  }, [articleId, tabId, claimId, editing]);

  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      clearTimeout(timer);
      const here = await listTabs(articleId);
      if (ended) return;
      if (here) setTabs(here);
      // Who says nothing more is gone when their time is up; while others are here, one looks as often as they say so.
      timer = setTimeout(look, here?.length ? PRESENCE.every : PRESENCE.gone);
    };
    void look();
    const stop = liveConnection.listen((message) => {
      if (message.kind === "sync" || (message.kind === "presence" && message.articleId === articleId))
        void look();
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }, [articleId]);

  return useMemo(() => othersHere(tabs, actorId), [tabs, actorId]);
}

function send(input: PresenceInput): void {
  fetch(ADDRESS, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
    keepalive: true,
  }).catch(() => {
    // Others see that one is gone; the next time it is tried again.
  });
}

async function listTabs(articleId: string): Promise<PresentTab[] | null> {
  try {
    const response = await fetch(`${ADDRESS}?article=${encodeURIComponent(articleId)}`, {
      cache: "no-store",
    });
    return response.ok ? ((await response.json()) as PresentTab[]) : [];
  } catch {
    return [];
  }
}
