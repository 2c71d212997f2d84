/** Status 403: signed in, but with a role that can't see this page. */
export default function Forbidden() {
  return (
    <main style={{ maxWidth: "40rem", margin: "4rem auto", padding: "0 1.25rem" }}>
      <h1>Your role can't open this page</h1>
      <p>
        If you need it, ask an administrator. <a href="/desk">Back to the desk</a>
      </p>
    </main>
  );
}
