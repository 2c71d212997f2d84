"use client";

/** Shown when a page fails. The cause is in the server's log, under the number shown. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main style={{ maxWidth: "40rem", margin: "4rem auto", padding: "0 1.25rem" }}>
      <h1>This page could not be shown</h1>
      <p>
        Nothing you saved is lost. Try again. If it happens again, contact the people who run this site
        {error.digest && ` and mention error ${error.digest}`}.
      </p>
      <button type="button" className="action" onClick={reset}>
        Try again
      </button>
    </main>
  );
}
