import { useEffect } from "react";

/**
 * Ctrl+Enter (⌘+Enter) sends the form in which a person is typing, on every page of the desk. A form or an editor that has another use for
 * these keys prevents the default.
 */
export function useSendKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      if (event.defaultPrevented || event.isComposing) return;
      const form = event.target instanceof Element ? event.target.closest("form") : null;
      if (!form) return;
      event.preventDefault();
      // A key that is held down must not send it twice. A form that is being sent has a busy button.
      if (!event.repeat && !form.querySelector("[type=submit]:is(:disabled, [aria-disabled=true])"))
        form.requestSubmit();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
