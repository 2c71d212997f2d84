/** Status 403: signed in, but not with a role that may see this. */
export default function Forbidden() {
  return (
    <main style={{ maxWidth: "40rem", margin: "4rem auto", padding: "0 1.25rem" }}>
      <h1>This page is not for your role</h1>
      <p>
        Ask an administrator if you need it. <a href="/desk">Back to the desk</a>
      </p>
    </main>
  );
}
