"use client";

import { useDates } from "@/components/dates/dates-context";
import page from "@/components/desk/desk-page.module.css";
import { useWords } from "@/components/words/use-words";
import { describeFlag } from "@/lib/watching/describe-flag";
import { type Flag, hrefOfFlag } from "@/lib/watching/flag";

/** On “My work”: what a person should look at again, with links to where they can. */
export function FlaggedWork({ flags }: { flags: readonly Flag[] }) {
  const t = useWords("watching");
  const dates = useDates();
  return (
    <>
      <ul className={page.list}>
        {flags.map((flag) => (
          <li key={flag.id} className={page.item}>
            <h3>
              <a href={hrefOfFlag(flag)}>
                {flag.claim
                  ? t("claimNumber", { number: flag.claim.number, statement: flag.claim.statement })
                  : t("article")}
              </a>
            </h3>
            <p className={page.meta}>
              <span>{flag.article.title}</span>
              <span>{describeFlag(flag, dates)}</span>
            </p>
          </li>
        ))}
      </ul>
      <p className={page.hint}>
        <a href="/desk/watching">{t("work.all")}</a>
      </p>
    </>
  );
}
