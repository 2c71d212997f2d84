import { type PointerEvent, type RefObject, useRef } from "react";
import { SWIPE } from "@/components/gestures/follow-swipe";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./sheet.module.css";

/** The top of a sheet: the way back to the text, and the handle that draws the sheet up and down. */
export function SheetBar({
  element,
  isTall,
  onTall,
  onClose,
}: {
  /** The sheet. */
  element: RefObject<HTMLElement | null>;
  isTall: boolean;
  onTall: (isTall: boolean) => void;
  onClose: () => void;
}) {
  const t = useWords("sheet");
  /** Where the finger began, the height that the sheet had, and how far the finger is up from there. */
  const drag = useRef<{ y: number; height: number; up: number } | null>(null);
  /** The click that ends a drag is none. */
  const wasDragged = useRef(false);

  function begin(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0 || !element.current) return;
    wasDragged.current = false;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { y: event.clientY, height: element.current.offsetHeight, up: 0 };
  }

  function move({ clientY }: PointerEvent) {
    if (!drag.current || !element.current) return;
    drag.current.up = drag.current.y - clientY;
    if (Math.abs(drag.current.up) > 4) wasDragged.current = true;
    if (!wasDragged.current) return;
    const { style } = element.current;
    const height = Math.max(0, drag.current.height + drag.current.up);
    style.height = `${Math.min(height, window.innerHeight * 0.85)}px`;
    style.maxHeight = "none";
  }

  /** @param counts false if the browser took the finger for something else */
  function end(counts: boolean) {
    const up = drag.current?.up ?? 0;
    drag.current = null;
    if (!element.current) return;
    element.current.style.height = "";
    element.current.style.maxHeight = "";
    if (!counts) return;
    if (up > SWIPE) onTall(true);
    else if (up < -SWIPE && isTall) onTall(false);
    else if (up < -SWIPE) onClose();
  }

  return (
    <div className={styles.bar}>
      <Button look="quiet" onClick={onClose}>
        {t("back")}
      </Button>
      <button
        type="button"
        className={styles.handle}
        data-drag=""
        aria-label={t(isTall ? "shorter" : "taller")}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={() => end(true)}
        onPointerCancel={() => end(false)}
        onClick={() => {
          if (!wasDragged.current) onTall(!isTall);
          wasDragged.current = false;
        }}
      >
        <span />
      </button>
    </div>
  );
}
