import { ClaimTicks } from "@/components/article-desk/marks/claim-ticks";
import { useDesk, useMarks } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";

/** The strip between the text and the claims. */
export function DeskTicks() {
  const { page, choice } = useDesk();
  const { spans } = useMarks();
  const selectedId = useStore(choice.selectedId);
  return (
    <ClaimTicks spans={spans} length={page.map.text.length} selectedId={selectedId} onPick={choice.goTo} />
  );
}
