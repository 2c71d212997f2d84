"use client";

import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { useComments } from "./comments-context";

/** Switches between all comments of the article and its claims. */
export function CommentsButton() {
  const t = useWords("comments");
  const { openCount, isOpen, toggle } = useComments();
  return (
    <Button look="quiet" aria-pressed={isOpen} onClick={toggle}>
      {openCount > 0 ? t("title.count", { count: openCount }) : t("title")}
    </Button>
  );
}
