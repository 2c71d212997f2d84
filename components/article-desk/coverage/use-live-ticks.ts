import { useEffect } from "react";
import type { Checklist } from "@/components/article-desk/checklist/create-checklist";
import { liveConnection } from "@/components/live/live-connection";
import { outbox } from "@/components/live/outbox";

/** Milliseconds for which ticks of others are gathered before they are fetched. */
const DEBOUNCE_MS = 100;

/** Shows what other people tick off, and what this browser sent late. */
export function useLiveTicks({ takeEvents, reload, applyMarked }: Checklist, articleId: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ids: string[] = [];
    const fetchNews = () => {
      timer = undefined;
      const gathered = ids;
      ids = [];
      void takeEvents(gathered);
    };
    const stop = liveConnection.listen((message) => {
      if (message.kind === "sync") void reload();
      else if (
        message.kind === "change" &&
        message.event.targetType === "tick" &&
        message.event.articleId === articleId
      ) {
        ids.push(message.event.targetId);
        timer ??= setTimeout(fetchNews, DEBOUNCE_MS);
      }
    });
    const stopOutbox = outbox.onDone((written) => {
      if (written.kind === "item") applyMarked(written);
    });
    return () => {
      clearTimeout(timer);
      stop();
      stopOutbox();
    };
  }, [articleId, takeEvents, reload, applyMarked]);
}
