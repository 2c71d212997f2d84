import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import type { ArticleEditorHandle } from "@/components/article-desk/state/editor-handle";
import { type ClaimFilter, NO_FILTER, passes } from "@/components/claims/claims-panel";
import type { Claim } from "@/lib/claims/claim";

/** Filters the claims and opens one of them, from the text, the list or the keyboard. */
export function useClaimChoice({
  claims,
  selectedId,
  onSelectedId,
  editor,
  onSelect,
}: {
  claims: readonly Claim[];
  selectedId: string | null;
  onSelectedId: (next: string | null | ((before: string | null) => string | null)) => void;
  editor: RefObject<ArticleEditorHandle | null>;
  /** Called when a claim is opened. */
  onSelect: () => void;
}) {
  const [filter, setFilter] = useState<ClaimFilter>(NO_FILTER);
  /** Overlapping claims to choose from, and the point on the screen where they were clicked. */
  const [picker, setPicker] = useState<{ ids: string[]; at: { x: number; y: number } } | null>(null);
  const shown = useMemo(() => claims.filter((claim) => passes(claim, filter)), [claims, filter]);
  const latest = useRef({ claims, shown, selectedId });
  latest.current = { claims, shown, selectedId };

  const select = useCallback(
    (id: string) => {
      setPicker(null);
      onSelectedId(id);
      onSelect();
      // Clear a filter that would hide the claim.
      setFilter((before) =>
        latest.current.claims.some((claim) => claim.id === id && passes(claim, before)) ? before : NO_FILTER,
      );
    },
    [onSelect, onSelectedId],
  );
  const reveal = useCallback(
    (id: string) => {
      const claim = latest.current.claims.find((each) => each.id === id);
      if (claim && claim.anchor.outcome !== "orphaned") editor.current?.reveal(claim.anchor.start);
    },
    [editor],
  );
  const goTo = useCallback(
    (id: string) => {
      select(id);
      reveal(id);
    },
    [select, reveal],
  );
  const toggle = useCallback(
    (id: string) => {
      onSelectedId((before) => (before === id ? null : id));
      reveal(id);
    },
    [onSelectedId, reveal],
  );
  const pick = useCallback(
    (ids: string[], at: { x: number; y: number }) => {
      const [only, another] = ids;
      // On narrow screens the list is below the text, so opening a claim would scroll away: show the picker instead.
      if (only && !another && !matchMedia("(max-width: 62rem)").matches) select(only);
      else setPicker({ ids, at });
    },
    [select],
  );
  const closePicker = useCallback(() => setPicker(null), []);
  /** Opens the next or previous claim among those shown. */
  const step = useCallback(
    (by: 1 | -1) => {
      const { shown: list, selectedId: id } = latest.current;
      const index = list.findIndex((claim) => claim.id === id);
      const next = list[by === 1 ? index + 1 : index === -1 ? list.length - 1 : index - 1];
      if (!next) return;
      goTo(next.id);
      document.querySelector<HTMLElement>(`[data-claim-card="${next.id}"]`)?.focus({ preventScroll: true });
    },
    [goTo],
  );
  return { shown, filter, setFilter, picker, select, goTo, toggle, pick, closePicker, step };
}
