import { type ReactNode, useEffect, useRef } from "react";

/** A form that a button below it opened: its first field gets the focus. Escape closes it; what is typed stays in its draft. */
export function OpenedForm({
  onClose,
  children,
}: {
  /** Closes it, and moves the focus back to the button. */
  onClose: () => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key for the fields in it
    <div
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
