import { useEffect, useRef } from "react";
import { useDates } from "@/components/dates/dates-context";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { RestoredDraft } from "./use-form-draft";

/** Says that a form shows a restored draft and offers to discard it, then to bring it back. */
export function RestoredNotice({ restored: { at, discard, undo, showOther } }: { restored: RestoredDraft }) {
  const dates = useDates();
  const t = useWords("common");
  const offer = useRef<HTMLDivElement>(null);
  const hasDiscarded = useRef(false);
  const canUndo = undo !== null;
  useEffect(() => {
    // The pressed button is gone: focus the one that undoes it.
    if (canUndo && hasDiscarded.current) offer.current?.querySelector("button")?.focus();
    hasDiscarded.current = false;
  }, [canUndo]);
  return (
    <>
      {at !== null && (
        <Notice>
          {t("draft.restored", { time: dates.instant(at) })}{" "}
          <Button
            look="quiet"
            onClick={() => {
              hasDiscarded.current = true;
              discard();
            }}
          >
            {t("draft.discard")}
          </Button>
        </Notice>
      )}
      {undo && (
        <div ref={offer}>
          <Notice>
            {t("draft.discarded")}{" "}
            <Button look="quiet" onClick={undo}>
              {t("undo")}
            </Button>
          </Notice>
        </div>
      )}
      {showOther && (
        <Notice>
          {t("draft.otherTab")}{" "}
          <Button look="quiet" onClick={showOther}>
            {t("draft.showOther")}
          </Button>
        </Notice>
      )}
    </>
  );
}
