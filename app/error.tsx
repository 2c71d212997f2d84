"use client";

/** What a visitor sees when a page fails: the cause goes to the server's log, under the number shown. */
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
        Nothing you saved is lost. Try again; if it happens again, tell whoever runs this site
        {error.digest && ` the number ${error.digest}`}.
      </p>
      <button type="button" onClick={reset}>
        Try again
      </button>
    </main>
  );
}
