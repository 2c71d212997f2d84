/** Signs a person in as the sign-in page does. @returns the cookies of their session */
export async function signIn(address: string, email: string, password: string): Promise<string> {
  const token = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const cookies = cookiesOf(token);
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: cookies },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  const all = [cookies, cookiesOf(answer)].join("; ");
  if (!/session-token=/.test(all)) throw new Error(`${email} could not sign in (${answer.status})`);
  return all;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
