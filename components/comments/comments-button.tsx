"use client";

import { Button } from "@/components/ui/button";
import { useComments } from "./comments-context";

/** Shows all comments of the article, and the claims again. */
export function CommentsButton() {
  const { openCount, isOpen, toggle } = useComments();
  return (
    <Button look="quiet" aria-pressed={isOpen} onClick={toggle}>
      Comments{openCount > 0 && ` ${openCount}`}
    </Button>
  );
}
