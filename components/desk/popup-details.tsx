"use client";

import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
} from "react";

/**
 * A short list of links and buttons that opens over the page: a `details` element, which also opens while scripts are loading. Unlike a plain
 * one it closes with Escape, when something in it is chosen, and when the focus or a click goes elsewhere.
 */
export function PopupDetails({
  summary,
  className,
  children,
}: {
  summary: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      const { current } = details;
      if (current?.open && !current.contains(target as Node)) current.open = false;
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, []);

  /** The focus stays on the page when the focused entry is hidden, and what the entry opens can bring it back here. */
  function close(): void {
    const { current } = details;
    if (!current) return;
    current.querySelector("summary")?.focus();
    current.open = false;
  }

  return (
    <details
      ref={details}
      className={className}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== "Escape" || !details.current?.open) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      onBlur={({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
      onClick={({ target }: MouseEvent) => {
        if ((target as Element).closest("button")) close();
      }}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
