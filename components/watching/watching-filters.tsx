"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { PersonName } from "@/lib/claims/claim";
import { FLAG_KINDS, type FlagKind } from "@/lib/watching/flag";
import styles from "./watching.module.css";
import { hrefOfList, type WatchingQuery } from "./watching-query";

/** Choices of what the list shows. */
export function WatchingFilters({ query, owners }: { query: WatchingQuery; owners: readonly PersonName[] }) {
  const t = useWords("watching");
  const router = useRouter();
  const choose = (change: Partial<WatchingQuery>) => router.push(hrefOfList({ ...query, ...change }));
  return (
    <div className={styles.filters}>
      <Field label={t("filter.kind")}>
        {(control) => (
          <select
            {...control}
            value={query.kind}
            onChange={({ target }) => choose({ kind: target.value as FlagKind | "" })}
          >
            <option value="">{t("filter.anyKind")}</option>
            {FLAG_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("filter.person")}>
        {(control) => (
          <select
            {...control}
            value={query.person}
            onChange={({ target }) => choose({ person: target.value })}
          >
            <option value="me">{t("filter.mine")}</option>
            <option value="all">{t("filter.anyone")}</option>
            {owners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
