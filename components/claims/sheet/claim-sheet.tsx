import { type ReactNode, type RefObject, useRef } from "react";
import styles from "./sheet.module.css";
import { SheetBar } from "./sheet-bar";
import { type ClaimSheetState, useClaimSheet } from "./use-claim-sheet";

/** A form for a passage of the text. In a narrow window it is a sheet from below. */
export function ClaimSheet({
  className,
  onClose,
  showAbove,
  children,
}: {
  /** Of the element where it is not a sheet. */
  className: string | undefined;
  /** Called by a swipe, Back and "Back to text". What was typed stays in its draft. */
  onClose: () => void;
  /** Scrolls the text so that the passage is above an edge, in pixels from the top of the window. */
  showAbove: (edge: number) => void;
  children: ReactNode;
}) {
  const element = useRef<HTMLDivElement>(null);
  const sheet = useClaimSheet(element, { isOpen: true, onClose, showAbove });
  return (
    <div ref={element} className={sheet.isSheet ? styles.sheet : className} {...sheetAttributes(sheet)}>
      <SheetTop element={element} sheet={sheet} />
      {children}
    </div>
  );
}

/** The bar at the top of an element that is a sheet now; nothing otherwise. */
export function SheetTop({
  element,
  sheet,
}: {
  element: RefObject<HTMLElement | null>;
  sheet: ClaimSheetState;
}) {
  if (!sheet.isSheet) return null;
  const { isTall, setTall, close } = sheet;
  return <SheetBar element={element} isTall={isTall} onTall={setTall} onClose={close} />;
}

/** The attribute by which the style sheets know a sheet. */
export function sheetAttributes({ isSheet }: ClaimSheetState) {
  return { "data-sheet": isSheet ? "" : undefined };
}
