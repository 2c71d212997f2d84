import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

/**
 * A row of buttons that is one stop of the Tab key: the arrow keys, Home and End move between the buttons, as the ARIA Authoring Practices
 * describe for toolbars.
 */
export function Toolbar({
  label,
  className,
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLButtonElement | null>(null);
  const buttons = () => [...(bar.current?.querySelectorAll("button") ?? [])];

  /** After every render: buttons come and go with what is selected. */
  useEffect(() => {
    const all = buttons();
    if (!stop.current || !all.includes(stop.current)) stop.current = all[0] ?? null;
    for (const button of all) button.tabIndex = button === stop.current ? 0 : -1;
  });

  function moveTo(button: HTMLButtonElement | undefined): void {
    if (!button) return;
    if (stop.current) stop.current.tabIndex = -1;
    stop.current = button;
    button.tabIndex = 0;
    button.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const all = buttons().filter((button) => !button.disabled);
    const at = all.indexOf(event.target as HTMLButtonElement);
    if (at === -1 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    moveTo(all[(next + all.length) % all.length]);
  }

  return (
    <div ref={bar} className={className} role="toolbar" aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
