import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./import.module.css";

/**
 * The button that saves an imported text. While pasted text is still being read, it says so and saves nothing: what was left out of the text
 * has to be seen first. Enter in a field of the form presses it as well.
 */
export function ImportSubmit({
  isReading,
  pending,
  children,
}: {
  /** Whether pasted text is being read. */
  isReading: boolean;
  pending: boolean;
  children: ReactNode;
}) {
  const t = useWords("import");
  const [isPressed, setPressed] = useState(false);
  useEffect(() => {
    if (!isReading) setPressed(false);
  }, [isReading]);
  return (
    <>
      <Button
        type="submit"
        look="primary"
        pending={pending}
        {...(isReading && {
          "aria-disabled": true,
          onClick: (event) => {
            event.preventDefault();
            setPressed(true);
          },
        })}
        aria-describedby="import-state"
      >
        {children}
      </Button>
      <span id="import-state" className={styles.hint} role="status">
        {isReading && t(isPressed ? "form.notYet" : "form.reading")}
      </span>
    </>
  );
}
