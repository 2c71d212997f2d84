"use client";

import { useId, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import { type Logo, logoPath, MAX_LOGO_MEGABYTES } from "@/lib/organisation";
import type { Result } from "@/lib/result";
import styles from "./settings.module.css";

export type AddLogo = (form: FormData) => Promise<Result<Logo, Failure>>;

/** Chooses a logo. It is uploaded immediately, and used when the form around it is saved. */
export function LogoField({
  logo,
  addLogo,
  onChange,
  errors = [],
}: {
  logo: Logo | null;
  addLogo: AddLogo;
  onChange: (logo: Logo | null) => void;
  errors?: readonly string[] | undefined;
}) {
  const t = useWords("organisation");
  const id = useId();
  const [state, setState] = useState<"idle" | "pending" | "ready">("idle");
  const [failure, setFailure] = useState<Failure | null>(null);

  async function upload(file: File) {
    setState("pending");
    setFailure(null);
    const form = new FormData();
    form.set("file", file);
    const result = await attempt(() => addLogo(form));
    setState(result.ok ? "ready" : "idle");
    if (result.ok) onChange(result.value);
    else setFailure(result.error);
  }

  const messages = [...(failure ? [failure.message] : []), ...errors];
  return (
    <div className={styles.logo}>
      <label htmlFor={id}>{t("logo")}</label>
      {logo ? (
        // biome-ignore lint/performance/noImgElement: the desk's own picture, in the size it is stored in
        <img src={logoPath(logo)} alt={t("logoAlt")} width={logo.width} height={logo.height} />
      ) : (
        <p className={styles.plain}>{t("logoNone")}</p>
      )}
      <p className={styles.plain} id={`${id}-hint`}>
        {t("logoHint", { max: MAX_LOGO_MEGABYTES })}
      </p>
      <input
        id={id}
        type="file"
        accept="image/png,image/svg+xml,image/jpeg,image/webp"
        aria-describedby={[`${id}-hint`, messages.length > 0 && `${id}-error`].filter(Boolean).join(" ")}
        aria-invalid={messages.length > 0 || undefined}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) upload(file);
        }}
      />
      {logo && (
        <div>
          <Button
            look="quiet"
            onClick={() => {
              setState("idle");
              onChange(null);
            }}
          >
            {t("logoRemove")}
          </Button>
        </div>
      )}
      {messages.length > 0 && (
        <p className={styles.error} id={`${id}-error`} role="alert">
          {messages.join(" ")}
        </p>
      )}
      <p className={styles.plain} role="status">
        {state === "pending" && t("logoPending")}
        {state === "ready" && t("logoReady")}
      </p>
    </div>
  );
}
