"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import styles from "./menu.module.css";
import { useReturnFocus } from "./use-return-focus";

/** A menu below a point of the window, open as long as it is rendered. */
export function Menu<Item extends { id: string }>({
  label,
  at,
  items,
  onPick,
  onClose,
  children,
}: {
  label: string;
  at: { x: number; y: number };
  items: readonly Item[];
  onPick: (id: string) => void;
  onClose: () => void;
  children: (item: Item) => ReactNode;
}) {
  // In state, as a ref is set only after the portal has looked for it, which would then take the body.
  const [container, setContainer] = useState<HTMLDivElement | null>(null);
  const popup = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLDivElement>(null);
  const returnFocus = useReturnFocus(popup);
  const { x, y } = at;
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y) }), [x, y]);
  return (
    // Inside the page's landmarks, where screen readers look for it, and not at the end of the body.
    <div ref={setContainer} className={styles.menu}>
      <BaseMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
        <BaseMenu.Portal container={container}>
          <BaseMenu.Positioner
            anchor={anchor}
            positionMethod="fixed"
            align="start"
            sideOffset={10}
            collisionPadding={8}
            className={styles.positioner}
          >
            <BaseMenu.Popup
              ref={popup}
              className={styles.popup}
              aria-label={label}
              finalFocus={returnFocus}
              // Base UI does not see the focus leave for the browser's own controls, which may come next.
              onKeyDown={(event) => {
                if (event.key !== "Tab") return;
                event.preventDefault();
                onClose();
              }}
            >
              {items.map((item, index) => (
                <BaseMenu.Item
                  key={item.id}
                  ref={index === 0 ? first : undefined}
                  className={styles.item}
                  closeOnClick={false}
                  onClick={() => onPick(item.id)}
                >
                  {children(item)}
                </BaseMenu.Item>
              ))}
              <FocusFirst first={first} />
            </BaseMenu.Popup>
          </BaseMenu.Positioner>
        </BaseMenu.Portal>
      </BaseMenu.Root>
    </div>
  );
}

/** Base UI focuses the first item only in menus that a button opened by the keyboard. Its effect runs once the items are in the document. */
function FocusFirst({ first }: { first: RefObject<HTMLElement | null> }) {
  useEffect(() => first.current?.focus({ preventScroll: true }), [first]);
  return null;
}
