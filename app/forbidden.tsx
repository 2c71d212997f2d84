import { words } from "@/lib/words/words";

const t = words("errorPages");

/** Status 403: signed in, but with a role that can't see this page. */
export default function Forbidden() {
  return (
    <main style={{ maxWidth: "40rem", margin: "4rem auto", padding: "0 1.25rem" }}>
      <h1>{t("forbidden.title")}</h1>
      <p>
        {t("forbidden.text")} <a href="/desk">{t("forbidden.back")}</a>
      </p>
    </main>
  );
}
