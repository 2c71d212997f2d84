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
/** Milliseconds after which a hidden tab counts as gone. */
const HIDDEN_TIMEOUT_MS = 60_000;

/** Announces that this person has the article open, and which claim. @returns who else has */
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
  // One id per page load: after a reload, the old tab leaves and a new one appears.
  const [tabId] = useState(() => crypto.randomUUID());

  useEffect(() => {
    let hiddenAt: number | null = null;
    let hasLeft = false;
    const beat = () => {
      if (hiddenAt !== null && Date.now() - hiddenAt > HIDDEN_TIMEOUT_MS) return leave();
      hasLeft = false;
      send({ kind: "here", tabId, articleId, claimId, editing });
    };
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      // A beacon is sent even while the page is being closed.
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
    const refresh = async () => {
      clearTimeout(timer);
      const here = await listTabs(articleId);
      if (ended) return;
      if (here) setTabs(here);
      // A tab that stops announcing itself is gone after a timeout. While others are here, check as often as they announce themselves.
      timer = setTimeout(refresh, here?.length ? PRESENCE.every : PRESENCE.gone);
    };
    void refresh();
    const stop = liveConnection.listen((message) => {
      if (message.kind === "sync" || (message.kind === "presence" && message.articleId === articleId))
        void refresh();
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
    // Others see this person leave; the next beat announces them again.
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
