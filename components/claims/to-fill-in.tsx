import { CommandKey } from "@/components/commands/command-key";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { isToFillIn } from "@/lib/claims/to-fill-in";
import { useClaimActions } from "./claim-actions";
import styles from "./claims-panel.module.css";

/** How many claims have no verdict yet, with a button that opens the next one. Nothing while there are none. */
export function ToFillIn({ claims, selectedId }: { claims: readonly Claim[]; selectedId: string | null }) {
  const t = useWords("claimForm");
  const { fillIn } = useClaimActions();
  const count = claims.filter(isToFillIn).length;
  if (count === 0) return null;
  return (
    <p className={styles.toFillIn}>
      {t("fill.count", { count })}{" "}
      <Button look="quiet" onClick={() => fillIn(selectedId)}>
        {t("fill.next")} <CommandKey id="fill-in" keys="f" />
      </Button>
    </p>
  );
}
