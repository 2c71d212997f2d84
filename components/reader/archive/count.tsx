import { useContext } from "react";
import { LanguageContext } from "@/components/words/use-words";
import { formatCount } from "@/lib/words/format-count";
import page from "../page.module.css";

/** How much a list has, next to its title. */
export function Count({ count }: { count: number }) {
  return <span className={page.count}>{formatCount(count, useContext(LanguageContext))}</span>;
}
