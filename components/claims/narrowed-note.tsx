import { Button } from "@/components/ui/button";
import { focusAfterRender } from "@/components/ui/focus-after-render";
import { useWords } from "@/components/words/use-words";
import styles from "./claims-panel.module.css";

/** "Only 3 claims are shown, as the link asks. Show all", where a link named the claims. */
export function NarrowedNote({ count, onShowAll }: { count: number; onShowAll: () => void }) {
  const t = useWords("claims");
  return (
    <p className={styles.needChecking} role="status">
      {t("panel.narrowed", { count })}{" "}
      <Button
        look="quiet"
        onClick={() => {
          onShowAll();
          // The button is gone then.
          focusAfterRender(() => document.querySelector<HTMLElement>("[data-claims-heading]"));
        }}
      >
        {t("filter.showAll")}
      </Button>
    </p>
  );
}
