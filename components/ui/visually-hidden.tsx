import type { ReactNode } from "react";

/** The `<hidden>` part of a message: only screen readers get it, so that equal buttons in a list have different names. */
export function visuallyHidden(text: ReactNode): ReactNode {
  return <span className="visually-hidden">{text}</span>;
}
