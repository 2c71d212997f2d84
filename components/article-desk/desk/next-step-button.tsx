import { focusClaim } from "@/components/article-desk/focus/focus-targets";
import { useDesk } from "@/components/article-desk/state/desk-context";
import type { NextStep } from "@/components/article-desk/state/next-step";
import { useNextUnmarked } from "@/components/article-desk/state/use-next-unmarked";
import { useStore } from "@/components/article-desk/state/use-store";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";

/** The one action that the article needs from this person, unless it is publishing, which has its own button. */
export function NextStepButton({ next }: { next: NextStep }) {
  const t = useWords("articles");
  const { claims, choice } = useDesk();
  const pendingId = useStore(claims.pendingId);
  const selectedId = useStore(choice.selectedId);
  const nextUnmarked = useNextUnmarked();
  if (next.kind === "submit")
    return (
      <Button look="primary" pending={pendingId !== null} onClick={claims.submitAll}>
        {t("submitAll", { count: next.count })}
      </Button>
    );
  if (next.kind === "mark")
    return (
      <Button look="primary" onClick={nextUnmarked}>
        {t("markFirst")}
      </Button>
    );
  if (next.kind !== "approve") return null;
  return (
    <Button
      look="primary"
      onClick={() => {
        // Again while one of them is open: the one after it.
        const at = next.claims.findIndex(({ id }) => id === selectedId);
        const claim = next.claims[(at + 1) % next.claims.length];
        if (!claim) return;
        choice.goTo(claim.id);
        focusClaim(claim.id);
      }}
    >
      {t("reviewNext", { count: next.claims.length })}
    </Button>
  );
}
