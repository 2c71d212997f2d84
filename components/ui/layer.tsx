"use client";

import { autoUpdate, computePosition, flip, offset, size } from "@floating-ui/dom";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import styles from "./layer.module.css";

/** Something below a field or, where there is no room, above it, as wide as the field. It is drawn over the page, so that no list or card cuts it off. */
export function Layer({
  anchor,
  children,
}: {
  /** The field. It must be in the page already. */
  anchor: RefObject<HTMLElement | null>;
  children: ReactNode;
}) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [field, element] = [anchor.current, layer.current];
    if (!field || !element) return;
    const position = () =>
      computePosition(field, element, {
        strategy: "fixed",
        placement: "bottom-start",
        middleware: [
          offset(2),
          flip({ padding: 8 }),
          size({
            padding: 8,
            apply: ({ rects, availableHeight }) => {
              element.style.width = `${rects.reference.width}px`;
              element.style.maxHeight = `${availableHeight}px`;
            },
          }),
        ],
      }).then(({ x, y }) => {
        element.style.left = `${x}px`;
        element.style.top = `${y}px`;
      });
    return autoUpdate(field, element, position);
  }, [anchor]);
  // Inside the page's landmarks, where screen readers look for it, and not at the end of the body.
  const container = anchor.current?.closest("main") ?? anchor.current?.ownerDocument.body;
  if (!container) return null;
  return createPortal(
    <div ref={layer} className={styles.layer}>
      {children}
    </div>,
    container,
  );
}
