"use client";

import { Menu } from "@base-ui/react/menu";
import { Fragment, type ReactNode, useRef, useState } from "react";
import buttonStyles from "./button.module.css";
import styles from "./menu-button.module.css";
import { useHydrated } from "./use-hydrated";

/** An entry of a menu: a link to a page, or an action on this one. */
export type MenuEntry = { id: string; label: string } & ({ href: string } | { run: () => void });

/** A group of entries that belong together. */
export interface MenuGroup {
  id: string;
  label: string;
  entries: readonly MenuEntry[];
}

/** A button that opens a menu below it. After an entry, the focus is where its action put it, and otherwise on the button. */
export function MenuButton({
  label,
  groups,
  children,
}: {
  /** The name of the button and of its menu. */
  label: string;
  groups: readonly MenuGroup[];
  children: ReactNode;
}) {
  // In state, as a ref is set only after the portal has looked for it, which would then take the body.
  const [container, setContainer] = useState<HTMLDivElement | null>(null);
  const popup = useRef<HTMLDivElement>(null);
  const isHydrated = useHydrated();
  return (
    // Inside the page's landmarks, where screen readers look for it, and not at the end of the body.
    <div ref={setContainer} className={styles.menu}>
      <Menu.Root modal={false}>
        <Menu.Trigger
          className={`${buttonStyles.button} ${styles.trigger}`}
          aria-label={label}
          disabled={!isHydrated}
          data-waking={!isHydrated || undefined}
        >
          {children}
        </Menu.Trigger>
        <Menu.Portal container={container}>
          <Menu.Positioner align="end" sideOffset={4} collisionPadding={8} className={styles.positioner}>
            <Menu.Popup
              ref={popup}
              className={styles.popup}
              aria-label={label}
              // What the entry opened may have the focus already.
              finalFocus={() =>
                document.activeElement === document.body ||
                (popup.current?.contains(document.activeElement) ?? true)
              }
            >
              {groups
                .filter(({ entries }) => entries.length > 0)
                .map((group, index) => (
                  <Fragment key={group.id}>
                    {index > 0 && <Menu.Separator className={styles.separator} />}
                    <Menu.Group aria-label={group.label}>
                      {group.entries.map((entry) =>
                        "href" in entry ? (
                          <Menu.LinkItem
                            key={entry.id}
                            className={styles.item}
                            href={entry.href}
                            closeOnClick
                          >
                            {entry.label}
                          </Menu.LinkItem>
                        ) : (
                          <Menu.Item key={entry.id} className={styles.item} onClick={entry.run}>
                            {entry.label}
                          </Menu.Item>
                        ),
                      )}
                    </Menu.Group>
                  </Fragment>
                ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
